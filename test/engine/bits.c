// RUN: %verify_kmdf -analyzer-config kmdf:Facts=%t %s
// RUN: %facts %t | FileCheck --implicit-check-not=inconclusive %s

// Flags are bits of a number of which the rest is not known.

#include <ntddk.h>
#include <wdf.h>

typedef struct _CONTEXT {
    WDFWAITLOCK Lock;
    ULONG Flags;
    UCHAR Small;
} CONTEXT, *PCONTEXT;
WDF_DECLARE_CONTEXT_TYPE_WITH_NAME(CONTEXT, GetContext)

#define LOCKED 4
#define BUSY 8

BOOLEAN Condition(VOID);
EVT_WDF_TIMER SetWhereHeld, ClearedWhereReleased, OtherBit, OtherBitToggled, OneOfTwo, SmallField,
    WrongBit, ClearedTooEarly, ToggledSame;

VOID SetWhereHeld(WDFTIMER Timer)
{
    PCONTEXT context = GetContext(Timer);

    context->Flags &= ~LOCKED;
    if (Condition()) {
        WdfWaitLockAcquire(context->Lock, NULL);
        context->Flags |= LOCKED;
    }
    if (context->Flags & LOCKED)
        WdfWaitLockRelease(context->Lock);
} // no-warning

VOID ClearedWhereReleased(WDFTIMER Timer)
{
    PCONTEXT context = GetContext(Timer);

    WdfWaitLockAcquire(context->Lock, NULL);
    context->Flags |= LOCKED | BUSY;
    if (Condition()) {
        WdfWaitLockRelease(context->Lock);
        context->Flags &= ~LOCKED;
    }
    if ((context->Flags & LOCKED) != 0)
        WdfWaitLockRelease(context->Lock);
} // no-warning

VOID OtherBit(WDFTIMER Timer)
{
    PCONTEXT context = GetContext(Timer);

    if (context->Flags & LOCKED)
        WdfWaitLockAcquire(context->Lock, NULL);
    context->Flags |= BUSY;
    if (context->Flags & LOCKED)
        WdfWaitLockRelease(context->Lock);
} // no-warning

VOID OtherBitToggled(WDFTIMER Timer)
{
    PCONTEXT context = GetContext(Timer);

    if ((context->Flags & LOCKED) == LOCKED)
        WdfWaitLockAcquire(context->Lock, NULL);
    context->Flags ^= BUSY;
    context->Flags &= ~BUSY;
    if ((context->Flags & LOCKED) == LOCKED)
        WdfWaitLockRelease(context->Lock);
} // no-warning

VOID OneOfTwo(WDFTIMER Timer)
{
    PCONTEXT context = GetContext(Timer);

    WdfWaitLockAcquire(context->Lock, NULL);
    context->Flags |= LOCKED;
    if (context->Flags & (LOCKED | BUSY))
        WdfWaitLockRelease(context->Lock);
} // no-warning

VOID SmallField(WDFTIMER Timer)
{
    PCONTEXT context = GetContext(Timer);

    WdfWaitLockAcquire(context->Lock, NULL);
    context->Small |= LOCKED;
    if (context->Small & LOCKED)
        WdfWaitLockRelease(context->Lock);
} // no-warning

VOID WrongBit(WDFTIMER Timer)
{
    PCONTEXT context = GetContext(Timer);

    WdfWaitLockAcquire(context->Lock, NULL);
    context->Flags |= LOCKED;
    if (context->Flags & BUSY)
        WdfWaitLockRelease(context->Lock);
} // expected-warning{{WrongBit returns while it still holds the wait lock 'context->Lock'}}

VOID ClearedTooEarly(WDFTIMER Timer)
{
    PCONTEXT context = GetContext(Timer);

    WdfWaitLockAcquire(context->Lock, NULL);
    context->Flags |= LOCKED;
    context->Flags &= BUSY;
    if (context->Flags & LOCKED)
        WdfWaitLockRelease(context->Lock);
} // expected-warning{{ClearedTooEarly returns while it still holds the wait lock 'context->Lock'}}

VOID ToggledSame(WDFTIMER Timer)
{
    PCONTEXT context = GetContext(Timer);

    if (context->Flags & LOCKED)
        WdfWaitLockAcquire(context->Lock, NULL);
    context->Flags ^= LOCKED;
    if (context->Flags & LOCKED)
        WdfWaitLockRelease(context->Lock); // expected-warning{{ToggledSame releases the wait lock 'context->Lock', which it does not hold}}
} // expected-warning{{ToggledSame returns while it still holds the wait lock 'context->Lock'}}

// CHECK: SetWhereHeld: kmdf.WdfWaitlock: pass
