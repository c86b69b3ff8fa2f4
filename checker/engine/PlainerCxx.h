//===-- PlainerCxx.h - What the engine skips in C++ -------------*- C++ -*-===//
//
// Part of the KMDF checkers, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Rewrites C++ that the engine does not run as such that it does and that means
// the same:
//
// - a default argument, and a member's default initialiser, becomes the
//   expression that it stands for. Of these the engine knows constants alone;
// - before C++17, a copy of an aggregate made on the spot, which no compiler
//   makes, is left out. The engine does so where a constructor made the object;
// - a lambda that a variable is made of is no temporary object: of one that has
//   to be destroyed, the engine would lose what it has captured;
// - what `for (Guard Held(Lock); auto Item : Items)` begins with stands before
//   the loop, in a block of its own.
//
//===----------------------------------------------------------------------===//

#ifndef KMDF_ENGINE_PLAINERCXX_H
#define KMDF_ENGINE_PLAINERCXX_H

#include "UnitIndex.h"

namespace kmdf {

/// Rewrites the functions that \p Index looked into. It is to be done before
/// one is analysed.
void rewriteCxx(clang::ASTContext &Context, const UnitIndex &Index);

} // namespace kmdf

#endif // KMDF_ENGINE_PLAINERCXX_H
