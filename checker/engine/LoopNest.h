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

#include "clang/Analysis/CFG.h"
#include "llvm/ADT/DenseMap.h"
#include "llvm/ADT/SmallPtrSet.h"

#include <memory>
#include <vector>

namespace kmdf {

struct Loop {
  /// The block through which the loop is entered.
  const clang::CFGBlock *Head;
  /// All blocks of the loop, the head and those of inner loops among them.
  llvm::SmallPtrSet<const clang::CFGBlock *, 8> Blocks;
};

class LoopNest {
public:
  explicit LoopNest(clang::CFG &Graph);

  /// The innermost loop that has \p Block. Null if no loop has.
  const Loop *getInnermost(const clang::CFGBlock *Block) const {
    return Innermost.lookup(Block);
  }

private:
  std::vector<std::unique_ptr<Loop>> Loops;
  llvm::DenseMap<const clang::CFGBlock *, const Loop *> Innermost;
};

} // namespace kmdf

#endif // KMDF_ENGINE_LOOPNEST_H
