// RUN: %verify_kmdf -analyzer-config kmdf:Facts=%t %s
// RUN: %facts %t | FileCheck %s --implicit-check-not=inconclusive

// Paths that made another number of turns, or calls of code that is not seen, meet
// where they know the same; what they know is told apart all the same.

#include <ntddk.h>
#include <wdf.h>

typedef struct _DEVICE_CONTEXT {
    WDFWAITLOCK Lock;
    WDFWAITLOCK StateLock;
    ULONG State;
} DEVICE_CONTEXT, *PDEVICE_CONTEXT;

WDF_DECLARE_CONTEXT_TYPE_WITH_NAME(DEVICE_CONTEXT, GetDeviceContext)

ULONG GetMode(VOID);
BOOLEAN IsReady(VOID);
NTSTATUS StartContext(PDEVICE_CONTEXT);

EVT_WDF_DEVICE_SELF_MANAGED_IO_INIT NestedLoops;
NTSTATUS NestedLoops(WDFDEVICE Device)
{
    PDEVICE_CONTEXT context = GetDeviceContext(Device);

    while (IsReady()) {
        WdfWaitLockAcquire(context->StateLock, NULL);
        for (int i = 0; i != 4; i++) {
            for (int j = 0; j != 4; j++) {
                StartContext(context);
                switch (GetMode()) {
                case 1:
                    if (IsReady())
                        StartContext(context);
                    break;
                case 2:
                    while (IsReady())
                        StartContext(context);
                    break;
                }
            }
        }
        WdfWaitLockRelease(context->StateLock);
    }
    return STATUS_SUCCESS;
}

// What is kept from an earlier turn is not what the next one gets.
EVT_WDF_DEVICE_SELF_MANAGED_IO_INIT Kept;
NTSTATUS Kept(WDFDEVICE Device)
{
    PDEVICE_CONTEXT context = GetDeviceContext(Device);
    ULONG first = 0, mode = 0;
    NTSTATUS status = STATUS_SUCCESS;

    while (IsReady()) {
        first = mode;
        mode = GetMode();
        for (int i = 0; i != 40; i++)
            if (IsReady() && GetMode() == context->State)
                status = StartContext(context);
        if (first == 1 && mode == 2)
            WdfWaitLockAcquire(context->Lock, NULL);
        if (first == 1 && mode == 2)
            WdfWaitLockRelease(context->Lock); // no-warning
        if (NT_SUCCESS(status) && first == 3 && mode == 4) {
            WdfWaitLockAcquire(context->Lock, NULL);
            return STATUS_SUCCESS; // expected-warning{{Kept returns while it still holds}}
        }
    }
    return STATUS_SUCCESS;
}

// CHECK: NestedLoops: kmdf.WdfWaitlockRelease: pass
// CHECK: Kept: kmdf.WdfWaitlockRelease: defect
