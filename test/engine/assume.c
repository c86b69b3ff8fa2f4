// RUN: %verify_kmdf -analyzer-config kmdf:Facts=%t %s
// RUN: %facts %t | FileCheck --implicit-check-not=inconclusive %s

// What the source says that it may be taken for true, is: by the compiler's
// words, the analysers' annotations and the kernel's assertions.

#include <ntddk.h>
#include <wdf.h>

extern WDFWAITLOCK Lock;
BOOLEAN Need(VOID);

#define ASSUMED(name, assume)                                                                      \
    EVT_WDF_TIMER name;                                                                            \
    VOID name(WDFTIMER Timer)                                                                      \
    {                                                                                              \
        BOOLEAN need = Need();                                                                     \
                                                                                                   \
        if (need)                                                                                  \
            WdfWaitLockAcquire(Lock, NULL);                                                        \
        assume(need);                                                                              \
        WdfWaitLockRelease(Lock);                                                                  \
    }

ASSUMED(ByMsvc, __assume)
ASSUMED(ByClang, __builtin_assume)
ASSUMED(ByAnnotation, _Analysis_assume_)
ASSUMED(ByOldAnnotation, __analysis_assume)
ASSUMED(ByAssertion, NT_ASSERT)
ASSUMED(ByOldAssertion, ASSERT)

EVT_WDF_TIMER Unreachable, AssumedTooLittle;

VOID Unreachable(WDFTIMER Timer)
{
    WdfWaitLockAcquire(Lock, NULL);
    switch (Need()) {
    case FALSE:
    case TRUE:
        WdfWaitLockRelease(Lock);
        break;
    default:
        __assume(0);
    }
} // no-warning

VOID AssumedTooLittle(WDFTIMER Timer)
{
    BOOLEAN need = Need();

    if (need == TRUE)
        WdfWaitLockAcquire(Lock, NULL);
    __assume(need != FALSE);
    WdfWaitLockRelease(Lock); // expected-warning{{AssumedTooLittle releases the wait lock 'Lock', which it does not hold}}
}

// CHECK: ByMsvc: kmdf.WdfWaitlock: pass
// CHECK: ByOldAssertion: kmdf.WdfWaitlockRelease: pass
