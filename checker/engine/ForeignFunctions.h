//===-- ForeignFunctions.h - Functions of other files -----------*- C++ -*-===//
//
// Part of the KMDF checkers, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// In analysis across files the engine loads a function of another file where a
// path calls it. What a function can reach has to be known before that: whether
// its loops matter, and whether a call that is not followed leaves all locks
// as they are.
//
//===----------------------------------------------------------------------===//

#ifndef KMDF_ENGINE_FOREIGNFUNCTIONS_H
#define KMDF_ENGINE_FOREIGNFUNCTIONS_H

#include "UnitIndex.h"

#include "clang/StaticAnalyzer/Core/PathSensitive/CheckerContext.h"

namespace kmdf {

/// Adds to \p Index those functions of other files that the functions in it
/// call, directly or not, as far as the engine would load them. Does nothing
/// where the analysis is of one file alone.
void addForeignFunctions(UnitIndex &Index, clang::ento::CheckerContext &C);

} // namespace kmdf

#endif // KMDF_ENGINE_FOREIGNFUNCTIONS_H
