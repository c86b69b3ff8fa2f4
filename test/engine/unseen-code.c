// RUN: %verify_kmdf %s

// A function whose body is not seen is taken to be balanced, unless its name or
// an annotation says that it locks or unlocks, or the handle is passed to it.

#include <ntddk.h>
#include <wdf.h>

typedef struct _DEVICE_CONTEXT {
    WDFWAITLOCK Lock;
    KSPIN_LOCK SpinLock;
} DEVICE_CONTEXT, *PDEVICE_CONTEXT;

WDF_DECLARE_CONTEXT_TYPE_WITH_NAME(DEVICE_CONTEXT, GetDeviceContext)

WDFWAITLOCK Lock;

VOID DoWork(PDEVICE_CONTEXT Context);
VOID DeviceLock(PDEVICE_CONTEXT Context);
VOID DeviceUnlock(PDEVICE_CONTEXT Context);
VOID CreateLockTable(PDEVICE_CONTEXT Context);
_Acquires_lock_(Context->Lock) VOID Begin(PDEVICE_CONTEXT Context);
_Releases_lock_(Context->Lock) VOID End(PDEVICE_CONTEXT Context);
VOID Finish(PDEVICE_CONTEXT Context) __attribute__((release_capability(Context)));
VOID Give(WDFWAITLOCK Handle);
VOID GiveAddress(WDFWAITLOCK *Handle);
ULONG Trace(PCSTR Format, ...);

EVT_WDF_IO_QUEUE_IO_READ Balanced;
VOID Balanced(WDFQUEUE Queue, WDFREQUEST Request, size_t Length)
{
    WdfWaitLockAcquire(Lock, NULL);
    DoWork(GetDeviceContext(WdfIoQueueGetDevice(Queue)));
} // expected-warning{{Balanced returns while it still holds the wait lock 'Lock'}}

EVT_WDF_IO_QUEUE_IO_READ NameSaysUnlock;
VOID NameSaysUnlock(WDFQUEUE Queue, WDFREQUEST Request, size_t Length)
{
    WdfWaitLockAcquire(Lock, NULL);
    DeviceUnlock(GetDeviceContext(WdfIoQueueGetDevice(Queue)));
} // no-warning

EVT_WDF_IO_QUEUE_IO_READ NameSaysLock;
VOID NameSaysLock(WDFQUEUE Queue, WDFREQUEST Request, size_t Length)
{
    DeviceLock(GetDeviceContext(WdfIoQueueGetDevice(Queue)));
    WdfWaitLockRelease(Lock); // no-warning
}

// What comes after is the function's own, and so are its contradictions.
EVT_WDF_IO_QUEUE_IO_READ KnownAgain;
VOID KnownAgain(WDFQUEUE Queue, WDFREQUEST Request, size_t Length)
{
    DeviceLock(GetDeviceContext(WdfIoQueueGetDevice(Queue)));
    WdfWaitLockRelease(Lock);
    WdfWaitLockRelease(Lock); // expected-warning{{KnownAgain releases the wait lock 'Lock', which it does not hold}}
    WdfWaitLockAcquire(Lock, NULL);
} // expected-warning{{KnownAgain returns while it still holds the wait lock 'Lock'}}

EVT_WDF_IO_QUEUE_IO_READ NameOnlyMakesLocks;
VOID NameOnlyMakesLocks(WDFQUEUE Queue, WDFREQUEST Request, size_t Length)
{
    WdfWaitLockAcquire(Lock, NULL);
    CreateLockTable(GetDeviceContext(WdfIoQueueGetDevice(Queue)));
} // expected-warning{{NameOnlyMakesLocks returns while it still holds the wait lock 'Lock'}}

