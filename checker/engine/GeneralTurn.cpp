//===-- GeneralTurn.cpp - A turn that stands for others ---------*- C++ -*-===//
//
// Part of the KMDF checkers, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "GeneralTurn.h"

#include "Compat.h"
#include "CounterMoves.h"
#include "LockHandles.h"
#include "NamedPlaces.h"
#include "ReusedSymbols.h"

using namespace clang;
using namespace ento;
using namespace kmdf;

namespace {
/// A pace that compares a counter with something else.
struct CountedPace {
  const LoopCounter *Counter;
  const MemRegion *Place;
  /// The path stays in the loop while the counter compares by this...
  BinaryOperatorKind StaysBy;
  /// ... with this.
  const Expr *Limit;
};
} // namespace

static std::optional<CountedPace> findCounted(const Loop &L,
                                              const Expr *Condition,
                                              ProgramStateRef State,
                                              const LocationContext *LCtx) {
  const auto *Comparison =
      dyn_cast<BinaryOperator>(Condition->IgnoreParenImpCasts());
  if (!Comparison || !Comparison->isComparisonOp() ||
      L.staysIf(true) == L.staysIf(false))
    return std::nullopt;
  BinaryOperatorKind By = Comparison->getOpcode();
  if (!L.staysIf(true))
    By = BinaryOperator::negateComparisonOp(By);
  for (bool IsOnLeft : {true, false}) {
    const Expr *Side = IsOnLeft ? Comparison->getLHS() : Comparison->getRHS();
    if (const LoopCounter *Counter =
            findCounter(L, Side->IgnoreParenImpCasts(), State, LCtx))
      return CountedPace{
          Counter, getNamedRegion(Counter->LValue, State, LCtx),
          IsOnLeft ? By : BinaryOperator::reverseComparisonOp(By),
          IsOnLeft ? Comparison->getRHS() : Comparison->getLHS()};
  }
  return std::nullopt;
}

static ProgramStateRef assumeComparison(ProgramStateRef State, SVal Left,
                                        BinaryOperatorKind By, SVal Right) {
  SValBuilder &Values = State->getStateManager().getSValBuilder();
  auto Known =
      Values.evalBinOp(State, By, Left, Right, Values.getConditionType())
          .getAs<DefinedSVal>();
  ProgramStateRef Assumed = Known ? State->assume(*Known, true) : nullptr;
  return Assumed ? Assumed : State;
}

/// What comes nearer to a limit that it is only compared for equality with is
/// on the side that it comes from: `i != n`, and `n--`, which ends at 0.
static ProgramStateRef stayOnThisSide(ProgramStateRef State, const Loop &L,
                                      const Expr *Condition,
                                      const LocationContext *LCtx) {
  if (auto Pace = findCounted(L, Condition, State, LCtx)) {
    QualType T = Pace->Counter->LValue->getType().getUnqualifiedType();
    if (Pace->StaysBy != BO_NE || !T->isIntegralOrEnumerationType())
      return State;
    return assumeComparison(State, State->getSVal(Pace->Place, T),
                            Pace->Counter->CountsUp ? BO_LT : BO_GT,
                            evaluateAgain(Pace->Limit, State, LCtx));
  }
  const Expr *Bare = getBareCounter(Condition);
  const LoopCounter *Counter =
      Bare ? findCounter(L, getPlaceOf(Bare), State, LCtx) : nullptr;
  if (!Counter)
    return State;
  SValBuilder &Values = State->getStateManager().getSValBuilder();
  return assumeComparison(State, evaluateAgain(Bare, State, LCtx),
                          Counter->CountsUp ? BO_LT : BO_GT,
                          Values.makeZeroVal(Bare->getType()));
}

ProgramStateRef kmdf::generalize(ProgramStateRef State,
                                 const RunningLoop &Running,
                                 const Expr *Condition, CheckerContext &C) {
  const Loop &L = *Running.L;
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
    DefinedOrUnknownSVal Unknown =
        reuseSymbol(State,
                    conjureAtBranch(C, L.getPace(), Condition, T,
                                    Counter.LValue, C.blockCount()),
                    LCtx);
    if (T->isPointerType() && State->isNonNull(Now).isConstrainedTrue())
      if (ProgramStateRef NonNull = State->assume(Unknown, true))
        State = NonNull;
    // Where it is, or as much as is known of that.
    if (T->isIntegralOrEnumerationType())
      if (const llvm::APSInt *Number = Values.getKnownValue(State, Now))
        State = setCounterBound(State, Running, I, Number);
    State = State->bindLoc(loc::MemRegionVal(Place), Unknown, LCtx,
                           /*notifyChanges=*/false);
    if (const llvm::APSInt *Bound = getCounterBound(State, Running, I)) {
      SVal IsBeyond = Values.evalBinOp(
          State, Counter.CountsUp ? BO_GE : BO_LE, Unknown,
          nonloc::ConcreteInt(Values.getBasicValueFactory().getValue(*Bound)),
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
  if (auto Known = Goes.getAs<DefinedSVal>())
    State = State->assume(*Known, Stay);
  if (State)
    State = stayOnThisSide(State, L, Condition, LCtx);
  return State ? State->BindExpr(Condition, LCtx, Values.makeTruthVal(Stay))
               : State;
}

/// Whether \p Now is one step on from \p Before.
static bool isNext(SVal Now, SVal Before, bool CountsUp) {
  const auto *Sum = dyn_cast_or_null<SymIntExpr>(Now.getAsSymbol());
  if (!Sum || Sum->getLHS() != Before.getAsSymbol() ||
      !BinaryOperator::isAdditiveOp(Sum->getOpcode()))
    return false;
  const llvm::APSInt &Step = Sum->getRHS();
  return (Sum->getOpcode() == BO_Add) == CountsUp
             ? Step.isOne()
             : Step.isSigned() && Step.isAllOnes();
}

ProgramStateRef kmdf::settleCounter(ProgramStateRef State, ProgramStateRef Last,
                                    const RunningLoop &Running,
                                    const Expr *Condition,
                                    const LocationContext *LCtx) {
  std::optional<CountedPace> Pace =
      findCounted(*Running.L, Condition, State, LCtx);
  if (!Pace)
    return State;
  SVal End = evaluateAgain(Pace->Limit, State, LCtx);
  if (End.isUnknownOrUndef() || End.isConstant())
    return State;
  bool CountsUp = Pace->Counter->CountsUp;
  QualType T = Pace->Counter->LValue->getType().getUnqualifiedType();
  bool EndsThere = Pace->StaysBy == BO_NE ||
                   (Pace->StaysBy == (CountsUp ? BO_LT : BO_GT) &&
                    evaluateAgain(Pace->Limit, Last, LCtx) == End &&
                    isNext(State->getSVal(Pace->Place, T),
                           Last->getSVal(Pace->Place, T), CountsUp));
  if (!EndsThere)
    return State;
  if (!T->isPointerType())
    End = State->getStateManager().getSValBuilder().evalCast(
        End, T, Pace->Limit->getType());
  return State->bindLoc(loc::MemRegionVal(Pace->Place), End, LCtx,
                        /*notifyChanges=*/false);
}
