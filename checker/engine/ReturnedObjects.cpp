//===-- ReturnedObjects.cpp - Aggregates that a call returns ----*- C++ -*-===//
//
// Part of the KMDF checkers, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "ReturnedObjects.h"

#include "clang/StaticAnalyzer/Core/PathSensitive/CallEvent.h"
#include "clang/StaticAnalyzer/Core/PathSensitive/CheckerContext.h"
#include "clang/StaticAnalyzer/Core/PathSensitive/ExprEngine.h"

using namespace clang;
using namespace ento;
using namespace kmdf;

void ReturnedObjects::checkPostCall(const CallEvent &Call,
                                    CheckerContext &C) const {
  const Expr *E = Call.getOriginExpr();
  const ConstructionContext *Wanted =
      C.wasInlined && isa_and_nonnull<CallExpr>(E)
          ? Call.getConstructionContext()
          : nullptr;
  // Only what was never constructed is known by its parts alone.
  if (!Wanted || !Call.getReturnValue().getAs<nonloc::CompoundVal>())
    return;
  auto Object = Call.getReturnValueUnderConstruction();
  if (!Object)
    return;
  auto Place = Object->getAs<Loc>();
  if (!Place)
    return;
  const LocationContext *LCtx = C.getLocationContext();
  ProgramStateRef State = C.getState();
  State = State->bindLoc(*Place, Call.getReturnValue(), LCtx);
  EvalCallOptions Options;
  State =
      State->getStateManager().getOwningEngine().updateObjectsUnderConstruction(
          *Object, E, State, LCtx, Wanted, Options);
  // A caller that returns it again has it in its place already.
  C.addTransition(
      State->BindExpr(E, LCtx, State->getSVal(*Place, E->getType())));
}
