//===-- automaton_test.c - Every step that a lock can take --------*- C -*-===//
//
// Part of the KMDF checkers, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "lock_automaton.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

static void assert_step(enum kmdf_lock_state from, enum kmdf_lock_event event,
                        enum kmdf_lock_state to,
                        enum kmdf_violation violation) {
  struct kmdf_lock_step step = kmdf_step_lock(from, event);
  assert_int_equal(step.next, to);
  assert_int_equal(step.violation, violation);
}

static void a_balanced_lock_breaks_nothing(void **state) {
  (void)state;
  assert_step(KMDF_LOCK_FREE, KMDF_EVENT_ACQUIRE, KMDF_LOCK_HELD,
              KMDF_VIOLATION_NONE);
  assert_step(KMDF_LOCK_HELD, KMDF_EVENT_RELEASE, KMDF_LOCK_FREE,
              KMDF_VIOLATION_NONE);
  assert_step(KMDF_LOCK_FREE, KMDF_EVENT_RETURN, KMDF_LOCK_FREE,
              KMDF_VIOLATION_NONE);
}

static void a_second_acquire_is_a_deadlock(void **state) {
  (void)state;
  assert_step(KMDF_LOCK_HELD, KMDF_EVENT_ACQUIRE, KMDF_LOCK_HELD,
              KMDF_VIOLATION_ACQUIRE_HELD);
  assert_int_equal(kmdf_step_lock(KMDF_LOCK_HELD, KMDF_EVENT_ACQUIRE).path,
                   KMDF_PATH_ENDS);
}

static void a_second_timed_acquire_can_only_time_out(void **state) {
  (void)state;
  assert_int_equal(
      kmdf_step_lock(KMDF_LOCK_HELD, KMDF_EVENT_ACQUIRE_TIMED).path,
      KMDF_PATH_IMPOSSIBLE);
  assert_step(KMDF_LOCK_HELD, KMDF_EVENT_TIME_OUT, KMDF_LOCK_HELD,
              KMDF_VIOLATION_NONE);
}

static void a_time_out_acquires_nothing(void **state) {
  (void)state;
  for (int from = 0; from < KMDF_LOCK_STATE_COUNT; ++from)
    assert_step((enum kmdf_lock_state)from, KMDF_EVENT_TIME_OUT,
                (enum kmdf_lock_state)from, KMDF_VIOLATION_NONE);
}

static void a_release_needs_a_held_lock(void **state) {
  (void)state;
  assert_step(KMDF_LOCK_FREE, KMDF_EVENT_RELEASE, KMDF_LOCK_FREE,
              KMDF_VIOLATION_RELEASE_NOT_HELD);
  assert_step(KMDF_LOCK_DELETED, KMDF_EVENT_RELEASE, KMDF_LOCK_DELETED,
              KMDF_VIOLATION_RELEASE_NOT_HELD);
}

static void a_held_lock_must_not_be_deleted_lost_or_left(void **state) {
  (void)state;
  assert_step(KMDF_LOCK_HELD, KMDF_EVENT_DELETE, KMDF_LOCK_DELETED,
              KMDF_VIOLATION_DELETE_HELD);
  assert_step(KMDF_LOCK_HELD, KMDF_EVENT_LOSE, KMDF_LOCK_UNKNOWN,
              KMDF_VIOLATION_LOSE_HELD);
  assert_step(KMDF_LOCK_HELD, KMDF_EVENT_RETURN, KMDF_LOCK_UNKNOWN,
              KMDF_VIOLATION_RETURN_HELD);
}

static void a_function_leaves_a_lock_as_it_is_annotated(void **state) {
  (void)state;
  assert_step(KMDF_LOCK_HELD, KMDF_EVENT_OWE_HELD, KMDF_LOCK_HELD,
              KMDF_VIOLATION_NONE);
  assert_step(KMDF_LOCK_FREE, KMDF_EVENT_OWE_HELD, KMDF_LOCK_UNKNOWN,
              KMDF_VIOLATION_OWED_HELD);
  assert_step(KMDF_LOCK_DELETED, KMDF_EVENT_OWE_HELD, KMDF_LOCK_UNKNOWN,
              KMDF_VIOLATION_OWED_HELD);
  assert_step(KMDF_LOCK_FREE, KMDF_EVENT_OWE_FREE, KMDF_LOCK_FREE,
              KMDF_VIOLATION_NONE);
  assert_step(KMDF_LOCK_HELD, KMDF_EVENT_OWE_FREE, KMDF_LOCK_UNKNOWN,
              KMDF_VIOLATION_OWED_FREE);
}

