// RUN: %verify_kmdf %s

// The cases of clang's checkers of C11's and Fuchsia's mutexes, for wait locks:
// attempts, deadlines, and locks in local variables.

#include <ntddk.h>
#include <wdf.h>

#define CALLBACK(name) EVT_WDF_TIMER name; VOID name(WDFTIMER Timer)

WDFWAITLOCK LockA, LockB;

CALLBACK(AcquiresTwice)
{
    WdfWaitLockAcquire(LockA, NULL);
    WdfWaitLockAcquire(LockA, NULL); // expected-warning{{AcquiresTwice acquires the wait lock 'LockA' while it already holds it}}
}

VOID LocalLockIsLost(VOID)
{
    WDFWAITLOCK lock;

    if (!NT_SUCCESS(WdfWaitLockCreate(WDF_NO_OBJECT_ATTRIBUTES, &lock)))
        return;
    WdfWaitLockAcquire(lock, NULL);
} // expected-warning{{LocalLockIsLost loses the last handle to the wait lock 'lock' while it holds it}}

CALLBACK(ReleasesTwice)
{
    WdfWaitLockAcquire(LockA, NULL);
    WdfWaitLockRelease(LockA);
    WdfWaitLockRelease(LockA); // expected-warning{{ReleasesTwice releases the wait lock 'LockA', which it does not hold}}
}

VOID NewLockReleasedAfterATimeout(VOID)
{
    LONGLONG now = 0;

    if (!NT_SUCCESS(WdfWaitLockCreate(WDF_NO_OBJECT_ATTRIBUTES, &LockA)))
        return;
    if (WdfWaitLockAcquire(LockA, &now) != STATUS_SUCCESS)
        WdfWaitLockRelease(LockA); // expected-warning{{NewLockReleasedAfterATimeout releases the wait lock 'LockA', which it does not hold}}
}

VOID FreedLockReleasedAfterATimeout(VOID)
{
    LONGLONG now = 0;

    WdfWaitLockRelease(LockA);
    if (WdfWaitLockAcquire(LockA, &now) != STATUS_SUCCESS)
        WdfWaitLockRelease(LockA); // expected-warning{{FreedLockReleasedAfterATimeout releases the wait lock 'LockA', which it does not hold}}
}

// No rule is about the order of locks.
CALLBACK(ReleasedInOrderOfAcquire)
{
    WdfWaitLockAcquire(LockA, NULL);
    WdfWaitLockAcquire(LockB, NULL);
    WdfWaitLockRelease(LockA); // no-warning
    WdfWaitLockRelease(LockB); // no-warning
}

CALLBACK(LocalLock)
{
    WDFWAITLOCK lock;

    if (!NT_SUCCESS(WdfWaitLockCreate(WDF_NO_OBJECT_ATTRIBUTES, &lock)))
        return;
    WdfWaitLockAcquire(lock, NULL);
    WdfWaitLockRelease(lock); // no-warning
    WdfObjectDelete(lock); // no-warning
}

CALLBACK(LocalLockAttempted)
{
    WDFWAITLOCK lock;
    LONGLONG now = 0;

    if (!NT_SUCCESS(WdfWaitLockCreate(WDF_NO_OBJECT_ATTRIBUTES, &lock)))
        return;
    if (WdfWaitLockAcquire(lock, &now) == STATUS_SUCCESS)
        WdfWaitLockRelease(lock); // no-warning
    WdfObjectDelete(lock); // no-warning
}

CALLBACK(LocalLockWithADeadline)
{
    WDFWAITLOCK lock;
    LONGLONG deadline = WDF_ABS_TIMEOUT_IN_SEC(10);

    if (!NT_SUCCESS(WdfWaitLockCreate(WDF_NO_OBJECT_ATTRIBUTES, &lock)))
        return;
    if (WdfWaitLockAcquire(lock, &deadline) == STATUS_SUCCESS)
        WdfWaitLockRelease(lock); // no-warning
    WdfObjectDelete(lock); // no-warning
}
