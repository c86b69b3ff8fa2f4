/*
 * A thermostat: programs set the temperature and read it, a timer regulates.
 */

#pragma once

#include <ntddk.h>
#include <wdf.h>

#define IOCTL_THERMOSTAT_SET_TARGET \
    CTL_CODE(FILE_DEVICE_UNKNOWN, 0x810, METHOD_BUFFERED, FILE_WRITE_ACCESS)
#define IOCTL_THERMOSTAT_CALIBRATE \
    CTL_CODE(FILE_DEVICE_UNKNOWN, 0x811, METHOD_BUFFERED, FILE_WRITE_ACCESS)
#define IOCTL_THERMOSTAT_RESET \
    CTL_CODE(FILE_DEVICE_UNKNOWN, 0x812, METHOD_BUFFERED, FILE_WRITE_ACCESS)

#define THERMOSTAT_MAXIMUM 90

typedef struct _DEVICE_CONTEXT {
    WDFWAITLOCK SettingsLock; /* guards Target, Offset and Enabled */
    LONG Target;
    LONG Offset;
    BOOLEAN Enabled;

    WDFWAITLOCK HardwareLock; /* one thread at a time talks to the sensor */
    volatile LONG *Registers;

    WDFTIMER Timer;
    WDFWORKITEM SelfTest;
} DEVICE_CONTEXT, *PDEVICE_CONTEXT;

WDF_DECLARE_CONTEXT_TYPE_WITH_NAME(DEVICE_CONTEXT, ThermostatGetContext)

DRIVER_INITIALIZE DriverEntry;

EVT_WDF_DRIVER_DEVICE_ADD ThermostatEvtDeviceAdd;
EVT_WDF_DEVICE_PREPARE_HARDWARE ThermostatEvtPrepareHardware;
EVT_WDF_DEVICE_RELEASE_HARDWARE ThermostatEvtReleaseHardware;
EVT_WDF_DEVICE_D0_ENTRY ThermostatEvtD0Entry;
EVT_WDF_DEVICE_D0_EXIT ThermostatEvtD0Exit;

EVT_WDF_IO_QUEUE_IO_READ ThermostatEvtIoRead;
EVT_WDF_IO_QUEUE_IO_DEVICE_CONTROL ThermostatEvtIoDeviceControl;
EVT_WDF_TIMER ThermostatEvtTimer;
EVT_WDF_WORKITEM ThermostatEvtSelfTest;

NTSTATUS ThermostatCreateQueue(_In_ WDFDEVICE Device);
