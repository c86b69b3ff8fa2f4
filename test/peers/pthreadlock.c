// RUN: %verify_kmdf %s

// The cases of clang's checker of pthread mutexes, for wait locks: sequences of
// acquires and releases, of locks that live and of locks that do not.

#include <ntddk.h>
#include <wdf.h>

#define CALLBACK(name) EVT_WDF_TIMER name; VOID name(WDFTIMER Timer)

WDFWAITLOCK LockA, LockB, LockC;
WDFWAITLOCK *LockPlace;
LONG Flags;

VOID Use(WDFWAITLOCK Lock);

CALLBACK(ConditionContradictsItself)
{
    if ((Flags & 137) == 2 && (Flags & 137) & 8) {
        WdfWaitLockAcquire(LockA, NULL); // no-warning
        WdfWaitLockRelease(LockA);
    }
}

CALLBACK(ConditionContradictsItselfBeforeAnAttempt)
{
    LONGLONG now = 0;

    if ((Flags & 137) == 2 && (Flags & 137) & 8)
        if (WdfWaitLockAcquire(LockA, &now) == STATUS_SUCCESS) // no-warning
            WdfWaitLockRelease(LockA);
}

// Functions without a role may work for their callers.
VOID AcquiresOnly(VOID)
{
    WdfWaitLockAcquire(LockA, NULL);
} // no-warning

VOID ReleasesOnly(VOID)
{
    WdfWaitLockRelease(LockA); // no-warning
}

CALLBACK(TwiceInTurn)
{
    WdfWaitLockAcquire(LockA, NULL);
    WdfWaitLockRelease(LockA);
    WdfWaitLockAcquire(LockA, NULL); // no-warning
    WdfWaitLockRelease(LockA); // no-warning
}

CALLBACK(OneLockAfterAnother)
{
    WdfWaitLockAcquire(LockA, NULL);
    WdfWaitLockRelease(LockA);
    WdfWaitLockAcquire(LockB, NULL);
    WdfWaitLockRelease(LockB); // no-warning
}

CALLBACK(ReleasedIfTheAttemptSucceeds)
{
    LONGLONG now = 0;

    if (WdfWaitLockAcquire(LockA, &now) == STATUS_SUCCESS)
        WdfWaitLockRelease(LockA); // no-warning
}

CALLBACK(OneLockWithinAnother)
{
    WdfWaitLockAcquire(LockA, NULL);
    WdfWaitLockAcquire(LockB, NULL);
    WdfWaitLockRelease(LockB);
    WdfWaitLockRelease(LockA); // no-warning
}

VOID ReleasedThenAttempted(VOID)
{
    LONGLONG now = 0;

    WdfWaitLockRelease(LockA);
    if (WdfWaitLockAcquire(LockA, &now) == STATUS_SUCCESS)
        WdfWaitLockRelease(LockA); // no-warning
}

CALLBACK(WaitsIfTheAttemptFails)
{
    LONGLONG now = 0;

    if (WdfWaitLockAcquire(LockA, &now) != STATUS_SUCCESS)
        WdfWaitLockAcquire(LockA, NULL); // no-warning
    WdfWaitLockRelease(LockA); // no-warning
}

VOID DeletesOnly(WDFWAITLOCK Lock)
{
    WdfObjectDelete(Lock); // no-warning
}

VOID DeletesTwoLocks(VOID)
{
    WdfObjectDelete(LockA);
    WdfObjectDelete(LockB); // no-warning
}

VOID ReleasedThenDeleted(VOID)
{
    WdfWaitLockRelease(LockA);
    WdfObjectDelete(LockA); // no-warning
    WdfWaitLockRelease(LockB);
    WdfObjectDelete(LockB); // no-warning
}

CALLBACK(AcquiredReleasedDeleted)
{
    WdfWaitLockAcquire(LockA, NULL);
    WdfWaitLockRelease(LockA);
    WdfObjectDelete(LockA); // no-warning
}

CALLBACK(CreatesOnly)
{
    WdfWaitLockCreate(WDF_NO_OBJECT_ATTRIBUTES, &LockA);
    WdfWaitLockCreate(WDF_NO_OBJECT_ATTRIBUTES, &LockB);
} // no-warning

