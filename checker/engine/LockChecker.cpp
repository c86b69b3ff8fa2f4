//===-- LockChecker.cpp - Engine callbacks become lock events ---*- C++ -*-===//
//
// Part of the KMDF checkers, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "LockChecker.h"

#include "Compat.h"
#include "FactsFile.h"
#include "Frames.h"
#include "FrameworkCalls.h"
#include "HandlePlaces.h"
#include "LockHandles.h"
#include "SourceNames.h"
#include "TimeoutMistake.h"
#include "UnseenCode.h"

#include "clang/StaticAnalyzer/Core/PathSensitive/CallEvent.h"
#include "clang/StaticAnalyzer/Core/PathSensitive/CheckerContext.h"

using namespace clang;
using namespace ento;
using namespace kmdf;

// What the DDIs return, from ntstatus.h.
static constexpr uint64_t StatusSuccess = 0;

/// A call of a lock DDI that is being evaluated.
struct LockChecker::LockOperation {
  CheckerContext &C;
  const CallEvent &Event;
  const CallExpr *Call;
  const kmdf_ddi *Ddi;

  SVal getLockArgument() const { return Event.getArgSVal(Ddi->lock_param); }

  /// The lock that the operation is on. Null where the handle is not known.
  SymbolRef getHandle() const { return getHandleSymbol(getLockArgument()); }

  /// The call's value, of the DDI's result type.
  ProgramStateRef setResult(ProgramStateRef State, uint64_t Value) const {
    SVal Result = C.getSValBuilder().makeIntVal(Value, Call->getType());
    return State->BindExpr(Call, C.getLocationContext(), Result);
  }
};

/// The function that is analysed, below all that it has called.
static const Decl *getAnalysedFunction(const CheckerContext &C) {
  return getTopFrame(C.getStackFrame())->getDecl();
}

void LockChecker::checkASTDecl(const TranslationUnitDecl *Unit,
                               AnalysisManager &Manager, BugReporter &) const {
  Index =
      std::make_unique<UnitIndex>(Unit->getASTContext(), Settings.KnownRoles);
  Engine.prepare(Manager, *Index);
}

void LockChecker::checkBeginFunction(CheckerContext &C) const {
  if (C.inTopFrame()) {
    Loops.reset();
    Ends.reset();
    const auto *Root = dyn_cast<FunctionDecl>(getAnalysedFunction(C));
    AreLoopsPaced = Root && Index->canReachLockCall(Root);
  } else if (!AreLoopsPaced) {
    return;
  }
  AreLoopsPaced &= Loops.isPaced(C.getLocationContext());
  Engine.setLoopControl(C.getAnalysisManager(), AreLoopsPaced);
}

void LockChecker::checkBranchCondition(const Stmt *Condition,
                                       CheckerContext &C) const {
  const auto *E = dyn_cast<Expr>(Condition);
  if (E && AreLoopsPaced && !Loops.checkBranch(E, *Index, C))
    Results.addUnknown(getAnalysedFunction(C), "a loop was cut");
}

void LockChecker::checkPreCall(const CallEvent &Call, CheckerContext &C) const {
  using Inlining = EngineOptions::Inlining;
  const auto *Callee = dyn_cast_or_null<FunctionDecl>(Call.getDecl());
  Inlining How = Inlining::AsSet;
  if (Callee && Index->canReachLockCall(Callee))
    How = Index->isRecursive(Callee) ? Inlining::Short : Inlining::Deep;
  Engine.setInlining(C.getAnalysisManager(), How);
}

//===----------------------------------------------------------------------===//
// From DDIs to events.
//===----------------------------------------------------------------------===//

