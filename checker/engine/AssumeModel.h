//===-- AssumeModel.h - What __assume says ----------------------*- C++ -*-===//
//
// Part of the KMDF checkers, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// __assume(X): where X is false, the program does not come. Older engines
// believe __builtin_assume alone, and go on behind an assumption that is wrong.
//
//===----------------------------------------------------------------------===//

#ifndef KMDF_ENGINE_ASSUMEMODEL_H
#define KMDF_ENGINE_ASSUMEMODEL_H

#include "clang/StaticAnalyzer/Core/Checker.h"

namespace kmdf {

class AssumeModel : public clang::ento::Checker<clang::ento::check::PreCall,
                                                clang::ento::eval::Call> {
public:
  void checkPreCall(const clang::ento::CallEvent &Call,
                    clang::ento::CheckerContext &C) const;
  bool evalCall(const clang::ento::CallEvent &Call,
                clang::ento::CheckerContext &C) const;
};

} // namespace kmdf

#endif // KMDF_ENGINE_ASSUMEMODEL_H
