//===-- LockHandles.cpp - Which lock a handle is ----------------*- C++ -*-===//
//
// Part of the KMDF checkers, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "LockHandles.h"

#include "MadeUpCode.h"
#include "names.h"

#include "clang/AST/ExprCXX.h"
#include "clang/StaticAnalyzer/Core/PathSensitive/SValBuilder.h"
#include "llvm/ADT/STLExtras.h"

using namespace clang;
using namespace ento;
using namespace kmdf;

/// The family whose handle type is called \p Name followed by \p Suffix.
static std::optional<kmdf_lock_family> findFamily(StringRef Name,
                                                  StringRef Suffix) {
  for (unsigned I = 0; I < KMDF_FAMILY_COUNT; ++I) {
    auto Family = static_cast<kmdf_lock_family>(I);
    StringRef Type = kmdf_get_lock_family(Family)->handle_type;
    if (Name.size() == Type.size() + Suffix.size() &&
        Name.substr(0, Type.size()) == Type &&
        Name.substr(Type.size()) == Suffix)
      return Family;
  }
  return std::nullopt;
}

std::optional<kmdf_lock_family> kmdf::getLockFamily(QualType T) {
  const auto *Pointer = dyn_cast<PointerType>(T.getCanonicalType());
  if (!Pointer)
    return std::nullopt;
  // DECLARE_HANDLE(WDFWAITLOCK) makes a pointer to struct WDFWAITLOCK__, or
  // where STRICT is not defined to void: then only the typedef tells.
  if (const auto *Record = dyn_cast<RecordType>(Pointer->getPointeeType())) {
    const IdentifierInfo *Tag = Record->getDecl()->getIdentifier();
    return Tag ? findFamily(Tag->getName(), "__") : std::nullopt;
  }
  if (!Pointer->getPointeeType()->isVoidType())
    return std::nullopt;
  for (const auto *Typedef = T->getAs<TypedefType>(); Typedef;
       Typedef = Typedef->desugar()->getAs<TypedefType>())
    if (auto Family = findFamily(Typedef->getDecl()->getName(), ""))
      return Family;
  return std::nullopt;
}

std::optional<kmdf_lock_family> kmdf::getLockFamily(const Expr *Value) {
  if (auto Family = getLockFamily(Value->getType()))
    return Family;
  // What is passed as a WDFOBJECT was something more before.
  return getLockFamily(Value->IgnoreParenCasts()->getType());
}

/// Whether \p T is, or has in it, a lock's handle.
static bool holdsLock(QualType T) {
  T = T->getBaseElementTypeUnsafe()->getCanonicalTypeInternal();
  if (getLockFamily(T))
    return true;
  const auto *Record = T->getAsRecordDecl();
  const RecordDecl *Definition = Record ? Record->getDefinition() : nullptr;
  return Definition &&
         llvm::any_of(Definition->fields(), [](const FieldDecl *Field) {
           return holdsLock(Field->getType());
         });
}

bool kmdf::isLinked(QualType T) {
  const RecordDecl *Record = T.isNull() ? nullptr : T->getAsRecordDecl();
  const RecordDecl *Definition = Record ? Record->getDefinition() : nullptr;
  return Definition &&
         llvm::any_of(Definition->fields(), [&](const FieldDecl *Field) {
           QualType Type = Field->getType();
           const RecordDecl *Inner = Type->getAsRecordDecl();
           const RecordDecl *Next =
               Type->isPointerType() ? Type->getPointeeType()->getAsRecordDecl()
                                     : nullptr;
           return (Next && Next->getCanonicalDecl() ==
                               Definition->getCanonicalDecl()) ||
                  (Inner && Inner->getName().take_back(10) == "LIST_ENTRY");
         });
}

bool kmdf::leadsToLocks(QualType T) {
  const auto *Typedef = T->getAs<TypedefType>();
  if (Typedef &&
      kmdf_is_handle_type(Typedef->getDecl()->getIdentifier()->getNameStart()))
    return true;
  return T->isPointerType() && holdsLock(T->getPointeeType()) &&
         !isLinked(T->getPointeeType());
}

bool kmdf::pointsToObject(QualType T) {
  return T->isPointerType() && T->getPointeeType()->isRecordType() &&
         !T->getPointeeType()->isIncompleteType() &&
         !isLinked(T->getPointeeType());
}

SymbolRef kmdf::getHandleSymbol(SVal Handle) {
  return Handle.getAsLocSymbol(/*IncludeBaseRegions=*/true);
}

bool kmdf::areSameElement(SymbolRef A, SymbolRef B, ProgramStateRef State) {
  const auto *ElementA = dyn_cast_or_null<ElementRegion>(A->getOriginRegion());
  const auto *ElementB = dyn_cast_or_null<ElementRegion>(B->getOriginRegion());
  if (!ElementA || !ElementB ||
      ElementA->getSuperRegion() != ElementB->getSuperRegion())
    return false;
  SValBuilder &Values = State->getStateManager().getSValBuilder();
  const llvm::APSInt *IndexA =
      Values.getKnownValue(State, ElementA->getIndex());
  const llvm::APSInt *IndexB =
      Values.getKnownValue(State, ElementB->getIndex());
  return IndexA && IndexB && llvm::APSInt::isSameValue(*IndexA, *IndexB);
}

