//===-- tables_test.c - The tables are in order -------------------*- C -*-===//
//
// Part of the KMDF checkers, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "ddis.h"
#include "getters.h"
#include "irql.h"
#include "prefast.h"
#include "role_types.h"
#include "rules.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

// The lookup is a binary search, and a row that stands twice is a mistake.
#define ASSERT_SORTED(rows, count)                                             \
  do {                                                                         \
    for (size_t i = 1; i < (count); ++i)                                       \
      assert_true(strcmp((rows)[i - 1].name, (rows)[i].name) < 0);             \
  } while (0)

static void ddis_are_found_by_name(void **state) {
  (void)state;
  size_t count;
  const struct kmdf_ddi *ddis = kmdf_all_ddis(&count);
  assert_true(count > 0);
  ASSERT_SORTED(ddis, count);
  for (size_t i = 0; i < count; ++i)
    assert_ptr_equal(kmdf_find_ddi(ddis[i].name), &ddis[i]);
  assert_null(kmdf_find_ddi(""));
  assert_null(kmdf_find_ddi("WdfWaitLockAcquir"));
  assert_null(kmdf_find_ddi("WdfWaitLockAcquired"));
}

static void ddis_name_their_own_parameters(void **state) {
  (void)state;
  size_t count;
  const struct kmdf_ddi *ddis = kmdf_all_ddis(&count);
  for (size_t i = 0; i < count; ++i) {
    assert_in_range(ddis[i].lock_param, 0, ddis[i].param_count - 1);
    assert_true(ddis[i].timeout_param < ddis[i].param_count);
    assert_int_not_equal(ddis[i].timeout_param, ddis[i].lock_param);
    assert_true(ddis[i].effect == KMDF_DDI_ACQUIRE ||
                ddis[i].timeout_param == KMDF_NO_PARAM);
  }
}

static void only_a_timed_acquire_has_a_timeout(void **state) {
  (void)state;
  const struct kmdf_ddi *acquire = kmdf_find_ddi("WdfWaitLockAcquire");
  assert_non_null(acquire);
  assert_int_equal(acquire->lock_param, 0);
  assert_int_equal(acquire->timeout_param, 1);
}

static void getters_are_found_by_name(void **state) {
  (void)state;
  size_t count;
  const struct kmdf_getter *getters = kmdf_all_getters(&count);
  assert_true(count > 0);
  ASSERT_SORTED(getters, count);
  for (size_t i = 0; i < count; ++i) {
    assert_ptr_equal(kmdf_find_getter(getters[i].name), &getters[i]);
    assert_true((getters[i].param_count == 0) ==
                (getters[i].kind == KMDF_GETTER_OF_THREAD));
    assert_in_range(getters[i].param_count, 0, 2);
  }
  assert_null(kmdf_find_getter("WdfCollectionGetFirstItem"));
}

static void irql_effects_are_found_by_name(void **state) {
  (void)state;
  assert_int_equal(kmdf_get_irql_effect("ExAcquireFastMutex"),
                   KMDF_IRQL_RAISED);
  assert_int_equal(kmdf_get_irql_effect("KeLowerIrql"), KMDF_IRQL_LOWERED);
  assert_int_equal(kmdf_get_irql_effect("KeReleaseSpinLock"),
                   KMDF_IRQL_LOWERED);
  assert_int_equal(kmdf_get_irql_effect("WdfSpinLockRelease"),
                   KMDF_IRQL_LOWERED);
  assert_int_equal(kmdf_get_irql_effect("KeAcquireSpinLockAtDpcLevel"),
                   KMDF_IRQL_KEPT);
  assert_int_equal(kmdf_get_irql_effect(""), KMDF_IRQL_KEPT);
}

static void role_types_are_found_by_name(void **state) {
  (void)state;
  size_t count;
  const struct kmdf_role_type *roles = kmdf_all_role_types(&count);
  assert_int_equal(count, 112);
  ASSERT_SORTED(roles, count);
  for (size_t i = 0; i < count; ++i) {
    assert_ptr_equal(kmdf_find_role_type(roles[i].name), &roles[i]);
    assert_int_equal(strncmp(roles[i].name, "EVT_WDF", 7), 0);
    assert_true(strlen(roles[i].object) > 0);
  }
  assert_string_equal(kmdf_find_role_type("EVT_WDF_TIMER")->object, "timer");
  assert_null(kmdf_find_role_type("PFN_WDF_TIMER"));
  assert_null(kmdf_find_role_type("DRIVER_INITIALIZE"));
}

static void every_violation_breaks_one_rule_of_each_family(void **state) {
  (void)state;
  for (int family = 0; family < KMDF_FAMILY_COUNT; ++family) {
    enum kmdf_lock_family f = (enum kmdf_lock_family)family;
    assert_int_equal(kmdf_broken_rule(f, KMDF_VIOLATION_NONE), KMDF_RULE_COUNT);
    for (int v = KMDF_VIOLATION_NONE + 1; v < KMDF_VIOLATION_COUNT; ++v) {
      enum kmdf_rule rule = kmdf_broken_rule(f, (enum kmdf_violation)v);
      assert_true(rule < KMDF_RULE_COUNT);
      assert_true(kmdf_get_rule(rule)->violations & (1u << v));
      for (int other = 0; other < KMDF_RULE_COUNT; ++other) {
        const struct kmdf_rule_info *info =
            kmdf_get_rule((enum kmdf_rule)other);
        assert_true(other == (int)rule || info->family != f ||
                    !(info->violations & (1u << v)));
      }
    }
  }
}

static void rules_are_in_the_package(void **state) {
  (void)state;
  for (int rule = 0; rule < KMDF_RULE_COUNT; ++rule) {
    const struct kmdf_rule_info *info = kmdf_get_rule((enum kmdf_rule)rule);
    assert_int_equal(strncmp(info->name, KMDF_PACKAGE ".", 5), 0);
    assert_true(strlen(info->bug_name) > 0);
    assert_true(strlen(info->summary) > 0);
  }
}

static void warnings_are_about_rules(void **state) {
  (void)state;
  assert_int_equal(kmdf_rule_of_warning(26115), KMDF_RULE_WDF_WAITLOCK_RELEASE);
  assert_int_equal(kmdf_rule_of_warning(26165), KMDF_RULE_WDF_WAITLOCK_RELEASE);
  assert_int_equal(kmdf_rule_of_warning(26117), KMDF_RULE_WDF_WAITLOCK);
  assert_int_equal(kmdf_rule_of_warning(26167), KMDF_RULE_WDF_WAITLOCK);
  assert_int_equal(kmdf_rule_of_warning(28166), KMDF_RULE_COUNT);
  assert_int_equal(kmdf_rule_of_warning(0), KMDF_RULE_COUNT);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(ddis_are_found_by_name),
      cmocka_unit_test(ddis_name_their_own_parameters),
      cmocka_unit_test(only_a_timed_acquire_has_a_timeout),
      cmocka_unit_test(getters_are_found_by_name),
      cmocka_unit_test(irql_effects_are_found_by_name),
      cmocka_unit_test(role_types_are_found_by_name),
      cmocka_unit_test(every_violation_breaks_one_rule_of_each_family),
      cmocka_unit_test(rules_are_in_the_package),
      cmocka_unit_test(warnings_are_about_rules),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
