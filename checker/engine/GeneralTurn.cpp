//===-- GeneralTurn.cpp - A turn that stands for others ---------*- C++ -*-===//
//
// Part of the KMDF checkers, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "GeneralTurn.h"

#include "Compat.h"
#include "LockHandles.h"
#include "NamedPlaces.h"
#include "ReusedSymbols.h"

using namespace clang;
using namespace ento;
using namespace kmdf;

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
  const Loop &L = *Running.L;
  const auto *Comparison =
      dyn_cast<BinaryOperator>(Condition->IgnoreParenImpCasts());
  if (!Comparison || !Comparison->isComparisonOp() ||
      L.staysIf(true) == L.staysIf(false))
    return State;
  BinaryOperatorKind StaysBy =
      L.staysIf(true)
          ? Comparison->getOpcode()
          : BinaryOperator::negateComparisonOp(Comparison->getOpcode());
  SValBuilder &Values = State->getStateManager().getSValBuilder();
  for (bool IsOnLeft : {true, false}) {
    const Expr *Side = IsOnLeft ? Comparison->getLHS() : Comparison->getRHS();
    const Expr *Other = IsOnLeft ? Comparison->getRHS() : Comparison->getLHS();
    const MemRegion *Place =
        getNamedRegion(Side->IgnoreParenImpCasts(), State, LCtx);
    SVal End = evaluateAgain(Other, State, LCtx);
    if (!Place || End.isUnknownOrUndef() || End.isConstant())
      continue;
    for (const LoopCounter &Counter : L.getCounters().all()) {
      QualType T = Counter.LValue->getType().getUnqualifiedType();
      if (getNamedRegion(Counter.LValue, State, LCtx) != Place)
        continue;
      BinaryOperatorKind By =
          IsOnLeft ? StaysBy : BinaryOperator::reverseComparisonOp(StaysBy);
      bool EndsThere =
          By == BO_NE || (By == (Counter.CountsUp ? BO_LT : BO_GT) &&
                          evaluateAgain(Other, Last, LCtx) == End &&
                          isNext(State->getSVal(Place, T),
                                 Last->getSVal(Place, T), Counter.CountsUp));
      if (EndsThere)
        return State->bindLoc(loc::MemRegionVal(Place),
                              T->isPointerType()
                                  ? End
                                  : Values.evalCast(End, T, Other->getType()),
                              LCtx, /*notifyChanges=*/false);
    }
  }
  return State;
}
