//===-- LockHistory.h - How a lock came to its state ------------*- C++ -*-===//
//
// Part of the KMDF checkers, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef KMDF_ENGINE_LOCKHISTORY_H
#define KMDF_ENGINE_LOCKHISTORY_H

#include "LockState.h"

#include "clang/StaticAnalyzer/Core/PathSensitive/ExplodedGraph.h"

namespace kmdf {

/// A call on a path.
struct PastCall {
  /// Null if there is none.
  const clang::CallExpr *Call = nullptr;
  const clang::StackFrameContext *Frame = nullptr;

  explicit operator bool() const { return Call; }
};

/// The call that brought the lock to the state which it has at \p N.
PastCall findLastChange(const clang::ento::ExplodedNode *N,
                        clang::ento::SymbolRef Handle);

/// The acquire of the lock that timed out on the path to \p N, if nothing has
/// happened to the lock since.
PastCall findTimeOut(const clang::ento::ExplodedNode *N,
                     clang::ento::SymbolRef Handle);

} // namespace kmdf

#endif // KMDF_ENGINE_LOCKHISTORY_H
