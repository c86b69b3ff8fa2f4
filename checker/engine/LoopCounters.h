//===-- LoopCounters.h - What a loop counts by ------------------*- C++ -*-===//
//
// Part of the KMDF checkers, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A counter is a variable or field that a loop's own statements only ever move
// one way: i++, left -= 4, p = p + 1. What is moved both ways, or set, may well
// stand for something, such as whether a lock is held.
//
//===----------------------------------------------------------------------===//

#ifndef KMDF_ENGINE_LOOPCOUNTERS_H
#define KMDF_ENGINE_LOOPCOUNTERS_H

#include "clang/Analysis/CFG.h"
#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/SmallVector.h"

#include <cstdint>
#include <vector>

namespace kmdf {

struct LoopCounter {
  /// One of the expressions that name it.
  const clang::Expr *LValue;
  bool CountsUp;
  /// The numbers that the turns compare it with, in the order in which it comes
  /// to them. Between two of them turns come out all the same.
  std::vector<int64_t> Specials;
  /// A comparison of these does more than end the loop.
  bool IsTestedInside;
  /// Each turn moves it, once and by the same number.
  bool IsSteady;

  /// How many of the special numbers lie behind \p Value.
  unsigned countPassed(int64_t Value) const;

  bool isPastSpecials(int64_t Value) const {
    return countPassed(Value) == Specials.size();
  }
};

class LoopCounters {
public:
  /// Looks at the statements of \p Blocks, which are entered at \p Head. \p
  /// Pace is the condition that says whether the loop goes on, or null.
  LoopCounters(std::vector<const clang::CFGBlock *> Blocks,
               const clang::CFGBlock *Head, const clang::Expr *Pace,
               const clang::ASTContext &Context);

  llvm::ArrayRef<LoopCounter> all() const { return Counters; }

  /// Whether what a turn does may depend on which turn it is, however many
  /// there were. It does not where the counters say only when the loop ends,
  /// which element of an array a turn is for, and where it is compared with
  /// numbers.
  bool orderTurns() const { return OrderTurns; }

  /// Whether a counter says which lock of an array a turn works on.
  bool selectLocks() const { return SelectsLocks; }

  /// The local arrays in which a counter says which element a turn sets.
  llvm::ArrayRef<const clang::VarDecl *> getFilledArrays() const {
    return FilledArrays;
  }

private:
  std::vector<LoopCounter> Counters;
  bool OrderTurns = false;
  bool SelectsLocks = false;
  llvm::SmallVector<const clang::VarDecl *, 2> FilledArrays;
};

} // namespace kmdf

#endif // KMDF_ENGINE_LOOPCOUNTERS_H
