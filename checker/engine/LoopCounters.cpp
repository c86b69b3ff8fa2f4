//===-- LoopCounters.cpp - What a loop counts by ----------------*- C++ -*-===//
//
// Part of the KMDF checkers, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "LoopCounters.h"

#include "FrameworkCalls.h"
#include "LockHandles.h"

#include "clang/AST/ASTContext.h"
#include "clang/AST/Expr.h"
#include "clang/AST/ExprCXX.h"
#include "llvm/ADT/APSInt.h"
#include "llvm/ADT/DenseMap.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SmallPtrSet.h"
#include "llvm/ADT/SmallVector.h"

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
  std::vector<int64_t> Specials;
  bool IsTestedInside = false;
  /// Each step is by a number.
  bool HasKnownSteps = true;
  /// Where it is written, last.
  const CFGBlock *Block = nullptr;
  unsigned Count = 0;

  void add(Movement How) {
    ++Count;
    GoesUp |= How == Movement::Up;
    GoesDown |= How == Movement::Down;
    IsSet |= How == Movement::Other;
  }
  bool isCounter() const { return !IsSet && GoesUp != GoesDown; }

  /// The counter is compared with \p Number, and \p IsAhead if it was before it
  /// moved on.
  void addSpecial(int64_t Number, bool EndsLoop, bool IsAhead) {
    IsTestedInside |= !EndsLoop;
    Specials.push_back(Number);
    if (IsAhead)
      Specials.push_back(Number + (GoesUp ? 1 : -1));
  }

  std::vector<int64_t> getSpecialsInOrder() const {
    std::vector<int64_t> InOrder = Specials;
    llvm::sort(InOrder);
    if (GoesDown)
      std::reverse(InOrder.begin(), InOrder.end());
    return InOrder;
  }
};

class LoopWalk {
public:
  LoopWalk(llvm::ArrayRef<const CFGBlock *> Blocks, const CFGBlock *Head,
           const Stmt *Pace, const ASTContext &Context)
      : Blocks(Blocks), Head(Head), Pace(Pace), Context(Context) {}

  /// Finds the writes, and what is compared with what. Returns whether what a
  /// turn does may depend on which turn it is.
  bool walk();

  std::vector<LoopCounter> getCounters() const;

  bool SelectsLocks = false;
  llvm::SmallVector<const VarDecl *, 2> FilledArrays;

private:
  template <typename Visitor> void visitStatements(Visitor Visit) const;
  void addWrite(const Stmt *S, const CFGBlock *Block);
  bool isPassedOnce(const CFGBlock *Block) const;
  bool leadsOn(const CFGBlock *From, const CFGBlock *To,
               const CFGBlock *Avoided) const;
  bool isStep(const Expr *E) const;
  Movement getMovement(const Expr *LValue, const Expr *Value,
                       const Expr *&Step);
  Writes *findCounter(const Expr *E);
  bool isTested(const Expr *LValue) const;
  bool isDecisive(Writes &Counter, const Expr *Use);
  void addElement(const Expr *Element);
  std::optional<int64_t> getNumber(const Expr *E) const;
  bool addComparison(Writes &Counter, const Expr *User, bool IsAhead) const;
  void addBranch(const CFGBlock *Block);
  void findExits();

