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

/// \p State, in which a path leaves the loop at the pace after a general turn,
/// with the counter where the loop ends: `i < n` and `i != n` end where i is n.
/// \p Last is where the turn began.
clang::ento::ProgramStateRef settleCounter(clang::ento::ProgramStateRef State,
                                           clang::ento::ProgramStateRef Last,
                                           const RunningLoop &Running,
                                           const clang::Expr *Condition,
                                           const clang::LocationContext *LCtx);

} // namespace kmdf

#endif // KMDF_ENGINE_GENERALTURN_H
