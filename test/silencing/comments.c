// RUN: %bare_cc1 %model_headers -load %plugin -analyze -analyzer-checker=kmdf -verify -x c %s
// RUN: %bare_cc1 %model_headers -load %plugin -analyze -analyzer-checker=kmdf -verify -x c++ %s

// A comment with a rule's name and a reason silences the rule in the statement beside
// it, or in the next one if it stands alone.

#include <ntddk.h>
#include <wdf.h>

WDFWAITLOCK Lock;

EVT_WDF_TIMER Beside, InFront, OnTheReport, OtherRule, OtherLine, TwoRules, BlockComment;
EVT_WDF_TIMER BesideTheEnd, InFrontOfAll, ConditionAlone, InTheMiddle;
EVT_WDF_TIMER NoReason, NoRule, UnknownRule, NotAlone, InAString;

VOID Beside(WDFTIMER Timer)
{
    WdfWaitLockAcquire(Lock, NULL); // kmdf-suppress kmdf.WdfWaitlockRelease: D0Exit releases it
} // no-warning

VOID InFront(WDFTIMER Timer)
{
    // kmdf-suppress kmdf.WdfWaitlockRelease: D0Exit releases it,
    // as its comment says.

    WdfWaitLockAcquire(Lock, NULL);
} // no-warning

VOID OnTheReport(WDFTIMER Timer)
{
    WdfWaitLockAcquire(Lock, NULL);
    // kmdf-suppress WdfWaitlockRelease: D0Exit releases it
} // no-warning

VOID OtherRule(WDFTIMER Timer)
{
    WdfWaitLockAcquire(Lock, NULL); // kmdf-suppress kmdf.WdfWaitlock: it is another rule's
} // expected-warning{{OtherRule returns while it still holds the wait lock 'Lock'}}

VOID OtherLine(WDFTIMER Timer)
{
    // kmdf-suppress kmdf.WdfWaitlockRelease: it is about the next line
    KdPrint(("%p\n", Timer));
    WdfWaitLockAcquire(Lock, NULL);
} // expected-warning{{OtherLine returns while it still holds the wait lock 'Lock'}}

VOID TwoRules(WDFTIMER Timer)
{
    // kmdf-suppress kmdf.WdfWaitlock, kmdf.WdfWaitlockRelease: both
    WdfWaitLockRelease(Lock); // no-warning
}

VOID BlockComment(WDFTIMER Timer)
{
    /* kmdf-suppress kmdf.WdfWaitlock: it is held: see above */
    WdfWaitLockRelease(Lock); // no-warning
}

VOID BesideTheEnd(WDFTIMER Timer)
{
    WdfWaitLockAcquire(Lock,
                       NULL); // kmdf-suppress kmdf.WdfWaitlockRelease: D0Exit releases it
} // no-warning

VOID InFrontOfAll(WDFTIMER Timer)
{
    NTSTATUS status;

    // kmdf-suppress kmdf.WdfWaitlockRelease: D0Exit releases it
    status =
        WdfWaitLockAcquire(Lock, NULL);
    KdPrint(("%x\n", status));
} // no-warning

VOID ConditionAlone(WDFTIMER Timer)
{
    // kmdf-suppress kmdf.WdfWaitlock: it is about the condition
    if (Timer) {
        WdfWaitLockRelease(Lock); // expected-warning{{ConditionAlone releases}}
    }
}

VOID InTheMiddle(WDFTIMER Timer)
{
    KdPrint(("%p\n",
             // kmdf-suppress kmdf.WdfWaitlock: it is about the argument
             Timer));
    WdfWaitLockRelease(Lock); // expected-warning{{InTheMiddle releases}}
}

VOID NoReason(WDFTIMER Timer)
{
    // expected-warning@+1{{kmdf-suppress has no reason and silences nothing; write '// kmdf-suppress kmdf.WdfWaitlock: REASON'}}
    // kmdf-suppress kmdf.WdfWaitlock
    WdfWaitLockRelease(Lock); // expected-warning{{NoReason releases the wait lock 'Lock', which it does not hold}}
}

VOID NoRule(WDFTIMER Timer)
{
    // expected-warning@+1{{kmdf-suppress has no rule and silences nothing; write '// kmdf-suppress RULE: REASON'}}
    // kmdf-suppress: it is held
    WdfWaitLockRelease(Lock); // expected-warning{{NoRule releases}}
}

VOID UnknownRule(WDFTIMER Timer)
{
    // expected-warning@+1{{there is no rule 'kmdf.WdfWaitLock' to silence; the rules are kmdf.WdfWaitlock, kmdf.WdfWaitlockRelease}}
    // kmdf-suppress kmdf.WdfWaitLock: it is held
    WdfWaitLockRelease(Lock); // expected-warning{{UnknownRule releases}}
}

VOID NotAlone(WDFTIMER Timer)
{
    KdPrint(("%p\n", Timer)); // kmdf-suppress kmdf.WdfWaitlock: of this line alone
    WdfWaitLockRelease(Lock); // expected-warning{{NotAlone releases}}
}

VOID InAString(WDFTIMER Timer)
{
    KdPrint(("// kmdf-suppress kmdf.WdfWaitlock: no comment"));
    WdfWaitLockRelease(Lock); // expected-warning{{InAString releases}}
}
