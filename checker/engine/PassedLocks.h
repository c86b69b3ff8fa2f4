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

#include <optional>

namespace kmdf {

struct PassedLock {
  clang::ento::SymbolRef Handle;
  kmdf_lock_family Family;
};

struct PassedPlace {
  const clang::ento::MemRegion *Place;
  kmdf_lock_family Family;
};

/// What a call, which the engine did not run, may use of the caller's locks.
/// The framework's functions and those of system headers use none; nor does
/// what only prints a handle.
class PassedLocks {
public:
  explicit PassedLocks(const clang::ento::CallEvent &Call);

  llvm::ArrayRef<PassedLock> getLocks() const { return Locks; }

  /// Where the call may have put another handle.
  llvm::ArrayRef<PassedPlace> getPlaces() const { return Places; }

private:
  void addValue(clang::ento::SVal Value,
                std::optional<kmdf_lock_family> Family);
  void addHandle(clang::ento::SVal Handle, kmdf_lock_family Family);
  void addPlace(const clang::ento::MemRegion *Place, clang::QualType T);
  void addFields(const clang::ento::MemRegion *Object,
                 const clang::RecordDecl *Record);

  /// The state before the call: afterwards, what it was given is forgotten.
  clang::ento::ProgramStateRef Before;
  llvm::SmallVector<PassedLock, 2> Locks;
  llvm::SmallVector<PassedPlace, 2> Places;
};

} // namespace kmdf

#endif // KMDF_ENGINE_PASSEDLOCKS_H
