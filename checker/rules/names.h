//===-- names.h - What a function's name tells --------------------*- C -*-===//
//
// Part of the KMDF checkers, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Of a function whose body is not seen, the name is all there is.
//
//===----------------------------------------------------------------------===//

#ifndef KMDF_RULES_NAMES_H
#define KMDF_RULES_NAMES_H

#include <stdbool.h>

#ifdef __cplusplus
extern "C" {
#endif

// Whether NAME, in CamelCase or snake_case, says that the function takes or
// gives up a lock: DeviceLock, unlock_device, AcquireX, ReleaseX, EnterX,
// LeaveX. CreateLock and the like only make or destroy one.
bool kmdf_name_says_lock(const char *name);

// Whether NAME, of a macro that is not known, says that it may leave the
// function it is used in, or go somewhere else in it: CHECK_STATUS, GOTO_IF,
// BAIL_OUT.
bool kmdf_name_says_leave(const char *name);

// Whether NAME, of what may be a macro that is not known, says that it changes
// what it is given: SetFlag, CLEAR_BIT, INC.
bool kmdf_name_says_change(const char *name);

// Whether NAME is a function of Windows that says 'lock' but has nothing to do
// with the framework's locks: KeAcquireSpinLock, MmUnlockPages, ...
bool kmdf_is_system_lock(const char *name);

// Whether NAME has the form of a framework function, Wdf followed by a capital.
// The framework's functions change a lock only as ddis.h says.
bool kmdf_is_framework_name(const char *name);

// Whether NAME has the form of a framework handle's type, WDF in capitals
// alone: WDFDEVICE, WDFUSBPIPE.
bool kmdf_is_handle_type(const char *name);

#ifdef __cplusplus
}
#endif

#endif // KMDF_RULES_NAMES_H
