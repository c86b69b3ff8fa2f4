//===-- LoopTurns.cpp - How often a path goes round a loop ------*- C++ -*-===//
//
// Part of the KMDF checkers, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "LoopTurns.h"

#include "Compat.h"
#include "LockHandles.h"
#include "LockState.h"
#include "NamedPlaces.h"
#include "ReachedBlocks.h"
#include "ValueChanges.h"

#include "clang/StaticAnalyzer/Core/PathSensitive/ExprEngine.h"
#include "clang/StaticAnalyzer/Core/PathSensitive/ProgramStateTrait.h"

using namespace clang;
using namespace ento;
using namespace kmdf;

/// How many turns a path may make that does not fork: a thousand, and those
/// before and after.
static constexpr unsigned MaxTurns = 1100;

/// How many turns a path may make that forks in them and has something new each
/// time.
static constexpr unsigned MaxForkedTurns = 8;

/// How many general turns a path may make. More would be needed only where each
/// has something new.
static constexpr unsigned MaxGeneralTurns = 12;

/// As long as the engine has made no more nodes than this, paths must be
/// meeting again, and may fork more often.
static constexpr unsigned MaxNodesOfMeetingPaths = 20000;

/// To find out which values nobody reads any more is not worth while before the
/// engine has made as many nodes.
static constexpr unsigned MinNodesToForget = 1000;

static unsigned getGraphSize(CheckerContext &C) {
  return C.getStateManager().getOwningEngine().getGraph().size();
}

namespace {
/// A loop that a frame runs.
struct RunningLoop {
  const Loop *L;
  const StackFrameContext *Frame;

  bool operator==(const RunningLoop &Other) const {
    return L == Other.L && Frame == Other.Frame;
  }
  bool operator<(const RunningLoop &Other) const {
    return std::tie(L, Frame) < std::tie(Other.L, Other.Frame);
  }
  void Profile(llvm::FoldingSetNodeID &ID) const {
    ID.AddPointer(L);
    ID.AddPointer(Frame);
  }
};

/// What a path remembers of a loop that it is in.
struct LoopRecord {
  /// The turns that forked, before the first general one.
  unsigned ForkedTurns = 0;
  unsigned GeneralTurns = 0;
  bool IsInGeneralTurn = false;

  bool operator==(const LoopRecord &Other) const {
    return ForkedTurns == Other.ForkedTurns &&
           GeneralTurns == Other.GeneralTurns &&
           IsInGeneralTurn == Other.IsInGeneralTurn;
  }
  void Profile(llvm::FoldingSetNodeID &ID) const {
    ID.AddInteger(ForkedTurns);
    ID.AddInteger(GeneralTurns);
    ID.AddBoolean(IsInGeneralTurn);
  }
};

/// A counter of a loop that a frame runs.
struct RunningCounter {
  RunningLoop In;
  unsigned Number;

  bool operator==(const RunningCounter &Other) const {
    return In == Other.In && Number == Other.Number;
  }
  bool operator<(const RunningCounter &Other) const {
    return std::tie(In, Number) < std::tie(Other.In, Other.Number);
  }
  void Profile(llvm::FoldingSetNodeID &ID) const {
    In.Profile(ID);
    ID.AddInteger(Number);
  }
};
} // namespace

REGISTER_MAP_WITH_PROGRAMSTATE(LoopRecords, RunningLoop, LoopRecord)
/// Where a counter was when it became unknown. It has moved on since.
REGISTER_MAP_WITH_PROGRAMSTATE(CounterBounds, RunningCounter,
                               const llvm::APSInt *)

namespace {
/// The turns that a path has made, where it comes to the loop's pace again.
class TurnsMade {
public:
  TurnsMade(const ExplodedNode *N, const Loop &L)
      : L(L), Last(findBefore(N, IsForked)) {}

  /// Where the path left the pace the last time. Null if it has entered the
  /// loop since.
  const ExplodedNode *getLast() const { return Last; }

  /// Other paths have parted from this one since then.
  bool isForked() const { return IsForked; }

