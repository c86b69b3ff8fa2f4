//===-- PlainerCxx.cpp - What the engine skips in C++ -----------*- C++ -*-===//
//
// Part of the KMDF checkers, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "PlainerCxx.h"

#include "Compat.h"

#include "clang/AST/ASTContext.h"
#include "clang/AST/ExprCXX.h"
#include "clang/AST/StmtCXX.h"

using namespace clang;
using namespace kmdf;

/// Whether the engine knows the value of \p E though it does not run it.
static bool isKnownAnyway(const Expr *E, const ASTContext &Context) {
  QualType T = E->getType();
  return T->isIntegralOrEnumerationType()
             ? E->isEvaluatable(Context)
             : isa<CXXNullPtrLiteralExpr, GNUNullExpr>(E->IgnoreParenCasts());
}

static bool refersToThis(const Stmt *S) {
  return isa<CXXThisExpr>(S) ||
         llvm::any_of(S->children(), [](const Stmt *Child) {
           return Child && refersToThis(Child);
         });
}

/// What stands for \p S, a default argument or a default initialiser. Null if
/// it is neither or should stay. \p IsOfThis says that `this` is the object
/// that is initialised.
static Expr *getDefault(Stmt *S, bool IsOfThis, const ASTContext &Context) {
  Expr *Value = nullptr;
  if (auto *Argument = dyn_cast<CXXDefaultArgExpr>(S)) {
    Value = Argument->getExpr();
  } else if (auto *Initializer = dyn_cast<CXXDefaultInitExpr>(S)) {
    Value = Initializer->getExpr();
    if (Value && !IsOfThis && refersToThis(Value))
      return nullptr;
  }
  return Value && !isKnownAnyway(Value, Context) ? Value : nullptr;
}

/// The aggregate or lambda that \p S is a copy of, if it is one that no
/// compiler makes. Null if it is not.
static Expr *getElided(Stmt *S) {
  auto *Copy = dyn_cast<CXXConstructExpr>(S);
  if (!Copy || !Copy->isElidable() || Copy->getNumArgs() == 0)
    return nullptr;
  Expr *Source = Copy->getArg(0)->IgnoreImplicit();
  const Expr *Made = Source;
  if (const auto *Cast = dyn_cast<CXXFunctionalCastExpr>(Made))
    Made = Cast->getSubExpr()->IgnoreImplicit();
  return isa<InitListExpr, LambdaExpr>(Made) ? Source : nullptr;
}

/// Has the lambda that \p Init is, of a variable, be no object of its own that
/// would have to be destroyed: the engine would lose what it has captured.
static void bindLambda(Stmt *&Init) {
  Stmt **Slot = &Init;
  if (isa<ExprWithCleanups>(*Slot))
    Slot = &*(*Slot)->child_begin();
  if (auto *Temporary = dyn_cast<CXXBindTemporaryExpr>(*Slot))
    if (isa<LambdaExpr>(Temporary->getSubExpr()))
      *Slot = Temporary->getSubExpr();
}

/// The block that the loop \p S is with what it begins with in front of it. The
/// engine never destroys that. Null if it begins with nothing.
static Stmt *getBlock(Stmt *S, const ASTContext &Context) {
  auto *Loop = dyn_cast<CXXForRangeStmt>(S);
  Stmt *Init = Loop ? Loop->getInit() : nullptr;
  if (!Init)
    return nullptr;
  Loop->setInit(nullptr);
  return makeBlock(Context, {Init, Loop}, Loop->getBeginLoc(),
                   Loop->getEndLoc());
}

static void rewrite(Stmt *&Slot, ASTContext &Context) {
  if (Expr *Value = getDefault(Slot, /*IsOfThis=*/false, Context))
    Slot = Value;
  else if (Expr *Original = getElided(Slot))
    Slot = Original;
  else if (Stmt *Block = getBlock(Slot, Context))
    Slot = Block;
  // A lambda's body is a function of its own.
  if (isa<LambdaExpr>(Slot))
    return;
  for (Stmt *&Child : Slot->children())
    if (Child) {
      rewrite(Child, Context);
      if (isa<DeclStmt>(Slot))
        bindLambda(Child);
    }
}

static void rewrite(CXXCtorInitializer *&Slot, ASTContext &Context) {
  Stmt *Init = Slot->getInit();
  if (!Init)
    return;
  if (Expr *Value = getDefault(Init, /*IsOfThis=*/true, Context))
    Init = Value;
  rewrite(Init, Context);
  auto *Value = cast<Expr>(Init);
  if (Value == Slot->getInit() || !Slot->isAnyMemberInitializer())
    return;
  SourceLocation Place = Slot->getMemberLocation();
  if (IndirectFieldDecl *Member = Slot->getIndirectMember())
    Slot = new (Context)
        CXXCtorInitializer(Context, Member, Place, Place, Value, Place);
  else
    Slot = new (Context) CXXCtorInitializer(Context, Slot->getMember(), Place,
                                            Place, Value, Place);
}

void kmdf::rewriteCxx(ASTContext &Context, const UnitIndex &Index) {
  if (!Context.getLangOpts().CPlusPlus)
    return;
  for (const FunctionDecl *Definition : Index.getDefinitions()) {
    auto *Function = const_cast<FunctionDecl *>(Definition);
    if (auto *Constructor = dyn_cast<CXXConstructorDecl>(Function))
      for (CXXCtorInitializer *&Initializer :
           llvm::make_range(Constructor->init_begin(), Constructor->init_end()))
        rewrite(Initializer, Context);
    if (Stmt *Body = Function->getBody())
      rewrite(Body, Context);
  }
}
