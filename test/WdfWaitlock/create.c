// RUN: %verify_kmdf %s

// On success of WdfWaitLockCreate its result is a new lock, not held; on failure
// it is no lock.

#include <ntddk.h>
#include <wdf.h>

WDFWAITLOCK GlobalLock;

// A new lock is not held, in whatever function.
VOID NewLockIsFree(VOID)
{
    WDFWAITLOCK lock;

    if (!NT_SUCCESS(WdfWaitLockCreate(WDF_NO_OBJECT_ATTRIBUTES, &lock)))
        return;
    WdfWaitLockRelease(lock); // expected-warning{{NewLockIsFree releases the wait lock 'lock', which it does not hold}}
}

// What was held is held still: the place has another lock now.
EVT_WDF_DRIVER_DEVICE_ADD CreatedOverAHeldOne;
NTSTATUS CreatedOverAHeldOne(WDFDRIVER Driver, PWDFDEVICE_INIT DeviceInit)
{
    NTSTATUS status;

    WdfWaitLockAcquire(GlobalLock, NULL);
    status = WdfWaitLockCreate(WDF_NO_OBJECT_ATTRIBUTES, &GlobalLock);
    if (NT_SUCCESS(status))
        WdfWaitLockRelease(GlobalLock); // expected-warning{{CreatedOverAHeldOne releases the wait lock 'GlobalLock', which it does not hold}}
    return status; // expected-warning{{CreatedOverAHeldOne returns while it still holds the wait lock 'GlobalLock'}}
}

// Where the creation failed there is nothing to be held or released.
EVT_WDF_DRIVER_DEVICE_ADD Failed;
NTSTATUS Failed(WDFDRIVER Driver, PWDFDEVICE_INIT DeviceInit)
{
    WDFWAITLOCK lock;
    NTSTATUS status = WdfWaitLockCreate(WDF_NO_OBJECT_ATTRIBUTES, &lock);

    if (!NT_SUCCESS(status)) {
        if (lock != NULL) {
            // Nothing gets here.
            WdfWaitLockAcquire(GlobalLock, NULL);
        }
        return status; // no-warning
    }
    if (status != STATUS_SUCCESS)
        WdfWaitLockAcquire(GlobalLock, NULL); // Nor here.
    WdfWaitLockAcquire(lock, NULL);
    WdfWaitLockRelease(lock);
    WdfObjectDelete(lock);
    return STATUS_SUCCESS;
}

// Two handles that were created in turn are two locks.
EVT_WDF_DRIVER_DEVICE_ADD TwoLocks;
NTSTATUS TwoLocks(WDFDRIVER Driver, PWDFDEVICE_INIT DeviceInit)
{
    WDFWAITLOCK locks[2];

    for (int i = 0; i < 2; i++)
        if (!NT_SUCCESS(WdfWaitLockCreate(WDF_NO_OBJECT_ATTRIBUTES, &locks[i])))
            return STATUS_UNSUCCESSFUL;
    WdfWaitLockAcquire(locks[0], NULL);
    WdfWaitLockAcquire(locks[1], NULL); // no-warning
    WdfWaitLockRelease(locks[0]);
    WdfWaitLockRelease(locks[1]);
    return STATUS_SUCCESS;
}
