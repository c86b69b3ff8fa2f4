/*
 * The thermostat's driver and device objects, plug and play, power.
 */

#include "thermostat.h"

_Use_decl_annotations_
NTSTATUS DriverEntry(PDRIVER_OBJECT DriverObject, PUNICODE_STRING RegistryPath)
{
    WDF_DRIVER_CONFIG config;

    WDF_DRIVER_CONFIG_INIT(&config, ThermostatEvtDeviceAdd);
    return WdfDriverCreate(DriverObject, RegistryPath, WDF_NO_OBJECT_ATTRIBUTES, &config,
                           WDF_NO_HANDLE);
}

static NTSTATUS ThermostatCreateLocks(WDFDEVICE Device)
{
    PDEVICE_CONTEXT context = ThermostatGetContext(Device);
    WDF_OBJECT_ATTRIBUTES attributes;
    NTSTATUS status;

    WDF_OBJECT_ATTRIBUTES_INIT(&attributes);
    attributes.ParentObject = Device;
    status = WdfWaitLockCreate(&attributes, &context->SettingsLock);
    if (!NT_SUCCESS(status))
        return status;
    return WdfWaitLockCreate(&attributes, &context->HardwareLock);
}

static NTSTATUS ThermostatCreateWorkers(WDFDEVICE Device)
{
    PDEVICE_CONTEXT context = ThermostatGetContext(Device);
    WDF_OBJECT_ATTRIBUTES attributes;
    WDF_WORKITEM_CONFIG workItemConfig;
    WDF_TIMER_CONFIG timerConfig;
    NTSTATUS status;

    WDF_OBJECT_ATTRIBUTES_INIT(&attributes);
    attributes.ParentObject = Device;
    WDF_WORKITEM_CONFIG_INIT(&workItemConfig, ThermostatEvtSelfTest);
    status = WdfWorkItemCreate(&workItemConfig, &attributes, &context->SelfTest);
    if (!NT_SUCCESS(status))
        return status;

    attributes.ExecutionLevel = WdfExecutionLevelPassive;
    WDF_TIMER_CONFIG_INIT_PERIODIC(&timerConfig, ThermostatEvtTimer, 1000);
    return WdfTimerCreate(&timerConfig, &attributes, &context->Timer);
}

_Use_decl_annotations_
NTSTATUS ThermostatEvtDeviceAdd(WDFDRIVER Driver, PWDFDEVICE_INIT DeviceInit)
{
    WDF_PNPPOWER_EVENT_CALLBACKS callbacks;
    WDF_OBJECT_ATTRIBUTES attributes;
    WDFDEVICE device;
    NTSTATUS status;

    UNREFERENCED_PARAMETER(Driver);

    WDF_PNPPOWER_EVENT_CALLBACKS_INIT(&callbacks);
    callbacks.EvtDevicePrepareHardware = ThermostatEvtPrepareHardware;
    callbacks.EvtDeviceReleaseHardware = ThermostatEvtReleaseHardware;
    callbacks.EvtDeviceD0Entry = ThermostatEvtD0Entry;
    callbacks.EvtDeviceD0Exit = ThermostatEvtD0Exit;
    WdfDeviceInitSetPnpPowerEventCallbacks(DeviceInit, &callbacks);

    WDF_OBJECT_ATTRIBUTES_INIT_CONTEXT_TYPE(&attributes, DEVICE_CONTEXT);
    status = WdfDeviceCreate(&DeviceInit, &attributes, &device);
    if (!NT_SUCCESS(status))
        return status;

    status = ThermostatCreateLocks(device);
    if (!NT_SUCCESS(status))
        return status;
    status = ThermostatCreateWorkers(device);
    if (!NT_SUCCESS(status))
        return status;
    return ThermostatCreateQueue(device);
}

_Use_decl_annotations_
NTSTATUS ThermostatEvtPrepareHardware(WDFDEVICE Device, WDFCMRESLIST ResourcesRaw,
                                      WDFCMRESLIST ResourcesTranslated)
{
    PDEVICE_CONTEXT context = ThermostatGetContext(Device);
    NTSTATUS status = STATUS_DEVICE_CONFIGURATION_ERROR;
    ULONG i;

    UNREFERENCED_PARAMETER(ResourcesRaw);

    WdfWaitLockAcquire(context->HardwareLock, NULL);
    for (i = 0; i < WdfCmResourceListGetCount(ResourcesTranslated); i++) {
        PCM_PARTIAL_RESOURCE_DESCRIPTOR descriptor =
            WdfCmResourceListGetDescriptor(ResourcesTranslated, i);

        if (descriptor->Type != CmResourceTypeMemory)
            continue;
        context->Registers = (volatile LONG *)MmMapIoSpaceEx(
            descriptor->u.Memory.Start, descriptor->u.Memory.Length,
            PAGE_READWRITE | PAGE_NOCACHE);
        if (context->Registers == NULL) {
            status = STATUS_INSUFFICIENT_RESOURCES;
            goto Exit;
        }
        status = STATUS_SUCCESS;
    }
    WdfWaitLockRelease(context->HardwareLock);

Exit:
    return status; /* DEFECT: the goto comes here past the release */
}

_Use_decl_annotations_
NTSTATUS ThermostatEvtReleaseHardware(WDFDEVICE Device, WDFCMRESLIST ResourcesTranslated)
{
    PDEVICE_CONTEXT context = ThermostatGetContext(Device);

    UNREFERENCED_PARAMETER(ResourcesTranslated);

    WdfWaitLockAcquire(context->HardwareLock, NULL);
    if (context->Registers == NULL) {
        WdfWaitLockRelease(context->HardwareLock);
        return STATUS_SUCCESS;
    }
    MmUnmapIoSpace((PVOID)context->Registers, PAGE_SIZE);
    context->Registers = NULL;
    WdfWaitLockRelease(context->HardwareLock);
    return STATUS_SUCCESS;
}

_Use_decl_annotations_
NTSTATUS ThermostatEvtD0Entry(WDFDEVICE Device, WDF_POWER_DEVICE_STATE PreviousState)
{
    PDEVICE_CONTEXT context = ThermostatGetContext(Device);

    WdfWaitLockAcquire(context->SettingsLock, NULL);
    context->Enabled = TRUE;
    WdfWaitLockRelease(context->SettingsLock);

    WdfTimerStart(context->Timer, WDF_REL_TIMEOUT_IN_SEC(1));
    if (PreviousState == WdfPowerDeviceD3Final)
        WdfWorkItemEnqueue(context->SelfTest);
    return STATUS_SUCCESS;
}

_Use_decl_annotations_
NTSTATUS ThermostatEvtD0Exit(WDFDEVICE Device, WDF_POWER_DEVICE_STATE TargetState)
{
    PDEVICE_CONTEXT context = ThermostatGetContext(Device);
    BOOLEAN wasEnabled;

    UNREFERENCED_PARAMETER(TargetState);

    WdfTimerStop(context->Timer, TRUE);

    WdfWaitLockAcquire(context->SettingsLock, NULL);
    wasEnabled = context->Enabled;
    if (wasEnabled) {
        context->Enabled = FALSE;
        WdfWaitLockRelease(context->SettingsLock);
    }
    WdfWaitLockRelease(context->SettingsLock); /* DEFECT: released twice where it was enabled */
    return STATUS_SUCCESS;
}
