// RUN: %verify_kmdf -analyzer-config kmdf:Facts=%t %s
// RUN: %facts %t | FileCheck %s

// A role type counts on any redeclaration.

#include <ntddk.h>
#include <wdf.h>

WDFWAITLOCK Lock;

VOID DeclaredAfterwards(WDFTIMER Timer)
{
    WdfWaitLockAcquire(Lock, NULL);
} // expected-warning{{DeclaredAfterwards returns while it still holds the wait lock 'Lock'}}
EVT_WDF_TIMER DeclaredAfterwards;
// CHECK-DAG: DeclaredAfterwards: EVT_WDF_TIMER, declared

VOID DeclaredInABlock(WDFTIMER Timer)
{
    WdfWaitLockAcquire(Lock, NULL);
} // expected-warning{{DeclaredInABlock returns while it still holds the wait lock 'Lock'}}
// CHECK-DAG: DeclaredInABlock: EVT_WDF_TIMER, declared

VOID DeclaredTwice(WDFTIMER Timer);
EVT_WDF_TIMER DeclaredTwice;
VOID DeclaredTwice(WDFTIMER Timer);
VOID DeclaredTwice(WDFTIMER Timer)
{
    WdfWaitLockAcquire(Lock, NULL);
} // expected-warning{{DeclaredTwice returns while it still holds the wait lock 'Lock'}}
// CHECK-DAG: DeclaredTwice: EVT_WDF_TIMER, declared

VOID Configure(VOID)
{
    EVT_WDF_TIMER DeclaredInABlock;
}
