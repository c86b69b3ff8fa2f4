//===-- EngineOptions.cpp - What the rules need of the engine ---*- C++ -*-===//
//
// Part of the KMDF checkers, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "EngineOptions.h"

#include "Compat.h"
#include "rules.h"

#include "clang/AST/ASTContext.h"
#include "clang/AST/Expr.h"
#include "clang/AST/Stmt.h"
#include "llvm/ADT/STLExtras.h"

#include <algorithm>
#include <limits>

using namespace clang;
using namespace ento;
using namespace kmdf;

static constexpr unsigned Unlimited = std::numeric_limits<unsigned>::max();

/// How deep functions may call each other that take locks. Deeper ones are more
/// than a path has nodes for.
static constexpr unsigned DeepestCall = 40;

/// The nodes that the engine makes of one function where nobody says otherwise
/// (AnalyzerOptions.def, max-nodes), and those that it may make here: a proof
/// is worth a few seconds.
static constexpr unsigned DefaultNodes = 225000;
static constexpr unsigned NodesForLocks = 1000000;

/// Functions with fewer do not need so many: the engine clears memory for all
/// of them before each function.
static constexpr unsigned ManyBranches = 8;

static bool isOurs(StringRef Checker) {
  constexpr llvm::StringLiteral Package = KMDF_PACKAGE;
  return Checker.substr(0, Package.size()) == Package;
}

void EngineOptions::prepare(AnalysisManager &Manager, const UnitIndex &Index) {
  const AnalyzerOptions &Options = Manager.options;
  OursAlone = llvm::all_of(Options.CheckersAndPackages, [](const auto &Entry) {
    const auto &[Checker, IsOn] = Entry;
    return !IsOn || isOurs(Checker);
  });
  MaxBlockVisits = Options.maxBlockVisitOnPath;
  MaxDepth = Options.InlineMaxStackDepth;
  MaxSize = Options.MaxInlinableSize;
  MaxTimesLarge = Options.MaxTimesInlineLarge;
  addLoopConditions(Manager.getASTContext(), Index);
  // The engine does not analyse by itself what it has inlined somewhere. Where
  // a callback was inlined, it was so with the caller's arguments and locks.
  if (Index.mustAnalyseCallees())
    Manager.options.InliningMode = All;
  runForeignFunctions(Manager.options);
  if (Options.MaxNodesPerTopLevelFunction == DefaultNodes &&
      Index.hasManyBranches(ManyBranches))
    Manager.options.MaxNodesPerTopLevelFunction = NodesForLocks;
}

/// What -analyze-function has where no function is meant. None is called so.
static constexpr llvm::StringLiteral NoFunction = "<none>";

void EngineOptions::skipUnit(AnalysisManager &Manager) {
  if (!Manager.options.AnalyzeSpecificFunction.empty())
    return;
  Manager.options.AnalyzeSpecificFunction = NoFunction.str();
  IsUnitSkipped = true;
}

void EngineOptions::endUnit(AnalysisManager &Manager) {
  // Whoever asks for a function by name is told if there is none.
  if (IsUnitSkipped)
    Manager.options.AnalyzeSpecificFunction.clear();
  IsUnitSkipped = false;
}

void EngineOptions::addLoopConditions(ASTContext &Context,
                                      const UnitIndex &Index) {
  llvm::APInt One(Context.getTypeSize(Context.IntTy), 1);
  for (const ForStmt *Loop : Index.getEndlessLoops())
    if (!Loop->getCond())
      const_cast<ForStmt *>(Loop)->setCond(IntegerLiteral::Create(
          Context, One, Context.IntTy, Loop->getForLoc()));
}

void EngineOptions::setLoopControl(AnalysisManager &Manager, bool IsOurs) {
  AnalyzerOptions &Options = Manager.options;
  Options.maxBlockVisitOnPath = IsOurs ? Unlimited : MaxBlockVisits;
  makeEveryTurn(Options, IsOurs);
}

void EngineOptions::setInlining(AnalysisManager &Manager, Inlining How) {
  AnalyzerOptions &Options = Manager.options;
  bool IsAsSet = How == Inlining::AsSet;
  Options.MaxInlinableSize = IsAsSet ? MaxSize : Unlimited;
  Options.MaxTimesInlineLarge = IsAsSet ? MaxTimesLarge : Unlimited;
  Options.InlineMaxStackDepth =
      How == Inlining::Deep ? std::max(MaxDepth, DeepestCall) : MaxDepth;
}
