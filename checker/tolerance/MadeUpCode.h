//===-- MadeUpCode.h - What stands for code that is not there ---*- C++ -*-===//
//
// Part of the KMDF checkers, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Calls of functions that are nowhere: the engine takes each for a value that
// it knows nothing of.
//
//===----------------------------------------------------------------------===//

#ifndef KMDF_TOLERANCE_MADEUPCODE_H
#define KMDF_TOLERANCE_MADEUPCODE_H

#include "clang/AST/ASTContext.h"
#include "clang/AST/Decl.h"
#include "clang/AST/Expr.h"
#include "llvm/ADT/DenseMap.h"

namespace kmdf {

/// What a made-up function stands for.
enum class MadeUpKind {
  None,
  Value,         ///< an expression that changes nothing
  NotUnderstood, ///< a part of the source that may do anything to locks
  Exception      ///< an exception that is raised while locks may change
};

/// What \p Function stands for; None for a function of the source.
MadeUpKind getMadeUpKind(const clang::FunctionDecl *Function);

/// Whether \p D is of no source: it was made up, or in the tolerant mode
/// guessed.
bool isMadeUp(const clang::Decl *D);

class MadeUpFunctions {
public:
  explicit MadeUpFunctions(clang::ASTContext &Context) : Context(Context) {}

  /// A call at \p Location that returns a value of type \p T.
  clang::Expr *call(MadeUpKind Kind, clang::QualType T,
                    clang::SourceLocation Location,
                    llvm::ArrayRef<clang::Expr *> Arguments = {});

private:
  clang::FunctionDecl *get(MadeUpKind Kind, clang::QualType T);

  clang::ASTContext &Context;
  llvm::DenseMap<std::pair<const clang::Type *, unsigned>,
                 clang::FunctionDecl *>
      Functions;
};

} // namespace kmdf

#endif // KMDF_TOLERANCE_MADEUPCODE_H
