//===-- CounterMoves.h - Turns that are foreseen ----------------*- C++ -*-===//
//
// Part of the KMDF checkers, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Where turns of a loop change nothing but its counters, and each counter moves
// by as much in every turn, the turns to come are known without making them: up
// to where a counter comes near a number that it is compared with, or the pace
// near the loop's end.
//
//===----------------------------------------------------------------------===//

#ifndef KMDF_ENGINE_COUNTERMOVES_H
#define KMDF_ENGINE_COUNTERMOVES_H

#include "LoopNest.h"

#include "clang/StaticAnalyzer/Core/PathSensitive/ProgramState.h"
#include "llvm/ADT/SmallVector.h"

#include <cstdint>
#include <optional>

namespace kmdf {

/// Whether \p Condition, by which a loop goes on, compares numbers or places in
/// arrays that are known in \p State, or is such a number.
bool isCounted(const clang::Expr *Condition, clang::ento::ProgramStateRef State,
               const clang::LocationContext *LCtx);

/// The counter of \p L that is where \p E names in \p State. Null if none is.
const LoopCounter *findCounter(const Loop &L, const clang::Expr *E,
                               clang::ento::ProgramStateRef State,
                               const clang::LocationContext *LCtx);

/// The counter, or the step of one, that \p Condition is, or is the negation
/// of. It may be another variable as well. Null if it is something else.
const clang::Expr *getBareCounter(const clang::Expr *Condition);

/// What \p Bare, which getBareCounter() has found, names.
const clang::Expr *getPlaceOf(const clang::Expr *Bare);

/// Where \p Value is: the number, or the index in the array of an address.
/// Nothing if that is not known, or no int64_t.
std::optional<int64_t> getPosition(clang::ento::SVal Value);

/// What the counters of a loop did between two times that a path came to its
/// pace.
class CounterMoves {
public:
  /// \p Pace is the condition that the loop goes on by, in the function that
  /// \p LCtx runs.
  CounterMoves(const LoopCounters &Counters,
               clang::ento::ProgramStateRef Before,
               clang::ento::ProgramStateRef Now, const clang::Expr *Pace,
               const clang::LocationContext *LCtx);

  /// Whether what they will do follows from it.
  bool areRegular() const { return AreRegular; }

  /// How often they can do it again such that all comparisons come out as they
  /// did, and once more after that. Nothing if there is no end to it.
  std::optional<uint64_t> countRepeats() const;

  /// \p State, which is that of Now or made from it, when they have done it
  /// \p Times more.
  clang::ento::ProgramStateRef repeat(clang::ento::ProgramStateRef State,
                                      uint64_t Times) const;

  /// Says of \p State, where the counters are unknown, that they are no
  /// further than after \p Times. Null if they must be.
  clang::ento::ProgramStateRef limit(clang::ento::ProgramStateRef State,
                                     uint64_t Times) const;

private:
  struct Move {
    const LoopCounter *Counter;
    const clang::ento::MemRegion *Place;
    int64_t From, To;
  };

  const clang::LocationContext *LCtx;
  llvm::SmallVector<Move, 4> Moves;
  /// How far the two sides of the pace's comparison were and are apart. Nothing
  /// if it does not compare what is known.
  std::optional<int64_t> DistanceBefore, DistanceNow;
  bool AreRegular = true;
};

} // namespace kmdf

#endif // KMDF_ENGINE_COUNTERMOVES_H
