//===-- LockReports.cpp - Violations become reports -------------*- C++ -*-===//
//
// Part of the KMDF checkers, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "LockReports.h"

#include "Frames.h"
#include "MessageText.h"
#include "SkippedRelease.h"
#include "SourceNames.h"

using namespace clang;
using namespace ento;
using namespace kmdf;

static constexpr llvm::StringLiteral Category = "KMDF locking";

void LockReports::enable(kmdf_rule Rule, CheckerNameRef Checker) {
  BugTypes[Rule] = std::make_unique<BugType>(
      Checker, kmdf_get_rule(Rule)->bug_name, Category);
}

void LockReports::report(CheckerContext &C, ExplodedNode *Node,
                         kmdf_violation Violation, SymbolRef Handle,
                         const TrackedLock &Before, const CallExpr *At,
                         const UnitIndex &Index, Verdicts &Results) {
  kmdf_rule Rule = kmdf_broken_rule(Before.Family, Violation);
  if (Rule == KMDF_RULE_COUNT || !isEnabled(Rule))
    return;

  const StackFrameContext *Frame = C.getStackFrame();
  const StackFrameContext *Top = getTopFrame(Frame);
  const StackFrameContext *Owner = getCallbackFrame(Frame, Index.getRoles());
  if (!Owner)
    Owner = Top;

  // A helper that contradicts itself does so under each of its callers, and by
  // itself; a callback that leaks a lock does so on many paths.
  const void *Place = At ? At : Before.Site;
  const void *Contradicts = At && Before.Site
                                ? static_cast<const void *>(Before.Site)
                                : Owner->getDecl()->getCanonicalDecl();
  auto [Entry, IsNew] =
      Reported.insert({{Violation, Place, Contradicts}, Top->getDecl()});
  if (Entry->second != Top->getDecl())
    return;

  std::string Function = getFunctionName(Owner->getDecl(), Index.getRoles());
  std::string Lock =
      At ? getLockName(At, Frame) : getLockName(Before.Site, Before.Frame);
  std::string Message =
      getText(Violation, {Function.c_str(), Before.Family, Lock.c_str(), 0});
  if (IsNew)
    if (const auto *Declaration = dyn_cast<FunctionDecl>(Owner->getDecl()))
      Results.addDefect(
          {Rule, Declaration->getCanonicalDecl(), Function, Message});

  // A leak is the acquire's: however the function is left, it is one report.
  std::unique_ptr<PathSensitiveBugReport> Report;
  if (At) {
    Report = std::make_unique<PathSensitiveBugReport>(*BugTypes[Rule], Message,
                                                      Node);
  } else {
    Report = std::make_unique<PathSensitiveBugReport>(
        *BugTypes[Rule], Message, Node,
        PathDiagnosticLocation::createBegin(Before.Site, C.getSourceManager(),
                                            Before.Frame),
        Before.Frame->getDecl());
    Report->addVisitor(
        makeSkippedReleaseVisitor(Handle, Before.Site, Lock, Index));
  }
  Report->markInteresting(Handle);
  C.emitReport(std::move(Report));
}

const NoteTag *LockReports::makeNote(CheckerContext &C, kmdf_note Note,
                                     SymbolRef Handle, const CallExpr *Call) {
  const StackFrameContext *Frame = C.getStackFrame();
  return C.getNoteTag([=](PathSensitiveBugReport &Report) -> std::string {
    if (Report.getBugType().getCategory() != Category ||
        !Report.isInteresting(Handle))
      return "";
    std::string Lock = getLockName(Call, Frame);
    return getText(Note, {"", KMDF_FAMILY_COUNT, Lock.c_str(), 0});
  });
}