  llvm::ArrayRef<const CFGBlock *> Blocks;
  const CFGBlock *Head;
  const Stmt *Pace;
  const ASTContext &Context;
  std::map<PlaceName, Writes> Written;
  /// Sums that are what a counter moves on to, and what the pace is made of.
  llvm::SmallPtrSet<const Stmt *, 8> Expected;
  /// The conditions by which the loop is left.
  llvm::SmallPtrSet<const Stmt *, 4> Exits;
  llvm::DenseMap<const Stmt *, const Stmt *> Parents;
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

static std::optional<int64_t> asInt64(const llvm::APSInt &Number) {
  if (Number.isUnsigned() ? !Number.isIntN(63) : !Number.isSignedIntN(64))
    return std::nullopt;
  return Number.getExtValue();
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

/// Whether steps by \p E all go one way: it is a number greater than 0, or
/// cannot be less.
bool LoopWalk::isStep(const Expr *E) const {
  std::optional<int64_t> Number = getNumber(E);
  return Number ? *Number > 0
                : E->IgnoreParenImpCasts()->getType()->isUnsignedIntegerType();
}

/// How `LValue = Value` moves LValue. Sets \p Step to by how much.
Movement LoopWalk::getMovement(const Expr *LValue, const Expr *Value,
                               const Expr *&Step) {
  const auto *Operator = dyn_cast<BinaryOperator>(Value->IgnoreParenImpCasts());
  if (!Operator || getName(Operator->getLHS()) != getName(LValue) ||
      !Operator->isAdditiveOp() || !isStep(Operator->getRHS()))
    return Movement::Other;
  Expected.insert(Operator);
  Step = Operator->getRHS();
  return Operator->getOpcode() == BO_Add ? Movement::Up : Movement::Down;
}

template <typename Visitor>
void LoopWalk::visitStatements(Visitor Visit) const {
  for (const CFGBlock *Block : Blocks)
    for (const CFGElement &Element : *Block)
      if (auto Statement = Element.getAs<CFGStmt>())
        Visit(Statement->getStmt(), Block);
}

void LoopWalk::addWrite(const Stmt *S, const CFGBlock *Block) {
  const Expr *LValue = nullptr, *Step = nullptr;
  Movement How = Movement::Other;
  if (const auto *Operator = dyn_cast<BinaryOperator>(S)) {
    if (!Operator->isAssignmentOp())
      return;
    LValue = Operator->getLHS();
    if (Operator->getOpcode() == BO_Assign) {
      How = getMovement(LValue, Operator->getRHS(), Step);
    } else if (isStep(Operator->getRHS())) {
      Step = Operator->getRHS();
      How = Operator->getOpcode() == BO_AddAssign   ? Movement::Up
            : Operator->getOpcode() == BO_SubAssign ? Movement::Down
                                                    : Movement::Other;
    }
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
  Known.Block = Block;
  Known.HasKnownSteps &= !Step || getNumber(Step);
  Known.add(How);
}

std::vector<LoopCounter> LoopWalk::getCounters() const {
  std::vector<LoopCounter> Counters;
  for (const auto &[Name, All] : Written)
    if (All.isCounter() && All.LValue->getType()->isScalarType())
      Counters.push_back(
          {All.LValue, All.GoesUp, All.getSpecialsInOrder(), All.IsTestedInside,
           All.Count == 1 && All.HasKnownSteps && isPassedOnce(All.Block)});
  // The map is ordered by address; nothing may depend on that.
  llvm::sort(Counters, [](const LoopCounter &A, const LoopCounter &B) {
    return A.LValue->getBeginLoc() < B.LValue->getBeginLoc();
  });
  return Counters;
}

/// Whether a way in the loop leads on from the end of \p From to \p To, and not
/// through \p Avoided.
bool LoopWalk::leadsOn(const CFGBlock *From, const CFGBlock *To,
                       const CFGBlock *Avoided) const {
  llvm::SmallPtrSet<const CFGBlock *, 16> Seen;
  llvm::SmallVector<const CFGBlock *, 16> Pending{From};
  while (!Pending.empty()) {
    for (const CFGBlock::AdjacentBlock &Next :
         Pending.pop_back_val()->succs()) {
      const CFGBlock *Block = Next.getReachableBlock();
      if (!Block || Block == Avoided || !llvm::is_contained(Blocks, Block))
        continue;
      if (Block == To)
        return true;
      if (Seen.insert(Block).second)
        Pending.push_back(Block);
    }
  }
  return false;
}

/// Whether each turn passes the block, and only once.
bool LoopWalk::isPassedOnce(const CFGBlock *Block) const {
  return Block == Head ||
         (!leadsOn(Head, Head, Block) && !leadsOn(Block, Block, Head));
}

/// What is written of the counter that \p E is. Null if it is none.
Writes *LoopWalk::findCounter(const Expr *E) {
  auto Found = Written.find(getName(E));
  return Found != Written.end() && Found->second.isCounter() ? &Found->second
                                                             : nullptr;
}

/// Whether a branch in the loop depends on the place.
bool LoopWalk::isTested(const Expr *LValue) const {
  PlaceName Name = getName(LValue);
  return Name.empty() || llvm::any_of(Blocks, [&](const CFGBlock *Block) {
           const Stmt *Condition = Block->getLastCondition();
           return Condition && mentions(Condition, Name);
         });
}

std::optional<int64_t> LoopWalk::getNumber(const Expr *E) const {
  Expr::EvalResult Result;
  if (E->isValueDependent() || !E->EvaluateAsInt(Result, Context))
    return std::nullopt;
  return asInt64(Result.Val.getInt());
}

/// Whether \p User compares the counter with a number. Adds the number. The
/// counter \p IsAhead if it was compared before it moved on.
bool LoopWalk::addComparison(Writes &Counter, const Expr *User,
                             bool IsAhead) const {
  std::optional<int64_t> Number = 0;
  if (!isa<UnaryOperator>(User)) {
    const auto *Comparison = cast<BinaryOperator>(User);
    Number = getNumber(Comparison->getRHS());
    if (!Number)
      Number = getNumber(Comparison->getLHS());
    if (!Number)
      return false;
  }
  Counter.addSpecial(*Number, Exits.contains(User), IsAhead);
  return true;
}

/// The local array that \p Element is an element of. Null if it is of no such.
static const VarDecl *getLocalArray(const Expr *Element) {
  const auto *Subscript = dyn_cast<ArraySubscriptExpr>(Element);
  const auto *Base =
      Subscript ? dyn_cast<DeclRefExpr>(Subscript->getBase()->IgnoreImpCasts())
                : nullptr;
  const auto *Array = Base ? dyn_cast<VarDecl>(Base->getDecl()) : nullptr;
  return Array && Array->hasLocalStorage() && Array->getType()->isArrayType()
             ? Array
             : nullptr;
}

/// Adds what the turns do with \p Element, which a counter says the place of.
void LoopWalk::addElement(const Expr *Element) {
  const Expr *Part = Element;
  const Stmt *User = Parents.lookup(Part);
  while (isa_and_nonnull<MemberExpr, ParenExpr>(User)) {
    Part = cast<Expr>(User);
    User = Parents.lookup(Part);
  }
  const auto *Address = dyn_cast_or_null<UnaryOperator>(User);
  if (Address && Address->getOpcode() != UO_AddrOf)
    Address = nullptr;
  SelectsLocks |= getLockFamily(Part->getType()) ||
                  (Address && leadsToLocks(Address->getType()));
  const auto *Assignment = dyn_cast_or_null<BinaryOperator>(User);
  if (const VarDecl *Array = getLocalArray(Element))
    if (Address || (Assignment && Assignment->isAssignmentOp() &&
                    Assignment->getLHS() == Part))
      FilledArrays.push_back(Array);
}

/// Follows the value of the counter that \p Use is to where it goes. Returns
/// whether a branch may depend on it otherwise than through a comparison with a
/// number, which is added.
bool LoopWalk::isDecisive(Writes &Counter, const Expr *Use) {
  bool IsCounter = true, IsAhead = false;
  for (const Stmt *S = Use;;) {
    auto Parent = Parents.find(S);
    if (Parent == Parents.end() || Expected.contains(S))
      return false;
    S = Parent->second;
    if (isa<CastExpr, ParenExpr>(S))
      continue;
    if (const auto *Operator = dyn_cast<UnaryOperator>(S)) {
      // What it has moved on to, or was before, may be asked at once.
      if (Operator->isIncrementDecrementOp()) {
        IsAhead = Operator->isPostfix();
        continue;
      }
      if (Operator->getOpcode() == UO_Deref) {
        addElement(Operator);
        return false;
      }
      if (Operator->getOpcode() == UO_LNot)
        return !IsCounter || !addComparison(Counter, Operator, IsAhead);
      if (Operator->getOpcode() == UO_AddrOf)
        return true;
    } else if (const auto *Operator = dyn_cast<BinaryOperator>(S)) {
      if (Operator->isAssignmentOp() && findCounter(Operator->getLHS()))
        continue;
      if (Operator->isAssignmentOp())
        return isTested(Operator->getLHS());
      if (Operator->isComparisonOp()) {
        if (IsCounter && addComparison(Counter, Operator, IsAhead))
          return false;
        return !Exits.contains(Operator);
      }
      if (Operator->isLogicalOp())
        return true;
    } else if (const auto *Call = dyn_cast<CallExpr>(S)) {
      const FunctionDecl *Callee = Call->getDirectCallee();
      return !Callee || (!isFrameworkFunction(Callee) && Callee->hasBody());
    } else if (const auto *Element = dyn_cast<ArraySubscriptExpr>(S)) {
      // What is in memory that a counter leads to is another matter.
      addElement(Element);
      return false;
    } else {
      return !isa<MemberExpr, ReturnStmt>(S);
    }
    IsCounter = false;
  }
}

/// The same for a branch whose condition is a counter itself, or a step of one.
void LoopWalk::addBranch(const CFGBlock *Block) {
  const Expr *Condition = Block->getLastCondition();
  if (!Condition || Condition == Pace)
    return;
  const Expr *Place = Condition->IgnoreParenImpCasts();
  const auto *Step = dyn_cast<UnaryOperator>(Place);
  if (Step && Step->isIncrementDecrementOp())
    Place = Step->getSubExpr();
  Writes *Counter = findCounter(Place);
  if (!Counter)
    return;
  bool IsAhead = Step && Step->isPostfix();
  const auto *Switch = dyn_cast<SwitchStmt>(Block->getTerminatorStmt());
  if (!Switch)
    return Counter->addSpecial(
        0, Exits.contains(Condition->IgnoreParenImpCasts()), IsAhead);
  for (const SwitchCase *Next = Switch->getSwitchCaseList(); Next;
       Next = Next->getNextSwitchCase())
    if (const auto *Case = dyn_cast<CaseStmt>(Next))
      for (const Expr *Bound : {Case->getLHS(), Case->getRHS()})
        if (std::optional<int64_t> Number =
                Bound ? getNumber(Bound) : std::nullopt)
          Counter->addSpecial(*Number, /*EndsLoop=*/false, IsAhead);
}

void LoopWalk::findExits() {
  auto IsInLoop = [&](const CFGBlock::AdjacentBlock &Next) {
    return !Next.getReachableBlock() ||
           llvm::is_contained(Blocks, Next.getReachableBlock());
  };
  for (const CFGBlock *Block : Blocks)
    if (const Expr *Condition = Block->getLastCondition())
      if (!llvm::all_of(Block->succs(), IsInLoop))
        Exits.insert(Condition->IgnoreParenImpCasts());
}

bool LoopWalk::walk() {
  if (Pace)
    addParts(Pace, Expected);
  visitStatements(
      [&](const Stmt *S, const CFGBlock *Block) { addWrite(S, Block); });
  findExits();

  llvm::SmallVector<std::pair<Writes *, const Expr *>, 8> Uses;
  visitStatements([&](const Stmt *User, const CFGBlock *) {
    for (const Stmt *Child : User->children()) {
      const auto *Used = dyn_cast_or_null<Expr>(Child);
      if (!Used)
        continue;
      Parents[Used] = User;
      // Parentheses are not statements of the graph.
      while (const auto *Parens = dyn_cast<ParenExpr>(Used)) {
        Used = Parens->getSubExpr();
        Parents[Used] = Parens;
      }
      if (isa<CastExpr>(Used))
        continue;
      if (Writes *Counter = findCounter(Used))
        Uses.push_back({Counter, Used});
    }
  });
  bool OrderTurns = false;
  for (auto [Counter, Use] : Uses)
    OrderTurns |= isDecisive(*Counter, Use);
  for (const CFGBlock *Block : Blocks)
    addBranch(Block);
  return OrderTurns;
}

unsigned LoopCounter::countPassed(int64_t Value) const {
  return llvm::count_if(Specials, [&](int64_t Special) {
    return CountsUp ? Value > Special : Value < Special;
  });
}

LoopCounters::LoopCounters(std::vector<const CFGBlock *> Blocks,
                           const CFGBlock *Head, const Expr *Pace,
                           const ASTContext &Context) {
  LoopWalk Walk(Blocks, Head, Pace, Context);
  OrderTurns = Walk.walk();
  Counters = Walk.getCounters();
  SelectsLocks = Walk.SelectsLocks;
  FilledArrays = std::move(Walk.FilledArrays);
}
