// RUN: %analyze -analyzer-checker=kmdf -verify %s -include %S/Inputs/framework-table.h
// RUN: %analyze -analyzer-checker=kmdf -verify %s -include %S/Inputs/framework-table.h -DSTRICT
// RUN: %analyze -analyzer-checker=kmdf -verify %s -include %S/Inputs/framework-extern.h
// RUN: %analyze -analyzer-checker=kmdf -verify %s -include %S/Inputs/framework-extern.h -DSTRICT
// RUN: %analyze -analyzer-checker=kmdf -verify -x c++ %s -include %S/Inputs/framework-table.h
// RUN: %analyze -analyzer-checker=kmdf -verify -x c++ %s -include %S/Inputs/framework-extern.h -DSTRICT

// In a real WDK each DDI is an inline function that calls through a table, in
// other headers it is a plain extern; handles are pointers to structs or to
// void. All behave the same, in C and in C++.

#define NULL ((void *)0)
#define NT_SUCCESS(status) ((status) >= 0)
#ifdef __cplusplus
#undef NULL
#define NULL nullptr
#endif

typedef void EVT_WDF_IO_QUEUE_IO_READ(WDFQUEUE Queue, WDFREQUEST Request, unsigned long long Length);

typedef struct _DEVICE_CONTEXT {
    WDFWAITLOCK Lock;
    WDFWAITLOCK OtherLock;
    WDFWAITLOCK Many[4];
} DEVICE_CONTEXT;

extern const TYPE_INFO DEVICE_CONTEXT_TYPE_INFO;

static DEVICE_CONTEXT *GetDeviceContext(WDFOBJECT Object)
{
    return (DEVICE_CONTEXT *)WdfObjectGetTypedContextWorker(
        Object, (&DEVICE_CONTEXT_TYPE_INFO)->UniqueType);
}

WDFWAITLOCK Global;

EVT_WDF_IO_QUEUE_IO_READ Balanced;
void Balanced(WDFQUEUE Queue, WDFREQUEST Request, unsigned long long Length)
{
    WdfWaitLockAcquire(Global, NULL);
    WdfWaitLockAcquire(GetDeviceContext(WdfIoQueueGetDevice(Queue))->Lock, NULL);
    WdfWaitLockAcquire(GetDeviceContext(WdfIoQueueGetDevice(Queue))->Many[Length], NULL);
    WdfRequestComplete(Request, 0);
    WdfWaitLockRelease(GetDeviceContext(WdfIoQueueGetDevice(Queue))->Many[Length]);
    WdfWaitLockRelease(GetDeviceContext(WdfIoQueueGetDevice(Queue))->Lock);
    WdfWaitLockRelease(Global);
} // no-warning

EVT_WDF_IO_QUEUE_IO_READ Leaks;
void Leaks(WDFQUEUE Queue, WDFREQUEST Request, unsigned long long Length)
{
    DEVICE_CONTEXT *context = GetDeviceContext(WdfIoQueueGetDevice(Queue));

    WdfWaitLockAcquire(context->Lock, NULL);
    WdfRequestComplete(Request, 0);
    if (Length == 0)
        return; // expected-warning{{Leaks returns while it still holds the wait lock 'context->Lock'}}
    WdfWaitLockRelease(GetDeviceContext(WdfIoQueueGetDevice(Queue))->Lock);
}

EVT_WDF_IO_QUEUE_IO_READ WrongLock;
void WrongLock(WDFQUEUE Queue, WDFREQUEST Request, unsigned long long Length)
{
    DEVICE_CONTEXT *context = GetDeviceContext(WdfIoQueueGetDevice(Queue));

    WdfWaitLockAcquire(context->Lock, NULL);
    WdfWaitLockRelease(context->OtherLock); // expected-warning{{WrongLock releases the wait lock 'context->OtherLock', which it does not hold}}
    WdfWaitLockRelease(context->Lock);
}

EVT_WDF_IO_QUEUE_IO_READ TimedOut;
void TimedOut(WDFQUEUE Queue, WDFREQUEST Request, unsigned long long Length)
{
    long long timeout = -10;

    if (NT_SUCCESS(WdfWaitLockAcquire(Global, &timeout)))
        WdfWaitLockRelease(Global); // expected-warning{{TimedOut releases the wait lock 'Global', which it does not hold}}
}

EVT_WDF_IO_QUEUE_IO_READ CreatesAndDeletes;
void CreatesAndDeletes(WDFQUEUE Queue, WDFREQUEST Request, unsigned long long Length)
{
    WDFWAITLOCK lock;

    if (!NT_SUCCESS(WdfWaitLockCreate(NULL, &lock)))
        return;
    WdfWaitLockAcquire(lock, NULL);
    WdfObjectDelete(lock); // expected-warning{{CreatesAndDeletes deletes the wait lock 'lock' while it holds it}}
}
