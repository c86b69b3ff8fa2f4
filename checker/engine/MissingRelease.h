//===-- MissingRelease.h - Where a release would mend a leak ----*- C++ -*-===//
//
// Part of the KMDF checkers, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A release before the end of a callback mends a leak for certain if every path
// that comes to this end holds the lock. Where a path comes there that does
// not, as by a goto to a common exit, it would be a mistake itself.
//
//===----------------------------------------------------------------------===//

#ifndef KMDF_ENGINE_MISSINGRELEASE_H
#define KMDF_ENGINE_MISSINGRELEASE_H

#include "FunctionEnds.h"

#include "clang/StaticAnalyzer/Core/BugReporter/BugReporter.h"

namespace kmdf {

/// Adds the fix-it hint to \p Report, whose path ends at \p Return with the
/// lock \p Handle held, which \p Acquire acquired in the same function. Adds
/// none where the mend is not certain.
void addMissingRelease(clang::ento::PathSensitiveBugReport &Report,
                       const clang::CallExpr *Acquire,
                       clang::ento::SymbolRef Handle,
                       const clang::ReturnStmt *Return,
                       const FunctionEnds &Ends);

} // namespace kmdf

#endif // KMDF_ENGINE_MISSINGRELEASE_H
