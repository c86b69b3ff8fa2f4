//===-- ReusedSymbols.cpp - Names of unknown values, used again -*- C++ -*-===//
//
// Part of the KMDF checkers, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "ReusedSymbols.h"

#include "Compat.h"
#include "Frames.h"
#include "GraphSize.h"
#include "LockState.h"

#include "clang/StaticAnalyzer/Core/PathSensitive/ProgramStateTrait.h"
#include "clang/StaticAnalyzer/Core/PathSensitive/RangedConstraintManager.h"
#include "llvm/ADT/DenseSet.h"

using namespace clang;
using namespace ento;
using namespace kmdf;

/// Before the engine has made as many nodes, names are left as they are.
static constexpr unsigned MinNodesToReuse = 300;

/// So many values of one kind have names that do not tell where they were made.
static constexpr unsigned MaxNamesAnywhere = 100;

REGISTER_TRAIT_WITH_PROGRAMSTATE(IsReusing, bool)

namespace {
/// The conjured symbols that a state refers to.
class SymbolsInUse {
public:
  explicit SymbolsInUse(ProgramStateRef State);

  /// The symbol that is made as \p Made was in \p LCtx, with the first number
  /// from \p Start that is not in use. \p Made itself if more are in use than
  /// it has visits.
  const SymbolConjured *getFirstFree(const SymbolConjured *Made,
                                     const LocationContext *LCtx,
                                     SymbolManager &Symbols,
                                     unsigned Start = 0) const;

  /// The same wherever it is made: the first that is not in use of those that
  /// stand for unknown values of its kind.
  const SymbolConjured *getFirstFreeAnywhere(const SymbolConjured *Made,
                                             const LocationContext *LCtx,
                                             SymbolManager &Symbols) const;

private:
  class Walk;

  /// The first of \p Count names, which \p GetName makes of their numbers, that
  /// is not in use. \p Made if all are.
  const SymbolConjured *getFirstFree(
      const SymbolConjured *Made, unsigned Count,
      llvm::function_ref<const SymbolConjured *(unsigned)> GetName) const;

  llvm::DenseSet<SymbolRef> Used;
};
} // namespace

/// Goes through all that a state refers to.
class SymbolsInUse::Walk : public StoreManager::BindingsHandler {
public:
  Walk(ProgramStateRef State, llvm::DenseSet<SymbolRef> &Used)
      : Stores(State->getStateManager().getStoreManager()), Used(Used) {}

  void add(SymbolRef Symbol);
  void add(const MemRegion *Place);
  void add(SVal Value);
  void addStore(Store S) {
    if (SeenStores.insert(S).second)
      Stores.iterBindings(S, *this);
  }

  bool HandleBinding(StoreManager &, Store, const MemRegion *Place,
                     SVal Value) override {
    add(Place);
    add(Value);
    return true;
  }

private:
  StoreManager &Stores;
  llvm::DenseSet<SymbolRef> &Used;
  llvm::DenseSet<Store> SeenStores;
};

void SymbolsInUse::Walk::add(SymbolRef Symbol) {
  for (SymbolRef Part : getParts(Symbol)) {
    if (!Used.insert(Part).second)
      continue;
    if (const auto *Derived = dyn_cast<SymbolDerived>(Part))
      add(Derived->getParentSymbol());
    add(Part->getOriginRegion());
  }
}

void SymbolsInUse::Walk::add(const MemRegion *Place) {
  while (Place) {
    if (const auto *Pointee = dyn_cast<SymbolicRegion>(Place))
      add(Pointee->getSymbol());
    if (const auto *Element = dyn_cast<ElementRegion>(Place))
      add(Element->getIndex());
    const auto *Part = dyn_cast<SubRegion>(Place);
    Place = Part ? Part->getSuperRegion() : nullptr;
  }
}

void SymbolsInUse::Walk::add(SVal Value) {
  if (SymbolRef Symbol = Value.getAsSymbol())
    add(Symbol);
  add(Value.getAsRegion());
  if (auto Copy = Value.getAs<nonloc::LazyCompoundVal>()) {
    add(Copy->getRegion());
    addStore(Copy->getStore());
  } else if (auto Parts = Value.getAs<nonloc::CompoundVal>()) {
    for (SVal Part : *Parts)
      add(Part);
  }
}

SymbolsInUse::SymbolsInUse(ProgramStateRef State) {
  Walk All(State, Used);
  All.addStore(State->getStore());
  for (const auto &[Expression, Value] : State->getEnvironment())
    All.add(Value);
  for (const auto &[Symbol, Range] : getConstraintMap(State))
    All.add(Symbol);
  for (const auto &[Handle, Lock] :
       getLocks(State, [](SymbolRef, const TrackedLock &) { return true; }))
    All.add(Handle);
}

