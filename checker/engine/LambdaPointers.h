//===-- LambdaPointers.h - Pointers to functions from lambdas ---*- C++ -*-===//
//
// Part of the KMDF checkers, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A lambda without captures can be converted to a pointer to a function. What
// that points at has an empty body in the AST: only the code generator lets it
// call the lambda. Here it points at the lambda's own call operator.
//
//===----------------------------------------------------------------------===//

#ifndef KMDF_ENGINE_LAMBDAPOINTERS_H
#define KMDF_ENGINE_LAMBDAPOINTERS_H

#include "clang/StaticAnalyzer/Core/Checker.h"

namespace kmdf {

/// The call operator of the lambda that \p Conversion turns into a pointer.
/// Null if it is no such conversion.
const clang::FunctionDecl *
getConvertedLambda(const clang::FunctionDecl *Conversion);

class LambdaPointers : public clang::ento::Checker<clang::ento::eval::Call> {
public:
  bool evalCall(const clang::ento::CallEvent &Call,
                clang::ento::CheckerContext &C) const;
};

} // namespace kmdf

#endif // KMDF_ENGINE_LAMBDAPOINTERS_H
