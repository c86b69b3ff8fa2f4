//===-- LoopNest.cpp - The loops of a function ------------------*- C++ -*-===//
//
// Part of the KMDF checkers, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "LoopNest.h"

#include "FrameworkCalls.h"

#include "clang/AST/ExprCXX.h"
#include "clang/AST/Stmt.h"
#include "clang/Analysis/Analyses/Dominators.h"
#include "llvm/ADT/DenseMap.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SmallVector.h"

using namespace clang;
using namespace kmdf;

bool Loop::staysIf(bool Value) const {
  // A branch's first successor is for a true condition.
  const CFGBlock *Next = (Pace->succ_begin() + !Value)->getReachableBlock();
  return !Next || contains(Next);
}

const LoopCounters &Loop::getCounters() const {
  if (!Counters)
    Counters.emplace(
        std::vector<const CFGBlock *>(Blocks.begin(), Blocks.end()), Head,
        Pace ? Pace->getLastCondition() : nullptr, Context);
  return *Counters;
}

bool Loop::hasOtherExit() const {
  return llvm::any_of(Blocks, [&](const CFGBlock *Block) {
    return Block != Pace &&
           llvm::any_of(Block->succs(), [&](const CFGBlock::AdjacentBlock &To) {
             return To.getReachableBlock() && !contains(To.getReachableBlock());
           });
  });
}

static bool callsLock(const CFGBlock *Block, const UnitIndex &Index) {
  return llvm::any_of(*Block, [&](const CFGElement &Element) {
    const FunctionDecl *Callee = nullptr;
    if (auto Statement = Element.getAs<CFGStmt>()) {
      const Stmt *S = Statement->getStmt();
      if (const auto *Construction = dyn_cast<CXXConstructExpr>(S)) {
        Callee = Construction->getConstructor();
      } else if (const auto *Call = dyn_cast<CallExpr>(S)) {
        Callee = Call->getDirectCallee();
        if (!Callee)
          return true;
      }
    } else if (Element.getAs<CFGImplicitDtor>()) {
      return true;
    }
    return Callee && (getDdi(Callee) || Index.canReachLockCall(Callee));
  });
}

bool Loop::mayLock(const UnitIndex &Index) const {
  if (!MayLock)
    MayLock = llvm::any_of(
        Blocks, [&](const CFGBlock *Block) { return callsLock(Block, Index); });
  return *MayLock;
}

bool Loop::hidesExit(
    llvm::function_ref<bool(const CFGBlock *)> IsReached) const {
  bool HasExit = false;
  for (const CFGBlock *Block : Blocks)
    for (const CFGBlock::AdjacentBlock &Next : Block->succs()) {
      const CFGBlock *Exit = Next.getReachableBlock();
      if (!Exit || contains(Exit))
        continue;
      if (IsReached(Exit))
        return false;
      HasExit = true;
    }
  return HasExit;
}

/// Adds to \p Blocks what leads to \p Latch without passing the head.
static void addBody(llvm::SmallPtrSetImpl<const CFGBlock *> &Blocks,
                    const CFGBlock *Latch) {
  llvm::SmallVector<const CFGBlock *, 16> Pending{Latch};
  while (!Pending.empty()) {
    const CFGBlock *Block = Pending.pop_back_val();
    if (!Blocks.insert(Block).second)
      continue;
    for (const CFGBlock::AdjacentBlock &Before : Block->preds())
      if (Before.isReachable())
        Pending.push_back(Before);
  }
}

/// Whether the engine asks the checkers about the branch that ends \p Block.
static bool endsInBranch(const CFGBlock *Block) {
  return Block->succ_size() == 2 && Block->getLastCondition() &&
         !isa<SwitchStmt>(Block->getTerminatorStmt());
}

namespace {
/// Whether a function has a way round that passes no pace.
class UnpacedCycle {
public:
  UnpacedCycle(const CFG &Graph,
               const llvm::SmallPtrSetImpl<const CFGBlock *> &Paces)
      : Paces(Paces), Colours(Graph.getNumBlockIDs(), Colour::White) {
    for (const CFGBlock *Block : Graph)
      if (isFound() || visit(Block))
        Found = true;
  }

