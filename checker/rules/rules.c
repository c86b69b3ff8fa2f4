//===-- rules.c - The rules and what breaks them ------------------*- C -*-===//
//
// Part of the KMDF checkers, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "rules.h"

#include <assert.h>

#define BREAKS(violation) (1u << KMDF_VIOLATION_##violation)

static const struct kmdf_rule_info rules[KMDF_RULE_COUNT] = {
    [KMDF_RULE_WDF_WAITLOCK] =
        {
            .name = KMDF_PACKAGE ".WdfWaitlock",
            .bug_name = "Wait lock out of turn",
            .summary = "Acquires and releases of a wait lock alternate: none "
                       "is acquired or deleted while the driver holds it, none "
                       "is released while it does not.",
            .family = KMDF_FAMILY_WAIT_LOCK,
            .violations = BREAKS(ACQUIRE_HELD) | BREAKS(RELEASE_NOT_HELD) |
                          BREAKS(DELETE_HELD) | BREAKS(OWED_HELD),
        },
    [KMDF_RULE_WDF_WAITLOCK_RELEASE] =
        {
            .name = KMDF_PACKAGE ".WdfWaitlockRelease",
            .bug_name = "Wait lock not released",
            .summary = "An event callback releases every wait lock that it "
                       "acquires before it returns.",
            .family = KMDF_FAMILY_WAIT_LOCK,
            .violations = BREAKS(RETURN_HELD) | BREAKS(LOSE_HELD) |
                          BREAKS(OWED_FREE) | BREAKS(ENDS_DIFFER),
        },
};

const struct kmdf_rule_info *kmdf_get_rule(enum kmdf_rule rule) {
  assert((unsigned)rule < KMDF_RULE_COUNT);
  return &rules[rule];
}

enum kmdf_rule kmdf_broken_rule(enum kmdf_lock_family family,
                                enum kmdf_violation violation) {
  for (unsigned rule = 0; rule < KMDF_RULE_COUNT; ++rule)
    if (rules[rule].family == family &&
        (rules[rule].violations & (1u << violation)))
      return (enum kmdf_rule)rule;
  return KMDF_RULE_COUNT;
}
