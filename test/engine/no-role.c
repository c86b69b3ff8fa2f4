// RUN: %verify_kmdf %s

// A function without a role starts in an unknown state: it may acquire for its
// caller or release for it. Its own contradictions are errors.

#include <ntddk.h>
#include <wdf.h>

WDFWAITLOCK Lock;

VOID AcquireForTheCaller(VOID)
{
    WdfWaitLockAcquire(Lock, NULL);
} // no-warning

VOID ReleaseForTheCaller(VOID)
{
    WdfWaitLockRelease(Lock); // no-warning
}

VOID GiveUpForAWhile(VOID)
{
    WdfWaitLockRelease(Lock);
    WdfWaitLockAcquire(Lock, NULL);
} // no-warning

VOID AcquireTwice(VOID)
{
    WdfWaitLockAcquire(Lock, NULL);
    WdfWaitLockAcquire(Lock, NULL); // expected-warning{{AcquireTwice acquires the wait lock 'Lock' while it already holds it}}
}

VOID ReleaseTwice(VOID)
{
    WdfWaitLockRelease(Lock);
    WdfWaitLockRelease(Lock); // expected-warning{{ReleaseTwice releases the wait lock 'Lock', which it does not hold}}
}

VOID DeleteHeld(VOID)
{
    WdfWaitLockAcquire(Lock, NULL);
    WdfObjectDelete(Lock); // expected-warning{{DeleteHeld deletes the wait lock 'Lock' while it holds it}}
}

// A contradiction in a helper is one mistake, whoever calls it.
static VOID Contradiction(VOID)
{
    WdfWaitLockRelease(Lock);
    WdfWaitLockRelease(Lock); // expected-warning{{releases the wait lock 'Lock', which it does not hold}}
}

VOID CallerA(VOID)
{
    WdfWaitLockAcquire(Lock, NULL);
    Contradiction();
}

VOID CallerB(VOID)
{
    WdfWaitLockAcquire(Lock, NULL);
    Contradiction();
}
