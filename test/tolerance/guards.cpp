// RUN: %verify_kmdf -analyzer-config kmdf:Tolerant=true,kmdf:Facts=%t -std=c++17 -fno-rtti %s
// RUN: %facts %t | FileCheck %s

// A class or function that is declared nowhere may be a guard's, or keep a lambda
// to call it at the end of the scope. No report rests on its doing nothing.

// expected-warning@1{{1 header missing, 4 names guessed}}

#include <ntddk.h>
#include <wdf.h>
#include "guards.h"

typedef struct _CONTEXT {
    WDFWAITLOCK Lock;
    ULONG Count;
} CONTEXT, *PCONTEXT;
WDF_DECLARE_CONTEXT_TYPE_WITH_NAME(CONTEXT, GetContext)

extern "C" EVT_WDF_TIMER Guarded, ReleasedByObject, ReleasedAtExit, ExitDoesNothing, Counted;

VOID Guarded(WDFTIMER Timer)
{
    PCONTEXT context = GetContext(Timer);
    VendorLock guard(context);

    WdfWaitLockRelease(context->Lock);
}
// CHECK: Guarded: kmdf.WdfWaitlock: inconclusive ('VendorLock' is declared nowhere, and an object of it may lock or unlock

VOID ReleasedByObject(WDFTIMER Timer)
{
    PCONTEXT context = GetContext(Timer);

    WdfWaitLockAcquire(context->Lock, nullptr);
    VendorHolder holder{context->Lock};
    context->Count++;
}
// CHECK: ReleasedByObject: kmdf.WdfWaitlockRelease: inconclusive ('VendorHolder' is declared nowhere, and an object of it may lock or unlock

VOID ReleasedAtExit(WDFTIMER Timer)
{
    PCONTEXT context = GetContext(Timer);

    WdfWaitLockAcquire(context->Lock, nullptr);
    auto exit = vendor::AtExit([&] { WdfWaitLockRelease(context->Lock); });
    context->Count++;
}
// CHECK: ReleasedAtExit: kmdf.WdfWaitlockRelease: inconclusive ('AtExit' is declared nowhere, and is given a lambda that locks or unlocks

VOID ExitDoesNothing(WDFTIMER Timer)
{
    PCONTEXT context = GetContext(Timer);

    WdfWaitLockAcquire(context->Lock, nullptr);
    auto exit = vendor::AtExit([&] { context->Count++; });
} // expected-warning{{ExitDoesNothing returns while it still holds the wait lock 'context->Lock'}}

VOID Counted(WDFTIMER Timer)
{
    PCONTEXT context = GetContext(Timer);
    VendorCount count(context->Count);

    WdfWaitLockAcquire(context->Lock, nullptr);
} // expected-warning{{Counted returns while it still holds the wait lock 'context->Lock'}}
