//===-- lock_automaton.h - What a lock may do next ----------------*- C -*-===//
//
// Part of the KMDF checkers, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The automaton of one lock on one path: (state, event) -> (state, violation).
// It is the same for every lock family. It owns no memory and cannot fail.
//
//===----------------------------------------------------------------------===//

#ifndef KMDF_RULES_LOCK_AUTOMATON_H
#define KMDF_RULES_LOCK_AUTOMATON_H

#include <stdbool.h>

#ifdef __cplusplus
extern "C" {
#endif

// What a path knows of one lock.
enum kmdf_lock_state {
  KMDF_LOCK_UNKNOWN, // the caller, or code that is not seen, may hold it
  KMDF_LOCK_FREE,    // not held by this path
  KMDF_LOCK_HELD,    // acquired on this path and not released since
  KMDF_LOCK_WON, // the same, by an acquire with a time-out when it was UNKNOWN
  KMDF_LOCK_DELETED, // WdfObjectDelete was called on its handle
  KMDF_LOCK_STATE_COUNT
};

// What happens to a lock. The DDIs' pages under wdfsync.h and wdfobject.h say
// when: an acquire with a time-out that returns STATUS_SUCCESS is
// ACQUIRE_TIMED, one that returns STATUS_TIMEOUT is TIME_OUT.
enum kmdf_lock_event {
  KMDF_EVENT_CREATE,        // the handle of a new lock was made
  KMDF_EVENT_ACQUIRE,       // an acquire that waits as long as it takes
  KMDF_EVENT_ACQUIRE_TIMED, // an acquire with a time-out that got the lock
  KMDF_EVENT_TIME_OUT,      // an acquire with a time-out that did not
  KMDF_EVENT_RELEASE,       // a release
  KMDF_EVENT_DELETE,        // the lock object is deleted
  KMDF_EVENT_ESCAPE,        // code that is not seen may have used the lock
  KMDF_EVENT_RETURN,        // the callback that acquired it returns
  KMDF_EVENT_LOSE,          // the last handle to it dies
  KMDF_EVENT_OWE_HELD,      // the function ends, annotated to leave it held
  KMDF_EVENT_OWE_FREE,      // the function ends, annotated to leave it free
  KMDF_EVENT_END_WITH_FREE, // the function ends here, and elsewhere with it
                            // free
  KMDF_EVENT_COUNT
};

// What an event broke.
enum kmdf_violation {
  KMDF_VIOLATION_NONE,
  KMDF_VIOLATION_ACQUIRE_HELD,     // the thread waits for itself
  KMDF_VIOLATION_RELEASE_NOT_HELD, // released, but not held
  KMDF_VIOLATION_DELETE_HELD,      // deleted, but held
  KMDF_VIOLATION_RETURN_HELD,      // the callback is over, the lock is held
  KMDF_VIOLATION_LOSE_HELD,        // held, and nobody can release it
  KMDF_VIOLATION_OWED_HELD,        // annotated to be held then, but not held
  KMDF_VIOLATION_OWED_FREE,        // annotated to be free then, but held
  KMDF_VIOLATION_ENDS_DIFFER,      // held here, free elsewhere, who can tell
  KMDF_VIOLATION_COUNT
};

// How the path goes on after an event.
enum kmdf_path {
  KMDF_PATH_CONTINUES,
  KMDF_PATH_ENDS,      // the event happens, and nothing after it
  KMDF_PATH_IMPOSSIBLE // the event cannot happen in this state
};

struct kmdf_lock_step {
  enum kmdf_lock_state next;
  enum kmdf_violation violation;
  enum kmdf_path path;
};

// The step that EVENT takes from STATE. Both must be below their COUNT.
struct kmdf_lock_step kmdf_step_lock(enum kmdf_lock_state state,
                                     enum kmdf_lock_event event);

// Whether the path holds a lock in STATE.
bool kmdf_is_held(enum kmdf_lock_state state);

#ifdef __cplusplus
}
#endif

#endif // KMDF_RULES_LOCK_AUTOMATON_H
