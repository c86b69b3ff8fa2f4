//===-- DecidingVariables.cpp - What a function goes by ---------*- C++ -*-===//
//
// Part of the KMDF checkers, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "DecidingVariables.h"

#include "FrameworkCalls.h"

#include "clang/AST/Expr.h"
#include "clang/AST/Stmt.h"
#include "llvm/ADT/DenseMap.h"
#include "llvm/ADT/SmallVector.h"

using namespace clang;
using namespace kmdf;

namespace {
using VariableSet = llvm::DenseSet<const VarDecl *>;

/// Finds where the value of each variable goes.
class ValueFlow {
public:
  VariableSet Deciding, Returned;

  void walk(const Stmt *Body);

  /// Adds to \p Set the variables whose values go to those that are in it.
  void close(VariableSet &Set) const;

private:
  /// Where the value of an expression goes. A variable of its own if it goes
  /// to that alone.
  struct Use {
    enum { Nowhere, Variable, Return, Decision } Kind;
    const VarDecl *To = nullptr;
  };
  struct Item {
    const Stmt *S;
    Use Where;
  };

  void visit(const Stmt *S, Use Where);
  void visitAssignment(const BinaryOperator *Assignment, Use Where);
  void visitCall(const CallExpr *Call);
  void visitDeclarations(const DeclStmt *Declarations);
  void visitStatement(const Stmt *S);
  void push(const Stmt *S, Use Where) {
    if (S)
      Pending.push_back({S, Where});
  }

  llvm::SmallVector<Item, 32> Pending;
  /// For each variable, those whose values go there.
  llvm::DenseMap<const VarDecl *, llvm::SmallVector<const VarDecl *, 2>> From;
};
} // namespace

static const VarDecl *getVariable(const Expr *E) {
  const auto *Reference = dyn_cast<DeclRefExpr>(E->IgnoreParens());
  return Reference ? dyn_cast<VarDecl>(Reference->getDecl()) : nullptr;
}

void ValueFlow::walk(const Stmt *Body) {
  push(Body, {Use::Nowhere});
  while (!Pending.empty()) {
    Item Next = Pending.pop_back_val();
    visit(Next.S, Next.Where);
  }
}

void ValueFlow::visitAssignment(const BinaryOperator *Assignment, Use Where) {
  const VarDecl *To = getVariable(Assignment->getLHS());
  if (!To) {
    push(Assignment->getLHS(), {Use::Decision});
    push(Assignment->getRHS(), {Use::Decision});
    return;
  }
  push(Assignment->getRHS(), {Use::Variable, To});
  if (Where.Kind != Use::Nowhere)
    push(Assignment->getLHS(), Where);
}

void ValueFlow::visit(const Stmt *S, Use Where) {
  if (const auto *Reference = dyn_cast<DeclRefExpr>(S)) {
    const auto *Variable = dyn_cast<VarDecl>(Reference->getDecl());
    if (!Variable)
      return;
    if (Where.Kind == Use::Decision)
      Deciding.insert(Variable);
    else if (Where.Kind == Use::Return)
      Returned.insert(Variable);
    else if (Where.Kind == Use::Variable)
      From[Where.To].push_back(Variable);
    return;
  }
  if (const auto *Operator = dyn_cast<BinaryOperator>(S)) {
    if (Operator->isAssignmentOp())
      return visitAssignment(Operator, Where);
    if (Operator->isLogicalOp())
      Where = {Use::Decision};
  } else if (const auto *Operator = dyn_cast<UnaryOperator>(S)) {
    if (Operator->getOpcode() == UO_AddrOf || Operator->getOpcode() == UO_Deref)
      Where = {Use::Decision};
  } else if (const auto *Call = dyn_cast<CallExpr>(S)) {
    return visitCall(Call);
  } else if (const auto *Declaration = dyn_cast<DeclStmt>(S)) {
    return visitDeclarations(Declaration);
  } else if (isa<ReturnStmt>(S)) {
    Where = {Use::Return};
  } else if (!isa<Expr>(S)) {
    return visitStatement(S);
  } else if (!isa<ParenExpr, CastExpr>(S)) {
    Where = {Use::Decision};
  }
  for (const Stmt *Child : S->children())
    push(Child, Where);
}

void ValueFlow::visitCall(const CallExpr *Call) {
  const FunctionDecl *Callee = Call->getDirectCallee();
  bool IsOpaque = Callee && (isFrameworkFunction(Callee) || !Callee->hasBody());
  push(Call->getCallee(), {Use::Decision});
  for (const Expr *Argument : Call->arguments())
    push(Argument,
         {IsOpaque && Argument->getType()->isArithmeticType() ? Use::Nowhere
                                                              : Use::Decision});
}

void ValueFlow::visitDeclarations(const DeclStmt *Declarations) {
  for (const Decl *D : Declarations->decls())
    if (const auto *Variable = dyn_cast<VarDecl>(D)) {
      if (Variable->getType()->isReferenceType())
        push(Variable->getInit(), {Use::Decision});
      else
        push(Variable->getInit(), {Use::Variable, Variable});
    }
}

/// A statement that is no expression: its conditions decide.
void ValueFlow::visitStatement(const Stmt *S) {
  const Expr *Condition = nullptr;
  if (const auto *If = dyn_cast<IfStmt>(S))
    Condition = If->getCond();
  else if (const auto *While = dyn_cast<WhileStmt>(S))
    Condition = While->getCond();
  else if (const auto *Do = dyn_cast<DoStmt>(S))
    Condition = Do->getCond();
  else if (const auto *For = dyn_cast<ForStmt>(S))
    Condition = For->getCond();
  else if (const auto *Switch = dyn_cast<SwitchStmt>(S))
    Condition = Switch->getCond();
  for (const Stmt *Child : S->children())
    push(Child, {Child == Condition ? Use::Decision : Use::Nowhere});
}

void ValueFlow::close(VariableSet &Set) const {
  llvm::SmallVector<const VarDecl *, 16> New(Set.begin(), Set.end());
  while (!New.empty()) {
    auto Sources = From.find(New.pop_back_val());
    if (Sources == From.end())
      continue;
    for (const VarDecl *Source : Sources->second)
      if (Set.insert(Source).second)
        New.push_back(Source);
  }
}

DecidingVariables::DecidingVariables(const Decl *Function) {
  ValueFlow Flow;
  if (const Stmt *Body = Function->getBody())
    Flow.walk(Body);
  Flow.close(Flow.Deciding);
  Flow.close(Flow.Returned);
  Deciding = std::move(Flow.Deciding);
  Returned = std::move(Flow.Returned);
}
