// RUN: %verify_kmdf -analyzer-config kmdf:Facts=%t %s
// RUN: %facts %t | FileCheck %s --implicit-check-not=inconclusive

// What memory says by having been used: a pointer that was read through is not NULL,
// what was zeroed is zero, and what was copied is what it is a copy of.

#include <ntddk.h>
#include <wdf.h>

typedef struct _NODE {
    WDFWAITLOCK Lock;
    ULONG Key;
    struct _NODE *Next;
} NODE, *PNODE;

typedef struct _OPERATION {
    BOOLEAN Held;
    ULONG Steps;
    WDFWAITLOCK Lock;
} OPERATION;

WDFWAITLOCK Lock;
PNODE First;
BOOLEAN Ask(VOID);

static PNODE LockFirst(VOID)
{
    PNODE node = First;

    if (node->Key == 0)
        return NULL;
    WdfWaitLockAcquire(node->Lock, NULL);
    return node;
}

EVT_WDF_TIMER Found;
VOID Found(WDFTIMER Timer)
{
    PNODE node = LockFirst();

    if (node == NULL)
        return;
    WdfWaitLockRelease(node->Lock); // no-warning
}

EVT_WDF_TIMER Zeroed;
VOID Zeroed(WDFTIMER Timer)
{
    OPERATION operation;

    RtlZeroMemory(&operation, sizeof(operation));
    if (Ask()) {
        WdfWaitLockAcquire(Lock, NULL);
        operation.Held = TRUE;
    }
    if (operation.Held)
        WdfWaitLockRelease(Lock); // no-warning
}

EVT_WDF_TIMER Copied;
VOID Copied(WDFTIMER Timer)
{
    OPERATION operation = {TRUE, 1, Lock}, copy, moved;

    RtlCopyMemory(&copy, &operation, sizeof(copy));
    RtlMoveMemory(&moved, &copy, sizeof(OPERATION));
    if (copy.Held)
        WdfWaitLockAcquire(copy.Lock, NULL);
    if (moved.Held)
        WdfWaitLockRelease(moved.Lock); // no-warning
}

EVT_WDF_TIMER CopiedFromAPointer;
VOID CopiedFromAPointer(WDFTIMER Timer)
{
    OPERATION *operation = WdfTimerGetParentObject(Timer), copy;

    RtlCopyMemory(&copy, operation, sizeof(*operation));
    WdfWaitLockAcquire(copy.Lock, NULL);
    WdfWaitLockRelease(operation->Lock); // no-warning
}

// What is volatile is read anew each time.
static volatile LONG Ready;
EVT_WDF_TIMER Waits;
VOID Waits(WDFTIMER Timer)
{
    BOOLEAN waited = FALSE;

    while (!Ready)
        waited = TRUE;
    WdfWaitLockAcquire(Lock, NULL);
    if (!waited)
        WdfWaitLockRelease(Lock);
} // expected-warning{{Waits returns while it still holds}}

// CHECK: Found: kmdf.WdfWaitlockRelease: pass
// CHECK: Zeroed: kmdf.WdfWaitlockRelease: pass
// CHECK: Copied: kmdf.WdfWaitlock: pass
// CHECK: Copied: kmdf.WdfWaitlockRelease: pass
// CHECK: CopiedFromAPointer: kmdf.WdfWaitlock: pass
// CHECK: CopiedFromAPointer: kmdf.WdfWaitlockRelease: pass
