// RUN: %analyze -analyzer-checker=kmdf -analyzer-config kmdf:Facts=%t,max-nodes=2000 %s
// RUN: %facts %t | FileCheck %s

// What a handle points at is the framework's. That a call may have changed it
// makes no paths of two: where these meet, they go on as one, and the few nodes
// that the engine may make here are enough.

#include <ntddk.h>
#include <wdf.h>

WDFWAITLOCK Lock;

BOOLEAN IsOld(ULONG Entry);

EVT_WDF_TIMER GivesHandlesToTheFramework;
VOID GivesHandlesToTheFramework(WDFTIMER Timer)
{
    WdfWaitLockAcquire(Lock, NULL);
    if (IsOld(1))
        WdfObjectReference(Lock);
    if (IsOld(2))
        WdfObjectDereference(Timer);
    if (IsOld(3))
        WdfObjectReference(Lock);
    if (IsOld(4))
        WdfObjectDereference(Timer);
    if (IsOld(5))
        WdfObjectReference(Lock);
    if (IsOld(6))
        WdfObjectDereference(Timer);
    if (IsOld(7))
        WdfObjectReference(Lock);
    if (IsOld(8))
        WdfObjectDereference(Timer);
    if (IsOld(9))
        WdfObjectReference(Lock);
    if (IsOld(10))
        WdfObjectDereference(Timer);
    WdfWaitLockRelease(Lock);
}
// CHECK: GivesHandlesToTheFramework: kmdf.WdfWaitlock: pass
// CHECK: GivesHandlesToTheFramework: kmdf.WdfWaitlockRelease: pass