bool LockChecker::evalCall(const CallEvent &Call, CheckerContext &C) const {
  const kmdf_ddi *Ddi = getDdi(dyn_cast_or_null<FunctionDecl>(Call.getDecl()));
  const auto *Expr = dyn_cast_or_null<CallExpr>(Call.getOriginExpr());
  if (!Ddi || !Expr)
    return false;
  LockOperation Op{C, Call, Expr, Ddi};
  Results.addReached(Expr);
  switch (Ddi->effect) {
  case KMDF_DDI_CREATE:
    evalCreate(Op);
    return true;
  case KMDF_DDI_ACQUIRE:
    evalAcquire(Op);
    return true;
  case KMDF_DDI_RELEASE:
    evalRelease(Op);
    return true;
  case KMDF_DDI_DELETE:
    return evalDelete(Op);
  }
  llvm_unreachable("no such effect");
}

void LockChecker::evalCreate(const LockOperation &Op) const {
  CheckerContext &C = Op.C;
  ProgramStateRef State = C.getState();
  SValBuilder &Values = C.getSValBuilder();
  auto Out = Op.getLockArgument().getAs<Loc>();
  QualType HandleType =
      Op.Call->getArg(Op.Ddi->lock_param)->getType()->getPointeeType();
  const MemRegion *Place = Out ? Out->getAsRegion() : nullptr;

  // The page of WdfWaitLockCreate: STATUS_SUCCESS, or an error status.
  DefinedOrUnknownSVal Failure = conjure(C, Op.Event, Op.Call->getType(), this);
  ProgramStateRef Failed =
      State->BindExpr(Op.Call, C.getLocationContext(), Failure);
  SVal IsNegative = Values.evalBinOp(Failed, BO_LT, Failure,
                                     Values.makeIntVal(0, Op.Call->getType()),
                                     Values.getConditionType());
  if (auto Condition = IsNegative.getAs<DefinedSVal>())
    Failed = Failed->assume(*Condition, true);
  if (Failed) {
    if (Place)
      Failed = Failed->bindLoc(*Out, Values.makeNullWithType(HandleType),
                               C.getLocationContext());
    C.addTransition(Failed);
  }

  ProgramStateRef Created = Op.setResult(State, StatusSuccess);
  if (Place) {
    DefinedOrUnknownSVal Lock =
        conjure(C, Op.Event, HandleType, getCreatedLockTag());
    Created = Created->assume(Lock, true);
    Created = Created->bindLoc(*Out, Lock, C.getLocationContext());
    Created = addHandlePlace(Created, Place);
    SymbolRef Handle = getHandleSymbol(Lock);
    bool IsOwn = isOnStack(Place, State);
    Created = setLock(
        Created, Handle,
        {KMDF_LOCK_FREE, Op.Ddi->family, Op.Call, C.getStackFrame(), IsOwn});
    C.addTransition(
        Created, LockReports::makeNote(C, KMDF_NOTE_CREATED, Handle, Op.Call));
    return;
  }
  C.addTransition(Created);
}

void LockChecker::evalAcquire(const LockOperation &Op) const {
  ProgramStateRef State = Op.C.getState();
  ProgramStateRef Timed, Untimed = State;
  if (Op.Ddi->timeout_param != KMDF_NO_PARAM) {
    SVal Timeout = Op.Event.getArgSVal(Op.Ddi->timeout_param);
    if (auto Pointer = Timeout.getAs<DefinedOrUnknownSVal>())
      std::tie(Timed, Untimed) = State->assume(*Pointer);
  }
  if (Untimed)
    send(Op, Op.setResult(Untimed, StatusSuccess), KMDF_EVENT_ACQUIRE,
         KMDF_NOTE_ACQUIRED);
  if (Timed) {
    send(Op, Op.setResult(Timed, StatusSuccess), KMDF_EVENT_ACQUIRE_TIMED,
         KMDF_NOTE_ACQUIRED_IN_TIME);
    send(Op, Op.setResult(Timed, StatusTimeout), KMDF_EVENT_TIME_OUT,
         KMDF_NOTE_TIMED_OUT);
  }
}

