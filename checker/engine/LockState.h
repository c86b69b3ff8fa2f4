//===-- LockState.h - What a path knows of its locks ------------*- C++ -*-===//
//
// Part of the KMDF checkers, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The part of the program state that belongs to the lock rules: a state of the
// automaton (lock_automaton.h) for each lock that the path has touched, keyed
// by the symbol of its handle (LockHandles.h).
//
//===----------------------------------------------------------------------===//

#ifndef KMDF_ENGINE_LOCKSTATE_H
#define KMDF_ENGINE_LOCKSTATE_H

#include "lock_automaton.h"
#include "lock_families.h"

#include "clang/StaticAnalyzer/Core/PathSensitive/ProgramState.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SmallVector.h"

namespace kmdf {

/// One lock on one path. No more than what decides how the path goes on: paths
/// that differ in the rest go on as one, and LockHistory.h finds it when it is
/// asked for.
struct TrackedLock {
  kmdf_lock_state State;
  kmdf_lock_family Family;
  /// Of a lock that is held, the call that acquired it and the frame of the
  /// callback that did, or of the function that is analysed. Null if it was not
  /// acquired on the path.
  const clang::CallExpr *Acquire = nullptr;
  const clang::StackFrameContext *Owner = nullptr;
  /// The path created the lock itself and gave the handle to nobody.
  bool IsOwn = false;

  bool isHeld() const { return kmdf_is_held(State); }
  bool operator==(const TrackedLock &Other) const;
  void Profile(llvm::FoldingSetNodeID &ID) const;
};

using LockAndSymbol = std::pair<clang::ento::SymbolRef, TrackedLock>;

/// What the path knows of the lock, or null if it has not touched it.
const TrackedLock *getLock(clang::ento::ProgramStateRef State,
                           clang::ento::SymbolRef Handle);

/// Whether the path has touched a lock at all.
bool hasLocks(clang::ento::ProgramStateRef State);

/// The locks that the path has touched and that \p IsWanted, in the order in
/// which their handles came up.
llvm::SmallVector<LockAndSymbol, 4>
getLocks(clang::ento::ProgramStateRef State,
         llvm::function_ref<bool(clang::ento::SymbolRef, const TrackedLock &)>
             IsWanted);

clang::ento::ProgramStateRef setLock(clang::ento::ProgramStateRef State,
                                     clang::ento::SymbolRef Handle,
                                     const TrackedLock &Lock);

clang::ento::ProgramStateRef forgetLock(clang::ento::ProgramStateRef State,
                                        clang::ento::SymbolRef Handle);

/// Sends KMDF_EVENT_ESCAPE to the lock, touched or not.
clang::ento::ProgramStateRef escapeLock(clang::ento::ProgramStateRef State,
                                        clang::ento::SymbolRef Handle,
                                        kmdf_lock_family Family);

/// Code that is not seen may have acquired or released any lock but those that
/// the path keeps to itself.
clang::ento::ProgramStateRef escapeAllLocks(clang::ento::ProgramStateRef State);

/// Whether escapeAllLocks() came to pass: then nothing is known of a lock that
/// the path has not touched, in a callback neither.
bool haveAllLocksEscaped(clang::ento::ProgramStateRef State);

/// Whether the same locks are held, deleted and unknown in both states.
bool haveSameLocks(clang::ento::ProgramStateRef A,
                   clang::ento::ProgramStateRef B);

} // namespace kmdf

#endif // KMDF_ENGINE_LOCKSTATE_H
