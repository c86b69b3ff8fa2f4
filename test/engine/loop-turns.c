// RUN: %verify_kmdf -analyzer-config kmdf:Facts=%t %s
// RUN: %facts %t | FileCheck %s --implicit-check-not=inconclusive

// Which turns of a loop are made: those that could show something new.

#include <ntddk.h>
#include <wdf.h>

WDFWAITLOCK Lock;
WDFWAITLOCK Other;

VOID Unknown(VOID);
ULONG Ask(VOID);

//===----------------------------------------------------------------------===//
// Turns that hang together are made one after the other, however many.
//===----------------------------------------------------------------------===//

EVT_WDF_TIMER OddAndEven;
VOID OddAndEven(WDFTIMER Timer)
{
    for (int i = 0; i < 1000; i++) {
        if (i % 2 == 0)
            WdfWaitLockAcquire(Lock, NULL);
        else
            WdfWaitLockRelease(Lock);
    }
} // no-warning

EVT_WDF_TIMER OddNumberOfTurns;
VOID OddNumberOfTurns(WDFTIMER Timer)
{
    for (int i = 0; i < 999; i++) {
        if (i % 2 == 0)
            WdfWaitLockAcquire(Lock, NULL);
        else
            WdfWaitLockRelease(Lock);
    }
} // expected-warning{{OddNumberOfTurns returns while it still holds}}

EVT_WDF_TIMER FromTheFifthToTheEighth;
VOID FromTheFifthToTheEighth(WDFTIMER Timer)
{
    for (int i = 0; i < 1000; i++) {
        if (i == 5)
            WdfWaitLockAcquire(Lock, NULL);
        if (i == 8)
            WdfWaitLockRelease(Lock); // no-warning
    }
}

EVT_WDF_TIMER OneTurnAcquires;
VOID OneTurnAcquires(WDFTIMER Timer)
{
    for (int i = 0; i < 1000; i++) {
        if (i == 700)
            WdfWaitLockAcquire(Lock, NULL); // no-warning
        Unknown();
    }
    WdfWaitLockRelease(Lock); // no-warning
}

EVT_WDF_TIMER TheFirstTurnAcquires;
VOID TheFirstTurnAcquires(WDFTIMER Timer)
{
    for (ULONG i = 0; i < Ask(); i++) {
        if (i == 0)
            WdfWaitLockAcquire(Lock, NULL); // no-warning
        else if (Ask())
            continue;
        switch (i) {
        case 1:
            WdfWaitLockRelease(Lock); // no-warning
            break;
        case 2:
            WdfWaitLockAcquire(Other, NULL);
            return; // expected-warning{{TheFirstTurnAcquires returns while it still holds the wait lock 'Other'}}
        }
    }
} // expected-warning{{TheFirstTurnAcquires returns while it still holds the wait lock 'Lock'}}

EVT_WDF_TIMER WithUnknownsBetween;
VOID WithUnknownsBetween(WDFTIMER Timer)
{
    for (int i = 0; i < 20; i++) {
        if (Ask())
            Unknown();
        if (i == 5)
            WdfWaitLockAcquire(Lock, NULL);
        if (i == 8)
            WdfWaitLockRelease(Lock); // no-warning
    }
}

EVT_WDF_TIMER Toggled;
VOID Toggled(WDFTIMER Timer)
{
    BOOLEAN held = FALSE;

    for (int i = 0; i < 1000; i++) {
        if (held)
            WdfWaitLockRelease(Lock);
        else
            WdfWaitLockAcquire(Lock, NULL);
        held = !held;
    }
    if (held)
        WdfWaitLockRelease(Lock);
} // no-warning

EVT_WDF_TIMER ToggledAtWill;
VOID ToggledAtWill(WDFTIMER Timer)
{
    BOOLEAN held = FALSE;

    for (int i = 0; i < 1000; i++) {
        if (!Ask())
            continue;
        if (held) {
            WdfWaitLockRelease(Lock);
            held = FALSE;
        } else {
            WdfWaitLockAcquire(Lock, NULL);
            held = TRUE;
        }
    }
    if (held)
        WdfWaitLockRelease(Lock);
} // no-warning

EVT_WDF_TIMER ToggledAtWillAndLost;
VOID ToggledAtWillAndLost(WDFTIMER Timer)
{
    BOOLEAN held = FALSE;

    for (int i = 0; i < 1000; i++) {
        if (!Ask())
            continue;
        if (held) {
            WdfWaitLockRelease(Lock);
            held = FALSE;
        } else {
            WdfWaitLockAcquire(Lock, NULL);
            held = TRUE;
        }
    }
} // expected-warning{{ToggledAtWillAndLost returns while it still holds}}

