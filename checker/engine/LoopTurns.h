//===-- LoopTurns.h - How often a path goes round a loop --------*- C++ -*-===//
//
// Part of the KMDF checkers, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The engine gives a path up that has gone round a loop a few times, and with
// it what comes after the loop. Here a path goes on until another turn would
// show nothing new; PaceBranch.h says how that is decided.
//
//===----------------------------------------------------------------------===//

#ifndef KMDF_ENGINE_LOOPTURNS_H
#define KMDF_ENGINE_LOOPTURNS_H

#include "DeadVariables.h"
#include "DecidingVariables.h"
#include "LoopNest.h"

#include "clang/StaticAnalyzer/Core/PathSensitive/CheckerContext.h"
#include "llvm/ADT/DenseMap.h"

namespace kmdf {

class LoopTurns {
public:
  /// To be called before a function is analysed: what was known of others is
  /// gone.
  void reset();

  /// Whether every way round in the function that \p LCtx runs is under control
  /// of checkBranch().
  bool isPaced(const clang::LocationContext *LCtx) {
    return getNest(LCtx).isPaced();
  }

  /// To be called where the engine is about to decide on \p Condition. Returns
  /// false if it cut a loop short of what its turns could show.
  bool checkBranch(const clang::Expr *Condition, const UnitIndex &Index,
                   clang::ento::CheckerContext &C);

  /// Whether no path came to what is behind some loop.
  bool hideCode(const clang::ento::ExplodedGraph &Graph) const;

private:
  const LoopNest &getNest(const clang::LocationContext *LCtx);
  const DeadVariables &getDeadVariables(const clang::LocationContext *LCtx);
  const DecidingVariables &
  getDecidingVariables(const clang::LocationContext *LCtx);

  llvm::DenseMap<const clang::CFG *, std::unique_ptr<LoopNest>> Nests;
  llvm::DenseMap<const clang::Decl *, std::unique_ptr<DecidingVariables>>
      Deciding;
  llvm::DenseMap<const clang::Decl *, std::unique_ptr<DeadVariables>> Dead;
  /// Loops round which some path was not let again.
  llvm::SmallPtrSet<const Loop *, 8> Ended;
  /// Loops that some path left by their pace.
  llvm::SmallPtrSet<const Loop *, 8> Left;
};

} // namespace kmdf

#endif // KMDF_ENGINE_LOOPTURNS_H
