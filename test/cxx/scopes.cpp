// RUN: %verify_kmdf -analyzer-config kmdf:Facts=%t -std=c++17 -fno-rtti %s
// RUN: %facts %t | FileCheck --implicit-check-not=inconclusive %s

// When a guard's life ends: at the end of its block on every way out, of its turn of
// a loop, of its full expression.

#include "Inputs/guards.h"

ULONG Count();

CALLBACK(EarlyReturnsThroughScopes)
{
    Guard outer(LockA);

    if (Condition())
        return; // no-warning
    {
        Guard inner(LockB);
        if (Condition())
            return; // no-warning
    }
    WdfWaitLockAcquire(LockB, nullptr); // no-warning
    WdfWaitLockRelease(LockB);
} // no-warning

CALLBACK(ReleasedBeforeTheScopeEnds)
{
    {
        Guard guard(LockA);
        WdfWaitLockAcquire(LockA, nullptr); // expected-warning{{ReleasedBeforeTheScopeEnds acquires the wait lock 'LockA' while it already holds it}}
    }
}

CALLBACK(TemporaryDiesAtTheSemicolon)
{
    Guard{LockA};
    WdfWaitLockAcquire(LockA, nullptr); // no-warning
    WdfWaitLockRelease(LockA);
}

CALLBACK(TemporaryLivesToTheSemicolon)
{
    Guard{LockA}, Work();
    WdfWaitLockAcquire(LockA, nullptr); // no-warning
    WdfWaitLockRelease(LockA);
}

CALLBACK(TemporaryIsHeldInItsExpression)
{
    Guard{LockA}, WdfWaitLockAcquire(LockA, nullptr); // expected-warning{{TemporaryIsHeldInItsExpression acquires the wait lock 'LockA' while it already holds it}}
}

// This declares an empty guard that is called LockA.
CALLBACK(DeclarationAndNoTemporary)
{
    UniqueGuard(LockA);
    WdfWaitLockAcquire(::LockA, nullptr); // no-warning
} // expected-warning{{DeclarationAndNoTemporary returns while it still holds the wait lock}}

static VOID UseGuard(const Guard &) { Work(); }

CALLBACK(TemporaryAsAnArgument)
{
    UseGuard(Guard(LockA));
    WdfWaitLockAcquire(LockA, nullptr); // no-warning
    WdfWaitLockRelease(LockA);
}

static bool IsReady(const Guard &) { return Condition(); }

CALLBACK(TemporaryInACondition)
{
    if (IsReady(Guard(LockA))) {
        WdfWaitLockAcquire(LockA, nullptr); // no-warning
        WdfWaitLockRelease(LockA);
    }
} // no-warning

CALLBACK(TemporaryOnOneSideOfAnOperator)
{
    bool isReady = Condition() && IsReady(Guard(LockA));

    if (isReady) {
        WdfWaitLockAcquire(LockA, nullptr); // no-warning
        WdfWaitLockRelease(LockA);
    }
} // no-warning

CALLBACK(ReferenceProlongsALife)
{
    const Guard &guard = Guard(LockA);

    WdfWaitLockAcquire(LockA, nullptr); // expected-warning{{ReferenceProlongsALife acquires the wait lock 'LockA' while it already holds it}}
}

CALLBACK(ReferenceProlongsALifeToTheEnd)
{
    {
        Guard &&guard = Guard(LockA);
        Work();
    }
    WdfWaitLockAcquire(LockA, nullptr); // no-warning
    WdfWaitLockRelease(LockA);
}

CALLBACK(ReferenceToAGuard)
{
    UniqueGuard guard(LockA);
    UniqueGuard &reference = guard;

    if (Condition())
        reference.Release();
} // no-warning

CALLBACK(ReferenceToAGuardIsNoGuard)
{
    UniqueGuard guard(LockA);
    {
        UniqueGuard &reference = guard;
        (void)reference;
    }
    WdfWaitLockAcquire(LockA, nullptr); // expected-warning{{ReferenceToAGuardIsNoGuard acquires the wait lock 'LockA' while it already holds it}}
}

CALLBACK(GuardInEachTurn)
{
    for (ULONG i = 0; i < Count(); i++) {
        Guard guard(LockA);

        if (Condition())
            continue;
        if (Condition())
            break;
        Work();
    }
    WdfWaitLockAcquire(LockA, nullptr); // no-warning
    WdfWaitLockRelease(LockA);
}

CALLBACK(GuardInAThousandTurns)
{
    for (int i = 0; i < 1000; i++) {
        Guard guard(LockA);
        Work();
    }
    WdfWaitLockAcquire(LockA, nullptr); // no-warning
} // expected-warning{{GuardInAThousandTurns returns while it still holds the wait lock 'LockA'}}

CALLBACK(LockOfEachTurnUnderAGuard)
{
    Guard guard(LockA);

    for (ULONG i = 0; i < Count(); i++) {
        if (Condition())
            WdfWaitLockAcquire(LockA, nullptr); // expected-warning{{LockOfEachTurnUnderAGuard acquires the wait lock 'LockA' while it already holds it}}
    }
}

CALLBACK(GuardInTheHeadOfALoop)
{
    for (UniqueGuard guard(LockA); guard; guard.Release())
        Work();
    WdfWaitLockAcquire(LockA, nullptr); // no-warning
    WdfWaitLockRelease(LockA);
}

CALLBACK(GuardInTheHeadOfAWhile)
{
    while (UniqueGuard guard{LockA, Attempted()}) {
        if (Condition())
            break;
    }
    WdfWaitLockAcquire(LockA, nullptr); // no-warning
    WdfWaitLockRelease(LockA);
}

