//===-- rules_fuzz.c - Any input that the rules may be given ------*- C -*-===//
//
// Part of the KMDF checkers, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// For libFuzzer, with AddressSanitizer and UBSan: the functions that take a
// name, a text or a sequence of events never read or write out of bounds, and
// what must hold of them does hold.
//
//===----------------------------------------------------------------------===//

#include "ddis.h"
#include "getters.h"
#include "lock_automaton.h"
#include "messages.h"
#include "names.h"
#include "role_types.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#define CHECK(condition)                                                       \
  do {                                                                         \
    if (!(condition))                                                          \
      abort();                                                                 \
  } while (0)

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void fuzz_names(const char *name) {
  kmdf_name_says_lock(name);
  kmdf_is_framework_name(name);
  kmdf_is_system_lock(name);
  const struct kmdf_ddi *ddi = kmdf_find_ddi(name);
  CHECK(!ddi || strcmp(ddi->name, name) == 0);
  const struct kmdf_getter *getter = kmdf_find_getter(name);
  CHECK(!getter || strcmp(getter->name, name) == 0);
  const struct kmdf_role_type *role = kmdf_find_role_type(name);
  CHECK(!role || strcmp(role->name, name) == 0);
}

static void fuzz_messages(const char *text, uint8_t selector, size_t room) {
  struct kmdf_message_args args = {text, KMDF_FAMILY_WAIT_LOCK, text, selector};
  enum kmdf_violation violation =
      (enum kmdf_violation)(1 + selector % (KMDF_VIOLATION_COUNT - 1));
  // The heap, so that one byte too many is seen.
  char *buffer = malloc(room);
  CHECK(buffer);
  size_t length = kmdf_violation_message(buffer, room, violation, &args);
  CHECK(strlen(buffer) == (length < room ? length : room - 1));
  length = kmdf_note_message(
      buffer, room, (enum kmdf_note)(selector % KMDF_NOTE_COUNT), &args);
  CHECK(strlen(buffer) == (length < room ? length : room - 1));
  free(buffer);
}

// A lock whose acquires and releases alternate breaks no rule, and one whose do
// not breaks one: counts by hand what the automaton keeps as a state.
static void fuzz_automaton(const uint8_t *events, size_t count) {
  enum kmdf_lock_state state = KMDF_LOCK_FREE;
  int held = 0;
  for (size_t i = 0; i < count; ++i) {
    int acquires = events[i] & 1;
    struct kmdf_lock_step step = kmdf_step_lock(
        state, acquires ? KMDF_EVENT_ACQUIRE : KMDF_EVENT_RELEASE);
    CHECK((step.violation == KMDF_VIOLATION_NONE) == (acquires != held));
    if (step.path != KMDF_PATH_CONTINUES)
      return;
    held = acquires;
    state = step.next;
    CHECK(kmdf_is_held(state) == held);
  }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
  if (size == 0)
    return 0;
  char *text = malloc(size + 1);
  CHECK(text);
  memcpy(text, data, size);
  text[size] = '\0';
  fuzz_names(text);
  fuzz_messages(text, data[0], 1 + data[size - 1]);
  fuzz_automaton(data, size);
  free(text);
  return 0;
}
