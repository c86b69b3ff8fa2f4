// RUN: not %cc1 -fsyntax-only %s
// RUN: %verify_kmdf -analyzer-config kmdf:Tolerant=true,kmdf:Facts=%t %s
// RUN: %facts %t | FileCheck %s
// RUN: python3 %S/guesses.py %t | FileCheck --check-prefix=GUESSES --implicit-check-not=error %s

// What a source names and does not declare is guessed, and the functions that it
// stands in are judged as if it were there.

// expected-warning@1{{2 headers missing}}

#include <ntddk.h>
#include <wdf.h>
#include "generated/messages.h"
#include "names.tmh"
// GUESSES: header generated/messages.h on line [[#@LINE-2]]
// GUESSES: header names.tmh on line [[#@LINE-2]]

// begin_wpp config
// FUNC VendorTrace(LEVEL, FLAGS, MSG, ...);
// FUNC VENDOR_FunctionEnter(...);
// end_wpp

typedef struct _CONTEXT {
    WDFWAITLOCK Lock;
    VENDOR_STATE State;
    PVENDOR_RING Ring;
} CONTEXT, *PCONTEXT;
// GUESSES-DAG: type VENDOR_STATE on line [[#@LINE-3]]
// GUESSES-DAG: type PVENDOR_RING on line [[#@LINE-3]]

WDF_DECLARE_CONTEXT_TYPE_WITH_NAME(CONTEXT, GetContext)

EVT_WDF_TIMER UnknownFunction, UnknownMembers, UnknownLabels, UnknownMacros,
    UnknownTypes, Traces;

VOID UnknownFunction(WDFTIMER Timer)
{
    PCONTEXT context = GetContext(Timer);

    WdfWaitLockAcquire(context->Lock, NULL);
    if (VendorIsReady(context)) // GUESSES-DAG: function VendorIsReady on line [[#@LINE]]
        return; // expected-warning{{UnknownFunction returns while it still holds the wait lock 'context->Lock'}}
    WdfWaitLockRelease(context->Lock);
}

VOID UnknownMembers(WDFTIMER Timer)
{
    PCONTEXT context = GetContext(Timer);

    WdfWaitLockAcquire(context->Lock, NULL);
    context->State.Count += context->Ring->Head;
    WdfWaitLockRelease(context->Lock);
}
// CHECK: UnknownMembers: kmdf.WdfWaitlock: pass
// CHECK: UnknownMembers: kmdf.WdfWaitlockRelease: pass

VOID UnknownLabels(WDFTIMER Timer)
{
    PCONTEXT context = GetContext(Timer);

    WdfWaitLockAcquire(context->Lock, NULL);
    switch (context->State.Kind) {
    case VendorIdle: // GUESSES-DAG: constant VendorIdle on line [[#@LINE]]
        WdfWaitLockRelease(context->Lock);
        break;
    case VENDOR_BUSY: // GUESSES-DAG: constant VENDOR_BUSY on line [[#@LINE]]
        break;
    default:
        WdfWaitLockRelease(context->Lock);
        break;
    }
} // expected-warning{{UnknownLabels returns while it still holds the wait lock 'context->Lock'}}

_Vendor_routine_
VOID UnknownMacros(WDFTIMER Timer)
// GUESSES-DAG: annotation _Vendor_routine_ on line [[#@LINE-2]]
{
    PCONTEXT context = GetContext(Timer);

    VENDOR_ENTRY();
    WdfWaitLockAcquire(context->Lock, NULL);
    VENDOR_FOR_EACH(context) { // GUESSES-DAG: loop VENDOR_FOR_EACH on line [[#@LINE]]
        Use(VENDOR_MAX); // GUESSES-DAG: value VENDOR_MAX on line [[#@LINE]]
    }
    WdfWaitLockRelease(context->Lock);
}
// CHECK: UnknownMacros: kmdf.WdfWaitlock: pass
// CHECK: UnknownMacros: kmdf.WdfWaitlockRelease: pass

// What stands where an annotation could, but says that it locks, is none.
VENDOR_API(VOID) VendorLock(PCONTEXT Context);

EVT_WDF_TIMER CallsUnknownLock;
VOID CallsUnknownLock(WDFTIMER Timer)
{
    PCONTEXT context = GetContext(Timer);

    VendorLock(context);
    WdfWaitLockRelease(context->Lock); // no-warning
}
// CHECK: CallsUnknownLock: kmdf.WdfWaitlock: inconclusive ('VendorLock' is not in this file, and its name says that it locks or unlocks)

VOID UnknownTypes(WDFTIMER Timer)
{
    PCONTEXT context = GetContext(Timer);
    VENDOR_REQUEST request, *next = NULL; // GUESSES-DAG: type VENDOR_REQUEST on line [[#@LINE]]
    VENDOR_STATUS status;

    WdfWaitLockAcquire(context->Lock, NULL);
    status = VendorGet(&request, &next);
    if (VENDOR_FAILED(status) || next->Length < sizeof(VENDOR_HEADER)) {
        WdfWaitLockRelease(context->Lock);
        return;
    }
    next->Done(request.Token);
    WdfWaitLockRelease(context->Lock);
}
// CHECK: UnknownTypes: kmdf.WdfWaitlock: pass
// CHECK: UnknownTypes: kmdf.WdfWaitlockRelease: pass

VOID Traces(WDFTIMER Timer)
{
    PCONTEXT context = GetContext(Timer);

    // To enter would be to lock, did the comment not say what this is.
    VENDOR_FunctionEnter();
    VendorTrace(TRACE_LEVEL_ERROR, DBG_INIT, "%!FUNC!"); // GUESSES-DAG: tracer VendorTrace
    WdfWaitLockAcquire(context->Lock, NULL);
    DoTraceMessage(DBG_INIT, "here %d", context->State.Count); // GUESSES-DAG: tracer DoTraceMessage
    WdfWaitLockRelease(context->Lock);
}
// CHECK: Traces: kmdf.WdfWaitlock: pass
// CHECK: Traces: kmdf.WdfWaitlockRelease: pass