//===----------------------------------------------------------------------===//
// Turns that only count are not made one by one, whatever parts from them.
//===----------------------------------------------------------------------===//

EVT_WDF_TIMER TheLastTurnReleases;
VOID TheLastTurnReleases(WDFTIMER Timer)
{
    WdfWaitLockAcquire(Lock, NULL);
    for (ULONG i = 0; i < 100000; i++) {
        if (Ask())
            Unknown();
        if (Ask())
            Unknown();
        if (i >= 99999)
            WdfWaitLockRelease(Lock); // no-warning
    }
}

EVT_WDF_TIMER AsFarAsANumberIsKnown;
VOID AsFarAsANumberIsKnown(WDFTIMER Timer)
{
    ULONG end = 100000, last = end - 1;

    for (ULONG i = 0; i != end; i++) {
        if (Ask())
            Unknown();
        if (i == 77777)
            WdfWaitLockAcquire(Lock, NULL);
        if (i == 77778)
            return; // expected-warning{{AsFarAsANumberIsKnown returns while it still holds}}
    }
}

EVT_WDF_TIMER DownByThrees;
VOID DownByThrees(WDFTIMER Timer)
{
    int left = 30000;

    while (left > 0) {
        if (Ask())
            Unknown();
        left -= 3;
        if (left == 6)
            WdfWaitLockAcquire(Lock, NULL); // no-warning
        if (left == 5)
            WdfWaitLockAcquire(Other, NULL); // Nothing gets here.
    }
    WdfWaitLockRelease(Lock); // no-warning
}

EVT_WDF_TIMER LeftMidway;
VOID LeftMidway(WDFTIMER Timer)
{
    ULONG i;

    WdfWaitLockAcquire(Lock, NULL);
    for (i = 0; i < 100000; i++) {
        if (Ask())
            break;
        if (i == 99999)
            Unknown();
    }
    if (i == 50000)
        return; // expected-warning{{LeftMidway returns while it still holds}}
    WdfWaitLockRelease(Lock);
}

EVT_WDF_TIMER NeverBeyondItsEnd;
VOID NeverBeyondItsEnd(WDFTIMER Timer)
{
    ULONG i;

    WdfWaitLockAcquire(Lock, NULL);
    for (i = 0; i < 100000; i++) {
        if (Ask())
            break;
        if (i == 99999)
            Unknown();
    }
    if (i <= 100000)
        WdfWaitLockRelease(Lock);
} // no-warning

EVT_WDF_TIMER EverySecondTurn;
VOID EverySecondTurn(WDFTIMER Timer)
{
    BOOLEAN odd = FALSE;

    for (ULONG i = 0; i < 100000; i++) {
        if (Ask())
            Unknown();
        odd = !odd;
        if (i == 99999 && odd)
            WdfWaitLockAcquire(Lock, NULL); // Nothing gets here.
        if (i == 99998 && !odd)
            WdfWaitLockAcquire(Lock, NULL); // Nothing gets here.
    }
} // no-warning

EVT_WDF_TIMER WhoseTurnsMoveItOrNot;
VOID WhoseTurnsMoveItOrNot(WDFTIMER Timer)
{
    ULONG found = 0;

    WdfWaitLockAcquire(Lock, NULL);
    for (ULONG i = 0; i < 100000; i++)
        if (Ask())
            found++;
    if (found == 777)
        return; // expected-warning{{WhoseTurnsMoveItOrNot returns while it still holds}}
    WdfWaitLockRelease(Lock);
}

//===----------------------------------------------------------------------===//
// One turn stands for all others, and its counter for where they are.
//===----------------------------------------------------------------------===//

EVT_WDF_TIMER OneTurnSetsAFlag;
VOID OneTurnSetsAFlag(WDFTIMER Timer)
{
    BOOLEAN found = FALSE;

    WdfWaitLockAcquire(Lock, NULL);
    for (ULONG i = 0; i < 1000; i++)
        if (i == 700 && Ask())
            found = TRUE;
    if (found)
        return; // expected-warning{{OneTurnSetsAFlag returns while it still holds}}
    WdfWaitLockRelease(Lock);
}