// Windows' own locks are no concern of the framework's.
EVT_WDF_IO_QUEUE_IO_READ SystemLocks;
VOID SystemLocks(WDFQUEUE Queue, WDFREQUEST Request, size_t Length)
{
    PDEVICE_CONTEXT context = GetDeviceContext(WdfIoQueueGetDevice(Queue));
    KIRQL irql;

    WdfWaitLockAcquire(Lock, NULL);
    KeAcquireSpinLock(&context->SpinLock, &irql);
    KeReleaseSpinLock(&context->SpinLock, irql);
} // expected-warning{{SystemLocks returns while it still holds the wait lock 'Lock'}}

EVT_WDF_IO_QUEUE_IO_READ AnnotatedToAcquire;
VOID AnnotatedToAcquire(WDFQUEUE Queue, WDFREQUEST Request, size_t Length)
{
    PDEVICE_CONTEXT context = GetDeviceContext(WdfIoQueueGetDevice(Queue));

    Begin(context);
    WdfWaitLockRelease(context->Lock); // no-warning
}

EVT_WDF_IO_QUEUE_IO_READ AnnotatedToRelease;
VOID AnnotatedToRelease(WDFQUEUE Queue, WDFREQUEST Request, size_t Length)
{
    PDEVICE_CONTEXT context = GetDeviceContext(WdfIoQueueGetDevice(Queue));

    WdfWaitLockAcquire(context->Lock, NULL);
    End(context);
} // no-warning

EVT_WDF_IO_QUEUE_IO_READ ThreadSafetyAttribute;
VOID ThreadSafetyAttribute(WDFQUEUE Queue, WDFREQUEST Request, size_t Length)
{
    PDEVICE_CONTEXT context = GetDeviceContext(WdfIoQueueGetDevice(Queue));

    WdfWaitLockAcquire(context->Lock, NULL);
    Finish(context);
} // no-warning

EVT_WDF_IO_QUEUE_IO_READ HandlePassed;
VOID HandlePassed(WDFQUEUE Queue, WDFREQUEST Request, size_t Length)
{
    WdfWaitLockAcquire(Lock, NULL);
    Give(Lock);
} // no-warning

EVT_WDF_IO_QUEUE_IO_READ HandlePassedBefore;
VOID HandlePassedBefore(WDFQUEUE Queue, WDFREQUEST Request, size_t Length)
{
    Give(Lock);
    WdfWaitLockRelease(Lock); // no-warning
}

EVT_WDF_IO_QUEUE_IO_READ AddressPassed;
VOID AddressPassed(WDFQUEUE Queue, WDFREQUEST Request, size_t Length)
{
    WdfWaitLockAcquire(Lock, NULL);
    GiveAddress(&Lock);
} // no-warning

// Another lock's handle tells nothing of this one.
WDFWAITLOCK OtherLock;

EVT_WDF_IO_QUEUE_IO_READ AnotherHandlePassed;
VOID AnotherHandlePassed(WDFQUEUE Queue, WDFREQUEST Request, size_t Length)
{
    WdfWaitLockAcquire(Lock, NULL);
    Give(OtherLock);
} // expected-warning{{AnotherHandlePassed returns while it still holds the wait lock 'Lock'}}

// Printing a handle, and what the framework does with one, changes no lock.
EVT_WDF_IO_QUEUE_IO_READ OnlyPrinted;
VOID OnlyPrinted(WDFQUEUE Queue, WDFREQUEST Request, size_t Length)
{
    WdfWaitLockAcquire(Lock, NULL);
    Trace("%p\n", Lock);
    DbgPrint("%p\n", Lock);
    WdfObjectReference(Lock);
} // expected-warning{{OnlyPrinted returns while it still holds the wait lock 'Lock'}}

// A call through a pointer that leads anywhere is unseen code too.
EVT_WDF_IO_QUEUE_IO_READ ThroughAPointer;
VOID ThroughAPointer(WDFQUEUE Queue, WDFREQUEST Request, size_t Length)
{
    VOID (*function)(WDFWAITLOCK) = *(VOID (**)(WDFWAITLOCK))Queue;

    WdfWaitLockAcquire(Lock, NULL);
    function(Lock);
} // no-warning
