//===-- LockChecker.cpp - Engine callbacks become lock events ---*- C++ -*-===//
//
// Part of the KMDF checkers, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "LockChecker.h"

#include "Compat.h"
#include "ConstantTables.h"
#include "DdiCalls.h"
#include "FactsFile.h"
#include "ForeignFunctions.h"
#include "Frames.h"
#include "FrameworkCalls.h"
#include "GuessedPaths.h"
#include "HandlePlaces.h"
#include "InconsistentEnds.h"
#include "LockContracts.h"
#include "LockHandles.h"
#include "LoopRecords.h"
#include "MadeUpCode.h"
#include "NamedPlaces.h"
#include "PassedLocks.h"
#include "PlainerCxx.h"
#include "ReusedSymbols.h"
#include "SourceNames.h"
#include "StructuredExceptions.h"
#include "UnseenCode.h"
#include "VolatileReads.h"

#include "clang/AST/ParentMap.h"
#include "clang/StaticAnalyzer/Core/PathSensitive/CallEvent.h"
#include "clang/StaticAnalyzer/Core/PathSensitive/CheckerContext.h"

using namespace clang;
using namespace ento;
using namespace kmdf;

/// The function that is analysed, below all that it has called.
static const Decl *getAnalysedFunction(const CheckerContext &C) {
  return getTopFrame(C.getStackFrame())->getDecl();
}

void LockChecker::checkASTDecl(const TranslationUnitDecl *Unit,
                               AnalysisManager &Manager, BugReporter &) const {
  Index =
      std::make_unique<UnitIndex>(Unit->getASTContext(), Settings.KnownRoles);
  Index->getGlobals().makeUnwrittenConst();
  rewriteStructuredExceptions(Manager.getASTContext(), *Index);
  rewriteCxx(Manager.getASTContext(), *Index);
  Engine.prepare(Manager, *Index);
  // Functions of other files come later.
  if (Engine.areOursAlone() && !Manager.options.IsNaiveCTUEnabled &&
      llvm::none_of(Index->getDefinitions(), [&](const FunctionDecl *Function) {
        return isOfInterest(Function);
      }))
    Engine.skipUnit(Manager);
}

void LockChecker::checkBeginFunction(CheckerContext &C) const {
  if (C.inTopFrame()) {
    if (!AreForeignAdded) {
      AreForeignAdded = true;
      addForeignFunctions(*Index, C);
      EngineOptions::addLoopConditions(C.getASTContext(), *Index);
    }
    Loops.reset();
    Owed.clear();
    const auto *Root = dyn_cast<FunctionDecl>(getAnalysedFunction(C));
    AreLoopsPaced = Root && Index->canReachLockCall(Root);
    if (Root && Engine.areOursAlone() && !isOfInterest(Root)) {
      C.generateSink(C.getState(), C.getPredecessor());
      return;
    }
    if (Root) {
      ProgramStateRef State = beginWithContracts(Root, C);
      C.addTransition(AreLoopsPaced ? startReusingSymbols(State) : State);
    }
  } else if (!AreLoopsPaced) {
    return;
  }
  AreLoopsPaced &= Loops.isPaced(C.getLocationContext());
  Engine.setLoopControl(C.getAnalysisManager(), AreLoopsPaced);
}

/// Whether there may be something to say of locks in \p Root.
bool LockChecker::isOfInterest(const FunctionDecl *Root) const {
  // Of what was not looked into, nothing is known.
  return !getLockContracts(Root).empty() || !Index->isLookedInto(Root) ||
         mayReachLock(Root, *Index);
}

/// The state in which \p Function begins by its annotations.
ProgramStateRef LockChecker::beginWithContracts(const FunctionDecl *Function,
                                                CheckerContext &C) const {
  ProgramStateRef State = C.getState();
  const LocationContext *LCtx = C.getLocationContext();
  for (LockContract &Contract : getLockContracts(Function)) {
    if (!Contract.Path)
      continue;
    SVal Start = UnknownVal();
    if (const ParmVarDecl *Parameter = Contract.Path->Parameter) {
      unsigned I = Parameter->getFunctionScopeIndex();
      Start = State->getSVal(State->getLValue(Function->getParamDecl(I), LCtx));
    } else if (const auto *Method = dyn_cast<CXXMethodDecl>(Function)) {
      if (Method->isInstance())
        Start = State->getSVal(
            C.getSValBuilder().getCXXThis(Method, C.getStackFrame()));
    }
    SymbolRef Handle =
        getHandleSymbol(Contract.Path->follow(Start, State, LCtx));
    if (!Handle)
      continue;
    State = setLock(State, Handle,
                    {Contract.beginsHeld() ? KMDF_LOCK_HELD : KMDF_LOCK_FREE,
                     Contract.Family});
    Owed.push_back({Handle, std::move(Contract)});
  }
  return State;
}

