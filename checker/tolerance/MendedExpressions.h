//===-- MendedExpressions.h - Broken expressions made whole -----*- C++ -*-===//
//
// Part of the KMDF checkers, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The smallest part of an expression that is broken becomes a call of a made-up
// function, or where it is a lock's handle a made-up variable; what is around
// it is built anew, as the compiler would have done.
//
//===----------------------------------------------------------------------===//

#ifndef KMDF_TOLERANCE_MENDEDEXPRESSIONS_H
#define KMDF_TOLERANCE_MENDEDEXPRESSIONS_H

#include "MadeUpCode.h"
#include "MendedCode.h"

#include "clang/AST/ASTContext.h"
#include "clang/AST/Expr.h"
#include "clang/Sema/Sema.h"
#include "llvm/ADT/DenseMap.h"

#include <map>
#include <string>
#include <vector>

namespace kmdf {

/// Whether the engine would end a path at \p E.
bool isBroken(const clang::Expr *E);

/// What the engine would end a path at though it is whole.
bool isUnsupported(const clang::Expr *E);

/// Gives the variable a type if it has none.
void mendVariable(clang::VarDecl *Variable, clang::ASTContext &Context);

class ExpressionMender {
public:
  ExpressionMender(clang::ASTContext &Context, clang::Sema &S)
      : Context(Context), Sources(Context.getSourceManager()), S(S),
        MadeUp(Context) {}

  /// The function that the next expressions are in.
  void setFunction(clang::FunctionDecl *Current) { Function = Current; }

  /// What stands for \p E, which is of type \p Wanted where it has none of its
  /// own.
  clang::Expr *rebuild(clang::Expr *E, clang::QualType Wanted);

  /// The same for what is unsupported.
  clang::Expr *replace(clang::Expr *E) {
    return E->isLValue() ? makePlace(E) : makeUnknown(E, E->getType());
  }

  clang::Expr *makeCall(MadeUpKind Kind, clang::SourceLocation Location) {
    return MadeUp.call(Kind, Context.IntTy, Location);
  }

  std::string getText(clang::SourceRange Range) const;
  void addPlace(MendKind Kind, const clang::Expr *E, std::string Text) {
    Places.push_back({Kind, Function, E->getBeginLoc(), std::move(Text)});
  }

  /// What was mended.
  std::vector<MendedPlace> Places;

private:
  clang::Expr *rebuildParts(clang::Expr *E, clang::QualType Wanted);
  clang::Expr *rebuildCall(clang::CallExpr *Call);
  clang::Expr *buildCall(clang::CallExpr *Call);
  clang::Expr *rebuildReference(clang::DeclRefExpr *Reference);
  clang::Expr *rebuildOperator(clang::BinaryOperator *Operator);
  clang::Expr *rebuildAssignment(clang::BinaryOperator *Operator);
  clang::Expr *rebuildOperator(clang::UnaryOperator *Operator,
                               clang::QualType Wanted);
  clang::Expr *rebuildConditional(clang::ConditionalOperator *Conditional,
                                  clang::QualType Wanted);
  clang::Expr *rebuildMember(clang::Expr *Base, bool IsArrow,
                             const clang::IdentifierInfo *Name);
  clang::Expr *rebuildRecovery(clang::RecoveryExpr *E);
  /// \p IsForced asks for the wanted type though the expression has one.
  clang::Expr *makeUnknown(clang::Expr *E, clang::QualType Wanted,
                           bool IsForced = false);
  /// A made-up variable of the name \p Text.
  clang::Expr *makePlace(const clang::Expr *E, clang::QualType T,
                         std::string Text);
  clang::Expr *makePlace(const clang::Expr *E) {
    return makePlace(E, E->getType(), getText(E->getSourceRange()));
  }
  clang::Expr *makeHandle(const clang::Expr *E, clang::QualType T,
                          std::string Text);
  clang::QualType getUsable(clang::QualType T) const;
  void collectCalls(clang::Expr *E,
                    llvm::SmallVectorImpl<clang::Expr *> &Calls);
  bool mayLock(clang::SourceRange Range,
               llvm::ArrayRef<clang::Expr *> Kept) const;

  clang::ASTContext &Context;
  const clang::SourceManager &Sources;
  clang::Sema &S;
  clang::FunctionDecl *Function = nullptr;
  MadeUpFunctions MadeUp;
  llvm::DenseMap<const clang::Expr *, clang::Expr *> Rebuilt, RebuiltCalls;
  std::map<std::pair<const clang::FunctionDecl *, std::string>,
           clang::VarDecl *>
      Variables;
};

} // namespace kmdf

#endif // KMDF_TOLERANCE_MENDEDEXPRESSIONS_H
