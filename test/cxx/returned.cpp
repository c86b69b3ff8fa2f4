// RUN: %verify_kmdf -std=c++17 -fno-rtti %s
// RUN: %verify_kmdf -std=c++14 -fno-rtti %s
// RUN: %verify_kmdf -std=c++14 -fno-rtti -fno-elide-constructors %s

// Guards that functions return and take by value, with and without elided moves.

#include "Inputs/guards.h"

static UniqueGuard MakeGuard(WDFWAITLOCK lock) { return UniqueGuard(lock); }

static UniqueGuard MakeNamedGuard(WDFWAITLOCK lock)
{
    UniqueGuard guard(lock);

    if (Condition())
        guard.Release();
    return guard;
}

static UniqueGuard MakeGuardOfEither()
{
    UniqueGuard first(LockA, Deferred());
    UniqueGuard second(LockB, Deferred());

    if (Condition()) {
        first.Acquire();
        return first;
    }
    second.Acquire();
    return second;
}

CALLBACK(Returned)
{
    {
        UniqueGuard guard = MakeGuard(LockA);
        Work();
    }
    WdfWaitLockAcquire(LockA, nullptr); // no-warning
    WdfWaitLockRelease(LockA);
}

CALLBACK(ReturnedAndHeld)
{
    UniqueGuard guard = MakeGuard(LockA);

    WdfWaitLockAcquire(LockA, nullptr); // expected-warning{{ReturnedAndHeld acquires the wait lock 'LockA' while it already holds it}}
}

CALLBACK(ReturnedAndDropped)
{
    MakeGuard(LockA);
    WdfWaitLockAcquire(LockA, nullptr); // no-warning
    WdfWaitLockRelease(LockA);
}

CALLBACK(ReturnedByName)
{
    UniqueGuard guard = MakeNamedGuard(LockA);

    if (guard)
        Work();
    else
        WdfWaitLockAcquire(LockA, nullptr); // no-warning
} // expected-warning{{ReturnedByName returns while it still holds the wait lock 'LockA'}}

CALLBACK(ReturnedByNameAndHeld)
{
    UniqueGuard guard = MakeNamedGuard(LockA);

    if (guard)
        WdfWaitLockAcquire(LockA, nullptr); // expected-warning{{ReturnedByNameAndHeld acquires the wait lock 'LockA' while it already holds it}}
}

CALLBACK(ReturnedOneOfTwo)
{
    UniqueGuard guard = MakeGuardOfEither();
    UniqueGuard moved(Move(guard));

    Work();
} // no-warning

CALLBACK(ReturnedThroughFunctions)
{
    UniqueGuard guard;

    guard = MakeGuard(LockA);
    guard = MakeGuard(LockB);
    WdfWaitLockAcquire(LockA, nullptr); // no-warning
    WdfWaitLockRelease(LockA);
    WdfWaitLockAcquire(LockB, nullptr); // expected-warning{{ReturnedThroughFunctions acquires the wait lock 'LockB' while it already holds it}}
}

static VOID UseByValue(UniqueGuard guard)
{
    if (Condition())
        guard.Release();
}

CALLBACK(PassedByValue)
{
    UniqueGuard guard(LockA);

    UseByValue(Move(guard));
    WdfWaitLockAcquire(LockA, nullptr); // no-warning
    WdfWaitLockRelease(LockA);
}

CALLBACK(PassedByValueAsATemporary)
{
    UseByValue(UniqueGuard(LockA));
    WdfWaitLockAcquire(LockA, nullptr); // no-warning
} // expected-warning{{PassedByValueAsATemporary returns while it still holds the wait lock 'LockA'}}
