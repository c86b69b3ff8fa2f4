//===-- PassedLocks.cpp - Locks that a call is handed -----------*- C++ -*-===//
//
// Part of the KMDF checkers, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "PassedLocks.h"

#include "Compat.h"
#include "HandlePlaces.h"
#include "LockHandles.h"
#include "UnseenCode.h"

#include "clang/AST/DeclCXX.h"

using namespace clang;
using namespace ento;
using namespace kmdf;

void PassedLocks::addHandle(SVal Handle, kmdf_lock_family Family) {
  if (SymbolRef Symbol = getHandleSymbol(Handle))
    Locks.push_back({Symbol, Family});
}

void PassedLocks::addFields(const MemRegion *Object, const RecordDecl *Record) {
  SVal Base = loc::MemRegionVal(Object);
  for (const FieldDecl *Field : Record->fields())
    addPlace(getFieldPlace(Before, Field, Base).getAsRegion(),
             Field->getType());
  const auto *Class = dyn_cast<CXXRecordDecl>(Record);
  if (!Class)
    return;
  MemRegionManager &Regions = Before->getStateManager().getRegionManager();
  for (const CXXBaseSpecifier &Inherited : Class->bases())
    if (const CXXRecordDecl *Parent = Inherited.getType()->getAsCXXRecordDecl())
      if (const auto *Whole = dyn_cast<SubRegion>(Object))
        addFields(Regions.getCXXBaseObjectRegion(Parent, Whole,
                                                 Inherited.isVirtual()),
                  Parent);
}

/// Adds what is at \p Place, which is of type \p T.
void PassedLocks::addPlace(const MemRegion *Place, QualType T) {
  if (!Place)
    return;
  if (auto Family = getLockFamily(T)) {
    addHandle(getHandleAt(Before, Place), *Family);
    return;
  }
  // The address of a handle is as good as the handle.
  if (T->isPointerType() && getLockFamily(T->getPointeeType())) {
    const MemRegion *Handle = Before->getSVal(Place).getAsRegion();
    if (Handle)
      addPlace(Handle, T->getPointeeType());
    return;
  }
  const RecordDecl *Record = T->getAsRecordDecl();
  if (Record && Record->getDefinition())
    addFields(Place, Record->getDefinition());
}

void PassedLocks::addValue(SVal Value, std::optional<kmdf_lock_family> Family) {
  if (Family) {
    addHandle(Value, *Family);
    return;
  }
  if (auto Structure = Value.getAs<nonloc::LazyCompoundVal>()) {
    const TypedValueRegion *Copied = Structure->getRegion();
    addPlace(Copied, Copied->getValueType());
    return;
  }
  const auto *Place = dyn_cast_or_null<TypedValueRegion>(Value.getAsRegion());
  if (!Place)
    return;
  QualType T = Place->getValueType();
  if (auto OfPlace = getLockFamily(T))
    Places.push_back({Place, *OfPlace});
  // A device's context is handed to everyone; only what the caller made for
  // itself is handed over with what is in it.
  if (getLockFamily(T) || isOnStack(Place, Before))
    addPlace(Place, T);
}

PassedLocks::PassedLocks(const CallEvent &Call) : Before(getStateBefore(Call)) {
  const auto *Callee = dyn_cast_or_null<FunctionDecl>(Call.getDecl());
  for (unsigned I = 0, N = Call.getNumArgs(); I != N; ++I)
    if (mayUseHandleArgument(Callee, I)) {
      const Expr *Argument = Call.getArgExpr(I);
      addValue(Call.getArgSVal(I),
               Argument ? getLockFamily(Argument) : std::nullopt);
    }
  if (const auto *Method = dyn_cast<CXXInstanceCall>(&Call))
    if (mayUseHandleArgument(Callee, 0))
      addValue(Method->getCXXThisVal(), std::nullopt);
}
