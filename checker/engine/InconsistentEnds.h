//===-- InconsistentEnds.h - Locks left held on some ways out ---*- C++ -*-===//
//
// Part of the KMDF checkers, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A function that is no callback may well acquire a lock for its caller. But if
// it leaves the lock held on one way out and released on another, the caller
// has to be told which way it was: by the value that is returned, by something
// that is written to memory, or by the argument that decided it. Two paths are
// compared from where they part.
//
//===----------------------------------------------------------------------===//

#ifndef KMDF_ENGINE_INCONSISTENTENDS_H
#define KMDF_ENGINE_INCONSISTENTENDS_H

#include "FunctionEnds.h"

namespace kmdf {

/// An end that leaves a lock held, where its caller cannot know.
struct InconsistentEnd {
  FunctionEnd End;
  clang::ento::SymbolRef Handle;
  TrackedLock Lock;
};

/// For each lock at most one for each return statement.
std::vector<InconsistentEnd> findInconsistentEnds(const FunctionEnds &Ends);

} // namespace kmdf

#endif // KMDF_ENGINE_INCONSISTENTENDS_H
