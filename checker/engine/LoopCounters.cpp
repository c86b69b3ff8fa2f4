//===-- LoopCounters.cpp - What a loop counts by ----------------*- C++ -*-===//
//
// Part of the KMDF checkers, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "LoopCounters.h"

#include "FrameworkCalls.h"

#include "clang/AST/ASTContext.h"
#include "clang/AST/Expr.h"
#include "clang/AST/ExprCXX.h"
#include "llvm/ADT/FoldingSet.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SmallPtrSet.h"

#include <map>

using namespace clang;
using namespace kmdf;

namespace {
enum class Movement { Up, Down, Other };

/// What an expression names: two that are spelt alike name the same.
using PlaceName = std::vector<const void *>;

/// What a loop's statements do to one place.
struct Writes {
  const Expr *LValue = nullptr;
  bool GoesUp = false, GoesDown = false, IsSet = false;

  void add(Movement How) {
    GoesUp |= How == Movement::Up;
    GoesDown |= How == Movement::Down;
    IsSet |= How == Movement::Other;
  }
  bool isCounter() const { return !IsSet && GoesUp != GoesDown; }
};

class LoopWalk {
public:
  LoopWalk(llvm::ArrayRef<const CFGBlock *> Blocks, const Stmt *Pace)
      : Blocks(Blocks), Pace(Pace) {}

  std::vector<LoopCounter> findCounters();
  bool orderTurns() const;

private:
  template <typename Visitor> void visitStatements(Visitor Visit) const;
  void addWrite(const Stmt *S);
  Movement getMovement(const Expr *LValue, const Expr *Value);
  bool isCounter(const Expr *E) const;
  bool isTested(const Expr *LValue) const;
  bool isHarmless(const Stmt *User) const;
  bool isSingleTurn(const Stmt *User) const;

  llvm::ArrayRef<const CFGBlock *> Blocks;
  const Stmt *Pace;
  std::map<PlaceName, Writes> Written;
  /// Sums that are what a counter moves on to, and what the pace is made of.
  llvm::SmallPtrSet<const Stmt *, 8> Expected;
};
} // namespace

/// The name of a variable or of a field of one. Empty for other expressions.
static PlaceName getName(const Expr *LValue) {
  LValue = LValue->IgnoreParenCasts();
  if (const auto *Reference = dyn_cast<DeclRefExpr>(LValue))
    return {Reference->getDecl()->getCanonicalDecl()};
  if (isa<CXXThisExpr>(LValue))
    return {nullptr};
  const auto *Member = dyn_cast<MemberExpr>(LValue);
  if (!Member)
    return {};
  PlaceName Name = getName(Member->getBase());
  if (!Name.empty())
    Name.push_back(Member->getMemberDecl()->getCanonicalDecl());
  return Name;
}

/// Whether \p E is a number that is greater than 0.
static bool isPositive(const Expr *E) {
  const auto *Number = dyn_cast<IntegerLiteral>(E->IgnoreParenImpCasts());
  return Number && Number->getValue().isStrictlyPositive();
}

/// Adds the expression and all that it is made of.
static void addParts(const Stmt *S,
                     llvm::SmallPtrSetImpl<const Stmt *> &Parts) {
  Parts.insert(S);
  for (const Stmt *Child : S->children())
    if (Child)
      addParts(Child, Parts);
}

/// Whether \p Name is somewhere in the expression.
static bool mentions(const Stmt *S, const PlaceName &Name) {
  const auto *E = dyn_cast<Expr>(S);
  if (E && getName(E) == Name)
    return true;
  return llvm::any_of(S->children(), [&](const Stmt *Child) {
    return Child && mentions(Child, Name);
  });
}

/// How `LValue = Value` moves LValue.
Movement LoopWalk::getMovement(const Expr *LValue, const Expr *Value) {
  const auto *Operator = dyn_cast<BinaryOperator>(Value->IgnoreParenImpCasts());
  if (!Operator || getName(Operator->getLHS()) != getName(LValue) ||
      !isPositive(Operator->getRHS()))
    return Movement::Other;
  Expected.insert(Operator);
  if (Operator->getOpcode() == BO_Add)
    return Movement::Up;
  return Operator->getOpcode() == BO_Sub ? Movement::Down : Movement::Other;
}

template <typename Visitor>
void LoopWalk::visitStatements(Visitor Visit) const {
  for (const CFGBlock *Block : Blocks)
    for (const CFGElement &Element : *Block)
      if (auto Statement = Element.getAs<CFGStmt>())
        Visit(Statement->getStmt());
}

