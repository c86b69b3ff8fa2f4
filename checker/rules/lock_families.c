//===-- lock_families.c - The kinds of lock that the rules know ---*- C -*-===//
//
// Part of the KMDF checkers, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "lock_families.h"

#include <assert.h>

static const struct kmdf_lock_family_info families[KMDF_FAMILY_COUNT] = {
    [KMDF_FAMILY_WAIT_LOCK] = {"WDFWAITLOCK", "wait lock"},
};

const struct kmdf_lock_family_info *
kmdf_get_lock_family(enum kmdf_lock_family family) {
  assert((unsigned)family < KMDF_FAMILY_COUNT);
  return &families[family];
}
