//===-- irql.c - DDIs that change the interrupt level -------------*- C -*-===//
//
// Part of the KMDF checkers, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "irql.h"

#include "named_table.h"

struct irql_change {
  const char *name;
  enum kmdf_irql_effect effect;
};

// clang-format off
static const struct irql_change changes[] = {
    {"ExAcquireFastMutex", KMDF_IRQL_RAISED},
    {"ExAcquireSpinLockExclusive", KMDF_IRQL_RAISED},
    {"ExAcquireSpinLockShared", KMDF_IRQL_RAISED},
    {"ExReleaseFastMutex", KMDF_IRQL_LOWERED},
    {"ExReleaseSpinLockExclusive", KMDF_IRQL_LOWERED},
    {"ExReleaseSpinLockShared", KMDF_IRQL_LOWERED},
    {"ExTryToAcquireFastMutex", KMDF_IRQL_RAISED},
    {"IoAcquireCancelSpinLock", KMDF_IRQL_RAISED},
    {"IoAcquireVpbSpinLock", KMDF_IRQL_RAISED},
    {"IoReleaseCancelSpinLock", KMDF_IRQL_LOWERED},
    {"IoReleaseVpbSpinLock", KMDF_IRQL_LOWERED},
    {"KeAcquireInStackQueuedSpinLock", KMDF_IRQL_RAISED},
    {"KeAcquireInStackQueuedSpinLockForDpc", KMDF_IRQL_RAISED},
    {"KeAcquireInterruptSpinLock", KMDF_IRQL_RAISED},
    {"KeAcquireQueuedSpinLock", KMDF_IRQL_RAISED},
    {"KeAcquireSpinLock", KMDF_IRQL_RAISED},
    {"KeAcquireSpinLockForDpc", KMDF_IRQL_RAISED},
    {"KeAcquireSpinLockRaiseToDpc", KMDF_IRQL_RAISED},
    {"KeAcquireSpinLockRaiseToSynch", KMDF_IRQL_RAISED},
    {"KeLowerIrql", KMDF_IRQL_LOWERED},
    {"KeRaiseIrql", KMDF_IRQL_RAISED},
    {"KeRaiseIrqlToDpcLevel", KMDF_IRQL_RAISED},
    {"KeRaiseIrqlToSynchLevel", KMDF_IRQL_RAISED},
    {"KeReleaseInStackQueuedSpinLock", KMDF_IRQL_LOWERED},
    {"KeReleaseInStackQueuedSpinLockForDpc", KMDF_IRQL_LOWERED},
    {"KeReleaseInterruptSpinLock", KMDF_IRQL_LOWERED},
    {"KeReleaseQueuedSpinLock", KMDF_IRQL_LOWERED},
    {"KeReleaseSpinLock", KMDF_IRQL_LOWERED},
    {"KeReleaseSpinLockForDpc", KMDF_IRQL_LOWERED},
    {"KfAcquireSpinLock", KMDF_IRQL_RAISED},
    {"KfLowerIrql", KMDF_IRQL_LOWERED},
    {"KfRaiseIrql", KMDF_IRQL_RAISED},
    {"KfReleaseSpinLock", KMDF_IRQL_LOWERED},
    {"WdfInterruptAcquireLock", KMDF_IRQL_RAISED},
    {"WdfInterruptReleaseLock", KMDF_IRQL_LOWERED},
    {"WdfObjectAcquireLock", KMDF_IRQL_RAISED},
    {"WdfObjectReleaseLock", KMDF_IRQL_LOWERED},
    {"WdfSpinLockAcquire", KMDF_IRQL_RAISED},
    {"WdfSpinLockRelease", KMDF_IRQL_LOWERED},
};
// clang-format on

enum kmdf_irql_effect kmdf_get_irql_effect(const char *name) {
  const struct irql_change *change = (const struct irql_change *)kmdf_named_row(
      changes, sizeof changes / sizeof changes[0], sizeof changes[0], name);
  return change ? change->effect : KMDF_IRQL_KEPT;
}
