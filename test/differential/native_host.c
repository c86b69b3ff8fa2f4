//===-- native_host.c - The framework, for programs that run ------*- C -*-===//
//
// Part of the KMDF checkers, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Runs random drivers (native.py) for real, with random answers to all that they
// cannot know, and prints for each which rules some run broke. It stands beside
// the oracle, not on it: the locks below are written from the description of the
// DDIs alone.
//
//===----------------------------------------------------------------------===//

#include <setjmp.h>
#include <signal.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/time.h>

enum { STATUS_SUCCESS = 0, STATUS_TIMEOUT = 0x102 };
enum { WAITLOCK = 1, WAITLOCK_RELEASE = 2 };
enum { MAX_LOCKS = 4096, MAX_NULLS = 256, MAX_CONTEXTS = 8, MAX_CALLS = 20000 };
// A run that calls nothing may take so long, and a program may have so many of
// them.
enum { MAX_MICROSECONDS = 10000, MAX_LONG_RUNS = 50 };

// A program of native.py: what runs its callback once, and its name.
struct program {
  const char *name;
  void (*run)(void);
};
extern const struct program programs[];

struct lock {
  enum { FREE, HELD, DELETED, UNKNOWN } state;
};

static struct lock locks[MAX_LOCKS];
static unsigned lock_count;
// Places whose handle was NULL from the start.
static void **null_places[MAX_NULLS];
static unsigned null_count;
static unsigned broken;
static unsigned call_count;
static unsigned long_runs;
static uint64_t random_state;
// How often a choice is for 'yes' in this run, of 256.
static unsigned bias;
static sigjmp_buf path_end;

static void end_path(void) { siglongjmp(path_end, 1); }

static uint64_t next_random(void) {
  random_state ^= random_state << 13;
  random_state ^= random_state >> 7;
  random_state ^= random_state << 17;
  return random_state;
}

// Endless loops have to end some time.
static void count_call(void) {
  if (++call_count > MAX_CALLS)
    end_path();
}

//===----------------------------------------------------------------------===//
// What the programs call besides the framework.
//===----------------------------------------------------------------------===//

int choose_yes(void) {
  count_call();
  return (next_random() & 255) < bias;
}

// One of the COUNT numbers from VALUES.
long long choose_value(const long long *values, int count) {
  count_call();
  return values[next_random() % (unsigned)count];
}

void *new_lock(int is_unknown) {
  if (lock_count == MAX_LOCKS)
    end_path();
  locks[lock_count].state = is_unknown ? UNKNOWN : FREE;
  return &locks[lock_count++];
}

// Gives the handle at PLACE the value that it has from the start: a lock, or NULL.
void begin_handle(void **place) {
  *place = choose_yes() || choose_yes() ? new_lock(0) : NULL;
  if (!*place && null_count < MAX_NULLS)
    null_places[null_count++] = place;
}

// Unseen code that may write to PLACE: it puts a lock only where the program
// itself put NULL.
void change_handle(void **place) {
  for (unsigned i = 0; i < null_count; ++i)
    if (null_places[i] == place)
      return;
  if (!*place && choose_yes())
    *place = new_lock(0);
}

void give_away(void *handle) {
  if (handle)
    ((struct lock *)handle)->state = UNKNOWN;
}

void finish(void) {
  for (unsigned i = 0; i < lock_count; ++i)
    if (locks[i].state == HELD)
      broken |= WAITLOCK_RELEASE;
}

//===----------------------------------------------------------------------===//
// The framework.
//===----------------------------------------------------------------------===//

static struct lock *use(void *handle) {
  count_call();
  if (!handle)
    end_path();
  return handle;
}

int32_t WdfWaitLockCreate(void *attributes, void **out) {
  (void)attributes;
  count_call();
  *out = NULL;
  if (!choose_yes())
    return (int32_t)(0x80000000u | (uint32_t)next_random());
  *out = new_lock(0);
  return STATUS_SUCCESS;
}

