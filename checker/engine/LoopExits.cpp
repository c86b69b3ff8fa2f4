//===-- LoopExits.cpp - Every loop comes to an end --------------*- C++ -*-===//
//
// Part of the KMDF checkers, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "LoopExits.h"

#include "Compat.h"
#include "LockHandles.h"
#include "LockState.h"

#include "clang/AST/ExprCXX.h"
#include "clang/StaticAnalyzer/Core/PathSensitive/LoopUnrolling.h"
#include "clang/StaticAnalyzer/Core/PathSensitive/ProgramStateTrait.h"

using namespace clang;
using namespace ento;
using namespace kmdf;

namespace {
/// A loop that a frame runs.
struct RunningLoop {
  const CFGBlock *Head;
  const StackFrameContext *Frame;

  bool operator==(const RunningLoop &Other) const {
    return Head == Other.Head && Frame == Other.Frame;
  }
  bool operator<(const RunningLoop &Other) const {
    return std::tie(Head, Frame) < std::tie(Other.Head, Other.Frame);
  }
  void Profile(llvm::FoldingSetNodeID &ID) const {
    ID.AddPointer(Head);
    ID.AddPointer(Frame);
  }
};
} // namespace

/// Loops that have made the turn that stands for all others.
REGISTER_SET_WITH_PROGRAMSTATE(GeneralizedLoops, RunningLoop)
/// Loops that have gone round as often as they may.
REGISTER_SET_WITH_PROGRAMSTATE(SpentLoops, RunningLoop)

/// The block in which the path of \p N is.
static const CFGBlock *getBlock(const ExplodedNode *N,
                                const LocationContext *Frame) {
  for (; N; N = N->getFirstPred())
    if (auto Entrance = N->getLocationAs<BlockEntrance>())
      if (N->getLocationContext() == Frame)
        return Entrance->getBlock();
  return nullptr;
}

/// Where the path of \p N left \p Block the last time.
static const ExplodedNode *findLastTurn(const ExplodedNode *N,
                                        const LocationContext *Frame,
                                        const CFGBlock *Block) {
  for (; N; N = N->getFirstPred())
    if (auto Edge = N->getLocationAs<BlockEdge>())
      if (Edge->getSrc() == Block && N->getLocationContext() == Frame)
        return N;
  return nullptr;
}

namespace {
/// A branch by which a loop is left or gone round again, on one path.
class LoopBranch {
public:
  LoopBranch(CheckerContext &C, const Expr *Condition, const Loop &L,
             const CFGBlock *Block)
      : C(C), Condition(Condition), L(L), Block(Block),
        LastTurn(
            findLastTurn(C.getPredecessor(), C.getLocationContext(), Block)) {}

  /// Whether one side of the branch stays in the loop and the other does not.
  bool isExit() const { return staysIf(true) != staysIf(false); }

  /// Whether neither side leaves the loop.
  bool isEndless() const { return staysIf(true) && staysIf(false); }

  /// Whether the path could go round once more.
  bool mayStay() const {
    return assume(C.getState(), staysIf(true)) != nullptr;
  }

  /// Whether the locks are as they were one turn before.
  bool isTurnNeutral() const {
    return LastTurn && haveSameLocks(LastTurn->getState(), C.getState());
  }

  bool hasSpentInnerLoop() const;

  /// Goes round once more, for all turns that are still to come.
  void generalize();

  /// Takes the way out. Returns false if there is none.
  bool leave();

private:
  RunningLoop getRunningLoop() const { return {L.Head, C.getStackFrame()}; }
  bool staysIf(bool Value) const;
  ProgramStateRef assume(ProgramStateRef State, bool Value) const;
  ProgramStateRef assumeAnew(ProgramStateRef State, bool Value) const;
  ProgramStateRef forgetCounters() const;
  const MemRegion *getRegion(const Expr *LValue, ProgramStateRef State) const;
  SVal getOperand(const Expr *Operand, ProgramStateRef State) const;

  CheckerContext &C;
  const Expr *Condition;
  const Loop &L;
  const CFGBlock *Block;
  /// The same branch one turn before. Null in the first.
  const ExplodedNode *LastTurn;
};
} // namespace

bool LoopBranch::staysIf(bool Value) const {
  // A branch's first successor is for a true condition.
  const CFGBlock *Next = (Block->succ_begin() + !Value)->getReachableBlock();
  return !Next || L.Blocks.contains(Next);
}

