//
// The beacon's driver, in C++: callbacks are static members or lambdas, locks
// are held by guards.
//

#include "beacon.h"

extern "C" DRIVER_INITIALIZE DriverEntry;

_Use_decl_annotations_
NTSTATUS DriverEntry(PDRIVER_OBJECT driverObject, PUNICODE_STRING registryPath)
{
    WDF_DRIVER_CONFIG config;

    WDF_DRIVER_CONFIG_INIT(&config, Beacon::OnDeviceAdd);
    return WdfDriverCreate(driverObject, registryPath, WDF_NO_OBJECT_ATTRIBUTES, &config,
                           WDF_NO_HANDLE);
}

_Use_decl_annotations_
NTSTATUS Beacon::OnDeviceAdd(WDFDRIVER, PWDFDEVICE_INIT deviceInit)
{
    WDF_PNPPOWER_EVENT_CALLBACKS callbacks;
    WDF_PNPPOWER_EVENT_CALLBACKS_INIT(&callbacks);
    callbacks.EvtDeviceD0Entry = OnD0Entry;
    callbacks.EvtDeviceD0Exit = OnD0Exit;
    WdfDeviceInitSetPnpPowerEventCallbacks(deviceInit, &callbacks);

    WDF_OBJECT_ATTRIBUTES attributes;
    WDF_OBJECT_ATTRIBUTES_INIT_CONTEXT_TYPE(&attributes, Beacon);
    WDFDEVICE device;
    NTSTATUS status = WdfDeviceCreate(&deviceInit, &attributes, &device);
    if (!NT_SUCCESS(status))
        return status;
    return GetBeacon(device)->Initialize(device);
}

NTSTATUS Beacon::Initialize(WDFDEVICE device)
{
    WDF_OBJECT_ATTRIBUTES attributes;
    WDF_OBJECT_ATTRIBUTES_INIT(&attributes);
    attributes.ParentObject = device;
    NTSTATUS status = WdfWaitLockCreate(&attributes, &m_lock);
    if (!NT_SUCCESS(status))
        return status;

    m_pace = 500;
    WDF_TIMER_CONFIG config;
    WDF_TIMER_CONFIG_INIT(&config, OnTimer);
    attributes.ExecutionLevel = WdfExecutionLevelPassive;
    status = WdfTimerCreate(&config, &attributes, &m_timer);
    if (!NT_SUCCESS(status))
        return status;
    return CreateQueue(device);
}

NTSTATUS Beacon::CreateQueue(WDFDEVICE device)
{
    WDF_OBJECT_ATTRIBUTES attributes;
    WDF_OBJECT_ATTRIBUTES_INIT(&attributes);
    attributes.ExecutionLevel = WdfExecutionLevelPassive;

    WDF_IO_QUEUE_CONFIG config;
    WDF_IO_QUEUE_CONFIG_INIT_DEFAULT_QUEUE(&config, WdfIoQueueDispatchParallel);
    config.EvtIoWrite = OnWrite;
    config.EvtIoDeviceControl = OnDeviceControl;
    config.EvtIoRead = [](WDFQUEUE queue, WDFREQUEST request, size_t length) {
        Beacon *beacon = GetBeacon(WdfIoQueueGetDevice(queue));
        PVOID buffer;
        NTSTATUS status = WdfRequestRetrieveOutputBuffer(request, 1, &buffer, nullptr);
        if (!NT_SUCCESS(status)) {
            WdfRequestComplete(request, status);
            return;
        }
        WaitLockGuard guard(beacon->m_lock);
        size_t copied = length < beacon->m_length ? length : beacon->m_length;
        RtlCopyMemory(buffer, beacon->m_message, copied);
        guard.Release();
        WdfRequestCompleteWithInformation(request, STATUS_SUCCESS, copied);
    };
    return WdfIoQueueCreate(device, &config, &attributes, WDF_NO_HANDLE);
}

_Use_decl_annotations_
NTSTATUS Beacon::OnD0Entry(WDFDEVICE device, WDF_POWER_DEVICE_STATE)
{
    Beacon *beacon = GetBeacon(device);
    WaitLockGuard guard(beacon->m_lock);

    beacon->m_isOn = true;
    WdfTimerStart(beacon->m_timer, WDF_REL_TIMEOUT_IN_MS(beacon->m_pace));
    return STATUS_SUCCESS;
}

_Use_decl_annotations_
NTSTATUS Beacon::OnD0Exit(WDFDEVICE device, WDF_POWER_DEVICE_STATE)
{
    Beacon *beacon = GetBeacon(device);
    {
        WaitLockGuard guard(beacon->m_lock);
        beacon->m_isOn = false;
    }
    // Waits for the timer's callback, which takes the lock: not under it.
    WdfTimerStop(beacon->m_timer, TRUE);
    return STATUS_SUCCESS;
}

_Use_decl_annotations_
VOID Beacon::OnWrite(WDFQUEUE queue, WDFREQUEST request, size_t length)
{
    PVOID buffer;
    NTSTATUS status = WdfRequestRetrieveInputBuffer(request, 1, &buffer, nullptr);
    if (NT_SUCCESS(status))
        status = GetBeacon(WdfIoQueueGetDevice(queue))->SetMessage(buffer, length);
    WdfRequestCompleteWithInformation(request, status, NT_SUCCESS(status) ? length : 0);
}

_Use_decl_annotations_
VOID Beacon::OnDeviceControl(WDFQUEUE queue, WDFREQUEST request, size_t, size_t,
                             ULONG ioControlCode)
{
    NTSTATUS status = STATUS_INVALID_DEVICE_REQUEST;
    if (ioControlCode == IOCTL_BEACON_SET_PACE) {
        PULONG pace;
        status = WdfRequestRetrieveInputBuffer(request, sizeof(*pace),
                                               reinterpret_cast<PVOID *>(&pace), nullptr);
        if (NT_SUCCESS(status))
            status = GetBeacon(WdfIoQueueGetDevice(queue))->SetPace(*pace);
    }
    WdfRequestComplete(request, status);
}

NTSTATUS Beacon::SetMessage(const void *message, size_t length)
{
    if (length > MaximumLength)
        return STATUS_BUFFER_OVERFLOW;
    WaitLockGuard guard(m_lock);
    if (!m_isOn)
        return STATUS_DEVICE_POWERED_OFF;
    RtlCopyMemory(m_message, message, length);
    m_length = length;
    m_position = 0;
    return STATUS_SUCCESS;
}

NTSTATUS Beacon::SetPace(ULONG milliseconds)
{
    if (milliseconds == 0)
        return STATUS_INVALID_PARAMETER;
    WaitLockGuard guard(m_lock);
    m_pace = milliseconds;
    return STATUS_SUCCESS;
}

// The caller holds the lock.
void Beacon::Blink()
{
    if (m_length == 0)
        return;
    KdPrint(("beacon: %c\n", m_message[m_position]));
    m_position = (m_position + 1) % m_length;
}

_Use_decl_annotations_
VOID Beacon::OnTimer(WDFTIMER timer)
{
    Beacon *beacon = GetBeacon(WdfTimerGetParentObject(timer));
    WaitLockGuard guard(beacon->m_lock);

    if (!beacon->m_isOn)
        return;
    beacon->Blink();
    WdfTimerStart(timer, WDF_REL_TIMEOUT_IN_MS(beacon->m_pace));
}
