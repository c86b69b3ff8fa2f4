// RUN: %verify_kmdf -analyzer-config kmdf:Facts=%t %s
// RUN: %facts %t | FileCheck %s

// A search that nobody knows the length of, and what it found: how a loop was left is
// known after it.

#include <ntddk.h>
#include <wdf.h>

typedef struct _SLOT {
    WDFWAITLOCK Lock;
    ULONG Key;
} SLOT;

typedef struct _DEVICE_CONTEXT {
    WDFWAITLOCK Lock;
    ULONG Count;
    LONG SignedCount;
    USHORT ShortCount;
    ULONG *Begin, *End;
    LIST_ENTRY List;
    SLOT Slots[4];
} DEVICE_CONTEXT, *PDEVICE_CONTEXT;

WDF_DECLARE_CONTEXT_TYPE_WITH_NAME(DEVICE_CONTEXT, GetDeviceContext)

BOOLEAN Matches(ULONG Index);
BOOLEAN MatchesEntry(PLIST_ENTRY Entry);
NTSTATUS Take(ULONG Count);
VOID Work(VOID);

static PDEVICE_CONTEXT Find(WDFTIMER Timer)
{
    return GetDeviceContext(WdfTimerGetParentObject(Timer));
}

// The loop gives the lock up where something matches, and what comes after it where
// nothing did; in the second callback it does not.
#define SEARCH_WITH(Name, Variable, Loop, IsMatch, AtTheEnd)                                   \
    EVT_WDF_TIMER Name;                                                                        \
    VOID Name(WDFTIMER Timer)                                                                  \
    {                                                                                          \
        PDEVICE_CONTEXT context = Find(Timer);                                                 \
        Variable;                                                                              \
                                                                                               \
        WdfWaitLockAcquire(context->Lock, NULL);                                               \
        Loop                                                                                   \
            if (IsMatch) {                                                                     \
                WdfWaitLockRelease(context->Lock);                                             \
                break;                                                                         \
            }                                                                                  \
        AtTheEnd;                                                                              \
    }
