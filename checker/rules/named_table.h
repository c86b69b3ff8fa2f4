//===-- named_table.h - Tables that are looked up by name ---------*- C -*-===//
//
// Part of the KMDF checkers, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Every table of the rules is an array of rows that begin with their name, in
// the order of strcmp (a unit test holds each table to that).
//
//===----------------------------------------------------------------------===//

#ifndef KMDF_RULES_NAMED_TABLE_H
#define KMDF_RULES_NAMED_TABLE_H

#include <stddef.h>

#ifdef __cplusplus
extern "C" {
#endif

// The row called NAME among COUNT rows of ROW_SIZE bytes, each of which begins
// with a `const char *`; null if there is none. NAME is NUL-terminated.
const void *kmdf_named_row(const void *rows, size_t count, size_t row_size,
                           const char *name);

#ifdef __cplusplus
}
#endif

#endif // KMDF_RULES_NAMED_TABLE_H
