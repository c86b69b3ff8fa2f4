// RUN: %verify_kmdf %s

// Releasing a lock that this path does not hold is an error.

#include <ntddk.h>
#include <wdf.h>

WDFWAITLOCK LockA;
WDFWAITLOCK LockB;

// A callback starts with no lock held.
EVT_WDF_IO_QUEUE_IO_READ WithoutAcquire;
VOID WithoutAcquire(WDFQUEUE Queue, WDFREQUEST Request, size_t Length)
{
    WdfWaitLockRelease(LockA); // expected-warning{{WithoutAcquire releases the wait lock 'LockA', which it does not hold}}
}

EVT_WDF_IO_QUEUE_IO_READ Twice;
VOID Twice(WDFQUEUE Queue, WDFREQUEST Request, size_t Length)
{
    WdfWaitLockAcquire(LockA, NULL);
    if (Length == 0)
        WdfWaitLockRelease(LockA);
    WdfWaitLockRelease(LockA); // expected-warning{{Twice releases the wait lock 'LockA', which it does not hold}}
}

EVT_WDF_IO_QUEUE_IO_READ TheWrongOne;
VOID TheWrongOne(WDFQUEUE Queue, WDFREQUEST Request, size_t Length)
{
    WdfWaitLockAcquire(LockA, NULL);
    WdfWaitLockRelease(LockB); // expected-warning{{TheWrongOne releases the wait lock 'LockB', which it does not hold}}
} // expected-warning{{TheWrongOne returns while it still holds the wait lock 'LockA'}}

// A mistake does not hide the next one on the same path.
EVT_WDF_IO_QUEUE_IO_READ TwoMistakes;
VOID TwoMistakes(WDFQUEUE Queue, WDFREQUEST Request, size_t Length)
{
    WdfWaitLockRelease(LockA); // expected-warning{{TwoMistakes releases the wait lock 'LockA', which it does not hold}}
    WdfWaitLockAcquire(LockB, NULL);
} // expected-warning{{TwoMistakes returns while it still holds the wait lock 'LockB'}}
