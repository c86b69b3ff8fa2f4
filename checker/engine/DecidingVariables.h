//===-- DecidingVariables.h - What a function goes by -----------*- C++ -*-===//
//
// Part of the KMDF checkers, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Most local variables of a function decide nothing: a sum, a value that is
// only handed on. Paths that differ in nothing else need not be told apart.
//
//===----------------------------------------------------------------------===//

#ifndef KMDF_ENGINE_DECIDINGVARIABLES_H
#define KMDF_ENGINE_DECIDINGVARIABLES_H

#include "clang/AST/Decl.h"
#include "llvm/ADT/DenseSet.h"

namespace kmdf {

class DecidingVariables {
public:
  /// Looks at the body of \p Function.
  explicit DecidingVariables(const clang::Decl *Function);

  /// Whether a branch of the function, another function that runs, or memory
  /// may depend on the value of its local variable.
  bool contains(const clang::VarDecl *Variable) const {
    return Deciding.contains(Variable);
  }

  /// Whether what the function returns may depend on it.
  bool isReturned(const clang::VarDecl *Variable) const {
    return Returned.contains(Variable);
  }

private:
  llvm::DenseSet<const clang::VarDecl *> Deciding;
  llvm::DenseSet<const clang::VarDecl *> Returned;
};

} // namespace kmdf

#endif // KMDF_ENGINE_DECIDINGVARIABLES_H
