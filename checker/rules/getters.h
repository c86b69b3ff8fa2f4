//===-- getters.h - DDIs that always give the same answer ---------*- C -*-===//
//
// Part of the KMDF checkers, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A getter is a DDI whose result is a function of its arguments for as long as
// a callback runs: asked twice, it gives the same object. Source: the DDIs'
// pages in Microsoft's driver reference, for KMDF 1.33 and the kernel.
//
//===----------------------------------------------------------------------===//

#ifndef KMDF_RULES_GETTERS_H
#define KMDF_RULES_GETTERS_H

#include <stddef.h>

#ifdef __cplusplus
extern "C" {
#endif

enum kmdf_getter_kind {
  KMDF_GETTER_OF_OBJECT,  // the first argument is the object; what it answers
                          // also depends on the others, where there are any
  KMDF_GETTER_OF_CONTEXT, // the first argument is a context, the result is the
                          // object that has it
  KMDF_GETTER_OF_THREAD   // no argument: what the callback runs for, never
                          // NULL or 0
};

struct kmdf_getter {
  const char *name;
  enum kmdf_getter_kind kind;
  int param_count;
};

// The getter called NAME, or null.
const struct kmdf_getter *kmdf_find_getter(const char *name);

// All of them, *COUNT rows in the order of their names.
const struct kmdf_getter *kmdf_all_getters(size_t *count);

#ifdef __cplusplus
}
#endif

#endif // KMDF_RULES_GETTERS_H