#define SEARCH(Name, Variable, Loop, IsMatch, IsNotFound)                                      \
    SEARCH_WITH(Name, Variable, Loop, IsMatch,                                                 \
                if (IsNotFound) WdfWaitLockRelease(context->Lock))                             \
    SEARCH_WITH(Name##Leaks, Variable, Loop, IsMatch, if (!(IsNotFound)) Work())

SEARCH(Upwards, ULONG i, for (i = 0; i < context->Count; i++),
       Matches(i), i == context->Count) // expected-warning@-1{{UpwardsLeaks returns while it still holds}}
SEARCH(UntilEqual, ULONG i, for (i = 0; i != context->Count; i++),
       Matches(i), i >= context->Count) // expected-warning@-1{{UntilEqualLeaks returns while it still holds}}
SEARCH(Short, USHORT i, for (i = 0; i < context->ShortCount; i++),
       Matches(i), i == context->ShortCount) // expected-warning@-1{{ShortLeaks returns while it still holds}}
SEARCH(UpTo, ULONG i, for (i = 1; i <= context->Count; i++),
       Matches(i), i > context->Count) // expected-warning@-1{{UpToLeaks returns while it still holds}}
SEARCH(Downwards, ULONG i, for (i = context->Count; i > 0; i--),
       Matches(i), i == 0) // expected-warning@-1{{DownwardsLeaks returns while it still holds}}
SEARCH(DownToZero, LONG i, for (i = context->SignedCount - 1; i >= 0; i--),
       Matches(i), i < 0) // expected-warning@-1{{DownToZeroLeaks returns while it still holds}}
SEARCH(Pointer, ULONG *place, for (place = context->Begin; place != context->End; place++),
       *place == 3, place == context->End) // expected-warning@-1{{PointerLeaks returns while it still holds}}
SEARCH(List, PLIST_ENTRY entry, for (entry = context->List.Flink; entry != &context->List; entry = entry->Flink),
       MatchesEntry(entry), &context->List == entry) // expected-warning@-1{{ListLeaks returns while it still holds}}
SEARCH(Key, ULONG i, for (i = 0; i < context->Count; i++),
       context->Slots[2].Key == i, i >= context->Count) // expected-warning@-1{{KeyLeaks returns while it still holds}}

// In the condition itself.
EVT_WDF_TIMER InTheCondition;
VOID InTheCondition(WDFTIMER Timer)
{
    PDEVICE_CONTEXT context = Find(Timer);
    ULONG i = 0;

    WdfWaitLockAcquire(context->Lock, NULL);
    while (i < context->Count && !Matches(i))
        i++;
    if (i < context->Count)
        WdfWaitLockRelease(context->Lock);
    if (i >= context->Count)
        WdfWaitLockRelease(context->Lock); // no-warning
}

// By what a helper returns.
static LONG FindAndAcquire(PDEVICE_CONTEXT Context)
{
    for (LONG i = 0; i < Context->SignedCount; i++)
        if (Matches(i)) {
            WdfWaitLockAcquire(Context->Lock, NULL);
            return i;
        }
    return -1;
}

EVT_WDF_TIMER InAHelper;
VOID InAHelper(WDFTIMER Timer)
{
    PDEVICE_CONTEXT context = Find(Timer);

    if (FindAndAcquire(context) >= 0)
        WdfWaitLockRelease(context->Lock); // no-warning
}

// A search in each turn: how the turns compare their number with the slots' keys does
// not matter where each gives the lock back.
EVT_WDF_TIMER InEachTurn;
VOID InEachTurn(WDFTIMER Timer)
{
    PDEVICE_CONTEXT context = Find(Timer);
    ULONG i, slot;

    for (i = 0; i < context->Count; i++) {
        WdfWaitLockAcquire(context->Lock, NULL);
        for (slot = 0; slot < 4; slot++)
            if (context->Slots[slot].Key == i)
                break;
        if (slot == 4) {
            WdfWaitLockRelease(context->Lock);
            continue;
        }
        context->Slots[slot].Key = 0;
        WdfWaitLockRelease(context->Lock); // no-warning
    }
}

EVT_WDF_TIMER InEachTurnLeaks;
VOID InEachTurnLeaks(WDFTIMER Timer)
{
    PDEVICE_CONTEXT context = Find(Timer);
    ULONG i, slot;

    for (i = 0; i < context->Count; i++) {
        WdfWaitLockAcquire(context->Lock, NULL);
        for (slot = 0; slot < 4; slot++)
            if (context->Slots[slot].Key == i)
                break;
        if (slot == 4)
            return;
        WdfWaitLockRelease(context->Lock);
    }
} // expected-warning@-3{{InEachTurnLeaks returns while it still holds}}

// A list that is taken apart gets empty, though nothing shows the head written.
EVT_WDF_TIMER Drained;
VOID Drained(WDFTIMER Timer)
{
    PDEVICE_CONTEXT context = Find(Timer);
    LIST_ENTRY local;

    InitializeListHead(&local);
    WdfWaitLockAcquire(context->Lock, NULL);
    while (!IsListEmpty(&context->List)) {
        PLIST_ENTRY entry = RemoveHeadList(&context->List);
        InsertTailList(&local, entry);
    }
    if (IsListEmpty(&local))
        WdfWaitLockRelease(context->Lock);
} // expected-warning{{Drained returns while it still holds}}

// Where the turns change the locks and nobody knows how many there are, nothing is
// known.
EVT_WDF_TIMER InBatches;
VOID InBatches(WDFTIMER Timer)
{
    PDEVICE_CONTEXT context = Find(Timer);
    ULONG count = context->Count;

    for (ULONG i = 0; i < count; i++) {
        if ((i & 15) == 0)
            WdfWaitLockAcquire(context->Lock, NULL); // no-warning
        Work();
        if ((i & 15) == 15 || i == count - 1)
            WdfWaitLockRelease(context->Lock); // no-warning
    }
}

// Two locks in the order of their addresses.
EVT_WDF_TIMER InOrder;
VOID InOrder(WDFTIMER Timer)
{
    PDEVICE_CONTEXT context = Find(Timer);
    SLOT *slot = WdfTimerGetParentObject(Timer), *other = &context->Slots[1];
    SLOT *first = slot < other ? slot : other, *second = other > slot ? other : slot;

    if (slot >= other)
        return;
    WdfWaitLockAcquire(first->Lock, NULL);
    WdfWaitLockAcquire(second->Lock, NULL);
    WdfWaitLockRelease(other->Lock);
    WdfWaitLockRelease(slot->Lock); // no-warning
}

// Given up for a moment now and then.
EVT_WDF_TIMER EachHundredthTurn;
VOID EachHundredthTurn(WDFTIMER Timer)
{
    PDEVICE_CONTEXT context = Find(Timer);
    ULONG count = 0;

    WdfWaitLockAcquire(context->Lock, NULL);
    for (;;) {
        if (++count > 100) {
            WdfWaitLockRelease(context->Lock);
            WdfWaitLockAcquire(context->Lock, NULL);
            count = 0;
        }
        if (Take(count) == STATUS_NO_MORE_ENTRIES)
            break;
    }
    WdfWaitLockRelease(context->Lock); // no-warning
}

EVT_WDF_TIMER EachHundredthTurnTwice;
VOID EachHundredthTurnTwice(WDFTIMER Timer)
{
    PDEVICE_CONTEXT context = Find(Timer);
    ULONG count = 0;

    WdfWaitLockAcquire(context->Lock, NULL);
    for (;;) {
        if (++count > 100)
            WdfWaitLockRelease(context->Lock); // expected-warning{{EachHundredthTurnTwice releases the wait lock}}
        if (Take(count) == STATUS_NO_MORE_ENTRIES)
            break;
    }
    WdfWaitLockRelease(context->Lock); // expected-warning{{EachHundredthTurnTwice releases the wait lock}}
}

// Which of the slots' locks are held, an array of flags tells.
EVT_WDF_TIMER FlagsInAnArray;
VOID FlagsInAnArray(WDFTIMER Timer)
{
    PDEVICE_CONTEXT context = Find(Timer);
    BOOLEAN held[4];
    LONGLONG timeout = 0;
    int i;

    for (i = 0; i < 4; i++)
        held[i] = WdfWaitLockAcquire(context->Slots[i].Lock, &timeout) == STATUS_SUCCESS;
    Work();
    for (i = 0; i < 4; i++)
        if (held[i])
            WdfWaitLockRelease(context->Slots[i].Lock); // no-warning
}

EVT_WDF_TIMER FlagsInAnArrayLeaks;
VOID FlagsInAnArrayLeaks(WDFTIMER Timer)
{
    PDEVICE_CONTEXT context = Find(Timer);
    BOOLEAN held[4];
    LONGLONG timeout = 0;
    int i;

    for (i = 0; i < 4; i++)
        held[i] = WdfWaitLockAcquire(context->Slots[i].Lock, &timeout) == STATUS_SUCCESS;
    Work();
    for (i = 0; i < 3; i++)
        if (held[i])
            WdfWaitLockRelease(context->Slots[i].Lock);
} // expected-warning{{FlagsInAnArrayLeaks returns while it still holds}}

// Too many to try all ways.
EVT_WDF_TIMER FlagsInALongArray;
VOID FlagsInALongArray(WDFTIMER Timer)
{
    WDFWAITLOCK *locks = WdfTimerGetParentObject(Timer);
    BOOLEAN held[40];
    LONGLONG timeout = 0;
    int i;

    for (i = 0; i < 40; i++)
        held[i] = WdfWaitLockAcquire(locks[i], &timeout) == STATUS_SUCCESS;
    for (i = 0; i < 40; i++)
        if (held[i])
            WdfWaitLockRelease(locks[i]); // no-warning
}

// CHECK-DAG: Upwards: kmdf.WdfWaitlock: pass
// CHECK-DAG: Upwards: kmdf.WdfWaitlockRelease: pass
// CHECK-DAG: UntilEqual: kmdf.WdfWaitlock: pass
// CHECK-DAG: Short: kmdf.WdfWaitlock: pass
// CHECK-DAG: Short: kmdf.WdfWaitlockRelease: pass
// CHECK-DAG: UpTo: kmdf.WdfWaitlock: pass
// CHECK-DAG: UpTo: kmdf.WdfWaitlockRelease: pass
// CHECK-DAG: Downwards: kmdf.WdfWaitlock: pass
// CHECK-DAG: Downwards: kmdf.WdfWaitlockRelease: pass
// CHECK-DAG: DownToZero: kmdf.WdfWaitlock: pass
// CHECK-DAG: DownToZero: kmdf.WdfWaitlockRelease: pass
// CHECK-DAG: Pointer: kmdf.WdfWaitlock: pass
// CHECK-DAG: Pointer: kmdf.WdfWaitlockRelease: pass
// CHECK-DAG: List: kmdf.WdfWaitlock: pass
// CHECK-DAG: List: kmdf.WdfWaitlockRelease: pass
// CHECK-DAG: Key: kmdf.WdfWaitlock: pass
// CHECK-DAG: Key: kmdf.WdfWaitlockRelease: pass
// CHECK-DAG: InTheCondition: kmdf.WdfWaitlock: pass
// CHECK-DAG: InTheCondition: kmdf.WdfWaitlockRelease: pass
// CHECK-DAG: InAHelper: kmdf.WdfWaitlock: pass
// CHECK-DAG: InAHelper: kmdf.WdfWaitlockRelease: pass
// CHECK-DAG: InEachTurn: kmdf.WdfWaitlock: pass
// CHECK-DAG: InEachTurn: kmdf.WdfWaitlockRelease: pass
// CHECK-DAG: EachHundredthTurn: kmdf.WdfWaitlock: pass
// CHECK-DAG: EachHundredthTurn: kmdf.WdfWaitlockRelease: pass
// CHECK-DAG: FlagsInAnArray: kmdf.WdfWaitlock: pass
// CHECK-DAG: FlagsInAnArray: kmdf.WdfWaitlockRelease: pass
// CHECK-DAG: FlagsInALongArray: kmdf.WdfWaitlockRelease: inconclusive (a loop was cut)
// CHECK-DAG: InOrder: kmdf.WdfWaitlockRelease: pass
// CHECK-DAG: InBatches: kmdf.WdfWaitlock: inconclusive (a loop was cut)
