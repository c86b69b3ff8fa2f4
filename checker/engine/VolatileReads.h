//===-- VolatileReads.h - What changes by itself ----------------*- C++ -*-===//
//
// Part of the KMDF checkers, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The engine reads the same from a volatile object each time, and never leaves
// a loop that waits for a register to change.
//
//===----------------------------------------------------------------------===//

#ifndef KMDF_ENGINE_VOLATILEREADS_H
#define KMDF_ENGINE_VOLATILEREADS_H

#include "clang/StaticAnalyzer/Core/PathSensitive/CheckerContext.h"

namespace kmdf {

/// Gives \p Read a value that nothing is known of, if it reads an unknown
/// number from a volatile object that is not a local variable.
void readVolatile(const clang::ImplicitCastExpr *Read,
                  clang::ento::CheckerContext &C);

} // namespace kmdf

#endif // KMDF_ENGINE_VOLATILEREADS_H
