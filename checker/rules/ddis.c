//===-- ddis.c - The framework's functions that change a lock -----*- C -*-===//
//
// Part of the KMDF checkers, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "ddis.h"

#include "named_table.h"

#define DDI_COUNT (sizeof ddis / sizeof ddis[0])

// clang-format off
static const struct kmdf_ddi ddis[] = {
    // name                  effect            family            params lock timeout
    {"WdfObjectDelete",    KMDF_DDI_DELETE,  KMDF_FAMILY_WAIT_LOCK, 1, 0, KMDF_NO_PARAM},
    {"WdfWaitLockAcquire", KMDF_DDI_ACQUIRE, KMDF_FAMILY_WAIT_LOCK, 2, 0, 1},
    {"WdfWaitLockCreate",  KMDF_DDI_CREATE,  KMDF_FAMILY_WAIT_LOCK, 2, 1, KMDF_NO_PARAM},
    {"WdfWaitLockRelease", KMDF_DDI_RELEASE, KMDF_FAMILY_WAIT_LOCK, 1, 0, KMDF_NO_PARAM},
};
// clang-format on

const struct kmdf_ddi *kmdf_find_ddi(const char *name) {
  return (const struct kmdf_ddi *)kmdf_named_row(ddis, DDI_COUNT,
                                                 sizeof ddis[0], name);
}

const struct kmdf_ddi *kmdf_find_release(enum kmdf_lock_family family) {
  for (size_t i = 0; i < DDI_COUNT; ++i)
    if (ddis[i].effect == KMDF_DDI_RELEASE && ddis[i].family == family)
      return &ddis[i];
  return NULL;
}

const struct kmdf_ddi *kmdf_all_ddis(size_t *count) {
  *count = DDI_COUNT;
  return ddis;
}
