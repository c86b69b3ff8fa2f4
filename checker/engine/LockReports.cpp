//===-- LockReports.cpp - Violations become reports -------------*- C++ -*-===//
//
// Part of the KMDF checkers, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "LockReports.h"

#include "Compat.h"
#include "Frames.h"
#include "GuessedPaths.h"
#include "LockHistory.h"
#include "MessageText.h"
#include "PathFeasibility.h"
#include "SkippedRelease.h"
#include "SourceNames.h"
#include "TimeoutMistake.h"

using namespace clang;
using namespace ento;
using namespace kmdf;

static constexpr llvm::StringLiteral Category = "KMDF locking";

/// The shortest of so many paths to a mistake is shown. Of so many it is found
/// out that they cannot be, before it is left open.
static constexpr unsigned MaxPathsShown = 50, MaxPathsRefuted = 50;

void LockReports::enable(kmdf_rule Rule, CheckerNameRef Checker) {
  BugTypes[Rule] = std::make_unique<BugType>(
      Checker, kmdf_get_rule(Rule)->bug_name, Category);
}

namespace {
/// A report of what is wrong where a function ends. Where it has no return
/// statement the engine would show its last statement; it is the brace after it
/// that ends the function.
class EndReport : public PathSensitiveBugReport {
public:
  /// A leak is the acquire's: however the function is left, it is one report.
  EndReport(const BugType &Type, StringRef Message, const ExplodedNode *Node,
            const Breach &What, const PastCall &Acquire,
            const SourceManager &Sources)
      : PathSensitiveBugReport(Type, Message, Node,
                               PathDiagnosticLocation::createBegin(
                                   Acquire.Call, Sources, Acquire.Frame),
                               Acquire.Frame->getDecl()) {
    setClosingBrace(What, Sources);
  }

  EndReport(const BugType &Type, StringRef Message, const ExplodedNode *Node,
            const Breach &What, const SourceManager &Sources)
      : PathSensitiveBugReport(Type, Message, Node) {
    setClosingBrace(What, Sources);
  }

  PathDiagnosticLocation getLocation() const override {
    return ClosingBrace.isValid() ? ClosingBrace
                                  : PathSensitiveBugReport::getLocation();
  }

  ArrayRef<SourceRange> getRanges() const override {
    return ClosingBrace.isValid() ? ArrayRef<SourceRange>()
                                  : PathSensitiveBugReport::getRanges();
  }

private:
  void setClosingBrace(const Breach &What, const SourceManager &Sources) {
    if (What.isAtClosingBrace())
      ClosingBrace = PathDiagnosticLocation::createDeclEnd(
          getErrorNode()->getLocationContext(), Sources);
  }

  PathDiagnosticLocation ClosingBrace;
};
} // namespace

static std::string nameLock(const Breach &What, const PastCall &Earlier,
                            const StackFrameContext *Frame) {
  if (!What.Annotation.empty())
    return What.Annotation;
  return What.Call ? getLockName(What.Call, Frame)
                   : getLockName(Earlier.Call, Earlier.Frame);
}

static std::unique_ptr<PathSensitiveBugReport>
makeReport(const BugType &Type, StringRef Message, const ExplodedNode *Node,
           const Breach &What, const PastCall &Earlier,
           const SourceManager &Sources) {
  if (What.Call)
    return std::make_unique<PathSensitiveBugReport>(Type, Message, Node);
  if (What.Before.isHeld() && Earlier)
    return std::make_unique<EndReport>(Type, Message, Node, What, Earlier,
                                       Sources);
  return std::make_unique<EndReport>(Type, Message, Node, What, Sources);
}