VOID DeletedThenCreated(VOID)
{
    WdfWaitLockRelease(LockA);
    WdfObjectDelete(LockA);
    WdfWaitLockCreate(WDF_NO_OBJECT_ATTRIBUTES, &LockA);
    WdfObjectDelete(LockA);
    WdfWaitLockCreate(WDF_NO_OBJECT_ATTRIBUTES, &LockA); // no-warning
    WdfObjectDelete(LockB);
    WdfWaitLockCreate(WDF_NO_OBJECT_ATTRIBUTES, &LockB); // no-warning
}

CALLBACK(ThroughAPointer)
{
    WdfWaitLockAcquire(*LockPlace, NULL);
    WdfWaitLockRelease(*LockPlace);
    WdfWaitLockAcquire(*LockPlace, NULL);
    WdfWaitLockRelease(*LockPlace); // no-warning
}

CALLBACK(PassedToUnseenCode)
{
    WDFWAITLOCK lock;

    if (!NT_SUCCESS(WdfWaitLockCreate(WDF_NO_OBJECT_ATTRIBUTES, &lock)))
        return;
    WdfWaitLockAcquire(lock, NULL);
    Use(lock);
    WdfWaitLockAcquire(lock, NULL); // no-warning
    WdfWaitLockRelease(lock);
    WdfObjectDelete(lock);
}

// What the framework itself does with a handle is known.
CALLBACK(PassedToTheFramework)
{
    WdfWaitLockAcquire(LockA, NULL);
    WdfObjectReference(LockA);
    WdfWaitLockAcquire(LockA, NULL); // expected-warning{{PassedToTheFramework acquires the wait lock 'LockA' while it already holds it}}
}

VOID AcquiresTwice(VOID)
{
    WdfWaitLockAcquire(LockA, NULL);
    WdfWaitLockAcquire(LockA, NULL); // expected-warning{{AcquiresTwice acquires the wait lock 'LockA' while it already holds it}}
}

CALLBACK(AcquiresTwiceTheSecondTime)
{
    WdfWaitLockAcquire(LockA, NULL);
    WdfWaitLockRelease(LockA);
    WdfWaitLockAcquire(LockA, NULL);
    WdfWaitLockAcquire(LockA, NULL); // expected-warning{{AcquiresTwiceTheSecondTime acquires the wait lock 'LockA' while it already holds it}}
}

// No rule is about the order of locks.
CALLBACK(ReleasedInAnyOrder)
{
    WdfWaitLockAcquire(LockA, NULL);
    WdfWaitLockAcquire(LockB, NULL);
    WdfWaitLockAcquire(LockC, NULL);
    WdfWaitLockRelease(LockB); // no-warning
    WdfWaitLockRelease(LockC); // no-warning
    WdfWaitLockRelease(LockA); // no-warning
}

CALLBACK(AttemptedAndReleasedFirst)
{
    LONGLONG now = 0;

    if (WdfWaitLockAcquire(LockA, &now) != STATUS_SUCCESS)
        return;
    WdfWaitLockAcquire(LockB, NULL);
    WdfWaitLockRelease(LockA); // no-warning
} // expected-warning{{AttemptedAndReleasedFirst returns while it still holds the wait lock 'LockB'}}

VOID ReleasesTwice(VOID)
{
    WdfWaitLockRelease(LockA);
    WdfWaitLockRelease(LockA); // expected-warning{{ReleasesTwice releases the wait lock 'LockA', which it does not hold}}
}

VOID AcquiresOnceReleasesTwice(VOID)
{
    WdfWaitLockAcquire(LockA, NULL);
    WdfWaitLockRelease(LockA);
    WdfWaitLockRelease(LockA); // expected-warning{{AcquiresOnceReleasesTwice releases the wait lock 'LockA', which it does not hold}}
}

static VOID ReleaseIt(WDFWAITLOCK Lock)
{
    WdfWaitLockRelease(Lock); // expected-warning{{releases the wait lock 'LockA', which it does not hold}}
}

