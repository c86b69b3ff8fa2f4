//===-- named_table.c - Tables that are looked up by name ---------*- C -*-===//
//
// Part of the KMDF checkers, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "named_table.h"

#include <stdlib.h>
#include <string.h>

static int compare_name_to_row(const void *name, const void *row) {
  return strcmp((const char *)name, *(const char *const *)row);
}

const void *kmdf_named_row(const void *rows, size_t count, size_t row_size,
                           const char *name) {
  return bsearch(name, rows, count, row_size, compare_name_to_row);
}
