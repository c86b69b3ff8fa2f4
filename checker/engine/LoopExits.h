//===-- LoopExits.h - Every loop comes to an end ----------------*- C++ -*-===//
//
// Part of the KMDF checkers, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The engine gives a path up that has gone round a loop a few times, and with
// it what comes after the loop; a function in which that happens it inlines no
// more. This sees to it that a path leaves its loops in time:
//
//   - The last turn but one is made with the variables that the loop counts by
//     unknown, though not on the wrong side of where they are: it stands for
//     all turns that are still to come.
//   - After the last turn the path takes the way out. Where it could not, for
//   the
//     loop still has turns to go, the variables become unknown first.
//
// Both only if the locks are as they were a turn before: where each turn takes
// another lock, what happens after three turns tells nothing of the thirtieth.
// Then the path goes no further than the engine lets it, and the verdict says
// so.
//
//===----------------------------------------------------------------------===//

#ifndef KMDF_ENGINE_LOOPEXITS_H
#define KMDF_ENGINE_LOOPEXITS_H

#include "LoopNest.h"

#include "clang/StaticAnalyzer/Core/PathSensitive/CheckerContext.h"

namespace kmdf {

class LoopExits {
public:
  /// To be called before a function is analysed: what was known of others is
  /// gone.
  void reset() { Nests.clear(); }

  /// To be called where the engine is about to decide on \p Condition. Returns
  /// false if a loop ends here though its turns differ for the locks.
  bool checkBranch(const clang::Expr *Condition,
                   clang::ento::CheckerContext &C);

private:
  const LoopNest &getNest(const clang::LocationContext *LCtx);

  llvm::DenseMap<const clang::CFG *, std::unique_ptr<LoopNest>> Nests;
};

} // namespace kmdf

#endif // KMDF_ENGINE_LOOPEXITS_H
