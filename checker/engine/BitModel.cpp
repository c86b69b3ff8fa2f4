//===-- BitModel.cpp - Bits of a value that is not known --------*- C++ -*-===//
//
// Part of the KMDF checkers, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "BitModel.h"

#include "clang/StaticAnalyzer/Core/PathSensitive/CheckerContext.h"

using namespace clang;
using namespace ento;
using namespace kmdf;

/// The bits of \p Number, which no driver has more than 64 of.
static uint64_t getBits(const llvm::APSInt &Number) {
  return Number.extOrTrunc(64).getZExtValue();
}

namespace {
/// `Value & Mask`, for a value that is not known.
struct MaskedValue {
  SymbolRef Value;
  uint64_t Mask;
  /// Bits of the mask that are set, whatever the value is.
  uint64_t Set = 0;

  /// Leaves out what does not change the bits of the mask. Returns whether
  /// there was something.
  bool simplify();
};
} // namespace

bool MaskedValue::simplify() {
  bool IsSimpler = false;
  while (const auto *Operation = dyn_cast<SymIntExpr>(Value)) {
    const llvm::APSInt &Number = Operation->getRHS();
    uint64_t Bits = getBits(Number);
    switch (Operation->getOpcode()) {
    case BO_And:
      Mask &= Bits;
      break;
    case BO_Or:
      Set |= Mask & Bits;
      Mask &= ~Bits;
      break;
    case BO_Xor:
      if (Mask & Bits)
        return IsSimpler;
      break;
    default:
      return IsSimpler;
    }
    Value = Operation->getLHS();
    IsSimpler = true;
  }
  return IsSimpler;
}

void BitModel::checkPostStmt(const BinaryOperator *Operator,
                             CheckerContext &C) const {
  if (Operator->getOpcode() != BO_And)
    return;
  SVal Result = C.getSVal(Operator);
  const auto *Masked = dyn_cast_or_null<SymIntExpr>(Result.getAsSymbol());
  QualType T = Operator->getType();
  if (!Masked || Masked->getOpcode() != BO_And ||
      C.getASTContext().getTypeSize(T) > 64)
    return;
  const llvm::APSInt &Number = Masked->getRHS();
  MaskedValue Simple{Masked->getLHS(), getBits(Number)};
  if (!Simple.simplify())
    return;
  ProgramStateRef State = C.getState();
  SValBuilder &Values = C.getSValBuilder();
  if (Simple.Set == 0 || Simple.Mask == 0) {
    SVal Rest = Values.evalBinOp(State, BO_And, nonloc::SymbolVal(Simple.Value),
                                 Values.makeIntVal(Simple.Mask, T), T);
    SVal Now = Simple.Mask == 0 ? Values.makeIntVal(Simple.Set, T) : Rest;
    State = State->BindExpr(Operator, C.getLocationContext(), Now);
  } else {
    State = State->assume(Result.castAs<DefinedOrUnknownSVal>(), true);
  }
  if (State)
    C.addTransition(State);
}