const SymbolConjured *SymbolsInUse::getFirstFree(
    const SymbolConjured *Made, unsigned Count,
    llvm::function_ref<const SymbolConjured *(unsigned)> GetName) const {
  for (unsigned I = 0; I < Count; ++I) {
    const SymbolConjured *Name = GetName(I);
    if (!Used.contains(Name))
      return Name;
  }
  return Made;
}

const SymbolConjured *SymbolsInUse::getFirstFree(const SymbolConjured *Made,
                                                 const LocationContext *LCtx,
                                                 SymbolManager &Symbols,
                                                 unsigned Start) const {
  return getFirstFree(Made, Made->getCount(), [&](unsigned I) {
    return renumber(Made, LCtx, Start + I, Symbols);
  });
}

const SymbolConjured *
SymbolsInUse::getFirstFreeAnywhere(const SymbolConjured *Made,
                                   const LocationContext *LCtx,
                                   SymbolManager &Symbols) const {
  const StackFrameContext *Top = getTopFrame(LCtx->getStackFrame());
  return getFirstFree(Made, MaxNamesAnywhere, [&](unsigned I) {
    return renumberAnywhere(Made, Top, I, Symbols);
  });
}

ProgramStateRef kmdf::startReusingSymbols(ProgramStateRef State) {
  return State->set<IsReusing>(true);
}

bool kmdf::areNamesReused(ProgramStateRef State) {
  return State->get<IsReusing>() && getGraphSize(State) > MinNodesToReuse;
}

static const SymbolConjured *getConjured(SVal Value) {
  return dyn_cast_or_null<SymbolConjured>(Value.getAsSymbol());
}

ProgramStateRef ReusedSymbols::checkRegionChanges(
    ProgramStateRef State, const InvalidatedSymbols *,
    ArrayRef<const MemRegion *>, ArrayRef<const MemRegion *> Regions,
    const LocationContext *LCtx, const CallEvent *Call) const {
  if (!Call || !areNamesReused(State))
    return State;
  ProgramStateManager &Manager = State->getStateManager();
  std::optional<SymbolsInUse> InUse;
  for (const MemRegion *Place : Regions) {
    auto Left =
        Manager.getStoreManager().getDefaultBinding(State->getStore(), Place);
    const SymbolConjured *Made = Left ? getConjured(*Left) : nullptr;
    if (!Made)
      continue;
    if (!InUse)
      InUse.emplace(State);
    const SymbolConjured *Name =
        InUse->getFirstFreeAnywhere(Made, LCtx, Manager.getSymbolManager());
    if (Name != Made)
      State = State->killBinding(loc::MemRegionVal(Place))
                  ->bindDefaultInitial(loc::MemRegionVal(Place),
                                       nonloc::SymbolVal(Name), LCtx);
  }
  return State;
}

ProgramStateRef kmdf::reuseReturnedSymbol(ProgramStateRef State,
                                          const CallExpr *Call,
                                          const LocationContext *LCtx) {
  if (!areNamesReused(State))
    return State;
  // Other checkers may know something of a pointer already.
  auto Made = State->getSVal(Call, LCtx).getAs<nonloc::SymbolVal>();
  return Made ? State->BindExpr(Call, LCtx, reuseSymbol(State, *Made, LCtx))
              : State;
}

/// Elements of an array count from numbers of their own, so that the order in
/// which they got their values leaves no trace.
static unsigned getFirstNumber(const MemRegion *Place) {
  constexpr unsigned NumbersOfAnElement = 1000;
  const auto *Element = dyn_cast_or_null<ElementRegion>(Place);
  if (!Element)
    return 0;
  auto Index = Element->getIndex().getAs<nonloc::ConcreteInt>();
  return Index ? NumbersOfAnElement *
                     (1 + getNumber(*Index)->getLimitedValue(UINT16_MAX))
               : 0;
}

DefinedOrUnknownSVal kmdf::reuseSymbol(ProgramStateRef State,
                                       DefinedOrUnknownSVal Made,
                                       const LocationContext *LCtx,
                                       const MemRegion *Place) {
  const SymbolConjured *Symbol = getConjured(Made);
  if (!Symbol || Symbol->getCount() == 0 || !areNamesReused(State))
    return Made;
  ProgramStateManager &Manager = State->getStateManager();
  SymbolRef Free = SymbolsInUse(State).getFirstFree(
      Symbol, LCtx, Manager.getSymbolManager(), getFirstNumber(Place));
  return Manager.getSValBuilder()
      .makeSymbolVal(Free)
      .castAs<DefinedOrUnknownSVal>();
}
