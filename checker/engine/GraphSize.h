//===-- GraphSize.h - How much the engine has done so far -------*- C++ -*-===//
//
// Part of the KMDF checkers, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef KMDF_ENGINE_GRAPHSIZE_H
#define KMDF_ENGINE_GRAPHSIZE_H

#include "clang/StaticAnalyzer/Core/PathSensitive/ExprEngine.h"

namespace kmdf {

/// The number of nodes that the engine has made of the function that it
/// analyses, on all paths.
inline unsigned getGraphSize(const clang::ento::ProgramStateRef &State) {
  return State->getStateManager().getOwningEngine().getGraph().size();
}

} // namespace kmdf

#endif // KMDF_ENGINE_GRAPHSIZE_H
