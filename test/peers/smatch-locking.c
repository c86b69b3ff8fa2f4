// RUN: %verify_kmdf %s

// The cases of smatch's locking checks, for wait locks: mixed ways out, double
// releases, attempts in conditions, and tests of constants.

#include <ntddk.h>
#include <wdf.h>

#define CALLBACK(name) EVT_WDF_TIMER name; VOID name(WDFTIMER Timer)

WDFWAITLOCK LockA, LockB, LockC;
ULONG First, Second, Third;

VOID Work(VOID);
NTSTATUS WaitUnlessInterrupted(VOID);

static BOOLEAN Try(WDFWAITLOCK Lock)
{
    LONGLONG now = 0;

    return WdfWaitLockAcquire(Lock, &now) == STATUS_SUCCESS;
}

CALLBACK(OneWayForEachLock)
{
    if (First)
        return; // no-warning
    WdfWaitLockAcquire(LockA, NULL);
    WdfWaitLockRelease(LockA);
    if (Second) {
        WdfWaitLockRelease(LockB); // expected-warning{{OneWayForEachLock releases the wait lock 'LockB', which it does not hold}}
        return;
    }
    if (Third)
        WdfWaitLockAcquire(LockC, NULL);
} // expected-warning{{OneWayForEachLock returns while it still holds the wait lock 'LockC'}}

CALLBACK(ReleasedAgainOnOneWay)
{
    WdfWaitLockAcquire(LockB, NULL);
    if (!Try(LockA)) {
        WdfWaitLockRelease(LockB);
        return; // no-warning
    }
    WdfWaitLockRelease(LockA);
    WdfWaitLockRelease(LockB);
    if (First)
        WdfWaitLockRelease(LockA); // expected-warning{{ReleasedAgainOnOneWay releases the wait lock 'LockA', which it does not hold}}
    WdfWaitLockAcquire(LockB, NULL);
    WdfWaitLockRelease(LockB);
}

CALLBACK(TriedAndKept)
{
    if (!Try(LockC))
        return; // no-warning
    Work();
} // expected-warning{{TriedAndKept returns while it still holds the wait lock 'LockC'}}

CALLBACK(TriedInAStatementExpression)
{
    if (!({ Work(); Work(); Try(LockA); }))
        return;
    Work();
    WdfWaitLockRelease(LockA); // no-warning
}

CALLBACK(TriedInConditionalOperators)
{
    if ((Try(LockA) ? 1 : 0) ? 1 : 0)
        return; // expected-warning{{TriedInConditionalOperators returns while it still holds the wait lock 'LockA'}}
    Work();
    WdfWaitLockRelease(LockA); // expected-warning{{TriedInConditionalOperators releases the wait lock 'LockA', which it does not hold}}
}

// if (1) and the like are no branches.
VOID ConstantConditions(VOID)
{
    if (1)
        WdfWaitLockRelease(LockA);
    Work();
    if (First)
        return;
    if (!0)
        WdfWaitLockAcquire(LockA, NULL);
    if (0)
        WdfWaitLockRelease(LockA);
    if (Second)
        return; // expected-warning{{ConstantConditions returns while it still holds the wait lock 'LockA'; on another way out it has released it}}
    if (!1)
        WdfWaitLockAcquire(LockA, NULL); // no-warning
}

CALLBACK(ConstantConditionsOfACallback)
{
    if (!0)
        WdfWaitLockAcquire(LockA, NULL);
    if (0)
        WdfWaitLockRelease(LockA);
    if (Second)
        return; // expected-warning{{ConstantConditionsOfACallback returns while it still holds the wait lock 'LockA'}}
    if (!1)
        WdfWaitLockAcquire(LockA, NULL); // no-warning
    WdfWaitLockRelease(LockA);
}

// An attempt that fails with an error, not with a time-out.
static NTSTATUS AcquireUnlessInterrupted(WDFWAITLOCK Lock)
{
    NTSTATUS status = WaitUnlessInterrupted();

    if (NT_SUCCESS(status))
        WdfWaitLockAcquire(Lock, NULL);
    return status;
}

CALLBACK(KeptUnlessInterrupted)
{
    if (AcquireUnlessInterrupted(LockA) < 0)
        return; // no-warning
    Work();
} // expected-warning{{KeptUnlessInterrupted returns while it still holds the wait lock 'LockA'}}

// Two locks in one attempt: the first is given back where the second fails.
#define TRY_BOTH(outer, inner) \
    ({ \
        WdfWaitLockAcquire(outer, NULL); \
        Try(inner) ? 1 : ({ WdfWaitLockRelease(outer); 0; }); \
    })

CALLBACK(BothTriedInAMacro)
{
    if (!TRY_BOTH(LockA, LockB))
        return; // no-warning
    WdfWaitLockRelease(LockB);
    WdfWaitLockRelease(LockA);
    if (First)
        return; // no-warning
    if (TRY_BOTH(LockA, LockB))
        return; // expected-warning{{BothTriedInAMacro returns while it still holds the wait lock 'LockA'}} \
                // expected-warning{{BothTriedInAMacro returns while it still holds the wait lock 'LockB'}}
}

CALLBACK(BothTriedInAVariable)
{
    if (({
            BOOLEAN tried;

            WdfWaitLockAcquire(LockA, NULL);
            tried = Try(LockB);
            if (!tried)
                WdfWaitLockRelease(LockA);
            tried;
        }))
        return; // expected-warning{{BothTriedInAVariable returns while it still holds the wait lock 'LockA'}} \
                // expected-warning{{BothTriedInAVariable returns while it still holds the wait lock 'LockB'}}
    Work();
}
