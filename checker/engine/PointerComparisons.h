//===-- PointerComparisons.h - How two places compare -----------*- C++ -*-===//
//
// Part of the KMDF checkers, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Whether an unknown pointer is the address of a known field, or lies before
// it, the engine cannot tell, and asked twice it takes both answers: `Entry ==
// &Context->List`, which ends the loop over a list, and tells after it whether
// something was found. Here the answer becomes a symbol, so that the second one
// is the first, unless something was written in between that may have been one
// of the pointers.
//
//===----------------------------------------------------------------------===//

#ifndef KMDF_ENGINE_POINTERCOMPARISONS_H
#define KMDF_ENGINE_POINTERCOMPARISONS_H

#include "clang/StaticAnalyzer/Core/Checker.h"
#include "llvm/ADT/DenseMap.h"

#include <cstdint>

namespace kmdf {

class PointerComparisons
    : public clang::ento::Checker<
          clang::ento::check::PostStmt<clang::BinaryOperator>,
          clang::ento::check::DeadSymbols, clang::ento::check::EndAnalysis> {
public:
  void checkPostStmt(const clang::BinaryOperator *Operator,
                     clang::ento::CheckerContext &C) const;
  void checkDeadSymbols(clang::ento::SymbolReaper &Reaper,
                        clang::ento::CheckerContext &C) const;
  void checkEndAnalysis(clang::ento::ExplodedGraph &Graph,
                        clang::ento::BugReporter &BR,
                        clang::ento::ExprEngine &Explored) const;

private:
  /// The place's number, or the greatest there is if it has none yet.
  uint64_t getNumber(const clang::ento::MemRegion *Place) const;

  /// Numbers what places are compared with.
  mutable llvm::DenseMap<const clang::ento::MemRegion *, uint64_t> Numbers;
};

} // namespace kmdf

#endif // KMDF_ENGINE_POINTERCOMPARISONS_H
