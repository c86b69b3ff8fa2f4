//===-- LoopNest.h - The loops of a function --------------------*- C++ -*-===//
//
// Part of the KMDF checkers, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Natural loops of a CFG, by its back edges: also of those that are made with
// goto, and whatever the loop's statement is.
//
//===----------------------------------------------------------------------===//

#ifndef KMDF_ENGINE_LOOPNEST_H
#define KMDF_ENGINE_LOOPNEST_H

#include "LoopCounters.h"
#include "UnitIndex.h"

#include "clang/Analysis/CFG.h"
#include "llvm/ADT/SmallPtrSet.h"

#include <memory>
#include <optional>
#include <vector>

namespace kmdf {

class Loop {
public:
  Loop(const clang::CFGBlock *Head, const clang::ASTContext &Context)
      : Head(Head), Context(Context) {
    Blocks.insert(Head);
  }

  /// The block through which the loop is entered.
  const clang::CFGBlock *getHead() const { return Head; }

  /// Whether the block is in the loop; those of inner loops are.
  bool contains(const clang::CFGBlock *Block) const {
    return Blocks.contains(Block);
  }

  /// The block whose branch every turn passes once: one that leaves the loop,
  /// if there is one. Null if turns have no branch in common.
  const clang::CFGBlock *getPace() const { return Pace; }

  /// Whether the way on from the pace is in the loop where its condition is
  /// \p Value.
  bool staysIf(bool Value) const;

  /// Whether the loop can be left elsewhere than at its pace.
  bool hasOtherExit() const;

  const LoopCounters &getCounters() const;

  /// Whether a turn may reach a lock call.
  bool mayLock(const UnitIndex &Index) const;

  /// Whether the loop can be left otherwise than by a return or the like, and
  /// \p IsReached holds for none of the blocks that are behind it.
  bool
  hidesExit(llvm::function_ref<bool(const clang::CFGBlock *)> IsReached) const;

private:
  friend class LoopNest;

  const clang::CFGBlock *Head;
  const clang::ASTContext &Context;
  const clang::CFGBlock *Pace = nullptr;
  llvm::SmallPtrSet<const clang::CFGBlock *, 8> Blocks;
  mutable std::optional<LoopCounters> Counters;
  mutable std::optional<bool> MayLock;
};

class LoopNest {
public:
  LoopNest(clang::CFG &Graph, const clang::ASTContext &Context);

  const clang::CFGBlock *getBlock(unsigned BlockID) const {
    return Blocks[BlockID];
  }

  /// The innermost loop that has \p Block. Null if no loop has.
  const Loop *getInnermost(const clang::CFGBlock *Block) const {
    return Innermost[Block->getBlockID()];
  }

  /// Whether every way round in the function passes the pace of a loop.
  bool isPaced() const { return IsPaced; }

private:
  std::vector<std::unique_ptr<Loop>> Loops;
  /// Both by the block's number.
  std::vector<const clang::CFGBlock *> Blocks;
  std::vector<const Loop *> Innermost;
  bool IsPaced;
};

} // namespace kmdf

#endif // KMDF_ENGINE_LOOPNEST_H