static void
a_function_that_releases_elsewhere_must_not_end_holding(void **state) {
  (void)state;
  assert_step(KMDF_LOCK_HELD, KMDF_EVENT_END_WITH_FREE, KMDF_LOCK_UNKNOWN,
              KMDF_VIOLATION_ENDS_DIFFER);
  assert_step(KMDF_LOCK_FREE, KMDF_EVENT_END_WITH_FREE, KMDF_LOCK_FREE,
              KMDF_VIOLATION_NONE);
}

static void an_unknown_lock_breaks_nothing(void **state) {
  (void)state;
  for (int event = 0; event < KMDF_EVENT_COUNT; ++event) {
    struct kmdf_lock_step step =
        kmdf_step_lock(KMDF_LOCK_UNKNOWN, (enum kmdf_lock_event)event);
    assert_int_equal(step.violation, KMDF_VIOLATION_NONE);
    assert_int_equal(step.path, KMDF_PATH_CONTINUES);
  }
}

static void what_was_won_is_unknown_again_once_it_is_released(void **state) {
  (void)state;
  assert_step(KMDF_LOCK_UNKNOWN, KMDF_EVENT_ACQUIRE_TIMED, KMDF_LOCK_WON,
              KMDF_VIOLATION_NONE);
  assert_step(KMDF_LOCK_WON, KMDF_EVENT_RELEASE, KMDF_LOCK_UNKNOWN,
              KMDF_VIOLATION_NONE);
  // In all else it is held.
  for (int event = 0; event < KMDF_EVENT_COUNT; ++event) {
    if (event == KMDF_EVENT_RELEASE)
      continue;
    struct kmdf_lock_step won =
        kmdf_step_lock(KMDF_LOCK_WON, (enum kmdf_lock_event)event);
    struct kmdf_lock_step held =
        kmdf_step_lock(KMDF_LOCK_HELD, (enum kmdf_lock_event)event);
    assert_int_equal(won.violation, held.violation);
    assert_int_equal(won.path, held.path);
    assert_int_equal(kmdf_is_held(won.next), kmdf_is_held(held.next));
  }
}

static void an_unknown_lock_is_known_once_it_is_used(void **state) {
  (void)state;
  assert_step(KMDF_LOCK_UNKNOWN, KMDF_EVENT_ACQUIRE, KMDF_LOCK_HELD,
              KMDF_VIOLATION_NONE);
  assert_step(KMDF_LOCK_UNKNOWN, KMDF_EVENT_RELEASE, KMDF_LOCK_FREE,
              KMDF_VIOLATION_NONE);
}

static void code_that_is_not_seen_makes_any_lock_unknown(void **state) {
  (void)state;
  for (int from = 0; from < KMDF_LOCK_STATE_COUNT; ++from)
    assert_step((enum kmdf_lock_state)from, KMDF_EVENT_ESCAPE,
                KMDF_LOCK_UNKNOWN, KMDF_VIOLATION_NONE);
}

static void a_new_lock_is_free(void **state) {
  (void)state;
  for (int from = 0; from < KMDF_LOCK_STATE_COUNT; ++from)
    assert_step((enum kmdf_lock_state)from, KMDF_EVENT_CREATE, KMDF_LOCK_FREE,
                KMDF_VIOLATION_NONE);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(a_balanced_lock_breaks_nothing),
      cmocka_unit_test(a_second_acquire_is_a_deadlock),
      cmocka_unit_test(a_second_timed_acquire_can_only_time_out),
      cmocka_unit_test(a_time_out_acquires_nothing),
      cmocka_unit_test(a_release_needs_a_held_lock),
      cmocka_unit_test(a_held_lock_must_not_be_deleted_lost_or_left),
      cmocka_unit_test(a_function_leaves_a_lock_as_it_is_annotated),
      cmocka_unit_test(a_function_that_releases_elsewhere_must_not_end_holding),
      cmocka_unit_test(an_unknown_lock_breaks_nothing),
      cmocka_unit_test(what_was_won_is_unknown_again_once_it_is_released),
      cmocka_unit_test(an_unknown_lock_is_known_once_it_is_used),
      cmocka_unit_test(code_that_is_not_seen_makes_any_lock_unknown),
      cmocka_unit_test(a_new_lock_is_free),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