  bool isFound() const { return Found; }

private:
  enum class Colour : char { White, Grey, Black };

  /// Searches on from \p Start, depth first, with a stack of its own.
  bool visit(const CFGBlock *Start);

  const llvm::SmallPtrSetImpl<const CFGBlock *> &Paces;
  std::vector<Colour> Colours;
  bool Found = false;
};
} // namespace

bool UnpacedCycle::visit(const CFGBlock *Start) {
  auto ColourOf = [&](const CFGBlock *Block) -> Colour & {
    return Colours[Block->getBlockID()];
  };
  if (ColourOf(Start) != Colour::White || Paces.contains(Start))
    return false;
  using Position = std::pair<const CFGBlock *, CFGBlock::const_succ_iterator>;
  llvm::SmallVector<Position, 16> Stack{{Start, Start->succ_begin()}};
  ColourOf(Start) = Colour::Grey;
  while (!Stack.empty()) {
    auto &[Block, Next] = Stack.back();
    if (Next == Block->succ_end()) {
      ColourOf(Block) = Colour::Black;
      Stack.pop_back();
      continue;
    }
    const CFGBlock *To = (Next++)->getReachableBlock();
    if (!To || Paces.contains(To) || ColourOf(To) == Colour::Black)
      continue;
    if (ColourOf(To) == Colour::Grey)
      return true;
    ColourOf(To) = Colour::Grey;
    Stack.push_back({To, To->succ_begin()});
  }
  return false;
}

LoopNest::LoopNest(CFG &Graph, const ASTContext &Context)
    : Blocks(Graph.getNumBlockIDs(), nullptr),
      Innermost(Graph.getNumBlockIDs(), nullptr) {
  for (const CFGBlock *Block : Graph)
    Blocks[Block->getBlockID()] = Block;
  CFGDomTree Dominators(&Graph);
  llvm::DenseMap<const CFGBlock *, Loop *> ByHead;
  llvm::DenseMap<const Loop *, llvm::SmallVector<const CFGBlock *, 2>> Latches;
  for (const CFGBlock *Latch : Graph) {
    if (!Dominators.isReachableFromEntry(Latch))
      continue;
    for (const CFGBlock::AdjacentBlock &Next : Latch->succs()) {
      const CFGBlock *Head = Next.getReachableBlock();
      if (!Head || !Dominators.dominates(Head, Latch))
        continue;
      Loop *&L = ByHead[Head];
      if (!L) {
        Loops.push_back(std::make_unique<Loop>(Head, Context));
        L = Loops.back().get();
      }
      addBody(L->Blocks, Latch);
      Latches[L].push_back(Latch);
    }
  }
  for (const std::unique_ptr<Loop> &L : Loops)
    for (const CFGBlock *Block : L->Blocks) {
      const Loop *&Known = Innermost[Block->getBlockID()];
      if (!Known || L->Blocks.size() < Known->Blocks.size())
        Known = L.get();
    }

  llvm::SmallPtrSet<const CFGBlock *, 8> Paces;
  for (const std::unique_ptr<Loop> &L : Loops) {
    bool PaceLeaves = false;
    for (const CFGBlock *Block : L->Blocks) {
      if (!endsInBranch(Block) || Innermost[Block->getBlockID()] != L.get() ||
          !llvm::all_of(Latches[L.get()], [&](const CFGBlock *Latch) {
            return Dominators.dominates(Block, Latch);
          }))
        continue;
      bool Leaves =
          llvm::any_of(Block->succs(), [&](const CFGBlock::AdjacentBlock &To) {
            return To.getReachableBlock() &&
                   !L->contains(To.getReachableBlock());
          });
      // Of two, the one that comes first in a turn.
      if (!L->Pace || (Leaves && !PaceLeaves) ||
          (Leaves == PaceLeaves && Dominators.dominates(Block, L->Pace))) {
        L->Pace = Block;
        PaceLeaves = Leaves;
      }
    }
    if (L->Pace)
      Paces.insert(L->Pace);
  }
  IsPaced = !UnpacedCycle(Graph, Paces).isFound();
}