  /// Where it left the pace the time before \p Turn, likewise.
  const ExplodedNode *getBefore(const ExplodedNode *Turn) const {
    bool Ignored;
    return findBefore(Turn->getFirstPred(), Ignored);
  }

private:
  const ExplodedNode *findBefore(const ExplodedNode *N, bool &IsForked) const;

  const Loop &L;
  bool IsForked = false;
  const ExplodedNode *Last;
};
} // namespace

const ExplodedNode *TurnsMade::findBefore(const ExplodedNode *N,
                                          bool &IsForked) const {
  const LocationContext *Frame = N->getLocationContext();
  for (; N; N = N->getFirstPred()) {
    IsForked |= N->succ_size() > 1;
    auto Edge = N->getLocationAs<BlockEdge>();
    if (!Edge || N->getLocationContext() != Frame)
      continue;
    if (Edge->getSrc() == L.getPace())
      return N;
    if (Edge->getDst() == L.getHead() && !L.contains(Edge->getSrc()))
      return nullptr;
  }
  return nullptr;
}

namespace {
/// The pace of a loop, on one path.
class PaceBranch {
public:
  PaceBranch(CheckerContext &C, ProgramStateRef State, const Expr *Condition,
             const Loop &L, const UnitIndex &Index,
             const DecidingVariables &Deciding)
      : C(C), State(std::move(State)), Condition(Condition), L(L), Index(Index),
        Deciding(Deciding), Running{&L, C.getStackFrame()},
        Turns(C.getPredecessor(), L), IsForked(Turns.isForked()) {}

  enum class Outcome {
    GoesOn, ///< or leaves the loop
    HasEnd, ///< another turn would show nothing new
    IsCut   ///< another turn might, but is not made
  };
  Outcome check();

  /// Whether the path leaves the loop, or one does that parts from it here.
  bool isWayOut() const { return IsLeft; }

private:
  Outcome decide(LoopRecord &Record, ProgramStateRef &Next) const;
  bool isCounted() const;
  bool isOrdered() const;
  bool isQuiet() const;
  bool isSame(const ExplodedNode *Turn) const;
  bool isDeciding(const VarRegion *Variable) const;
  enum class Novelty {
    New,
    Seen,         ///< a turn began with the same
    SeenInGeneral ///< a general turn did
  };
  Novelty getNovelty() const;
  bool mustMakeEach(const LoopRecord &Record, Novelty What) const;
  bool mayMakeAnother(const LoopRecord &Record) const;
  std::pair<ProgramStateRef, ProgramStateRef> split() const;
  ProgramStateRef forget(ProgramStateRef State) const;
  ProgramStateRef generalize(ProgramStateRef State) const;

  CheckerContext &C;
  /// The state in which the path comes to the pace.
  ProgramStateRef State;
  const Expr *Condition;
  const Loop &L;
  const UnitIndex &Index;
  const DecidingVariables &Deciding;
  RunningLoop Running;
  TurnsMade Turns;
  bool IsForked;
  bool IsLeft = false;
};
} // namespace

/// The states in which the path stays in the loop and leaves it. Null where it
/// cannot.
std::pair<ProgramStateRef, ProgramStateRef> PaceBranch::split() const {
  ProgramStateRef IfTrue = State, IfFalse = State;
  SVal Value = State->getSVal(Condition, C.getLocationContext());
  if (auto Known = Value.getAs<DefinedSVal>())
    std::tie(IfTrue, IfFalse) = State->assume(*Known);
  bool StaysIfTrue = L.staysIf(true), StaysIfFalse = L.staysIf(false);
  if (StaysIfTrue && StaysIfFalse)
    return {State, nullptr};
  // Said outright, for the engine may not see it in the constraints.
  auto Say = [&](ProgramStateRef From, bool Truth) {
    return From && IfTrue && IfFalse
               ? From->BindExpr(Condition, C.getLocationContext(),
                                C.getSValBuilder().makeTruthVal(Truth))
               : From;
  };
  return StaysIfTrue ? std::make_pair(Say(IfTrue, true), Say(IfFalse, false))
                     : std::make_pair(Say(IfFalse, false), Say(IfTrue, true));
}

