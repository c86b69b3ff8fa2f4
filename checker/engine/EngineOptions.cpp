//===-- EngineOptions.cpp - What the rules need of the engine ---*- C++ -*-===//
//
// Part of the KMDF checkers, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "EngineOptions.h"

using namespace clang;
using namespace ento;
using namespace kmdf;

void kmdf::tuneEngine(AnalysisManager &Manager, const UnitIndex &Index) {
  AnalyzerOptions &Options = Manager.options;
  // A loop of known length is run to its end: what comes after it is judged.
  Options.ShouldUnrollLoops = true;
  Manager.getAnalysisDeclContextManager().getCFGBuildOptions().AddLoopExit =
      true;
  // The engine does not analyse by itself what it has inlined somewhere. Where
  // a callback was inlined, it was so with the caller's arguments and locks.
  if (Index.hasDirectCallbackCall())
    Options.InliningMode = All;
}
