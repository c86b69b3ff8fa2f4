// RUN: %verify_kmdf %s

// When a callback returns, the driver holds no wait lock that it acquired in it.

#include <ntddk.h>
#include <wdf.h>

typedef struct _DEVICE_CONTEXT {
    WDFWAITLOCK Lock;
    WDFWAITLOCK OtherLock;
    BOOLEAN Ready;
} DEVICE_CONTEXT, *PDEVICE_CONTEXT;

WDF_DECLARE_CONTEXT_TYPE_WITH_NAME(DEVICE_CONTEXT, GetDeviceContext)

WDFWAITLOCK GlobalLock;

EVT_WDF_IO_QUEUE_IO_READ Balanced;
VOID Balanced(WDFQUEUE Queue, WDFREQUEST Request, size_t Length)
{
    PDEVICE_CONTEXT context = GetDeviceContext(WdfIoQueueGetDevice(Queue));

    WdfWaitLockAcquire(context->Lock, NULL);
    if (context->Ready)
        WdfRequestComplete(Request, STATUS_SUCCESS);
    WdfWaitLockRelease(context->Lock);
} // no-warning

EVT_WDF_IO_QUEUE_IO_READ EarlyReturn;
VOID EarlyReturn(WDFQUEUE Queue, WDFREQUEST Request, size_t Length)
{
    PDEVICE_CONTEXT context = GetDeviceContext(WdfIoQueueGetDevice(Queue));

    WdfWaitLockAcquire(context->Lock, NULL);
    if (!context->Ready) {
        WdfRequestComplete(Request, STATUS_DEVICE_NOT_READY);
        return; // expected-warning{{EarlyReturn returns while it still holds the wait lock 'context->Lock'}}
    }
    WdfWaitLockRelease(context->Lock);
}

EVT_WDF_IO_QUEUE_IO_READ ForgottenRelease;
VOID ForgottenRelease(WDFQUEUE Queue, WDFREQUEST Request, size_t Length)
{
    WdfWaitLockAcquire(GlobalLock, NULL);
    WdfRequestComplete(Request, STATUS_SUCCESS);
} // expected-warning{{ForgottenRelease returns while it still holds the wait lock 'GlobalLock'}}

EVT_WDF_DEVICE_D0_ENTRY GotoSkipsRelease;
NTSTATUS GotoSkipsRelease(WDFDEVICE Device, WDF_POWER_DEVICE_STATE PreviousState)
{
    PDEVICE_CONTEXT context = GetDeviceContext(Device);
    NTSTATUS status = STATUS_SUCCESS;

    WdfWaitLockAcquire(context->Lock, NULL);
    if (PreviousState == WdfPowerDeviceD3Final) {
        status = STATUS_UNSUCCESSFUL;
        goto Exit;
    }
    WdfWaitLockRelease(context->Lock);
Exit:
    return status; // expected-warning{{GotoSkipsRelease returns while it still holds the wait lock 'context->Lock'}}
}

// Each acquire that is not released is a report of its own.
EVT_WDF_IO_QUEUE_IO_READ TwoLocks;
VOID TwoLocks(WDFQUEUE Queue, WDFREQUEST Request, size_t Length)
{
    PDEVICE_CONTEXT context = GetDeviceContext(WdfIoQueueGetDevice(Queue));

    WdfWaitLockAcquire(context->Lock, NULL);
    WdfWaitLockAcquire(context->OtherLock, NULL);
} // expected-warning{{TwoLocks returns while it still holds the wait lock 'context->Lock'}} \
  // expected-warning{{TwoLocks returns while it still holds the wait lock 'context->OtherLock'}}

// A lock that the callback's helper acquired is the callback's.
static VOID Enter(PDEVICE_CONTEXT Context)
{
    WdfWaitLockAcquire(Context->Lock, NULL);
}

EVT_WDF_TIMER HelperAcquires;
VOID HelperAcquires(WDFTIMER Timer)
{
    PDEVICE_CONTEXT context = GetDeviceContext(WdfTimerGetParentObject(Timer));

    Enter(context);
    if (context->Ready)
        WdfWaitLockRelease(context->Lock);
} // expected-warning{{HelperAcquires returns while it still holds the wait lock 'context->Lock'}}