int32_t WdfWaitLockAcquire(void *handle, int64_t *timeout) {
  struct lock *lock = use(handle);
  if (!timeout) {
    if (lock->state == HELD) {
      broken |= WAITLOCK;
      end_path();
    }
  } else if (lock->state == HELD || !choose_yes()) {
    return STATUS_TIMEOUT;
  }
  if (lock->state != DELETED)
    lock->state = HELD;
  return STATUS_SUCCESS;
}

void WdfWaitLockRelease(void *handle) {
  struct lock *lock = use(handle);
  if (lock->state == FREE || lock->state == DELETED)
    broken |= WAITLOCK;
  if (lock->state != DELETED)
    lock->state = FREE;
}

void WdfObjectDelete(void *handle) {
  struct lock *lock = use(handle);
  if (lock->state == HELD)
    broken |= WAITLOCK;
  lock->state = DELETED;
}

void WdfRequestComplete(void *request, int32_t status) {
  (void)request, (void)status;
}
void WdfObjectReferenceActual(void *handle, void *tag, int32_t line,
                              const char *file) {
  (void)tag, (void)line, (void)file;
  use(handle);
}
void WdfObjectDereferenceActual(void *handle, void *tag, int32_t line,
                                const char *file) {
  (void)tag, (void)line, (void)file;
  use(handle);
}

static int device;

void *WdfIoQueueGetDevice(void *queue) { return (void)queue, &device; }
void *WdfFileObjectGetDevice(void *file) { return (void)file, &device; }
void *WdfTimerGetParentObject(void *timer) { return (void)timer, &device; }
void *WdfWorkItemGetParentObject(void *item) { return (void)item, &device; }

// One context for each type. Its size is in the third word of the description
// of its type (WDF_OBJECT_CONTEXT_TYPE_INFO in wdfobject.h).
void *WdfObjectGetTypedContextWorker(void *object, const size_t *type) {
  static struct {
    const size_t *type;
    void *memory;
  } contexts[MAX_CONTEXTS * 1024];
  unsigned i = 0;
  (void)object;
  while (contexts[i].type && contexts[i].type != type)
    ++i;
  if (!contexts[i].type) {
    contexts[i].type = type;
    contexts[i].memory = calloc(1, type[2]);
  }
  return contexts[i].memory;
}

static void stop(int signal) {
  (void)signal;
  ++long_runs;
  end_path();
}

// A run that leaves an array by an unknown index is not defined, and shows nothing.
static void leave(int signal) {
  (void)signal;
  end_path();
}

static void set_alarm(long microseconds) {
  struct itimerval timer = {{0, 0}, {0, microseconds}};
  setitimer(ITIMER_VIRTUAL, &timer, NULL);
}

// native RUNS: how often to run each program.
int main(int argc, char **argv) {
  static const unsigned biases[] = {0, 1, 4, 26, 128, 128, 128, 230, 252, 255, 256};
  unsigned runs = argc > 1 ? (unsigned)atoi(argv[1]) : 1;
  signal(SIGVTALRM, stop);
  signal(SIGSEGV, leave);
  for (const struct program *p = programs; p->name; ++p) {
    broken = 0;
    long_runs = 0;
    for (unsigned run = 0; run < runs && long_runs < MAX_LONG_RUNS &&
                           broken != (WAITLOCK | WAITLOCK_RELEASE);
         ++run) {
      random_state = 88172645463325252ull + run * 1234567ull;
      for (int i = 0; i < 8; ++i)
        next_random();
      bias = biases[next_random() % (sizeof biases / sizeof biases[0])];
      lock_count = 0;
      null_count = 0;
      call_count = 0;
      if (!sigsetjmp(path_end, 1)) {
        set_alarm(MAX_MICROSECONDS);
        p->run();
      }
      set_alarm(0);
    }
    printf("%s %u\n", p->name, broken);
  }
  return 0;
}
