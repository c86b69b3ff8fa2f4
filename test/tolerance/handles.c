// RUN: %verify_kmdf -analyzer-config kmdf:Tolerant=true,kmdf:Facts=%t %s
// RUN: %facts %t | FileCheck --implicit-check-not="not reached" %s

// A lock whose place is declared nowhere: what is spelt alike is one lock, and
// all of the function is run, but nothing is reported on such a guess.

// expected-warning@1{{1 header missing}}

#include <ntddk.h>
#include <wdf.h>
#include "vendor.h"

WDFWAITLOCK Known;

EVT_WDF_TIMER Balanced, Kept, Mixed, Passed;

VOID Balanced(WDFTIMER Timer)
{
    PVENDOR_CONTEXT context = VendorGetContext(Timer);

    WdfWaitLockAcquire(context->Lock, NULL);
    WdfWaitLockRelease(context->Lock);
}
// CHECK: Balanced: kmdf.WdfWaitlock: inconclusive (the lock 'context->Lock' is declared nowhere)

VOID Kept(WDFTIMER Timer)
{
    PVENDOR_CONTEXT context = VendorGetContext(Timer);

    WdfWaitLockAcquire(context->Lock, NULL);
    WdfWaitLockAcquire(context->Lock, NULL); // no-warning
} // no-warning
// CHECK: Kept: kmdf.WdfWaitlock: inconclusive (the lock 'context->Lock' is declared nowhere)

VOID Mixed(WDFTIMER Timer)
{
    PVENDOR_CONTEXT context = VendorGetContext(Timer);

    WdfWaitLockAcquire(Known, NULL);
    WdfWaitLockAcquire(context->Lock, NULL);
    WdfWaitLockRelease(context->Lock);
} // expected-warning{{Mixed returns while it still holds the wait lock 'Known'}}

VOID Passed(WDFTIMER Timer)
{
    WdfWaitLockAcquire(Known, NULL);
    VendorWork(Known);
    WdfWaitLockRelease(Known);
}
// CHECK: Passed: kmdf.WdfWaitlock: inconclusive