const void *kmdf::getCreatedLockTag() {
  static const char Tag = 0;
  return &Tag;
}

const Stmt *kmdf::getCreation(SymbolRef Handle) {
  const auto *Conjured = dyn_cast<SymbolConjured>(Handle);
  return Conjured && Conjured->getTag() == getCreatedLockTag()
             ? Conjured->getStmt()
             : nullptr;
}

/// Whether a constructor that the engine did not run left the handle in a
/// field.
static bool isOfSkippedConstructor(SymbolRef Handle) {
  const auto *Derived = dyn_cast<SymbolDerived>(Handle);
  const auto *Made =
      Derived ? dyn_cast<SymbolConjured>(Derived->getParentSymbol()) : nullptr;
  return Made && isa_and_nonnull<CXXConstructExpr>(Made->getStmt());
}

bool kmdf::isFromNowhere(SymbolRef Handle) {
  if (getCreation(Handle))
    return false;
  if (isOfSkippedConstructor(Handle))
    return true;
  const MemRegion *Place = Handle->getOriginRegion();
  if (!Place)
    return true;
  const auto *Variable = dyn_cast<VarRegion>(Place);
  return Variable && isa<ParmVarDecl>(Variable->getDecl());
}

bool kmdf::isGuessed(SymbolRef Handle) {
  const MemRegion *Place = Handle->getOriginRegion();
  while (Place) {
    if (const auto *Declared = dyn_cast<DeclRegion>(Place))
      if (isMadeUp(Declared->getDecl()))
        return true;
    if (const auto *Part = dyn_cast<SubRegion>(Place)) {
      // Behind a pointer goes on where the pointer is kept.
      if (const auto *Pointee = dyn_cast<SymbolicRegion>(Place))
        Place = Pointee->getSymbol()->getOriginRegion();
      else
        Place = isa<DeclRegion>(Part) && !isa<FieldRegion>(Part)
                    ? nullptr
                    : Part->getSuperRegion();
    } else {
      return false;
    }
  }
  return false;
}

namespace {
enum class Comparison { Same, Different, Unknown };
} // namespace

/// Compares two places in memory, from the innermost object to the outermost.
static Comparison comparePlaces(const MemRegion *A, const MemRegion *B) {
  // This also takes the first element of an array for the array, so that below
  // an element is any but the first.
  A = A->StripCasts();
  B = B->StripCasts();
  if (A == B)
    return Comparison::Same;
  // A pointer points to anything of the right type, also into the other object.
  if (isa<SymbolicRegion>(A) || isa<SymbolicRegion>(B))
    return Comparison::Unknown;

  const auto *FieldA = dyn_cast<FieldRegion>(A);
  const auto *FieldB = dyn_cast<FieldRegion>(B);
  if (FieldA && FieldB) {
    if (FieldA->getDecl()->getCanonicalDecl() !=
        FieldB->getDecl()->getCanonicalDecl())
      return Comparison::Different;
    return comparePlaces(FieldA->getSuperRegion(), FieldB->getSuperRegion());
  }

  const auto *ElementA = dyn_cast<ElementRegion>(A);
  const auto *ElementB = dyn_cast<ElementRegion>(B);
  if (!ElementA && !ElementB)
    return Comparison::Different;
  const MemRegion *ArrayA = ElementA ? ElementA->getSuperRegion() : A;
  const MemRegion *ArrayB = ElementB ? ElementB->getSuperRegion() : B;
  Comparison Arrays = comparePlaces(ArrayA, ArrayB);
  if (ElementA && ElementB && ElementA->getIndex() == ElementB->getIndex())
    return Arrays;
  auto IsKnown = [](const ElementRegion *Element) {
    return !Element || Element->getIndex().getAs<nonloc::ConcreteInt>();
  };
  if (IsKnown(ElementA) && IsKnown(ElementB))
    return Comparison::Different;
  return Arrays == Comparison::Different ? Arrays : Comparison::Unknown;
}

static bool isUnknownElement(const MemRegion *Place) {
  const auto *Element = dyn_cast_or_null<ElementRegion>(Place);
  return Element && !Element->getIndex().getAs<nonloc::ConcreteInt>();
}

bool kmdf::mayBeSameLock(SymbolRef A, SymbolRef B) {
  if (A == B || isFromNowhere(A) || isFromNowhere(B))
    return true;
  const MemRegion *PlaceA = A->getOriginRegion();
  const MemRegion *PlaceB = B->getOriginRegion();
  // A lock that was created on the path is no other, but may be an element of
  // whatever array.
  if (!PlaceA || !PlaceB)
    return isUnknownElement(PlaceA ? PlaceA : PlaceB);
  return comparePlaces(PlaceA, PlaceB) != Comparison::Different;
}
