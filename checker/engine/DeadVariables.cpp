//===-- DeadVariables.cpp - Values that nobody reads any more ---*- C++ -*-===//
//
// Part of the KMDF checkers, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "DeadVariables.h"

#include "LockHandles.h"

#include "clang/AST/Expr.h"
#include "clang/Analysis/Analyses/LiveVariables.h"
#include "llvm/ADT/DenseSet.h"
#include "llvm/ADT/STLExtras.h"

using namespace clang;
using namespace ento;
using namespace kmdf;

/// Whether \p User, which has the name of a variable as a part, reads the
/// variable or gives it a value, and does no more.
static bool isPlainUse(const Stmt *User, const Expr *Name) {
  if (const auto *Cast = dyn_cast<ImplicitCastExpr>(User))
    return Cast->getCastKind() == CK_LValueToRValue;
  if (const auto *Operator = dyn_cast<BinaryOperator>(User))
    return Operator->isAssignmentOp() && Operator->getLHS() == Name;
  if (const auto *Operator = dyn_cast<UnaryOperator>(User))
    return Operator->isIncrementDecrementOp();
  return false;
}

DeadVariables::DeadVariables(AnalysisDeclContext &Function)
    : Function(Function) {
  llvm::DenseSet<const VarDecl *> Exposed;
  llvm::SmallVector<const Stmt *, 32> Pending{Function.getBody()};
  if (const auto *Callee = dyn_cast<FunctionDecl>(Function.getDecl()))
    Variables.append(Callee->param_begin(), Callee->param_end());
  while (!Pending.empty()) {
    const Stmt *S = Pending.pop_back_val();
    if (const auto *Declarations = dyn_cast<DeclStmt>(S))
      for (const Decl *D : Declarations->decls())
        if (const auto *Variable = dyn_cast<VarDecl>(D))
          Variables.push_back(Variable);
    for (const Stmt *Child : S->children()) {
      if (!Child)
        continue;
      Pending.push_back(Child);
      const auto *Used = dyn_cast<Expr>(Child);
      const auto *Name =
          Used ? dyn_cast<DeclRefExpr>(Used->IgnoreParens()) : nullptr;
      const auto *Variable =
          Name ? dyn_cast<VarDecl>(Name->getDecl()) : nullptr;
      if (Variable && !isa<ParenExpr>(S) && !isPlainUse(S, Used))
        Exposed.insert(Variable);
    }
  }
  llvm::erase_if(Variables, [&](const VarDecl *Variable) {
    return !Variable->hasLocalStorage() ||
           !Variable->getType()->isScalarType() || Exposed.contains(Variable);
  });
}

const DeadVariables::VariableList &
DeadVariables::getDeadAfter(const CFGBlock *Block) const {
  auto [Entry, IsNew] = Dead.try_emplace(Block);
  if (IsNew)
    if (auto *Liveness = Function.getAnalysis<LiveVariables>())
      for (const VarDecl *Variable : Variables)
        if (!Liveness->isLive(Block, Variable))
          Entry->second.push_back(Variable);
  return Entry->second;
}

ProgramStateRef DeadVariables::forget(ProgramStateRef State,
                                      const CFGBlock *Block,
                                      const LocationContext *LCtx) const {
  for (const VarDecl *Variable : getDeadAfter(Block)) {
    Loc Place = State->getLValue(Variable, LCtx);
    SVal Value = State->getSVal(Place);
    // The death of the last handle of a lock is an event.
    SymbolRef Handle =
        getLockFamily(Variable->getType()) ? getHandleSymbol(Value) : nullptr;
    if (!Value.isUnknownOrUndef() && !(Handle && getCreation(Handle)))
      State = State->killBinding(Place);
  }
  return State;
}
