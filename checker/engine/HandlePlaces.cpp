//===-- HandlePlaces.cpp - Handles keep their values ------------*- C++ -*-===//
//
// Part of the KMDF checkers, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "HandlePlaces.h"

#include "Compat.h"
#include "ConstantTables.h"
#include "LockHandles.h"
#include "UnseenCode.h"

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

/// Whether \p Place, of type \p T, keeps its value in code that is not seen.
bool HandlePlaces::isSteady(const TypedValueRegion *Place, QualType T) const {
  const auto *Variable = dyn_cast<VarRegion>(Place);
  if (Variable && Variable->getDecl()->hasGlobalStorage() && pointsToObject(T))
    return true;
  auto [Entry, IsNew] = Steady.try_emplace(T.getTypePtr(), false);
  if (IsNew)
    Entry->second = getLockFamily(T) || leadsToLocks(T);
  return Entry->second;
}

/// What \p Place had when the function began, if \p Value is what code that is
/// not seen has left there since. Unknown if it is not.
static SVal getFirstValue(SVal Value, const TypedValueRegion *Place,
                          ProgramStateRef State) {
  const auto *Left = dyn_cast_or_null<SymbolDerived>(Value.getAsLocSymbol());
  if (!Left || Left->getRegion() != Place || isOnStack(Place, State))
    return UnknownVal();
  return State->getStateManager().getSValBuilder().getRegionValueSymbolVal(
      Place);
}

SVal kmdf::getHandleAt(ProgramStateRef State, const MemRegion *Place) {
  SVal Value = State->getSVal(Place);
  const auto *Typed = dyn_cast<TypedValueRegion>(Place);
  SVal First = Typed ? getFirstValue(Value, Typed, State) : UnknownVal();
  return First.isUnknown() ? Value : First;
}

/// The state in which the pointer that leads to \p Region is not NULL: a path
/// that goes on behind an access has come through it. Null if it is known to
/// be.
static ProgramStateRef assumeAccessible(ProgramStateRef State,
                                        const MemRegion *Region) {
  const auto *Pointee = dyn_cast<SymbolicRegion>(Region->getBaseRegion());
  if (!Pointee)
    return State;
  SVal Pointer =
      State->getStateManager().getSValBuilder().makeLoc(Pointee->getSymbol());
  if (State->isNonNull(Pointer).isConstrainedTrue())
    return State;
  return State->assume(Pointer.castAs<DefinedOrUnknownSVal>(), true);
}

void HandlePlaces::checkLocation(SVal Place, bool IsLoad, const Stmt *Access,
                                 CheckerContext &C) const {
  const auto *Region = dyn_cast_or_null<TypedValueRegion>(Place.getAsRegion());
  if (!Region)
    return;
  ProgramStateRef State = assumeAccessible(C.getState(), Region);
  if (!State) {
    C.generateSink(C.getState(), C.getPredecessor());
    return;
  }
  // The region of an element of an array has lost the name of its type.
  const auto *Value = dyn_cast<Expr>(Access);
  bool IsLock = getLockFamily(Region->getValueType()) ||
                (Value && getLockFamily(Value->getType()));
  // A local variable has nothing before the path writes to it, be it by way of
  // its address.
  bool IsOfPath = IsLoad ? IsLock && isOnStack(Region, State)
                         : IsLock || isSteady(Region, Region->getValueType());
  IsOfPath |= !DoesEngineKeepConstants && findConstant(Region);
  if (IsOfPath && !State->contains<PlaceSet>(Region))
    State = addHandlePlace(State, Region);
  C.addTransition(State);
}

static bool isInElement(const MemRegion *Place) {
  while (const auto *Part = dyn_cast<SubRegion>(Place)) {
    if (isa<ElementRegion>(Part))
      return true;
    Place = Part->getSuperRegion();
  }
  return false;
}

void HandlePlaces::checkPostStmt(const ImplicitCastExpr *Load,
                                 CheckerContext &C) const {
  if (Load->getCastKind() != CK_LValueToRValue ||
      !Load->getType()->isPointerType())
    return;
  SVal Value = C.getSVal(Load);
  bool IsUnknown = Value.isUnknown();
  if (!IsUnknown && !isa_and_nonnull<SymbolDerived>(Value.getAsLocSymbol()))
    return;
  const auto *Place = dyn_cast_or_null<TypedValueRegion>(
      C.getSVal(Load->getSubExpr()).getAsRegion());
  if (!Place)
    return;
  ProgramStateRef State = C.getState();
  SVal First = UnknownVal();
  if (!IsUnknown) {
    if (isSteady(Place, Load->getType()))
      First = getFirstValue(Value, Place, State);
    // Whether there is a lock, the driver asks before and after, and means the
    // same lock. What else was not there yet may well be there after the call.
    if (!First.isUnknown() && !getLockFamily(Load->getType()) &&
        State->isNull(First).isConstrainedTrue())
      return;
  } else if (isInElement(Place) && getLockFamily(Load->getType())) {
    // Of an element of an array at an index that is not known, the engine does
    // not know the value, nor what is in its fields once one was written. It is
    // one lock as long as it is one index.
    First = C.getSValBuilder().getRegionValueSymbolVal(Place);
  }
  if (!First.isUnknown())
    C.addTransition(State->BindExpr(Load, C.getLocationContext(), First));
}

/// Gives \p Place the value back that it had \p Before, if it was a known one.
static ProgramStateRef restore(ProgramStateRef State, const MemRegion *Place,
                               ProgramStateRef Before,
                               const LocationContext *LCtx) {
  SVal Old = Before->getSVal(Place);
  // A place that the path set to NULL may well get something from the call.
  if (Old.isUnknownOrUndef() || Old.isZeroConstant() ||
      Old == State->getSVal(Place))
    return State;
  return State->bindLoc(loc::MemRegionVal(Place), Old, LCtx,
                        /*notifyChanges=*/false);
}

/// Whether \p Region is what a handle points at: nobody but the framework knows
/// what is there. DECLARE_HANDLE of ntdef.h makes a struct of one field that is
/// named `unused`.
static bool isOpaque(const MemRegion *Region) {
  const auto *Pointee = dyn_cast<SymbolicRegion>(Region);
  if (!Pointee)
    return false;
  QualType T = Pointee->getSymbol()->getType()->getPointeeType();
  const RecordDecl *Record = T.isNull() ? nullptr : T->getAsRecordDecl();
  if (!Record)
    return false;
  if (T->isIncompleteType())
    return true;
  RecordDecl::field_range Fields = Record->fields();
  return llvm::hasSingleElement(Fields) &&
         (*Fields.begin())->getName() == "unused";
}

ProgramStateRef HandlePlaces::checkRegionChanges(
    ProgramStateRef State, const InvalidatedSymbols *,
    ArrayRef<const MemRegion *>, ArrayRef<const MemRegion *> Regions,
    const LocationContext *LCtx, const CallEvent *Call) const {
  // Without a call it is the driver that wrote to memory, and rightly so.
  if (!Call)
    return State;
  ProgramStateRef Before = getStateBefore(*Call);
  // The engine takes it for what changes the whole object that it is a part of.
  const auto *Callee = dyn_cast_or_null<FunctionDecl>(Call->getDecl());
  if (Callee && doesNothing(Callee))
    return Before;
  for (const MemRegion *Place : Before->get<PlaceSet>())
    State = restore(State, Place, Before, LCtx);
  // Paths that differ in nothing else go on as one.
  for (const MemRegion *Region : Regions)
    if (isOpaque(Region))
      State = State->killBinding(loc::MemRegionVal(Region));
  return State;
}