EVT_WDF_TIMER WhereTheCounterEnds;
VOID WhereTheCounterEnds(WDFTIMER Timer)
{
    ULONG i, left = 1000, down = 1000;

    for (i = 0; i < 1000; i++)
        Unknown();
    if (i != 1000)
        WdfWaitLockRelease(Lock); // Nothing gets here.
    while (left--)
        Unknown();
    if (left != (ULONG)-1)
        WdfWaitLockRelease(Lock); // Nothing gets here.
    do
        Unknown();
    while (--down > 0);
    if (down != 0)
        WdfWaitLockRelease(Lock); // Nothing gets here.
}

EVT_WDF_TIMER ATurnIsEnough;
VOID ATurnIsEnough(WDFTIMER Timer)
{
    ULONG turns = 0;

    while (Ask())
        turns++;
    if (turns == 0)
        return;
    WdfWaitLockAcquire(Lock, NULL);
    if (turns > 100)
        return; // expected-warning{{ATurnIsEnough returns while it still holds}}
    WdfWaitLockRelease(Lock);
}

EVT_WDF_TIMER SecondTurn;
VOID SecondTurn(WDFTIMER Timer)
{
    ULONG previous = 0, current = 0;

    WdfWaitLockAcquire(Lock, NULL);
    while (Ask()) {
        previous = current;
        current = Ask();
        if (previous == 5 && current == 6)
            return; // expected-warning{{SecondTurn returns while it still holds}}
    }
    WdfWaitLockRelease(Lock);
}

EVT_WDF_TIMER DeadlockInTheNextTurn;
VOID DeadlockInTheNextTurn(WDFTIMER Timer)
{
    for (int i = 0; i < 3; i++) {
        WdfWaitLockAcquire(Lock, NULL); // expected-warning{{DeadlockInTheNextTurn acquires}}
        for (int j = 0; j < 1000; j++)
            Unknown();
    }
}

EVT_WDF_TIMER NothingToDoWithLocks;
VOID NothingToDoWithLocks(WDFTIMER Timer)
{
    ULONG count = Ask(), sum = 0, last = 0;

    WdfWaitLockAcquire(Lock, NULL);
    for (ULONG i = 0; i < count; i++) {
        if (i % 2)
            sum += Ask();
        if (sum > 1000 && i > last)
            last = i;
        sum = (sum * 31 + i) % 65536;
    }
    WdfWaitLockRelease(Lock);
    if (sum == last)
        WdfWaitLockAcquire(Other, NULL);
} // expected-warning{{NothingToDoWithLocks returns while it still holds the wait lock 'Other'}}

EVT_WDF_TIMER UntilItIsFour;
VOID UntilItIsFour(WDFTIMER Timer)
{
    int i;

    WdfWaitLockAcquire(Lock, NULL);
    for (i = 0; i != 4; i++) {
    }
    WdfWaitLockRelease(Lock); // no-warning
}

// What nothing leaves, nothing comes after.
EVT_WDF_TIMER NeverLeft;
VOID NeverLeft(WDFTIMER Timer)
{
    NTSTATUS status = STATUS_TIMEOUT;

    WdfWaitLockAcquire(Lock, NULL);
    do {
        Unknown();
    } while (status != STATUS_SUCCESS);
} // no-warning

EVT_WDF_TIMER NeverLeftWithBranches;
VOID NeverLeftWithBranches(WDFTIMER Timer)
{
    ULONG i = 0;

    WdfWaitLockAcquire(Lock, NULL);
    while (1) {
        if (i >= 1)
            Unknown();
        if (Ask())
            Unknown();
    }
} // no-warning

EVT_WDF_TIMER CreatedInEachTurn;
VOID CreatedInEachTurn(WDFTIMER Timer)
{
    WDFWAITLOCK created = NULL;

    while (Ask())
        if (NT_SUCCESS(WdfWaitLockCreate(WDF_NO_OBJECT_ATTRIBUTES, &created)))
            WdfObjectDelete(created); // no-warning
}

//===----------------------------------------------------------------------===//
// Loops in loops, in helpers, and again.
//===----------------------------------------------------------------------===//

EVT_WDF_TIMER ThreeDeep;
VOID ThreeDeep(WDFTIMER Timer)
{
    for (ULONG i = 0; i < Ask(); i++) {
        WdfWaitLockAcquire(Lock, NULL);
        for (ULONG j = 0; j < Ask(); j++) {
            WdfWaitLockAcquire(Other, NULL);
            for (ULONG k = 0; k < Ask(); k++)
                if (Ask())
                    break;
            WdfWaitLockRelease(Other);
            if (Ask())
                continue;
            Unknown();
        }
        WdfWaitLockRelease(Lock);
    }
} // no-warning

static ULONG Search(ULONG Count)
{
    for (ULONG i = 0; i < Count; i++)
        if (Ask())
            return i;
    return Count;
}

