// RUN: %analyze -analyzer-checker=kmdf -analyzer-config kmdf:Facts=%t %s
// RUN: %facts %t | FileCheck %s

// A helper's mistake is one report, but every callback that runs into it has the
// defect.

#include <ntddk.h>
#include <wdf.h>

WDFWAITLOCK Lock;

static VOID Twice(VOID)
{
    WdfWaitLockAcquire(Lock, NULL);
    WdfWaitLockAcquire(Lock, NULL);
}

EVT_WDF_TIMER First;
VOID First(WDFTIMER Timer)
{
    Twice();
}
// CHECK-DAG: First: kmdf.WdfWaitlock: defect

EVT_WDF_TIMER Second;
VOID Second(WDFTIMER Timer)
{
    Twice();
}
// CHECK-DAG: Second: kmdf.WdfWaitlock: defect
