// RUN: %verify_kmdf -analyzer-config kmdf:Facts=%t %s
// RUN: %facts %t | FileCheck %s
// RUN: %verify_kmdf -analyzer-config ipa-always-inline-size=0,max-inlinable-size=1,kmdf:Facts=%t %s
// RUN: %facts %t | FileCheck %s

// Whatever the reason that the engine does not inline a function for, it is not
// taken for balanced if it can reach a lock: variadic, deep, too large for the
// budget of the second run.

#include <ntddk.h>
#include <wdf.h>

WDFWAITLOCK Lock;

VOID Unknown(ULONG Number);

static VOID ReleaseAndLog(PCSTR Format, ...)
{
    UNREFERENCED_PARAMETER(Format);
    WdfWaitLockRelease(Lock);
}

EVT_WDF_TIMER Variadic;
VOID Variadic(WDFTIMER Timer)
{
    WdfWaitLockAcquire(Lock, NULL);
    ReleaseAndLog("%d", 1);
} // no-warning

VOID PortUnlock(VOID);

static VOID FinishAndLog(PCSTR Format, ...)
{
    UNREFERENCED_PARAMETER(Format);
    PortUnlock();
}

// Nor if it can reach what is not seen and may be one.
EVT_WDF_TIMER VariadicUnseen;
VOID VariadicUnseen(WDFTIMER Timer)
{
    WdfWaitLockAcquire(Lock, NULL);
    FinishAndLog("%d", 1);
} // no-warning

static VOID D9(VOID) { Unknown(9); WdfWaitLockRelease(Lock); }
static VOID D8(VOID) { D9(); }
static VOID D7(VOID) { D8(); }
static VOID D6(VOID) { D7(); }
static VOID D5(VOID) { D6(); }
static VOID D4(VOID) { D5(); }
static VOID D3(VOID) { D4(); }
static VOID D2(VOID) { D3(); }
static VOID D1(VOID) { D2(); }

EVT_WDF_TIMER Deep;
VOID Deep(WDFTIMER Timer)
{
    WdfWaitLockAcquire(Lock, NULL);
    D1();
} // no-warning

// One that can reach none is balanced.
static VOID Large(ULONG Number)
{
    if (Number & 1) Unknown(1);
    if (Number & 2) Unknown(2);
    if (Number & 4) Unknown(4);
    if (Number & 8) Unknown(8);
}

EVT_WDF_TIMER LeaksAfterALargeOne;
VOID LeaksAfterALargeOne(WDFTIMER Timer)
{
    WdfWaitLockAcquire(Lock, NULL);
    Large(7);
} // expected-warning{{LeaksAfterALargeOne returns while it still holds the wait lock 'Lock'}}

// CHECK-DAG: Variadic: kmdf.WdfWaitlockRelease: {{pass|inconclusive}}
// CHECK-DAG: VariadicUnseen: kmdf.WdfWaitlockRelease: inconclusive
// CHECK-DAG: Deep: kmdf.WdfWaitlockRelease: {{pass|inconclusive}}
// CHECK-DAG: LeaksAfterALargeOne: kmdf.WdfWaitlockRelease: defect
