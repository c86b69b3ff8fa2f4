/*
 * What the thermostat does: its queue, the timer that regulates, the self-test.
 */

#include "thermostat.h"

_Use_decl_annotations_
NTSTATUS ThermostatCreateQueue(WDFDEVICE Device)
{
    WDF_OBJECT_ATTRIBUTES attributes;
    WDF_IO_QUEUE_CONFIG config;

    WDF_OBJECT_ATTRIBUTES_INIT(&attributes);
    attributes.ExecutionLevel = WdfExecutionLevelPassive;
    WDF_IO_QUEUE_CONFIG_INIT_DEFAULT_QUEUE(&config, WdfIoQueueDispatchParallel);
    config.EvtIoRead = ThermostatEvtIoRead;
    config.EvtIoDeviceControl = ThermostatEvtIoDeviceControl;
    return WdfIoQueueCreate(Device, &config, &attributes, WDF_NO_HANDLE);
}

/* The temperature in degrees. The caller holds the hardware lock. */
static LONG ThermostatMeasure(PDEVICE_CONTEXT Context)
{
    return READ_REGISTER_ULONG((volatile ULONG *)&Context->Registers[0]);
}

_Use_decl_annotations_
VOID ThermostatEvtIoRead(WDFQUEUE Queue, WDFREQUEST Request, size_t Length)
{
    PDEVICE_CONTEXT context = ThermostatGetContext(WdfIoQueueGetDevice(Queue));
    NTSTATUS status;
    PLONG temperature;

    WdfWaitLockAcquire(context->HardwareLock, NULL);
    if (context->Registers == NULL || Length < sizeof(LONG)) {
        WdfRequestComplete(Request, STATUS_DEVICE_NOT_READY);
        return; /* DEFECT: an early return with the lock held */
    }
    status = WdfRequestRetrieveOutputBuffer(Request, sizeof(LONG), (PVOID *)&temperature, NULL);
    if (NT_SUCCESS(status))
        *temperature = ThermostatMeasure(context);
    WdfWaitLockRelease(context->HardwareLock);
    WdfRequestCompleteWithInformation(Request, status, NT_SUCCESS(status) ? sizeof(LONG) : 0);
}

static NTSTATUS ThermostatSetTarget(PDEVICE_CONTEXT Context, WDFREQUEST Request)
{
    NTSTATUS status;
    PLONG target;

    status = WdfRequestRetrieveInputBuffer(Request, sizeof(LONG), (PVOID *)&target, NULL);
    if (!NT_SUCCESS(status))
        return status;
    if (*target > THERMOSTAT_MAXIMUM)
        return STATUS_INVALID_PARAMETER;
    WdfWaitLockAcquire(Context->SettingsLock, NULL);
    Context->Target = *target;
    WdfWaitLockRelease(Context->SettingsLock);
    return STATUS_SUCCESS;
}

/* Takes the reading as the true temperature. */
static NTSTATUS ThermostatCalibrate(WDFDEVICE Device)
{
    PDEVICE_CONTEXT context = ThermostatGetContext(Device);

    WdfWaitLockAcquire(context->SettingsLock, NULL);
    if (!context->Enabled)
        return STATUS_DEVICE_POWERED_OFF;
    WdfWaitLockAcquire(context->HardwareLock, NULL);
    context->Offset = context->Target - ThermostatMeasure(context);
    WdfWaitLockRelease(context->HardwareLock);
    WdfWaitLockRelease(context->SettingsLock);
    return STATUS_SUCCESS;
}

static VOID ThermostatClearOffset(WDFDEVICE Device)
{
    WdfWaitLockAcquire(ThermostatGetContext(Device)->SettingsLock, NULL); /* DEFECT: the context is fetched anew, but the lock is the one that is held already */
    ThermostatGetContext(Device)->Offset = 0;
    WdfWaitLockRelease(ThermostatGetContext(Device)->SettingsLock);
}

static NTSTATUS ThermostatReset(WDFQUEUE Queue)
{
    PDEVICE_CONTEXT context = ThermostatGetContext(WdfIoQueueGetDevice(Queue));

    WdfWaitLockAcquire(context->SettingsLock, NULL);
    context->Target = 20;
    ThermostatClearOffset(WdfIoQueueGetDevice(Queue));
    WdfWaitLockRelease(context->SettingsLock);
    return STATUS_SUCCESS;
}

_Use_decl_annotations_
VOID ThermostatEvtIoDeviceControl(WDFQUEUE Queue, WDFREQUEST Request, size_t OutputBufferLength,
                                  size_t InputBufferLength, ULONG IoControlCode)
{
    WDFDEVICE device = WdfIoQueueGetDevice(Queue);
    NTSTATUS status;

    UNREFERENCED_PARAMETER(OutputBufferLength);
    UNREFERENCED_PARAMETER(InputBufferLength);

    switch (IoControlCode) {
    case IOCTL_THERMOSTAT_SET_TARGET:
        status = ThermostatSetTarget(ThermostatGetContext(device), Request);
        break;
    case IOCTL_THERMOSTAT_CALIBRATE:
        status = ThermostatCalibrate(device);
        break;
    case IOCTL_THERMOSTAT_RESET:
        status = ThermostatReset(Queue);
        break;
    default:
        status = STATUS_INVALID_DEVICE_REQUEST;
        break;
    }
    WdfRequestComplete(Request, status);
} /* DEFECT: ThermostatCalibrate leaves its lock held where the device is off */

_Use_decl_annotations_
VOID ThermostatEvtTimer(WDFTIMER Timer)
{
    PDEVICE_CONTEXT context = ThermostatGetContext(WdfTimerGetParentObject(Timer));
    LONGLONG timeout = WDF_REL_TIMEOUT_IN_MS(100);
    NTSTATUS status;

    status = WdfWaitLockAcquire(context->HardwareLock, &timeout);
    if (!NT_SUCCESS(status))
        return;
    if (context->Registers != NULL)
        WRITE_REGISTER_ULONG((volatile ULONG *)&context->Registers[1],
                             ThermostatMeasure(context) < context->Target);
    WdfWaitLockRelease(context->HardwareLock); /* DEFECT: after a time-out, which NT_SUCCESS takes for success */
}

_Use_decl_annotations_
VOID ThermostatEvtSelfTest(WDFWORKITEM WorkItem)
{
    PDEVICE_CONTEXT context = ThermostatGetContext(WdfWorkItemGetParentObject(WorkItem));
    LONG sum = 0;
    ULONG i;

    WdfWaitLockAcquire(context->HardwareLock, NULL);
    for (i = 0; context->Registers != NULL && i < 16; i++)
        sum += ThermostatMeasure(context);
    WdfWaitLockRelease(context->HardwareLock);
    KdPrint(("thermostat: %d on average\n", sum / 16));
}
