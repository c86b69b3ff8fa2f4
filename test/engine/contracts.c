// RUN: %verify_kmdf -analyzer-config kmdf:Facts=%t %s
// RUN: %facts %t | FileCheck %s

// What a function without a body is annotated to do to a lock is believed, if it
// can be told which lock it is.

#include <ntddk.h>
#include <wdf.h>

typedef struct _DEVICE_CONTEXT {
    WDFWAITLOCK Lock;
    struct {
        WDFWAITLOCK Inner;
    } Nested;
    struct _DEVICE_CONTEXT *Parent;
    KSPIN_LOCK SpinLock;
} DEVICE_CONTEXT, *PDEVICE_CONTEXT;

WDF_DECLARE_CONTEXT_TYPE_WITH_NAME(DEVICE_CONTEXT, GetDeviceContext)

WDFWAITLOCK GlobalLock;

_Acquires_lock_(Context->Lock) VOID Begin(PDEVICE_CONTEXT Context);
_Releases_lock_(Context->Lock) VOID End(PDEVICE_CONTEXT Context);
_Acquires_lock_(Context->Parent->Nested.Inner) VOID BeginNested(PDEVICE_CONTEXT Context);
_Releases_lock_((*Context).Parent->Nested.Inner) VOID EndNested(PDEVICE_CONTEXT Context);
_Acquires_lock_(GlobalLock) VOID BeginGlobal(VOID);
_Releases_lock_(GlobalLock) VOID EndGlobal(VOID);
VOID Take(_Acquires_lock_(_Curr_) WDFWAITLOCK Lock);
VOID Give(_Releases_lock_(_Curr_) WDFWAITLOCK Lock);
VOID TakeAt(_Acquires_lock_(*_Curr_) WDFWAITLOCK *Lock);
VOID Start(PDEVICE_CONTEXT Context) __attribute__((acquire_capability(Context->Lock)));
VOID Stop(PDEVICE_CONTEXT Context) __attribute__((release_capability(Context->Lock)));
_Acquires_lock_(Context->SpinLock) VOID BeginSpin(PDEVICE_CONTEXT Context);
_When_(return == 0, _Acquires_lock_(Context->Lock)) NTSTATUS TryBegin(PDEVICE_CONTEXT Context);
_Acquires_lock_(SomethingElse) VOID BeginWhoKnows(PDEVICE_CONTEXT Context);

EVT_WDF_TIMER Balanced;
VOID Balanced(WDFTIMER Timer)
{
    PDEVICE_CONTEXT context = GetDeviceContext(WdfTimerGetParentObject(Timer));

    Begin(context);
    WdfWaitLockRelease(context->Lock);
    WdfWaitLockAcquire(context->Lock, NULL);
    End(context);
    Start(context);
    Stop(context);
    BeginNested(context);
    EndNested(context);
    BeginGlobal();
    WdfWaitLockRelease(GlobalLock);
    WdfWaitLockAcquire(GlobalLock, NULL);
    EndGlobal();
    Take(context->Lock);
    Give(context->Lock);
    TakeAt(&context->Nested.Inner);
    WdfWaitLockRelease(context->Nested.Inner);
} // no-warning
// CHECK: Balanced: kmdf.WdfWaitlock: pass
// CHECK: Balanced: kmdf.WdfWaitlockRelease: pass

EVT_WDF_TIMER Leak;
VOID Leak(WDFTIMER Timer)
{
    PDEVICE_CONTEXT context = GetDeviceContext(WdfTimerGetParentObject(Timer));

    Begin(context);
} // expected-warning{{Leak returns while it still holds the wait lock 'context->Lock'}}

EVT_WDF_TIMER LeakOfAParameter;
VOID LeakOfAParameter(WDFTIMER Timer)
{
    PDEVICE_CONTEXT context = GetDeviceContext(WdfTimerGetParentObject(Timer));

    Take(context->Lock);
} // expected-warning{{LeakOfAParameter returns while it still holds the wait lock 'context->Lock'}}

EVT_WDF_TIMER Twice;
VOID Twice(WDFTIMER Timer)
{
    PDEVICE_CONTEXT context = GetDeviceContext(WdfTimerGetParentObject(Timer));

    WdfWaitLockAcquire(context->Lock, NULL);
    Begin(context); // expected-warning{{Twice acquires the wait lock 'context->Lock' while it already holds it}}
}

EVT_WDF_TIMER NotHeld;
VOID NotHeld(WDFTIMER Timer)
{
    PDEVICE_CONTEXT context = GetDeviceContext(WdfTimerGetParentObject(Timer));

    EndNested(context); // expected-warning{{NotHeld releases the wait lock 'context->Parent->Nested.Inner', which it does not hold}}
}

// A spin lock is another rule's.
EVT_WDF_TIMER SpinLock;
VOID SpinLock(WDFTIMER Timer)
{
    PDEVICE_CONTEXT context = GetDeviceContext(WdfTimerGetParentObject(Timer));

    BeginSpin(context);
    WdfWaitLockRelease(context->Lock); // expected-warning{{SpinLock releases the wait lock 'context->Lock', which it does not hold}}
}

// Where it cannot be told, nothing is known.
EVT_WDF_TIMER Conditional;
VOID Conditional(WDFTIMER Timer)
{
    PDEVICE_CONTEXT context = GetDeviceContext(WdfTimerGetParentObject(Timer));

    if (NT_SUCCESS(TryBegin(context)))
        WdfWaitLockRelease(context->Lock);
} // no-warning
// CHECK: Conditional: kmdf.WdfWaitlock: inconclusive ('TryBegin' is not in this file, and is annotated to lock or unlock)

EVT_WDF_TIMER WhoKnows;
VOID WhoKnows(WDFTIMER Timer)
{
    PDEVICE_CONTEXT context = GetDeviceContext(WdfTimerGetParentObject(Timer));

    BeginWhoKnows(context);
    WdfWaitLockRelease(context->Lock);
} // no-warning
// CHECK: WhoKnows: kmdf.WdfWaitlock: inconclusive