void LockReports::report(ExplodedNode *Node, const Breach &What,
                         const UnitIndex &Index, Verdicts &Results) {
  kmdf_rule Rule = kmdf_broken_rule(What.Before.Family, What.Violation);
  if (Rule == KMDF_RULE_COUNT || !isEnabled(Rule))
    return;

  const StackFrameContext *Frame = Node->getStackFrame();
  const StackFrameContext *Top = getTopFrame(Frame);
  const ASTContext &Context = Top->getDecl()->getASTContext();
  const StackFrameContext *Owner = getCallbackFrame(Frame, Index.getRoles());
  if (!Owner)
    Owner = Top;
  // Whoever holds the lock may not call what waits for it.
  if (What.Call && What.Before.isHeld() && What.Before.Owner)
    Owner = What.Before.Owner;

  // The node has what came of it already.
  const ExplodedNode *Before = Node->getFirstPred();
  PastCall Earlier = findLastChange(Before, What.Handle);
  std::string Function = getFunctionName(Owner->getDecl(), Index.getRoles());
  std::string Lock = nameLock(What, Earlier, Frame);
  if (auto Why = getGuess(Node, What.Handle, Lock)) {
    Results.addUnknown(Top->getDecl(), std::move(*Why));
    return;
  }
  // A helper that contradicts itself does so under each of its callers, and by
  // itself: one report. A callback that leaks a lock does so on many paths.
  Mistake Key(What.Violation, Lock,
              CallSite(What.Call ? What.Call : Earlier.Call, 0, 0),
              CallSite(Owner->getDecl()->getCanonicalDecl(), 0, 0));
  if (What.Call && Earlier) {
    const StackFrameContext *Common = getCommonFrame(Frame, Earlier.Frame);
    Key = Mistake(What.Violation, "", getSiteIn(Common, Frame, What.Call),
                  getSiteIn(Common, Earlier.Frame, Earlier.Call));
  }
  if (!isConfirmed(Key, Node, Results))
    return;
  std::string Message = getText(
      What.Violation, {Function.c_str(), What.Before.Family, Lock.c_str(), 0});

  std::unique_ptr<PathSensitiveBugReport> Report =
      makeReport(*BugTypes[Rule], Message, Node, What, Earlier,
                 Context.getSourceManager());
  if (auto Reason = getSilence(Rule, *Report, Context)) {
    addFacts({Rule,
              Function,
              Message,
              Report->getLocation().asLocation(),
              /*IsSuppressed=*/true,
              std::move(*Reason),
              {}});
    return;
  }
  if (const auto *Declaration = dyn_cast<FunctionDecl>(Owner->getDecl()))
    Results.addDefect(
        {Rule, Declaration->getCanonicalDecl(), Function, Message});

  const Decl *First =
      Reported.insert({std::move(Key), Top->getDecl()}).first->second;
  if (First != Top->getDecl())
    return;

  if (What.Before.isHeld() && Earlier)
    Report->addVisitor(makeSkippedReleaseVisitor(
        What.Handle, What.Before.Family, Lock, Index));
  if (!What.Before.isHeld())
    if (PastCall TimeOut = findTimeOut(Before, What.Handle))
      addTimeoutMistake(*Report, TimeOut.Call);
  Report->markInteresting(What.Handle);
  // Where only some ways out hold the lock, they may be the right ones.
  bool IsOwnAcquire = What.IsAtReturn && Earlier.Frame == Frame &&
                      What.Violation != KMDF_VIOLATION_ENDS_DIFFER;
  Pending.push_back({Rule, Function, std::move(Report), What.Handle,
                     What.Return, IsOwnAcquire ? Earlier.Call : nullptr});
}

/// Whether the path to \p Node is to be reported: it can be, and there are not
/// many like it already.
bool LockReports::isConfirmed(const Mistake &Key, const ExplodedNode *Node,
                              Verdicts &Results) {
  const Decl *Function = getTopFrame(Node->getStackFrame())->getDecl();
  Paths &Known = Seen[{Key, Function}];
  if (Known.Real >= MaxPathsShown)
    return false;
  if (Known.Impossible >= MaxPathsRefuted) {
    if (!Known.Real)
      Results.addUnknown(Function, "a mistake shows on many paths, and those "
                                   "that were looked at contradict themselves");
    return false;
  }
  bool CanBe = isFeasible(Node);
  ++(CanBe ? Known.Real : Known.Impossible);
  return CanBe;
}

std::optional<std::string>
LockReports::getSilence(kmdf_rule Rule, const PathSensitiveBugReport &Report,
                        const ASTContext &Context) {
  if (isSuppressed(Report, Context))
    return "";
  for (const PathDiagnosticLocation &Place :
       {Report.getLocation(), Report.getUniqueingLocation()})
    if (Place.isValid())
      if (auto Reason =
              Comments.find(Rule, Place.asLocation(),
                            Context.getSourceManager(), Context.getLangOpts()))
        return Reason;
  return std::nullopt;
}

/// One mistake shows on many paths, and under many callers.
void LockReports::addFacts(ReportFacts Next) {
  if (llvm::none_of(Facts, [&](const ReportFacts &Known) {
        return Known.Rule == Next.Rule && Known.Location == Next.Location &&
               Known.IsSuppressed == Next.IsSuppressed;
      }))
    Facts.push_back(std::move(Next));
}

void LockReports::emit(BugReporter &BR, const FunctionEnds &Ends) {
  for (PendingReport &Next : Pending) {
    if (Next.Acquire)
      addMissingRelease(*Next.Report, Next.Acquire, Next.Handle, Next.Return,
                        Ends);
    if (!Next.Report->getFixits().empty())
      addFacts({Next.Rule, std::move(Next.FunctionName),
                Next.Report->getDescription().str(),
                Next.Report->getLocation().asLocation(),
                /*IsSuppressed=*/false, "", Next.Report->getFixits().vec()});
    BR.emitReport(std::move(Next.Report));
  }
  Pending.clear();
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
