//===-- TimeoutMistake.h - A time-out taken for success ---------*- C++ -*-===//
//
// Part of the KMDF checkers, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// NT_SUCCESS(STATUS_TIMEOUT) is true. Where a lock is released after a branch
// that asked so, the branch is the mistake: it gets a note, and where the mend
// is certain a fix-it hint.
//
//===----------------------------------------------------------------------===//

#ifndef KMDF_ENGINE_TIMEOUTMISTAKE_H
#define KMDF_ENGINE_TIMEOUTMISTAKE_H

#include "clang/StaticAnalyzer/Core/BugReporter/BugReporter.h"

namespace kmdf {

/// Adds the note and the hint to \p Report, of a lock that the path does not
/// hold, for \p Acquire timed out.
void addTimeoutMistake(clang::ento::PathSensitiveBugReport &Report,
                       const clang::CallExpr *Acquire);

} // namespace kmdf

#endif // KMDF_ENGINE_TIMEOUTMISTAKE_H
