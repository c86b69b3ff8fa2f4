// RUN: %analyze -analyzer-checker=kmdf -verify=waitlock,release %s
// RUN: %analyze -analyzer-checker=kmdf.WdfWaitlock -verify=waitlock %s
// RUN: %analyze -analyzer-checker=kmdf.WdfWaitlockRelease -verify=release %s
// RUN: %analyze -analyzer-checker=kmdf -analyzer-disable-checker=kmdf.WdfWaitlock -verify=release %s

// Each rule can be turned on alone; with both on, one mistake is one report.

#include <ntddk.h>
#include <wdf.h>

WDFWAITLOCK Lock;

EVT_WDF_IO_QUEUE_IO_READ Leaks;
VOID Leaks(WDFQUEUE Queue, WDFREQUEST Request, size_t Length)
{
    WdfWaitLockAcquire(Lock, NULL);
} // release-warning{{Leaks returns while it still holds the wait lock 'Lock'}}

EVT_WDF_IO_QUEUE_IO_READ Deadlocks;
VOID Deadlocks(WDFQUEUE Queue, WDFREQUEST Request, size_t Length)
{
    WdfWaitLockAcquire(Lock, NULL);
    // The thread never comes back from here, and so never returns.
    WdfWaitLockAcquire(Lock, NULL); // waitlock-warning{{Deadlocks acquires the wait lock 'Lock' while it already holds it}}
}

EVT_WDF_IO_QUEUE_IO_READ ReleasesTwice;
VOID ReleasesTwice(WDFQUEUE Queue, WDFREQUEST Request, size_t Length)
{
    WdfWaitLockAcquire(Lock, NULL);
    WdfWaitLockRelease(Lock);
    WdfWaitLockRelease(Lock); // waitlock-warning{{ReleasesTwice releases the wait lock 'Lock', which it does not hold}}
}

EVT_WDF_IO_QUEUE_IO_READ DeletesHeld;
VOID DeletesHeld(WDFQUEUE Queue, WDFREQUEST Request, size_t Length)
{
    WdfWaitLockAcquire(Lock, NULL);
    WdfObjectDelete(Lock); // waitlock-warning{{DeletesHeld deletes the wait lock 'Lock' while it holds it}}
}
