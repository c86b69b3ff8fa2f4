//===-- FrameworkCalls.cpp - Calls of framework functions -------*- C++ -*-===//
//
// Part of the KMDF checkers, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "FrameworkCalls.h"

#include "names.h"

#include "clang/AST/ASTContext.h"
#include "clang/Basic/SourceManager.h"

using namespace clang;
using namespace kmdf;

/// The name of a function that is a member of nothing. Null for others.
static const char *getGlobalName(const FunctionDecl *Function) {
  const IdentifierInfo *Identifier = Function->getIdentifier();
  return Identifier && Function->getDeclContext()
                           ->getRedeclContext()
                           ->isTranslationUnit()
             ? Identifier->getNameStart()
             : nullptr;
}

bool kmdf::isFrameworkFunction(const FunctionDecl *Function) {
  const char *Name = getGlobalName(Function);
  return Name && kmdf_is_framework_name(Name);
}

bool kmdf::isInSystemHeader(const Decl *D) {
  const SourceManager &Sources = D->getASTContext().getSourceManager();
  return Sources.isInSystemHeader(Sources.getExpansionLoc(D->getLocation()));
}

/// The row that \p Find has for the function, if the function has as many
/// parameters as the row says.
template <typename Row>
static const Row *findRow(const FunctionDecl *Function,
                          const Row *(*Find)(const char *)) {
  const char *Name = Function ? getGlobalName(Function) : nullptr;
  const Row *Found = Name ? Find(Name) : nullptr;
  return Found && Function->getNumParams() ==
                      static_cast<unsigned>(Found->param_count)
             ? Found
             : nullptr;
}

const kmdf_ddi *kmdf::getDdi(const FunctionDecl *Function) {
  return findRow(Function, kmdf_find_ddi);
}

const kmdf_getter *kmdf::getGetter(const FunctionDecl *Function) {
  return findRow(Function, kmdf_find_getter);
}

bool kmdf::isIrqlQuestion(const FunctionDecl *Function) {
  const char *Name = Function ? getGlobalName(Function) : nullptr;
  return Name && StringRef(Name) == "KeGetCurrentIrql" &&
         Function->getNumParams() == 0;
}

kmdf_irql_effect kmdf::getIrqlEffect(const FunctionDecl *Function) {
  const char *Name = Function ? getGlobalName(Function) : nullptr;
  return Name ? kmdf_get_irql_effect(Name) : KMDF_IRQL_KEPT;
}
