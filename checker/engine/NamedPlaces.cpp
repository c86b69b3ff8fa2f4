//===-- NamedPlaces.cpp - Where a plain expression leads --------*- C++ -*-===//
//
// Part of the KMDF checkers, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "NamedPlaces.h"

#include "Compat.h"

#include "clang/AST/ExprCXX.h"
#include "clang/StaticAnalyzer/Core/PathSensitive/SValBuilder.h"

using namespace clang;
using namespace ento;
using namespace kmdf;

const MemRegion *kmdf::getNamedRegion(const Expr *LValue, ProgramStateRef State,
                                      const LocationContext *LCtx) {
  LValue = LValue->IgnoreParenCasts();
  if (const auto *Reference = dyn_cast<DeclRefExpr>(LValue)) {
    const auto *Variable = dyn_cast<VarDecl>(Reference->getDecl());
    if (!Variable)
      return nullptr;
    Loc Place = State->getLValue(Variable, LCtx);
    if (Variable->getType()->isReferenceType())
      return State->getSVal(Place).getAsRegion();
    return Place.getAsRegion();
  }
  const auto *Member = dyn_cast<MemberExpr>(LValue);
  const auto *Field =
      Member ? dyn_cast<FieldDecl>(Member->getMemberDecl()) : nullptr;
  if (!Field)
    return nullptr;
  const Expr *Base = Member->getBase()->IgnoreParenCasts();
  SVal Object;
  if (isa<CXXThisExpr>(Base)) {
    const StackFrameContext *Frame = LCtx->getStackFrame();
    const auto *Method = dyn_cast<CXXMethodDecl>(Frame->getDecl());
    if (!Method)
      return nullptr;
    Object = State->getSVal(
        State->getStateManager().getSValBuilder().getCXXThis(Method, Frame));
  } else {
    const MemRegion *Region = getNamedRegion(Base, State, LCtx);
    if (!Region)
      return nullptr;
    Object = Member->isArrow() ? State->getSVal(Region)
                               : SVal(loc::MemRegionVal(Region));
  }
  return getFieldPlace(State, Field, Object).getAsRegion();
}

SVal kmdf::evaluateAgain(const Expr *E, ProgramStateRef State,
                         const LocationContext *LCtx) {
  SValBuilder &Values = State->getStateManager().getSValBuilder();
  SVal Known = State->getSVal(E, LCtx);
  const Expr *Plain = E->IgnoreParenImpCasts();
  QualType T = Plain->getType();
  SVal Again = UnknownVal();

  if (const auto *Operator = dyn_cast<BinaryOperator>(Plain)) {
    if (Operator->getOpcode() == BO_Assign)
      return evaluateAgain(Operator->getLHS(), State, LCtx);
    if (!Operator->isComparisonOp())
      return Known;
    Again = Values.evalBinOp(State, Operator->getOpcode(),
                             evaluateAgain(Operator->getLHS(), State, LCtx),
                             evaluateAgain(Operator->getRHS(), State, LCtx), T);
  } else if (const auto *Operator = dyn_cast<UnaryOperator>(Plain)) {
    const Expr *Operand = Operator->getSubExpr();
    if (Operator->getOpcode() == UO_LNot) {
      SVal Value = evaluateAgain(Operand, State, LCtx);
      if (Value.isUnknownOrUndef())
        return Known;
      Again =
          Values.evalEQ(State, Value, Values.makeZeroVal(Operand->getType()));
    } else if (Operator->isIncrementDecrementOp()) {
      // The step was made; before it, the value was one step behind.
      const MemRegion *Place = getNamedRegion(Operand, State, LCtx);
      if (!Place)
        return Known;
      Again = State->getSVal(Place, T);
      if (Operator->isPostfix() && T->isIntegralOrEnumerationType())
        Again =
            Values.evalBinOp(State, Operator->isIncrementOp() ? BO_Sub : BO_Add,
                             Again, Values.makeIntVal(1, T), T);
    } else {
      return Known;
    }
  } else if (Plain->isLValue()) {
    const MemRegion *Place = getNamedRegion(Plain, State, LCtx);
    if (!Place)
      return Known;
    Again = State->getSVal(Place, T);
  } else {
    return Known;
  }
  return Values.evalCast(Again, E->getType(), T);
}
