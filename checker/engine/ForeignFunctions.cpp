//===-- ForeignFunctions.cpp - Functions of other files ---------*- C++ -*-===//
//
// Part of the KMDF checkers, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "ForeignFunctions.h"

#include "clang/CrossTU/CrossTranslationUnit.h"
#include "clang/StaticAnalyzer/Core/PathSensitive/ExprEngine.h"

using namespace clang;
using namespace ento;
using namespace kmdf;

/// The definition of \p Callee, which another file may have. Null if there is
/// none to be had.
static const FunctionDecl *load(const FunctionDecl *Callee,
                                cross_tu::CrossTranslationUnitContext &Others,
                                const AnalyzerOptions &Options) {
  // Static functions come with those that call them.
  if (const FunctionDecl *Definition = Callee->getDefinition())
    return Definition;
  llvm::Expected<const FunctionDecl *> Loaded = Others.getCrossTUDefinition(
      Callee, Options.CTUDir, Options.CTUIndexName, Options.DisplayCTUProgress);
  if (Loaded)
    return *Loaded;
  // The engine says what is wrong when it comes to the call.
  llvm::consumeError(Loaded.takeError());
  return nullptr;
}

void kmdf::addForeignFunctions(UnitIndex &Index, CheckerContext &C) {
  const AnalyzerOptions &Options = C.getAnalysisManager().getAnalyzerOptions();
  if (!Options.IsNaiveCTUEnabled)
    return;
  cross_tu::CrossTranslationUnitContext &Others =
      *C.getStateManager().getOwningEngine().getCrossTranslationUnitContext();
  // What one function of another file calls may be in a third one.
  for (auto Callees = Index.takeUnknownCallees(); !Callees.empty();
       Callees = Index.takeUnknownCallees())
    for (const FunctionDecl *Callee : Callees)
      if (const FunctionDecl *Definition = load(Callee, Others, Options))
        Index.addForeignFunction(Definition);
}
