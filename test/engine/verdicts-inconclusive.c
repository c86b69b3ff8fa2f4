// RUN: %verify_kmdf -analyzer-config kmdf:Facts=%t %s
// RUN: %facts %t | FileCheck %s
// RUN: %analyze -analyzer-checker=kmdf -analyzer-config kmdf:Facts=%t,ipa=none %s
// RUN: %facts %t | FileCheck --check-prefix=NOT-INLINED %s
// RUN: %analyze -analyzer-checker=kmdf -analyzer-config kmdf:Facts=%t \
// RUN:   -analyze-function Named %s
// RUN: %facts %t | FileCheck --check-prefix=NOT-ANALYSED %s

// Each reason for which nothing can be said, besides the budget (verdicts.c), loops
// (loops.c), recursion (not-inlined.c) and annotations (contracts.c). None of them
// comes with a warning.

// expected-no-diagnostics

#include <ntddk.h>
#include <wdf.h>

WDFWAITLOCK Lock, OtherLock;
WDFWAITLOCK Locks[8];

VOID Use(WDFWAITLOCK Handle);
VOID DeviceLock(VOID);
VOID Work(VOID);
BOOLEAN IsIdle(VOID);

EVT_WDF_TIMER HandsOverAHeldLock;
VOID HandsOverAHeldLock(WDFTIMER Timer)
{
    WdfWaitLockAcquire(Lock, NULL);
    Use(Lock);
}
// CHECK: HandsOverAHeldLock: kmdf.WdfWaitlockRelease: inconclusive (code that is not in this file was handed a lock that is held)

EVT_WDF_TIMER UsesALockThatOthersHave;
VOID UsesALockThatOthersHave(WDFTIMER Timer)
{
    Use(Lock);
    WdfWaitLockRelease(Lock);
}
// CHECK: UsesALockThatOthersHave: kmdf.WdfWaitlock: inconclusive (a lock is used that code which is not in this file was handed)

EVT_WDF_IO_QUEUE_IO_READ MakesAHandleUp;
VOID MakesAHandleUp(WDFQUEUE Queue, WDFREQUEST Request, size_t Length)
{
    WdfWaitLockRelease((WDFWAITLOCK)((ULONG_PTR)Lock ^ Length));
}
// CHECK: MakesAHandleUp: kmdf.WdfWaitlock: inconclusive (the value of a lock's handle is not known)

EVT_WDF_IO_QUEUE_IO_READ UsesTwoElements;
VOID UsesTwoElements(WDFQUEUE Queue, WDFREQUEST Request, size_t Length)
{
    WdfWaitLockAcquire(Locks[Length % 8], NULL);
    WdfWaitLockRelease(Locks[Length / 2 % 8]);
}
// CHECK: UsesTwoElements: kmdf.WdfWaitlock: inconclusive (two handles may be one lock)

EVT_WDF_TIMER CallsWhatIsNamedForALock;
VOID CallsWhatIsNamedForALock(WDFTIMER Timer)
{
    DeviceLock();
    WdfWaitLockRelease(Lock);
}
// CHECK: CallsWhatIsNamedForALock: kmdf.WdfWaitlock: inconclusive ('DeviceLock' is not in this file, and its name says that it locks or unlocks)

EVT_WDF_TIMER HandlesAnException;
VOID HandlesAnException(WDFTIMER Timer)
{
    __try {
        WdfWaitLockAcquire(Lock, NULL);
        Work();
        WdfWaitLockRelease(Lock);
    } __except (EXCEPTION_EXECUTE_HANDLER) {
        Work();
    }
}
// CHECK: HandlesAnException: kmdf.WdfWaitlock: inconclusive ('HandlesAnException' handles exceptions that are raised while locks may change)

static VOID Release(VOID)
{
    WdfWaitLockRelease(Lock);
}

EVT_WDF_TIMER ReleasesInAHelper;
VOID ReleasesInAHelper(WDFTIMER Timer)
{
    WdfWaitLockAcquire(Lock, NULL);
    Release();
}
// CHECK: ReleasesInAHelper: kmdf.WdfWaitlockRelease: pass
// NOT-INLINED: ReleasesInAHelper: kmdf.WdfWaitlockRelease: inconclusive ('Release' was too large, too deep or too recursive to follow)

// Small functions are followed however deep they are.
#define CALLS(Caller, Callee)                                                  \
    static VOID Caller(VOID) { if (IsIdle()) Work(); Callee(); }
#define CALLS_TEN(N, Last)                                                     \
    CALLS(N##9, Last) CALLS(N##8, N##9) CALLS(N##7, N##8) CALLS(N##6, N##7)    \
    CALLS(N##5, N##6) CALLS(N##4, N##5) CALLS(N##3, N##4) CALLS(N##2, N##3)    \
    CALLS(N##1, N##2) CALLS(N##0, N##1)
CALLS_TEN(Deepest, Release)
CALLS_TEN(Low, Deepest0)
CALLS_TEN(Middle, Low0)
CALLS_TEN(High, Middle0)
CALLS_TEN(Top, High0)

EVT_WDF_TIMER ReleasesFarBelow;
VOID ReleasesFarBelow(WDFTIMER Timer)
{
    WdfWaitLockAcquire(Lock, NULL);
    Top0();
}
// CHECK: ReleasesFarBelow: kmdf.WdfWaitlockRelease: inconclusive ('Deepest{{[0-9]}}' was too large, too deep or too recursive to follow)

EVT_WDF_TIMER Named;
VOID Named(WDFTIMER Timer)
{
    WdfWaitLockAcquire(Lock, NULL);
    WdfWaitLockRelease(Lock);
}
// CHECK: Named: kmdf.WdfWaitlock: pass
// NOT-ANALYSED: ReleasesInAHelper: kmdf.WdfWaitlock: inconclusive (the analyzer did not analyze the function)
// NOT-ANALYSED: Named: kmdf.WdfWaitlock: pass
