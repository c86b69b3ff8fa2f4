//===-- PassedLocks.h - Locks that a call is handed -------------*- C++ -*-===//
//
// Part of the KMDF checkers, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Code that is not seen and gets a lock's handle may use the lock. It gets it
// as an argument, at an address, in a structure that is passed by value, or in
// an object of the caller's own: a guard whose methods are in another file.
//
//===----------------------------------------------------------------------===//

#ifndef KMDF_ENGINE_PASSEDLOCKS_H
#define KMDF_ENGINE_PASSEDLOCKS_H

#include "lock_families.h"

#include "clang/StaticAnalyzer/Core/PathSensitive/CallEvent.h"
#include "llvm/ADT/SmallVector.h"

namespace kmdf {

struct PassedLock {
  clang::ento::SymbolRef Handle;
  kmdf_lock_family Family;
};

/// The locks that \p Call, which the engine did not run, may use. The
/// framework's functions and those of system headers use none; nor does what
/// only prints a handle.
llvm::SmallVector<PassedLock, 2>
getPassedLocks(const clang::ento::CallEvent &Call);

} // namespace kmdf

#endif // KMDF_ENGINE_PASSEDLOCKS_H
