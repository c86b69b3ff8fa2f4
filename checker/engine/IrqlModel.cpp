//===-- IrqlModel.cpp - The interrupt level asked twice ---------*- C++ -*-===//
//
// Part of the KMDF checkers, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "IrqlModel.h"

#include "Compat.h"
#include "FrameworkCalls.h"

#include "clang/StaticAnalyzer/Core/PathSensitive/CallEvent.h"
#include "clang/StaticAnalyzer/Core/PathSensitive/CheckerContext.h"
#include "clang/StaticAnalyzer/Core/PathSensitive/ProgramStateTrait.h"

using namespace clang;
using namespace ento;
using namespace kmdf;

// What was answered at the level that the path is at, and before it at those
// below that it will go back to; null where nobody has asked yet. Empty as long
// as nobody has asked at all.
REGISTER_LIST_WITH_PROGRAMSTATE(IrqlAnswers, SymbolRef)

static llvm::ImmutableList<SymbolRef> getAnswersBelow(ProgramStateRef State) {
  llvm::ImmutableList<SymbolRef> Answers = State->get<IrqlAnswers>();
  return Answers.isEmpty() ? Answers : Answers.getTail();
}

bool IrqlModel::evalCall(const CallEvent &Call, CheckerContext &C) const {
  const auto *Function = dyn_cast_or_null<FunctionDecl>(Call.getDecl());
  const auto *Expr = dyn_cast_or_null<CallExpr>(Call.getOriginExpr());
  if (!Expr || !isIrqlQuestion(Function))
    return false;
  ProgramStateRef State = C.getState();
  const LocationContext *LCtx = C.getLocationContext();
  llvm::ImmutableList<SymbolRef> Answers = State->get<IrqlAnswers>();
  SymbolRef Answer = Answers.isEmpty() ? nullptr : Answers.getHead();
  if (!Answer) {
    static const char Tag = 0;
    Answer = conjure(C, Call, Expr->getType(), &Tag).getAsSymbol();
    if (!Answer)
      return false;
    State = State->set<IrqlAnswers>(getAnswersBelow(State));
    State = State->add<IrqlAnswers>(Answer);
  }
  C.addTransition(State->BindExpr(Expr, LCtx, nonloc::SymbolVal(Answer)));
  return true;
}

/// Whether \p Frame runs a function that itself is known for what it does to
/// the level: what it calls for that does not count again.
static bool isInIrqlDdi(const LocationContext *Frame) {
  for (; Frame; Frame = Frame->getParent())
    if (getIrqlEffect(dyn_cast<FunctionDecl>(Frame->getDecl())) !=
        KMDF_IRQL_KEPT)
      return true;
  return false;
}

void IrqlModel::checkPostCall(const CallEvent &Call, CheckerContext &C) const {
  ProgramStateRef State = C.getState();
  if (State->get<IrqlAnswers>().isEmpty())
    return;
  kmdf_irql_effect Effect =
      getIrqlEffect(dyn_cast_or_null<FunctionDecl>(Call.getDecl()));
  if (Effect == KMDF_IRQL_KEPT || isInIrqlDdi(C.getLocationContext()))
    return;
  C.addTransition(Effect == KMDF_IRQL_RAISED
                      ? State->add<IrqlAnswers>(nullptr)
                      : State->set<IrqlAnswers>(getAnswersBelow(State)));
}

void IrqlModel::checkLiveSymbols(ProgramStateRef State,
                                 SymbolReaper &Reaper) const {
  for (SymbolRef Answer : State->get<IrqlAnswers>())
    if (Answer)
      Reaper.markLive(Answer);
}
