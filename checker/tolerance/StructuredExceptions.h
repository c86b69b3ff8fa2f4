//===-- StructuredExceptions.h - __try becomes plain code -------*- C++ -*-===//
//
// Part of the KMDF checkers, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Clang makes no CFG of a function with __finally, and never enters __except.
// Both are rewritten, in place, to code that does the same.
//
// __finally runs after the block, however that is left. Where the block is left
// early, by return, goto, break or continue, it notes which way, jumps to the
// __finally block, and goes that way after it. AbnormalTermination() is true
// then. An exception that nobody handles ends the function, and is left out.
//
// __except runs where an exception is raised. Where nothing in the block can
// change a lock, it does not matter where that is: it may be before all of the
// block, or after all of it. Where something can, the locks' states are unknown
// in the handler, for each access to memory in between could be the place.
//
//===----------------------------------------------------------------------===//

#ifndef KMDF_TOLERANCE_STRUCTUREDEXCEPTIONS_H
#define KMDF_TOLERANCE_STRUCTUREDEXCEPTIONS_H

#include "UnitIndex.h"

#include "clang/AST/ASTContext.h"

namespace kmdf {

/// Rewrites the functions of \p Index. A C++ function that returns an object of
/// a class is left as it is.
void rewriteStructuredExceptions(clang::ASTContext &Context,
                                 const UnitIndex &Index);

} // namespace kmdf

#endif // KMDF_TOLERANCE_STRUCTUREDEXCEPTIONS_H
