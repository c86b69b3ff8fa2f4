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

/// The builtin that \p Call is of; 0 if it is of none.
static unsigned getBuiltin(const CallEvent &Call) {
  const auto *Callee = dyn_cast_or_null<FunctionDecl>(Call.getDecl());
  return Callee ? Callee->getBuiltinID() : 0;
}

/// The state of \p C in which what \p Call assumes is so. Null if it is not.
static ProgramStateRef assume(const CallEvent &Call, CheckerContext &C) {
  auto Condition = Call.getArgSVal(0).getAs<DefinedOrUnknownSVal>();
  return Condition ? C.getState()->assume(*Condition, true) : C.getState();
}

void AssumeModel::checkPreCall(const CallEvent &Call, CheckerContext &C) const {
  unsigned Builtin = getBuiltin(Call);
  if ((Builtin == Builtin::BI__assume ||
       Builtin == Builtin::BI__builtin_assume) &&
      !assume(Call, C))
    C.generateSink(C.getState(), C.getPredecessor());
}

bool AssumeModel::evalCall(const CallEvent &Call, CheckerContext &C) const {
  if (DoesEngineBelieveAssume || getBuiltin(Call) != Builtin::BI__assume ||
      Call.getNumArgs() != 1)
    return false;
  C.addTransition(assume(Call, C));
  return true;
}