/// What the function that is analysed, and ends in \p State, owes its caller by
/// its annotations.
void LockChecker::endWithContracts(ProgramStateRef &State,
                                   const ReturnStmt *Return,
                                   llvm::SmallVectorImpl<Breach> &To) const {
  for (const auto &[Handle, Contract] : Owed) {
    // A lock that is free is forgotten with its handle's last use.
    TrackedLock Lock{KMDF_LOCK_FREE, Contract.Family};
    if (const TrackedLock *Known = getLock(State, Handle))
      Lock = *Known;
    kmdf_lock_step Step =
        kmdf_step_lock(Lock.State, Contract.endsHeld() ? KMDF_EVENT_OWE_HELD
                                                       : KMDF_EVENT_OWE_FREE);
    if (Step.violation == KMDF_VIOLATION_NONE)
      continue;
    To.push_back({Step.violation, Handle, Lock, /*Call=*/nullptr, Return,
                  /*IsAtReturn=*/true, Contract.Text});
    State = escapeLock(State, Handle, Lock.Family);
  }
}

void LockChecker::checkBranchCondition(const Stmt *Condition,
                                       CheckerContext &C) const {
  const auto *E = dyn_cast<Expr>(Condition);
  if (E && AreLoopsPaced && !Loops.checkBranch(E, *Index, C))
    Results.addUnfinished(getAnalysedFunction(C), "a loop was cut");
}

void LockChecker::checkPreCall(const CallEvent &Call, CheckerContext &C) const {
  using Inlining = EngineOptions::Inlining;
  const auto *Callee = dyn_cast_or_null<FunctionDecl>(Call.getDecl());
  Inlining How = Inlining::AsSet;
  if (Callee && Index->canReachLockCall(Callee))
    How = Index->isRecursive(Callee) ? Inlining::Short : Inlining::Deep;
  Engine.setInlining(C.getAnalysisManager(), How);
}

void LockChecker::checkNewAllocator(const CXXAllocatorCall &Call,
                                    CheckerContext &C) const {
  // The engine runs the constructor even where a `new` that cannot throw found
  // no memory. One that takes a lock must not have run there.
  const auto *New = dyn_cast_or_null<CXXNewExpr>(Call.getOriginExpr());
  const CXXConstructExpr *Construction =
      New ? New->getConstructExpr() : nullptr;
  if (!Construction || !Index->canReachLockCall(Construction->getConstructor()))
    return;
  auto Memory = Call.getObjectUnderConstruction().getAs<DefinedOrUnknownSVal>();
  if (ProgramStateRef State =
          Memory ? C.getState()->assume(*Memory, true) : nullptr)
    C.addTransition(State);
}

/// Whether a variable is initialised with \p Lambda.
static bool isOfVariable(const LambdaExpr *Lambda, const ParentMap &Parents) {
  const Stmt *User = Parents.getParent(const_cast<LambdaExpr *>(Lambda));
  if (isa_and_nonnull<ExprWithCleanups>(User))
    User = Parents.getParent(const_cast<Stmt *>(User));
  return isa_and_nonnull<DeclStmt>(User);
}

void LockChecker::checkPostStmt(const LambdaExpr *Lambda,
                                CheckerContext &C) const {
  // PlainerCxx.h sees to what is captured where a variable is made of it.
  // Elsewhere the engine loses that, or does not destroy it.
  const CXXDestructorDecl *Destructor =
      Lambda->getLambdaClass()->getDestructor();
  if (Destructor && Index->canReachLockCall(Destructor) &&
      (!DoesEngineKnowCaptures ||
       !isOfVariable(Lambda, C.getLocationContext()->getParentMap())))
    C.addTransition(makeEvents(C).escapeAll(
        C.getState(), "a lambda captures an object that takes locks"));
}

void LockChecker::checkPostStmt(const ImplicitCastExpr *Cast,
                                CheckerContext &C) const {
  readConstantPointer(Cast, C);
  readVolatile(Cast, C);
}

