//===-- BitModel.h - Bits of a value that is not known ----------*- C++ -*-===//
//
// Part of the KMDF checkers, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Drivers keep flags in the bits of one number. Of a number that is not known,
// the engine does not know that a bit is set which was just set, nor that
// another one is as it was. Here `X & Mask` becomes what it is: of
// `(V | 4) & 4` it is 4, of `(V | 8) & 4` and of `(V & ~8) & 4` it is `V & 4`,
// of which the path may know something.
//
//===----------------------------------------------------------------------===//

#ifndef KMDF_ENGINE_BITMODEL_H
#define KMDF_ENGINE_BITMODEL_H

#include "clang/StaticAnalyzer/Core/Checker.h"

namespace kmdf {

class BitModel : public clang::ento::Checker<
                     clang::ento::check::PostStmt<clang::BinaryOperator>> {
public:
  void checkPostStmt(const clang::BinaryOperator *Operator,
                     clang::ento::CheckerContext &C) const;
};

} // namespace kmdf

#endif // KMDF_ENGINE_BITMODEL_H