CALLBACK(ReleasedAgainByAHelper)
{
    WdfWaitLockAcquire(LockA, NULL);
    WdfWaitLockRelease(LockA);
    if (Flags < 5)
        ReleaseIt(LockA);
}

CALLBACK(ReleasesTwiceTheSecondTime)
{
    WdfWaitLockAcquire(LockA, NULL);
    WdfWaitLockRelease(LockA);
    WdfWaitLockAcquire(LockA, NULL);
    WdfWaitLockRelease(LockA);
    WdfWaitLockRelease(LockA); // expected-warning{{ReleasesTwiceTheSecondTime releases the wait lock 'LockA', which it does not hold}}
}

CALLBACK(ReleasesTwiceWithAnotherBetween)
{
    WdfWaitLockAcquire(LockA, NULL);
    WdfWaitLockRelease(LockA);
    WdfWaitLockAcquire(LockB, NULL);
    WdfWaitLockRelease(LockB);
    WdfWaitLockRelease(LockA); // expected-warning{{ReleasesTwiceWithAnotherBetween releases the wait lock 'LockA', which it does not hold}}
}

CALLBACK(ReleasesTheInnerLockTwice)
{
    WdfWaitLockAcquire(LockA, NULL);
    WdfWaitLockAcquire(LockB, NULL);
    WdfWaitLockRelease(LockB);
    WdfWaitLockRelease(LockA);
    WdfWaitLockRelease(LockB); // expected-warning{{ReleasesTheInnerLockTwice releases the wait lock 'LockB', which it does not hold}}
}

CALLBACK(ReleasesTheWrongLock)
{
    WdfWaitLockAcquire(LockA, NULL);
    WdfWaitLockAcquire(LockB, NULL);
    WdfWaitLockRelease(LockB);
    WdfWaitLockRelease(LockA);
    WdfWaitLockAcquire(LockA, NULL);
    WdfWaitLockRelease(LockB); // expected-warning{{ReleasesTheWrongLock releases the wait lock 'LockB', which it does not hold}}
} // expected-warning{{ReleasesTheWrongLock returns while it still holds the wait lock 'LockA'}}

VOID ReleasedAfterDelete(VOID)
{
    WdfObjectDelete(LockA);
    WdfWaitLockRelease(LockA); // expected-warning{{ReleasedAfterDelete releases the wait lock 'LockA', which it does not hold}}
}

VOID DeletedWhileHeld(VOID)
{
    WdfWaitLockAcquire(LockA, NULL);
    WdfObjectDelete(LockA); // expected-warning{{DeletedWhileHeld deletes the wait lock 'LockA' while it holds it}}
}

CALLBACK(CreatedOverAHeldOne)
{
    WdfWaitLockAcquire(LockA, NULL);
    WdfWaitLockCreate(WDF_NO_OBJECT_ATTRIBUTES, &LockA);
} // expected-warning{{CreatedOverAHeldOne returns while it still holds the wait lock 'LockA'}}

CALLBACK(AcquiresAgainAfterSystemCode)
{
    WdfWaitLockAcquire(*LockPlace, NULL);
    KeQueryPerformanceCounter(NULL);
    WdfWaitLockAcquire(*LockPlace, NULL); // expected-warning{{AcquiresAgainAfterSystemCode acquires the wait lock '*LockPlace' while it already holds it}}
}

// Of a caller's lock nothing is known on the way without an acquire.
VOID AcquiredOnOneWay(BOOLEAN Started)
{
    if (Started)
        WdfWaitLockAcquire(LockA, NULL);
    WdfWaitLockRelease(LockA); // no-warning
}

EVT_WDF_IO_QUEUE_IO_READ AcquiredOnOneWayOfACallback;
VOID AcquiredOnOneWayOfACallback(WDFQUEUE Queue, WDFREQUEST Request, size_t Length)
{
    if (Length)
        WdfWaitLockAcquire(LockA, NULL);
    WdfWaitLockRelease(LockA); // expected-warning{{AcquiredOnOneWayOfACallback releases the wait lock 'LockA', which it does not hold}}
}
