/*
 * The pipe's driver and device objects.
 */

#include "pipe.h"

#ifdef ALLOC_PRAGMA
#pragma alloc_text(INIT, DriverEntry)
#pragma alloc_text(PAGE, PipeEvtDeviceAdd)
#endif

_Use_decl_annotations_
NTSTATUS DriverEntry(PDRIVER_OBJECT DriverObject, PUNICODE_STRING RegistryPath)
{
    WDF_DRIVER_CONFIG config;

    WDF_DRIVER_CONFIG_INIT(&config, PipeEvtDeviceAdd);
    return WdfDriverCreate(DriverObject, RegistryPath, WDF_NO_OBJECT_ATTRIBUTES, &config,
                           WDF_NO_HANDLE);
}

static NTSTATUS PipeCreateTimer(WDFDEVICE Device)
{
    PDEVICE_CONTEXT context = PipeGetContext(Device);
    WDF_OBJECT_ATTRIBUTES attributes;
    WDF_TIMER_CONFIG config;

    WDF_TIMER_CONFIG_INIT_PERIODIC(&config, PipeEvtStatisticsTimer, 10 * 1000);
    WDF_OBJECT_ATTRIBUTES_INIT(&attributes);
    attributes.ParentObject = Device;
    /* The callback takes a wait lock. */
    attributes.ExecutionLevel = WdfExecutionLevelPassive;
    return WdfTimerCreate(&config, &attributes, &context->StatisticsTimer);
}

_Use_decl_annotations_
NTSTATUS PipeEvtDeviceAdd(WDFDRIVER Driver, PWDFDEVICE_INIT DeviceInit)
{
    WDF_PNPPOWER_EVENT_CALLBACKS callbacks;
    WDF_OBJECT_ATTRIBUTES attributes;
    PDEVICE_CONTEXT context;
    WDFDEVICE device;
    NTSTATUS status;

    UNREFERENCED_PARAMETER(Driver);
    PAGED_CODE();

    WDF_PNPPOWER_EVENT_CALLBACKS_INIT(&callbacks);
    callbacks.EvtDeviceD0Entry = PipeEvtDeviceD0Entry;
    callbacks.EvtDeviceD0Exit = PipeEvtDeviceD0Exit;
    WdfDeviceInitSetPnpPowerEventCallbacks(DeviceInit, &callbacks);

    WDF_OBJECT_ATTRIBUTES_INIT_CONTEXT_TYPE(&attributes, DEVICE_CONTEXT);
    attributes.EvtCleanupCallback = PipeEvtDeviceCleanup;
    status = WdfDeviceCreate(&DeviceInit, &attributes, &device);
    if (!NT_SUCCESS(status)) {
        KdPrint(("pipe: no device: 0x%08x\n", status));
        return status;
    }

    context = PipeGetContext(device);
    WDF_OBJECT_ATTRIBUTES_INIT(&attributes);
    attributes.ParentObject = device;
    status = WdfWaitLockCreate(&attributes, &context->Lock);
    if (!NT_SUCCESS(status))
        return status;

    status = PipeCreateTimer(device);
    if (!NT_SUCCESS(status))
        return status;

    return PipeCreateQueues(device);
}

_Use_decl_annotations_
NTSTATUS PipeEvtDeviceD0Entry(WDFDEVICE Device, WDF_POWER_DEVICE_STATE PreviousState)
{
    PDEVICE_CONTEXT context = PipeGetContext(Device);

    UNREFERENCED_PARAMETER(PreviousState);

    WdfWaitLockAcquire(context->Lock, NULL);
    context->Running = TRUE;
    WdfWaitLockRelease(context->Lock);

    WdfTimerStart(context->StatisticsTimer, WDF_REL_TIMEOUT_IN_SEC(10));
    return STATUS_SUCCESS;
}

_Use_decl_annotations_
NTSTATUS PipeEvtDeviceD0Exit(WDFDEVICE Device, WDF_POWER_DEVICE_STATE TargetState)
{
    PDEVICE_CONTEXT context = PipeGetContext(Device);

    UNREFERENCED_PARAMETER(TargetState);

    /* Waits for the timer's callback, which takes the lock: not under it. */
    WdfTimerStop(context->StatisticsTimer, TRUE);

    WdfWaitLockAcquire(context->Lock, NULL);
    context->Running = FALSE;
    context->Length = 0;
    WdfWaitLockRelease(context->Lock);
    return STATUS_SUCCESS;
}

_Use_decl_annotations_
VOID PipeEvtDeviceCleanup(WDFOBJECT Object)
{
    PDEVICE_CONTEXT context = PipeGetContext(Object);

    /* Device add may have failed before there was a lock. */
    if (context->Lock != NULL) {
        WdfWaitLockAcquire(context->Lock, NULL);
        context->Running = FALSE;
        WdfWaitLockRelease(context->Lock);
    }
}

_Use_decl_annotations_
VOID PipeEvtStatisticsTimer(WDFTIMER Timer)
{
    PDEVICE_CONTEXT context = PipeGetContext(WdfTimerGetParentObject(Timer));
    LONGLONG timeout = 0;

    /* Only statistics: if the pipe is busy, the next tick does. */
    if (WdfWaitLockAcquire(context->Lock, &timeout) != STATUS_SUCCESS)
        return;
    KdPrint(("pipe: %llu bytes in, %llu bytes out\n", context->Statistics.BytesWritten,
             context->Statistics.BytesRead));
    WdfWaitLockRelease(context->Lock);
}
