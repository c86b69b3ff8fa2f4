// RUN: %verify_kmdf %s

// The cases of sparse's context tracking, for wait locks. Its contexts are counts;
// wait locks do not nest, so where a case nests, the inner pair is of another lock.

#include <ntddk.h>
#include <wdf.h>

#define CALLBACK(name) EVT_WDF_TIMER name; VOID name(WDFTIMER Timer)

WDFWAITLOCK LockA, LockB;

BOOLEAN Condition(VOID);
BOOLEAN OtherCondition(VOID);

static VOID AcquireA(VOID) { WdfWaitLockAcquire(LockA, NULL); }
static VOID ReleaseA(VOID) { WdfWaitLockRelease(LockA); }

CALLBACK(Pair)
{
    AcquireA();
    ReleaseA();
} // no-warning

CALLBACK(PairTwice)
{
    AcquireA();
    ReleaseA();
    AcquireA();
    ReleaseA();
} // no-warning

CALLBACK(PairWithinAPair)
{
    AcquireA();
    WdfWaitLockAcquire(LockB, NULL);
    WdfWaitLockRelease(LockB);
    ReleaseA();
} // no-warning

_Acquires_lock_(LockA) VOID SaysItAcquires(VOID)
{
    AcquireA();
} // no-warning

_Acquires_lock_(LockA) VOID SaysItAcquiresInTheEnd(VOID)
{
    AcquireA();
    ReleaseA();
    AcquireA();
} // no-warning

_Acquires_lock_(LockA) VOID SaysItAcquiresOneOfTwo(VOID)
{
    AcquireA();
    WdfWaitLockAcquire(LockB, NULL);
    WdfWaitLockRelease(LockB);
} // no-warning

_Releases_lock_(LockA) VOID SaysItReleases(VOID)
{
    ReleaseA();
} // no-warning

_Releases_lock_(LockA) VOID SaysItReleasesAfterAPair(VOID)
{
    WdfWaitLockAcquire(LockB, NULL);
    WdfWaitLockRelease(LockB);
    ReleaseA();
} // no-warning

CALLBACK(AcquiresWithoutSayingSo)
{
    AcquireA();
} // expected-warning{{AcquiresWithoutSayingSo returns while it still holds the wait lock 'LockA'}}

CALLBACK(AcquiresAgainInTheEnd)
{
    AcquireA();
    ReleaseA();
    AcquireA();
} // expected-warning{{AcquiresAgainInTheEnd returns while it still holds the wait lock 'LockA'}}

CALLBACK(AcquiresOneOfTwo)
{
    AcquireA();
    WdfWaitLockAcquire(LockB, NULL);
    WdfWaitLockRelease(LockB);
} // expected-warning{{AcquiresOneOfTwo returns while it still holds the wait lock 'LockA'}}

CALLBACK(ReleasesWithoutSayingSo)
{
    WdfWaitLockRelease(LockA); // expected-warning{{ReleasesWithoutSayingSo releases the wait lock 'LockA', which it does not hold}}
}

CALLBACK(ReleasesOnceMore)
{
    AcquireA();
    ReleaseA();
    WdfWaitLockRelease(LockA); // expected-warning{{ReleasesOnceMore releases the wait lock 'LockA', which it does not hold}}
}

CALLBACK(ReleasedBeforeEachReturn)
{
    AcquireA();
    if (Condition()) {
        ReleaseA();
        return; // no-warning
    }
    ReleaseA();
} // no-warning

CALLBACK(PairOnOneWay)
{
    if (Condition()) {
        AcquireA();
        ReleaseA();
    }
} // no-warning

CALLBACK(InnerPairOnOneWay)
{
    AcquireA();
    if (Condition()) {
        WdfWaitLockAcquire(LockB, NULL);
        WdfWaitLockRelease(LockB);
    }
    ReleaseA();
} // no-warning

CALLBACK(ReturnsEarly)
{
    AcquireA();
    if (Condition())
        return; // expected-warning{{ReturnsEarly returns while it still holds the wait lock 'LockA'}}
    ReleaseA();
}

CALLBACK(ReleasesOnlyWhereItReturnsEarly)
{
    AcquireA();
    if (Condition()) {
        ReleaseA();
        return;
    }
} // expected-warning{{ReleasesOnlyWhereItReturnsEarly returns while it still holds the wait lock 'LockA'}}

