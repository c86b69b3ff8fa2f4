//===-- EngineOptions.cpp - What the rules need of the engine ---*- C++ -*-===//
//
// Part of the KMDF checkers, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "EngineOptions.h"

#include "clang/AST/ASTContext.h"
#include "clang/AST/Expr.h"
#include "clang/AST/Stmt.h"

using namespace clang;
using namespace ento;
using namespace kmdf;

void kmdf::prepareEngine(AnalysisManager &Manager, const UnitIndex &Index) {
  Manager.getAnalysisDeclContextManager().getCFGBuildOptions().AddLoopExit =
      true;
  ASTContext &Context = Manager.getASTContext();
  for (const ForStmt *Loop : Index.getEndlessLoops())
    const_cast<ForStmt *>(Loop)->setCond(IntegerLiteral::Create(
        Context, llvm::APInt(Context.getTypeSize(Context.IntTy), 1),
        Context.IntTy, Loop->getForLoc()));
  // The engine does not analyse by itself what it has inlined somewhere. Where
  // a callback was inlined, it was so with the caller's arguments and locks.
  if (Index.hasDirectCallbackCall())
    Manager.options.InliningMode = All;
}

void kmdf::prepareForFunction(AnalysisManager &Manager, const UnitIndex &Index,
                              const Decl *Function) {
  // A loop of known length is run to its end, so that what comes after it is
  // judged. To look out for such loops costs the engine much; without one it
  // need not.
  const auto *Root = dyn_cast<FunctionDecl>(Function);
  Manager.options.ShouldUnrollLoops = Root && Index.canReachCountedLoop(Root);
}
