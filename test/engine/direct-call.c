// RUN: %verify_kmdf -analyzer-config kmdf:Facts=%t %s
// RUN: %facts %t | FileCheck %s

// A callback that another function calls directly is checked at its own return,
// for what it acquired itself; and by itself, with whatever arguments.

#include <ntddk.h>
#include <wdf.h>

WDFWAITLOCK LockA;
WDFWAITLOCK LockB;

EVT_WDF_TIMER Leaks;
VOID Leaks(WDFTIMER Timer)
{
    WdfWaitLockAcquire(LockA, NULL);
} // expected-warning{{Leaks returns while it still holds the wait lock 'LockA'}}

EVT_WDF_TIMER CallsTheLeak;
VOID CallsTheLeak(WDFTIMER Timer)
{
    WdfWaitLockAcquire(LockB, NULL);
    Leaks(Timer);
    WdfWaitLockRelease(LockB);
} // The leak is the other callback's: no-warning

// CHECK: Leaks: kmdf.WdfWaitlockRelease: defect
// CHECK: CallsTheLeak: kmdf.WdfWaitlockRelease: pass

// Its caller's lock is not its own.
EVT_WDF_TIMER UsesTheCallersLock;
VOID UsesTheCallersLock(WDFTIMER Timer)
{
    WdfWaitLockAcquire(LockB, NULL);
    WdfWaitLockRelease(LockB);
} // no-warning

EVT_WDF_TIMER CallsWithALock;
VOID CallsWithALock(WDFTIMER Timer)
{
    WdfWaitLockAcquire(LockA, NULL);
    UsesTheCallersLock(Timer);
    WdfWaitLockRelease(LockA);
} // no-warning

// Called with one argument only, it is judged for all.
EVT_WDF_IO_QUEUE_IO_READ OnlySometimes;
VOID OnlySometimes(WDFQUEUE Queue, WDFREQUEST Request, size_t Length)
{
    WdfWaitLockAcquire(LockA, NULL);
    if (Length == 0)
        WdfWaitLockRelease(LockA);
} // expected-warning{{OnlySometimes returns while it still holds the wait lock 'LockA'}}

VOID CallsWithZero(WDFQUEUE Queue, WDFREQUEST Request)
{
    OnlySometimes(Queue, Request, 0);
}

// CHECK: OnlySometimes: kmdf.WdfWaitlockRelease: defect

// What it waits for, its caller may hold: then it is the caller's mistake.
EVT_WDF_TIMER TakesByItself;
VOID TakesByItself(WDFTIMER Timer)
{
    WdfWaitLockAcquire(LockA, NULL); // expected-warning{{CallsWithItsLock acquires the wait lock 'LockA' while it already holds it}}
    WdfWaitLockRelease(LockA);
}

EVT_WDF_TIMER CallsWithItsLock;
VOID CallsWithItsLock(WDFTIMER Timer)
{
    WdfWaitLockAcquire(LockA, NULL);
    TakesByItself(Timer);
    WdfWaitLockRelease(LockA);
}

// CHECK: TakesByItself: kmdf.WdfWaitlock: pass
// CHECK: CallsWithItsLock: kmdf.WdfWaitlock: defect
