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

#include "Frames.h"
#include "LockState.h"
#include "MissingRelease.h"
#include "SilencingComments.h"
#include "Verdicts.h"
#include "messages.h"
#include "rules.h"

#include "clang/StaticAnalyzer/Core/BugReporter/BugType.h"
#include "clang/StaticAnalyzer/Core/PathSensitive/CheckerContext.h"

#include <array>
#include <map>
#include <memory>
#include <vector>

namespace kmdf {

/// A violation on a path.
struct Breach {
  kmdf_violation Violation;
  clang::ento::SymbolRef Handle;
  /// What the path knew of the lock before.
  TrackedLock Before;
  /// The call that broke the rule. Null where a return or the death of the
  /// handle did.
  const clang::CallExpr *Call = nullptr;
  /// The return; null where the function ends without one.
  const clang::ReturnStmt *Return = nullptr;
  /// It is the end of the function that broke the rule.
  bool IsAtReturn = false;
  /// What an annotation calls the lock. Empty if no annotation was broken.
  std::string Annotation = "";

  bool isAtClosingBrace() const { return IsAtReturn && !Return; }
};

/// What clang's own output has no place for: a report that the source silences,
/// and the fix-it hints of one that it does not.
struct ReportFacts {
  kmdf_rule Rule;
  std::string FunctionName;
  std::string Message;
  clang::SourceLocation Location;
  bool IsSuppressed;
  /// Why it is silenced, as far as the source says.
  std::string Reason;
  std::vector<clang::FixItHint> Fixes;
};

class LockReports {
public:
  void enable(kmdf_rule Rule, clang::ento::CheckerNameRef Checker);
  bool isEnabled(kmdf_rule Rule) const { return BugTypes[Rule] != nullptr; }

  /// Takes down what happened on the path to \p Node.
  void report(clang::ento::ExplodedNode *Node, const Breach &What,
              const UnitIndex &Index, Verdicts &Results);

  /// Hands the reports of the function that was analysed to clang. \p Ends are
  /// its ends.
  void emit(clang::ento::BugReporter &BR, const FunctionEnds &Ends);

  const std::vector<ReportFacts> &getFacts() const { return Facts; }

  SilencingComments &getComments() { return Comments; }

  /// A note for reports that are about the lock \p Handle.
  static const clang::ento::NoteTag *makeNote(clang::ento::CheckerContext &C,
                                              kmdf_note Note,
                                              clang::ento::SymbolRef Handle,
                                              const clang::CallExpr *Call);

private:
  /// What makes two reports one: the kind of violation, and two calls that
  /// contradict each other, as the innermost function has them that runs both.
  /// Where there are no two, the lock's name, the place and the function.
  using Mistake = std::tuple<kmdf_violation, std::string, CallSite, CallSite>;

  std::array<std::unique_ptr<clang::ento::BugType>, KMDF_RULE_COUNT> BugTypes;
  /// The function under whose analysis a mistake was reported first.
  std::map<Mistake, const clang::Decl *> Reported;
  /// The paths that were found to lead to a mistake in a function, and those
  /// that seemed to and cannot be.
  struct Paths {
    unsigned Real = 0, Impossible = 0;
  };
  std::map<std::pair<Mistake, const clang::Decl *>, Paths> Seen;
  std::vector<ReportFacts> Facts;
  SilencingComments Comments;

  bool isConfirmed(const Mistake &Key, const clang::ento::ExplodedNode *Node,
                   Verdicts &Results);
  void addFacts(ReportFacts Next);

  /// Why the source silences \p Report, which breaks \p Rule: "" for an
  /// attribute, nothing if it does not.
  std::optional<std::string>
  getSilence(kmdf_rule Rule, const clang::ento::PathSensitiveBugReport &Report,
             const clang::ASTContext &Context);

  struct PendingReport {
    kmdf_rule Rule;
    std::string FunctionName;
    std::unique_ptr<clang::ento::PathSensitiveBugReport> Report;
    clang::ento::SymbolRef Handle;
    const clang::ReturnStmt *Return;
    /// The acquire, if the function that ends made it and left the lock held.
    const clang::CallExpr *Acquire;
  };
  std::vector<PendingReport> Pending;
};

} // namespace kmdf

#endif // KMDF_ENGINE_LOCKREPORTS_H
