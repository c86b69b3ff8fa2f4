/*
 * A pipe: what one program writes to the device, another one reads from it.
 */

#pragma once

#include <ntddk.h>
#include <wdf.h>

#define PIPE_CAPACITY 4096

#define IOCTL_PIPE_GET_STATISTICS \
    CTL_CODE(FILE_DEVICE_UNKNOWN, 0x800, METHOD_BUFFERED, FILE_READ_ACCESS)
#define IOCTL_PIPE_CLEAR \
    CTL_CODE(FILE_DEVICE_UNKNOWN, 0x801, METHOD_BUFFERED, FILE_WRITE_ACCESS)

typedef struct _PIPE_STATISTICS {
    ULONG64 BytesWritten;
    ULONG64 BytesRead;
} PIPE_STATISTICS, *PPIPE_STATISTICS;

typedef struct _DEVICE_CONTEXT {
    /* Guards all that follows. */
    WDFWAITLOCK Lock;
    UCHAR Buffer[PIPE_CAPACITY];
    ULONG Start;
    ULONG Length;
    BOOLEAN Running;
    PIPE_STATISTICS Statistics;

    /* Reads that wait for data. */
    WDFQUEUE PendingReads;
    WDFTIMER StatisticsTimer;
} DEVICE_CONTEXT, *PDEVICE_CONTEXT;

WDF_DECLARE_CONTEXT_TYPE_WITH_NAME(DEVICE_CONTEXT, PipeGetContext)

DRIVER_INITIALIZE DriverEntry;

EVT_WDF_DRIVER_DEVICE_ADD PipeEvtDeviceAdd;
EVT_WDF_DEVICE_D0_ENTRY PipeEvtDeviceD0Entry;
EVT_WDF_DEVICE_D0_EXIT PipeEvtDeviceD0Exit;
EVT_WDF_OBJECT_CONTEXT_CLEANUP PipeEvtDeviceCleanup;
EVT_WDF_TIMER PipeEvtStatisticsTimer;

EVT_WDF_IO_QUEUE_IO_READ PipeEvtIoRead;
EVT_WDF_IO_QUEUE_IO_WRITE PipeEvtIoWrite;
EVT_WDF_IO_QUEUE_IO_DEVICE_CONTROL PipeEvtIoDeviceControl;

NTSTATUS PipeCreateQueues(_In_ WDFDEVICE Device);
