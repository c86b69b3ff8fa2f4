//===-- ddis.h - The framework's functions that change a lock -----*- C -*-===//
//
// Part of the KMDF checkers, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// DDI is the field's word for a function of the framework that a driver calls.
// Signatures and effects are those of the pages under wdfsync.h and wdfobject.h
// in Microsoft's driver reference, for KMDF 1.33.
//
//===----------------------------------------------------------------------===//

#ifndef KMDF_RULES_DDIS_H
#define KMDF_RULES_DDIS_H

#include "lock_families.h"

#include <stddef.h>

#ifdef __cplusplus
extern "C" {
#endif

enum kmdf_ddi_effect {
  KMDF_DDI_CREATE,  // on success `*out` is a new lock, not held; on failure
                    // it is no lock
  KMDF_DDI_ACQUIRE, // acquires; with a time-out only where it returns
                    // STATUS_SUCCESS
  KMDF_DDI_RELEASE, // releases
  KMDF_DDI_DELETE   // the handle is dead; of any family
};

// Where a DDI has no such parameter.
enum { KMDF_NO_PARAM = -1 };

struct kmdf_ddi {
  const char *name;
  enum kmdf_ddi_effect effect;
  enum kmdf_lock_family family; // means nothing for KMDF_DDI_DELETE
  int param_count;
  int lock_param;    // index of the handle or, for CREATE, of where it goes
  int timeout_param; // index of the PLONGLONG, or KMDF_NO_PARAM
};

// The DDI called NAME, or null.
const struct kmdf_ddi *kmdf_find_ddi(const char *name);

// The DDI that releases a lock of FAMILY, which must be below
// KMDF_FAMILY_COUNT.
const struct kmdf_ddi *kmdf_find_release(enum kmdf_lock_family family);

// All of them, *COUNT rows in the order of their names.
const struct kmdf_ddi *kmdf_all_ddis(size_t *count);

#ifdef __cplusplus
}
#endif

#endif // KMDF_RULES_DDIS_H
