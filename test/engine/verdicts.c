// RUN: %analyze -analyzer-checker=kmdf -analyzer-config kmdf:Facts=%t %s
// RUN: %facts %t | FileCheck %s
// RUN: %analyze -analyzer-checker=kmdf -analyzer-config kmdf:Facts=%t,max-nodes=100 %s
// RUN: %facts %t | FileCheck --check-prefix=BUDGET %s

// The four verdicts; and pass only for what the engine finished.

#include <ntddk.h>
#include <wdf.h>

WDFWAITLOCK Lock;

BOOLEAN IsDone(ULONG Bit);

EVT_WDF_TIMER Passes;
VOID Passes(WDFTIMER Timer)
{
    WdfWaitLockAcquire(Lock, NULL);
    WdfWaitLockRelease(Lock);
}
// CHECK-DAG: Passes: kmdf.WdfWaitlock: pass
// CHECK-DAG: Passes: kmdf.WdfWaitlockRelease: pass

EVT_WDF_TIMER Leaks;
VOID Leaks(WDFTIMER Timer)
{
    WdfWaitLockAcquire(Lock, NULL);
}
// CHECK-DAG: Leaks: kmdf.WdfWaitlock: pass
// CHECK-DAG: Leaks: kmdf.WdfWaitlockRelease: defect

EVT_WDF_TIMER HasNoLocks;
VOID HasNoLocks(WDFTIMER Timer)
{
    IsDone(0);
}
// CHECK-DAG: HasNoLocks: kmdf.WdfWaitlock: not-applicable
// CHECK-DAG: HasNoLocks: kmdf.WdfWaitlockRelease: not-applicable
// BUDGET-DAG: HasNoLocks: kmdf.WdfWaitlock: not-applicable

// A lock that only a function reaches that is called.
static VOID Deep(VOID)
{
    WdfWaitLockAcquire(Lock, NULL);
    WdfWaitLockRelease(Lock);
}

EVT_WDF_TIMER ReachesOne;
VOID ReachesOne(WDFTIMER Timer)
{
    Deep();
}
// CHECK-DAG: ReachesOne: kmdf.WdfWaitlock: pass

// Too many paths.
EVT_WDF_TIMER HasManyPaths;
VOID HasManyPaths(WDFTIMER Timer)
{
    ULONG count = 0;

    WdfWaitLockAcquire(Lock, NULL);
    if (IsDone(0)) count++;
    if (IsDone(1)) count += 2;
    if (IsDone(2)) count += 4;
    if (IsDone(3)) count += 8;
    if (IsDone(4)) count += 16;
    if (IsDone(5)) count += 32;
    WdfWaitLockRelease(Lock);
    IsDone(count);
}
// CHECK-DAG: HasManyPaths: kmdf.WdfWaitlock: pass
// BUDGET-DAG: HasManyPaths: kmdf.WdfWaitlock: inconclusive (the analyzer's budget of nodes ran out)
// BUDGET-DAG: HasManyPaths: kmdf.WdfWaitlockRelease: inconclusive (the analyzer's budget of nodes ran out)