CALLBACK(LoopWithinAPair)
{
    AcquireA();
    while (Condition())
        ;
    ReleaseA();
} // no-warning

CALLBACK(PairWithinALoop)
{
    while (Condition()) {
        AcquireA();
        ReleaseA();
    }
} // no-warning

CALLBACK(TwoPairsWithinALoop)
{
    while (Condition()) {
        AcquireA();
        ReleaseA();
        if (OtherCondition())
            break;
        AcquireA();
        ReleaseA();
    }
} // no-warning

CALLBACK(ReleasedOnTheOnlyWayOutOfALoop)
{
    AcquireA();
    while (1) {
        if (OtherCondition()) {
            ReleaseA();
            break;
        }
    }
} // no-warning

CALLBACK(ReleasedAndReacquiredInALoop)
{
    AcquireA();
    while (1) {
        ReleaseA();
        if (OtherCondition())
            break;
        AcquireA();
    }
} // no-warning

CALLBACK(AcquiresInALoop)
{
    while (Condition())
        WdfWaitLockAcquire(LockA, NULL); // expected-warning{{AcquiresInALoop acquires the wait lock 'LockA' while it already holds it}}
} // expected-warning{{AcquiresInALoop returns while it still holds the wait lock 'LockA'}}

CALLBACK(ReleasesInALoop)
{
    while (Condition())
        WdfWaitLockRelease(LockA); // expected-warning{{ReleasesInALoop releases the wait lock 'LockA', which it does not hold}}
}

CALLBACK(BreaksWithTheLock)
{
    while (Condition()) {
        AcquireA();
        if (OtherCondition())
            break;
        ReleaseA();
    }
} // expected-warning{{BreaksWithTheLock returns while it still holds the wait lock 'LockA'}}

CALLBACK(GotoTheRelease)
{
    AcquireA();
    goto exit;
exit:
    ReleaseA();
} // no-warning

CALLBACK(GotoPastAPair)
{
    AcquireA();
    goto exit;
    WdfWaitLockAcquire(LockB, NULL);
    WdfWaitLockRelease(LockB);
exit:
    ReleaseA();
} // no-warning

CALLBACK(SometimesGotoPastAPair)
{
    AcquireA();
    if (Condition())
        goto exit;
    WdfWaitLockAcquire(LockB, NULL);
    WdfWaitLockRelease(LockB);
exit:
    ReleaseA();
} // no-warning

CALLBACK(GotoPastEverything)
{
    if (Condition())
        goto exit;
    AcquireA();
    ReleaseA();
exit:
    ;
} // no-warning

CALLBACK(ReleasedOnBothWays)
{
    AcquireA();
    if (Condition())
        goto failed;
    ReleaseA();
    return;
failed:
    ReleaseA();
} // no-warning

CALLBACK(GotoPastTheRelease)
{
    AcquireA();
    goto exit;
    ReleaseA();
exit:
    ;
} // expected-warning{{GotoPastTheRelease returns while it still holds the wait lock 'LockA'}}

CALLBACK(GotoAnAcquire)
{
    AcquireA();
    goto again;
    ReleaseA();
again:
    WdfWaitLockAcquire(LockA, NULL); // expected-warning{{GotoAnAcquire acquires the wait lock 'LockA' while it already holds it}}
    ReleaseA();
}

CALLBACK(ReleasedTwiceUnlessGoto)
{
    AcquireA();
    if (Condition())
        goto exit;
    ReleaseA();
exit:
    WdfWaitLockRelease(LockA); // expected-warning{{ReleasedTwiceUnlessGoto releases the wait lock 'LockA', which it does not hold}}
}

// What it returns says whether it acquired.
static BOOLEAN TryA(VOID)
{
    LONGLONG now = 0;

    return WdfWaitLockAcquire(LockA, &now) == STATUS_SUCCESS;
}

CALLBACK(ReleasedIfTried)
{
    if (TryA()) {
        OtherCondition();
        ReleaseA();
    }
} // no-warning

CALLBACK(ReleasedWhetherTriedOrNot)
{
    if (TryA())
        OtherCondition();
    WdfWaitLockRelease(LockA); // expected-warning{{ReleasedWhetherTriedOrNot releases the wait lock 'LockA', which it does not hold}}
}

CALLBACK(CannotEndWithTheLock)
{
    AcquireA();
    if (!Condition()) {
        __builtin_unreachable();
        return;
    }
    ReleaseA();
} // no-warning
