//===-- ConstantTables.cpp - Pointers that constants hold -------*- C++ -*-===//
//
// Part of the KMDF checkers, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "ConstantTables.h"

#include "Compat.h"

#include "clang/AST/APValue.h"
#include "clang/AST/ASTContext.h"
#include "clang/AST/DeclCXX.h"
#include "clang/AST/Expr.h"

using namespace clang;
using namespace ento;
using namespace kmdf;

/// With an index that is not known, a path goes on for at most so many elements
/// of a table.
static constexpr uint64_t MostElements = 16;

namespace {

/// A part of a constant: the way to it from the whole, in reverse.
struct ConstantPart {
  const VarDecl *Whole = nullptr;
  llvm::SmallVector<const TypedValueRegion *, 4> Steps;
};

} // namespace

const VarDecl *kmdf::findConstant(const MemRegion *Place) {
  const auto *Variable = dyn_cast<VarRegion>(Place->getBaseRegion());
  const VarDecl *D = Variable ? Variable->getDecl() : nullptr;
  return D && D->hasGlobalStorage() &&
                 D->getType().isConstant(D->getASTContext())
             ? D
             : nullptr;
}

/// The constant that \p Place is a part of, if it is one by fields and elements
/// alone.
static ConstantPart findConstantPart(const MemRegion *Place) {
  ConstantPart Part;
  const VarDecl *Whole = Place ? findConstant(Place) : nullptr;
  if (!Whole)
    return Part;
  while (isa<FieldRegion, ElementRegion>(Place)) {
    Part.Steps.push_back(cast<TypedValueRegion>(Place));
    Place = cast<SubRegion>(Place)->getSuperRegion();
  }
  if (isa<VarRegion>(Place))
    Part.Whole = Whole;
  return Part;
}

/// A field or an element of \p Whole, which \p Step is.
static const APValue *getPart(const APValue &Whole,
                              const TypedValueRegion *Step) {
  if (const auto *Field = dyn_cast<FieldRegion>(Step)) {
    const FieldDecl *D = Field->getDecl();
    if (Whole.isStruct() && D->getFieldIndex() < Whole.getStructNumFields())
      return &Whole.getStructField(D->getFieldIndex());
    return Whole.isUnion() && Whole.getUnionField() == D
               ? &Whole.getUnionValue()
               : nullptr;
  }
  auto Index =
      cast<ElementRegion>(Step)->getIndex().getAs<nonloc::ConcreteInt>();
  if (!Index || !Whole.isArray() || getNumber(*Index)->isNegative())
    return nullptr;
  uint64_t I = getNumber(*Index)->getZExtValue();
  if (I < Whole.getArrayInitializedElts())
    return &Whole.getArrayInitializedElt(I);
  return I < Whole.getArraySize() && Whole.hasArrayFiller()
             ? &Whole.getArrayFiller()
             : nullptr;
}

/// What initializes the field or element of \p List that \p Step is. Null if
/// that is not in the list.
static const Expr *getInitializer(const InitListExpr *List,
                                  const TypedValueRegion *Step) {
  uint64_t I = List->getNumInits();
  if (const auto *Place = dyn_cast<FieldRegion>(Step)) {
    const FieldDecl *Wanted = Place->getDecl();
    const RecordDecl *Record = Wanted->getParent();
    const auto *Class = dyn_cast<CXXRecordDecl>(Record);
    if (Record->isUnion())
      return List->getInitializedFieldInUnion() == Wanted && I == 1
                 ? List->getInit(0)
                 : nullptr;
    // The bases of a class come before its fields.
    I = Class ? Class->getNumBases() : 0;
    for (const FieldDecl *Field : Record->fields()) {
      if (Field == Wanted)
        break;
      I += !Field->isBitField() || Field->getIdentifier();
    }
  } else if (auto Index = cast<ElementRegion>(Step)
                              ->getIndex()
                              .getAs<nonloc::ConcreteInt>()) {
    I = getNumber(*Index)->getLimitedValue();
  }
  return I < List->getNumInits() ? List->getInit(I) : nullptr;
}

/// The value of \p Place, read from the lists that initialize it. In C, older
/// compilers evaluate no whole lists.
static APValue evaluateInList(const ConstantPart &Place) {
  const Expr *Init = Place.Whole->getAnyInitializer();
  for (const TypedValueRegion *Step : llvm::reverse(Place.Steps)) {
    const auto *List = dyn_cast_or_null<InitListExpr>(Init);
    Init = List ? getInitializer(List, Step) : nullptr;
  }
  Expr::EvalResult Result;
  bool IsKnown =
      Init && Init->EvaluateAsRValue(Result, Place.Whole->getASTContext());
  return IsKnown ? Result.Val : APValue();
}

