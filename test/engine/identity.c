// RUN: %verify_kmdf %s

// Which lock is it: all that is balanced here is so because two expressions are
// the same lock; each mistake is one because two are not.

#include <ntddk.h>
#include <wdf.h>

typedef struct _LOCKS {
    WDFWAITLOCK First;
    WDFWAITLOCK Second;
} LOCKS;

typedef struct _DEVICE_CONTEXT {
    WDFWAITLOCK Lock;
    WDFWAITLOCK OtherLock;
    LOCKS Nested;
    WDFWAITLOCK Many[8];
    ULONG Count;
} DEVICE_CONTEXT, *PDEVICE_CONTEXT;

typedef struct _QUEUE_CONTEXT {
    WDFWAITLOCK Lock;
    PDEVICE_CONTEXT DeviceContext;
} QUEUE_CONTEXT, *PQUEUE_CONTEXT;

WDF_DECLARE_CONTEXT_TYPE_WITH_NAME(DEVICE_CONTEXT, GetDeviceContext)
WDF_DECLARE_CONTEXT_TYPE_WITH_NAME(QUEUE_CONTEXT, GetQueueContext)

WDFWAITLOCK GlobalLock;
PDEVICE_CONTEXT GlobalContext;
WDFDEVICE GlobalDevice;

VOID Unknown(VOID);
VOID UseContext(PDEVICE_CONTEXT Context);
VOID UsePointers(PDEVICE_CONTEXT *Context, WDFDEVICE *Device);

//===----------------------------------------------------------------------===//
// The same lock before and after.
//===----------------------------------------------------------------------===//

EVT_WDF_IO_QUEUE_IO_READ GlobalHeld;
VOID GlobalHeld(WDFQUEUE Queue, WDFREQUEST Request, size_t Length)
{
    if (GlobalLock != NULL)
        WdfWaitLockAcquire(GlobalLock, NULL);
    Unknown();
    if (GlobalLock != NULL)
        WdfWaitLockRelease(GlobalLock); // no-warning
}

EVT_WDF_IO_QUEUE_IO_READ GlobalThroughAPointer;
VOID GlobalThroughAPointer(WDFQUEUE Queue, WDFREQUEST Request, size_t Length)
{
    WdfWaitLockAcquire(GlobalContext->Lock, NULL);
    Unknown();
    UsePointers(&GlobalContext, &GlobalDevice);
    WdfWaitLockRelease(GlobalContext->Lock); // no-warning
}

EVT_WDF_IO_QUEUE_IO_READ LocalHandle;
VOID LocalHandle(WDFQUEUE Queue, WDFREQUEST Request, size_t Length)
{
    WDFWAITLOCK lock = GlobalLock;

    WdfWaitLockAcquire(lock, NULL);
    Unknown();
    WdfWaitLockRelease(GlobalLock); // no-warning
}

EVT_WDF_IO_QUEUE_IO_READ CopyTakenBefore;
VOID CopyTakenBefore(WDFQUEUE Queue, WDFREQUEST Request, size_t Length)
{
    PDEVICE_CONTEXT context = GetDeviceContext(WdfIoQueueGetDevice(Queue));
    WDFWAITLOCK lock = context->Lock;

    UseContext(context);
    WdfWaitLockAcquire(lock, NULL);
    UseContext(context);
    WdfWaitLockRelease(context->Lock); // no-warning
}

EVT_WDF_IO_QUEUE_IO_READ ContextFetchedTwice;
VOID ContextFetchedTwice(WDFQUEUE Queue, WDFREQUEST Request, size_t Length)
{
    WdfWaitLockAcquire(GetDeviceContext(WdfIoQueueGetDevice(Queue))->Lock, NULL);
    Unknown();
    WdfWaitLockRelease(GetDeviceContext(WdfIoQueueGetDevice(Queue))->Lock); // no-warning
}

EVT_WDF_IO_QUEUE_IO_READ ContextOfAGlobal;
VOID ContextOfAGlobal(WDFQUEUE Queue, WDFREQUEST Request, size_t Length)
{
    WdfWaitLockAcquire(GetDeviceContext(GlobalDevice)->Lock, NULL);
    Unknown();
    WdfWaitLockRelease(GetDeviceContext(GlobalDevice)->Lock); // no-warning
}

