//===-- CounterMoves.cpp - Turns that are foreseen --------------*- C++ -*-===//
//
// Part of the KMDF checkers, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "CounterMoves.h"

#include "Compat.h"
#include "NamedPlaces.h"

#include "clang/StaticAnalyzer/Core/PathSensitive/SValBuilder.h"

#include <algorithm>

using namespace clang;
using namespace ento;
using namespace kmdf;

/// Positions further from 0 are not foreseen, so that sums and differences of
/// those that are have room.
static constexpr int64_t MaxPosition = int64_t(1) << 61;

std::optional<int64_t> kmdf::getPosition(SVal Value) {
  if (const auto *Element =
          dyn_cast_or_null<ElementRegion>(Value.getAsRegion()))
    Value = Element->getIndex();
  auto Known = Value.getAs<nonloc::ConcreteInt>();
  if (!Known)
    return std::nullopt;
  const llvm::APSInt &Number = *getNumber(*Known);
  if (Number.isUnsigned() ? !Number.isIntN(63) : !Number.isSignedIntN(64))
    return std::nullopt;
  return Number.getExtValue();
}

const Expr *kmdf::getBareCounter(const Expr *Condition) {
  const Expr *Plain = Condition->IgnoreParenImpCasts();
  const auto *Operator = dyn_cast<UnaryOperator>(Plain);
  if (Operator && Operator->getOpcode() == UO_LNot)
    return getBareCounter(Operator->getSubExpr());
  bool IsCounter = Operator ? Operator->isIncrementDecrementOp()
                            : isa<DeclRefExpr, MemberExpr>(Plain);
  return IsCounter && Plain->getType()->isIntegralOrEnumerationType() ? Plain
                                                                      : nullptr;
}

const Expr *kmdf::getPlaceOf(const Expr *Bare) {
  const auto *Step = dyn_cast<UnaryOperator>(Bare);
  return Step ? Step->getSubExpr() : Bare;
}

const LoopCounter *kmdf::findCounter(const Loop &L, const Expr *E,
                                     ProgramStateRef State,
                                     const LocationContext *LCtx) {
  const MemRegion *Place = getNamedRegion(E, State, LCtx);
  for (const LoopCounter &Counter : L.getCounters().all())
    if (Place && getNamedRegion(Counter.LValue, State, LCtx) == Place)
      return &Counter;
  return nullptr;
}

/// How far the sides of the comparison are apart, or the counter is from 0.
/// Nothing if it is neither, or they are not known.
static std::optional<int64_t> getDistance(const Expr *Condition,
                                          ProgramStateRef State,
                                          const LocationContext *LCtx) {
  std::optional<int64_t> From, To = 0;
  const auto *Comparison =
      dyn_cast<BinaryOperator>(Condition->IgnoreParenImpCasts());
  if (Comparison && Comparison->isComparisonOp()) {
    From = getPosition(evaluateAgain(Comparison->getLHS(), State, LCtx));
    To = getPosition(evaluateAgain(Comparison->getRHS(), State, LCtx));
  } else if (const Expr *Counter = getBareCounter(Condition)) {
    From = getPosition(evaluateAgain(Counter, State, LCtx));
  }
  if (!From || !To || std::abs(*From) > MaxPosition ||
      std::abs(*To) > MaxPosition)
    return std::nullopt;
  return *From - *To;
}

bool kmdf::isCounted(const Expr *Condition, ProgramStateRef State,
                     const LocationContext *LCtx) {
  return getDistance(Condition, State, LCtx).has_value();
}

CounterMoves::CounterMoves(const LoopCounters &Counters, ProgramStateRef Before,
                           ProgramStateRef Now, const Expr *Pace,
                           const LocationContext *LCtx)
    : LCtx(LCtx), DistanceBefore(getDistance(Pace, Before, LCtx)),
      DistanceNow(getDistance(Pace, Now, LCtx)) {
  AreRegular = DistanceBefore.has_value() == DistanceNow.has_value();
  for (const LoopCounter &Counter : Counters.all()) {
    const MemRegion *Place = getNamedRegion(Counter.LValue, Now, LCtx);
    if (!Place)
      continue;
    std::optional<int64_t> From = getPosition(Before->getSVal(Place));
    std::optional<int64_t> To = getPosition(Now->getSVal(Place));
    // What it is added to is unknown, and so is the sum.
    if (!From && !To && !Counter.IsTestedInside)
      continue;
    AreRegular &= From && To && Counter.IsSteady &&
                  (Counter.CountsUp ? *From < *To : *From > *To) &&
                  std::abs(*From) < MaxPosition && std::abs(*To) < MaxPosition;
    if (!AreRegular)
      return;
    Moves.push_back({&Counter, Place, *From, *To});
  }
}

