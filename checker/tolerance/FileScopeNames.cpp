//===-- FileScopeNames.cpp - What names mean at file scope ------*- C++ -*-===//
//
// Part of the KMDF checkers, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "FileScopeNames.h"

#include "clang/AST/ASTContext.h"
#include "clang/Sema/Sema.h"
#include "llvm/ADT/STLExtras.h"

#include <algorithm>

using namespace clang;
using namespace kmdf;

llvm::SmallVector<const NamedDecl *, 2> kmdf::findAtFileScope(StringRef Name,
                                                              Sema &S) {
  llvm::SmallVector<const NamedDecl *, 2> Found;
  const TranslationUnitDecl *Unit = S.Context.getTranslationUnitDecl();
  DeclarationName Identifier(&S.Context.Idents.get(Name));
  if (S.getLangOpts().CPlusPlus) {
    llvm::append_range(Found, Unit->lookup(Identifier));
    return Found;
  }
  // In C a lookup reads all that a precompiled header has. The parser's own
  // knows of each name where its declarations are; what was local is out of its
  // scope by now.
  for (auto I = S.IdResolver.begin(Identifier), E = S.IdResolver.end(); I != E;
       ++I)
    if ((*I)->getDeclContext()->getRedeclContext() == Unit)
      Found.push_back(*I);
  std::reverse(Found.begin(), Found.end());
  return Found;
}
