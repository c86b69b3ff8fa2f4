//===-- names.c - What a function's name tells --------------------*- C -*-===//
//
// Part of the KMDF checkers, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "names.h"

#include "named_table.h"

#include <ctype.h>
#include <stddef.h>
#include <string.h>

#define COUNT(array) (sizeof(array) / sizeof((array)[0]))

// A name is read as words: a word ends before an underscore, and before a
// capital that follows a small letter or precedes one (WDFLockIt: WDF Lock It).
struct word {
  const char *begin;
  size_t length;
};

static bool starts_word(const char *name, const char *at) {
  if (at == name)
    return true;
  if (!isupper((unsigned char)*at))
    return at[-1] == '_';
  return !isupper((unsigned char)at[-1]) || islower((unsigned char)at[1]);
}

// The next word at or after *CURSOR in NAME, which *CURSOR is then behind.
static bool next_word(const char *name, const char **cursor,
                      struct word *word) {
  const char *at = *cursor;
  while (*at == '_')
    ++at;
  if (*at == '\0')
    return false;
  word->begin = at++;
  while (*at != '\0' && *at != '_' && !starts_word(name, at))
    ++at;
  word->length = (size_t)(at - word->begin);
  *cursor = at;
  return true;
}

static bool is_one_of(const struct word *word, const char *const *list,
                      size_t count) {
  for (size_t i = 0; i < count; ++i) {
    size_t length = strlen(list[i]);
    size_t same = 0;
    if (length != word->length)
      continue;
    while (same < length &&
           tolower((unsigned char)word->begin[same]) == list[i][same])
      ++same;
    if (same == length)
      return true;
  }
  return false;
}

bool kmdf_name_says_lock(const char *name) {
  static const char *const locking[] = {"lock",    "unlock", "acquire",
                                        "release", "enter",  "leave"};
  static const char *const making[] = {"create",     "init",    "initialize",
                                       "initialise", "alloc",   "allocate",
                                       "delete",     "destroy", "uninitialize"};
  bool says_lock = false;
  const char *cursor = name;
  struct word word;
  while (next_word(name, &cursor, &word)) {
    if (is_one_of(&word, making, COUNT(making)))
      return false;
    says_lock |= is_one_of(&word, locking, COUNT(locking));
  }
  return says_lock;
}

static bool has_word_of(const char *name, const char *const *list,
                        size_t count) {
  const char *cursor = name;
  struct word word;
  while (next_word(name, &cursor, &word))
    if (is_one_of(&word, list, count))
      return true;
  return false;
}

bool kmdf_name_says_leave(const char *name) {
  static const char *const leaving[] = {
      "abort",   "bail",   "break",  "catch",   "check", "chk",
      "cleanup", "ensure", "exit",   "fail",    "goto",  "if",
      "jump",    "leave",  "quit",   "require", "raise", "throw",
      "return",  "try",    "unless", "verify"};
  return has_word_of(name, leaving, COUNT(leaving));
}

bool kmdf_name_says_change(const char *name) {
  static const char *const changing[] = {
      "add",    "assign", "clear",     "clr",   "dec",   "decrement",
      "flip",   "inc",    "increment", "mark",  "reset", "set",
      "toggle", "unmark", "unset",     "update"};
  return has_word_of(name, changing, COUNT(changing));
}

bool kmdf_is_framework_name(const char *name) {
  return strncmp(name, "Wdf", 3) == 0 && isupper((unsigned char)name[3]);
}

bool kmdf_is_handle_type(const char *name) {
  if (strncmp(name, "WDF", 3) != 0 || name[3] == '\0')
    return false;
  for (const char *at = name + 3; *at != '\0'; ++at)
    if (!isupper((unsigned char)*at))
      return false;
  return true;
}

