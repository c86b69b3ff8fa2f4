// RUN: %verify_kmdf %s

// WdfWaitLockAcquire with a time-out acquires only where it returns
// STATUS_SUCCESS. STATUS_TIMEOUT means that it did not, though NT_SUCCESS is
// true of it.

#include <ntddk.h>
#include <wdf.h>

WDFWAITLOCK Lock;

EVT_WDF_IO_QUEUE_IO_READ ComparedWithSuccess;
VOID ComparedWithSuccess(WDFQUEUE Queue, WDFREQUEST Request, size_t Length)
{
    LONGLONG timeout = WDF_REL_TIMEOUT_IN_MS(10);
    NTSTATUS status = WdfWaitLockAcquire(Lock, &timeout);

    if (status == STATUS_SUCCESS)
        WdfWaitLockRelease(Lock); // no-warning
}

EVT_WDF_IO_QUEUE_IO_READ ComparedWithTimeout;
VOID ComparedWithTimeout(WDFQUEUE Queue, WDFREQUEST Request, size_t Length)
{
    LONGLONG timeout = 0;

    if (WdfWaitLockAcquire(Lock, &timeout) == STATUS_TIMEOUT)
        return;
    WdfWaitLockRelease(Lock); // no-warning
}

EVT_WDF_IO_QUEUE_IO_READ TakenForSuccess;
VOID TakenForSuccess(WDFQUEUE Queue, WDFREQUEST Request, size_t Length)
{
    LONGLONG timeout = WDF_REL_TIMEOUT_IN_MS(10);
    NTSTATUS status = WdfWaitLockAcquire(Lock, &timeout);

    if (!NT_SUCCESS(status))
        return;
    WdfWaitLockRelease(Lock); // expected-warning{{TakenForSuccess releases the wait lock 'Lock', which it does not hold}}
}

EVT_WDF_IO_QUEUE_IO_READ Untested;
VOID Untested(WDFQUEUE Queue, WDFREQUEST Request, size_t Length)
{
    LONGLONG timeout = WDF_REL_TIMEOUT_IN_MS(10);

    WdfWaitLockAcquire(Lock, &timeout);
    WdfWaitLockRelease(Lock); // expected-warning{{Untested releases the wait lock 'Lock', which it does not hold}}
}

EVT_WDF_IO_QUEUE_IO_READ ReleasedWhereItTimedOut;
VOID ReleasedWhereItTimedOut(WDFQUEUE Queue, WDFREQUEST Request, size_t Length)
{
    LONGLONG timeout = WDF_REL_TIMEOUT_IN_MS(10);

    if (WdfWaitLockAcquire(Lock, &timeout) != STATUS_SUCCESS)
        WdfWaitLockRelease(Lock); // expected-warning{{ReleasedWhereItTimedOut releases the wait lock 'Lock', which it does not hold}}
} // expected-warning{{ReleasedWhereItTimedOut returns while it still holds the wait lock 'Lock'}}

// A loop until the lock is there.
EVT_WDF_IO_QUEUE_IO_READ TriedUntilAcquired;
VOID TriedUntilAcquired(WDFQUEUE Queue, WDFREQUEST Request, size_t Length)
{
    LONGLONG timeout = WDF_REL_TIMEOUT_IN_MS(10);

    while (WdfWaitLockAcquire(Lock, &timeout) == STATUS_TIMEOUT)
        continue;
    WdfWaitLockRelease(Lock); // no-warning
}

// Without a time-out the call always acquires, and returns STATUS_SUCCESS.
EVT_WDF_IO_QUEUE_IO_READ WaitsAsLongAsItTakes;
VOID WaitsAsLongAsItTakes(WDFQUEUE Queue, WDFREQUEST Request, size_t Length)
{
    NTSTATUS status = WdfWaitLockAcquire(Lock, NULL);

    if (status != STATUS_SUCCESS)
        return; // Nothing gets here: no-warning
    WdfWaitLockRelease(Lock);
}

// A time-out that may be there or not.
static NTSTATUS AcquireWithin(PLONGLONG Timeout)
{
    return WdfWaitLockAcquire(Lock, Timeout);
}

EVT_WDF_IO_QUEUE_IO_READ TimeoutOrNot;
VOID TimeoutOrNot(WDFQUEUE Queue, WDFREQUEST Request, size_t Length)
{
    LONGLONG timeout = WDF_REL_TIMEOUT_IN_MS(10);

    if (AcquireWithin(Length ? &timeout : NULL) == STATUS_SUCCESS)
        WdfWaitLockRelease(Lock); // no-warning
    if (Length == 0) {
        AcquireWithin(NULL);
        WdfWaitLockRelease(Lock); // no-warning
    }
}
