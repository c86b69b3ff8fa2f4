// RUN: %analyze -analyzer-checker=kmdf -analyzer-output=text %s 2>&1 \
// RUN:   | grep -E '(warning|note): ' | grep -v 'expanded from macro' | sed 's/^.*text\.c:/text.c:/' > %t
// RUN: diff -u %S/Inputs/text.expected %t

// What reports say, to the letter: the text at the end of the path, and the
// notes that lead there.

#include <ntddk.h>
#include <wdf.h>

typedef struct _DEVICE_CONTEXT {
    WDFWAITLOCK Lock;
    BOOLEAN Ready;
} DEVICE_CONTEXT, *PDEVICE_CONTEXT;

WDF_DECLARE_CONTEXT_TYPE_WITH_NAME(DEVICE_CONTEXT, GetDeviceContext)

// A branch leaves out the release.
EVT_WDF_IO_QUEUE_IO_READ EvtIoRead;
VOID EvtIoRead(WDFQUEUE Queue, WDFREQUEST Request, size_t Length)
{
    PDEVICE_CONTEXT ctx = GetDeviceContext(WdfIoQueueGetDevice(Queue));

    WdfWaitLockAcquire(ctx->Lock, NULL);
    if (!ctx->Ready) {
        WdfRequestComplete(Request, STATUS_DEVICE_NOT_READY);
        return;
    }
    WdfWaitLockRelease(ctx->Lock);
}

// Time-outs: a decision, taken for success.
EVT_WDF_IO_QUEUE_IO_WRITE EvtIoWrite;
VOID EvtIoWrite(WDFQUEUE Queue, WDFREQUEST Request, size_t Length)
{
    PDEVICE_CONTEXT ctx = GetDeviceContext(WdfIoQueueGetDevice(Queue));
    LONGLONG timeout = WDF_REL_TIMEOUT_IN_MS(10);
    NTSTATUS status = WdfWaitLockAcquire(ctx->Lock, &timeout);

    if (NT_SUCCESS(status))
        WdfWaitLockRelease(ctx->Lock);
}

// ... and the other: acquired, and left so where it was not the right status.
EVT_WDF_IO_QUEUE_IO_STOP EvtIoStop;
VOID EvtIoStop(WDFQUEUE Queue, WDFREQUEST Request, ULONG ActionFlags)
{
    PDEVICE_CONTEXT ctx = GetDeviceContext(WdfIoQueueGetDevice(Queue));
    LONGLONG timeout = WDF_REL_TIMEOUT_IN_MS(10);

    if (WdfWaitLockAcquire(ctx->Lock, &timeout) == STATUS_SUCCESS) {
        if (ActionFlags & WdfRequestStopActionPurge)
            return;
        WdfWaitLockRelease(ctx->Lock);
    }
}

// Through helpers: the lock goes by its name in the callback.
static VOID AcquireIt(WDFWAITLOCK Lock)
{
    WdfWaitLockAcquire(Lock, NULL);
}

static VOID ReleaseIfReady(PDEVICE_CONTEXT Context)
{
    if (Context->Ready)
        WdfWaitLockRelease(Context->Lock);
}

EVT_WDF_DEVICE_D0_ENTRY EvtDeviceD0Entry;
NTSTATUS EvtDeviceD0Entry(WDFDEVICE Device, WDF_POWER_DEVICE_STATE PreviousState)
{
    PDEVICE_CONTEXT ctx = GetDeviceContext(Device);

    AcquireIt(ctx->Lock);
    ReleaseIfReady(ctx);
    return STATUS_SUCCESS;
}

EVT_WDF_DEVICE_D0_EXIT EvtDeviceD0Exit;
NTSTATUS EvtDeviceD0Exit(WDFDEVICE Device, WDF_POWER_DEVICE_STATE TargetState)
{
    PDEVICE_CONTEXT ctx = GetDeviceContext(Device);

    AcquireIt(ctx->Lock);
    if (TargetState == WdfPowerDeviceD3)
        AcquireIt(ctx->Lock);
    WdfWaitLockRelease(ctx->Lock);
    return STATUS_SUCCESS;
}

EVT_WDF_DEVICE_RELEASE_HARDWARE EvtDeviceReleaseHardware;
NTSTATUS EvtDeviceReleaseHardware(WDFDEVICE Device, WDFCMRESLIST Resources)
{
    PDEVICE_CONTEXT ctx = GetDeviceContext(Device);

    WdfWaitLockAcquire(ctx->Lock, NULL);
    if (ctx->Ready)
        WdfWaitLockRelease(ctx->Lock);
    WdfObjectDelete(ctx->Lock);
    WdfWaitLockRelease(ctx->Lock);
    return STATUS_SUCCESS;
}
