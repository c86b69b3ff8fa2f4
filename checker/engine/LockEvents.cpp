//===-- LockEvents.cpp - What happens to a lock on a path -------*- C++ -*-===//
//
// Part of the KMDF checkers, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "LockEvents.h"

#include "Frames.h"
#include "GuessedPaths.h"
#include "LockHandles.h"
#include "SourceNames.h"

using namespace clang;
using namespace ento;
using namespace kmdf;

/// The function that is analysed, below all that it has called.
static const Decl *getAnalysedFunction(const CheckerContext &C) {
  return getTopFrame(C.getStackFrame())->getDecl();
}

/// The callback that runs, or the function that is analysed if none does.
static const StackFrameContext *getOwner(CheckerContext &C,
                                         const UnitIndex &Index) {
  const StackFrameContext *Frame = C.getStackFrame();
  const StackFrameContext *Owner = getCallbackFrame(Frame, Index.getRoles());
  return Owner ? Owner : getTopFrame(Frame);
}

TrackedLock LockEvents::getCurrent(const LockUse &Use, SymbolRef Handle,
                                   ProgramStateRef State) const {
  if (const TrackedLock *Lock = Handle ? getLock(State, Handle) : nullptr)
    return *Lock;
  // What the path has not touched: free in a callback, unless something may
  // have changed that.
  bool IsFree = Index.getRoles().find(getAnalysedFunction(C)) &&
                !haveAllLocksEscaped(State) && Handle && !isFromNowhere(Handle);
  return {IsFree ? KMDF_LOCK_FREE : KMDF_LOCK_UNKNOWN, Use.Family};
}

/// The handle by which the path knows the lock. That of an element whose index
/// was not known yet is another symbol.
static SymbolRef getKnownHandle(SymbolRef Handle, ProgramStateRef State) {
  if (!isa_and_nonnull<ElementRegion>(Handle->getOriginRegion()) ||
      getLock(State, Handle))
    return Handle;
  auto Same = getLocks(State, [&](SymbolRef Other, const TrackedLock &) {
    return areSameElement(Handle, Other, State);
  });
  return Same.empty() ? Handle : Same.front().first;
}

/// A release of \p Handle may have been meant for a lock that is held under
/// another handle: nothing is known of such locks from there on.
static ProgramStateRef escapeWhatMayBe(ProgramStateRef State,
                                       SymbolRef Handle) {
  auto MayBe = getLocks(State, [&](SymbolRef Other, const TrackedLock &Lock) {
    return Lock.isHeld() && Other != Handle && !Lock.IsOwn &&
           mayBeSameLock(Handle, Other);
  });
  for (const auto &[Other, Lock] : MayBe)
    State = escapeLock(State, Other, Lock.Family);
  return State;
}

/// The state in which the handle is not NULL. Null if the path knows that it
/// is.
static ProgramStateRef assumeNonNull(ProgramStateRef State, SVal Handle) {
  ConditionTruthVal IsNull = State->isNull(Handle);
  if (IsNull.isConstrainedFalse())
    return State;
  auto Value = Handle.getAs<DefinedOrUnknownSVal>();
  return Value ? State->assume(*Value, true) : State;
}

ExplodedNode *LockEvents::send(const LockUse &Use, ExplodedNode *From,
                               ProgramStateRef State, kmdf_lock_event Event,
                               kmdf_note Note) {
  SymbolRef Handle = getHandleSymbol(Use.Handle);
  if (!Handle && !Use.Handle.isZeroConstant()) {
    State = escapeAll(State, "the value of a lock's handle is not known");
    return C.addTransition(State, From);
  }
  if (Handle && isGuessed(Handle))
    Results.addUnknown(
        getAnalysedFunction(C),
        explainGuessedLock(getLockName(Use.Call, C.getStackFrame())));
  if (Handle)
    Handle = getKnownHandle(Handle, State);
  TrackedLock Before = getCurrent(Use, Handle, State);
  // A handle that is NULL stops the system.
  ProgramStateRef NonNull =
      Before.isHeld() ? State : assumeNonNull(State, Use.Handle);
  if (!NonNull) {
    C.generateSink(State, From);
    return nullptr;
  }
  State = NonNull;
  if (Event == KMDF_EVENT_RELEASE && !Before.isHeld()) {
    ProgramStateRef Weakened = escapeWhatMayBe(State, Handle);
    if (Weakened != State) {
      Results.addUnknown(getAnalysedFunction(C), "two handles may be one lock");
      State = Weakened;
      Before.State = KMDF_LOCK_UNKNOWN;
    }
  }

  // What was handed to code that is not seen is unknown in a callback too.
  if (Before.State == KMDF_LOCK_UNKNOWN && getLock(State, Handle))
    Results.addUnknown(getAnalysedFunction(C),
                       "a lock is used that code which is not in this file was "
                       "handed");
  kmdf_lock_step Step = kmdf_step_lock(Before.State, Event);
  if (Step.path == KMDF_PATH_IMPOSSIBLE)
    return nullptr;
  TrackedLock After = Before;
  After.State = Step.next;
  if (!After.isHeld()) {
    After.Acquire = nullptr;
    After.Owner = nullptr;
  } else if (!Before.isHeld()) {
    After.Acquire = Use.Call;
    After.Owner = getOwner(C, Index);
  }
  State = setLock(State, Handle, After);
  const NoteTag *Tag = LockReports::makeNote(C, Note, Handle, Use.Call);
  ExplodedNode *Node = Step.path == KMDF_PATH_ENDS
                           ? C.generateSink(State, From, Tag)
                           : C.addTransition(State, From, Tag);
  if (Step.violation != KMDF_VIOLATION_NONE)
    report(Node, Breach{Step.violation, Handle, Before, Use.Call});
  return Step.path == KMDF_PATH_ENDS ? nullptr : Node;
}

ProgramStateRef LockEvents::escapeAll(ProgramStateRef State,
                                      std::string Reason) {
  Results.addUnknown(getAnalysedFunction(C), std::move(Reason));
  return escapeAllLocks(State);
}

void LockEvents::report(ExplodedNode *Node, llvm::ArrayRef<Breach> Breaches) {
  for (const Breach &What : Breaches)
    if (Node)
      Reports.report(Node, What, Index, Results);
}
