// RUN: %verify_kmdf -x c %s
// RUN: %verify_kmdf -x c++ %s

// What __analysis_assume says is believed.

#include <ntddk.h>
#include <wdf.h>

WDFWAITLOCK Lock;
BOOLEAN Ready(VOID);

EVT_WDF_TIMER Assumed, AssumedInSal2, NotAssumed;

VOID Assumed(WDFTIMER Timer)
{
    BOOLEAN ready = Ready();

    if (ready)
        WdfWaitLockAcquire(Lock, NULL);
    __analysis_assume(ready);
    WdfWaitLockRelease(Lock); // no-warning
}

VOID AssumedInSal2(WDFTIMER Timer)
{
    BOOLEAN ready = Ready();

    if (ready)
        WdfWaitLockAcquire(Lock, NULL);
    _Analysis_assume_(ready != FALSE);
    WdfWaitLockRelease(Lock); // no-warning
}

VOID NotAssumed(WDFTIMER Timer)
{
    BOOLEAN ready = Ready();

    if (ready)
        WdfWaitLockAcquire(Lock, NULL);
    WdfWaitLockRelease(Lock); // expected-warning{{NotAssumed releases the wait lock 'Lock', which it does not hold}}
}
