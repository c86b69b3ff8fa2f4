// RUN: %verify_kmdf -analyzer-config kmdf:Facts=%t %s
// RUN: %facts %t | FileCheck --implicit-check-not=inconclusive %s

// Asked twice, the interrupt level, the thread and the process are the same; but
// the level changes by what raises and lowers it.

#include <ntddk.h>
#include <wdf.h>

extern WDFWAITLOCK Lock;
extern PKTHREAD Owner;
KSPIN_LOCK SpinLock;
VOID Work(VOID);

EVT_WDF_OBJECT_CONTEXT_CLEANUP AskedTwice, AskedOtherwise, AskedAround, AskedInside,
    AskedWhenLowered, AskedForThread;

VOID AskedTwice(WDFOBJECT Object)
{
    if (KeGetCurrentIrql() == PASSIVE_LEVEL)
        WdfWaitLockAcquire(Lock, NULL);
    Work();
    if (KeGetCurrentIrql() == PASSIVE_LEVEL)
        WdfWaitLockRelease(Lock);
} // no-warning

VOID AskedOtherwise(WDFOBJECT Object)
{
    if (KeGetCurrentIrql() < DISPATCH_LEVEL)
        WdfWaitLockAcquire(Lock, NULL);
    if (KeGetCurrentIrql() == PASSIVE_LEVEL)
        WdfWaitLockRelease(Lock);
} // expected-warning{{AskedOtherwise returns while it still holds the wait lock 'Lock'}}

VOID AskedAround(WDFOBJECT Object)
{
    KIRQL old;

    if (KeGetCurrentIrql() == PASSIVE_LEVEL)
        WdfWaitLockAcquire(Lock, NULL);
    KeAcquireSpinLock(&SpinLock, &old);
    Work();
    KeReleaseSpinLock(&SpinLock, old);
    if (KeGetCurrentIrql() == PASSIVE_LEVEL)
        WdfWaitLockRelease(Lock);
} // no-warning

VOID AskedInside(WDFOBJECT Object)
{
    KIRQL old = PASSIVE_LEVEL;

    if (KeGetCurrentIrql() < DISPATCH_LEVEL) {
        WdfWaitLockAcquire(Lock, NULL);
        KeRaiseIrql(DISPATCH_LEVEL, &old);
        if (KeGetCurrentIrql() < DISPATCH_LEVEL)
            WdfWaitLockRelease(Lock);
        KeLowerIrql(old);
    }
} // expected-warning{{AskedInside returns while it still holds the wait lock 'Lock'}}

VOID AskedWhenLowered(WDFOBJECT Object)
{
    if (KeGetCurrentIrql() != PASSIVE_LEVEL) {
        KeLowerIrql(PASSIVE_LEVEL);
        if (KeGetCurrentIrql() == PASSIVE_LEVEL)
            WdfWaitLockAcquire(Lock, NULL);
    }
} // expected-warning{{AskedWhenLowered returns while it still holds the wait lock 'Lock'}}

VOID AskedForThread(WDFOBJECT Object)
{
    PKTHREAD owner = Owner;

    if (KeGetCurrentThread() != owner)
        WdfWaitLockAcquire(Lock, NULL);
    Work();
    if (KeGetCurrentThread() != owner)
        WdfWaitLockRelease(Lock);
} // no-warning

// CHECK: AskedTwice: kmdf.WdfWaitlock: pass
