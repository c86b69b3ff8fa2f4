// RUN: %verify_kmdf %s

// One report is enough, however many ways lead out with the lock held: that of the
// first.

#include <ntddk.h>
#include <wdf.h>

WDFWAITLOCK GlobalLock;

EVT_WDF_IO_QUEUE_IO_READ ManyWaysOut;
VOID ManyWaysOut(WDFQUEUE Queue, WDFREQUEST Request, size_t Length)
{
    WdfWaitLockAcquire(GlobalLock, NULL);
    if (Length == 1)
        return; // expected-warning{{ManyWaysOut returns while it still holds the wait lock 'GlobalLock'}}
    if (Length == 2)
        return;
    if (Length == 3)
        return;
    WdfWaitLockRelease(GlobalLock);
}
