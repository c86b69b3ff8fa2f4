// RUN: timeout 30 %analyze -analyzer-checker=kmdf -verify %s

// A ring buffer: each turn of the loop nests the value of a field once more, and to
// simplify it costs the engine twice as much with each level. The loop must end
// before that shows.

#include <ntddk.h>
#include <wdf.h>

typedef struct _DEVICE_CONTEXT {
    WDFWAITLOCK Lock;
    UCHAR Buffer[4096];
    ULONG Start;
    ULONG Length;
} DEVICE_CONTEXT, *PDEVICE_CONTEXT;

WDF_DECLARE_CONTEXT_TYPE_WITH_NAME(DEVICE_CONTEXT, GetDeviceContext)

PUCHAR GetTarget(WDFREQUEST Request);

EVT_WDF_IO_QUEUE_IO_READ RingBuffer;
VOID RingBuffer(WDFQUEUE Queue, WDFREQUEST Request, size_t Length)
{
    PDEVICE_CONTEXT context = GetDeviceContext(WdfIoQueueGetDevice(Queue));
    PUCHAR target = GetTarget(Request);
    ULONG taken = 0;

    WdfWaitLockAcquire(context->Lock, NULL);
    while (taken < Length && context->Length > 0) {
        target[taken++] = context->Buffer[context->Start];
        context->Start = (context->Start + 1) % 4096;
        context->Length--;
    }
    if (taken == 0)
        return; // expected-warning{{RingBuffer returns while it still holds the wait lock 'context->Lock'}}
    WdfWaitLockRelease(context->Lock);
}
