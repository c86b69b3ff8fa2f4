// RUN: %verify_kmdf -std=c++17 -fno-rtti %s

// Callbacks that misuse a guard in the same way have a mistake, and a report, each.

#include "Inputs/guards.h"

CALLBACK(ReleasesTwice)
{
    UniqueGuard guard(LockA);

    guard.Release();
    guard.Release();
} // expected-warning@Inputs/guards.h:*{{ReleasesTwice releases the wait lock}}

CALLBACK(ReleasesTwiceToo)
{
    UniqueGuard guard(LockA);

    guard.Release();
    guard.Release();
} // expected-warning@Inputs/guards.h:*{{ReleasesTwiceToo releases the wait lock}}
