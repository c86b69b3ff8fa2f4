//===-- InconsistentEnds.cpp - Locks left held on some ways out -*- C++ -*-===//
//
// Part of the KMDF checkers, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "InconsistentEnds.h"

#include "Compat.h"
#include "ValueChanges.h"

#include "clang/Analysis/CFG.h"
#include "clang/StaticAnalyzer/Core/PathSensitive/SValBuilder.h"
#include "llvm/ADT/DenseSet.h"

using namespace clang;
using namespace ento;
using namespace kmdf;

/// How many pairs of ends are compared before the function is taken for
/// consistent.
static constexpr unsigned MaxPairs = 256;

/// Whether the caller may tell the two values apart, which the function
/// returns.
static bool maySay(const FunctionEnd &A, const FunctionEnd &B) {
  if (A.ReturnValue.isUnknownOrUndef() && B.ReturnValue.isUnknownOrUndef())
    return A.Return && A.Return->getRetValue();
  if (A.ReturnValue != B.ReturnValue)
    return true;
  return !haveSameSigns(A.ReturnValue, A.State, B.State);
}

/// Where the path to \p B parts from that to \p A. Null if they have no node in
/// common.
static const ExplodedNode *findParting(const ExplodedNode *A,
                                       const ExplodedNode *B) {
  llvm::DenseSet<const ExplodedNode *> OnA;
  for (; A; A = A->getFirstPred())
    OnA.insert(A);
  while (B && !OnA.contains(B))
    B = B->getFirstPred();
  return B;
}

/// Whether the path from \p Parting to \p End writes something to memory that a
/// caller could go by.
static bool showsInMemory(const ExplodedNode *Parting,
                          const ExplodedNode *End) {
  for (const ExplodedNode *N = End; N && N != Parting; N = N->getFirstPred()) {
    auto Store = N->getLocationAs<PostStore>();
    const auto *Place =
        Store ? static_cast<const MemRegion *>(Store->getLocationValue())
              : nullptr;
    if (!Place || isOnStack(Place, N->getState()))
      continue;
    SVal Value = N->getState()->getSVal(Place);
    if (Value.isConstant() || Value.getAsRegion())
      return true;
  }
  return false;
}

/// The condition that decided where paths part. Null if it was something else.
static const Expr *getCondition(const ExplodedNode *Parting) {
  for (const ExplodedNode *Next : Parting->succs()) {
    if (auto Edge = Next->getLocationAs<BlockEdge>())
      return dyn_cast_or_null<Expr>(Edge->getSrc()->getLastCondition());
    // The engine decides on a comparison as soon as it is made.
    if (auto Made = Next->getLocationAs<PostStmt>())
      return Made->getStmtAs<Expr>();
  }
  return nullptr;
}

/// Whether it was an argument which decided where the paths part, or it cannot
/// be told what did.
static bool isDecidedByArgument(const ExplodedNode *Parting) {
  const Expr *Condition = getCondition(Parting);
  if (!Condition)
    return true;
  SymbolRef Decided = Parting->getSVal(Condition).getAsSymbol();
  if (!Decided)
    return true;
  for (SymbolRef Part : getParts(Decided)) {
    const auto *Variable = dyn_cast_or_null<VarRegion>(Part->getOriginRegion());
    if (Variable && isa<ParmVarDecl>(Variable->getDecl()))
      return true;
  }
  return false;
}

static bool areTold(const FunctionEnd &A, const FunctionEnd &B) {
  if (maySay(A, B))
    return true;
  const ExplodedNode *Parting = findParting(A.Node, B.Node);
  return !Parting || isDecidedByArgument(Parting) ||
         showsInMemory(Parting, A.Node) || showsInMemory(Parting, B.Node);
}

std::vector<InconsistentEnd>
kmdf::findInconsistentEnds(const FunctionEnds &Ends) {
  std::vector<InconsistentEnd> Found;
  llvm::DenseSet<std::pair<SymbolRef, const ReturnStmt *>> Seen;
  unsigned Pairs = 0;
  for (const FunctionEnd &Holding : Ends.all()) {
    auto Held = getLocks(Holding.State, [](SymbolRef, const TrackedLock &Lock) {
      return Lock.State == KMDF_LOCK_HELD && Lock.Acquire;
    });
    for (const auto &[Handle, Lock] : Held) {
      auto IsUntoldFrom = [&, Handle = Handle](const FunctionEnd &Free) {
        const TrackedLock *There = getLock(Free.State, Handle);
        return There && There->State == KMDF_LOCK_FREE && ++Pairs <= MaxPairs &&
               !areTold(Holding, Free);
      };
      if (Seen.contains({Handle, Holding.Return}) ||
          llvm::none_of(Ends.all(), IsUntoldFrom))
        continue;
      Seen.insert({Handle, Holding.Return});
      Found.push_back({Holding, Handle, Lock});
    }
  }
  return Found;
}