void LockChecker::checkPostStmt(const DeclStmt *Declarations,
                                CheckerContext &C) const {
  for (const Decl *D : Declarations->decls()) {
    const auto *Variable = dyn_cast<VarDecl>(D);
    if (const NamedDecl *Guard =
            Variable ? findGuessedGuard(Variable) : nullptr)
      C.addTransition(makeEvents(C).escapeAll(
          C.getState(), "'" + Guard->getNameAsString() +
                            "' is declared nowhere, and an object of it may "
                            "lock or unlock"));
  }
}

LockEvents LockChecker::makeEvents(CheckerContext &C) const {
  return LockEvents(C, *Index, Results, Reports);
}

bool LockChecker::evalCall(const CallEvent &Call, CheckerContext &C) const {
  const kmdf_ddi *Ddi = getDdi(dyn_cast_or_null<FunctionDecl>(Call.getDecl()));
  if (!Ddi)
    return false;
  if (const auto *Expr = dyn_cast_or_null<CallExpr>(Call.getOriginExpr()))
    Results.addReached(Expr);
  return evalDdi(Call, *Ddi, C, makeEvents(C));
}

//===----------------------------------------------------------------------===//
// Code that is not seen.
//===----------------------------------------------------------------------===//

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
  case UnseenEffect::Lost:
    return "could not be parsed";
  case UnseenEffect::NotUnderstood:
    return "could not be parsed as a whole, and the rest may lock or unlock";
  case UnseenEffect::Exception:
    return "handles exceptions that are raised while locks may change";
  case UnseenEffect::NotInlined:
    return "was too large, too deep or too recursive to follow";
  case UnseenEffect::ObjectNotKnown:
    return "was not followed: the analyzer does not know its object";
  }
  llvm_unreachable("no such effect");
}

/// The value of the parameter of \p Path, or of `this`, in \p Call.
static SVal getStart(const LockPath &Path, const CallEvent &Call) {
  if (Path.Parameter) {
    unsigned I = Path.Parameter->getFunctionScopeIndex();
    return I < Call.getNumArgs() ? Call.getArgSVal(I) : UnknownVal();
  }
  const auto *Method = dyn_cast<CXXInstanceCall>(&Call);
  return Method ? Method->getCXXThisVal() : UnknownVal();
}

/// Whether what the callee is annotated to do to locks can be told. Then it was
/// done.
bool LockChecker::fulfilContracts(const CallEvent &Call,
                                  const FunctionDecl *Callee,
                                  CheckerContext &C) const {
  const auto *Expr = dyn_cast_or_null<CallExpr>(Call.getOriginExpr());
  std::vector<LockContract> Contracts = getLockContracts(Callee);
  if (!Expr || !areTelling(Contracts))
    return false;
  ExplodedNode *Node = C.getPredecessor();
  auto Send = [&](LockContract::KindOfContract Kind, kmdf_lock_event Event,
                  kmdf_note Note) {
    for (const LockContract &Contract : Contracts)
      if (Node && Contract.Kind == Kind) {
        ProgramStateRef State = Node->getState();
        SVal Handle = Contract.Path->follow(getStart(*Contract.Path, Call),
                                            State, C.getLocationContext());
        Node = makeEvents(C).send({Expr, Handle, Contract.Family}, Node, State,
                                  Event, Note);
      }
  };
  Send(LockContract::Releases, KMDF_EVENT_RELEASE, KMDF_NOTE_RELEASED);
  Send(LockContract::Acquires, KMDF_EVENT_ACQUIRE, KMDF_NOTE_ACQUIRED);
  return true;
}

static bool isAnyHeld(ProgramStateRef State) {
  return !getLocks(State, [](SymbolRef, const TrackedLock &Lock) {
            return Lock.isHeld();
          }).empty();
}

/// Whether \p Call is given a lambda that works on locks, to be called
/// whenever.
static bool isGivenLock(const CallEvent &Call, const UnitIndex &Index) {
  for (unsigned I = 0, N = Call.getNumArgs(); I != N; ++I) {
    const Expr *Argument = Call.getArgExpr(I);
    const CXXRecordDecl *Class =
        Argument ? Argument->getType()->getAsCXXRecordDecl() : nullptr;
    if (Class && Class->isLambda() &&
        Index.canReachLockCall(Class->getLambdaCallOperator()))
      return true;
  }
  return false;
}

