//===-- LockHistory.cpp - How a lock came to its state ----------*- C++ -*-===//
//
// Part of the KMDF checkers, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "LockHistory.h"

#include "Compat.h"
#include "FrameworkCalls.h"
#include "LockHandles.h"
#include "NtStatus.h"

using namespace clang;
using namespace ento;
using namespace kmdf;

/// The call whose evaluation led to \p N, if one did.
static PastCall getCallAt(const ExplodedNode *N) {
  auto Point = N->getLocationAs<StmtPoint>();
  const auto *Call = Point ? dyn_cast<CallExpr>(Point->getStmt()) : nullptr;
  return {Call, N->getStackFrame()};
}

/// What is known of the lock. What was never touched, and what is free and
/// forgotten, is all the same.
static kmdf_lock_state getStateAt(const ExplodedNode *N, SymbolRef Handle) {
  const TrackedLock *Lock = getLock(N->getState(), Handle);
  return Lock ? Lock->State : KMDF_LOCK_FREE;
}

PastCall kmdf::findLastChange(const ExplodedNode *N, SymbolRef Handle) {
  kmdf_lock_state State = getStateAt(N, Handle);
  const ExplodedNode *Last = N;
  for (; N && getStateAt(N, Handle) == State; N = N->getFirstPred())
    Last = N;
  return N ? getCallAt(Last) : PastCall();
}

PastCall kmdf::findTimeOut(const ExplodedNode *N, SymbolRef Handle) {
  kmdf_lock_state State = getStateAt(N, Handle);
  for (; N && getStateAt(N, Handle) == State; N = N->getFirstPred()) {
    PastCall Past = getCallAt(N);
    const kmdf_ddi *Ddi = Past ? getDdi(Past.Call->getDirectCallee()) : nullptr;
    if (!Ddi || Ddi->effect != KMDF_DDI_ACQUIRE)
      continue;
    auto Result = N->getSVal(Past.Call).getAs<nonloc::ConcreteInt>();
    if (Result && *getNumber(*Result) == StatusTimeout &&
        getHandleSymbol(N->getSVal(Past.Call->getArg(Ddi->lock_param))) ==
            Handle)
      return Past;
  }
  return {};
}
