//===-- FrameworkCalls.cpp - Calls of framework functions -------*- C++ -*-===//
//
// Part of the KMDF checkers, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "FrameworkCalls.h"

#include "names.h"

using namespace clang;
using namespace kmdf;

bool kmdf::isFrameworkFunction(const FunctionDecl *Function) {
  const IdentifierInfo *Identifier = Function->getIdentifier();
  return Identifier && kmdf_is_framework_name(Identifier->getNameStart()) &&
         Function->getDeclContext()->getRedeclContext()->isTranslationUnit();
}

/// The row that \p Find has for the function, if the function has as many
/// parameters as the row says.
template <typename Row>
static const Row *findRow(const FunctionDecl *Function,
                          const Row *(*Find)(const char *)) {
  if (!Function || !isFrameworkFunction(Function))
    return nullptr;
  const Row *Found = Find(Function->getIdentifier()->getNameStart());
  unsigned Params = Function->getNumParams();
  return Found && Params == static_cast<unsigned>(Found->param_count) ? Found
                                                                      : nullptr;
}

const kmdf_ddi *kmdf::getDdi(const FunctionDecl *Function) {
  return findRow(Function, kmdf_find_ddi);
}

const kmdf_getter *kmdf::getGetter(const FunctionDecl *Function) {
  return findRow(Function, kmdf_find_getter);
}
