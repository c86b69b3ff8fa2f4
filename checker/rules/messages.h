//===-- messages.h - What a report says ---------------------------*- C -*-===//
//
// Part of the KMDF checkers, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Texts are stable: people's scripts and baselines match them.
//
//===----------------------------------------------------------------------===//

#ifndef KMDF_RULES_MESSAGES_H
#define KMDF_RULES_MESSAGES_H

#include "lock_automaton.h"
#include "lock_families.h"

#include <stddef.h>

#ifdef __cplusplus
extern "C" {
#endif

// What a message speaks of. The strings are borrowed for the call.
struct kmdf_message_args {
  const char *function; // the callback, or the function that has no role;
                        // notes do not speak of it
  enum kmdf_lock_family family; // nor of the family
  const char *lock;             // the lock's expression in the source
  unsigned line; // for KMDF_NOTE_RELEASE_SKIPPED: where the release is, from 1
};

// Steps of a path that a report points at.
enum kmdf_note {
  KMDF_NOTE_CREATED,
  KMDF_NOTE_ACQUIRED,
  KMDF_NOTE_ACQUIRED_IN_TIME,
  KMDF_NOTE_TIMED_OUT,
  KMDF_NOTE_RELEASED,
  KMDF_NOTE_DELETED,
  KMDF_NOTE_RELEASE_SKIPPED,
  KMDF_NOTE_TIMEOUT_TAKEN_FOR_SUCCESS,
  KMDF_NOTE_COUNT
};

// Both write the text and its NUL to BUFFER, cut off to SIZE bytes, and return
// the length of the whole text in bytes, as snprintf does. VIOLATION must not
// be KMDF_VIOLATION_NONE.
size_t kmdf_violation_message(char *buffer, size_t size,
                              enum kmdf_violation violation,
                              const struct kmdf_message_args *args);
size_t kmdf_note_message(char *buffer, size_t size, enum kmdf_note note,
                         const struct kmdf_message_args *args);

#ifdef __cplusplus
}
#endif

#endif // KMDF_RULES_MESSAGES_H
