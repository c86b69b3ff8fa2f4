// RUN: %verify_kmdf %s

// The ways in which drivers test what a timed acquire returned.

#include <ntddk.h>
#include <wdf.h>

typedef struct _DEVICE_CONTEXT {
    WDFWAITLOCK Lock;
    NTSTATUS Status;
} DEVICE_CONTEXT, *PDEVICE_CONTEXT;

WDF_DECLARE_CONTEXT_TYPE_WITH_NAME(DEVICE_CONTEXT, GetDeviceContext)

WDFWAITLOCK Lock;

VOID Unknown(VOID);

EVT_WDF_TIMER Switch;
VOID Switch(WDFTIMER Timer)
{
    LONGLONG timeout = 0;

    switch (WdfWaitLockAcquire(Lock, &timeout)) {
    case STATUS_SUCCESS:
        WdfWaitLockRelease(Lock); // no-warning
        break;
    case STATUS_TIMEOUT:
        break;
    default:
        WdfWaitLockRelease(Lock); // Nothing gets here.
    }
}

EVT_WDF_TIMER SwitchFallsThrough;
VOID SwitchFallsThrough(WDFTIMER Timer)
{
    LONGLONG timeout = 0;

    switch (WdfWaitLockAcquire(Lock, &timeout)) {
    case STATUS_TIMEOUT:
        Unknown();
    case STATUS_SUCCESS:
        WdfWaitLockRelease(Lock); // expected-warning{{SwitchFallsThrough releases the wait lock 'Lock', which it does not hold}}
    }
}

EVT_WDF_TIMER AsATruthValue;
VOID AsATruthValue(WDFTIMER Timer)
{
    LONGLONG timeout = 0;

    if (!WdfWaitLockAcquire(Lock, &timeout))
        WdfWaitLockRelease(Lock); // no-warning
}

EVT_WDF_TIMER IntoAFlag;
VOID IntoAFlag(WDFTIMER Timer)
{
    LONGLONG timeout = 0;
    BOOLEAN acquired = WdfWaitLockAcquire(Lock, &timeout) == STATUS_SUCCESS;

    Unknown();
    if (acquired)
        WdfWaitLockRelease(Lock); // no-warning
}

EVT_WDF_TIMER IntoAField;
VOID IntoAField(WDFTIMER Timer)
{
    PDEVICE_CONTEXT context = GetDeviceContext(WdfTimerGetParentObject(Timer));
    LONGLONG timeout = 0;

    context->Status = WdfWaitLockAcquire(context->Lock, &timeout);
    if (context->Status != STATUS_SUCCESS)
        return;
    WdfWaitLockRelease(context->Lock); // no-warning
}

EVT_WDF_TIMER LeftHeldWhereItSucceeded;
VOID LeftHeldWhereItSucceeded(WDFTIMER Timer)
{
    LONGLONG timeout = 0;

    if (WdfWaitLockAcquire(Lock, &timeout) == STATUS_TIMEOUT)
        WdfWaitLockAcquire(Lock, NULL);
    else
        return; // expected-warning{{LeftHeldWhereItSucceeded returns while it still holds the wait lock 'Lock'}}
    WdfWaitLockRelease(Lock);
}

EVT_WDF_TIMER TriedAgain;
VOID TriedAgain(WDFTIMER Timer)
{
    LONGLONG timeout = 0;
    NTSTATUS status = STATUS_TIMEOUT;

    for (int i = 0; i < 3 && status == STATUS_TIMEOUT; i++)
        status = WdfWaitLockAcquire(Lock, &timeout);
    if (status == STATUS_SUCCESS)
        WdfWaitLockRelease(Lock); // no-warning
}

// An error is nothing that it returns.
EVT_WDF_TIMER NeverAnError;
VOID NeverAnError(WDFTIMER Timer)
{
    LONGLONG timeout = 0;
    NTSTATUS status = WdfWaitLockAcquire(Lock, &timeout);

    if (!NT_SUCCESS(status))
        WdfWaitLockRelease(Lock); // Nothing gets here.
    if (status == STATUS_SUCCESS)
        WdfWaitLockRelease(Lock); // no-warning
}
