//===-- GlobalUses.h - Which globals nothing writes -------------*- C++ -*-===//
//
// Part of the KMDF checkers, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A static variable of a file that is initialized, and that the file only
// reads, is a constant, whether it says const or not: drivers keep switches and
// tables of functions in such.
//
//===----------------------------------------------------------------------===//

#ifndef KMDF_ENGINE_GLOBALUSES_H
#define KMDF_ENGINE_GLOBALUSES_H

#include "clang/AST/Decl.h"
#include "clang/AST/Expr.h"
#include "llvm/ADT/DenseSet.h"
#include "llvm/ADT/SmallPtrSet.h"
#include "llvm/ADT/SmallVector.h"

namespace kmdf {

class GlobalUses {
public:
  /// A variable of the file, outside of functions.
  void addVariable(const clang::VarDecl *Variable);

  /// A statement of the file. What it is part of has to come before it.
  void addStatement(const clang::Stmt *S);

  /// Gives those that nothing writes a const type, by which the engine knows
  /// that their values are those of their initializers. Everything in the file
  /// has to be added before.
  void makeUnwrittenConst() const;

private:
  void addRead(const clang::Expr *Place);

  llvm::SmallVector<clang::VarDecl *, 8> Candidates;
  /// The references that only read.
  llvm::SmallPtrSet<const clang::Expr *, 32> Reads;
  /// What is changed, or may be through its address.
  llvm::DenseSet<const clang::VarDecl *> Written;
};

} // namespace kmdf

#endif // KMDF_ENGINE_GLOBALUSES_H