bool LoopBranch::hasSpentInnerLoop() const {
  for (const RunningLoop &Spent : C.getState()->get<SpentLoops>())
    if (Spent.Frame == C.getStackFrame() && Spent.Head != L.Head &&
        L.Blocks.contains(Spent.Head))
      return true;
  return false;
}

/// The state in which the condition, as it was evaluated, is \p Value. Null if
/// it cannot be.
ProgramStateRef LoopBranch::assume(ProgramStateRef State, bool Value) const {
  SVal Evaluated = State->getSVal(Condition, C.getLocationContext());
  if (auto Known = Evaluated.getAs<DefinedSVal>())
    return State->assume(*Known, Value);
  return State->BindExpr(Condition, C.getLocationContext(),
                         C.getSValBuilder().makeTruthVal(Value));
}

/// The region that an expression without side effects names. Null if it is not
/// plain to see.
const MemRegion *LoopBranch::getRegion(const Expr *LValue,
                                       ProgramStateRef State) const {
  LValue = LValue->IgnoreParenCasts();
  const LocationContext *LCtx = C.getLocationContext();
  if (const auto *Reference = dyn_cast<DeclRefExpr>(LValue)) {
    const auto *Variable = dyn_cast<VarDecl>(Reference->getDecl());
    if (!Variable)
      return nullptr;
    Loc Place = State->getLValue(Variable, LCtx);
    if (Variable->getType()->isReferenceType())
      return State->getSVal(Place).getAsRegion();
    return Place.getAsRegion();
  }
  const auto *Member = dyn_cast<MemberExpr>(LValue);
  const auto *Field =
      Member ? dyn_cast<FieldDecl>(Member->getMemberDecl()) : nullptr;
  if (!Field)
    return nullptr;
  const Expr *Base = Member->getBase()->IgnoreParenCasts();
  SVal Object;
  if (isa<CXXThisExpr>(Base)) {
    const auto *Method = dyn_cast<CXXMethodDecl>(C.getStackFrame()->getDecl());
    if (!Method)
      return nullptr;
    Object = State->getSVal(
        C.getSValBuilder().getCXXThis(Method, C.getStackFrame()));
  } else {
    const MemRegion *Region = getRegion(Base, State);
    if (!Region)
      return nullptr;
    Object = Member->isArrow() ? State->getSVal(Region)
                               : SVal(loc::MemRegionVal(Region));
  }
  return State->getLValue(Field, Object).getAsRegion();
}

/// What an operand of the condition is in \p State, which is not the one that
/// the condition was evaluated in.
SVal LoopBranch::getOperand(const Expr *Operand, ProgramStateRef State) const {
  const Expr *Plain = Operand->IgnoreParenImpCasts();
  SVal Evaluated = State->getSVal(Operand, C.getLocationContext());
  const MemRegion *Region =
      Plain->isLValue() ? getRegion(Plain, State) : nullptr;
  if (!Region)
    return Evaluated;
  return C.getSValBuilder().evalCast(State->getSVal(Region, Plain->getType()),
                                     Operand->getType(), Plain->getType());
}

/// As assume(), for a state in which the variables of the condition have other
/// values than when it was evaluated.
ProgramStateRef LoopBranch::assumeAnew(ProgramStateRef State,
                                       bool Value) const {
  const auto *Comparison =
      dyn_cast<BinaryOperator>(Condition->IgnoreParenImpCasts());
  if (Comparison && Comparison->isComparisonOp()) {
    SVal Result = C.getSValBuilder().evalBinOp(
        State, Comparison->getOpcode(), getOperand(Comparison->getLHS(), State),
        getOperand(Comparison->getRHS(), State), Comparison->getType());
    if (auto Known = Result.getAs<DefinedSVal>())
      State = State->assume(*Known, Value);
  }
  return State ? State->BindExpr(Condition, C.getLocationContext(),
                                 C.getSValBuilder().makeTruthVal(Value))
               : State;
}

/// The variables and fields that the loop's statements write to by name.
static void collectWritten(const Loop &L,
                           llvm::SmallVectorImpl<const Expr *> &Written) {
  for (const CFGBlock *Block : L.Blocks)
    for (const CFGElement &Element : *Block) {
      auto Statement = Element.getAs<CFGStmt>();
      if (!Statement)
        continue;
      const Stmt *S = Statement->getStmt();
      if (const auto *Operator = dyn_cast<BinaryOperator>(S)) {
        if (Operator->isAssignmentOp())
          Written.push_back(Operator->getLHS());
      } else if (const auto *Operator = dyn_cast<UnaryOperator>(S)) {
        if (Operator->isIncrementDecrementOp())
          Written.push_back(Operator->getSubExpr());
      }
    }
}

