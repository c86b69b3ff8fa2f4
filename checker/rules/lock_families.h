//===-- lock_families.h - The kinds of lock that the rules know ---*- C -*-===//
//
// Part of the KMDF checkers, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A lock family is what one set of DDIs works on. All families share the
// automaton (lock_automaton.h); what tells them apart stands here and in the
// rows of ddis.c and rules.c.
//
//===----------------------------------------------------------------------===//

#ifndef KMDF_RULES_LOCK_FAMILIES_H
#define KMDF_RULES_LOCK_FAMILIES_H

#ifdef __cplusplus
extern "C" {
#endif

enum kmdf_lock_family { KMDF_FAMILY_WAIT_LOCK, KMDF_FAMILY_COUNT };

struct kmdf_lock_family_info {
  const char *handle_type; // the typedef's name in wdftypes.h
  const char *noun;        // what a message calls such a lock
};

// The description of FAMILY, which must be below KMDF_FAMILY_COUNT.
const struct kmdf_lock_family_info *
kmdf_get_lock_family(enum kmdf_lock_family family);

#ifdef __cplusplus
}
#endif

#endif // KMDF_RULES_LOCK_FAMILIES_H