bool kmdf_is_system_lock(const char *name) {
  // From the function lists of wdm.h, ntddk.h, ntifs.h and, for UMDF,
  // synchapi.h in Microsoft's reference. Wdf* has kmdf_is_framework_name.
  static const char *const names[] = {
      "AcquireSRWLockExclusive",
      "AcquireSRWLockShared",
      "EnterCriticalSection",
      "ExAcquireCacheAwarePushLockExclusive",
      "ExAcquireCacheAwarePushLockShared",
      "ExAcquireFastMutex",
      "ExAcquireFastMutexUnsafe",
      "ExAcquireFastResourceExclusive",
      "ExAcquireFastResourceShared",
      "ExAcquirePushLockExclusive",
      "ExAcquirePushLockExclusiveEx",
      "ExAcquirePushLockShared",
      "ExAcquirePushLockSharedEx",
      "ExAcquireResourceExclusiveLite",
      "ExAcquireResourceSharedLite",
      "ExAcquireRundownProtection",
      "ExAcquireRundownProtectionCacheAware",
      "ExAcquireRundownProtectionEx",
      "ExAcquireSharedStarveExclusive",
      "ExAcquireSharedWaitForExclusive",
      "ExAcquireSpinLockExclusive",
      "ExAcquireSpinLockExclusiveAtDpcLevel",
      "ExAcquireSpinLockShared",
      "ExAcquireSpinLockSharedAtDpcLevel",
      "ExEnterCriticalRegionAndAcquireFastMutexUnsafe",
      "ExEnterCriticalRegionAndAcquireResourceExclusive",
      "ExEnterCriticalRegionAndAcquireResourceShared",
      "ExEnterCriticalRegionAndAcquireSharedWaitForExclusive",
      "ExReleaseCacheAwarePushLockExclusive",
      "ExReleaseCacheAwarePushLockShared",
      "ExReleaseFastMutex",
      "ExReleaseFastMutexUnsafe",
      "ExReleaseFastMutexUnsafeAndLeaveCriticalRegion",
      "ExReleaseFastResource",
      "ExReleasePushLockExclusive",
      "ExReleasePushLockExclusiveEx",
      "ExReleasePushLockShared",
      "ExReleasePushLockSharedEx",
      "ExReleaseResourceAndLeaveCriticalRegion",
      "ExReleaseResourceForThreadLite",
      "ExReleaseResourceLite",
      "ExReleaseRundownProtection",
      "ExReleaseRundownProtectionCacheAware",
      "ExReleaseRundownProtectionEx",
      "ExReleaseSpinLockExclusive",
      "ExReleaseSpinLockExclusiveFromDpcLevel",
      "ExReleaseSpinLockShared",
      "ExReleaseSpinLockSharedFromDpcLevel",
      "ExTryToAcquireFastMutex",
      "ExWaitForRundownProtectionRelease",
      "FsRtlEnterFileSystem",
      "IoAcquireCancelSpinLock",
      "IoAcquireRemoveLock",
      "IoAcquireRemoveLockEx",
      "IoAcquireVpbSpinLock",
      "IoReleaseCancelSpinLock",
      "IoReleaseRemoveLock",
      "IoReleaseRemoveLockAndWait",
      "IoReleaseRemoveLockAndWaitEx",
      "IoReleaseRemoveLockEx",
      "IoReleaseVpbSpinLock",
      "KeAcquireGuardedMutex",
      "KeAcquireGuardedMutexUnsafe",
      "KeAcquireInStackQueuedSpinLock",
      "KeAcquireInStackQueuedSpinLockAtDpcLevel",
      "KeAcquireInStackQueuedSpinLockForDpc",
      "KeAcquireInterruptSpinLock",
      "KeAcquireQueuedSpinLock",
      "KeAcquireSpinLock",
      "KeAcquireSpinLockAtDpcLevel",
      "KeAcquireSpinLockForDpc",
      "KeAcquireSpinLockRaiseToDpc",
      "KeAcquireSpinLockRaiseToSynch",
      "KeEnterCriticalRegion",
      "KeEnterGuardedRegion",
      "KeLeaveCriticalRegion",
      "KeLeaveGuardedRegion",
      "KeReleaseGuardedMutex",
      "KeReleaseGuardedMutexUnsafe",
      "KeReleaseInStackQueuedSpinLock",
      "KeReleaseInStackQueuedSpinLockForDpc",
      "KeReleaseInStackQueuedSpinLockFromDpcLevel",
      "KeReleaseInterruptSpinLock",
      "KeReleaseMutant",
      "KeReleaseMutex",
      "KeReleaseQueuedSpinLock",
      "KeReleaseSemaphore",
      "KeReleaseSpinLock",
      "KeReleaseSpinLockForDpc",
      "KeReleaseSpinLockFromDpcLevel",
      "KeTryToAcquireGuardedMutex",
      "KeTryToAcquireSpinLockAtDpcLevel",
      "KfAcquireSpinLock",
      "KfReleaseSpinLock",
      "LeaveCriticalSection",
      "MmLockPagableCodeSection",
      "MmLockPagableDataSection",
      "MmLockPagableSectionByHandle",
      "MmProbeAndLockPages",
      "MmProbeAndLockProcessPages",
      "MmProbeAndLockSelectedPages",
      "MmUnlockPagableImageSection",
      "MmUnlockPages",
      "ObReleaseObjectSecurity",
      "PoFxReleaseDevice",
      "PsAcquireSiloHardReference",
      "PsReleaseSiloHardReference",
      "ReleaseMutex",
      "ReleaseSRWLockExclusive",
      "ReleaseSRWLockShared",
      "ReleaseSemaphore",
      "RtlEnterCriticalSection",
      "RtlLeaveCriticalSection",
      "SeLockSubjectContext",
      "SeReleaseSecurityDescriptor",
      "SeReleaseSubjectContext",
      "SeUnlockSubjectContext",
      "TryAcquireSRWLockExclusive",
      "TryAcquireSRWLockShared",
      "TryEnterCriticalSection",
  };
  return kmdf_named_row(names, COUNT(names), sizeof names[0], name) != NULL;
}