EVT_WDF_TIMER LoopInAHelper;
VOID LoopInAHelper(WDFTIMER Timer)
{
    while (Ask()) {
        if (Search(1000) == 1000)
            continue;
        WdfWaitLockAcquire(Lock, NULL);
        if (Search(Ask()) == 7)
            return; // expected-warning{{LoopInAHelper returns while it still holds}}
        WdfWaitLockRelease(Lock);
    }
}

EVT_WDF_TIMER UntilAcquired;
VOID UntilAcquired(WDFTIMER Timer)
{
    LONGLONG timeout = -10000;

    while (WdfWaitLockAcquire(Lock, &timeout) != STATUS_SUCCESS)
        Unknown();
    WdfWaitLockRelease(Lock); // no-warning
}

EVT_WDF_TIMER AFewTries;
VOID AFewTries(WDFTIMER Timer)
{
    LONGLONG timeout = -10000;
    NTSTATUS status = STATUS_TIMEOUT;

    for (int tries = 0; tries < 50 && status != STATUS_SUCCESS; tries++)
        status = WdfWaitLockAcquire(Lock, &timeout);
    if (status == STATUS_SUCCESS)
        WdfWaitLockRelease(Lock); // no-warning
}

// What ends the loop may move its counter, too.
#define TRY_TO_TAKE(Name, Start, End)                                                          \
    EVT_WDF_TIMER Name;                                                                        \
    VOID Name(WDFTIMER Timer)                                                                  \
    {                                                                                          \
        LONGLONG timeout = 0;                                                                  \
        int tries = Start;                                                                     \
                                                                                               \
        do {                                                                                   \
            if (WdfWaitLockAcquire(Lock, &timeout) == STATUS_SUCCESS)                          \
                break;                                                                         \
            End;                                                                               \
        WdfWaitLockRelease(Lock);                                                              \
    }

TRY_TO_TAKE(WithTheCounterAhead, 0, } while (++tries < 3))  // expected-warning{{WithTheCounterAhead releases}}
TRY_TO_TAKE(WithTheCounterBehind, 0, } while (tries++ < 3)) // expected-warning{{WithTheCounterBehind releases}}
TRY_TO_TAKE(CountingDown, 3, } while (--tries))             // expected-warning{{CountingDown releases}}
TRY_TO_TAKE(CountingDownBehind, 3, } while (tries-- > 0))   // expected-warning{{CountingDownBehind releases}}
TRY_TO_TAKE(ByASum, 0, } while ((tries += 2) < 9))          // expected-warning{{ByASum releases}}
TRY_TO_TAKE(ByABreak, 0, if (++tries >= 3) break; } while (1)) // expected-warning{{ByABreak releases}}

// A counter alone ends a loop at 0, and it is known after it how it was left.
#define TAKE_WITHIN(Name, Loop, Test)                                                          \
    EVT_WDF_TIMER Name;                                                                        \
    VOID Name(WDFTIMER Timer)                                                                  \
    {                                                                                          \
        LONGLONG timeout = 0;                                                                  \
        int tries = 5;                                                                         \
                                                                                               \
        Loop                                                                                   \
            if (WdfWaitLockAcquire(Lock, &timeout) == STATUS_SUCCESS)                          \
                break;                                                                         \
        if (Test)                                                                              \
            WdfWaitLockRelease(Lock);                                                          \
    }

TAKE_WITHIN(DownByItself, while (tries--), tries >= 0) // no-warning
TAKE_WITHIN(DownInAFor, for (tries = 5; tries; --tries), tries > 0) // no-warning
TAKE_WITHIN(DownTooFar, while (tries--), tries > 0) // expected-warning{{DownTooFar returns}}

EVT_WDF_TIMER SwitchThatGoesBack;
VOID SwitchThatGoesBack(WDFTIMER Timer)
{
again:
    WdfWaitLockAcquire(Lock, NULL);
    switch (Ask()) {
    case 0:
        WdfWaitLockRelease(Lock);
        goto again;
    case 1:
        return; // expected-warning{{SwitchThatGoesBack returns while it still holds}}
    }
    WdfWaitLockRelease(Lock);
}

// CHECK: FromTheFifthToTheEighth: kmdf.WdfWaitlock: pass
// CHECK: ToggledAtWill: kmdf.WdfWaitlock: pass
// CHECK: ThreeDeep: kmdf.WdfWaitlockRelease: pass
// CHECK: UntilAcquired: kmdf.WdfWaitlockRelease: pass
// CHECK: AFewTries: kmdf.WdfWaitlockRelease: pass
