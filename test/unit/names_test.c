//===-- names_test.c - What a function's name tells ---------------*- C -*-===//
//
// Part of the KMDF checkers, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "macros.h"
#include "names.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

static void names_that_say_lock(void **state) {
  (void)state;
  static const char *const names[] = {
      "DeviceLock",  "DeviceUnlock",     "LockDevice",    "unlock_device",
      "AcquireX",    "ReleaseX",         "EnterX",        "LeaveX",
      "device_lock", "DEVICE_LOCK",      "__acquire",     "MyDRVLockIt",
      "lock",        "QueueAcquireLock", "FooReleaseBar", "TryAcquireFoo",
  };
  for (size_t i = 0; i < sizeof names / sizeof names[0]; ++i)
    if (!kmdf_name_says_lock(names[i]))
      fail_msg("%s", names[i]);
}

static void names_that_do_not(void **state) {
  (void)state;
  static const char *const names[] = {
      "",
      "_",
      "Clock",
      "BlockDevice",
      "Enterprise",
      "OfX",
      "DoWorkLocked",
      "clock_get_time",
      "CreateLock",
      "InitializeDeviceLock",
      "lock_init",
      "DeleteLock",
      "AllocateLock",
      "Unblock",
      "Releasing",
      "GetNextItem",
  };
  for (size_t i = 0; i < sizeof names / sizeof names[0]; ++i)
    if (kmdf_name_says_lock(names[i]))
      fail_msg("%s", names[i]);
}

static void names_that_say_leave(void **state) {
  (void)state;
  static const char *const leave[] = {"CHECK_STATUS", "GOTO_IF_FAILED", "BAIL",
                                      "RETURN_HR", "HLPR_BAIL_ON_FAILURE"};
  static const char *const stay[] = {"",         "TRACE_ENTRY", "ASSERT",
                                     "CHECKSUM", "FOO_VALUE",   "UNREFERENCED"};
  for (size_t i = 0; i < sizeof leave / sizeof leave[0]; ++i)
    if (!kmdf_name_says_leave(leave[i]))
      fail_msg("%s", leave[i]);
  for (size_t i = 0; i < sizeof stay / sizeof stay[0]; ++i)
    if (kmdf_name_says_leave(stay[i]))
      fail_msg("%s", stay[i]);
}

static void macros_say_that_they_change(void **state) {
  (void)state;
  static const char *const change[] = {"SetFlag", "CLEAR_BIT", "INC",
                                       "bit_toggle", "UpdateMask"};
  static const char *const keep[] = {"FlagOn", "OFFSET", "Settle", "",
                                     "PrintState"};
  for (size_t i = 0; i < sizeof change / sizeof change[0]; ++i)
    if (!kmdf_name_says_change(change[i]))
      fail_msg("%s", change[i]);
  for (size_t i = 0; i < sizeof keep / sizeof keep[0]; ++i)
    if (kmdf_name_says_change(keep[i]))
      fail_msg("%s", keep[i]);
}

static void kernel_macros_are_found_by_name(void **state) {
  (void)state;
  assert_non_null(kmdf_get_macro("BooleanFlagOn"));
  assert_non_null(kmdf_get_macro("ClearFlag"));
  assert_string_equal(kmdf_get_macro("FlagOn"),
                      "(f, ...) ((f) & (__VA_ARGS__))");
  assert_non_null(kmdf_get_macro("SetFlag"));
  assert_null(kmdf_get_macro("FlagOff"));
  assert_null(kmdf_get_macro(""));
}

static void windows_has_locks_of_its_own(void **state) {
  (void)state;
  assert_true(kmdf_is_system_lock("KeAcquireSpinLock"));
  assert_true(kmdf_is_system_lock("MmUnlockPages"));
  assert_true(kmdf_is_system_lock("TryEnterCriticalSection"));
  assert_false(kmdf_is_system_lock("DeviceLock"));
  assert_false(kmdf_is_system_lock("KeAcquireSpinLoc"));
}

static void framework_names_begin_with_wdf(void **state) {
  (void)state;
  assert_true(kmdf_is_framework_name("WdfObjectReferenceActual"));
  assert_false(kmdf_is_framework_name("Wdf"));
  assert_false(kmdf_is_framework_name("Wdfoo"));
  assert_false(kmdf_is_framework_name("MyWdfThing"));
  assert_false(kmdf_is_framework_name("W"));
}

static void handle_types_are_wdf_in_capitals(void **state) {
  (void)state;
  assert_true(kmdf_is_handle_type("WDFDEVICE"));
  assert_true(kmdf_is_handle_type("WDFWAITLOCK"));
  assert_false(kmdf_is_handle_type("WDF"));
  assert_false(kmdf_is_handle_type("WDF_OBJECT_ATTRIBUTES"));
  assert_false(kmdf_is_handle_type("WdfDevice"));
  assert_false(kmdf_is_handle_type("PWDFDEVICE_INIT"));
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(names_that_say_lock),
      cmocka_unit_test(names_that_do_not),
      cmocka_unit_test(names_that_say_leave),
      cmocka_unit_test(macros_say_that_they_change),
      cmocka_unit_test(kernel_macros_are_found_by_name),
      cmocka_unit_test(windows_has_locks_of_its_own),
      cmocka_unit_test(framework_names_begin_with_wdf),
      cmocka_unit_test(handle_types_are_wdf_in_capitals),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
