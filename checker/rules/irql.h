//===-- irql.h - DDIs that change the interrupt level -------------*- C -*-===//
//
// Part of the KMDF checkers, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// What a DDI does to the interrupt level (IRQL) that KeGetCurrentIrql answers.
// Source: the DDIs' pages in Microsoft's driver reference, for KMDF 1.33 and
// the kernel. What is not listed leaves it as it is.
//
//===----------------------------------------------------------------------===//

#ifndef KMDF_RULES_IRQL_H
#define KMDF_RULES_IRQL_H

#ifdef __cplusplus
extern "C" {
#endif

enum kmdf_irql_effect {
  KMDF_IRQL_KEPT,
  KMDF_IRQL_RAISED, // or already as high
  KMDF_IRQL_LOWERED // to what it was before the DDI that is its counterpart
};

// What the DDI called NAME, NUL-terminated, does.
enum kmdf_irql_effect kmdf_get_irql_effect(const char *name);

#ifdef __cplusplus
}
#endif

#endif // KMDF_RULES_IRQL_H