void LockChecker::evalRelease(const LockOperation &Op) const {
  send(Op, Op.C.getState(), KMDF_EVENT_RELEASE, KMDF_NOTE_RELEASED);
}

bool LockChecker::evalDelete(const LockOperation &Op) const {
  // Any object may be deleted; only locks are ours.
  SymbolRef Handle = Op.getHandle();
  bool IsLock = getLockFamily(Op.Call->getArg(Op.Ddi->lock_param)) ||
                (Handle && getLock(Op.C.getState(), Handle));
  if (!IsLock)
    return false;
  send(Op, Op.C.getState(), KMDF_EVENT_DELETE, KMDF_NOTE_DELETED);
  return true;
}

TrackedLock LockChecker::getCurrent(const LockOperation &Op,
                                    ProgramStateRef State) const {
  SymbolRef Handle = Op.getHandle();
  if (const TrackedLock *Lock = getLock(State, Handle))
    return *Lock;
  // What the path has not touched: free in a callback, unless something may
  // have changed that.
  bool IsFree = Index->getRoles().find(getAnalysedFunction(Op.C)) &&
                !haveAllLocksEscaped(State) && !isFromNowhere(Handle);
  kmdf_lock_family Family = Op.Ddi->family;
  if (auto Known = getLockFamily(Op.Call->getArg(Op.Ddi->lock_param)))
    Family = *Known;
  return {IsFree ? KMDF_LOCK_FREE : KMDF_LOCK_UNKNOWN, Family,
          /*Site=*/nullptr, /*Frame=*/nullptr, /*IsOwn=*/false};
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

/// The state in which a DDI works on the handle: one that is NULL would have
/// stopped the system. Null if the path knows that it is NULL.
static ProgramStateRef assumeNonNull(ProgramStateRef State, SVal Handle) {
  ConditionTruthVal IsNull = State->isNull(Handle);
  if (IsNull.isConstrainedFalse())
    return State;
  auto Value = Handle.getAs<DefinedOrUnknownSVal>();
  return Value ? State->assume(*Value, true) : State;
}

void LockChecker::send(const LockOperation &Op, ProgramStateRef State,
                       kmdf_lock_event Event, kmdf_note Note) const {
  CheckerContext &C = Op.C;
  SymbolRef Handle = Op.getHandle();
  if (!Handle) {
    // NULL is no lock; of any other value nothing is known.
    if (Op.getLockArgument().isUnknownOrUndef())
      State = escapeAll(C, State, "the value of a lock's handle is not known");
    C.addTransition(State);
    return;
  }

  TrackedLock Before = getCurrent(Op, State);
  if (!Before.isHeld()) {
    ProgramStateRef NonNull = assumeNonNull(State, Op.getLockArgument());
    if (!NonNull) {
      C.addTransition(State);
      return;
    }
    State = NonNull;
  }
  if (Event == KMDF_EVENT_RELEASE && !Before.isHeld()) {
    ProgramStateRef Weakened = escapeWhatMayBe(State, Handle);
    if (Weakened != State) {
      Results.addUnknown(getAnalysedFunction(C), "two handles may be one lock");
      State = Weakened;
      Before.State = KMDF_LOCK_UNKNOWN;
    }
  }

  kmdf_lock_step Step = kmdf_step_lock(Before.State, Event);
  if (Step.path == KMDF_PATH_IMPOSSIBLE)
    return;
  TrackedLock After = Before;
  After.State = Step.next;
  if (Step.next != Before.State || Step.violation != KMDF_VIOLATION_NONE) {
    After.Site = Op.Call;
    After.Frame = C.getStackFrame();
  }
  After.TimedOut = Event == KMDF_EVENT_TIME_OUT ? Op.Call : nullptr;
  State = setLock(State, Handle, After);
  const NoteTag *Tag = LockReports::makeNote(C, Note, Handle, Op.Call);
  ExplodedNode *Node = Step.path == KMDF_PATH_ENDS
                           ? C.generateErrorNode(State, Tag)
                           : C.addTransition(State, Tag);
  if (Step.violation != KMDF_VIOLATION_NONE)
    report(C, Node, Breach{Step.violation, Handle, Before, Op.Call});
}

//===----------------------------------------------------------------------===//
// Code that is not seen.
//===----------------------------------------------------------------------===//

ProgramStateRef LockChecker::escapeAll(CheckerContext &C, ProgramStateRef State,
                                       std::string Reason) const {
  Results.addUnknown(getAnalysedFunction(C), std::move(Reason));
  return escapeAllLocks(State);
}

/// Why nothing is known of the locks after a call with \p Effect. Null if it
/// leaves them as they are.
static const char *explain(UnseenEffect Effect) {
  switch (Effect) {
  case UnseenEffect::None:
    return nullptr;
  case UnseenEffect::NameSaysLock:
    return "is not in this file, and its name says that it locks or unlocks";
  case UnseenEffect::AnnotatedAsLock:
    return "is not in this file, and is annotated to lock or unlock";
  case UnseenEffect::NotInlined:
    return "was too large, too deep or too recursive to follow";
  }
  llvm_unreachable("no such effect");
}

/// The lock whose handle is an argument, or is at an address that is one.
static std::optional<std::pair<SymbolRef, kmdf_lock_family>>
getPassedLock(ProgramStateRef State, const CallEvent &Call, unsigned Argument) {
  const Expr *E = Call.getArgExpr(Argument);
  SVal Value = Call.getArgSVal(Argument);
  if (!E || !Value.getAs<Loc>())
    return std::nullopt;
  auto Family = getLockFamily(E);
  if (!Family) {
    const auto *Place = dyn_cast_or_null<TypedValueRegion>(Value.getAsRegion());
    if (!Place || !(Family = getLockFamily(Place->getValueType())))
      return std::nullopt;
    Value = State->getSVal(Place);
  }
  SymbolRef Handle = getHandleSymbol(Value);
  if (!Handle)
    return std::nullopt;
  return std::make_pair(Handle, *Family);
}

void LockChecker::checkPostCall(const CallEvent &Call,
                                CheckerContext &C) const {
  if (C.wasInlined)
    return;
  const auto *Callee = dyn_cast_or_null<FunctionDecl>(Call.getDecl());
  if (getDdi(Callee))
    return;
  ProgramStateRef State = C.getState();
  if (Callee)
    if (const char *Why = explain(getUnseenEffect(Callee, *Index)))
      State = escapeAll(C, State,
                        "'" + getFunctionName(Callee, Index->getRoles()) +
                            "' " + Why);
  for (unsigned I = 0, N = Call.getNumArgs(); I != N; ++I)
    if (auto Passed = getPassedLock(State, Call, I))
      if (mayUseHandleArgument(Callee, I))
        State = escapeLock(State, Passed->first, Passed->second);
  C.addTransition(State);
}

//===----------------------------------------------------------------------===//
// The end of a handle's life, and of a function.
//===----------------------------------------------------------------------===//

static ProgramStateRef giveAway(ProgramStateRef State, SymbolRef Handle) {
  const TrackedLock *Lock = getLock(State, Handle);
  if (!Lock || !Lock->IsOwn)
    return State;
  TrackedLock Shared = *Lock;
  Shared.IsOwn = false;
  return setLock(State, Handle, Shared);
}

void LockChecker::checkPreStmt(const ReturnStmt *Return,
                               CheckerContext &C) const {
  const Expr *Value = Return->getRetValue();
  if (!Value || !getLockFamily(Value->getType()))
    return;
  if (SymbolRef Handle = getHandleSymbol(C.getSVal(Value)))
    C.addTransition(giveAway(C.getState(), Handle));
}

ProgramStateRef
LockChecker::checkPointerEscape(ProgramStateRef State,
                                const InvalidatedSymbols &Escaped,
                                const CallEvent *, PointerEscapeKind) const {
  if (!hasLocks(State))
    return State;
  for (SymbolRef Symbol : Escaped)
    State = giveAway(State, Symbol);
  return State;
}

void LockChecker::checkDeadSymbols(SymbolReaper &Reaper,
                                   CheckerContext &C) const {
  ProgramStateRef State = C.getState();
  auto Dead = getLocks(State, [&](SymbolRef Handle, const TrackedLock &Lock) {
    // What is held under a handle that others have too may yet be released
    // through theirs, and to forget what is unknown would make it free.
    return Reaper.isDead(Handle) && Lock.State != KMDF_LOCK_UNKNOWN &&
           (Lock.IsOwn || !Lock.isHeld());
  });
  if (Dead.empty())
    return;
  bool IsInCallback = getCallbackFrame(C.getStackFrame(), Index->getRoles());
  llvm::SmallVector<Breach, 2> Breaches;
  for (const auto &[Handle, Lock] : Dead) {
    kmdf_lock_step Step = kmdf_step_lock(Lock.State, KMDF_EVENT_LOSE);
    if (Step.violation != KMDF_VIOLATION_NONE) {
      // It is by returning that a callback breaks the rule.
      if (IsInCallback)
        continue;
      Breaches.push_back({Step.violation, Handle, Lock});
    }
    State = forgetLock(State, Handle);
  }
  report(C, C.addTransition(State), Breaches);
}

void LockChecker::checkEndFunction(const ReturnStmt *Return,
                                   CheckerContext &C) const {
  const StackFrameContext *Frame = C.getStackFrame();
  ProgramStateRef State = Loops.endFunction(C.getState(), Frame);
  if (!Index->getRoles().find(Frame->getDecl())) {
    C.addTransition(State);
    return;
  }
  if (C.inTopFrame())
    Ends.add(Return, State);
  // What the callback holds for its caller, it did not acquire itself.
  auto Own = getLocks(State, [&](SymbolRef, const TrackedLock &Lock) {
    return Lock.Frame == Frame || (Lock.Frame && Frame->isParentOf(Lock.Frame));
  });
  llvm::SmallVector<Breach, 2> Breaches;
  for (const auto &[Handle, Lock] : Own) {
    kmdf_lock_step Step = kmdf_step_lock(Lock.State, KMDF_EVENT_RETURN);
    if (Step.violation == KMDF_VIOLATION_NONE)
      continue;
    Breaches.push_back({Step.violation, Handle, Lock, /*Call=*/nullptr, Return,
                        /*IsAtReturn=*/true});
    State = escapeLock(State, Handle, Lock.Family);
  }
  if (Breaches.empty())
    C.addTransition(State);
  else
    report(C, C.generateNonFatalErrorNode(State), Breaches);
}

void LockChecker::report(CheckerContext &C, ExplodedNode *Node,
                         llvm::ArrayRef<Breach> Breaches) const {
  // Without a node the path has been here before.
  for (const Breach &What : Breaches)
    if (Node)
      Reports.report(C, Node, What, *Index, Results);
}

void LockChecker::checkEndAnalysis(ExplodedGraph &Graph, BugReporter &BR,
                                   ExprEngine &Explored) const {
  Reports.emit(BR, Ends);
  if (Loops.hideCode(Graph))
    Results.addUnknown(getRoot(Graph)->getLocationContext()->getDecl(),
                       "a loop was cut");
  Results.addAnalysed(Graph, Explored);
}

void LockChecker::checkEndOfTranslationUnit(const TranslationUnitDecl *Unit,
                                            AnalysisManager &,
                                            BugReporter &) const {
  if (!Settings.FactsFile.empty())
    writeFacts(Settings.FactsFile, Unit->getASTContext(), *Index, Results,
               Reports);
}
