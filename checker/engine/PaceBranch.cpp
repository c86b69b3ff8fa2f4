//===-- PaceBranch.cpp - Whether a path makes one more turn -----*- C++ -*-===//
//
// Part of the KMDF checkers, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "PaceBranch.h"

#include "Compat.h"
#include "CounterMoves.h"
#include "GeneralTurn.h"
#include "GraphSize.h"
#include "LockHandles.h"
#include "LockState.h"
#include "NamedPlaces.h"
#include "ValueChanges.h"

using namespace clang;
using namespace ento;
using namespace kmdf;

using TurnKind = LoopRecord::TurnKind;

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

/// The same where nobody knows how many turns there are.
static constexpr unsigned MaxNodesOfLongLoops = 10000;

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

/// The states in which the path stays in the loop and leaves it. Null where it
/// cannot.
PaceBranch::StatePair PaceBranch::split() const {
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

bool PaceBranch::isCounted() const {
  if (!kmdf::isCounted(Condition, State, C.getLocationContext()))
    return false;
  const Expr *Bare = getBareCounter(Condition);
  return !Bare ||
         findCounter(L, getPlaceOf(Bare), State, C.getLocationContext());
}

/// Whether \p Turn began with what there is \p Now, but for the counters.
bool PaceBranch::isSame(const ExplodedNode *Turn, ProgramStateRef Now) const {
  ProgramStateRef Before = Turn->getState();
  if (!haveSameLocks(Before, Now))
    return false;
  llvm::SmallVector<const MemRegion *, 4> Counters;
  for (const LoopCounter &Counter : L.getCounters().all())
    if (const MemRegion *Place =
            getNamedRegion(Counter.LValue, Now, C.getLocationContext()))
      Counters.push_back(Place);
  bool MayLock = L.mayLock(Index);
  return !haveValuesChanged(
      Before, Now, C.getStackFrame(), Counters, [&](const MemRegion *Place) {
        if (const auto *Variable = dyn_cast<VarRegion>(Place))
          return isDeciding(Variable);
        // What a walk along a list did to its elements is left behind.
        const auto *Object = dyn_cast<SymbolicRegion>(Place->getBaseRegion());
        return MayLock || !Object ||
               !isLinked(Object->getSymbol()->getType()->getPointeeType());
      });
}

bool PaceBranch::isDeciding(const VarRegion *Variable) const {
  if (Variable->getStackFrame() != C.getStackFrame())
    return true;
  const VarDecl *Declaration = Variable->getDecl();
  return Deciding.contains(Declaration) ||
         (!C.inTopFrame() && Deciding.isReturned(Declaration));
}

/// The last turn that began as one that begins with \p Stay. Null if there was
/// none.
const ExplodedNode *PaceBranch::findSame(ProgramStateRef Stay) const {
  for (const ExplodedNode *Turn = Turns.getLast(); Turn;
       Turn = Turns.getBefore(Turn)) {
    if (isSame(Turn, Stay))
      return Turn;
    // What does not fork goes on as it did only if nothing has changed.
    if (!IsForked)
      break;
  }
  return nullptr;
}

/// Whether the turns have left the locks as they were when the loop was
/// entered.
bool PaceBranch::haveLocksStayed() const {
  for (const ExplodedNode *Turn = Turns.getLast(); Turn;
       Turn = Turns.getBefore(Turn))
    if (!haveSameLocks(Turn->getState(), State))
      return false;
  return true;
}

/// Whether the counters are where they were when \p Turn began.
bool PaceBranch::haveCountersStayed(const ExplodedNode *Turn) const {
  return llvm::all_of(L.getCounters().all(), [&](const LoopCounter &Counter) {
    const MemRegion *Place =
        getNamedRegion(Counter.LValue, State, C.getLocationContext());
    return Place && Turn->getState()->getSVal(Place) == State->getSVal(Place);
  });
}

/// Whether it always matters which turn the next one is, though it may be the
/// \p Same as one before.
bool PaceBranch::mustMakeAll(const ExplodedNode *Same) const {
  const LoopCounters &Counters = L.getCounters();
  bool IsCounted = isCounted();
  // Where nobody knows how many there are, and the turns leave the locks as
  // they are, those to come may go either way each.
  if (Counters.orderTurns() && (IsCounted || !Same || !haveLocksStayed()))
    return true;
  // Of a lock that a number selects more is known than of one of several, and
  // an array in which one of the elements was set, nobody knows which, tells
  // nothing of the others any more.
  return (Counters.selectLocks() && IsCounted) ||
         llvm::any_of(Counters.getFilledArrays(), [&](const VarDecl *Array) {
           return Deciding.contains(Array);
         });
}

/// Whether a turn to come may come out otherwise than the last, or than the
/// \p Same.
bool PaceBranch::hasSpecialAhead(const ExplodedNode *Same) const {
  return llvm::any_of(L.getCounters().all(), [&](const LoopCounter &Counter) {
    if (Counter.Specials.empty())
      return false;
    const MemRegion *Place =
        getNamedRegion(Counter.LValue, State, C.getLocationContext());
    if (!Place)
      return true;
    std::optional<int64_t> Now =
        getPosition(State->getSVal(Place, Counter.LValue->getType()));
    // Where it is not known, the turns go either way as it is.
    return Now ? !Counter.isPastSpecials(*Now)
               : Counter.IsTestedInside && !(Same && haveLocksStayed());
  });
}

/// Whether what a turn does may depend on which it is.
bool PaceBranch::areTurnsOrdered() const {
  return L.getCounters().orderTurns() ||
         llvm::any_of(L.getCounters().all(), [](const LoopCounter &Counter) {
           return Counter.IsTestedInside;
         });
}

/// Whether the loop has nothing to do with locks, and it is not known how many
/// turns it makes.
bool PaceBranch::isQuiet() const {
  return IsForked && !L.getCounters().all().empty() && !L.mayLock(Index);
}

/// Whether the next turn has to be that which follows the last.
bool PaceBranch::mustMakeEach(const LoopRecord &Record,
                              const ExplodedNode *Same) const {
  if (Record.GeneralTurns)
    return false;
  if (mustMakeAll(Same) || hasSpecialAhead(Same))
    return true;
  if (Same || isQuiet())
    return false;
  return !IsForked || L.getCounters().all().empty() ||
         !haveSameLocks(Turns.getLast()->getState(), State);
}

/// Whether the path may make another turn though it has seen none that stands
/// for all others.
bool PaceBranch::mayMakeAnother(const LoopRecord &Record) const {
  if (!IsForked)
    return C.blockCount() <= MaxTurns;
  return Record.ForkedTurns <= MaxForkedTurns ||
         getGraphSize(State) <=
             (isCounted() ? MaxNodesOfMeetingPaths : MaxNodesOfLongLoops);
}

PaceBranch::Decision PaceBranch::goOn(const LoopRecord &Record,
                                      ProgramStateRef Stay) const {
  return {Outcome::GoesOn, setRecord(Stay, Running, Record)};
}

PaceBranch::Decision PaceBranch::makeGeneral(LoopRecord Record,
                                             ProgramStateRef Stay) const {
  ++Record.GeneralTurns;
  Record.Kind = TurnKind::General;
  Stay = generalize(Stay, Running, Condition, C);
  return Stay ? goOn(Record, Stay) : Decision{Outcome::HasEnd};
}

/// The turns to come do as those since \p Same did. Leaves out those that do
/// nothing else. Nothing if that cannot be told.
std::optional<PaceBranch::Decision>
PaceBranch::skip(const LoopRecord &Record, const ExplodedNode *Same,
                 ProgramStateRef Stay) const {
  if (L.getCounters().orderTurns() || mustMakeAll(Same) ||
      !(isCounted() || hasSpecialAhead(Same)))
    return std::nullopt;
  CounterMoves Moves(L.getCounters(), Same->getState(), State, Condition,
                     C.getLocationContext());
  if (!Moves.areRegular())
    return std::nullopt;
  std::optional<uint64_t> Repeats = Moves.countRepeats();
  if (!Repeats)
    return isCounted() ? std::optional<Decision>({Outcome::HasEnd})
                       : std::nullopt;
  if (*Repeats == 0)
    return C.blockCount() <= MaxTurns
               ? std::optional<Decision>(goOn(Record, Stay))
               : std::nullopt;
  Decision Skipped = goOn(Record, Moves.repeat(Stay, *Repeats));
  if (!IsForked || !(IsLeft || L.hasOtherExit()))
    return Skipped;
  LoopRecord Midway = Record;
  Midway.Kind = TurnKind::Midway;
  if (ProgramStateRef Between = generalize(Stay, Running, Condition, C))
    if ((Between = Moves.limit(Between, *Repeats)))
      Skipped.Midway = setRecord(Between, Running, Midway);
  return Skipped;
}

PaceBranch::Decision PaceBranch::decide(LoopRecord Record,
                                        ProgramStateRef Stay) const {
  if (Record.Kind == TurnKind::Midway)
    return {Outcome::HasEnd};
  // Which turns change the locks, those to come would tell only one by one.
  if (Record.Kind == TurnKind::General && areTurnsOrdered() &&
      !haveSameLocks(Turns.getLast()->getState(), State))
    return {Outcome::IsCut};
  Record.Kind = TurnKind::Own;
  if (IsForked && !Record.GeneralTurns)
    ++Record.ForkedTurns;
  const ExplodedNode *Same = findSame(Stay);
  const LoopRecord *SameRecord =
      Same ? getRecord(Same->getState(), Running) : nullptr;
  if (SameRecord && SameRecord->Kind == TurnKind::General)
    return {Outcome::HasEnd};
  if (Same && haveCountersStayed(Same))
    return {Outcome::IsEndless};
  if (Same && !Record.GeneralTurns)
    if (std::optional<Decision> Skipped = skip(Record, Same, Stay))
      return *Skipped;
  bool MayLock = L.mayLock(Index);
  if (mustMakeEach(Record, Same)) {
    if (mayMakeAnother(Record))
      return goOn(Record, Stay);
    // What has nothing to do with locks, there is no need to be exact about.
    if (MayLock)
      return {Outcome::IsCut};
  }
  if (Record.GeneralTurns == MaxGeneralTurns)
    return {MayLock ? Outcome::IsCut : Outcome::HasEnd};
  return makeGeneral(Record, Stay);
}

PaceBranch::Outcome PaceBranch::check() {
  const LoopRecord *Known = getRecord(State, Running);
  ProgramStateRef Stay, Leave;
  std::tie(Stay, Leave) = split();
  IsLeft = Leave != nullptr;
  IsForked |= IsLeft;
  bool IsEntered = !Turns.getLast();
  if (Known && !IsEntered && Leave && Known->Kind != TurnKind::Own)
    Leave = settleCounter(Leave, Turns.getLast()->getState(), Running,
                          Condition, C.getLocationContext());
  if (!Stay || (IsEntered && !isQuiet())) {
    ProgramStateRef Next = Stay ? State : Leave;
    C.addTransition(Known && Next ? forgetLoop(Next, Running) : Next);
    return Outcome::GoesOn;
  }
  if (Known && IsEntered)
    Stay = forgetLoop(Stay, Running);
  Decision Made = decide(Known && !IsEntered ? *Known : LoopRecord(), Stay);
  for (const ProgramStateRef &Next : {Made.Next, Made.Midway})
    if (Next)
      C.addTransition(Next);
  if (Leave && Made.Next)
    goWay(C, forgetLoop(Leave, Running), L.getPace(), !L.staysIf(true));
  else if (Leave)
    C.addTransition(forgetLoop(Leave, Running));
  else if (!Made.Next)
    C.generateSink(State, C.getPredecessor());
  return Made.What;
}
