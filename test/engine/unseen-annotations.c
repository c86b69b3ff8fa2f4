// RUN: %verify_kmdf %s

// Annotations that say of a function without a body that it acquires or releases
// a lock: SAL's and clang's, on the function or on a parameter.

#include <ntddk.h>
#include <wdf.h>

typedef struct __attribute__((capability("wait lock"))) _DEVICE_CONTEXT {
    WDFWAITLOCK Lock;
} DEVICE_CONTEXT, *PDEVICE_CONTEXT;

WDF_DECLARE_CONTEXT_TYPE_WITH_NAME(DEVICE_CONTEXT, GetDeviceContext)

_Acquires_lock_(Context->Lock) VOID Begin(PDEVICE_CONTEXT Context);
VOID End(_Releases_lock_(_Curr_) PDEVICE_CONTEXT Context);
_Acquires_exclusive_lock_(Context->Lock) VOID BeginAlone(PDEVICE_CONTEXT Context);
VOID Start(PDEVICE_CONTEXT Context) __attribute__((acquire_capability(Context)));
VOID Stop(PDEVICE_CONTEXT Context) __attribute__((release_capability(Context)));
BOOLEAN Attempt(PDEVICE_CONTEXT Context) __attribute__((try_acquire_capability(TRUE, Context)));
_Requires_lock_held_(Context->Lock) VOID Update(PDEVICE_CONTEXT Context);

#define CALLBACK(name, statements) \
    EVT_WDF_TIMER name; \
    VOID name(WDFTIMER Timer) \
    { \
        PDEVICE_CONTEXT context = GetDeviceContext(WdfTimerGetParentObject(Timer)); \
        statements \
    }

CALLBACK(SalFunction, Begin(context); WdfWaitLockRelease(context->Lock);)
CALLBACK(SalParameter, WdfWaitLockAcquire(context->Lock, NULL); End(context);)
CALLBACK(SalExclusive, BeginAlone(context); WdfWaitLockRelease(context->Lock);)
CALLBACK(ClangAcquire, Start(context); WdfWaitLockRelease(context->Lock);)
CALLBACK(ClangRelease, WdfWaitLockAcquire(context->Lock, NULL); Stop(context);)
CALLBACK(ClangTry, if (Attempt(context)) WdfWaitLockRelease(context->Lock);)

// To need the lock is to leave it as it is.
EVT_WDF_TIMER NeedsIt;
VOID NeedsIt(WDFTIMER Timer)
{
    PDEVICE_CONTEXT context = GetDeviceContext(WdfTimerGetParentObject(Timer));

    WdfWaitLockAcquire(context->Lock, NULL);
    Update(context);
} // expected-warning{{NeedsIt returns while it still holds the wait lock 'context->Lock'}}
