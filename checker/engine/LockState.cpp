//===-- LockState.cpp - What a path knows of its locks ----------*- C++ -*-===//
//
// Part of the KMDF checkers, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "LockState.h"

#include "Compat.h"
#include "LockHandles.h"

#include "clang/StaticAnalyzer/Core/PathSensitive/ProgramStateTrait.h"

using namespace clang;
using namespace ento;
using namespace kmdf;

REGISTER_MAP_WITH_PROGRAMSTATE(LockMap, SymbolRef, TrackedLock)
REGISTER_TRAIT_WITH_PROGRAMSTATE(AllLocksEscaped, bool)

bool TrackedLock::operator==(const TrackedLock &Other) const {
  return State == Other.State && Family == Other.Family &&
         Acquire == Other.Acquire && Owner == Other.Owner &&
         IsOwn == Other.IsOwn;
}

void TrackedLock::Profile(llvm::FoldingSetNodeID &ID) const {
  ID.AddInteger(State);
  ID.AddInteger(Family);
  ID.AddPointer(Acquire);
  ID.AddPointer(Owner);
  ID.AddBoolean(IsOwn);
}

const TrackedLock *kmdf::getLock(ProgramStateRef State, SymbolRef Handle) {
  return State->get<LockMap>(Handle);
}

bool kmdf::hasLocks(ProgramStateRef State) {
  return !State->get<LockMap>().isEmpty();
}

llvm::SmallVector<LockAndSymbol, 4> kmdf::getLocks(
    ProgramStateRef State,
    llvm::function_ref<bool(SymbolRef, const TrackedLock &)> IsWanted) {
  llvm::SmallVector<LockAndSymbol, 4> Locks;
  for (const auto &[Handle, Lock] : State->get<LockMap>())
    if (IsWanted(Handle, Lock))
      Locks.emplace_back(Handle, Lock);
  // The map is ordered by address; reports must not depend on that.
  llvm::sort(Locks, [](const LockAndSymbol &A, const LockAndSymbol &B) {
    return isOlder(A.first, B.first);
  });
  return Locks;
}

ProgramStateRef kmdf::setLock(ProgramStateRef State, SymbolRef Handle,
                              const TrackedLock &Lock) {
  return State->set<LockMap>(Handle, Lock);
}

ProgramStateRef kmdf::forgetLock(ProgramStateRef State, SymbolRef Handle) {
  return State->remove<LockMap>(Handle);
}

static TrackedLock escaped(kmdf_lock_state From, kmdf_lock_family Family) {
  return {kmdf_step_lock(From, KMDF_EVENT_ESCAPE).next, Family};
}

ProgramStateRef kmdf::escapeLock(ProgramStateRef State, SymbolRef Handle,
                                 kmdf_lock_family Family) {
  const TrackedLock *Lock = getLock(State, Handle);
  return setLock(State, Handle,
                 escaped(Lock ? Lock->State : KMDF_LOCK_UNKNOWN, Family));
}

ProgramStateRef kmdf::escapeAllLocks(ProgramStateRef State) {
  for (const auto &[Handle, Lock] : State->get<LockMap>())
    if (!Lock.IsOwn)
      State = setLock(State, Handle, escaped(Lock.State, Lock.Family));
  return State->set<AllLocksEscaped>(true);
}

bool kmdf::haveAllLocksEscaped(ProgramStateRef State) {
  return State->get<AllLocksEscaped>();
}

namespace {
/// A lock that is not free, as two turns of a loop would call it the same.
using LockInTurn = std::pair<const void *, kmdf_lock_state>;
} // namespace

static llvm::SmallVector<LockInTurn, 4> getLocksInTurn(ProgramStateRef State) {
  llvm::SmallVector<LockInTurn, 4> Locks;
  for (const auto &[Handle, Lock] : State->get<LockMap>()) {
    if (Lock.State == KMDF_LOCK_FREE)
      continue;
    // One that each turn creates is another one each time.
    const Stmt *Creation = getCreation(Handle);
    Locks.push_back(
        {Creation ? static_cast<const void *>(Creation) : Handle, Lock.State});
  }
  llvm::sort(Locks);
  return Locks;
}

bool kmdf::haveSameLocks(ProgramStateRef A, ProgramStateRef B) {
  return (A->get<LockMap>() == B->get<LockMap>() ||
          getLocksInTurn(A) == getLocksInTurn(B)) &&
         haveAllLocksEscaped(A) == haveAllLocksEscaped(B);
}