void LoopWalk::addWrite(const Stmt *S) {
  const Expr *LValue = nullptr;
  Movement How = Movement::Other;
  if (const auto *Operator = dyn_cast<BinaryOperator>(S)) {
    if (!Operator->isAssignmentOp())
      return;
    LValue = Operator->getLHS();
    if (Operator->getOpcode() == BO_Assign)
      How = getMovement(LValue, Operator->getRHS());
    else if (isPositive(Operator->getRHS()))
      How = Operator->getOpcode() == BO_AddAssign   ? Movement::Up
            : Operator->getOpcode() == BO_SubAssign ? Movement::Down
                                                    : Movement::Other;
  } else if (const auto *Operator = dyn_cast<UnaryOperator>(S)) {
    if (!Operator->isIncrementDecrementOp())
      return;
    LValue = Operator->getSubExpr();
    How = Operator->isIncrementOp() ? Movement::Up : Movement::Down;
  } else if (const auto *Declaration = dyn_cast<DeclStmt>(S)) {
    for (const Decl *D : Declaration->decls())
      if (const auto *Variable = dyn_cast<VarDecl>(D))
        Written[{Variable->getCanonicalDecl()}].add(Movement::Other);
    return;
  } else {
    return;
  }
  PlaceName Name = getName(LValue);
  if (Name.empty())
    return;
  Writes &Known = Written[Name];
  Known.LValue = LValue;
  Known.add(How);
}

std::vector<LoopCounter> LoopWalk::findCounters() {
  if (Pace)
    addParts(Pace, Expected);
  visitStatements([&](const Stmt *S) { addWrite(S); });
  std::vector<LoopCounter> Counters;
  for (const auto &[Name, All] : Written)
    if (All.isCounter() && All.LValue->getType()->isScalarType())
      Counters.push_back({All.LValue, All.GoesUp});
  // The map is ordered by address; nothing may depend on that.
  llvm::sort(Counters, [](const LoopCounter &A, const LoopCounter &B) {
    return A.LValue->getBeginLoc() < B.LValue->getBeginLoc();
  });
  return Counters;
}

bool LoopWalk::isCounter(const Expr *E) const {
  auto Found = Written.find(getName(E));
  return Found != Written.end() && Found->second.isCounter();
}

/// Whether a branch in the loop depends on the place.
bool LoopWalk::isTested(const Expr *LValue) const {
  PlaceName Name = getName(LValue);
  return Name.empty() || llvm::any_of(Blocks, [&](const CFGBlock *Block) {
           const Stmt *Condition = Block->getTerminatorCondition();
           return Condition && mentions(Condition, Name);
         });
}

/// Whether the value of a counter that is a child of \p User goes nowhere from
/// where a branch could depend on it.
bool LoopWalk::isHarmless(const Stmt *User) const {
  if (Expected.contains(User))
    return true;
  // What has the cast is looked at with the counter below it.
  if (isa<CastExpr, ParenExpr, ArraySubscriptExpr, MemberExpr, ReturnStmt>(
          User))
    return true;
  if (const auto *Operator = dyn_cast<UnaryOperator>(User))
    return Operator->isIncrementDecrementOp() ||
           Operator->getOpcode() == UO_Deref;
  if (const auto *Operator = dyn_cast<BinaryOperator>(User))
    return Operator->isAssignmentOp() &&
           (isCounter(Operator->getLHS()) || !isTested(Operator->getLHS()));
  if (const auto *Call = dyn_cast<CallExpr>(User)) {
    const FunctionDecl *Callee = Call->getDirectCallee();
    return Callee && (isFrameworkFunction(Callee) || !Callee->hasBody());
  }
  return false;
}

/// Whether \p User tells one turn from all others, and that is all.
bool LoopWalk::isSingleTurn(const Stmt *User) const {
  const auto *Comparison = dyn_cast<BinaryOperator>(User);
  if (!Comparison || !Comparison->isEqualityOp())
    return false;
  bool HasNumber =
      isa<IntegerLiteral>(Comparison->getLHS()->IgnoreParenImpCasts()) ||
      isa<IntegerLiteral>(Comparison->getRHS()->IgnoreParenImpCasts());
  return HasNumber && llvm::any_of(Blocks, [&](const CFGBlock *Block) {
           return Block->getTerminatorCondition() == Comparison;
         });
}

bool LoopWalk::orderTurns() const {
  bool OrderTurns = false;
  llvm::SmallPtrSet<const Stmt *, 4> SingleTurns;
  visitStatements([&](const Stmt *User) {
    for (const Stmt *Child : User->children()) {
      const auto *Used = dyn_cast_or_null<Expr>(Child);
      if (!Used || !isCounter(Used) || isHarmless(User))
        continue;
      if (isSingleTurn(User))
        SingleTurns.insert(User);
      else
        OrderTurns = true;
    }
  });
  // A counter that is itself the condition of a branch.
  for (const CFGBlock *Block : Blocks) {
    const auto *Condition =
        dyn_cast_or_null<Expr>(Block->getTerminatorCondition());
    OrderTurns |= Condition && Condition != Pace && isCounter(Condition);
  }
  return OrderTurns || SingleTurns.size() > 1;
}

LoopCounters::LoopCounters(std::vector<const CFGBlock *> Blocks,
                           const Stmt *Pace) {
  LoopWalk Walk(Blocks, Pace);
  Counters = Walk.findCounters();
  OrderTurns = Walk.orderTurns();
}