EVT_WDF_IO_QUEUE_IO_READ OtherGetters;
VOID OtherGetters(WDFQUEUE Queue, WDFREQUEST Request, size_t Length)
{
    WDFDEVICE device = WdfFileObjectGetDevice(WdfRequestGetFileObject(Request));

    WdfWaitLockAcquire(GetDeviceContext(device)->Lock, NULL);
    Unknown();
    device = WdfFileObjectGetDevice(WdfRequestGetFileObject(Request));
    WdfWaitLockRelease(GetDeviceContext(device)->Lock); // no-warning
}

EVT_WDF_IO_QUEUE_IO_READ BackFromTheContext;
VOID BackFromTheContext(WDFQUEUE Queue, WDFREQUEST Request, size_t Length)
{
    WDFDEVICE device = WdfIoQueueGetDevice(Queue);
    PDEVICE_CONTEXT context = GetDeviceContext(device);

    WdfWaitLockAcquire(context->Lock, NULL);
    device = (WDFDEVICE)WdfObjectContextGetObject(context);
    WdfWaitLockRelease(GetDeviceContext(device)->Lock); // no-warning
}

EVT_WDF_IO_QUEUE_IO_READ NestedStruct;
VOID NestedStruct(WDFQUEUE Queue, WDFREQUEST Request, size_t Length)
{
    PDEVICE_CONTEXT context = GetDeviceContext(WdfIoQueueGetDevice(Queue));
    LOCKS *locks = &context->Nested;

    WdfWaitLockAcquire(context->Nested.Second, NULL);
    UseContext(context);
    WdfWaitLockRelease(locks->Second); // no-warning
}

EVT_WDF_IO_QUEUE_IO_READ ArrayElements;
VOID ArrayElements(WDFQUEUE Queue, WDFREQUEST Request, size_t Length)
{
    PDEVICE_CONTEXT context = GetDeviceContext(WdfIoQueueGetDevice(Queue));

    WdfWaitLockAcquire(context->Many[3], NULL);
    UseContext(context);
    WdfWaitLockRelease(context->Many[3]); // no-warning

    WdfWaitLockAcquire(context->Many[Length], NULL);
    UseContext(context);
    WdfWaitLockRelease(context->Many[Length]); // no-warning
}

// A path through several contexts.
EVT_WDF_IO_QUEUE_IO_READ Chain;
VOID Chain(WDFQUEUE Queue, WDFREQUEST Request, size_t Length)
{
    WdfWaitLockAcquire(GetQueueContext(Queue)->DeviceContext->Lock, NULL);
    Unknown();
    UseContext(GetQueueContext(Queue)->DeviceContext);
    WdfWaitLockRelease(GetQueueContext(Queue)->DeviceContext->Lock); // no-warning
}

static VOID ReleaseThrough(WDFWAITLOCK *Lock)
{
    WdfWaitLockRelease(*Lock);
}

EVT_WDF_IO_QUEUE_IO_READ ByAddress;
VOID ByAddress(WDFQUEUE Queue, WDFREQUEST Request, size_t Length)
{
    WdfWaitLockAcquire(GlobalLock, NULL);
    ReleaseThrough(&GlobalLock); // no-warning
}

//===----------------------------------------------------------------------===//
// Different locks.
//===----------------------------------------------------------------------===//

EVT_WDF_IO_QUEUE_IO_READ TwoFields;
VOID TwoFields(WDFQUEUE Queue, WDFREQUEST Request, size_t Length)
{
    PDEVICE_CONTEXT context = GetDeviceContext(WdfIoQueueGetDevice(Queue));

    WdfWaitLockAcquire(context->Lock, NULL);
    WdfWaitLockRelease(context->OtherLock); // expected-warning{{TwoFields releases the wait lock 'context->OtherLock', which it does not hold}}
    WdfWaitLockRelease(context->Lock);
}

EVT_WDF_IO_QUEUE_IO_READ TwoNestedFields;
VOID TwoNestedFields(WDFQUEUE Queue, WDFREQUEST Request, size_t Length)
{
    PDEVICE_CONTEXT context = GetDeviceContext(WdfIoQueueGetDevice(Queue));

    WdfWaitLockAcquire(context->Nested.First, NULL);
    WdfWaitLockRelease(context->Nested.Second); // expected-warning{{releases the wait lock 'context->Nested.Second'}}
    WdfWaitLockRelease(context->Nested.First);
}

