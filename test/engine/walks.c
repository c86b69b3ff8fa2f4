// RUN: %verify_kmdf -analyzer-config kmdf:Facts=%t %s
// RUN: %facts %t | FileCheck %s --implicit-check-not=inconclusive

// Walks of an unknown length that write what they walk over, and transfers in chunks:
// their turns are alike though each knows something new.

#include <ntddk.h>
#include <wdf.h>

typedef struct _ITEM {
    struct _ITEM *Next;
    LIST_ENTRY Link;
    ULONG Level;
} ITEM, *PITEM;

WDFWAITLOCK Lock;
LIST_ENTRY Head;
PITEM First;
ULONG Total;
PUCHAR Buffer;
UCHAR Registers[64];
NTSTATUS Write(ULONG Length);

EVT_WDF_TIMER Removes;
VOID Removes(WDFTIMER Timer)
{
    PLIST_ENTRY entry, next;

    WdfWaitLockAcquire(Lock, NULL);
    for (entry = Head.Flink; entry != &Head; entry = next) {
        next = entry->Flink;
        if (CONTAINING_RECORD(entry, ITEM, Link)->Level == 3)
            RemoveEntryList(entry);
    }
    WdfWaitLockRelease(Lock); // no-warning
}

EVT_WDF_TIMER RemovesAndLeaks;
VOID RemovesAndLeaks(WDFTIMER Timer)
{
    PLIST_ENTRY entry, next;
    BOOLEAN removed = FALSE;

    WdfWaitLockAcquire(Lock, NULL);
    for (entry = Head.Flink; entry != &Head; entry = next) {
        next = entry->Flink;
        if (CONTAINING_RECORD(entry, ITEM, Link)->Level == 3) {
            RemoveEntryList(entry);
            removed = TRUE;
        }
    }
    if (!removed)
        WdfWaitLockRelease(Lock);
} // expected-warning{{RemovesAndLeaks returns while it still holds}}

EVT_WDF_TIMER Marks;
VOID Marks(WDFTIMER Timer)
{
    WdfWaitLockAcquire(Lock, NULL);
    for (PITEM item = First; item; item = item->Next)
        if (item->Level & 1)
            item->Level |= 4;
        else
            item->Level = 0;
    WdfWaitLockRelease(Lock); // no-warning
}

EVT_WDF_TIMER ByPointer;
VOID ByPointer(WDFTIMER Timer)
{
    ULONG remaining = Total, chunk;
    PUCHAR place = Buffer;

    while (remaining > 0) {
        chunk = min(remaining, 64);
        WdfWaitLockAcquire(Lock, NULL);
        RtlCopyMemory(Registers, place, chunk);
        WdfWaitLockRelease(Lock); // no-warning
        remaining -= chunk;
        place += chunk;
    }
}

EVT_WDF_TIMER ByOffset;
VOID ByOffset(WDFTIMER Timer)
{
    ULONG done = 0;

    while (done < Total) {
        ULONG chunk = min(Total - done, 64);
        WdfWaitLockAcquire(Lock, NULL);
        Write(chunk);
        WdfWaitLockRelease(Lock); // no-warning
        done += chunk;
    }
}

EVT_WDF_TIMER ByOffsetAndLeaks;
VOID ByOffsetAndLeaks(WDFTIMER Timer)
{
    ULONG done = 0;

    while (done < Total) {
        ULONG chunk = min(Total - done, 64);
        WdfWaitLockAcquire(Lock, NULL);
        if (!NT_SUCCESS(Write(chunk)))
            return; // expected-warning{{ByOffsetAndLeaks returns while it still holds}}
        WdfWaitLockRelease(Lock);
        done += chunk;
    }
}

// CHECK-DAG: Removes: kmdf.WdfWaitlockRelease: pass
// CHECK-DAG: Marks: kmdf.WdfWaitlockRelease: pass
// CHECK-DAG: ByPointer: kmdf.WdfWaitlockRelease: pass
// CHECK-DAG: ByOffset: kmdf.WdfWaitlockRelease: pass
