// RUN: %verify_kmdf %s

// A function with a body is held to what it is annotated to do, also where it is
// called from a callback in the same file.

#include <ntddk.h>
#include <wdf.h>

typedef struct _DEVICE_CONTEXT {
    WDFWAITLOCK Lock;
    ULONG Count;
} DEVICE_CONTEXT, *PDEVICE_CONTEXT;

WDF_DECLARE_CONTEXT_TYPE_WITH_NAME(DEVICE_CONTEXT, GetDeviceContext)

_Acquires_lock_(Context->Lock) VOID Begin(PDEVICE_CONTEXT Context)
{
    WdfWaitLockAcquire(Context->Lock, NULL);
} // no-warning

_Releases_lock_(Context->Lock) VOID End(PDEVICE_CONTEXT Context)
{
    Context->Count++;
    WdfWaitLockRelease(Context->Lock);
} // no-warning

_Requires_lock_held_(Context->Lock) VOID Pause(PDEVICE_CONTEXT Context)
{
    WdfWaitLockRelease(Context->Lock);
    WdfWaitLockAcquire(Context->Lock, NULL);
} // no-warning

EVT_WDF_TIMER Balanced;
VOID Balanced(WDFTIMER Timer)
{
    PDEVICE_CONTEXT context = GetDeviceContext(WdfTimerGetParentObject(Timer));

    Begin(context);
    Pause(context);
    End(context);
} // no-warning

_Acquires_lock_(Context->Lock) VOID BeginSometimes(PDEVICE_CONTEXT Context)
{
    if (Context->Count == 0)
        return; // expected-warning{{BeginSometimes is annotated to leave the wait lock 'Context->Lock' held, but returns without it}}
    WdfWaitLockAcquire(Context->Lock, NULL);
}

_Releases_lock_(Context->Lock) VOID EndSometimes(PDEVICE_CONTEXT Context)
{
    if (Context->Count > 0)
        WdfWaitLockRelease(Context->Lock);
} // expected-warning{{EndSometimes is annotated to leave the wait lock 'Context->Lock' released, but returns while it holds it}}

_Requires_lock_held_(Context->Lock) VOID TakeWhatIsHeld(PDEVICE_CONTEXT Context)
{
    WdfWaitLockAcquire(Context->Lock, NULL); // expected-warning{{TakeWhatIsHeld acquires the wait lock 'Context->Lock' while it already holds it}}
    WdfWaitLockRelease(Context->Lock);
}

_Requires_lock_held_(Context->Lock) VOID GiveWhatIsLent(PDEVICE_CONTEXT Context)
{
    WdfWaitLockRelease(Context->Lock);
} // expected-warning{{GiveWhatIsLent is annotated to leave the wait lock 'Context->Lock' held, but returns without it}}

_Requires_lock_not_held_(Context->Lock) VOID ReleaseWhatIsFree(PDEVICE_CONTEXT Context)
{
    WdfWaitLockRelease(Context->Lock); // expected-warning{{ReleaseWhatIsFree releases the wait lock 'Context->Lock', which it does not hold}}
}

_Requires_lock_not_held_(Context->Lock) VOID KeepIt(PDEVICE_CONTEXT Context)
{
    WdfWaitLockAcquire(Context->Lock, NULL);
} // expected-warning{{KeepIt is annotated to leave the wait lock 'Context->Lock' released, but returns while it holds it}}

VOID OfAParameter(_Acquires_lock_(_Curr_) WDFWAITLOCK Lock)
{
    if (Lock != NULL)
        WdfWaitLockAcquire(Lock, NULL);
} // expected-warning{{OfAParameter is annotated to leave the wait lock 'Lock' held, but returns without it}}

VOID ByClangsAttribute(PDEVICE_CONTEXT Context) __attribute__((acquire_capability(Context->Lock)));
VOID ByClangsAttribute(PDEVICE_CONTEXT Context)
{
    Context->Count = 0;
} // expected-warning{{ByClangsAttribute is annotated to leave the wait lock 'Context->Lock' held, but returns without it}}

// Where it depends on the result, only the function's own contradictions count.
_When_(return == 0, _Acquires_lock_(Context->Lock)) NTSTATUS TryBegin(PDEVICE_CONTEXT Context)
{
    LONGLONG timeout = 0;

    return WdfWaitLockAcquire(Context->Lock, &timeout);
} // no-warning