/// How often what goes from \p From to \p To can go on by as much and still be
/// one such step short of \p Stop. Nothing if it does not come there.
static std::optional<uint64_t> countBefore(int64_t Stop, int64_t From,
                                           int64_t To) {
  int64_t Step = To - From;
  if (Step == 0)
    return std::nullopt;
  int64_t Ahead = Step > 0 ? Stop - To : To - Stop;
  Step = std::abs(Step);
  if (Ahead < -Step)
    return std::nullopt;
  return std::max<int64_t>((Ahead - 1) / Step - 1, 0);
}

/// The last position that something of type \p T can be in.
static int64_t getLastPosition(QualType T, bool CountsUp,
                               const ASTContext &Context) {
  int64_t Last = CountsUp ? MaxPosition : -MaxPosition;
  if (!T->isIntegralOrEnumerationType())
    return Last;
  bool IsUnsigned = T->isUnsignedIntegerOrEnumerationType();
  unsigned Width = Context.getIntWidth(T);
  llvm::APSInt Limit = CountsUp ? llvm::APSInt::getMaxValue(Width, IsUnsigned)
                                : llvm::APSInt::getMinValue(Width, IsUnsigned);
  llvm::APSInt Known = llvm::APSInt::get(Last);
  bool IsNearer = CountsUp ? llvm::APSInt::compareValues(Limit, Known) < 0
                           : llvm::APSInt::compareValues(Limit, Known) > 0;
  return IsNearer ? Limit.getExtValue() : Last;
}

std::optional<uint64_t> CounterMoves::countRepeats() const {
  const ASTContext &Context = LCtx->getAnalysisDeclContext()->getASTContext();
  std::optional<uint64_t> Repeats;
  auto StopAt = [&](std::optional<uint64_t> Count) {
    if (Count)
      Repeats = std::min(*Count, Repeats.value_or(*Count));
  };
  if (DistanceNow)
    StopAt(countBefore(0, *DistanceBefore, *DistanceNow));
  for (const Move &M : Moves)
    for (int64_t Special : M.Counter->Specials)
      if (std::abs(Special) < MaxPosition)
        StopAt(countBefore(Special, M.From, M.To));
  if (!Repeats)
    return std::nullopt;
  for (const Move &M : Moves)
    StopAt(countBefore(getLastPosition(M.Counter->LValue->getType(),
                                       M.Counter->CountsUp, Context),
                       M.From, M.To));
  return Repeats;
}

/// The value that \p Place, now \p Value, has when it has moved on by \p Steps.
static SVal moveOn(SVal Value, int64_t Steps, QualType T,
                   ProgramStateRef State) {
  SValBuilder &Values = State->getStateManager().getSValBuilder();
  if (T->isPointerType())
    return Values.evalBinOp(State, BO_Add, Value, Values.makeArrayIndex(Steps),
                            T);
  return Values.makeIntVal(*getPosition(Value) + Steps, T);
}

ProgramStateRef CounterMoves::repeat(ProgramStateRef State,
                                     uint64_t Times) const {
  for (const Move &M : Moves) {
    QualType T = M.Counter->LValue->getType().getUnqualifiedType();
    SVal Value =
        moveOn(State->getSVal(M.Place, T), (M.To - M.From) * Times, T, State);
    State = State->bindLoc(loc::MemRegionVal(M.Place), Value, LCtx,
                           /*notifyChanges=*/false);
  }
  return State;
}

ProgramStateRef CounterMoves::limit(ProgramStateRef State,
                                    uint64_t Times) const {
  SValBuilder &Values = State->getStateManager().getSValBuilder();
  for (const Move &M : Moves) {
    QualType T = M.Counter->LValue->getType().getUnqualifiedType();
    if (!T->isIntegralOrEnumerationType())
      continue;
    SVal IsWithin = Values.evalBinOp(
        State, M.Counter->CountsUp ? BO_LE : BO_GE, State->getSVal(M.Place, T),
        Values.makeIntVal(M.To + (M.To - M.From) * Times, T),
        Values.getConditionType());
    if (auto Known = IsWithin.getAs<DefinedSVal>())
      State = State->assume(*Known, true);
    if (!State)
      return nullptr;
  }
  return State;
}
