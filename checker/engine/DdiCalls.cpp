//===-- DdiCalls.cpp - What the DDIs do -------------------------*- C++ -*-===//
//
// Part of the KMDF checkers, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "DdiCalls.h"

#include "Compat.h"
#include "HandlePlaces.h"
#include "LockHandles.h"
#include "NtStatus.h"
#include "ReusedSymbols.h"

using namespace clang;
using namespace ento;
using namespace kmdf;

namespace {
/// A call of a lock DDI that is being evaluated.
class DdiCall {
public:
  DdiCall(const CallEvent &Event, const CallExpr *Call, const kmdf_ddi &Ddi,
          CheckerContext &C, LockEvents &Events)
      : Event(Event), Call(Call), Ddi(Ddi), C(C), Events(Events) {}

  void create();
  void acquire();
  void release() { send(C.getState(), KMDF_EVENT_RELEASE, KMDF_NOTE_RELEASED); }
  bool remove();

private:
  SVal getLockArgument() const { return Event.getArgSVal(Ddi.lock_param); }
  ProgramStateRef setResult(ProgramStateRef State, uint64_t Value) const;
  void fail(ProgramStateRef State, const MemRegion *Place, QualType HandleType);
  void send(ProgramStateRef State, kmdf_lock_event What, kmdf_note Note);

  const CallEvent &Event;
  const CallExpr *Call;
  const kmdf_ddi &Ddi;
  CheckerContext &C;
  LockEvents &Events;
};
} // namespace

/// The state in which the call returns the number.
ProgramStateRef DdiCall::setResult(ProgramStateRef State,
                                   uint64_t Value) const {
  SVal Result = C.getSValBuilder().makeIntVal(Value, Call->getType());
  return State->BindExpr(Call, C.getLocationContext(), Result);
}

void DdiCall::send(ProgramStateRef State, kmdf_lock_event What,
                   kmdf_note Note) {
  auto Family = getLockFamily(Call->getArg(Ddi.lock_param));
  Events.send({Call, getLockArgument(), Family.value_or(Ddi.family)},
              C.getPredecessor(), State, What, Note);
}

/// The page of WdfWaitLockCreate: an error status, and no lock at \p Place.
void DdiCall::fail(ProgramStateRef State, const MemRegion *Place,
                   QualType HandleType) {
  SValBuilder &Values = C.getSValBuilder();
  const LocationContext *LCtx = C.getLocationContext();
  static const char Tag = 0;
  DefinedOrUnknownSVal Status =
      reuseSymbol(State, conjure(C, Event, Call->getType(), &Tag), LCtx);
  State = State->BindExpr(Call, LCtx, Status);
  SVal IsNegative = Values.evalBinOp(State, BO_LT, Status,
                                     Values.makeIntVal(0, Call->getType()),
                                     Values.getConditionType());
  if (auto Condition = IsNegative.getAs<DefinedSVal>())
    State = State->assume(*Condition, true);
  if (!State)
    return;
  if (Place)
    State = State->bindLoc(loc::MemRegionVal(Place),
                           Values.makeNullWithType(HandleType), LCtx);
  C.addTransition(State);
}

void DdiCall::create() {
  ProgramStateRef State = C.getState();
  const LocationContext *LCtx = C.getLocationContext();
  const MemRegion *Place = getLockArgument().getAsRegion();
  QualType HandleType =
      Call->getArg(Ddi.lock_param)->getType()->getPointeeType();
  fail(State, Place, HandleType);

  ProgramStateRef Created = setResult(State, StatusSuccess);
  if (!Place) {
    C.addTransition(Created);
    return;
  }
  DefinedOrUnknownSVal Lock = reuseSymbol(
      State, conjure(C, Event, HandleType, getCreatedLockTag()), LCtx, Place);
  SymbolRef Handle = getHandleSymbol(Lock);
  Created = Created->assume(Lock, true);
  Created = Created->bindLoc(loc::MemRegionVal(Place), Lock, LCtx);
  Created = addHandlePlace(Created, Place);
  // What the driver takes for a handle may be a number.
  if (!Handle) {
    C.addTransition(Created);
    return;
  }
  TrackedLock New{KMDF_LOCK_FREE, Ddi.family};
  New.IsOwn = isOnStack(Place, State);
  Created = setLock(Created, Handle, New);
  C.addTransition(Created,
                  LockReports::makeNote(C, KMDF_NOTE_CREATED, Handle, Call));
}

void DdiCall::acquire() {
  ProgramStateRef State = C.getState();
  ProgramStateRef Timed, Untimed = State;
  if (Ddi.timeout_param != KMDF_NO_PARAM) {
    SVal Timeout = Event.getArgSVal(Ddi.timeout_param);
    if (auto Pointer = Timeout.getAs<DefinedOrUnknownSVal>())
      std::tie(Timed, Untimed) = State->assume(*Pointer);
  }
  if (Untimed)
    send(setResult(Untimed, StatusSuccess), KMDF_EVENT_ACQUIRE,
         KMDF_NOTE_ACQUIRED);
  if (Timed) {
    send(setResult(Timed, StatusSuccess), KMDF_EVENT_ACQUIRE_TIMED,
         KMDF_NOTE_ACQUIRED_IN_TIME);
    send(setResult(Timed, StatusTimeout), KMDF_EVENT_TIME_OUT,
         KMDF_NOTE_TIMED_OUT);
  }
}

bool DdiCall::remove() {
  // Any object may be deleted; only locks are ours.
  SymbolRef Handle = getHandleSymbol(getLockArgument());
  bool IsLock = getLockFamily(Call->getArg(Ddi.lock_param)) ||
                (Handle && getLock(C.getState(), Handle));
  if (IsLock)
    send(C.getState(), KMDF_EVENT_DELETE, KMDF_NOTE_DELETED);
  return IsLock;
}

bool kmdf::evalDdi(const CallEvent &Event, const kmdf_ddi &Ddi,
                   CheckerContext &C, LockEvents Events) {
  const auto *Call = dyn_cast_or_null<CallExpr>(Event.getOriginExpr());
  if (!Call)
    return false;
  DdiCall Now(Event, Call, Ddi, C, Events);
  switch (Ddi.effect) {
  case KMDF_DDI_CREATE:
    Now.create();
    return true;
  case KMDF_DDI_ACQUIRE:
    Now.acquire();
    return true;
  case KMDF_DDI_RELEASE:
    Now.release();
    return true;
  case KMDF_DDI_DELETE:
    return Now.remove();
  }
  llvm_unreachable("no such effect");
}
