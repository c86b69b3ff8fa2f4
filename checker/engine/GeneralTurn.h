//===-- GeneralTurn.h - A turn that stands for others -----------*- C++ -*-===//
//
// Part of the KMDF checkers, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// In a general turn of a loop its counters are unknown, though not on the wrong
// side of where they were.
//
//===----------------------------------------------------------------------===//

#ifndef KMDF_ENGINE_GENERALTURN_H
#define KMDF_ENGINE_GENERALTURN_H

#include "LoopRecords.h"

#include "clang/StaticAnalyzer/Core/PathSensitive/CheckerContext.h"

namespace kmdf {

/// The state in which a path that comes to the pace of \p Running in \p State
/// stays in the loop for any turn that is to come. \p Condition is that of the
/// pace. Null if there is none.
clang::ento::ProgramStateRef generalize(clang::ento::ProgramStateRef State,
                                        const RunningLoop &Running,
                                        const clang::Expr *Condition,
                                        clang::ento::CheckerContext &C);

} // namespace kmdf

#endif // KMDF_ENGINE_GENERALTURN_H
