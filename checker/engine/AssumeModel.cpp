//===-- AssumeModel.cpp - What __assume says --------------------*- C++ -*-===//
//
// Part of the KMDF checkers, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "AssumeModel.h"

#include "Compat.h"

#include "clang/Basic/Builtins.h"

using namespace clang;
using namespace ento;
using namespace kmdf;

bool AssumeModel::evalCall(const CallEvent &Call, CheckerContext &C) const {
  const auto *Callee = dyn_cast_or_null<FunctionDecl>(Call.getDecl());
  if (DoesEngineBelieveAssume || !Callee ||
      Callee->getBuiltinID() != Builtin::BI__assume || Call.getNumArgs() != 1)
    return false;
  ProgramStateRef State = C.getState();
  if (auto Condition = Call.getArgSVal(0).getAs<DefinedOrUnknownSVal>())
    State = State->assume(*Condition, true);
  if (State)
    C.addTransition(State);
  else
    C.generateSink(C.getState(), C.getPredecessor());
  return true;
}