/// The state with nothing remembered of the loop.
ProgramStateRef PaceBranch::forget(ProgramStateRef State) const {
  State = State->remove<LoopRecords>(Running);
  for (unsigned I = 0, N = L.getCounters().all().size(); I != N; ++I)
    State = State->remove<CounterBounds>({Running, I});
  return State;
}

/// Whether it is numbers, or addresses in an array, that say whether the loop
/// goes on.
bool PaceBranch::isCounted() const {
  const auto *Comparison =
      dyn_cast<BinaryOperator>(Condition->IgnoreParenImpCasts());
  auto IsNumber = [&](const Expr *Operand) {
    SVal Value = evaluateAgain(Operand, State, C.getLocationContext());
    const auto *Element = dyn_cast_or_null<ElementRegion>(Value.getAsRegion());
    SVal Number = Element ? SVal(Element->getIndex()) : Value;
    return Number.getAs<nonloc::ConcreteInt>().has_value();
  };
  return Comparison && Comparison->isComparisonOp() &&
         IsNumber(Comparison->getLHS()) && IsNumber(Comparison->getRHS());
}

/// Whether \p Turn began with what is here now, but for the counters.
bool PaceBranch::isSame(const ExplodedNode *Turn) const {
  ProgramStateRef Before = Turn->getState(), Now = State;
  if (!haveSameLocks(Before, Now))
    return false;
  llvm::SmallVector<const MemRegion *, 4> Counters;
  for (const LoopCounter &Counter : L.getCounters().all())
    if (const MemRegion *Place =
            getNamedRegion(Counter.LValue, Now, C.getLocationContext()))
      Counters.push_back(Place);
  return !haveValuesChanged(
      Before, Now, C.getStackFrame(), Counters,
      [&](const VarRegion *Variable) { return isDeciding(Variable); });
}

bool PaceBranch::isDeciding(const VarRegion *Variable) const {
  if (Variable->getStackFrame() != C.getStackFrame())
    return true;
  const VarDecl *Declaration = Variable->getDecl();
  return Deciding.contains(Declaration) ||
         (!C.inTopFrame() && Deciding.isReturned(Declaration));
}

PaceBranch::Novelty PaceBranch::getNovelty() const {
  bool IsSeen = false;
  for (const ExplodedNode *Turn = Turns.getLast(); Turn;
       Turn = Turns.getBefore(Turn)) {
    if (isSame(Turn)) {
      const LoopRecord *Record = Turn->getState()->get<LoopRecords>(Running);
      if (Record && Record->IsInGeneralTurn)
        return Novelty::SeenInGeneral;
      IsSeen = true;
    }
    // What does not fork goes on as it did only if nothing has changed.
    if (!IsForked)
      break;
  }
  return IsSeen ? Novelty::Seen : Novelty::New;
}

/// Whether it may still matter which turn the next one is.
bool PaceBranch::isOrdered() const {
  // Of a lock that a number selects more is known than of one of several.
  if (L.getCounters().orderTurns() ||
      (L.getCounters().selectLocks() && isCounted()))
    return true;
  return llvm::any_of(L.getCounters().all(), [&](const LoopCounter &Counter) {
    if (!Counter.LastSpecial)
      return false;
    const MemRegion *Place =
        getNamedRegion(Counter.LValue, State, C.getLocationContext());
    if (!Place)
      return true;
    SVal Now = State->getSVal(Place, Counter.LValue->getType());
    if (auto Number = Now.getAs<nonloc::ConcreteInt>())
      return !Counter.isPastSpecial(*getNumber(*Number));
    return Counter.IsTestedInside;
  });
}

/// Whether the loop has nothing to do with locks, and it is not known how many
/// turns it makes.
bool PaceBranch::isQuiet() const {
  return IsForked && !L.getCounters().all().empty() && !L.mayLock(Index);
}

/// Whether the next turn has to be that which follows the last.
bool PaceBranch::mustMakeEach(const LoopRecord &Record, Novelty What) const {
  if (Record.GeneralTurns)
    return false;
  if (isOrdered())
    return true;
  if (What != Novelty::New || isQuiet())
    return false;
  return !IsForked || L.getCounters().all().empty() ||
         !haveSameLocks(Turns.getLast()->getState(), State);
}

