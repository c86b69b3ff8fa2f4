// RUN: %verify_kmdf %s

// Deleting a lock that this path holds is an error.

#include <ntddk.h>
#include <wdf.h>

typedef struct _DEVICE_CONTEXT {
    WDFWAITLOCK Lock;
    WDFTIMER Timer;
} DEVICE_CONTEXT, *PDEVICE_CONTEXT;

WDF_DECLARE_CONTEXT_TYPE_WITH_NAME(DEVICE_CONTEXT, GetDeviceContext)

EVT_WDF_DEVICE_RELEASE_HARDWARE WhileHeld;
NTSTATUS WhileHeld(WDFDEVICE Device, WDFCMRESLIST Resources)
{
    PDEVICE_CONTEXT context = GetDeviceContext(Device);

    WdfWaitLockAcquire(context->Lock, NULL);
    WdfObjectDelete(context->Lock); // expected-warning{{WhileHeld deletes the wait lock 'context->Lock' while it holds it}}
    context->Lock = NULL;
    return STATUS_SUCCESS;
}

EVT_WDF_DEVICE_RELEASE_HARDWARE AfterRelease;
NTSTATUS AfterRelease(WDFDEVICE Device, WDFCMRESLIST Resources)
{
    PDEVICE_CONTEXT context = GetDeviceContext(Device);

    WdfWaitLockAcquire(context->Lock, NULL);
    WdfWaitLockRelease(context->Lock);
    WdfObjectDelete(context->Lock); // no-warning
    return STATUS_SUCCESS;
}

EVT_WDF_DEVICE_RELEASE_HARDWARE AnotherObject;
NTSTATUS AnotherObject(WDFDEVICE Device, WDFCMRESLIST Resources)
{
    PDEVICE_CONTEXT context = GetDeviceContext(Device);

    WdfWaitLockAcquire(context->Lock, NULL);
    WdfObjectDelete(context->Timer); // no-warning
    WdfWaitLockRelease(context->Lock);
    return STATUS_SUCCESS;
}

EVT_WDF_DEVICE_RELEASE_HARDWARE ReleaseOfADeletedLock;
NTSTATUS ReleaseOfADeletedLock(WDFDEVICE Device, WDFCMRESLIST Resources)
{
    PDEVICE_CONTEXT context = GetDeviceContext(Device);

    WdfObjectDelete(context->Lock);
    WdfWaitLockRelease(context->Lock); // expected-warning{{ReleaseOfADeletedLock releases the wait lock 'context->Lock', which it does not hold}}
    return STATUS_SUCCESS;
}

// A new lock in the old one's place is another lock.
EVT_WDF_DEVICE_RELEASE_HARDWARE DeletedAndMadeAnew;
NTSTATUS DeletedAndMadeAnew(WDFDEVICE Device, WDFCMRESLIST Resources)
{
    PDEVICE_CONTEXT context = GetDeviceContext(Device);
    NTSTATUS status;

    WdfObjectDelete(context->Lock);
    status = WdfWaitLockCreate(WDF_NO_OBJECT_ATTRIBUTES, &context->Lock);
    if (NT_SUCCESS(status)) {
        WdfWaitLockAcquire(context->Lock, NULL);
        WdfWaitLockRelease(context->Lock); // no-warning
    }
    return status;
}
