// RUN: %verify_kmdf %s

// A function that is no callback and leaves a lock held on one way out and
// released on another tells its caller which.

#include <ntddk.h>
#include <wdf.h>

typedef struct _DEVICE_CONTEXT {
    WDFWAITLOCK Lock;
    BOOLEAN IsLocked;
    ULONG Count;
} DEVICE_CONTEXT, *PDEVICE_CONTEXT;

BOOLEAN Ask(VOID);
NTSTATUS Start(VOID);
ULONG Next(VOID);

//===----------------------------------------------------------------------===//
// Nothing tells.
//===----------------------------------------------------------------------===//

VOID EarlyReturn(PDEVICE_CONTEXT Context)
{
    WdfWaitLockAcquire(Context->Lock, NULL);
    if (Ask())
        return; // expected-warning{{EarlyReturn returns while it still holds the wait lock 'Context->Lock'; on another way out it has released it, and nothing tells its caller which way it was}}
    WdfWaitLockRelease(Context->Lock);
}

VOID AsMemoryWas(PDEVICE_CONTEXT Context)
{
    WdfWaitLockAcquire(Context->Lock, NULL);
    if (Context->Count == 0)
        return; // expected-warning{{AsMemoryWas returns while it still holds}}
    Context->Count = Next();
    WdfWaitLockRelease(Context->Lock);
}

NTSTATUS SameStatus(PDEVICE_CONTEXT Context)
{
    WdfWaitLockAcquire(Context->Lock, NULL);
    if (Ask())
        return STATUS_SUCCESS; // expected-warning{{SameStatus returns while it still holds}}
    WdfWaitLockRelease(Context->Lock);
    return STATUS_SUCCESS;
}

NTSTATUS StatusOfSomethingElse(PDEVICE_CONTEXT Context)
{
    NTSTATUS status = Start();

    WdfWaitLockAcquire(Context->Lock, NULL);
    if (Ask())
        goto Exit;
    WdfWaitLockRelease(Context->Lock);
Exit:
    return status; // expected-warning{{StatusOfSomethingElse returns while it still holds}}
}

VOID ReleasedForTheCaller(PDEVICE_CONTEXT Context)
{
    WdfWaitLockRelease(Context->Lock);
    if (!Ask())
        return;
    WdfWaitLockAcquire(Context->Lock, NULL);
} // expected-warning{{ReleasedForTheCaller returns while it still holds}}

//===----------------------------------------------------------------------===//
// The caller can tell.
//===----------------------------------------------------------------------===//

VOID AcquireOnly(PDEVICE_CONTEXT Context)
{
    WdfWaitLockAcquire(Context->Lock, NULL);
    if (Ask())
        Context->Count = 0;
} // no-warning

BOOLEAN ReturnedBoolean(PDEVICE_CONTEXT Context)
{
    WdfWaitLockAcquire(Context->Lock, NULL);
    if (Ask())
        return TRUE; // no-warning
    WdfWaitLockRelease(Context->Lock);
    return FALSE;
}

NTSTATUS ReturnedStatus(PDEVICE_CONTEXT Context)
{
    NTSTATUS status;

    WdfWaitLockAcquire(Context->Lock, NULL);
    status = Start();
    if (!NT_SUCCESS(status))
        WdfWaitLockRelease(Context->Lock);
    return status; // no-warning
}

VOID OutParameter(PDEVICE_CONTEXT Context, PBOOLEAN Locked)
{
    WdfWaitLockAcquire(Context->Lock, NULL);
    *Locked = TRUE;
    if (Ask()) {
        WdfWaitLockRelease(Context->Lock);
        *Locked = FALSE;
    }
} // no-warning

VOID Memory(PDEVICE_CONTEXT Context)
{
    WdfWaitLockAcquire(Context->Lock, NULL);
    Context->IsLocked = TRUE;
    if (Ask()) {
        Context->IsLocked = FALSE;
        WdfWaitLockRelease(Context->Lock);
    }
} // no-warning

VOID Argument(PDEVICE_CONTEXT Context, BOOLEAN KeepLocked)
{
    WdfWaitLockAcquire(Context->Lock, NULL);
    Context->Count = Next();
    if (!KeepLocked)
        WdfWaitLockRelease(Context->Lock);
} // no-warning

_Requires_lock_held_(Context->Lock)
VOID Annotated(PDEVICE_CONTEXT Context)
{
    WdfWaitLockRelease(Context->Lock);
    if (Ask())
        return; // expected-warning{{Annotated is annotated to leave the wait lock 'Context->Lock' held}}
    WdfWaitLockAcquire(Context->Lock, NULL);
}

//===----------------------------------------------------------------------===//
// What a function does for a caller in the same file shows in the caller.
//===----------------------------------------------------------------------===//

static VOID Called(PDEVICE_CONTEXT Context)
{
    WdfWaitLockAcquire(Context->Lock, NULL);
    if (Ask())
        return;
    WdfWaitLockRelease(Context->Lock);
}

VOID Caller(PDEVICE_CONTEXT Context)
{
    Called(Context);
} // expected-warning{{Caller returns while it still holds}}
