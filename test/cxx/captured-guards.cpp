// RUN: %verify_kmdf -analyzer-config kmdf:Facts=%t -std=c++14 -fno-rtti %s
// RUN: %facts %t | FileCheck --implicit-check-not=inconclusive %s
// RUN: %verify_kmdf -analyzer-config kmdf:Facts=%t -std=c++17 -fno-rtti %s
// RUN: %facts %t | FileCheck --implicit-check-not=inconclusive %s

// A guard that a lambda captures lives as long as the variable that the lambda is.
// The engine of LLVM 14 does not know what was captured.
// UNSUPPORTED: llvm-14

#include "Inputs/guards.h"

CALLBACK(GuardInALambda)
{
    UniqueGuard guard(LockA);
    auto later = [held = Move(guard)] { Work(); };

    later();
} // no-warning

CALLBACK(GuardInALambdaOnSomeWays)
{
    if (Condition()) {
        auto later = [held = UniqueGuard(LockA)] { Work(); };
        later();
    }
    WdfWaitLockAcquire(LockA, nullptr); // no-warning
    WdfWaitLockRelease(LockA);
}

CALLBACK(GuardInALambdaHolds)
{
    UniqueGuard guard(LockA);
    auto later = [held = Move(guard)] { Work(); };

    WdfWaitLockAcquire(LockA, nullptr); // expected-warning{{GuardInALambdaHolds acquires the wait lock 'LockA' while it already holds it}}
}

CALLBACK(GuardInALambdaGivesUp)
{
    auto later = [held = UniqueGuard(LockA)]() mutable { held.Detach(); };

    if (Condition())
        later();
} // expected-warning{{GuardInALambdaGivesUp returns while it still holds the wait lock}}

// CHECK: GuardInALambda: kmdf.WdfWaitlock: pass
