//===-- messages.c - What a report says ---------------------------*- C -*-===//
//
// Part of the KMDF checkers, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "messages.h"

#include <assert.h>
#include <stdio.h>

size_t kmdf_violation_message(char *buffer, size_t size,
                              enum kmdf_violation violation,
                              const struct kmdf_message_args *args) {
  // The arguments of every format: the function, the family's noun, the lock.
  static const char *const formats[KMDF_VIOLATION_COUNT] = {
      [KMDF_VIOLATION_ACQUIRE_HELD] =
          "%s acquires the %s '%s' while it already holds it, and waits for "
          "itself forever",
      [KMDF_VIOLATION_RELEASE_NOT_HELD] =
          "%s releases the %s '%s', which it does not hold",
      [KMDF_VIOLATION_DELETE_HELD] = "%s deletes the %s '%s' while it holds it",
      [KMDF_VIOLATION_RETURN_HELD] = "%s returns while it still holds the %s "
                                     "'%s'",
      [KMDF_VIOLATION_LOSE_HELD] =
          "%s loses the last handle to the %s '%s' while it holds it, so that "
          "nothing can release it",
      [KMDF_VIOLATION_OWED_HELD] =
          "%s is annotated to leave the %s '%s' held, but returns without it",
      [KMDF_VIOLATION_OWED_FREE] =
          "%s is annotated to leave the %s '%s' released, but returns while it "
          "holds it",
      [KMDF_VIOLATION_ENDS_DIFFER] =
          "%s returns while it still holds the %s '%s'; on another way out it "
          "has "
          "released it, and nothing tells its caller which way it was",
  };
  assert((unsigned)violation < KMDF_VIOLATION_COUNT && formats[violation]);
  int length = snprintf(buffer, size, formats[violation], args->function,
                        kmdf_get_lock_family(args->family)->noun, args->lock);
  return length < 0 ? 0 : (size_t)length;
}

size_t kmdf_note_message(char *buffer, size_t size, enum kmdf_note note,
                         const struct kmdf_message_args *args) {
  // The arguments of every format: the lock, the line.
  static const char *const formats[KMDF_NOTE_COUNT] = {
      [KMDF_NOTE_CREATED] = "'%s' is created here",
      [KMDF_NOTE_ACQUIRED] = "'%s' is acquired here",
      [KMDF_NOTE_ACQUIRED_IN_TIME] =
          "'%s' is acquired with a time-out here: assuming the lock was "
          "acquired",
      [KMDF_NOTE_TIMED_OUT] =
          "'%s' is acquired with a time-out here: assuming the time ran out, "
          "so the lock was not acquired and the call returns STATUS_TIMEOUT",
      [KMDF_NOTE_RELEASED] = "'%s' is released here",
      [KMDF_NOTE_DELETED] = "'%s' is deleted here",
      [KMDF_NOTE_RELEASE_SKIPPED] =
          "this way leaves out the release of '%s' on line %u",
      [KMDF_NOTE_TIMEOUT_TAKEN_FOR_SUCCESS] =
          "the time-out is taken for success here: NT_SUCCESS is true for "
          "STATUS_TIMEOUT; only STATUS_SUCCESS means that the lock was "
          "acquired",
  };
  assert((unsigned)note < KMDF_NOTE_COUNT);
  int length = snprintf(buffer, size, formats[note], args->lock, args->line);
  return length < 0 ? 0 : (size_t)length;
}
