//===-- ReachedBlocks.cpp - How far the engine got --------------*- C++ -*-===//
//
// Part of the KMDF checkers, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "ReachedBlocks.h"

#include "Compat.h"

#include "llvm/ADT/SmallVector.h"

using namespace clang;
using namespace ento;
using namespace kmdf;

ReachedBlocks::ReachedBlocks(const ExplodedGraph &Graph) {
  // A function's last block is come to, but not entered.
  for (const ExplodedNode &N : getNodes(Graph))
    if (auto Edge = N.getLocationAs<BlockEdge>())
      Blocks.insert(Edge->getDst());
}

bool ReachedBlocks::containAllFrom(const CFGBlock *Start) const {
  llvm::SmallVector<const CFGBlock *, 16> Pending{Start};
  llvm::DenseSet<const CFGBlock *> Seen;
  while (!Pending.empty()) {
    const CFGBlock *Block = Pending.pop_back_val();
    if (!Seen.insert(Block).second)
      continue;
    if (!contains(Block))
      return false;
    for (const CFGBlock::AdjacentBlock &Next : Block->succs())
      if (Next.isReachable())
        Pending.push_back(Next);
  }
  return true;
}
