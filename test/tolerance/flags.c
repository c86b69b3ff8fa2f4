// RUN: %verify_kmdf -analyzer-config kmdf:Tolerant=true,kmdf:Facts=%t %s
// RUN: %facts %t | FileCheck %s
// RUN: python3 %S/guesses.py %t | FileCheck --check-prefix=GUESSES %s

// What is declared nowhere may be a macro: one that changes what it is given, or
// one that asks of it what the source asks elsewhere with its own words. No report
// rests on either. Those that the kernel's headers have are what they are there.

// expected-warning@1{{1 header missing, 5 names guessed}}

#include <ntddk.h>
#include <wdf.h>
#include "flags.h"

typedef struct _CONTEXT {
    WDFWAITLOCK Lock;
    ULONG Flags;
} CONTEXT, *PCONTEXT;
WDF_DECLARE_CONTEXT_TYPE_WITH_NAME(CONTEXT, GetContext)

BOOLEAN Busy(VOID);
VOID Work(VOID);
EVT_WDF_TIMER KernelsOwn, KernelsOwnIsWrong, TestedElsewhere, StoredAnswer, KnownFlags, Changed,
    ChangedField, Unrelated, PlainChange;

// GUESSES-DAG: macro SetFlag on line [[#@LINE+9]]
// GUESSES-DAG: macro FlagOn on line [[#@LINE+12]]

VOID KernelsOwn(WDFTIMER Timer)
{
    PCONTEXT context = GetContext(Timer);
    ULONG flags = context->Flags & 2;

    if (Busy()) {
        SetFlag(flags, 4);
        WdfWaitLockAcquire(context->Lock, NULL);
    }
    Work();
    if (FlagOn(flags, 4))
        WdfWaitLockRelease(context->Lock);
}
// CHECK: KernelsOwn: kmdf.WdfWaitlock: pass
// CHECK: KernelsOwn: kmdf.WdfWaitlockRelease: pass

VOID KernelsOwnIsWrong(WDFTIMER Timer)
{
    PCONTEXT context = GetContext(Timer);
    ULONG flags = 4;

    WdfWaitLockAcquire(context->Lock, NULL);
    if (Busy())
        flags = 2;
    if (FlagOn(flags, 4))
        WdfWaitLockRelease(context->Lock);
} // expected-warning{{KernelsOwnIsWrong returns while it still holds the wait lock 'context->Lock'}}

VOID TestedElsewhere(WDFTIMER Timer)
{
    PCONTEXT context = GetContext(Timer);
    ULONG flags = context->Flags;

    if (flags & 4)
        WdfWaitLockAcquire(context->Lock, NULL);
    if (VendorFlagOn(flags, 4))
        WdfWaitLockRelease(context->Lock);
}
// CHECK: TestedElsewhere: kmdf.WdfWaitlock: inconclusive ('VendorFlagOn(flags, 4)' is not known, and is asked of what is tested elsewhere
// CHECK: TestedElsewhere: kmdf.WdfWaitlockRelease: inconclusive

VOID StoredAnswer(WDFTIMER Timer)
{
    PCONTEXT context = GetContext(Timer);
    ULONG flags = context->Flags;
    BOOLEAN isOn = VendorFlagOn(flags, 4);

    if (flags & 4)
        WdfWaitLockAcquire(context->Lock, NULL);
    if (isOn)
        WdfWaitLockRelease(context->Lock);
}
// CHECK: StoredAnswer: kmdf.WdfWaitlock: inconclusive

VOID KnownFlags(WDFTIMER Timer)
{
    PCONTEXT context = GetContext(Timer);
    ULONG flags = 0;

    if (Busy()) {
        flags = 4;
        WdfWaitLockAcquire(context->Lock, NULL);
    }
    if (VendorFlagOn(flags, 4))
        WdfWaitLockRelease(context->Lock);
}
// CHECK: KnownFlags: kmdf.WdfWaitlock: inconclusive

VOID Changed(WDFTIMER Timer)
{
    PCONTEXT context = GetContext(Timer);
    ULONG flags = 0;

    if (Busy()) {
        VendorSetFlag(flags, 4);
        WdfWaitLockAcquire(context->Lock, NULL);
    }
    if (flags & 4)
        WdfWaitLockRelease(context->Lock);
}
// CHECK: Changed: kmdf.WdfWaitlock: inconclusive ('VendorSetFlag(flags, 4)' is not known, and may change what is asked afterwards
// CHECK: Changed: kmdf.WdfWaitlockRelease: inconclusive

VOID ChangedField(WDFTIMER Timer)
{
    PCONTEXT context = GetContext(Timer);

    WdfWaitLockAcquire(context->Lock, NULL);
    context->Flags = 0;
    if (Busy()) {
        VendorSetFlag(context->Flags, 4);
        WdfWaitLockRelease(context->Lock);
    }
    if (!(context->Flags & 4))
        WdfWaitLockRelease(context->Lock);
}
// CHECK: ChangedField: kmdf.WdfWaitlock: inconclusive

VOID Unrelated(WDFTIMER Timer)
{
    PCONTEXT context = GetContext(Timer);
    ULONG flags = context->Flags;

    WdfWaitLockAcquire(context->Lock, NULL);
    if (VendorFlagOn(flags, 4))
        return; // expected-warning{{Unrelated returns while it still holds the wait lock 'context->Lock'}}
    WdfWaitLockRelease(context->Lock);
}

VOID PlainChange(WDFTIMER Timer)
{
    PCONTEXT context = GetContext(Timer);
    ULONG level = context->Flags;

    WdfWaitLockAcquire(context->Lock, NULL);
    VendorNotify(level);
    if (level == 3)
        return; // expected-warning{{PlainChange returns while it still holds the wait lock 'context->Lock'}}
    WdfWaitLockRelease(context->Lock);
}
