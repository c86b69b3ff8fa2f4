//===-- CallbackRoles.cpp - Which functions are callbacks -------*- C++ -*-===//
//
// Part of the KMDF checkers, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "CallbackRoles.h"

#include "LambdaPointers.h"

#include "clang/AST/DeclCXX.h"
#include "clang/AST/ExprCXX.h"

using namespace clang;
using namespace kmdf;

const kmdf_role_type *CallbackRoles::getRole(QualType T) {
  auto [Entry, IsNew] = RoleOfType.try_emplace(T.getTypePtr(), nullptr);
  if (!IsNew)
    return Entry->second;

  const kmdf_role_type *Role = nullptr;
  if (const auto *Typedef = dyn_cast<TypedefType>(T.getTypePtr())) {
    Role = kmdf_find_role_type(
        Typedef->getDecl()->getIdentifier()->getNameStart());
    const DeclContext *Scope = Typedef->getDecl()->getDeclContext();
    if (!Role)
      Role = getRole(Typedef->desugar());
    else if (Scope->getRedeclContext()->isTranslationUnit())
      Types.try_emplace(Role, Typedef->getDecl());
  } else if (const auto *Pointer = dyn_cast<PointerType>(T.getTypePtr())) {
    if (Pointer->getPointeeType()->isFunctionType())
      Role = getRole(Pointer->getPointeeType());
  } else {
    QualType Desugared = T->getLocallyUnqualifiedSingleStepDesugaredType();
    if (Desugared.getTypePtr() != T.getTypePtr())
      Role = getRole(Desugared);
  }
  // The recursion may have moved the entry.
  return RoleOfType[T.getTypePtr()] = Role;
}

void CallbackRoles::addKnown(StringRef List) {
  llvm::SmallVector<StringRef, 8> Items;
  List.split(Items, ';', /*MaxSplit=*/-1, /*KeepEmpty=*/false);
  for (StringRef Item : Items) {
    auto [Name, Type] = Item.split(':');
    if (const kmdf_role_type *Role = kmdf_find_role_type(Type.str().c_str()))
      Known[Name] = Role;
  }
}

void CallbackRoles::add(const FunctionDecl *Function, RoleSource Source,
                        bool IsDeclaration) {
  Callback &Entry =
      Callbacks.insert({Function->getCanonicalDecl(), {Source.Role, {}, {}}})
          .first->second;
  if (IsDeclaration && !Entry.isDeclared())
    Entry.Role = Source.Role;
  auto &Sources = IsDeclaration ? Entry.Declarations : Entry.Uses;
  if (llvm::none_of(Sources, [&](const RoleSource &Known) {
        return Known.Role == Source.Role;
      }))
    Sources.push_back(Source);
}

void CallbackRoles::addDeclarations(const FunctionDecl *Function) {
  for (const FunctionDecl *Declaration : Function->redecls()) {
    // In C the type of a redeclaration is that of the one before it; what it
    // was written with is here.
    const TypeSourceInfo *Written = Declaration->getTypeSourceInfo();
    if (const kmdf_role_type *Role =
            getRole(Written ? Written->getType() : Declaration->getType()))
      add(Function, {Role, Declaration->getLocation()},
          /*IsDeclaration=*/true);
  }
  if (!Known.empty() && Function->getIdentifier() &&
      Function->isExternallyVisible())
    if (const kmdf_role_type *Role = Known.lookup(Function->getName()))
      add(Function, {Role, SourceLocation()}, /*IsDeclaration=*/false);
}

/// The functions that \p Value may be.
static void collectFunctions(const Expr *Value,
                             llvm::SmallVectorImpl<const FunctionDecl *> &To) {
  Value = Value->IgnoreParenCasts();
  if (const auto *Full = dyn_cast<FullExpr>(Value))
    return collectFunctions(Full->getSubExpr(), To);
  if (const auto *Temporary = dyn_cast<MaterializeTemporaryExpr>(Value))
    return collectFunctions(Temporary->getSubExpr(), To);
  if (const auto *Operator = dyn_cast<UnaryOperator>(Value))
    return collectFunctions(Operator->getSubExpr(), To);
  if (const auto *Conditional = dyn_cast<ConditionalOperator>(Value)) {
    collectFunctions(Conditional->getTrueExpr(), To);
    return collectFunctions(Conditional->getFalseExpr(), To);
  }
  if (const auto *Conversion = dyn_cast<CXXMemberCallExpr>(Value)) {
    if (const auto *Lambda = getConvertedLambda(Conversion->getMethodDecl()))
      To.push_back(Lambda);
    return;
  }
  if (const auto *Reference = dyn_cast<DeclRefExpr>(Value))
    if (const auto *Function = dyn_cast<FunctionDecl>(Reference->getDecl()))
      To.push_back(Function);
}

void CallbackRoles::addUse(QualType To, const Expr *From) {
  const auto *Pointer = To->getAs<PointerType>();
  if (!Pointer || !Pointer->getPointeeType()->isFunctionType())
    return;
  const kmdf_role_type *Role = getRole(To);
  if (!Role)
    return;
  llvm::SmallVector<const FunctionDecl *, 2> Functions;
  collectFunctions(From, Functions);
  for (const FunctionDecl *Function : Functions)
    add(Function, {Role, From->getExprLoc()}, /*IsDeclaration=*/false);
}

const Callback *CallbackRoles::find(const Decl *D) const {
  const auto *Function = dyn_cast_or_null<FunctionDecl>(D);
  if (!Function)
    return nullptr;
  auto Found = Callbacks.find(Function->getCanonicalDecl());
  return Found == Callbacks.end() ? nullptr : &Found->second;
}