CALLBACK(GuardOfEachLockOfAnArray)
{
    WDFWAITLOCK locks[] = {LockA, LockB};

    for (WDFWAITLOCK lock : locks) {
        Guard guard(lock);
        Work();
    }
    WdfWaitLockAcquire(LockB, nullptr); // no-warning
    WdfWaitLockRelease(LockB);
}

CALLBACK(AcquiresEachLockOfAnArray)
{
    WDFWAITLOCK locks[] = {LockA, LockB};

    for (WDFWAITLOCK lock : locks)
        WdfWaitLockAcquire(lock, nullptr);
    for (WDFWAITLOCK lock : locks)
        WdfWaitLockRelease(lock);
} // no-warning

CALLBACK(ReleasesOneLockOfAnArray)
{
    WDFWAITLOCK locks[] = {LockA, LockB};

    for (WDFWAITLOCK lock : locks)
        WdfWaitLockAcquire(lock, nullptr);
    WdfWaitLockRelease(LockA);
} // expected-warning{{ReleasesOneLockOfAnArray returns while it still holds the wait lock}}

CALLBACK(GuardInTheHeadOfAnIf)
{
    if (UniqueGuard guard(LockA, Attempted()); guard)
        Work();
    else
        WdfWaitLockAcquire(LockB, nullptr);
} // expected-warning{{GuardInTheHeadOfAnIf returns while it still holds the wait lock 'LockB'}}

CALLBACK(GotoOutOfAScope)
{
    {
        Guard guard(LockA);
        if (Condition())
            goto exit;
        Work();
    }
    Work();
exit:
    WdfWaitLockAcquire(LockA, nullptr); // no-warning
    WdfWaitLockRelease(LockA);
}

CALLBACK(GotoBackOverAGuard)
{
again:
    Guard guard(LockA);
    if (Condition())
        goto again; // no-warning
    Work();
} // no-warning

CALLBACK(GotoWithinAScope)
{
    Guard guard(LockA);

    if (Condition())
        goto exit;
    Work();
exit:
    WdfWaitLockAcquire(LockA, nullptr); // expected-warning{{GotoWithinAScope acquires the wait lock 'LockA' while it already holds it}}
}

CALLBACK(GuardInACase)
{
    switch (Count()) {
    case 0: {
        Guard guard(LockA);
        break;
    }
    case 1: {
        Guard guard(LockB);
        return; // no-warning
    }
    default:
        WdfWaitLockAcquire(LockB, nullptr);
        break;
    }
    WdfWaitLockAcquire(LockA, nullptr); // no-warning
    WdfWaitLockRelease(LockA);
} // expected-warning{{GuardInACase returns while it still holds the wait lock 'LockB'}}

CALLBACK(ConditionalGuard)
{
    UniqueGuard guard;

    if (Condition())
        guard = UniqueGuard(LockA);
    Work();
} // no-warning

CALLBACK(ConditionalGuardIsHeld)
{
    bool isGuarded = Condition();
    UniqueGuard guard;

    if (isGuarded)
        guard = UniqueGuard(LockA);
    if (!isGuarded)
        WdfWaitLockAcquire(LockA, nullptr); // no-warning
    Work();
    if (isGuarded)
        WdfWaitLockAcquire(LockA, nullptr); // expected-warning{{ConditionalGuardIsHeld acquires the wait lock 'LockA' while it already holds it}}
    WdfWaitLockRelease(LockA);
}

CALLBACK(GuardOfAConditionalOperator)
{
    bool isFirst = Condition();
    UniqueGuard guard = isFirst ? UniqueGuard(LockA) : UniqueGuard(LockB);

    if (!isFirst)
        WdfWaitLockAcquire(LockA, nullptr); // no-warning
    else
        WdfWaitLockAcquire(LockA, nullptr); // expected-warning{{GuardOfAConditionalOperator acquires the wait lock 'LockA' while it already holds it}}
    WdfWaitLockRelease(LockA);
}

CALLBACK(GuardOfOneOfTwoLocks)
{
    Guard guard(Condition() ? LockA : LockB);

    Work();
} // no-warning

// The reverse: gives the lock up for as long as it lives.
class ReverseGuard {
public:
    explicit ReverseGuard(WDFWAITLOCK lock) : m_lock(lock) { WdfWaitLockRelease(m_lock); } // expected-warning{{GivesUpWhatItDoesNotHold releases the wait lock}}
    ~ReverseGuard() { WdfWaitLockAcquire(m_lock, nullptr); } // expected-warning{{ReacquiredUnderTheReverse acquires the wait lock}}

private:
    WDFWAITLOCK m_lock;
};

CALLBACK(GivenUpForAWhile)
{
    Guard guard(LockA);
    {
        ReverseGuard reverse(LockA);
        Work();
        if (Condition())
            return; // no-warning
    }
    Work();
} // no-warning

CALLBACK(GivesUpWhatItDoesNotHold)
{
    ReverseGuard reverse(LockA);
} // expected-warning{{GivesUpWhatItDoesNotHold returns while it still holds the wait lock}}

CALLBACK(ReacquiredUnderTheReverse)
{
    WdfWaitLockAcquire(LockA, nullptr);
    {
        ReverseGuard reverse(LockA);
        WdfWaitLockAcquire(LockA, nullptr);
    }
    WdfWaitLockRelease(LockA);
}

// CHECK: EarlyReturnsThroughScopes: kmdf.WdfWaitlockRelease: pass
