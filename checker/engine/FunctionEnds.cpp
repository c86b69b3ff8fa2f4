//===-- FunctionEnds.cpp - The ways in which a function ends ----*- C++ -*-===//
//
// Part of the KMDF checkers, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "FunctionEnds.h"

#include "clang/StaticAnalyzer/Core/PathSensitive/ProgramStateTrait.h"
#include "llvm/ADT/STLExtras.h"

using namespace clang;
using namespace ento;
using namespace kmdf;

REGISTER_TRAIT_WITH_PROGRAMSTATE(ReturnTaken, const void *)

ProgramStateRef kmdf::setReturn(ProgramStateRef State,
                                const ReturnStmt *Return) {
  return State->set<ReturnTaken>(Return);
}

bool FunctionEnds::doAllHold(const ReturnStmt *Return, SymbolRef Handle) const {
  return llvm::all_of(Ends, [&](const FunctionEnd &End) {
    if (End.Return != Return)
      return true;
    const TrackedLock *Lock = getLock(End.State, Handle);
    return Lock && Lock->isHeld();
  });
}