WDFWAITLOCK AnotherGlobalLock;

EVT_WDF_IO_QUEUE_IO_READ TwoGlobals;
VOID TwoGlobals(WDFQUEUE Queue, WDFREQUEST Request, size_t Length)
{
    WdfWaitLockAcquire(GlobalLock, NULL);
    Unknown();
    WdfWaitLockRelease(AnotherGlobalLock); // expected-warning{{releases the wait lock 'AnotherGlobalLock'}}
    WdfWaitLockRelease(GlobalLock);
}

EVT_WDF_IO_QUEUE_IO_READ TwoElements;
VOID TwoElements(WDFQUEUE Queue, WDFREQUEST Request, size_t Length)
{
    PDEVICE_CONTEXT context = GetDeviceContext(WdfIoQueueGetDevice(Queue));

    WdfWaitLockAcquire(context->Many[3], NULL);
    WdfWaitLockRelease(context->Many[4]); // expected-warning{{releases the wait lock 'context->Many[4]'}}
    WdfWaitLockRelease(context->Many[3]);

    WdfWaitLockAcquire(context->Many[0], NULL);
    WdfWaitLockRelease(context->Many[1]); // expected-warning{{releases the wait lock 'context->Many[1]'}}
    WdfWaitLockRelease(context->Many[0]);
}

EVT_WDF_IO_QUEUE_IO_READ TwoKindsOfContext;
VOID TwoKindsOfContext(WDFQUEUE Queue, WDFREQUEST Request, size_t Length)
{
    PDEVICE_CONTEXT context = GetDeviceContext(WdfIoQueueGetDevice(Queue));

    WdfWaitLockAcquire(context->Lock, NULL);
    WdfWaitLockRelease(GetQueueContext(Queue)->Lock); // expected-warning{{releases the wait lock 'GetQueueContext(Queue)->Lock'}}
    WdfWaitLockRelease(context->Lock);
}

// A handle that the driver itself replaced is another lock.
EVT_WDF_IO_QUEUE_IO_READ Replaced;
VOID Replaced(WDFQUEUE Queue, WDFREQUEST Request, size_t Length)
{
    WDFWAITLOCK lock = GlobalLock;

    WdfWaitLockAcquire(lock, NULL);
    GlobalLock = AnotherGlobalLock;
    Unknown();
    WdfWaitLockRelease(GlobalLock); // expected-warning{{releases the wait lock 'GlobalLock'}}
    WdfWaitLockRelease(lock);
}

//===----------------------------------------------------------------------===//
// Locks that may be one: nothing is said.
//===----------------------------------------------------------------------===//

EVT_WDF_IO_QUEUE_IO_READ ElementsThatMayBeOne;
VOID ElementsThatMayBeOne(WDFQUEUE Queue, WDFREQUEST Request, size_t Length)
{
    PDEVICE_CONTEXT context = GetDeviceContext(WdfIoQueueGetDevice(Queue));

    WdfWaitLockAcquire(context->Many[Length], NULL);
    WdfWaitLockRelease(context->Many[context->Count]); // no-warning
}

// The queue's device and the file object's may be one.
EVT_WDF_IO_QUEUE_IO_READ ObjectsThatMayBeOne;
VOID ObjectsThatMayBeOne(WDFQUEUE Queue, WDFREQUEST Request, size_t Length)
{
    WDFDEVICE device = WdfIoQueueGetDevice(Queue);
    WDFDEVICE other = WdfFileObjectGetDevice(WdfRequestGetFileObject(Request));

    WdfWaitLockAcquire(GetDeviceContext(device)->Lock, NULL);
    WdfWaitLockRelease(GetDeviceContext(other)->Lock); // no-warning
}

WDFWAITLOCK FindHandle(WDFDEVICE Device);

EVT_WDF_IO_QUEUE_IO_READ HandlesFromNowhere;
VOID HandlesFromNowhere(WDFQUEUE Queue, WDFREQUEST Request, size_t Length)
{
    WDFDEVICE device = WdfIoQueueGetDevice(Queue);

    WdfWaitLockAcquire(FindHandle(device), NULL);
    WdfWaitLockRelease(FindHandle(device)); // no-warning
}