/// The pointer that \p Place, a part of a constant, has. Unknown if it is none
/// to a function, to a whole variable or NULL.
static SVal getPointer(const ConstantPart &Place, QualType T,
                       SValBuilder &Values) {
  const VarDecl *Defined = nullptr;
  const APValue *Value = Place.Whole->getAnyInitializer(Defined)
                             ? Defined->evaluateValue()
                             : nullptr;
  for (const TypedValueRegion *Step : llvm::reverse(Place.Steps))
    Value = Value ? getPart(*Value, Step) : nullptr;
  APValue InList = Value ? APValue() : evaluateInList(Place);
  if (InList.hasValue())
    Value = &InList;
  if (!Value || !Value->isLValue() || !Value->getLValueOffset().isZero())
    return UnknownVal();
  if (Value->isNullPointer())
    return Values.makeNullWithType(T);
  if (!Value->hasLValuePath() || !Value->getLValuePath().empty())
    return UnknownVal();
  const auto *Named = Value->getLValueBase().dyn_cast<const ValueDecl *>();
  MemRegionManager &Regions = Values.getRegionManager();
  if (const auto *Function = dyn_cast_or_null<FunctionDecl>(Named))
    return Values.getFunctionPointer(Function);
  if (const auto *Variable = dyn_cast_or_null<VarDecl>(Named))
    if (Variable->hasGlobalStorage())
      return loc::MemRegionVal(Regions.getVarRegion(Variable, nullptr));
  return UnknownVal();
}

/// The step to \p Part whose index is not known. Null if there is none.
static const ElementRegion *findUnknownIndex(const ConstantPart &Part) {
  for (const TypedValueRegion *Step : Part.Steps)
    if (const auto *Element = dyn_cast<ElementRegion>(Step))
      if (!Element->getIndex().isConstant())
        return Element;
  return nullptr;
}

/// How many elements the array has that \p Element is of. 0 if it is no array.
static uint64_t countElements(const ElementRegion *Element,
                              const ASTContext &Context) {
  const auto *Whole = dyn_cast<TypedValueRegion>(Element->getSuperRegion());
  const auto *Type =
      Whole ? Context.getAsConstantArrayType(Whole->getValueType()) : nullptr;
  return Type ? Type->getSize().getLimitedValue() : 0;
}

/// The part that \p Part is where \p Unknown, a step to it, has index \p I.
static ConstantPart withIndex(const ConstantPart &Part,
                              const ElementRegion *Unknown, NonLoc I,
                              SValBuilder &Values) {
  ConstantPart Found = Part;
  for (const TypedValueRegion *&Step : Found.Steps)
    if (Step == Unknown)
      Step = Values.getRegionManager().getElementRegion(
          Unknown->getElementType(), I,
          cast<SubRegion>(Unknown->getSuperRegion()), Values.getContext());
  return Found;
}

void kmdf::readConstantPointer(const ImplicitCastExpr *Read,
                               CheckerContext &C) {
  if (Read->getCastKind() != CK_LValueToRValue ||
      !Read->getType()->isPointerType())
    return;
  // A copy has the symbols of what it is a copy of.
  SymbolRef Copied = C.getSVal(Read).getAsLocSymbol();
  ConstantPart Part =
      findConstantPart(Copied ? Copied->getOriginRegion()
                              : C.getSVal(Read->getSubExpr()).getAsRegion());
  if (!Part.Whole)
    return;
  const LocationContext *LCtx = C.getLocationContext();
  SValBuilder &Values = C.getSValBuilder();
  ProgramStateRef State = C.getState();
  const ElementRegion *Unknown = findUnknownIndex(Part);
  if (!Unknown) {
    SVal Pointer = getPointer(Part, Read->getType(), Values);
    if (!Pointer.isUnknown())
      C.addTransition(State->BindExpr(Read, LCtx, Pointer));
    return;
  }
  uint64_t Count = countElements(Unknown, C.getASTContext());
  if (Count > MostElements)
    return;
  for (uint64_t I = 0; I != Count; ++I) {
    NonLoc Index = Values.makeArrayIndex(I);
    auto IsHere = Values.evalEQ(State, Unknown->getIndex(), Index)
                      .getAs<DefinedOrUnknownSVal>();
    ProgramStateRef Here = IsHere ? State->assume(*IsHere, true) : nullptr;
    if (!Here)
      continue;
    SVal Pointer = getPointer(withIndex(Part, Unknown, Index, Values),
                              Read->getType(), Values);
    C.addTransition(Pointer.isUnknown() ? Here
                                        : Here->BindExpr(Read, LCtx, Pointer));
  }
}
