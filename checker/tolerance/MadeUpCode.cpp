//===-- MadeUpCode.cpp - What stands for code that is not there -*- C++ -*-===//
//
// Part of the KMDF checkers, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "MadeUpCode.h"

#include "Insertions.h"
#include "UnitGuesses.h"

#include "clang/AST/Attr.h"
#include "llvm/ADT/StringSwitch.h"

using namespace clang;
using namespace kmdf;

static StringRef getName(MadeUpKind Kind) {
  switch (Kind) {
  case MadeUpKind::Value:
    return "kmdf_unknown";
  case MadeUpKind::NotUnderstood:
    return "kmdf_not_understood";
  case MadeUpKind::Exception:
    return "kmdf_exception";
  case MadeUpKind::None:
    break;
  }
  llvm_unreachable("this is a function of the source");
}

MadeUpKind kmdf::getMadeUpKind(const FunctionDecl *Function) {
  const IdentifierInfo *Name = Function->getIdentifier();
  if (!Name || !Function->isImplicit())
    return MadeUpKind::None;
  for (MadeUpKind Kind :
       {MadeUpKind::Value, MadeUpKind::NotUnderstood, MadeUpKind::Exception})
    if (Name->getName() == getName(Kind))
      return Kind;
  return MadeUpKind::None;
}

bool kmdf::isMadeUp(const Decl *D) {
  const auto *Function = dyn_cast<FunctionDecl>(D);
  if (Function && getMadeUpKind(Function) != MadeUpKind::None)
    return true;
  // The engine asks often, and mostly nothing was guessed.
  const ASTContext &Context = D->getASTContext();
  if (!findGuesses(Context))
    return false;
  if (isInGuesses(D->getLocation(), Context.getSourceManager()))
    return true;
  const auto *Variable = dyn_cast<VarDecl>(D);
  return Variable && Variable->isImplicit() && Variable->hasExternalStorage();
}

FunctionDecl *MadeUpFunctions::get(MadeUpKind Kind, QualType T) {
  FunctionDecl *&Entry = Functions[{Context.getCanonicalType(T).getTypePtr(),
                                    static_cast<unsigned>(Kind)}];
  if (Entry)
    return Entry;
  FunctionProtoType::ExtProtoInfo Info;
  Info.Variadic = true;
  Entry = FunctionDecl::Create(
      Context, Context.getTranslationUnitDecl(), SourceLocation(),
      SourceLocation(), DeclarationName(&Context.Idents.get(getName(Kind))),
      Context.getFunctionType(T, {}, Info), nullptr, SC_Extern);
  Entry->setImplicit();
  // The engine then lets it change nothing in memory.
  Entry->addAttr(ConstAttr::CreateImplicit(Context));
  return Entry;
}

Expr *MadeUpFunctions::call(MadeUpKind Kind, QualType T,
                            SourceLocation Location,
                            llvm::ArrayRef<Expr *> Arguments) {
  FunctionDecl *Function = get(Kind, T);
  auto *Reference = DeclRefExpr::Create(
      Context, NestedNameSpecifierLoc(), SourceLocation(), Function,
      /*RefersToEnclosingVariableOrCapture=*/false, Location,
      Function->getType(), VK_LValue);
  auto *Callee = ImplicitCastExpr::Create(
      Context, Context.getPointerType(Function->getType()),
      CK_FunctionToPointerDecay, Reference, nullptr, VK_PRValue,
      FPOptionsOverride());
  return CallExpr::Create(Context, Callee, Arguments, T, VK_PRValue, Location,
                          FPOptionsOverride());
}
