//===-- HandlePlaces.cpp - Handles keep their values ------------*- C++ -*-===//
//
// Part of the KMDF checkers, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "HandlePlaces.h"

#include "Compat.h"
#include "GetterModel.h"
#include "LockHandles.h"
#include "LockState.h"

#include "clang/StaticAnalyzer/Core/PathSensitive/CallEvent.h"
#include "clang/StaticAnalyzer/Core/PathSensitive/CheckerContext.h"
#include "clang/StaticAnalyzer/Core/PathSensitive/ProgramStateTrait.h"

using namespace clang;
using namespace ento;
using namespace kmdf;

REGISTER_SET_WITH_PROGRAMSTATE(PlaceSet, const MemRegion *)

ProgramStateRef kmdf::addHandlePlace(ProgramStateRef State,
                                     const MemRegion *Place) {
  return State->add<PlaceSet>(Place);
}

/// Whether what is at \p Region keeps its value: a lock's handle wherever it
/// is, and of other things that lead to locks what the driver has in global
/// variables.
bool HandlePlaces::isSteady(const TypedValueRegion *Region,
                            const Stmt *Access) const {
  // The region of an element of an array has lost the name of its type.
  const auto *Value = dyn_cast<Expr>(Access);
  if (getLockFamily(Region->getValueType()) ||
      (Value && getLockFamily(Value->getType())))
    return true;
  const auto *Variable = dyn_cast<VarRegion>(Region);
  if (!Variable || !Variable->getDecl()->hasGlobalStorage())
    return false;
  auto [Entry, IsNew] = SteadyGlobals.try_emplace(Variable->getDecl(), false);
  if (IsNew)
    Entry->second = leadsToLocks(Variable->getDecl()->getType());
  return Entry->second;
}

void HandlePlaces::checkLocation(SVal Place, bool, const Stmt *Access,
                                 CheckerContext &C) const {
  const auto *Region = dyn_cast_or_null<TypedValueRegion>(Place.getAsRegion());
  ProgramStateRef State = C.getState();
  if (Region && isSteady(Region, Access) && !State->contains<PlaceSet>(Region))
    C.addTransition(addHandlePlace(State, Region));
}

void HandlePlaces::checkPostStmt(const ImplicitCastExpr *Load,
                                 CheckerContext &C) const {
  // Of an element of an array at an index that is not known, the engine does
  // not know the value. It is one lock as long as it is one index.
  if (Load->getCastKind() != CK_LValueToRValue ||
      !Load->getType()->isPointerType() || !C.getSVal(Load).isUnknown() ||
      !getLockFamily(Load->getType()))
    return;
  const auto *Element = dyn_cast_or_null<ElementRegion>(
      C.getSVal(Load->getSubExpr()).getAsRegion());
  if (Element)
    C.addTransition(C.getState()->BindExpr(
        Load, C.getLocationContext(),
        C.getSValBuilder().getRegionValueSymbolVal(Element)));
}

/// Gives \p Place the value back that it had \p Before, if it was a known one.
static ProgramStateRef restore(ProgramStateRef State, const MemRegion *Place,
                               ProgramStateRef Before,
                               const LocationContext *LCtx) {
  SVal Old = Before->getSVal(Place);
  // A place that held nothing yet may well get something from the call. Whether
  // there is a lock, the driver asks before and after, and means the same lock.
  const auto *Typed = dyn_cast<TypedValueRegion>(Place);
  bool IsLock = Typed && getLockFamily(Typed->getValueType());
  bool WasNull =
      IsLock ? Old.isZeroConstant() : Before->isNull(Old).isConstrainedTrue();
  if (Old.isUnknownOrUndef() || WasNull || Old == State->getSVal(Place))
    return State;
  return State->bindLoc(loc::MemRegionVal(Place), Old, LCtx,
                        /*notifyChanges=*/false);
}

/// Restores the pointers through which \p Place is reached, the outermost
/// first.
static ProgramStateRef restoreChain(ProgramStateRef State,
                                    const MemRegion *Place,
                                    ProgramStateRef Before,
                                    const LocationContext *LCtx) {
  if (const auto *Pointee = dyn_cast<SymbolicRegion>(Place->getBaseRegion()))
    if (const MemRegion *Pointer = Pointee->getSymbol()->getOriginRegion())
      State = restoreChain(State, Pointer, Before, LCtx);
  // What a getter gives is in no place of the driver's memory.
  return isGetterResult(Place) ? State : restore(State, Place, Before, LCtx);
}

ProgramStateRef HandlePlaces::checkRegionChanges(
    ProgramStateRef State, const InvalidatedSymbols *,
    ArrayRef<const MemRegion *> Explicit, ArrayRef<const MemRegion *>,
    const LocationContext *LCtx, const CallEvent *Call) const {
  // Without a call it is the driver that wrote to memory, and rightly so.
  if (!Call)
    return State;
  ProgramStateRef Before = getStateBefore(*Call);
  for (const MemRegion *Place : Before->get<PlaceSet>()) {
    if (!llvm::is_contained(Explicit, Place)) {
      State = restoreChain(State, Place, Before, LCtx);
      continue;
    }
    // Whoever is given the address of a handle may put another one there, or
    // use the one that is there.
    SymbolRef Old = getHandleSymbol(Before->getSVal(Place));
    if (const TrackedLock *Lock = Old ? getLock(State, Old) : nullptr)
      State = escapeLock(State, Old, Lock->Family);
  }
  return State;
}