/// Whether a macro that \p Argument is given to, and that is taken for
/// \p Call, may give it another value. What is unknown anyway is left as it
/// is, but where the macro says that it changes it.
static bool mayChangeArgument(const CallEvent &Call, unsigned I,
                              CheckerContext &C) {
  const auto *Callee = cast<FunctionDecl>(Call.getDecl());
  QualType T = Call.getArgExpr(I)->getType();
  // SetFlag(Flags, 1); gives nothing back.
  if (I == 0 && T->isIntegralOrEnumerationType() && saysThatItChanges(Callee) &&
      !C.getLocationContext()->getParentMap().isConsumedExpr(
          const_cast<Expr *>(Call.getOriginExpr())))
    return true;
  // NEW(Pointer, TYPE).
  const auto *Reference =
      dyn_cast<DeclRefExpr>(Call.getArgExpr(I)->IgnoreParenImpCasts());
  const auto *Variable =
      Reference ? dyn_cast<VarDecl>(Reference->getDecl()) : nullptr;
  SVal Value = Call.getArgSVal(I);
  return mayBeMacro(Callee) && Variable && Variable->hasLocalStorage() &&
         Variable->getType()->isScalarType() &&
         (Value.isUndef() || Value.isConstant());
}

/// The state in which a macro that is taken for \p Call has changed what it
/// may change.
static ProgramStateRef forgetArguments(CheckerContext &C, ProgramStateRef State,
                                       const CallEvent &Call) {
  for (unsigned I = 0, N = Call.getNumArgs(); I != N; ++I) {
    const Expr *Argument = Call.getArgExpr(I);
    if (!Argument || !mayChangeArgument(Call, I, C))
      continue;
    const MemRegion *Place =
        getNamedRegion(Argument, State, C.getLocationContext());
    if (!Place)
      continue;
    QualType T = Argument->IgnoreParenImpCasts()->getType();
    State =
        State->bindLoc(loc::MemRegionVal(Place), conjure(C, Call, T, Argument),
                       C.getLocationContext());
  }
  return State;
}

static const CXXBaseObjectRegion *getBaseObject(SVal This) {
  return dyn_cast_or_null<CXXBaseObjectRegion>(This.getAsRegion());
}

/// Whether the engine destroys a virtual base with a base that shares it, as
/// it does once too often.
static bool isDestroyedTooOften(const CallEvent &Call, CheckerContext &C) {
  const auto *Destruction = dyn_cast<CXXDestructorCall>(&Call);
  const CXXBaseObjectRegion *Base =
      Destruction ? getBaseObject(Destruction->getCXXThisVal()) : nullptr;
  const StackFrameContext *Frame = C.getStackFrame();
  const auto *Sharer = dyn_cast<CXXDestructorDecl>(Frame->getDecl());
  return Base && Base->isVirtual() && Sharer &&
         getBaseObject(C.getState()->getSVal(
             C.getSValBuilder().getCXXThis(Sharer, Frame)));
}

/// The state before the call that the engine has just come back from.
static ProgramStateRef getStateBeforeInlined(const ExplodedNode *N) {
  const StackFrameContext *Callee = nullptr;
  for (; N; N = N->getFirstPred())
    if (auto End = N->getLocationAs<CallExitEnd>()) {
      if (!Callee)
        Callee = End->getCalleeContext();
    } else if (auto Enter = N->getLocationAs<CallEnter>()) {
      if (Enter->getCalleeContext() == Callee)
        return N->getFirstPred()->getState();
    }
  return nullptr;
}

