//===-- macros.h - Macros that drivers copy -----------------------*- C -*-===//
//
// Part of the KMDF checkers, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Macros of the kernel's headers that drivers define for themselves under the
// same names, for those headers are not for everyone. Where the driver's header
// is missing, they are taken for what they always are. Source: ntifs.h and
// fltKernel.h, as Microsoft's samples use them.
//
//===----------------------------------------------------------------------===//

#ifndef KMDF_RULES_MACROS_H
#define KMDF_RULES_MACROS_H

#ifdef __cplusplus
extern "C" {
#endif

// What follows NAME, NUL-terminated, in its definition: the parameters and what
// they become. Null if it is no such macro.
const char *kmdf_get_macro(const char *name);

#ifdef __cplusplus
}
#endif

#endif // KMDF_RULES_MACROS_H
