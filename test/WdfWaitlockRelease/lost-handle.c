// RUN: %verify_kmdf %s

// A lock that can no longer be released because its last handle died is a leak.

#include <ntddk.h>
#include <wdf.h>

WDFWAITLOCK GlobalLock;

VOID Use(WDFWAITLOCK *Lock);

// This function has no role: what it holds at its end is its caller's business,
// but of this lock its caller knows nothing.
VOID LostAtTheEnd(VOID)
{
    WDFWAITLOCK lock;

    if (!NT_SUCCESS(WdfWaitLockCreate(WDF_NO_OBJECT_ATTRIBUTES, &lock)))
        return;
    WdfWaitLockAcquire(lock, NULL);
} // expected-warning{{LostAtTheEnd loses the last handle to the wait lock 'lock' while it holds it, so that nothing can release it}}

VOID LostByOverwriting(VOID)
{
    WDFWAITLOCK lock;

    if (!NT_SUCCESS(WdfWaitLockCreate(WDF_NO_OBJECT_ATTRIBUTES, &lock)))
        return;
    WdfWaitLockAcquire(lock, NULL);
    lock = GlobalLock;
    WdfWaitLockAcquire(lock, NULL); // expected-warning{{LostByOverwriting loses the last handle to the wait lock 'lock'}}
    WdfWaitLockRelease(lock);
}

WDFWAITLOCK ReturnedToTheCaller(VOID)
{
    WDFWAITLOCK lock;

    if (!NT_SUCCESS(WdfWaitLockCreate(WDF_NO_OBJECT_ATTRIBUTES, &lock)))
        return NULL;
    WdfWaitLockAcquire(lock, NULL);
    return lock; // no-warning
}

VOID StoredForOthers(VOID)
{
    WDFWAITLOCK lock;

    if (!NT_SUCCESS(WdfWaitLockCreate(WDF_NO_OBJECT_ATTRIBUTES, &lock)))
        return;
    WdfWaitLockAcquire(lock, NULL);
    GlobalLock = lock;
} // no-warning

VOID HandedOut(WDFWAITLOCK *Out)
{
    WDFWAITLOCK lock;

    if (!NT_SUCCESS(WdfWaitLockCreate(WDF_NO_OBJECT_ATTRIBUTES, &lock)))
        return;
    WdfWaitLockAcquire(lock, NULL);
    *Out = lock;
} // no-warning

VOID SeenByOtherCode(VOID)
{
    WDFWAITLOCK lock;

    if (!NT_SUCCESS(WdfWaitLockCreate(WDF_NO_OBJECT_ATTRIBUTES, &lock)))
        return;
    WdfWaitLockAcquire(lock, NULL);
    Use(&lock);
} // no-warning

// In a callback it is the return that breaks the rule, wherever the handle died.
EVT_WDF_IO_QUEUE_IO_READ InACallback;
VOID InACallback(WDFQUEUE Queue, WDFREQUEST Request, size_t Length)
{
    WDFWAITLOCK lock;

    if (!NT_SUCCESS(WdfWaitLockCreate(WDF_NO_OBJECT_ATTRIBUTES, &lock)))
        return;
    WdfWaitLockAcquire(lock, NULL);
    WdfRequestComplete(Request, STATUS_SUCCESS);
} // expected-warning{{InACallback returns while it still holds the wait lock 'lock'}}
