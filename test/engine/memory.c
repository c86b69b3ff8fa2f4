// RUN: %verify_kmdf -analyzer-config kmdf:Facts=%t %s
// RUN: %facts %t | FileCheck %s --implicit-check-not=inconclusive
// expected-no-diagnostics

// What memory says by having been used: a pointer that was read through is not NULL,
// and what was zeroed is zero.

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

// CHECK: Found: kmdf.WdfWaitlockRelease: pass
// CHECK: Zeroed: kmdf.WdfWaitlockRelease: pass
