//===-- VolatileReads.cpp - What changes by itself --------------*- C++ -*-===//
//
// Part of the KMDF checkers, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "VolatileReads.h"

#include "Compat.h"
#include "ReusedSymbols.h"

using namespace clang;
using namespace ento;
using namespace kmdf;

void kmdf::readVolatile(const ImplicitCastExpr *Read, CheckerContext &C) {
  if (Read->getCastKind() != CK_LValueToRValue ||
      !Read->getSubExpr()->getType().isVolatileQualified() ||
      !Read->getType()->isIntegralOrEnumerationType())
    return;
  const MemRegion *Place = C.getSVal(Read->getSubExpr()).getAsRegion();
  if (!Place || isOnStack(Place, C.getState()) ||
      !C.getSVal(Read).getAsSymbol())
    return;
  const LocationContext *LCtx = C.getLocationContext();
  ProgramStateRef State = C.getState();
  DefinedOrUnknownSVal Now = reuseSymbol(State, conjureAt(C, Read), LCtx);
  C.addTransition(State->BindExpr(Read, LCtx, Now));
}
