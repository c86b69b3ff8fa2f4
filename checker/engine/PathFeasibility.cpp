//===-- PathFeasibility.cpp - Whether a path can be at all ------*- C++ -*-===//
//
// Part of the KMDF checkers, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "PathFeasibility.h"

#include "Compat.h"
#include "ReusedSymbols.h"

#include "clang/StaticAnalyzer/Core/PathSensitive/RangedConstraintManager.h"
#include "clang/StaticAnalyzer/Core/PathSensitive/SMTConv.h"
#include "llvm/ADT/MapVector.h"
#include "llvm/Config/llvm-config.h"

using namespace clang;
using namespace ento;
using namespace kmdf;

/// So long Z3 may think about a path: a fraction of what the engine took to
/// come there.
[[maybe_unused]] static constexpr unsigned MaxMilliseconds = 300;

/// Whether \p Symbol is made of integers and pointers alone. The conversion to
/// Z3's terms is at its weakest with bool and floating point.
static bool isConvertible(SymbolRef Symbol) {
  for (SymbolRef Part : getParts(Symbol)) {
    QualType T = Part->getType();
    if (!T->isPointerType() &&
        (!T->isIntegralOrEnumerationType() || T->isBooleanType()))
      return false;
  }
  return true;
}

/// Whether the name of \p Symbol may have stood for another value before.
static bool mayBeReused(SymbolRef Symbol) {
  for (SymbolRef Part : getParts(Symbol))
    if (isa<SymbolConjured, SymbolDerived>(Part))
      return true;
  return false;
}

using Ranges = llvm::MapVector<SymbolRef, RangeSet>;

/// What the path to \p End knows of numbers. What the engine has forgotten with
/// a number's last use is still true of it.
static Ranges collectRanges(const ExplodedNode *End) {
  Ranges Known;
  bool AreNamesReused = areNamesReused(End->getState());
  for (const ExplodedNode *N = End; N; N = N->getFirstPred()) {
    for (const auto &[Symbol, Range] : getConstraintMap(N->getState()))
      if (isConvertible(Symbol) &&
          (N == End || !AreNamesReused || !mayBeReused(Symbol)))
        Known.insert({Symbol, Range});
  }
  return Known;
}

bool kmdf::isFeasible(const ExplodedNode *End) {
#if LLVM_WITH_Z3
  Ranges Known = collectRanges(End);
  // One number alone does not contradict anything.
  if (Known.size() < 2)
    return true;
  ASTContext &Context = End->getState()->getStateManager().getContext();
  llvm::SMTSolverRef Solver = llvm::CreateZ3Solver();
  setTimeLimit(*Solver, MaxMilliseconds);
  for (const auto &[Symbol, Values] : Known) {
    llvm::SMTExprRef IsInRange = nullptr;
    for (const Range &Part : Values) {
      llvm::SMTExprRef IsInPart = SMTConv::getRangeExpr(
          Solver, Context, Symbol, Part.From(), Part.To(), /*InRange=*/true);
      IsInRange = IsInRange ? Solver->mkOr(IsInRange, IsInPart) : IsInPart;
    }
    if (IsInRange)
      Solver->addConstraint(IsInRange);
  }
  auto Answer = Solver->check();
  return !Answer || *Answer;
#else
  return true;
#endif
}
