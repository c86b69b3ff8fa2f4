//===-- ConstantTables.h - Pointers that constants hold ---------*- C++ -*-===//
//
// Part of the KMDF checkers, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The engine takes a pointer that it reads from a constant of the file for an
// unknown one. Here it becomes what the initializer says, so that a call
// through a table of functions is a call of a function.
//
//===----------------------------------------------------------------------===//

#ifndef KMDF_ENGINE_CONSTANTTABLES_H
#define KMDF_ENGINE_CONSTANTTABLES_H

#include "clang/StaticAnalyzer/Core/PathSensitive/CheckerContext.h"

namespace kmdf {

/// The constant of the file that \p Place is, or is a part of. Null if it is of
/// none.
const clang::VarDecl *findConstant(const clang::ento::MemRegion *Place);

/// Gives \p Read, which reads a pointer, the value that the constant has that
/// it reads from, if it does. Where the index is not known, the path goes on
/// once for each element that it may be of.
void readConstantPointer(const clang::ImplicitCastExpr *Read,
                         clang::ento::CheckerContext &C);

} // namespace kmdf

#endif // KMDF_ENGINE_CONSTANTTABLES_H
