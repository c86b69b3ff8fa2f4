//===-- TimeoutMistake.cpp - A time-out taken for success -------*- C++ -*-===//
//
// Part of the KMDF checkers, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "TimeoutMistake.h"

#include "Compat.h"
#include "MessageText.h"
#include "NamedPlaces.h"
#include "NtStatus.h"

#include "clang/AST/Expr.h"
#include "clang/AST/ParentMap.h"
#include "clang/Analysis/CFG.h"
#include "clang/Basic/SourceManager.h"
#include "clang/Lex/Lexer.h"
#include "clang/StaticAnalyzer/Core/BugReporter/BugReporter.h"

using namespace clang;
using namespace ento;
using namespace kmdf;

namespace {
/// Adds the note, on whichever path the report is shown.
class TimeoutMistakeVisitor : public BugReporterVisitor {
public:
  explicit TimeoutMistakeVisitor(const CallExpr *Acquire) : Acquire(Acquire) {}

  void Profile(llvm::FoldingSetNodeID &ID) const override {
    static const char Tag = 0;
    ID.AddPointer(&Tag);
    ID.AddPointer(Acquire);
  }

  PathDiagnosticPieceRef VisitNode(const ExplodedNode *N,
                                   BugReporterContext &BRC,
                                   PathSensitiveBugReport &) override;

private:
  const CallExpr *Acquire;
  bool IsDone = false;
};
} // namespace

/// What \p Condition compares with 0, as NT_SUCCESS does. Null if it does not.
static const Expr *getTestedStatus(const Expr *Condition) {
  const auto *Comparison =
      dyn_cast<BinaryOperator>(Condition->IgnoreParenImpCasts());
  if (!Comparison || Comparison->getOpcode() != BO_GE)
    return nullptr;
  const auto *Zero =
      dyn_cast<IntegerLiteral>(Comparison->getRHS()->IgnoreParenImpCasts());
  return Zero && Zero->getValue() == 0
             ? Comparison->getLHS()->IgnoreParenCasts()
             : nullptr;
}

/// The comparison by which the path of \p N, which passes \p Edge, took a
/// time-out for success. Null if it did not.
static const Expr *getMistake(const ExplodedNode *N, const BlockEdge &Edge) {
  const Expr *Condition = Edge.getSrc()->getLastCondition();
  if (!Condition || Edge.getSrc()->succ_size() != 2)
    return nullptr;
  const Expr *Plain = Condition->IgnoreParenImpCasts();
  bool IsTrue = *Edge.getSrc()->succ_begin() == Edge.getDst();
  while (const auto *Not = dyn_cast<UnaryOperator>(Plain)) {
    if (Not->getOpcode() != UO_LNot)
      break;
    IsTrue = !IsTrue;
    Plain = Not->getSubExpr()->IgnoreParenImpCasts();
  }
  const Expr *Status = getTestedStatus(Plain);
  if (!Status || !IsTrue)
    return nullptr;
  // Behind its last use, the path forgets a value.
  const ExplodedNode *Known = N;
  auto getValue = [&] {
    return evaluateAgain(Status, Known->getState(), N->getLocationContext());
  };
  while (getValue().isUnknownOrUndef() && Known->getFirstPred() &&
         !Known->getFirstPred()->getLocationAs<BlockEdge>())
    Known = Known->getFirstPred();
  auto Number = getValue().getAs<nonloc::ConcreteInt>();
  return Number && *getNumber(*Number) == StatusTimeout ? Plain : nullptr;
}

/// Whether every path to the end of \p Block passes the acquire.
static bool isBehindAcquire(const CFGBlock *Block, const CallExpr *Acquire) {
  return llvm::any_of(*Block, [&](const CFGElement &Element) {
    auto Statement = Element.getAs<CFGStmt>();
    return Statement && Statement->getStmt() == Acquire;
  });
}

/// The hint to write `status == STATUS_SUCCESS` instead of
/// `NT_SUCCESS(status)`, which is what \p Comparison is an expansion of. None
/// if it is something else.
static std::optional<FixItHint> getMend(const Expr *Comparison,
                                        const ParentMap &Parents,
                                        const SourceManager &Sources,
                                        const LangOptions &Language) {
  SourceLocation Begin = Comparison->getBeginLoc();
  if (!Begin.isMacroID() ||
      Lexer::getImmediateMacroName(Begin, Sources, Language) != "NT_SUCCESS" ||
      Sources.getImmediateMacroCallerLoc(Begin).isMacroID())
    return std::nullopt;
  CharSourceRange Call = Sources.getExpansionRange(Begin);
  StringRef Text = Lexer::getSourceText(Call, Sources, Language);
  size_t Open = Text.find('(');
  if (Open == StringRef::npos || !Text.consume_back(")"))
    return std::nullopt;
  StringRef Status = Text.substr(Open + 1).trim();
  bool IsAssignment = Status.contains('=');
  std::string Mended = (IsAssignment ? "(" : "") + Status.str() +
                       (IsAssignment ? ")" : "") + " == STATUS_SUCCESS";
  const Stmt *User = Parents.getParentIgnoreParens(Comparison);
  while (User && isa<ImplicitCastExpr>(User))
    User = Parents.getParentIgnoreParens(User);
  if (isa_and_nonnull<UnaryOperator>(User))
    Mended = "(" + Mended + ")";
  return FixItHint::CreateReplacement(Call, Mended);
}

/// Whether \p N is where the path evaluates \p Call.
static bool isAt(const ExplodedNode *N, const CallExpr *Call) {
  auto Point = N->getLocationAs<StmtPoint>();
  return Point && Point->getStmt() == Call;
}

PathDiagnosticPieceRef
TimeoutMistakeVisitor::VisitNode(const ExplodedNode *N, BugReporterContext &BRC,
                                 PathSensitiveBugReport &) {
  // The path is walked backwards, from the mistake's effect to the acquire.
  IsDone |= isAt(N, Acquire);
  auto Edge = N->getLocationAs<BlockEdge>();
  const Expr *Comparison = !IsDone && Edge ? getMistake(N, *Edge) : nullptr;
  if (!Comparison)
    return nullptr;
  return std::make_shared<PathDiagnosticEventPiece>(
      PathDiagnosticLocation(Comparison, BRC.getSourceManager(),
                             N->getLocationContext()),
      getText(KMDF_NOTE_TIMEOUT_TAKEN_FOR_SUCCESS,
              {"", KMDF_FAMILY_COUNT, "", 0}),
      /*addPosRange=*/true);
}

void kmdf::addTimeoutMistake(PathSensitiveBugReport &Report,
                             const CallExpr *Acquire) {
  Report.addVisitor(std::make_unique<TimeoutMistakeVisitor>(Acquire));
  for (const ExplodedNode *N = Report.getErrorNode(); N && !isAt(N, Acquire);
       N = N->getFirstPred()) {
    auto Edge = N->getLocationAs<BlockEdge>();
    if (!Edge || !isBehindAcquire(Edge->getSrc(), Acquire))
      continue;
    const Expr *Comparison = getMistake(N, *Edge);
    if (!Comparison)
      continue;
    const LocationContext *LCtx = N->getLocationContext();
    const ASTContext &Context = LCtx->getDecl()->getASTContext();
    if (auto Mend = getMend(Comparison, LCtx->getParentMap(),
                            Context.getSourceManager(), Context.getLangOpts()))
      Report.addFixItHint(*Mend);
    return;
  }
}
