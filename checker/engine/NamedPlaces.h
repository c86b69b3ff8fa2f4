//===-- NamedPlaces.h - Where a plain expression leads ----------*- C++ -*-===//
//
// Part of the KMDF checkers, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The engine evaluates expressions as a path comes to them, and forgets. What
// has no side effects, a variable or fields of one, can be evaluated again in
// any state.
//
//===----------------------------------------------------------------------===//

#ifndef KMDF_ENGINE_NAMEDPLACES_H
#define KMDF_ENGINE_NAMEDPLACES_H

#include "clang/StaticAnalyzer/Core/PathSensitive/ProgramState.h"

namespace kmdf {

/// The region that \p LValue, which stands in the function of \p LCtx, names in
/// \p State. Null if it is more than a variable or fields of one.
const clang::ento::MemRegion *
getNamedRegion(const clang::Expr *LValue, clang::ento::ProgramStateRef State,
               const clang::LocationContext *LCtx);

/// The value that \p E would have in \p State. What is not made of numbers,
/// plain places, comparisons, negations, assignments and steps by one has the
/// value that the path evaluated it to, if the path still knows it.
clang::ento::SVal evaluateAgain(const clang::Expr *E,
                                clang::ento::ProgramStateRef State,
                                const clang::LocationContext *LCtx);

} // namespace kmdf

#endif // KMDF_ENGINE_NAMEDPLACES_H
