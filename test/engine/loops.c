// RUN: %verify_kmdf -analyzer-config kmdf:Facts=%t %s
// RUN: %facts %t | FileCheck %s

// Loops: those of known length are run to their end, and a verdict says so where
// one was cut that matters.

#include <ntddk.h>
#include <wdf.h>

WDFWAITLOCK Lock;
WDFWAITLOCK Locks[8];

VOID Unknown(VOID);
BOOLEAN IsDone(VOID);

EVT_WDF_IO_QUEUE_IO_READ LeakAfterALoop;
VOID LeakAfterALoop(WDFQUEUE Queue, WDFREQUEST Request, size_t Length)
{
    WdfWaitLockAcquire(Lock, NULL);
    for (int i = 0; i < 20; i++)
        Unknown();
} // expected-warning{{LeakAfterALoop returns while it still holds the wait lock 'Lock'}}

EVT_WDF_IO_QUEUE_IO_READ AllOfThem;
VOID AllOfThem(WDFQUEUE Queue, WDFREQUEST Request, size_t Length)
{
    for (int i = 0; i < 8; i++)
        WdfWaitLockAcquire(Locks[i], NULL);
    for (int i = 7; i >= 0; i--)
        WdfWaitLockRelease(Locks[i]); // no-warning
}
// CHECK: AllOfThem: kmdf.WdfWaitlockRelease: pass

EVT_WDF_IO_QUEUE_IO_READ AllButTheLast;
VOID AllButTheLast(WDFQUEUE Queue, WDFREQUEST Request, size_t Length)
{
    for (int i = 0; i < 8; i++)
        WdfWaitLockAcquire(Locks[i], NULL);
    for (int i = 0; i < 7; i++)
        WdfWaitLockRelease(Locks[i]);
} // expected-warning{{AllButTheLast returns while it still holds the wait lock 'Locks[i]'}}

// However often it turns, the lock is as it was.
EVT_WDF_IO_QUEUE_IO_READ UnknownLength;
VOID UnknownLength(WDFQUEUE Queue, WDFREQUEST Request, size_t Length)
{
    for (size_t i = 0; i < Length; i++) {
        WdfWaitLockAcquire(Lock, NULL);
        Unknown();
        WdfWaitLockRelease(Lock);
    }
    while (!IsDone())
        Unknown();
}
// CHECK: UnknownLength: kmdf.WdfWaitlockRelease: pass

// What comes after a loop is judged, however long it is.
EVT_WDF_IO_QUEUE_IO_READ ThousandTurns;
VOID ThousandTurns(WDFQUEUE Queue, WDFREQUEST Request, size_t Length)
{
    for (int i = 0; i < 1000; i++)
        Unknown();
    WdfWaitLockAcquire(Lock, NULL);
} // expected-warning{{ThousandTurns returns while it still holds the wait lock 'Lock'}}

EVT_WDF_IO_QUEUE_IO_READ ThousandTimesThousand;
VOID ThousandTimesThousand(WDFQUEUE Queue, WDFREQUEST Request, size_t Length)
{
    for (int i = 0; i < 1000; i++)
        for (int j = 0; j < 1000; j++)
            Unknown();
    WdfWaitLockAcquire(Lock, NULL);
} // expected-warning{{ThousandTimesThousand returns while it still holds the wait lock 'Lock'}}

// So is each turn of it.
EVT_WDF_IO_QUEUE_IO_READ TheSeventhTurn;
VOID TheSeventhTurn(WDFQUEUE Queue, WDFREQUEST Request, size_t Length)
{
    WdfWaitLockAcquire(Lock, NULL);
    for (int i = 0; i < 1000; i++)
        if (i == 700)
            return; // expected-warning{{TheSeventhTurn returns while it still holds the wait lock 'Lock'}}
    WdfWaitLockRelease(Lock);
}

// The counter keeps to the right side, and to the loop's end.
EVT_WDF_IO_QUEUE_IO_READ FirstAndLastTurn;
VOID FirstAndLastTurn(WDFQUEUE Queue, WDFREQUEST Request, size_t Length)
{
    for (int i = 0; i < 1000; i++) {
        if (i == 0)
            WdfWaitLockAcquire(Lock, NULL); // no-warning
        Unknown();
        if (i == 999)
            WdfWaitLockRelease(Lock);
    }
} // no-warning

EVT_WDF_IO_QUEUE_IO_READ WasItFound;
VOID WasItFound(WDFQUEUE Queue, WDFREQUEST Request, size_t Length)
{
    BOOLEAN found = FALSE;
    int i;

    for (i = 0; i < 1000; i++)
        if (IsDone()) {
            WdfWaitLockAcquire(Lock, NULL);
            found = TRUE;
            break;
        }
    if (found)
        WdfWaitLockRelease(Lock); // no-warning
    if (i == 1000 && found)
        WdfWaitLockRelease(Lock); // Nothing gets here.
}

EVT_WDF_IO_QUEUE_IO_READ EndlessUntilReturn;
VOID EndlessUntilReturn(WDFQUEUE Queue, WDFREQUEST Request, size_t Length)
{
    for (;;) {
        WdfWaitLockAcquire(Lock, NULL);
        switch (IsDone()) {
        case 1:
            WdfWaitLockRelease(Lock);
            return;
        case 2:
            return; // expected-warning{{EndlessUntilReturn returns while it still holds the wait lock 'Lock'}}
        }
        WdfWaitLockRelease(Lock);
    }
}

EVT_WDF_IO_QUEUE_IO_READ WithGoto;
VOID WithGoto(WDFQUEUE Queue, WDFREQUEST Request, size_t Length)
{
    int i = 0;

again:
    Unknown();
    if (++i < 1000)
        goto again;
    WdfWaitLockAcquire(Lock, NULL);
} // expected-warning{{WithGoto returns while it still holds the wait lock 'Lock'}}

EVT_WDF_IO_QUEUE_IO_READ AtTheEndOfTheTurn;
VOID AtTheEndOfTheTurn(WDFQUEUE Queue, WDFREQUEST Request, size_t Length)
{
    ULONG left = 1000;

    WdfWaitLockAcquire(Lock, NULL);
    do {
        Unknown();
    } while (--left > 0);
} // expected-warning{{AtTheEndOfTheTurn returns while it still holds the wait lock 'Lock'}}

// A helper with a loop is followed, not given up.
static VOID Wait(VOID)
{
    while (!IsDone())
        Unknown();
    for (int i = 0; i < 1000; i++)
        Unknown();
    WdfWaitLockRelease(Lock);
}

EVT_WDF_IO_QUEUE_IO_READ HelperWithLoops;
VOID HelperWithLoops(WDFQUEUE Queue, WDFREQUEST Request, size_t Length)
{
    WdfWaitLockAcquire(Lock, NULL);
    Wait();
    WdfWaitLockAcquire(Lock, NULL);
    Wait();
    WdfWaitLockAcquire(Lock, NULL);
} // expected-warning{{HelperWithLoops returns while it still holds the wait lock 'Lock'}}

// Where each turn takes another lock, three turns tell nothing of the thirtieth.
EVT_WDF_IO_QUEUE_IO_READ AnotherLockEachTurn;
VOID AnotherLockEachTurn(WDFQUEUE Queue, WDFREQUEST Request, size_t Length)
{
    for (size_t i = 0; i < Length; i++)
        WdfWaitLockAcquire(Locks[i], NULL);
    for (size_t i = 0; i < Length; i++)
        WdfWaitLockRelease(Locks[i]); // no-warning
}
// CHECK: AnotherLockEachTurn: kmdf.WdfWaitlockRelease: inconclusive (a loop was cut)
