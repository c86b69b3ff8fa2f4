//===-- LockEvents.h - What happens to a lock on a path ---------*- C++ -*-===//
//
// Part of the KMDF checkers, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Sends events to the automaton of a lock (lock_automaton.h), keeps its state
// on the path, and hands what the event broke to LockReports.
//
//===----------------------------------------------------------------------===//

#ifndef KMDF_ENGINE_LOCKEVENTS_H
#define KMDF_ENGINE_LOCKEVENTS_H

#include "LockReports.h"
#include "LockState.h"
#include "UnitIndex.h"
#include "Verdicts.h"

#include "clang/StaticAnalyzer/Core/PathSensitive/CheckerContext.h"

namespace kmdf {

/// A call that does something to a lock.
struct LockUse {
  const clang::CallExpr *Call;
  clang::ento::SVal Handle;
  kmdf_lock_family Family;
};

class LockEvents {
public:
  LockEvents(clang::ento::CheckerContext &C, const UnitIndex &Index,
             Verdicts &Results, LockReports &Reports)
      : C(C), Index(Index), Results(Results), Reports(Reports) {}

  /// Goes on from \p From in \p State with \p Event having happened to the
  /// lock. Returns where the path is then; null if it is nowhere any more.
  clang::ento::ExplodedNode *send(const LockUse &Use,
                                  clang::ento::ExplodedNode *From,
                                  clang::ento::ProgramStateRef State,
                                  kmdf_lock_event Event, kmdf_note Note);

  /// The state in which nothing is known of any lock, for \p Reason.
  clang::ento::ProgramStateRef escapeAll(clang::ento::ProgramStateRef State,
                                         std::string Reason);

  /// Reports what was broken on the path to \p Node. Without a node the path
  /// has been there before.
  void report(clang::ento::ExplodedNode *Node, llvm::ArrayRef<Breach> Breaches);

private:
  TrackedLock getCurrent(const LockUse &Use, clang::ento::SymbolRef Handle,
                         clang::ento::ProgramStateRef State) const;

  clang::ento::CheckerContext &C;
  const UnitIndex &Index;
  Verdicts &Results;
  LockReports &Reports;
};

} // namespace kmdf

#endif // KMDF_ENGINE_LOCKEVENTS_H
