//===-- EngineOptions.h - What the rules need of the engine -----*- C++ -*-===//
//
// Part of the KMDF checkers, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef KMDF_ENGINE_ENGINEOPTIONS_H
#define KMDF_ENGINE_ENGINEOPTIONS_H

#include "UnitIndex.h"

#include "clang/StaticAnalyzer/Core/PathSensitive/AnalysisManager.h"

namespace kmdf {

/// Sets the engine's options so that whoever loads the plugin gets the same
/// answers without having to know them.
class EngineOptions {
public:
  /// To be called before the first function is analysed.
  void prepare(clang::ento::AnalysisManager &Manager, const UnitIndex &Index);

  /// Has no function of the unit explored, until endUnit(). To be called before
  /// the first function is analysed.
  void skipUnit(clang::ento::AnalysisManager &Manager);
  void endUnit(clang::ento::AnalysisManager &Manager);

  /// Gives every `for` of \p Index that has no condition one that is true: only
  /// at conditions does the engine ask the checkers.
  static void addLoopConditions(clang::ASTContext &Context,
                                const UnitIndex &Index);

  /// Whether it is LoopTurns that says how often a path goes round a loop from
  /// here on, or the engine, which gives up after a few turns.
  void setLoopControl(clang::ento::AnalysisManager &Manager, bool IsOurs);

  /// What becomes of a call that is about to be evaluated.
  enum class Inlining {
    AsSet, ///< what the engine makes of it
    Deep,  ///< it is followed, however large and deep
    Short  ///< however large, but only as deep as the user has set
  };
  void setInlining(clang::ento::AnalysisManager &Manager, Inlining How);

  /// Whether no other checkers are on, so that nobody misses what is not
  /// explored.
  bool areOursAlone() const { return OursAlone; }

private:
  bool OursAlone = false;
  bool IsUnitSkipped = false;
  /// What the user has set.
  unsigned MaxBlockVisits = 0;
  unsigned MaxDepth = 0;
  unsigned MaxSize = 0;
  unsigned MaxTimesLarge = 0;
};

} // namespace kmdf

#endif // KMDF_ENGINE_ENGINEOPTIONS_H
