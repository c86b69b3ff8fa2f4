// RUN: %verify_kmdf -analyzer-config kmdf:Facts=%t %s
// RUN: %facts %t | FileCheck %s --implicit-check-not=inconclusive

// A global handle of another object, and a global pointer to a context, keep their
// values across code that is not seen: what is reached through them before and
// after is the same lock.

#include <ntddk.h>
#include <wdf.h>

typedef struct _DEVICE_CONTEXT {
    WDFWAITLOCK Lock;
} DEVICE_CONTEXT, *PDEVICE_CONTEXT;

WDF_DECLARE_CONTEXT_TYPE_WITH_NAME(DEVICE_CONTEXT, GetDeviceContext)

WDFDEVICE GlobalDevice;
PDEVICE_CONTEXT GlobalContext;

VOID Work(VOID);

EVT_WDF_TIMER Device;
VOID Device(WDFTIMER Timer)
{
    PDEVICE_CONTEXT context = GetDeviceContext(GlobalDevice);

    Work();
    WdfWaitLockAcquire(context->Lock, NULL);
    WdfWaitLockRelease(GetDeviceContext(GlobalDevice)->Lock); // no-warning
}

EVT_WDF_TIMER Context;
VOID Context(WDFTIMER Timer)
{
    PDEVICE_CONTEXT context = GlobalContext;

    Work();
    WdfWaitLockAcquire(context->Lock, NULL);
    WdfWaitLockRelease(GlobalContext->Lock); // no-warning
}

EVT_WDF_TIMER Created;
VOID Created(WDFTIMER Timer)
{
    PDEVICE_CONTEXT context = GlobalContext;

    Work();
    if (!NT_SUCCESS(WdfWaitLockCreate(WDF_NO_OBJECT_ATTRIBUTES, &context->Lock)))
        return;
    WdfWaitLockAcquire(context->Lock, NULL);
    WdfWaitLockRelease(GlobalContext->Lock); // no-warning
}

// A global pointer to an object without a lock is steady too: what is written
// through it is what is asked afterwards.
typedef struct _STATUS_BLOCK {
    NTSTATUS Last;
} STATUS_BLOCK, *PSTATUS_BLOCK;

WDFWAITLOCK Lock;
PSTATUS_BLOCK GlobalStatus;

NTSTATUS Start(VOID);

EVT_WDF_TIMER Status;
VOID Status(WDFTIMER Timer)
{
    PSTATUS_BLOCK status = GlobalStatus;

    Work();
    if (NT_SUCCESS(status->Last))
        WdfWaitLockAcquire(Lock, NULL);
    GlobalStatus->Last = Start();
    if (NT_SUCCESS(status->Last))
        WdfWaitLockRelease(Lock); // expected-warning{{Status releases the wait lock 'Lock', which it does not hold}}
} // expected-warning{{Status returns while it still holds}}

// CHECK: Created: kmdf.WdfWaitlockRelease: pass
