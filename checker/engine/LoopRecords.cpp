//===-- LoopRecords.cpp - What a path knows of its loops --------*- C++ -*-===//
//
// Part of the KMDF checkers, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "LoopRecords.h"

#include "clang/StaticAnalyzer/Core/PathSensitive/ProgramStateTrait.h"

using namespace clang;
using namespace ento;
using namespace kmdf;

namespace {
/// A counter of a loop that a frame runs.
struct RunningCounter {
  RunningLoop In;
  unsigned Number;

  bool operator==(const RunningCounter &Other) const {
    return In == Other.In && Number == Other.Number;
  }
  bool operator<(const RunningCounter &Other) const {
    return std::tie(In, Number) < std::tie(Other.In, Other.Number);
  }
  void Profile(llvm::FoldingSetNodeID &ID) const {
    In.Profile(ID);
    ID.AddInteger(Number);
  }
};
} // namespace

REGISTER_MAP_WITH_PROGRAMSTATE(LoopRecords, RunningLoop, LoopRecord)
REGISTER_MAP_WITH_PROGRAMSTATE(CounterBounds, RunningCounter,
                               const llvm::APSInt *)

const LoopRecord *kmdf::getRecord(ProgramStateRef State,
                                  const RunningLoop &Running) {
  return State->get<LoopRecords>(Running);
}

ProgramStateRef kmdf::setRecord(ProgramStateRef State,
                                const RunningLoop &Running,
                                const LoopRecord &Record) {
  return State->set<LoopRecords>(Running, Record);
}

const llvm::APSInt *kmdf::getCounterBound(ProgramStateRef State,
                                          const RunningLoop &Running,
                                          unsigned Counter) {
  const llvm::APSInt *const *Bound =
      State->get<CounterBounds>({Running, Counter});
  return Bound ? *Bound : nullptr;
}

ProgramStateRef kmdf::setCounterBound(ProgramStateRef State,
                                      const RunningLoop &Running,
                                      unsigned Counter,
                                      const llvm::APSInt *Bound) {
  return State->set<CounterBounds>({Running, Counter}, Bound);
}

ProgramStateRef kmdf::forgetLoop(ProgramStateRef State,
                                 const RunningLoop &Running) {
  State = State->remove<LoopRecords>(Running);
  for (unsigned I = 0, N = Running.L->getCounters().all().size(); I != N; ++I)
    State = State->remove<CounterBounds>({Running, I});
  return State;
}

ProgramStateRef kmdf::forgetLoops(ProgramStateRef State,
                                  const StackFrameContext *Frame) {
  for (const auto &[Running, Record] : State->get<LoopRecords>())
    if (Running.Frame == Frame)
      State = State->remove<LoopRecords>(Running);
  for (const auto &[Counter, Bound] : State->get<CounterBounds>())
    if (Counter.In.Frame == Frame)
      State = State->remove<CounterBounds>(Counter);
  return State;
}
