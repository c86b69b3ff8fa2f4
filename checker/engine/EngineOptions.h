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

/// Sets the engine's options so that whoever loads the plugin gets the same
/// answers without having to know them. To be called before the first function
/// is analysed.
void tuneEngine(clang::ento::AnalysisManager &Manager, const UnitIndex &Index);

} // namespace kmdf

#endif // KMDF_ENGINE_ENGINEOPTIONS_H
