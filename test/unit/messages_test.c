//===-- messages_test.c - What a report says, to the letter -------*- C -*-===//
//
// Part of the KMDF checkers, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "messages.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

static const struct kmdf_message_args args = {
    "EvtIoRead", KMDF_FAMILY_WAIT_LOCK, "ctx->Lock", 57};

static void assert_violation(enum kmdf_violation violation, const char *text) {
  char buffer[256];
  size_t length =
      kmdf_violation_message(buffer, sizeof buffer, violation, &args);
  assert_string_equal(buffer, text);
  assert_int_equal(length, strlen(text));
}

static void assert_note(enum kmdf_note note, const char *text) {
  char buffer[256];
  size_t length = kmdf_note_message(buffer, sizeof buffer, note, &args);
  assert_string_equal(buffer, text);
  assert_int_equal(length, strlen(text));
}

static void violations_read_like_this(void **state) {
  (void)state;
  assert_violation(KMDF_VIOLATION_RETURN_HELD,
                   "EvtIoRead returns while it still holds the wait lock "
                   "'ctx->Lock'");
  assert_violation(KMDF_VIOLATION_LOSE_HELD,
                   "EvtIoRead loses the last handle to the wait lock "
                   "'ctx->Lock' while it holds it, so that nothing can release "
                   "it");
  assert_violation(KMDF_VIOLATION_ACQUIRE_HELD,
                   "EvtIoRead acquires the wait lock 'ctx->Lock' while it "
                   "already holds it, and waits for itself forever");
  assert_violation(KMDF_VIOLATION_RELEASE_NOT_HELD,
                   "EvtIoRead releases the wait lock 'ctx->Lock', which it "
                   "does not hold");
  assert_violation(KMDF_VIOLATION_DELETE_HELD,
                   "EvtIoRead deletes the wait lock 'ctx->Lock' while it holds "
                   "it");
  assert_violation(KMDF_VIOLATION_ENDS_DIFFER,
                   "EvtIoRead returns while it still holds the wait lock "
                   "'ctx->Lock'; on another way out it has released it, and "
                   "nothing tells its caller which way it was");
}

static void notes_read_like_this(void **state) {
  (void)state;
  assert_note(KMDF_NOTE_CREATED, "'ctx->Lock' is created here");
  assert_note(KMDF_NOTE_ACQUIRED, "'ctx->Lock' is acquired here");
  assert_note(KMDF_NOTE_ACQUIRED_IN_TIME,
              "'ctx->Lock' is acquired with a time-out here: assuming the lock "
              "was acquired");
  assert_note(KMDF_NOTE_TIMED_OUT,
              "'ctx->Lock' is acquired with a time-out here: assuming the time "
              "ran out, so the lock was not acquired and the call returns "
              "STATUS_TIMEOUT");
  assert_note(KMDF_NOTE_RELEASED, "'ctx->Lock' is released here");
  assert_note(KMDF_NOTE_DELETED, "'ctx->Lock' is deleted here");
  assert_note(KMDF_NOTE_RELEASE_SKIPPED,
              "this way leaves out the release of 'ctx->Lock' on line 57");
  assert_note(KMDF_NOTE_TIMEOUT_TAKEN_FOR_SUCCESS,
              "the time-out is taken for success here: NT_SUCCESS is true for "
              "STATUS_TIMEOUT; only STATUS_SUCCESS means that the lock was "
              "acquired");
}

static void a_text_is_cut_off_at_the_end_of_the_buffer(void **state) {
  (void)state;
  char buffer[8];
  memset(buffer, 'x', sizeof buffer);
  size_t length =
      kmdf_violation_message(buffer, 5, KMDF_VIOLATION_RETURN_HELD, &args);
  assert_string_equal(buffer, "EvtI");
  assert_int_equal(buffer[5], 'x');
  assert_int_equal(length, kmdf_violation_message(
                               NULL, 0, KMDF_VIOLATION_RETURN_HELD, &args));
  assert_true(length > sizeof buffer);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(violations_read_like_this),
      cmocka_unit_test(notes_read_like_this),
      cmocka_unit_test(a_text_is_cut_off_at_the_end_of_the_buffer),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
