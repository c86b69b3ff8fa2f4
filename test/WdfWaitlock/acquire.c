// RUN: %verify_kmdf %s

// Acquiring a lock that this path holds, with no time-out, is a deadlock.

#include <ntddk.h>
#include <wdf.h>

WDFWAITLOCK LockA;
WDFWAITLOCK LockB;

EVT_WDF_IO_QUEUE_IO_READ Twice;
VOID Twice(WDFQUEUE Queue, WDFREQUEST Request, size_t Length)
{
    WdfWaitLockAcquire(LockA, NULL);
    WdfWaitLockAcquire(LockA, NULL); // expected-warning{{Twice acquires the wait lock 'LockA' while it already holds it, and waits for itself forever}}
    WdfWaitLockRelease(LockA); // Nothing gets here.
}

EVT_WDF_IO_QUEUE_IO_READ OneAfterTheOther;
VOID OneAfterTheOther(WDFQUEUE Queue, WDFREQUEST Request, size_t Length)
{
    WdfWaitLockAcquire(LockA, NULL);
    WdfWaitLockRelease(LockA);
    WdfWaitLockAcquire(LockA, NULL); // no-warning
    WdfWaitLockRelease(LockA);
}

EVT_WDF_IO_QUEUE_IO_READ Nested;
VOID Nested(WDFQUEUE Queue, WDFREQUEST Request, size_t Length)
{
    WdfWaitLockAcquire(LockA, NULL);
    WdfWaitLockAcquire(LockB, NULL); // no-warning
    WdfWaitLockRelease(LockB);
    WdfWaitLockRelease(LockA);
}

static VOID Helper(VOID)
{
    WdfWaitLockAcquire(LockA, NULL); // expected-warning{{ThroughAHelper acquires the wait lock 'LockA' while it already holds it}}
    WdfWaitLockRelease(LockA);
}

EVT_WDF_IO_QUEUE_IO_READ ThroughAHelper;
VOID ThroughAHelper(WDFQUEUE Queue, WDFREQUEST Request, size_t Length)
{
    WdfWaitLockAcquire(LockA, NULL);
    Helper();
    WdfWaitLockRelease(LockA);
}

EVT_WDF_IO_QUEUE_IO_READ InALoop;
VOID InALoop(WDFQUEUE Queue, WDFREQUEST Request, size_t Length)
{
    for (size_t i = 0; i < Length; i++) {
        WdfWaitLockAcquire(LockA, NULL); // expected-warning{{InALoop acquires the wait lock 'LockA' while it already holds it}}
        if (i == 1)
            WdfWaitLockRelease(LockA);
    }
    if (Length == 1)
        WdfWaitLockRelease(LockA);
}

// With a time-out the second acquire just times out.
EVT_WDF_IO_QUEUE_IO_READ TimedWhileHeld;
VOID TimedWhileHeld(WDFQUEUE Queue, WDFREQUEST Request, size_t Length)
{
    LONGLONG timeout = WDF_REL_TIMEOUT_IN_MS(10);

    WdfWaitLockAcquire(LockA, NULL);
    if (WdfWaitLockAcquire(LockA, &timeout) == STATUS_SUCCESS) { // no-warning
        // Nothing gets here.
        WdfWaitLockAcquire(LockB, NULL);
        WdfWaitLockAcquire(LockB, NULL);
    }
    WdfWaitLockRelease(LockA);
}