/// Whether the path may make another turn though it has seen none that stands
/// for all others.
bool PaceBranch::mayMakeAnother(const LoopRecord &Record) const {
  if (!IsForked)
    return C.blockCount() <= MaxTurns;
  if (Record.ForkedTurns <= MaxForkedTurns)
    return true;
  return isCounted() && getGraphSize(C) <= MaxNodesOfMeetingPaths;
}

/// The state in which the path stays for any turn that is to come. Null if
/// there is none.
ProgramStateRef PaceBranch::generalize(ProgramStateRef State) const {
  const LocationContext *LCtx = C.getLocationContext();
  SValBuilder &Values = C.getSValBuilder();
  llvm::ArrayRef<LoopCounter> Counters = L.getCounters().all();
  for (unsigned I = 0; I != Counters.size(); ++I) {
    const LoopCounter &Counter = Counters[I];
    QualType T = Counter.LValue->getType().getUnqualifiedType();
    const MemRegion *Place = getNamedRegion(Counter.LValue, State, LCtx);
    if (!Place || getLockFamily(T))
      continue;
    SVal Now = State->getSVal(Place, T);
    if (Now.isUndef())
      continue;
    DefinedOrUnknownSVal Unknown = conjureAtBranch(
        C, L.getPace(), Condition, T, Counter.LValue, C.blockCount());
    if (T->isPointerType() && State->isNonNull(Now).isConstrainedTrue())
      if (ProgramStateRef NonNull = State->assume(Unknown, true))
        State = NonNull;
    // Where it is, or as much as is known of that.
    if (T->isIntegralOrEnumerationType())
      if (const llvm::APSInt *Number = Values.getKnownValue(State, Now))
        State = State->set<CounterBounds>({Running, I}, Number);
    State = State->bindLoc(loc::MemRegionVal(Place), Unknown, LCtx,
                           /*notifyChanges=*/false);
    if (const llvm::APSInt *const *Bound =
            State->get<CounterBounds>({Running, I})) {
      SVal IsBeyond = Values.evalBinOp(
          State, Counter.CountsUp ? BO_GE : BO_LE, Unknown,
          nonloc::ConcreteInt(Values.getBasicValueFactory().getValue(**Bound)),
          Values.getConditionType());
      if (auto Known = IsBeyond.getAs<DefinedSVal>())
        if (ProgramStateRef Bounded = State->assume(*Known, true))
          State = Bounded;
    }
  }
  if (L.staysIf(true) && L.staysIf(false))
    return State;
  bool Stay = L.staysIf(true);
  SVal Goes = evaluateAgain(Condition, State, LCtx);
  // How two unknowns compare is of no use, and dear to the engine.
  if (auto Known = Goes.getAs<DefinedSVal>())
    if (!isa_and_nonnull<SymSymExpr>(Known->getAsSymbol()))
      State = State->assume(*Known, Stay);
  return State ? State->BindExpr(Condition, LCtx, Values.makeTruthVal(Stay))
               : State;
}

/// What becomes of a path that may go round again in the state \p Next.
PaceBranch::Outcome PaceBranch::decide(LoopRecord &Record,
                                       ProgramStateRef &Next) const {
  Record.IsInGeneralTurn = false;
  if (IsForked && !Record.GeneralTurns)
    ++Record.ForkedTurns;
  Novelty What = getNovelty();
  bool MayLock = L.mayLock(Index);
  if (mustMakeEach(Record, What)) {
    if (mayMakeAnother(Record))
      return Outcome::GoesOn;
    // What has nothing to do with locks, there is no need to be exact about.
    if (MayLock)
      return Outcome::IsCut;
  }
  if (What == Novelty::SeenInGeneral ||
      (What == Novelty::Seen && L.getCounters().all().empty()))
    return Outcome::HasEnd;
  if (Record.GeneralTurns == MaxGeneralTurns)
    return MayLock ? Outcome::IsCut : Outcome::HasEnd;
  ++Record.GeneralTurns;
  Record.IsInGeneralTurn = true;
  Next = generalize(Next);
  return Next ? Outcome::GoesOn : Outcome::HasEnd;
}

