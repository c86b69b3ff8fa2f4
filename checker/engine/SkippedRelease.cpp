//===-- SkippedRelease.cpp - What made the release not happen ---*- C++ -*-===//
//
// Part of the KMDF checkers, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "SkippedRelease.h"

#include "FrameworkCalls.h"
#include "LockState.h"
#include "MessageText.h"
#include "SourceNames.h"

#include "clang/AST/ExprCXX.h"
#include "clang/Analysis/CFG.h"
#include "clang/Basic/SourceManager.h"
#include "clang/StaticAnalyzer/Core/BugReporter/BugReporter.h"
#include "llvm/ADT/DenseSet.h"
#include "llvm/ADT/SmallVector.h"

using namespace clang;
using namespace ento;
using namespace kmdf;

/// The variable or field that a handle is read from, or null.
static const ValueDecl *getHandleDecl(const Expr *Handle) {
  Handle = Handle->IgnoreParenCasts();
  if (const auto *Member = dyn_cast<MemberExpr>(Handle))
    return Member->getMemberDecl();
  if (const auto *Reference = dyn_cast<DeclRefExpr>(Handle))
    return Reference->getDecl();
  return nullptr;
}

/// The variable or field that the handle came from, or null.
static const ValueDecl *getHandleDecl(SymbolRef Handle) {
  const auto *Place = dyn_cast_or_null<DeclRegion>(Handle->getOriginRegion());
  return Place ? Place->getDecl() : nullptr;
}

namespace {
class SkippedReleaseVisitor : public BugReporterVisitor {
public:
  SkippedReleaseVisitor(SymbolRef Handle, kmdf_lock_family Family,
                        std::string LockName, const UnitIndex &Index)
      : Handle(Handle), Family(Family), LockName(std::move(LockName)),
        Index(Index) {}

  void Profile(llvm::FoldingSetNodeID &ID) const override {
    static const char Tag = 0;
    ID.AddPointer(&Tag);
    ID.AddPointer(Handle);
  }

  PathDiagnosticPieceRef VisitNode(const ExplodedNode *N,
                                   BugReporterContext &BRC,
                                   PathSensitiveBugReport &) override;

private:
  const CallExpr *findRelease(const CFGBlock *Start,
                              const StackFrameContext *Frame) const;
  bool mayRelease(const CallExpr *Call, const StackFrameContext *Frame) const;

  SymbolRef Handle;
  kmdf_lock_family Family;
  std::string LockName;
  const UnitIndex &Index;
  bool WasHeld = false;
  bool IsDone = false;
};
} // namespace

/// Whether a call that \p Frame makes releases the lock, as far as the source
/// tells.
bool SkippedReleaseVisitor::mayRelease(const CallExpr *Call,
                                       const StackFrameContext *Frame) const {
  const FunctionDecl *Callee = Call->getDirectCallee();
  if (!Callee)
    return false;
  const kmdf_ddi *Ddi = getDdi(Callee);
  if (!Ddi)
    return Index.canReachRelease(Callee);
  if (Ddi->effect != KMDF_DDI_RELEASE || Ddi->family != Family)
    return false;
  const ValueDecl *Held = getHandleDecl(Handle);
  return (Held && Held == getHandleDecl(Call->getArg(Ddi->lock_param))) ||
         getLockName(Call, Frame) == LockName;
}

/// The nearest release of the lock that can be reached from \p Start.
const CallExpr *
SkippedReleaseVisitor::findRelease(const CFGBlock *Start,
                                   const StackFrameContext *Frame) const {
  llvm::SmallVector<const CFGBlock *, 16> Queue{Start};
  llvm::DenseSet<const CFGBlock *> Seen{Start};
  for (size_t I = 0; I < Queue.size(); ++I) {
    for (const CFGElement &Element : *Queue[I])
      if (auto Statement = Element.getAs<CFGStmt>())
        if (const auto *Call = dyn_cast<CallExpr>(Statement->getStmt()))
          if (mayRelease(Call, Frame))
            return Call;
    for (const CFGBlock::AdjacentBlock &Next : Queue[I]->succs())
      if (Next.isReachable() && Seen.insert(Next).second)
        Queue.push_back(Next);
  }
  return nullptr;
}

PathDiagnosticPieceRef
SkippedReleaseVisitor::VisitNode(const ExplodedNode *N, BugReporterContext &BRC,
                                 PathSensitiveBugReport &) {
  if (IsDone)
    return nullptr;
  // The path is walked backwards, from the leak to the acquire.
  const TrackedLock *Lock = getLock(N->getState(), Handle);
  bool IsHeld = Lock && Lock->isHeld();
  IsDone = WasHeld && !IsHeld;
  WasHeld |= IsHeld;
  if (!IsHeld)
    return nullptr;
  auto Edge = N->getLocationAs<BlockEdge>();
  if (!Edge)
    return nullptr;
  const Stmt *Branch = Edge->getSrc()->getTerminatorStmt();
  const StackFrameContext *Frame = N->getStackFrame();
  if (!Branch || findRelease(Edge->getDst(), Frame))
    return nullptr;
  for (const CFGBlock::AdjacentBlock &Other : Edge->getSrc()->succs()) {
    const CFGBlock *Block = Other.getReachableBlock();
    const CallExpr *Release =
        Block && Block != Edge->getDst() ? findRelease(Block, Frame) : nullptr;
    if (!Release)
      continue;
    IsDone = true;
    const SourceManager &Sources = BRC.getSourceManager();
    std::string Text =
        getText(KMDF_NOTE_RELEASE_SKIPPED,
                {"", KMDF_FAMILY_COUNT, LockName.c_str(),
                 Sources.getExpansionLineNumber(Release->getBeginLoc())});
    return std::make_shared<PathDiagnosticEventPiece>(
        PathDiagnosticLocation(Branch, Sources, N->getLocationContext()), Text,
        /*addPosRange=*/true);
  }
  return nullptr;
}

std::unique_ptr<BugReporterVisitor>
kmdf::makeSkippedReleaseVisitor(SymbolRef Handle, kmdf_lock_family Family,
                                std::string LockName, const UnitIndex &Index) {
  return std::make_unique<SkippedReleaseVisitor>(Handle, Family,
                                                 std::move(LockName), Index);
}
