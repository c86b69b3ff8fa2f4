//===-- ValueChanges.cpp - Whether a state knows something new --*- C++ -*-===//
//
// Part of the KMDF checkers, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "ValueChanges.h"

#include "clang/StaticAnalyzer/Core/PathSensitive/SValBuilder.h"
#include "llvm/ADT/MapVector.h"
#include "llvm/ADT/STLExtras.h"

using namespace clang;
using namespace ento;
using namespace kmdf;

namespace {
/// The values in memory, by the variable or object that they are in.
class BoundValues : public StoreManager::BindingsHandler {
public:
  using Values = llvm::SmallVector<SVal, 2>;

  explicit BoundValues(ProgramStateRef State) {
    State->getStateManager().getStoreManager().iterBindings(State->getStore(),
                                                            *this);
  }

  bool HandleBinding(StoreManager &, Store, const MemRegion *Place,
                     SVal Value) override {
    ByPlace[Place].push_back(Value);
    return true;
  }

  const llvm::MapVector<const MemRegion *, Values> &all() const {
    return ByPlace;
  }

  const Values *find(const MemRegion *Place) const {
    auto Found = ByPlace.find(Place);
    return Found == ByPlace.end() ? nullptr : &Found->second;
  }

private:
  llvm::MapVector<const MemRegion *, Values> ByPlace;
};
} // namespace

/// Whether what is in \p Place can still be of use when the function that
/// \p Frame runs goes on: it is not of a call that is over.
static bool outlivesCalls(const MemRegion *Place,
                          const StackFrameContext *Frame) {
  const MemRegion *Base = Place->getBaseRegion();
  const auto *Variable = dyn_cast<VarRegion>(Base);
  if (!Variable)
    return isa<SymbolicRegion>(Base);
  const StackFrameContext *Owner = Variable->getStackFrame();
  return !Owner || Owner == Frame || Owner->isParentOf(Frame);
}

namespace {
/// What branches can tell of a value that is not known.
struct Signs {
  ConditionTruthVal IsNull, IsNegative;

  Signs(SVal Value, ProgramStateRef State) : IsNull(State->isNull(Value)) {
    SValBuilder &Values = State->getStateManager().getSValBuilder();
    if (!Value.getAs<NonLoc>())
      return;
    QualType T = Value.getType(State->getStateManager().getContext());
    IsNegative = State->isNonNull(Values.evalBinOp(
        State, BO_LT, Value, Values.makeZeroVal(T), Values.getConditionType()));
  }

  bool operator==(const Signs &Other) const {
    auto IsSame = [](ConditionTruthVal A, ConditionTruthVal B) {
      return A.isConstrainedTrue() == B.isConstrainedTrue() &&
             A.isConstrainedFalse() == B.isConstrainedFalse();
    };
    return IsSame(IsNull, Other.IsNull) && IsSame(IsNegative, Other.IsNegative);
  }
};
} // namespace

/// Whether two values are the same as far as branches can tell.
static bool isSame(SVal A, ProgramStateRef StateA, SVal B,
                   ProgramStateRef StateB) {
  if (A == B)
    return true;
  if (A.isUnknownOrUndef() || B.isUnknownOrUndef())
    return A.isUndef() == B.isUndef();
  if (A.getAsSymbol() && B.getAsSymbol())
    return Signs(A, StateA) == Signs(B, StateB);
  return A.getAs<nonloc::LazyCompoundVal>() &&
         B.getAs<nonloc::LazyCompoundVal>();
}

/// Whether a value that changed is that of a moving place. What the store
/// tells of a field is only which object it is in.
static bool isMoving(SVal Before, SVal Now, ProgramStateRef StateBefore,
                     ProgramStateRef StateNow,
                     llvm::ArrayRef<const MemRegion *> Moving) {
  return llvm::any_of(Moving, [&](const MemRegion *Place) {
    return StateBefore->getSVal(Place) == Before &&
           StateNow->getSVal(Place) == Now;
  });
}

bool kmdf::haveValuesChanged(
    ProgramStateRef Before, ProgramStateRef Now, const StackFrameContext *Frame,
    llvm::ArrayRef<const MemRegion *> Moving,
    llvm::function_ref<bool(const MemRegion *)> Matters) {
  if (Before->getStore() == Now->getStore())
    return false;
  BoundValues Old(Before), New(Now);
  for (const auto &[Place, NewValues] : New.all()) {
    if (llvm::is_contained(Moving, Place) || !outlivesCalls(Place, Frame) ||
        !Matters(Place))
      continue;
    const BoundValues::Values *OldValues = Old.find(Place);
    if (!OldValues || OldValues->size() != NewValues.size()) {
      // What is new is new, unless nothing is known of it.
      if (llvm::any_of(NewValues, [](SVal Value) {
            return Value.isConstant() || Value.getAsRegion();
          }))
        return true;
      continue;
    }
    for (unsigned I = 0; I != NewValues.size(); ++I)
      if (!isSame((*OldValues)[I], Before, NewValues[I], Now) &&
          !isMoving((*OldValues)[I], NewValues[I], Before, Now, Moving))
        return true;
  }
  return false;
}

bool kmdf::haveSameSigns(SVal Value, ProgramStateRef A, ProgramStateRef B) {
  return Signs(Value, A) == Signs(Value, B);
}
