//===-- GetterModel.cpp - One object gives one answer -----------*- C++ -*-===//
//
// Part of the KMDF checkers, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "GetterModel.h"

#include "Compat.h"
#include "FrameworkCalls.h"

#include "clang/StaticAnalyzer/Core/PathSensitive/CallEvent.h"
#include "clang/StaticAnalyzer/Core/PathSensitive/CheckerContext.h"

#include <optional>

using namespace clang;
using namespace ento;
using namespace kmdf;

/// The lowest index of a getter's place. Nothing that a driver can point at has
/// as many elements.
static constexpr uint64_t FirstIndex = uint64_t(1) << 40;

/// Whether the place is one that stands for a getter's answer.
static bool isGetterResult(const MemRegion *Place) {
  const auto *Element = dyn_cast<ElementRegion>(Place);
  if (!Element)
    return false;
  auto Index = Element->getIndex().getAs<nonloc::ConcreteInt>();
  return Index && getNumber(*Index)->uge(FirstIndex);
}

/// What stands for a further argument of a getter. Null if it has no identity
/// that a second call could be compared by.
static const void *getIdentity(SVal Argument) {
  // A context's type is a pointer to, or out of, the global that describes it.
  const MemRegion *Region = Argument.getAsRegion();
  if (const auto *Pointee = dyn_cast_or_null<SymbolicRegion>(Region))
    Region = Pointee->getSymbol()->getOriginRegion();
  if (Region)
    if (const auto *Global = dyn_cast<VarRegion>(Region->getBaseRegion()))
      return Global->getDecl()->getCanonicalDecl();
  if (SymbolRef Symbol = Argument.getAsSymbol())
    return Symbol;
  if (auto Integer = Argument.getAs<nonloc::ConcreteInt>())
    return getNumber(*Integer);
  return nullptr;
}

/// The object that the call asks. Null if its handle is not known.
static const SubRegion *getObject(const CallEvent &Call, SValBuilder &Values,
                                  const FunctionDecl *Getter) {
  // The one driver object is where WdfGetDriver itself is.
  if (Call.getNumArgs() == 0)
    return Values.getRegionManager().getFunctionCodeRegion(Getter);
  const MemRegion *Object = Call.getArgSVal(0).getAsRegion();
  return Object ? dyn_cast<SubRegion>(Object->StripCasts()) : nullptr;
}

bool GetterModel::evalCall(const CallEvent &Call, CheckerContext &C) const {
  const auto *Function = dyn_cast_or_null<FunctionDecl>(Call.getDecl());
  const kmdf_getter *Getter = getGetter(Function);
  const auto *Expr = dyn_cast_or_null<CallExpr>(Call.getOriginExpr());
  if (!Getter || !Expr)
    return false;
  SValBuilder &Values = C.getSValBuilder();
  const SubRegion *Object = getObject(Call, Values, Function);
  if (!Object)
    return false;

  ProgramStateRef State = C.getState();
  const LocationContext *LCtx = C.getLocationContext();
  // The other way round: from a context to the object that it belongs to.
  if (Getter->kind == KMDF_GETTER_OF_CONTEXT)
    if (const auto *Context = dyn_cast<SymbolicRegion>(Object)) {
      const MemRegion *Place = Context->getSymbol()->getOriginRegion();
      if (Place && isGetterResult(Place)) {
        SVal Owner =
            loc::MemRegionVal(cast<ElementRegion>(Place)->getSuperRegion());
        C.addTransition(State->BindExpr(Expr, LCtx, Owner));
        return true;
      }
    }

  const void *Detail = nullptr;
  if (Call.getNumArgs() > 1 && !(Detail = getIdentity(Call.getArgSVal(1))))
    return false;
  uint64_t Index =
      Indexes.try_emplace({Getter, Detail}, FirstIndex + Indexes.size())
          .first->second;
  const ElementRegion *Place = Values.getRegionManager().getElementRegion(
      Call.getResultType(), Values.makeArrayIndex(Index), Object,
      C.getASTContext());
  DefinedOrUnknownSVal Answer = Values.getRegionValueSymbolVal(Place);
  if (Getter->kind == KMDF_GETTER_OF_THREAD)
    State = State->assume(Answer, true);
  C.addTransition(State->BindExpr(Expr, LCtx, Answer));
  return true;
}
