//===-- rules.h - The rules and what breaks them ------------------*- C -*-===//
//
// Part of the KMDF checkers, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The rules are Static Driver Verifier's, by their names there.
//
//===----------------------------------------------------------------------===//

#ifndef KMDF_RULES_RULES_H
#define KMDF_RULES_RULES_H

#include "lock_automaton.h"
#include "lock_families.h"

#ifdef __cplusplus
extern "C" {
#endif

// The package of the checkers: `-analyzer-checker=kmdf` turns all rules on.
#define KMDF_PACKAGE "kmdf"

enum kmdf_rule {
  KMDF_RULE_WDF_WAITLOCK,
  KMDF_RULE_WDF_WAITLOCK_RELEASE,
  KMDF_RULE_COUNT
};

struct kmdf_rule_info {
  const char *name;     // the checker's full name
  const char *bug_name; // what a report of it is called, in a few words
  const char *summary;  // what the driver must do, in one sentence
  enum kmdf_lock_family family;
  unsigned violations; // a bit (1 << violation) for each that breaks the rule
};

// The description of RULE, which must be below KMDF_RULE_COUNT.
const struct kmdf_rule_info *kmdf_get_rule(enum kmdf_rule rule);

// The rule that VIOLATION of a lock of FAMILY breaks. KMDF_RULE_COUNT if there
// is none, as for KMDF_VIOLATION_NONE.
enum kmdf_rule kmdf_broken_rule(enum kmdf_lock_family family,
                                enum kmdf_violation violation);

#ifdef __cplusplus
}
#endif

#endif // KMDF_RULES_RULES_H
