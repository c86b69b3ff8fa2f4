// RUN: %verify_kmdf -analyzer-config kmdf:Facts=%t %s
// RUN: %facts %t | FileCheck %s --implicit-check-not=inconclusive

// Which element of an array a lock is: by a number, by a counter, by a number that
// the path learns later.

#include <ntddk.h>
#include <wdf.h>

typedef struct _DEVICE_CONTEXT {
    WDFWAITLOCK Lock;
    WDFWAITLOCK Locks[4];
} DEVICE_CONTEXT, *PDEVICE_CONTEXT;

WDF_DECLARE_CONTEXT_TYPE_WITH_NAME(DEVICE_CONTEXT, GetDeviceContext)

WDFWAITLOCK GlobalLocks[4];
VOID Work(VOID);

EVT_WDF_IO_QUEUE_IO_READ TestedInBetween;
VOID TestedInBetween(WDFQUEUE Queue, WDFREQUEST Request, size_t Length)
{
    if (Length >= 4)
        return;
    WdfWaitLockAcquire(GlobalLocks[Length], NULL);
    if (Length == 1)
        Work();
    WdfWaitLockRelease(GlobalLocks[Length]); // no-warning
}

EVT_WDF_IO_QUEUE_IO_READ ReleasedInACase;
VOID ReleasedInACase(WDFQUEUE Queue, WDFREQUEST Request, size_t Length)
{
    PDEVICE_CONTEXT context = GetDeviceContext(WdfIoQueueGetDevice(Queue));

    WdfWaitLockAcquire(context->Locks[Length], NULL);
    switch (Length) {
    case 1:
        WdfWaitLockRelease(context->Locks[1]); // no-warning
        break;
    default:
        WdfWaitLockRelease(context->Locks[Length]);
    }
}

EVT_WDF_IO_QUEUE_IO_READ LeftInACase;
VOID LeftInACase(WDFQUEUE Queue, WDFREQUEST Request, size_t Length)
{
    PDEVICE_CONTEXT context = GetDeviceContext(WdfIoQueueGetDevice(Queue));

    WdfWaitLockAcquire(context->Locks[Length], NULL);
    switch (Length) {
    case 1:
        WdfWaitLockRelease(context->Locks[1]);
        WdfWaitLockRelease(context->Locks[Length]); // expected-warning{{LeftInACase releases the wait lock 'context->Locks[Length]', which it does not hold}}
        break;
    case 2:
        return; // expected-warning{{LeftInACase returns while it still holds the wait lock 'context->Locks[Length]'}}
    default:
        WdfWaitLockRelease(context->Locks[Length]);
    }
}

EVT_WDF_IO_QUEUE_IO_READ ReleasedOnly;
VOID ReleasedOnly(WDFQUEUE Queue, WDFREQUEST Request, size_t Length)
{
    for (int i = 0; i < 3; i++)
        WdfWaitLockRelease(GlobalLocks[i]); // expected-warning{{ReleasedOnly releases the wait lock 'GlobalLocks[i]', which it does not hold}}
}

EVT_WDF_IO_QUEUE_IO_READ Remainder;
VOID Remainder(WDFQUEUE Queue, WDFREQUEST Request, size_t Length)
{
    for (int i = 0; i < 20; i++) {
        WdfWaitLockAcquire(GlobalLocks[i % 4], NULL);
        WdfWaitLockRelease(GlobalLocks[i % 4]); // no-warning
    }
}

EVT_WDF_IO_QUEUE_IO_READ Created;
VOID Created(WDFQUEUE Queue, WDFREQUEST Request, size_t Length)
{
    PDEVICE_CONTEXT context = GetDeviceContext(WdfIoQueueGetDevice(Queue));
    int i;

    for (i = 0; i < 4; i++)
        if (!NT_SUCCESS(WdfWaitLockCreate(WDF_NO_OBJECT_ATTRIBUTES, &context->Locks[i])))
            break;
    while (i-- > 0)
        WdfObjectDelete(context->Locks[i]); // no-warning
}

EVT_WDF_IO_QUEUE_IO_READ AnotherLockBeside;
VOID AnotherLockBeside(WDFQUEUE Queue, WDFREQUEST Request, size_t Length)
{
    PDEVICE_CONTEXT context = GetDeviceContext(WdfIoQueueGetDevice(Queue));
    LONGLONG now = 0;

    WdfWaitLockAcquire(context->Lock, NULL);
    for (int i = 0; i < 3; i++) {
        WdfWaitLockAcquire(GlobalLocks[i % 3], NULL);
        WdfWaitLockRelease(GlobalLocks[i % 3]);
    }
    if (WdfWaitLockAcquire(context->Lock, &now) == STATUS_SUCCESS)
        WdfWaitLockRelease(context->Lock);
    WdfWaitLockRelease(context->Lock); // no-warning
}

typedef struct _CHANNEL {
    WDFWAITLOCK Lock;
    ULONG Count;
} CHANNEL;

typedef struct _PORT_CONTEXT {
    ULONG Current;
    CHANNEL Channels[4];
} PORT_CONTEXT, *PPORT_CONTEXT;

WDF_DECLARE_CONTEXT_TYPE_WITH_NAME(PORT_CONTEXT, GetPortContext)

EVT_WDF_TIMER FieldBeside;
VOID FieldBeside(WDFTIMER Timer)
{
    PPORT_CONTEXT context = GetPortContext(WdfTimerGetParentObject(Timer));
    ULONG i = context->Current;

    if (i >= 4)
        return;
    WdfWaitLockAcquire(context->Channels[i].Lock, NULL);
    context->Channels[i].Count++;
    WdfWaitLockRelease(context->Channels[i].Lock); // no-warning
}

EVT_WDF_TIMER FieldBesideByPointer;
VOID FieldBesideByPointer(WDFTIMER Timer)
{
    PPORT_CONTEXT context = GetPortContext(WdfTimerGetParentObject(Timer));
    CHANNEL *channel;

    if (context->Current >= 4)
        return;
    channel = &context->Channels[context->Current];
    WdfWaitLockAcquire(channel->Lock, NULL);
    channel->Count++;
    WdfWaitLockRelease(channel->Lock);
    WdfWaitLockRelease(channel->Lock); // expected-warning{{FieldBesideByPointer releases the wait lock 'channel->Lock', which it does not hold}}
}

// CHECK: AnotherLockBeside: kmdf.WdfWaitlockRelease: pass
