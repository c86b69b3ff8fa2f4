//===-- macros.c - Macros that drivers copy -----------------------*- C -*-===//
//
// Part of the KMDF checkers, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "macros.h"

#include "named_table.h"

#include <stddef.h>

struct macro {
  const char *name;
  const char *definition;
};

// A driver's own may have another number of arguments, which is then no error
// of the preprocessor.
static const struct macro macros[] = {
    {"BooleanFlagOn", "(f, ...) ((BOOLEAN)(((f) & (__VA_ARGS__)) != 0))"},
    {"ClearFlag", "(f, ...) ((f) &= ~(__VA_ARGS__))"},
    {"FlagOn", "(f, ...) ((f) & (__VA_ARGS__))"},
    {"SetFlag", "(f, ...) ((f) |= (__VA_ARGS__))"},
};

const char *kmdf_get_macro(const char *name) {
  const struct macro *found = (const struct macro *)kmdf_named_row(
      macros, sizeof macros / sizeof macros[0], sizeof macros[0], name);
  return found ? found->definition : NULL;
}
