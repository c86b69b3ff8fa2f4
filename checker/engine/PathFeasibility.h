//===-- PathFeasibility.h - Whether a path can be at all --------*- C++ -*-===//
//
// Part of the KMDF checkers, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The engine keeps a range for each unknown number, and follows paths whose
// conditions contradict each other in ways that ranges do not show: a sum, a
// bit, a chain of comparisons. Before such a path is reported, Z3 is asked.
//
//===----------------------------------------------------------------------===//

#ifndef KMDF_ENGINE_PATHFEASIBILITY_H
#define KMDF_ENGINE_PATHFEASIBILITY_H

#include "clang/StaticAnalyzer/Core/PathSensitive/ExplodedGraph.h"

namespace kmdf {

/// Whether the conditions of the path to \p End agree with each other, as far
/// as Z3 finds out in a moment. True where LLVM was built without it.
bool isFeasible(const clang::ento::ExplodedNode *End);

} // namespace kmdf

#endif // KMDF_ENGINE_PATHFEASIBILITY_H
