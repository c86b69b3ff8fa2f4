//===-- LockReports.h - Violations become reports ---------------*- C++ -*-===//
//
// Part of the KMDF checkers, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Turns what the automaton calls a violation into a report of clang's, if the
// rule that it breaks is on, and makes the notes along its path. Of one mistake
// there is one report, whatever the number of paths and of callers it shows on.
//
//===----------------------------------------------------------------------===//

#ifndef KMDF_ENGINE_LOCKREPORTS_H
#define KMDF_ENGINE_LOCKREPORTS_H

#include "LockState.h"
#include "Verdicts.h"
#include "messages.h"
#include "rules.h"

#include "clang/StaticAnalyzer/Core/BugReporter/BugType.h"
#include "clang/StaticAnalyzer/Core/PathSensitive/CheckerContext.h"

#include <array>
#include <map>
#include <memory>

namespace kmdf {

/// A violation on a path.
struct Breach {
  kmdf_violation Violation;
  clang::ento::SymbolRef Handle;
  /// What the path knew of the lock before.
  TrackedLock Before;
  /// The call that broke the rule. Null where a return or the death of the
  /// handle did.
  const clang::CallExpr *Call;
  /// The function ends without a return statement.
  bool IsAtClosingBrace;
};

class LockReports {
public:
  void enable(kmdf_rule Rule, clang::ento::CheckerNameRef Checker);
  bool isEnabled(kmdf_rule Rule) const { return BugTypes[Rule] != nullptr; }

  /// Reports what happened on the path to \p Node.
  void report(clang::ento::CheckerContext &C, clang::ento::ExplodedNode *Node,
              const Breach &What, const UnitIndex &Index, Verdicts &Results);

  /// A note for reports that are about the lock \p Handle.
  static const clang::ento::NoteTag *makeNote(clang::ento::CheckerContext &C,
                                              kmdf_note Note,
                                              clang::ento::SymbolRef Handle,
                                              const clang::CallExpr *Call);

private:
  /// What makes two reports one: the kind of violation, where it happens, and
  /// the place or function that it contradicts.
  using Mistake = std::tuple<kmdf_violation, const void *, const void *>;

  std::array<std::unique_ptr<clang::ento::BugType>, KMDF_RULE_COUNT> BugTypes;
  /// The function under whose analysis a mistake was reported first.
  std::map<Mistake, const clang::Decl *> Reported;
};

} // namespace kmdf

#endif // KMDF_ENGINE_LOCKREPORTS_H