void LockChecker::checkPostCall(const CallEvent &Call,
                                CheckerContext &C) const {
  if (C.wasInlined) {
    if (isDestroyedTooOften(Call, C))
      if (ProgramStateRef Before = getStateBeforeInlined(C.getPredecessor()))
        C.addTransition(Before);
    return;
  }
  const auto *Callee = dyn_cast_or_null<FunctionDecl>(Call.getDecl());
  if (getDdi(Callee))
    return;
  UnseenEffect Effect =
      Callee ? getUnseenEffect(Callee, *Index) : UnseenEffect::None;
  if (Effect == UnseenEffect::AnnotatedAsLock &&
      fulfilContracts(Call, Callee, C))
    return;
  ProgramStateRef State = C.getState();
  if (Callee) {
    // What stands for a part of a function has no name of its own.
    const Decl *Named = Effect == UnseenEffect::NotUnderstood ||
                                Effect == UnseenEffect::Exception
                            ? C.getStackFrame()->getDecl()
                            : Callee;
    auto Say = [&](StringRef What) {
      return "'" + getFunctionName(Named, Index->getRoles()) + "' " +
             What.str();
    };
    if (const char *Why = explain(Effect))
      State = makeEvents(C).escapeAll(State, Say(Why));
    if (isMadeUp(Callee) && isGivenLock(Call, *Index))
      State = makeEvents(C).escapeAll(State,
                                      Say("is declared nowhere, and is given a "
                                          "lambda that locks or unlocks"));
    if (mayLeaveFunction(Callee) && isAnyHeld(State))
      Results.addUnknown(getAnalysedFunction(C),
                         Say("is declared nowhere, and may leave the function "
                             "while a lock is held"));
    if (isMadeUp(Callee))
      State = forgetArguments(C, State, Call);
  }
  const auto *Made = dyn_cast_or_null<CallExpr>(Call.getOriginExpr());
  if (Made && !Callee) {
    if (Index->mayCallLock(Made))
      State = makeEvents(C).escapeAll(
          State, "which function is called through a pointer is not known, and "
                 "one that it may be locks or unlocks");
    else if (const NamedDecl *Pointer = findLockPointer(Made))
      State = makeEvents(C).escapeAll(
          State, "'" + Pointer->getNameAsString() +
                     "' is called through a pointer, and its name says that it "
                     "locks or unlocks");
  }
  if (Made)
    State = reuseReturnedSymbol(State, Made, C.getLocationContext());
  C.addTransition(State);
}

