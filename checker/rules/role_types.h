//===-- role_types.h - The framework's event callbacks ------------*- C -*-===//
//
// Part of the KMDF checkers, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A role type is the function type by which a driver declares an event
// callback: `EVT_WDF_IO_QUEUE_IO_READ EvtIoRead;`. The list is that of the
// headers of KMDF 1.33; each type's page in Microsoft's driver reference says
// what it is called for.
//
//===----------------------------------------------------------------------===//

#ifndef KMDF_RULES_ROLE_TYPES_H
#define KMDF_RULES_ROLE_TYPES_H

#include <stddef.h>

#ifdef __cplusplus
extern "C" {
#endif

struct kmdf_role_type {
  const char *name;
  const char *object; // the framework object that the callback is for
};

// The role type called NAME, or null.
const struct kmdf_role_type *kmdf_find_role_type(const char *name);

// All of them, *COUNT rows in the order of their names.
const struct kmdf_role_type *kmdf_all_role_types(size_t *count);

#ifdef __cplusplus
}
#endif

#endif // KMDF_RULES_ROLE_TYPES_H
