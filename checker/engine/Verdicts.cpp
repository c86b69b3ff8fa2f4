//===-- Verdicts.cpp - What is known of each callback -----------*- C++ -*-===//
//
// Part of the KMDF checkers, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Verdicts.h"

#include "Compat.h"
#include "LockState.h"
#include "ReachedBlocks.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"

using namespace clang;
using namespace ento;
using namespace kmdf;

void Verdicts::addDefect(Defect D) {
  auto IsSame = [&](const Defect &Known) {
    return Known.Rule == D.Rule && Known.Function == D.Function &&
           Known.Message == D.Message;
  };
  if (llvm::none_of(Defects, IsSame))
    Defects.push_back(std::move(D));
}

static void addReason(llvm::SmallVectorImpl<std::string> &Reasons,
                      std::string Reason) {
  if (!llvm::is_contained(Reasons, Reason))
    Reasons.push_back(std::move(Reason));
}

void Verdicts::addUnknown(const Decl *Root, std::string Reason) {
  addReason(Unknowns[Root->getCanonicalDecl()], std::move(Reason));
}

void Verdicts::addUnfinished(const Decl *Root, std::string Reason) {
  addReason(Unfinished[Root->getCanonicalDecl()], std::move(Reason));
}

/// Whether the path of \p Cut, which the engine ended for it came to a block
/// too often, had the same locks when it came there before: then another turn
/// of the loop changes nothing for them.
static bool isTurnNeutral(const BlockEdge &Edge, const ExplodedNode *Cut) {
  const CFGBlock *Block = Edge.getDst();
  const LocationContext *Frame = Edge.getLocationContext();
  for (const ExplodedNode *N = Cut->getFirstPred(); N; N = N->getFirstPred()) {
    auto Earlier = N->getLocationAs<BlockEntrance>();
    if (Earlier && Earlier->getBlock() == Block &&
        Earlier->getLocationContext() == Frame)
      return haveSameLocks(N->getState(), Cut->getState());
  }
  return false;
}

void Verdicts::addAnalysed(ExplodedGraph &Graph, ExprEngine &Engine) {
  const Decl *Function = getRoot(Graph)->getLocationContext()->getDecl();
  Analysed.insert(Function->getCanonicalDecl());
  if (!Engine.hasEmptyWorkList())
    addUnfinished(Function, "the analyzer's budget of nodes ran out");
  if (!Engine.wasBlocksExhausted())
    return;
  ReachedBlocks Reached(Graph);
  for (const auto &[Edge, Cut] : getCutBlocks(Engine.getCoreEngine()))
    if (!isTurnNeutral(Edge, Cut) || !Reached.containAllFrom(Edge.getDst())) {
      addUnfinished(Function, "a loop was cut");
      return;
    }
}

VerdictAndReason Verdicts::get(const FunctionDecl *Function, kmdf_rule Rule,
                               const UnitIndex &Index) const {
  Function = Function->getCanonicalDecl();
  for (const Defect &D : Defects)
    if (D.Rule == Rule && D.Function == Function)
      return {Verdict::Defect, D.Message};

  auto Unknown = Unknowns.find(Function);
  // Where there is nothing to judge, it does not matter how far it was judged.
  if (!Index.canReachLockCall(Function) && Unknown == Unknowns.end())
    return {Verdict::NotApplicable, "no lock operation is reachable"};
  if (!Analysed.contains(Function))
    return {Verdict::Inconclusive, "the analyzer did not analyze the function"};
  llvm::SmallVector<std::string, 4> Reasons;
  if (Unknown != Unknowns.end())
    Reasons.append(Unknown->second.begin(), Unknown->second.end());
  auto Cut = Unfinished.find(Function);
  if (Cut != Unfinished.end())
    Reasons.append(Cut->second.begin(), Cut->second.end());
  if (Reasons.empty())
    return {Verdict::Pass, ""};
  return {Verdict::Inconclusive, llvm::join(Reasons, "; ")};
}

StringRef kmdf::getVerdictName(Verdict Kind) {
  switch (Kind) {
  case Verdict::Pass:
    return "pass";
  case Verdict::Defect:
    return "defect";
  case Verdict::Inconclusive:
    return "inconclusive";
  case Verdict::NotApplicable:
    return "not-applicable";
  }
  llvm_unreachable("no such verdict");
}
