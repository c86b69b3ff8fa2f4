//===-- LoopRecords.h - What a path knows of its loops ----------*- C++ -*-===//
//
// Part of the KMDF checkers, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A path remembers of each loop that it is in how it has gone round so far.
//
//===----------------------------------------------------------------------===//

#ifndef KMDF_ENGINE_LOOPRECORDS_H
#define KMDF_ENGINE_LOOPRECORDS_H

#include "LoopNest.h"

#include "clang/StaticAnalyzer/Core/PathSensitive/ProgramState.h"

#include <tuple>

namespace kmdf {

/// A loop that a frame runs.
struct RunningLoop {
  const Loop *L;
  const clang::StackFrameContext *Frame;

  bool operator==(const RunningLoop &Other) const {
    return L == Other.L && Frame == Other.Frame;
  }
  bool operator<(const RunningLoop &Other) const {
    return std::tie(L, Frame) < std::tie(Other.L, Other.Frame);
  }
  void Profile(llvm::FoldingSetNodeID &ID) const {
    ID.AddPointer(L);
    ID.AddPointer(Frame);
  }
};

struct LoopRecord {
  enum class TurnKind {
    Own,     ///< the turn that follows the last
    General, ///< it stands for any turn that is to come
    Midway   ///< for any of those that the path skips: it ends with the turn
  };

  /// The turns that forked, before the first general one.
  unsigned ForkedTurns = 0;
  unsigned GeneralTurns = 0;
  TurnKind Kind = TurnKind::Own;

  bool operator==(const LoopRecord &Other) const {
    return ForkedTurns == Other.ForkedTurns &&
           GeneralTurns == Other.GeneralTurns && Kind == Other.Kind;
  }
  void Profile(llvm::FoldingSetNodeID &ID) const {
    ID.AddInteger(ForkedTurns);
    ID.AddInteger(GeneralTurns);
    ID.AddInteger(static_cast<unsigned>(Kind));
  }
};

/// Null if nothing is remembered of the loop.
const LoopRecord *getRecord(clang::ento::ProgramStateRef State,
                            const RunningLoop &Running);
clang::ento::ProgramStateRef setRecord(clang::ento::ProgramStateRef State,
                                       const RunningLoop &Running,
                                       const LoopRecord &Record);

/// Where the loop's counter with that number was when it became unknown. It has
/// moved on since. Null if that is not known.
const llvm::APSInt *getCounterBound(clang::ento::ProgramStateRef State,
                                    const RunningLoop &Running,
                                    unsigned Counter);
/// \p Bound is to live as long as the analysis.
clang::ento::ProgramStateRef setCounterBound(clang::ento::ProgramStateRef State,
                                             const RunningLoop &Running,
                                             unsigned Counter,
                                             const llvm::APSInt *Bound);

/// The state with nothing remembered of the loop.
clang::ento::ProgramStateRef forgetLoop(clang::ento::ProgramStateRef State,
                                        const RunningLoop &Running);

/// The state with nothing remembered of the loops that \p Frame runs.
clang::ento::ProgramStateRef forgetLoops(clang::ento::ProgramStateRef State,
                                         const clang::StackFrameContext *Frame);

} // namespace kmdf

#endif // KMDF_ENGINE_LOOPRECORDS_H
