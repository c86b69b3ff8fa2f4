//===-- EngineOptions.h - What the rules need of the engine -----*- C++ -*-===//
//
// Part of the KMDF checkers, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef KMDF_ENGINE_ENGINEOPTIONS_H
#define KMDF_ENGINE_ENGINEOPTIONS_H

#include "UnitIndex.h"

#include "clang/StaticAnalyzer/Core/PathSensitive/AnalysisManager.h"

namespace kmdf {

// The engine's options are set so that whoever loads the plugin gets the same
// answers without having to know them.

/// To be called before the first function is analysed. Also gives every `for`
/// that has no condition one that is true: only at conditions does the engine
/// ask the checkers.
void prepareEngine(clang::ento::AnalysisManager &Manager,
                   const UnitIndex &Index);

/// To be called at the beginning of \p Function's analysis.
void prepareForFunction(clang::ento::AnalysisManager &Manager,
                        const UnitIndex &Index, const clang::Decl *Function);

} // namespace kmdf

#endif // KMDF_ENGINE_ENGINEOPTIONS_H