/// The state with all that the last turn changed unknown. Null if it changed
/// nothing that is known by name.
ProgramStateRef LoopBranch::forgetCounters() const {
  if (!LastTurn)
    return nullptr;
  ProgramStateRef Before = LastTurn->getState(), State = C.getState();
  SValBuilder &Values = C.getSValBuilder();
  llvm::SmallVector<const Expr *, 8> Written;
  collectWritten(L, Written);
  bool HasChanged = false;
  for (const Expr *LValue : Written) {
    QualType T = LValue->getType().getUnqualifiedType();
    const MemRegion *Region = getRegion(LValue, C.getState());
    if (!Region || !T->isScalarType() || getLockFamily(T))
      continue;
    SVal Old = Before->getSVal(Region, T),
         Now = C.getState()->getSVal(Region, T);
    if (Old == Now || Now.isUndef() || State->getSVal(Region, T) != Now)
      continue;
    DefinedOrUnknownSVal New = conjureAt(C, Condition, T, Region);
    State = State->bindLoc(loc::MemRegionVal(Region), New,
                           C.getLocationContext(), /*notifyChanges=*/false);
    HasChanged = true;
    // What counts up does not come back.
    auto From = Old.getAs<nonloc::ConcreteInt>();
    auto To = Now.getAs<nonloc::ConcreteInt>();
    if (!From || !To)
      continue;
    bool CountsUp = *From->getValue() < *To->getValue();
    SVal Bound = Values.evalBinOp(State, CountsUp ? BO_GE : BO_LE, New, Now,
                                  Values.getConditionType());
    if (auto Known = Bound.getAs<DefinedSVal>())
      if (ProgramStateRef Bounded = State->assume(*Known, true))
        State = Bounded;
  }
  return HasChanged ? State : nullptr;
}

void LoopBranch::generalize() {
  bool Stay = staysIf(true);
  // Where the path may leave by itself it will be seen to.
  if (assume(C.getState(), !Stay))
    return;
  ProgramStateRef General = forgetCounters();
  if (General && (General = assumeAnew(General, Stay)))
    C.addTransition(General->add<GeneralizedLoops>(getRunningLoop()));
}

bool LoopBranch::leave() {
  bool Leave = !staysIf(true);
  ProgramStateRef Left = assume(C.getState(), Leave);
  bool IsGeneral = C.getState()->contains<GeneralizedLoops>(getRunningLoop());
  if (!Left && !IsGeneral && isTurnNeutral())
    if (ProgramStateRef General = forgetCounters())
      Left = assumeAnew(General, Leave);
  if (!Left)
    return false;
  C.addTransition(Left->add<SpentLoops>(getRunningLoop()));
  return true;
}

const LoopNest &LoopExits::getNest(const LocationContext *LCtx) {
  std::unique_ptr<LoopNest> &Nest = Nests[LCtx->getCFG()];
  if (!Nest)
    Nest = std::make_unique<LoopNest>(*LCtx->getCFG());
  return *Nest;
}

bool LoopExits::checkBranch(const Expr *Condition, CheckerContext &C) {
  unsigned Limit = C.getAnalysisManager().options.maxBlockVisitOnPath;
  unsigned Turn = C.blockCount();
  bool MayBeSpent = !C.getState()->get<SpentLoops>().isEmpty();
  if ((Turn + 1 < Limit && !MayBeSpent) || isUnrolledState(C.getState()))
    return true;

  const LocationContext *LCtx = C.getLocationContext();
  const CFGBlock *Block = getBlock(C.getPredecessor(), LCtx);
  const Loop *L = Block ? getNest(LCtx).getInnermost(Block) : nullptr;
  if (!L)
    return true;

  LoopBranch Branch(C, Condition, *L, Block);
  if (Turn >= Limit || Branch.hasSpentInnerLoop()) {
    if (Branch.isExit()) {
      if (!Branch.mayStay())
        return true;
      bool IsNeutral = Branch.isTurnNeutral();
      if (!Branch.leave())
        C.generateSink(C.getState(), C.getPredecessor());
      return IsNeutral;
    }
    if (Branch.isEndless() && Block == L->Head) {
      C.generateSink(C.getState(), C.getPredecessor());
      return Branch.isTurnNeutral();
    }
  } else if (Turn + 1 == Limit && Branch.isExit() && Branch.isTurnNeutral()) {
    Branch.generalize();
  }
  return true;
}
