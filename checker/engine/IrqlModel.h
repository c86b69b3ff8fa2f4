//===-- IrqlModel.h - The interrupt level asked twice -----------*- C++ -*-===//
//
// Part of the KMDF checkers, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Models KeGetCurrentIrql: its answer is unknown, but one and the same until a
// DDI of irql.h changes it, and again after the counterpart of that DDI.
//
//===----------------------------------------------------------------------===//

#ifndef KMDF_ENGINE_IRQLMODEL_H
#define KMDF_ENGINE_IRQLMODEL_H

#include "clang/StaticAnalyzer/Core/Checker.h"

namespace kmdf {

class IrqlModel : public clang::ento::Checker<clang::ento::eval::Call,
                                              clang::ento::check::PostCall,
                                              clang::ento::check::LiveSymbols> {
public:
  bool evalCall(const clang::ento::CallEvent &Call,
                clang::ento::CheckerContext &C) const;
  void checkPostCall(const clang::ento::CallEvent &Call,
                     clang::ento::CheckerContext &C) const;
  void checkLiveSymbols(clang::ento::ProgramStateRef State,
                        clang::ento::SymbolReaper &Reaper) const;
};

} // namespace kmdf

#endif // KMDF_ENGINE_IRQLMODEL_H
