// RUN: %verify_kmdf -analyzer-config kmdf:Facts=%t %s
// RUN: %facts %t | FileCheck %s

// A function whose body is in the file but that the engine did not inline must
// not be taken for balanced if it can reach a lock operation.

#include <ntddk.h>
#include <wdf.h>

WDFWAITLOCK Lock;

static VOID Down(ULONG Depth)
{
    if (Depth > 0)
        Down(Depth - 1);
    else
        WdfWaitLockRelease(Lock);
}

EVT_WDF_IO_QUEUE_IO_READ Recursive;
VOID Recursive(WDFQUEUE Queue, WDFREQUEST Request, size_t Length)
{
    WdfWaitLockAcquire(Lock, NULL);
    Down((ULONG)Length);
} // no-warning

// CHECK: Recursive: kmdf.WdfWaitlockRelease: inconclusive ('Down' was too large, too deep or too recursive to follow)

static VOID Nothing(ULONG Depth)
{
    if (Depth > 0)
        Nothing(Depth - 1);
}

EVT_WDF_IO_QUEUE_IO_READ RecursiveWithoutLocks;
VOID RecursiveWithoutLocks(WDFQUEUE Queue, WDFREQUEST Request, size_t Length)
{
    WdfWaitLockAcquire(Lock, NULL);
    Nothing((ULONG)Length);
} // expected-warning{{RecursiveWithoutLocks returns while it still holds the wait lock 'Lock'}}

// CHECK: RecursiveWithoutLocks: kmdf.WdfWaitlockRelease: defect