ProgramStateRef LockChecker::checkRegionChanges(ProgramStateRef State,
                                                const InvalidatedSymbols *,
                                                ArrayRef<const MemRegion *>,
                                                ArrayRef<const MemRegion *>,
                                                const LocationContext *LCtx,
                                                const CallEvent *Call) const {
  // Here alone, the state is still to be had in which the call was made.
  if (!Call)
    return State;
  const auto *Callee = dyn_cast_or_null<FunctionDecl>(Call->getDecl());
  if (Callee && !Callee->hasBody() && areTelling(getLockContracts(Callee)))
    return State;
  PassedLocks Passed(*Call);
  for (const PassedLock &Used : Passed.getLocks()) {
    const TrackedLock *Lock = getLock(State, Used.Handle);
    if (Lock && Lock->isHeld())
      Results.addUnknown(getTopFrame(LCtx->getStackFrame())->getDecl(),
                         "code that is not in this file was handed a lock that "
                         "is held");
    State = escapeLock(State, Used.Handle, Used.Family);
  }
  for (const PassedPlace &Given : Passed.getPlaces()) {
    State = addHandlePlace(State, Given.Place);
    if (SymbolRef Handle = getHandleSymbol(State->getSVal(Given.Place)))
      State = escapeLock(State, Handle, Given.Family);
  }
  return State;
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
  ProgramStateRef State = C.getState();
  if (C.inTopFrame())
    State = setReturn(State, Return);
  const Expr *Value = Return->getRetValue();
  if (Value && getLockFamily(Value->getType()))
    if (SymbolRef Handle = getHandleSymbol(C.getSVal(Value)))
      State = giveAway(State, Handle);
  C.addTransition(State);
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

void LockChecker::checkLiveSymbols(ProgramStateRef State,
                                   SymbolReaper &Reaper) const {
  // Which element a lock is in may be known later than it was acquired.
  for (const auto &[Handle, Lock] :
       getLocks(State, [](SymbolRef Handle, const TrackedLock &Lock) {
         return Lock.isHeld() &&
                isa_and_nonnull<ElementRegion>(Handle->getOriginRegion());
       }))
    Reaper.markElementIndicesLive(Handle->getOriginRegion());
}

void LockChecker::checkDeadSymbols(SymbolReaper &Reaper,
                                   CheckerContext &C) const {
  ProgramStateRef State = C.getState();
  if (!hasLocks(State))
    return;
  bool IsInCallback = getCallbackFrame(C.getStackFrame(), Index->getRoles());
  auto Dead = getLocks(State, [&](SymbolRef Handle, const TrackedLock &Lock) {
    // Of a function that is no callback, it will be asked what it released.
    if (Lock.State == KMDF_LOCK_FREE && !IsInCallback && !Lock.IsOwn)
      return false;
    // What is held under a handle that others have too may yet be released
    // through theirs, and to forget what is unknown would make it free.
    return Reaper.isDead(Handle) && Lock.State != KMDF_LOCK_UNKNOWN &&
           (Lock.IsOwn || !Lock.isHeld());
  });
  if (Dead.empty())
    return;
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
  makeEvents(C).report(C.addTransition(State), Breaches);
}

/// What the callback that ends in \p State acquired itself and still holds.
void LockChecker::endCallback(ProgramStateRef &State,
                              const StackFrameContext *Frame,
                              const ReturnStmt *Return,
                              llvm::SmallVectorImpl<Breach> &To) const {
  auto Own = getLocks(State, [&](SymbolRef, const TrackedLock &Lock) {
    return Lock.Owner == Frame;
  });
  for (const auto &[Handle, Lock] : Own) {
    kmdf_lock_step Step = kmdf_step_lock(Lock.State, KMDF_EVENT_RETURN);
    if (Step.violation == KMDF_VIOLATION_NONE)
      continue;
    To.push_back({Step.violation, Handle, Lock, /*Call=*/nullptr, Return,
                  /*IsAtReturn=*/true});
    State = escapeLock(State, Handle, Lock.Family);
  }
}

void LockChecker::checkEndFunction(const ReturnStmt *Return,
                                   CheckerContext &C) const {
  const StackFrameContext *Frame = C.getStackFrame();
  ProgramStateRef State = forgetLoops(C.getState(), Frame);
  const ProgramStateRef Before = State;
  llvm::SmallVector<Breach, 2> Breaches;
  if (C.inTopFrame())
    endWithContracts(State, Return, Breaches);
  if (Index->getRoles().find(Frame->getDecl()))
    endCallback(State, Frame, Return, Breaches);
  const Expr *Value = Return ? Return->getRetValue() : nullptr;
  SVal ReturnValue = Value ? C.getSVal(Value) : UnknownVal();
  // A node of its own where it may become the end of a report's path.
  static const SimpleProgramPointTag Tag("kmdf", "function end");
  ExplodedNode *Node = Breaches.empty()
                           ? C.addTransition(State, C.getPredecessor(),
                                             C.inTopFrame() ? &Tag : nullptr)
                           : C.generateNonFatalErrorNode(State);
  if (C.inTopFrame() && Node)
    Ends.add({Return, Node, Before, ReturnValue});
  makeEvents(C).report(Node, Breaches);
}

/// Reports what the function that was analysed leaves held on some ways out. A
/// callback owes more than that, one that is annotated owes what it says, and
/// what one does for its callers in this file shows in them.
void LockChecker::checkEnds(const FunctionDecl *Function) const {
  if (Index->getRoles().find(Function) || !Owed.empty())
    return;
  std::vector<InconsistentEnd> Inconsistent = findInconsistentEnds(Ends);
  if (Inconsistent.empty() || Index->isCalled(Function))
    return;
  for (const InconsistentEnd &Bad : Inconsistent) {
    kmdf_lock_step Step =
        kmdf_step_lock(Bad.Lock.State, KMDF_EVENT_END_WITH_FREE);
    Reports.report(Bad.End.Node,
                   {Step.violation, Bad.Handle, Bad.Lock, /*Call=*/nullptr,
                    Bad.End.Return, /*IsAtReturn=*/true},
                   *Index, Results);
  }
}

void LockChecker::checkEndAnalysis(ExplodedGraph &Graph, BugReporter &BR,
                                   ExprEngine &Explored) const {
  const Decl *Analysed = getRoot(Graph)->getLocationContext()->getDecl();
  if (const auto *Function = dyn_cast<FunctionDecl>(Analysed))
    checkEnds(Function);
  Reports.emit(BR, Ends);
  // Its states do not outlive the analysis of the function.
  Ends.reset();
  if (Loops.hideCode(Graph))
    Results.addUnfinished(Analysed, "a loop was cut");
  Results.addAnalysed(Graph, Explored);
}

void LockChecker::checkEndOfTranslationUnit(const TranslationUnitDecl *Unit,
                                            AnalysisManager &Manager,
                                            BugReporter &) const {
  Engine.endUnit(Manager);
  const ASTContext &Context = Unit->getASTContext();
  std::vector<SilencingProblem> Problems = Reports.getComments().findProblems(
      Context.getSourceManager(), Context.getLangOpts());
  DiagnosticsEngine &Diags = Context.getDiagnostics();
  for (const SilencingProblem &Problem : Problems)
    Diags.Report(Problem.Location,
                 Diags.getCustomDiagID(DiagnosticsEngine::Warning, "%0"))
        << Problem.Message;
  if (!Settings.FactsFile.empty())
    writeFacts(Settings.FactsFile, Context, *Index, Results, Reports, Problems);
}
