// RUN: %verify_kmdf %s

// NULL is no lock; what the path learns of a handle holds for the next test too.

#include <ntddk.h>
#include <wdf.h>

typedef struct _DEVICE_CONTEXT {
    WDFWAITLOCK Lock;
} DEVICE_CONTEXT, *PDEVICE_CONTEXT;

WDF_DECLARE_CONTEXT_TYPE_WITH_NAME(DEVICE_CONTEXT, GetDeviceContext)

NTSTATUS CreateTheLocks(PDEVICE_CONTEXT Context);
VOID Unknown(VOID);

WDFWAITLOCK GlobalLock;

EVT_WDF_IO_QUEUE_IO_READ TestedTwice;
VOID TestedTwice(WDFQUEUE Queue, WDFREQUEST Request, size_t Length)
{
    PDEVICE_CONTEXT context = GetDeviceContext(WdfIoQueueGetDevice(Queue));

    if (context->Lock != NULL)
        WdfWaitLockAcquire(context->Lock, NULL);
    Unknown();
    if (context->Lock != NULL)
        WdfWaitLockRelease(context->Lock); // no-warning
}

// What was acquired was not NULL.
EVT_WDF_IO_QUEUE_IO_READ TestedAfterwards;
VOID TestedAfterwards(WDFQUEUE Queue, WDFREQUEST Request, size_t Length)
{
    WdfWaitLockAcquire(GlobalLock, NULL);
    if (GlobalLock)
        WdfWaitLockRelease(GlobalLock); // no-warning
}

EVT_WDF_DEVICE_PREPARE_HARDWARE MadeElsewhere;
NTSTATUS MadeElsewhere(WDFDEVICE Device, WDFCMRESLIST Raw, WDFCMRESLIST Translated)
{
    PDEVICE_CONTEXT context = GetDeviceContext(Device);
    NTSTATUS status;

    context->Lock = NULL;
    status = CreateTheLocks(context);
    if (!NT_SUCCESS(status))
        return status;
    WdfWaitLockAcquire(context->Lock, NULL);
    return status; // expected-warning{{MadeElsewhere returns while it still holds the wait lock 'context->Lock'}}
}

// A DDI that is called with NULL stops the system: nothing comes after it.
VOID UseContext(PDEVICE_CONTEXT Context);

EVT_WDF_DEVICE_PREPARE_HARDWARE CreationNotHandled;
NTSTATUS CreationNotHandled(WDFDEVICE Device, WDFCMRESLIST Raw, WDFCMRESLIST Translated)
{
    PDEVICE_CONTEXT context = GetDeviceContext(Device);

    WdfWaitLockCreate(WDF_NO_OBJECT_ATTRIBUTES, &context->Lock);
    WdfWaitLockAcquire(context->Lock, NULL);
    UseContext(context);
    WdfWaitLockRelease(context->Lock); // no-warning
    return STATUS_SUCCESS;
}

EVT_WDF_DEVICE_PREPARE_HARDWARE NothingGetsThere;
NTSTATUS NothingGetsThere(WDFDEVICE Device, WDFCMRESLIST Raw, WDFCMRESLIST Translated)
{
    PDEVICE_CONTEXT context = GetDeviceContext(Device);

    context->Lock = NULL;
    WdfWaitLockAcquire(context->Lock, NULL);
    WdfWaitLockRelease(GlobalLock); // no-warning
    return STATUS_SUCCESS;
}
