//===-- GlobalUses.cpp - Which globals nothing writes -----------*- C++ -*-===//
//
// Part of the KMDF checkers, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "GlobalUses.h"

#include "MadeUpCode.h"

#include "clang/AST/ASTContext.h"

using namespace clang;
using namespace kmdf;

void GlobalUses::addVariable(const VarDecl *Variable) {
  QualType T = Variable->getType();
  // What a precompiled header has, code may write that nobody looks at.
  if (Variable->isExternallyVisible() || Variable->isFromASTFile() ||
      !Variable->hasInit() || T->isReferenceType() || T.isConstQualified() ||
      T.isVolatileQualified())
    return;
  Candidates.push_back(const_cast<VarDecl *>(Variable));
}

/// The variable outside of functions that \p E names. Null if it names none.
static const VarDecl *getFileVariable(const Expr *E) {
  const auto *Reference = dyn_cast<DeclRefExpr>(E);
  const auto *Variable =
      Reference ? dyn_cast<VarDecl>(Reference->getDecl()) : nullptr;
  return Variable && Variable->isFileVarDecl() ? Variable : nullptr;
}

static bool pointsToConst(QualType T) {
  const auto *Pointer = T->getAs<PointerType>();
  return Pointer && Pointer->getPointeeType().isConstQualified();
}

/// Notes that the variable which \p Place is, or is a part of, is read there.
void GlobalUses::addRead(const Expr *Place) {
  while (true) {
    Place = Place->IgnoreParens();
    if (const auto *Member = dyn_cast<MemberExpr>(Place)) {
      if (Member->isArrow())
        return;
      Place = Member->getBase();
    } else if (const auto *Subscript = dyn_cast<ArraySubscriptExpr>(Place)) {
      const auto *Decay =
          dyn_cast<ImplicitCastExpr>(Subscript->getBase()->IgnoreParens());
      if (!Decay || Decay->getCastKind() != CK_ArrayToPointerDecay)
        return;
      Place = Decay->getSubExpr();
    } else {
      if (getFileVariable(Place))
        Reads.insert(Place);
      return;
    }
  }
}

void GlobalUses::addStatement(const Stmt *S) {
  if (const auto *Cast = dyn_cast<ImplicitCastExpr>(S)) {
    const Expr *Operand = Cast->getSubExpr()->IgnoreParens();
    if (Cast->getCastKind() == CK_LValueToRValue) {
      addRead(Operand);
    } else if (Cast->getCastKind() == CK_NoOp &&
               pointsToConst(Cast->getType())) {
      // const ENTRY *Entry = &Table[0];
      const auto *Address = dyn_cast<UnaryOperator>(Operand);
      const auto *Decay = dyn_cast<ImplicitCastExpr>(Operand);
      if (Address && Address->getOpcode() == UO_AddrOf)
        addRead(Address->getSubExpr());
      else if (Decay && Decay->getCastKind() == CK_ArrayToPointerDecay)
        addRead(Decay->getSubExpr());
    }
  } else if (const auto *Call = dyn_cast<CallExpr>(S)) {
    // What is declared nowhere may be a macro that writes what it is given.
    const FunctionDecl *Callee = Call->getDirectCallee();
    if (Callee && isMadeUp(Callee))
      for (const Expr *Argument : Call->arguments())
        if (const VarDecl *Variable =
                getFileVariable(Argument->IgnoreParenImpCasts()))
          Written.insert(Variable->getCanonicalDecl());
  } else if (const auto *Reference = dyn_cast<DeclRefExpr>(S)) {
    const VarDecl *Variable = getFileVariable(Reference);
    if (Variable && !Reads.contains(Reference))
      Written.insert(Variable->getCanonicalDecl());
  }
}

void GlobalUses::makeUnwrittenConst() const {
  for (VarDecl *Variable : Candidates)
    if (!Written.contains(Variable->getCanonicalDecl()))
      Variable->setType(Variable->getType().withConst());
}
