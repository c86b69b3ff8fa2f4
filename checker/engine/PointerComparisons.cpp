//===-- PointerComparisons.cpp - How two places compare ---------*- C++ -*-===//
//
// Part of the KMDF checkers, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "PointerComparisons.h"

#include "clang/AST/ASTContext.h"
#include "clang/StaticAnalyzer/Core/PathSensitive/CheckerContext.h"
#include "clang/StaticAnalyzer/Core/PathSensitive/ProgramStateTrait.h"

#include <limits>

using namespace clang;
using namespace ento;
using namespace kmdf;

/// The answers are the values of elements of one of the places that nothing
/// else has the index of, GetterModel.cpp's included: so they live as long as
/// the place does.
static constexpr uint64_t FirstIndex = uint64_t(1) << 41;

/// So many answers there may be to one question on a path.
static constexpr uint64_t MaxAnswers = 64;

/// The answers that hold, with the type that the pointers lead to.
REGISTER_MAP_WITH_PROGRAMSTATE(AnswerMap, SymbolRef, const Type *)

uint64_t PointerComparisons::getNumber(const MemRegion *Place) const {
  auto Found = Numbers.find(Place);
  return Found == Numbers.end() ? std::numeric_limits<uint64_t>::max()
                                : Found->second;
}

/// What a value of type \p T leads to. Null if it is not a pointer.
static const Type *getPointee(QualType T) {
  const auto *Pointer = T->getAs<PointerType>();
  return Pointer ? Pointer->getPointeeType().getCanonicalType().getTypePtr()
                 : nullptr;
}

/// What is written through a pointer that may lead anywhere may be any pointer
/// of the type: RemoveEntryList(Entry) may write the head of the list.
static void forgetAnswers(const BinaryOperator *Assignment, CheckerContext &C) {
  const Type *Pointee = getPointee(Assignment->getLHS()->getType());
  ProgramStateRef State = C.getState();
  if (!Pointee || State->get<AnswerMap>().isEmpty())
    return;
  const MemRegion *Place = C.getSVal(Assignment->getLHS()).getAsRegion();
  if (!Place || !isa<SymbolicRegion>(Place->getBaseRegion()))
    return;
  for (const auto &[Answer, Compared] : State->get<AnswerMap>())
    if (Compared == Pointee)
      State = State->remove<AnswerMap>(Answer);
  C.addTransition(State);
}

void PointerComparisons::checkPostStmt(const BinaryOperator *Operator,
                                       CheckerContext &C) const {
  if (Operator->isAssignmentOp())
    return forgetAnswers(Operator, C);
  if (!Operator->isComparisonOp() || !C.getSVal(Operator).isUnknown())
    return;
  const MemRegion *Left = C.getSVal(Operator->getLHS()).getAsRegion();
  const MemRegion *Right = C.getSVal(Operator->getRHS()).getAsRegion();
  if (!Left || !Right)
    return;
  Left = Left->StripCasts();
  Right = Right->StripCasts();
  BinaryOperatorKind Kind = Operator->getOpcode();
  // The question is whether Left is the same as Right, or lies before it. The
  // sides may be the other way round the next time.
  bool IsOrder = Operator->isRelationalOp();
  bool IsSwapped = IsOrder ? Kind == BO_GT || Kind == BO_LE
                           : getNumber(Left) < getNumber(Right);
  if (IsSwapped)
    std::swap(Left, Right);
  bool IsDenied = Kind == BO_NE || Kind == BO_GE || Kind == BO_LE;
  const auto *Keeper = dyn_cast<SubRegion>(Left);
  if (!Keeper)
    return;
  uint64_t Number = Numbers.try_emplace(Right, Numbers.size()).first->second;
  uint64_t Index = FirstIndex + MaxAnswers * (2 * Number + IsOrder);
  SValBuilder &Values = C.getSValBuilder();
  ASTContext &Context = C.getASTContext();
  ProgramStateRef State = C.getState();
  for (uint64_t I = Index; I != Index + MaxAnswers; ++I) {
    SVal Yes = Values.getRegionValueSymbolVal(
        Values.getRegionManager().getElementRegion(
            Context.BoolTy, Values.makeArrayIndex(I), Keeper, Context));
    SymbolRef Answer = Yes.getAsSymbol();
    // One that is decided and does not hold any more is used up.
    if (!State->contains<AnswerMap>(Answer) &&
        !State->isNull(Yes).isUnderconstrained())
      continue;
    SVal Result =
        IsDenied ? Values.evalEQ(State, Yes,
                                 Values.makeTruthVal(false, Context.BoolTy))
                 : Yes;
    QualType T = Operator->getLHS()->IgnoreParenImpCasts()->getType();
    State = State->set<AnswerMap>(Answer, getPointee(T));
    C.addTransition(State->BindExpr(Operator, C.getLocationContext(), Result));
    return;
  }
}

void PointerComparisons::checkDeadSymbols(SymbolReaper &Reaper,
                                          CheckerContext &C) const {
  ProgramStateRef State = C.getState();
  for (const auto &[Answer, Compared] : State->get<AnswerMap>())
    if (Reaper.isDead(Answer))
      State = State->remove<AnswerMap>(Answer);
  C.addTransition(State);
}

void PointerComparisons::checkEndAnalysis(ExplodedGraph &, BugReporter &,
                                          ExprEngine &) const {
  // The places are of the function that was analysed.
  Numbers.clear();
}
