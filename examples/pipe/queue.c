/*
 * The pipe's queues: reads, writes and what is asked about them.
 */

#include "pipe.h"

#ifdef ALLOC_PRAGMA
#pragma alloc_text(PAGE, PipeCreateQueues)
#endif

_Use_decl_annotations_
NTSTATUS PipeCreateQueues(WDFDEVICE Device)
{
    PDEVICE_CONTEXT context = PipeGetContext(Device);
    WDF_OBJECT_ATTRIBUTES attributes;
    WDF_IO_QUEUE_CONFIG config;
    NTSTATUS status;

    PAGED_CODE();

    WDF_OBJECT_ATTRIBUTES_INIT(&attributes);
    attributes.ExecutionLevel = WdfExecutionLevelPassive;

    WDF_IO_QUEUE_CONFIG_INIT_DEFAULT_QUEUE(&config, WdfIoQueueDispatchParallel);
    config.EvtIoRead = PipeEvtIoRead;
    config.EvtIoWrite = PipeEvtIoWrite;
    config.EvtIoDeviceControl = PipeEvtIoDeviceControl;
    status = WdfIoQueueCreate(Device, &config, &attributes, WDF_NO_HANDLE);
    if (!NT_SUCCESS(status))
        return status;

    WDF_IO_QUEUE_CONFIG_INIT(&config, WdfIoQueueDispatchManual);
    return WdfIoQueueCreate(Device, &config, &attributes, &context->PendingReads);
}

/* Moves bytes out of the pipe. The caller holds the lock. */
static ULONG PipeTake(PDEVICE_CONTEXT Context, PUCHAR Target, size_t Length)
{
    ULONG taken = 0;

    while (taken < Length && Context->Length > 0) {
        Target[taken++] = Context->Buffer[Context->Start];
        Context->Start = (Context->Start + 1) % PIPE_CAPACITY;
        Context->Length--;
    }
    Context->Statistics.BytesRead += taken;
    return taken;
}

/* Moves bytes into the pipe. The caller holds the lock. */
static ULONG PipePut(PDEVICE_CONTEXT Context, const UCHAR *Source, size_t Length)
{
    ULONG put = 0;

    while (put < Length && Context->Length < PIPE_CAPACITY) {
        Context->Buffer[(Context->Start + Context->Length) % PIPE_CAPACITY] = Source[put++];
        Context->Length++;
    }
    Context->Statistics.BytesWritten += put;
    return put;
}

/* Completes the reads that wait, as far as there is data for them. */
static VOID PipeServePendingReads(PDEVICE_CONTEXT Context)
{
    WDFREQUEST request;

    for (;;) {
        PVOID buffer;
        size_t length;
        ULONG taken;
        NTSTATUS status;

        WdfWaitLockAcquire(Context->Lock, NULL);
        if (Context->Length == 0 ||
            !NT_SUCCESS(WdfIoQueueRetrieveNextRequest(Context->PendingReads, &request))) {
            WdfWaitLockRelease(Context->Lock);
            return;
        }
        taken = 0;
        status = WdfRequestRetrieveOutputBuffer(request, 1, &buffer, &length);
        if (NT_SUCCESS(status))
            taken = PipeTake(Context, (PUCHAR)buffer, length);
        WdfWaitLockRelease(Context->Lock);

        WdfRequestCompleteWithInformation(request, status, taken);
    }
}

_Use_decl_annotations_
VOID PipeEvtIoRead(WDFQUEUE Queue, WDFREQUEST Request, size_t Length)
{
    PDEVICE_CONTEXT context = PipeGetContext(WdfIoQueueGetDevice(Queue));
    NTSTATUS status;
    PVOID buffer;
    ULONG taken;

    status = WdfRequestRetrieveOutputBuffer(Request, 1, &buffer, NULL);
    if (!NT_SUCCESS(status)) {
        WdfRequestComplete(Request, status);
        return;
    }

    WdfWaitLockAcquire(context->Lock, NULL);
    if (context->Length == 0) {
        status = WdfRequestForwardToIoQueue(Request, context->PendingReads);
        WdfWaitLockRelease(context->Lock);
        if (!NT_SUCCESS(status))
            WdfRequestComplete(Request, status);
        return;
    }
    taken = PipeTake(context, (PUCHAR)buffer, Length);
    WdfWaitLockRelease(context->Lock);

    WdfRequestCompleteWithInformation(Request, STATUS_SUCCESS, taken);
}

_Use_decl_annotations_
VOID PipeEvtIoWrite(WDFQUEUE Queue, WDFREQUEST Request, size_t Length)
{
    PDEVICE_CONTEXT context = PipeGetContext(WdfIoQueueGetDevice(Queue));
    NTSTATUS status;
    PVOID buffer;
    ULONG put = 0;

    status = WdfRequestRetrieveInputBuffer(Request, 1, &buffer, NULL);
    if (!NT_SUCCESS(status))
        goto Complete;

    WdfWaitLockAcquire(context->Lock, NULL);
    if (!context->Running) {
        status = STATUS_DEVICE_NOT_READY;
        goto Release;
    }
    put = PipePut(context, (const UCHAR *)buffer, Length);
    if (put == 0)
        status = STATUS_DEVICE_BUSY;

Release:
    WdfWaitLockRelease(context->Lock);
Complete:
    WdfRequestCompleteWithInformation(Request, status, put);
    if (put > 0)
        PipeServePendingReads(context);
}

_Use_decl_annotations_
VOID PipeEvtIoDeviceControl(WDFQUEUE Queue, WDFREQUEST Request, size_t OutputBufferLength,
                            size_t InputBufferLength, ULONG IoControlCode)
{
    PDEVICE_CONTEXT context = PipeGetContext(WdfIoQueueGetDevice(Queue));
    NTSTATUS status = STATUS_SUCCESS;
    size_t length = 0;

    UNREFERENCED_PARAMETER(OutputBufferLength);
    UNREFERENCED_PARAMETER(InputBufferLength);

    switch (IoControlCode) {
    case IOCTL_PIPE_GET_STATISTICS: {
        PPIPE_STATISTICS statistics;

        status = WdfRequestRetrieveOutputBuffer(Request, sizeof(*statistics),
                                                (PVOID *)&statistics, NULL);
        if (!NT_SUCCESS(status))
            break;
        WdfWaitLockAcquire(context->Lock, NULL);
        *statistics = context->Statistics;
        WdfWaitLockRelease(context->Lock);
        length = sizeof(*statistics);
        break;
    }

    case IOCTL_PIPE_CLEAR:
        WdfWaitLockAcquire(context->Lock, NULL);
        context->Start = 0;
        context->Length = 0;
        WdfWaitLockRelease(context->Lock);
        break;

    default:
        status = STATUS_INVALID_DEVICE_REQUEST;
        break;
    }
    WdfRequestCompleteWithInformation(Request, status, length);
}
