//===-- PointerComparisons.cpp - How two places compare ---------*- C++ -*-===//
//
// Part of the KMDF checkers, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "PointerComparisons.h"

#include "clang/AST/ASTContext.h"
#include "clang/StaticAnalyzer/Core/PathSensitive/CheckerContext.h"

#include <limits>

using namespace clang;
using namespace ento;
using namespace kmdf;

/// The answers are the values of elements of one of the places that nothing
/// else has the index of, GetterModel.cpp's included: so they live as long as
/// the place does.
static constexpr uint64_t FirstIndex = uint64_t(1) << 41;

uint64_t PointerComparisons::getNumber(const MemRegion *Place) const {
  auto Found = Numbers.find(Place);
  return Found == Numbers.end() ? std::numeric_limits<uint64_t>::max()
                                : Found->second;
}

void PointerComparisons::checkPostStmt(const BinaryOperator *Comparison,
                                       CheckerContext &C) const {
  if (!Comparison->isEqualityOp() || !C.getSVal(Comparison).isUnknown())
    return;
  const MemRegion *Left = C.getSVal(Comparison->getLHS()).getAsRegion();
  const MemRegion *Right = C.getSVal(Comparison->getRHS()).getAsRegion();
  if (!Left || !Right)
    return;
  Left = Left->StripCasts();
  Right = Right->StripCasts();
  // The sides may be the other way round the next time.
  if (getNumber(Left) < getNumber(Right))
    std::swap(Left, Right);
  const auto *Keeper = dyn_cast<SubRegion>(Left);
  if (!Keeper)
    return;
  uint64_t Index =
      Numbers.try_emplace(Right, FirstIndex + Numbers.size()).first->second;
  SValBuilder &Values = C.getSValBuilder();
  ASTContext &Context = C.getASTContext();
  const ElementRegion *Place = Values.getRegionManager().getElementRegion(
      Context.BoolTy, Values.makeArrayIndex(Index), Keeper, Context);
  SVal AreEqual = Values.getRegionValueSymbolVal(Place);
  SVal Answer = Comparison->getOpcode() == BO_EQ
                    ? AreEqual
                    : Values.evalEQ(C.getState(), AreEqual,
                                    Values.makeTruthVal(false, Context.BoolTy));
  C.addTransition(
      C.getState()->BindExpr(Comparison, C.getLocationContext(), Answer));
}

void PointerComparisons::checkEndAnalysis(ExplodedGraph &, BugReporter &,
                                          ExprEngine &) const {
  // The places are of the function that was analysed.
  Numbers.clear();
}
