//===-- lock_automaton.c - What a lock may do next ----------------*- C -*-===//
//
// Part of the KMDF checkers, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
//                                   acquire
//          +----------------------------------------------------+
//          |                                                    v
//    +-----+-----+   release    +----------+    acquire    +----------+
//    |  UNKNOWN  +------------->|   FREE   +-------------->|   HELD   |
//    +--+--------+              |          |<--------------+          |
//       |  ^   ^                +--+----+--+    release    +--+----+--+
//       |  |   | escape (any)      |    ^                     |    |
//       |  |   +-------------------+    | create (any state)  |    |
//       |  | release                    |                     |    |
//       v  |                            |                     |    |
//    +-----+-----+     delete           |            delete   |    |
//    |    WON    |       +--------------+-----(REPORT)--------+    |
//    +-----------+       v              |                          |
//     as HELD but    +-----------+      |  acquire (REPORT, the    |
//     for release    |  DELETED  |------+    path ends)       <----+
//                    +-----------+         return (REPORT) -> UNKNOWN
//                                          lose   (REPORT) -> UNKNOWN
//
// FREE and DELETED on release: REPORT. A lock that times out keeps its state.
// Where a function ends that is annotated to leave the lock held, FREE and
// DELETED are reported; where it is to leave it free, HELD is. HELD is reported
// too where the function ends otherwise with the lock FREE, and its caller
// cannot know how it ended.
//
// A callback starts with its locks FREE, any other function with them UNKNOWN:
// it may work for its caller. UNKNOWN never reports, and the first event that
// the function itself causes makes the state known, so that contradictions
// within one function (release, release) are found all the same. An acquire
// with a time-out makes it WON: if the lock was held by the caller, the acquire
// did not succeed, and nothing that follows from its success is a
// contradiction.
//
// After a report the lock's state is what the driver believes it to be, or
// UNKNOWN, so that one mistake gives one report.
//
//===----------------------------------------------------------------------===//

#include "lock_automaton.h"

#include <assert.h>

#define TO(state) {KMDF_LOCK_##state, KMDF_VIOLATION_NONE, KMDF_PATH_CONTINUES}
#define BREAKS(violation, state)                                               \
  {KMDF_LOCK_##state, KMDF_VIOLATION_##violation, KMDF_PATH_CONTINUES}
#define DEADLOCK(state)                                                        \
  {KMDF_LOCK_##state, KMDF_VIOLATION_ACQUIRE_HELD, KMDF_PATH_ENDS}
#define CANNOT(state)                                                          \
  {KMDF_LOCK_##state, KMDF_VIOLATION_NONE, KMDF_PATH_IMPOSSIBLE}

// The columns are the states, in the order of enum kmdf_lock_state.
// A wait lock does not nest: a timed acquire of one that the path holds can
// only time out.
// clang-format off
static const struct kmdf_lock_step
    step_table[KMDF_EVENT_COUNT][KMDF_LOCK_STATE_COUNT] = {
                              // UNKNOWN      FREE                            HELD                          WON                           DELETED
    [KMDF_EVENT_CREATE]        = {TO(FREE),    TO(FREE),                       TO(FREE),                     TO(FREE),                     TO(FREE)},
    [KMDF_EVENT_ACQUIRE]       = {TO(HELD),    TO(HELD),                       DEADLOCK(HELD),               DEADLOCK(WON),                TO(DELETED)},
    [KMDF_EVENT_ACQUIRE_TIMED] = {TO(WON),     TO(HELD),                       CANNOT(HELD),                 CANNOT(WON),                  TO(DELETED)},
    [KMDF_EVENT_TIME_OUT]      = {TO(UNKNOWN), TO(FREE),                       TO(HELD),                     TO(WON),                      TO(DELETED)},
    [KMDF_EVENT_RELEASE]       = {TO(FREE),    BREAKS(RELEASE_NOT_HELD, FREE), TO(FREE),                     TO(UNKNOWN),                  BREAKS(RELEASE_NOT_HELD, DELETED)},
    [KMDF_EVENT_DELETE]        = {TO(DELETED), TO(DELETED),                    BREAKS(DELETE_HELD, DELETED), BREAKS(DELETE_HELD, DELETED), TO(DELETED)},
    [KMDF_EVENT_ESCAPE]        = {TO(UNKNOWN), TO(UNKNOWN),                    TO(UNKNOWN),                  TO(UNKNOWN),                  TO(UNKNOWN)},
    [KMDF_EVENT_RETURN]        = {TO(UNKNOWN), TO(FREE),                       BREAKS(RETURN_HELD, UNKNOWN), BREAKS(RETURN_HELD, UNKNOWN), TO(DELETED)},
    [KMDF_EVENT_LOSE]          = {TO(UNKNOWN), TO(FREE),                       BREAKS(LOSE_HELD, UNKNOWN),   BREAKS(LOSE_HELD, UNKNOWN),   TO(DELETED)},
    [KMDF_EVENT_OWE_HELD]      = {TO(UNKNOWN), BREAKS(OWED_HELD, UNKNOWN),     TO(HELD),                     TO(WON),                      BREAKS(OWED_HELD, UNKNOWN)},
    [KMDF_EVENT_OWE_FREE]      = {TO(UNKNOWN), TO(FREE),                       BREAKS(OWED_FREE, UNKNOWN),   BREAKS(OWED_FREE, UNKNOWN),   TO(DELETED)},
    [KMDF_EVENT_END_WITH_FREE] = {TO(UNKNOWN), TO(FREE),                       BREAKS(ENDS_DIFFER, UNKNOWN), BREAKS(ENDS_DIFFER, UNKNOWN), TO(DELETED)},
};
// clang-format on

struct kmdf_lock_step kmdf_step_lock(enum kmdf_lock_state state,
                                     enum kmdf_lock_event event) {
  assert((unsigned)state < KMDF_LOCK_STATE_COUNT);
  assert((unsigned)event < KMDF_EVENT_COUNT);
  return step_table[event][state];
}

bool kmdf_is_held(enum kmdf_lock_state state) {
  return state == KMDF_LOCK_HELD || state == KMDF_LOCK_WON;
}