PaceBranch::Outcome PaceBranch::check() {
  const LoopRecord *Known = State->get<LoopRecords>(Running);
  ProgramStateRef Stay, Leave;
  std::tie(Stay, Leave) = split();
  IsLeft = Leave != nullptr;
  IsForked |= IsLeft;
  bool IsEntered = !Turns.getLast();
  if (!Stay || (IsEntered && !isQuiet())) {
    C.addTransition(Known ? forget(State) : State);
    return Outcome::GoesOn;
  }
  LoopRecord Record = Known && !IsEntered ? *Known : LoopRecord();
  if (Known && IsEntered)
    Stay = forget(Stay);
  Outcome What = decide(Record, Stay);
  if (What == Outcome::GoesOn)
    C.addTransition(Stay->set<LoopRecords>(Running, Record));
  if (Leave)
    C.addTransition(forget(Leave));
  else if (What != Outcome::GoesOn)
    C.generateSink(State, C.getPredecessor());
  return What;
}

void LoopTurns::reset() {
  Nests.clear();
  Deciding.clear();
  Dead.clear();
  Ended.clear();
  Left.clear();
}

const LoopNest &LoopTurns::getNest(const LocationContext *LCtx) {
  std::unique_ptr<LoopNest> &Nest = Nests[LCtx->getCFG()];
  if (!Nest)
    Nest = std::make_unique<LoopNest>(*LCtx->getCFG(),
                                      LCtx->getDecl()->getASTContext());
  return *Nest;
}

const DecidingVariables &
LoopTurns::getDecidingVariables(const LocationContext *LCtx) {
  std::unique_ptr<DecidingVariables> &Variables = Deciding[LCtx->getDecl()];
  if (!Variables)
    Variables = std::make_unique<DecidingVariables>(LCtx->getDecl());
  return *Variables;
}

const DeadVariables &LoopTurns::getDeadVariables(const LocationContext *LCtx) {
  std::unique_ptr<DeadVariables> &Variables = Dead[LCtx->getDecl()];
  if (!Variables)
    Variables =
        std::make_unique<DeadVariables>(*LCtx->getAnalysisDeclContext());
  return *Variables;
}

bool LoopTurns::checkBranch(const Expr *Condition, const UnitIndex &Index,
                            CheckerContext &C) {
  const LocationContext *LCtx = C.getLocationContext();
  const LoopNest &Nest = getNest(LCtx);
  const CFGBlock *Block = Nest.getBlock(C.getBlockID());
  ProgramStateRef State = C.getState();
  if (getGraphSize(C) > MinNodesToForget)
    State = getDeadVariables(LCtx).forget(State, Block, LCtx);
  const Loop *L = Nest.getInnermost(Block);
  if (!L || L->getPace() != Block) {
    C.addTransition(State);
    return true;
  }
  PaceBranch Branch(C, std::move(State), Condition, *L, Index,
                    getDecidingVariables(LCtx));
  PaceBranch::Outcome What = Branch.check();
  if (Branch.isWayOut())
    Left.insert(L);
  // Where nothing counts, the turns go on as they are for ever.
  else if (What == PaceBranch::Outcome::HasEnd &&
           !L->getCounters().all().empty())
    Ended.insert(L);
  return What != PaceBranch::Outcome::IsCut;
}

ProgramStateRef LoopTurns::endFunction(ProgramStateRef State,
                                       const StackFrameContext *Frame) const {
  for (const auto &[Running, Record] : State->get<LoopRecords>())
    if (Running.Frame == Frame)
      State = State->remove<LoopRecords>(Running);
  for (const auto &[Counter, Bound] : State->get<CounterBounds>())
    if (Counter.In.Frame == Frame)
      State = State->remove<CounterBounds>(Counter);
  return State;
}

bool LoopTurns::hideCode(const ExplodedGraph &Graph) const {
  std::optional<ReachedBlocks> Reached;
  for (const Loop *L : Ended) {
    if (Left.contains(L))
      continue;
    if (!Reached)
      Reached.emplace(Graph);
    if (L->hidesExit(
            [&](const CFGBlock *Block) { return Reached->contains(Block); }))
      return true;
  }
  return false;
}
