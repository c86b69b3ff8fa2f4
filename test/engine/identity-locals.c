// RUN: %verify_kmdf %s

// A local handle that code which is not seen could reach is the same after it;
// so are the handles in a local structure or array.

#include <ntddk.h>
#include <wdf.h>

typedef struct _LOCKS {
    WDFWAITLOCK First;
    WDFWAITLOCK Second;
    struct {
        WDFWAITLOCK Inner;
    } Nested;
    ULONG Count;
} LOCKS, *PLOCKS;

WDFWAITLOCK GlobalLock;
static WDFWAITLOCK StaticLock;

VOID Fill(PLOCKS Locks);
VOID FillMany(WDFWAITLOCK *Many, ULONG Count);
VOID Remember(PVOID Pointer);
VOID Unknown(VOID);

EVT_WDF_TIMER InAStructure;
VOID InAStructure(WDFTIMER Timer)
{
    LOCKS locks;

    Fill(&locks);
    WdfWaitLockAcquire(locks.First, NULL);
    WdfWaitLockAcquire(locks.Nested.Inner, NULL);
    Unknown();
    WdfWaitLockRelease(locks.Nested.Inner);
    WdfWaitLockRelease(locks.First); // no-warning
}

EVT_WDF_TIMER InAStructureThatIsKnownElsewhere;
VOID InAStructureThatIsKnownElsewhere(WDFTIMER Timer)
{
    LOCKS locks;

    Fill(&locks);
    Remember(&locks.Count);
    WdfWaitLockAcquire(locks.First, NULL);
    Unknown();
    WdfWaitLockRelease(locks.First); // no-warning
}

EVT_WDF_TIMER TheOtherOfTheStructure;
VOID TheOtherOfTheStructure(WDFTIMER Timer)
{
    LOCKS locks;

    Fill(&locks);
    WdfWaitLockAcquire(locks.First, NULL);
    Unknown();
    WdfWaitLockRelease(locks.Second); // expected-warning{{TheOtherOfTheStructure releases the wait lock 'locks.Second', which it does not hold}}
    WdfWaitLockRelease(locks.First);
}

EVT_WDF_TIMER InAnArray;
VOID InAnArray(WDFTIMER Timer)
{
    WDFWAITLOCK many[4];

    FillMany(many, 4);
    WdfWaitLockAcquire(many[2], NULL);
    Unknown();
    WdfWaitLockRelease(many[2]); // no-warning
}

EVT_WDF_TIMER WhoseAddressIsKnownElsewhere;
VOID WhoseAddressIsKnownElsewhere(WDFTIMER Timer)
{
    WDFWAITLOCK lock = GlobalLock;

    Remember(&lock);
    if (lock == NULL)
        return;
    WdfWaitLockAcquire(lock, NULL);
    Unknown();
    if (lock != NULL)
        WdfWaitLockRelease(lock); // no-warning
}

EVT_WDF_TIMER StaticHandle;
VOID StaticHandle(WDFTIMER Timer)
{
    static WDFWAITLOCK local;

    if (local == NULL || StaticLock == NULL)
        return;
    WdfWaitLockAcquire(StaticLock, NULL);
    WdfWaitLockAcquire(local, NULL);
    Unknown();
    WdfWaitLockRelease(local);
    WdfWaitLockRelease(StaticLock); // no-warning
}

EVT_WDF_TIMER CopiesOfCopies;
VOID CopiesOfCopies(WDFTIMER Timer)
{
    WDFWAITLOCK first = GlobalLock, second = first;
    LOCKS locks, copy;

    locks.First = second;
    copy = locks;
    WdfWaitLockAcquire(first, NULL);
    Unknown();
    WdfWaitLockRelease(copy.First); // no-warning
}

// Not held when the unknown code runs, it is the same lock all the same.
EVT_WDF_TIMER NotHeldInBetween;
VOID NotHeldInBetween(WDFTIMER Timer)
{
    WDFWAITLOCK lock = GlobalLock;

    WdfWaitLockAcquire(lock, NULL);
    WdfWaitLockRelease(lock);
    Unknown();
    WdfWaitLockAcquire(GlobalLock, NULL);
    Unknown();
    WdfWaitLockRelease(GlobalLock); // no-warning
}
