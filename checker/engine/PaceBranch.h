//===-- PaceBranch.h - Whether a path makes one more turn -------*- C++ -*-===//
//
// Part of the KMDF checkers, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A path that comes to the pace of a loop goes on until another turn would show
// nothing new:
//
//   +------+  loop goes on   +----------------------+   New    +-------------+
//   | turn +---------------->| same as one before,  +--------->| one more    |
//   +------+                 | but for the counters?|          | turn        |
//       ^                    +----------+-----------+          +------+------+
//       |                               | Seen                        |
//       |                               v                  too many   |
//       |    regular     +------------------------------+             v
//       +<---------------+ turns up to where a counter  |      +-------------+
//       |   the rest is  | comes near a number that it  +----->| general     |
//       |     skipped    | is compared with, or the end |      | turn        |
//       |                +------------------------------+      +------+------+
//       +-------------------------------------------------------------+
//                                       changed nothing: enough
//
// In the general turn (GeneralTurn.h) the counters are unknown: it stands for
// any turn, and for the last. Turns that are skipped (CounterMoves.h) do no
// more than move the counters; what leaves the loop in the midst of them, a
// midway turn shows. Where the counters order the turns, or say which lock a
// turn is about, all are made; a path that would have to fork too often for
// that is cut.
//
// Turns are the same if they leave the locks, and what is known of the
// variables but for the counters, as they were.
//
//===----------------------------------------------------------------------===//

#ifndef KMDF_ENGINE_PACEBRANCH_H
#define KMDF_ENGINE_PACEBRANCH_H

#include "DecidingVariables.h"
#include "LoopRecords.h"

#include "clang/StaticAnalyzer/Core/PathSensitive/CheckerContext.h"

namespace kmdf {

/// The turns that a path has made, where it comes to the loop's pace again.
class TurnsMade {
public:
  TurnsMade(const clang::ento::ExplodedNode *N, const Loop &L)
      : L(L), Last(findBefore(N, IsForked)) {}

  /// Where the path left the pace the last time. Null if it has entered the
  /// loop since.
  const clang::ento::ExplodedNode *getLast() const { return Last; }

  /// Other paths have parted from this one since then.
  bool isForked() const { return IsForked; }

  /// Where it left the pace the time before \p Turn, likewise.
  const clang::ento::ExplodedNode *
  getBefore(const clang::ento::ExplodedNode *Turn) const {
    bool Ignored;
    return findBefore(Turn->getFirstPred(), Ignored);
  }

private:
  const clang::ento::ExplodedNode *
  findBefore(const clang::ento::ExplodedNode *N, bool &IsForked) const;

  const Loop &L;
  bool IsForked = false;
  const clang::ento::ExplodedNode *Last;
};

/// The pace of a loop, on one path.
class PaceBranch {
public:
  /// \p State is that in which the engine is about to decide on \p Condition,
  /// the pace's.
  PaceBranch(clang::ento::CheckerContext &C, clang::ento::ProgramStateRef State,
             const clang::Expr *Condition, const Loop &L,
             const UnitIndex &Index, const DecidingVariables &Deciding)
      : C(C), State(std::move(State)), Condition(Condition), L(L), Index(Index),
        Deciding(Deciding), Running{&L, C.getStackFrame()},
        Turns(C.getPredecessor(), L), IsForked(Turns.isForked()) {}

  enum class Outcome {
    GoesOn,    ///< or leaves the loop
    HasEnd,    ///< another turn would show nothing new
    IsEndless, ///< another turn would be as one before, and so for ever
    IsCut      ///< another turn might, but is not made
  };
  /// Decides, and makes the path's next nodes.
  Outcome check();

  /// Whether the path leaves the loop, or one does that parts from it here.
  bool isWayOut() const { return IsLeft; }

private:
  using StatePair =
      std::pair<clang::ento::ProgramStateRef, clang::ento::ProgramStateRef>;
  /// What becomes of a path that may go round again.
  struct Decision {
    Outcome What;
    clang::ento::ProgramStateRef Next = nullptr;
    clang::ento::ProgramStateRef Midway = nullptr;
  };
  Decision decide(LoopRecord Record, clang::ento::ProgramStateRef Stay) const;
  Decision goOn(const LoopRecord &Record,
                clang::ento::ProgramStateRef Stay) const;
  Decision makeGeneral(LoopRecord Record,
                       clang::ento::ProgramStateRef Stay) const;
  std::optional<Decision> skip(const LoopRecord &Record,
                               const clang::ento::ExplodedNode *Same,
                               clang::ento::ProgramStateRef Stay) const;
  bool isCounted() const;
  bool haveLocksStayed() const;
  bool haveCountersStayed(const clang::ento::ExplodedNode *Turn) const;
  bool mustMakeAll(const clang::ento::ExplodedNode *Same) const;
  bool hasSpecialAhead(const clang::ento::ExplodedNode *Same) const;
  bool areTurnsOrdered() const;
  bool isQuiet() const;
  bool isSame(const clang::ento::ExplodedNode *Turn,
              clang::ento::ProgramStateRef Now) const;
  bool isDeciding(const clang::ento::VarRegion *Variable) const;
  const clang::ento::ExplodedNode *
  findSame(clang::ento::ProgramStateRef Stay) const;
  bool mustMakeEach(const LoopRecord &Record,
                    const clang::ento::ExplodedNode *Same) const;
  bool mayMakeAnother(const LoopRecord &Record) const;
  StatePair split() const;

  clang::ento::CheckerContext &C;
  /// The state in which the path comes to the pace.
  clang::ento::ProgramStateRef State;
  const clang::Expr *Condition;
  const Loop &L;
  const UnitIndex &Index;
  const DecidingVariables &Deciding;
  RunningLoop Running;
  TurnsMade Turns;
  bool IsForked;
  bool IsLeft = false;
};

} // namespace kmdf

#endif // KMDF_ENGINE_PACEBRANCH_H
