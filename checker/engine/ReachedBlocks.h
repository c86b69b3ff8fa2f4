//===-- ReachedBlocks.h - How far the engine got ---------------*- C++ -*-===//
//
// Part of the KMDF checkers, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef KMDF_ENGINE_REACHEDBLOCKS_H
#define KMDF_ENGINE_REACHEDBLOCKS_H

#include "clang/Analysis/CFG.h"
#include "clang/StaticAnalyzer/Core/PathSensitive/ExplodedGraph.h"
#include "llvm/ADT/DenseSet.h"

namespace kmdf {

/// The blocks that some path came to.
class ReachedBlocks {
public:
  explicit ReachedBlocks(const clang::ento::ExplodedGraph &Graph);

  bool contains(const clang::CFGBlock *Block) const {
    return Blocks.contains(Block);
  }

  /// Whether all that can follow \p Start in its function is among them.
  bool containAllFrom(const clang::CFGBlock *Start) const;

private:
  llvm::DenseSet<const clang::CFGBlock *> Blocks;
};

} // namespace kmdf

#endif // KMDF_ENGINE_REACHEDBLOCKS_H
