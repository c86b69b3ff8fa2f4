//===-- LoopTurns.cpp - How often a path goes round a loop ------*- C++ -*-===//
//
// Part of the KMDF checkers, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "LoopTurns.h"

#include "GraphSize.h"
#include "PaceBranch.h"
#include "ReachedBlocks.h"

using namespace clang;
using namespace ento;
using namespace kmdf;

/// To find out which values nobody reads any more is not worth while before the
/// engine has made as many nodes.
static constexpr unsigned MinNodesToForget = 300;

void LoopTurns::reset() {
  Nests.clear();
  Deciding.clear();
  Dead.clear();
  Ended.clear();
  Left.clear();
}

const LoopNest &LoopTurns::getNest(const LocationContext *LCtx) {
  std::unique_ptr<LoopNest> &Nest = Nests[LCtx->getCFG()];
  if (!Nest)
    Nest = std::make_unique<LoopNest>(*LCtx->getCFG(),
                                      LCtx->getDecl()->getASTContext());
  return *Nest;
}

const DecidingVariables &
LoopTurns::getDecidingVariables(const LocationContext *LCtx) {
  std::unique_ptr<DecidingVariables> &Variables = Deciding[LCtx->getDecl()];
  if (!Variables)
    Variables = std::make_unique<DecidingVariables>(LCtx->getDecl());
  return *Variables;
}

const DeadVariables &LoopTurns::getDeadVariables(const LocationContext *LCtx) {
  std::unique_ptr<DeadVariables> &Variables = Dead[LCtx->getDecl()];
  if (!Variables)
    Variables =
        std::make_unique<DeadVariables>(*LCtx->getAnalysisDeclContext());
  return *Variables;
}

bool LoopTurns::checkBranch(const Expr *Condition, const UnitIndex &Index,
                            CheckerContext &C) {
  const LocationContext *LCtx = C.getLocationContext();
  const LoopNest &Nest = getNest(LCtx);
  const CFGBlock *Block = Nest.getBlock(C.getBlockID());
  ProgramStateRef State = C.getState();
  if (getGraphSize(State) > MinNodesToForget)
    State = getDeadVariables(LCtx).forget(State, Block, LCtx);
  const Loop *L = Nest.getInnermost(Block);
  if (!L || L->getPace() != Block) {
    C.addTransition(State);
    return true;
  }
  PaceBranch Branch(C, std::move(State), Condition, *L, Index,
                    getDecidingVariables(LCtx));
  PaceBranch::Outcome What = Branch.check();
  if (Branch.isWayOut())
    Left.insert(L);
  else if (What == PaceBranch::Outcome::HasEnd)
    Ended.insert(L);
  return What != PaceBranch::Outcome::IsCut;
}

bool LoopTurns::hideCode(const ExplodedGraph &Graph) const {
  std::optional<ReachedBlocks> Reached;
  for (const Loop *L : Ended) {
    if (Left.contains(L))
      continue;
    if (!Reached)
      Reached.emplace(Graph);
    if (L->hidesExit(
            [&](const CFGBlock *Block) { return Reached->contains(Block); }))
      return true;
  }
  return false;
}
