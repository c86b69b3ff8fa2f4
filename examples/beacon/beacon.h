//
// A beacon: blinks a message at a pace that programs set.
//

#pragma once

extern "C" {
#include <ntddk.h>
#include <wdf.h>
}

#include "lock_guard.h"

constexpr ULONG IOCTL_BEACON_SET_PACE =
    CTL_CODE(FILE_DEVICE_UNKNOWN, 0x820, METHOD_BUFFERED, FILE_WRITE_ACCESS);

class Beacon {
public:
    static EVT_WDF_DRIVER_DEVICE_ADD OnDeviceAdd;

private:
    static EVT_WDF_DEVICE_D0_ENTRY OnD0Entry;
    static EVT_WDF_DEVICE_D0_EXIT OnD0Exit;
    static EVT_WDF_IO_QUEUE_IO_WRITE OnWrite;
    static EVT_WDF_IO_QUEUE_IO_DEVICE_CONTROL OnDeviceControl;
    static EVT_WDF_TIMER OnTimer;

    NTSTATUS Initialize(WDFDEVICE device);
    NTSTATUS CreateQueue(WDFDEVICE device);
    NTSTATUS SetMessage(const void *message, size_t length);
    NTSTATUS SetPace(ULONG milliseconds);
    void Blink();

    static constexpr size_t MaximumLength = 64;

    WDFWAITLOCK m_lock;
    WDFTIMER m_timer;
    UCHAR m_message[MaximumLength];
    size_t m_length;
    size_t m_position;
    ULONG m_pace;
    bool m_isOn;
};

WDF_DECLARE_CONTEXT_TYPE_WITH_NAME(Beacon, GetBeacon)
