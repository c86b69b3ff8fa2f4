//===-- LoopNest.cpp - The loops of a function ------------------*- C++ -*-===//
//
// Part of the KMDF checkers, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "LoopNest.h"

#include "clang/Analysis/Analyses/Dominators.h"
#include "llvm/ADT/SmallVector.h"

using namespace clang;
using namespace kmdf;

/// Adds to \p L what leads to \p Latch without passing its head.
static void addBody(Loop &L, const CFGBlock *Latch) {
  llvm::SmallVector<const CFGBlock *, 16> Pending{Latch};
  while (!Pending.empty()) {
    const CFGBlock *Block = Pending.pop_back_val();
    if (!L.Blocks.insert(Block).second)
      continue;
    for (const CFGBlock::AdjacentBlock &Before : Block->preds())
      if (Before.isReachable())
        Pending.push_back(Before);
  }
}

LoopNest::LoopNest(CFG &Graph) {
  CFGDomTree Dominators(&Graph);
  llvm::DenseMap<const CFGBlock *, Loop *> ByHead;
  for (const CFGBlock *Latch : Graph) {
    if (!Dominators.isReachableFromEntry(Latch))
      continue;
    for (const CFGBlock::AdjacentBlock &Next : Latch->succs()) {
      const CFGBlock *Head = Next.getReachableBlock();
      if (!Head || !Dominators.dominates(Head, Latch))
        continue;
      Loop *&L = ByHead[Head];
      if (!L) {
        Loops.push_back(std::make_unique<Loop>());
        L = Loops.back().get();
        L->Head = Head;
        L->Blocks.insert(Head);
      }
      addBody(*L, Latch);
    }
  }
  for (const std::unique_ptr<Loop> &L : Loops)
    for (const CFGBlock *Block : L->Blocks) {
      const Loop *&Known = Innermost[Block];
      if (!Known || L->Blocks.size() < Known->Blocks.size())
        Known = L.get();
    }
}
