// Where the mend is certain, the report has a fix-it hint. What is mended is
// clean; what has no hint stays as it was. (With the path's notes in the output,
// clang itself applies a hint once for the warning and once for its last note.)

// RUN: grep -v '^// [CA]' %s > %t.c
// RUN: %analyze -analyzer-checker=kmdf -analyzer-output=text-minimal \
// RUN:   -analyzer-config apply-fixits=true %t.c > %t.log 2>&1
// RUN: FileCheck %s --input-file %t.c
// RUN: %analyze -analyzer-checker=kmdf -analyzer-output=text %t.c 2>&1 \
// RUN:   | FileCheck %s --check-prefix=AGAIN

#include <ntddk.h>
#include <wdf.h>

typedef struct _DEVICE_CONTEXT {
    WDFWAITLOCK Lock;
    WDFWAITLOCK Other;
    ULONG Count;
} DEVICE_CONTEXT, *PDEVICE_CONTEXT;

WDF_DECLARE_CONTEXT_TYPE_WITH_NAME(DEVICE_CONTEXT, GetDeviceContext)

EVT_WDF_TIMER OnlyThisReturn;
VOID OnlyThisReturn(WDFTIMER Timer)
{
    PDEVICE_CONTEXT context = GetDeviceContext(WdfTimerGetParentObject(Timer));

    WdfWaitLockAcquire(context->Lock, NULL);
    if (context->Count == 0) {
        context->Count = 1;
        return;
    }
    WdfWaitLockRelease(context->Lock);
}
// CHECK-LABEL: VOID OnlyThisReturn(
// CHECK:         context->Count = 1;
// CHECK-NEXT: {{^}}        WdfWaitLockRelease(context->Lock);
// CHECK-NEXT: {{^}}        return;

EVT_WDF_TIMER WithoutBraces;
VOID WithoutBraces(WDFTIMER Timer)
{
    PDEVICE_CONTEXT context = GetDeviceContext(WdfTimerGetParentObject(Timer));

    WdfWaitLockAcquire(context->Lock, NULL);
    if (context->Count == 0)
        return;
    WdfWaitLockRelease(context->Lock);
}
// CHECK-LABEL: VOID WithoutBraces(
// CHECK:         if (context->Count == 0)
// CHECK-NEXT: {{^}}        { WdfWaitLockRelease(context->Lock); return; }

EVT_WDF_TIMER AtTheClosingBrace;
VOID AtTheClosingBrace(WDFTIMER Timer)
{
    PDEVICE_CONTEXT context = GetDeviceContext(WdfTimerGetParentObject(Timer));

    WdfWaitLockAcquire(context->Lock, NULL);
    WdfWaitLockAcquire(context->Other, NULL);
    context->Count++;
    WdfWaitLockRelease(context->Lock);
}
// CHECK-LABEL: VOID AtTheClosingBrace(
// CHECK:         WdfWaitLockRelease(context->Lock);
// CHECK-NEXT: {{^}}    WdfWaitLockRelease(context->Other);
// CHECK-NEXT: {{^}}}

EVT_WDF_TIMER TimeOut;
VOID TimeOut(WDFTIMER Timer)
{
    PDEVICE_CONTEXT context = GetDeviceContext(WdfTimerGetParentObject(Timer));
    LONGLONG timeout = WDF_REL_TIMEOUT_IN_MS(10);
    NTSTATUS status = WdfWaitLockAcquire(context->Lock, &timeout);

    if (!NT_SUCCESS(status))
        return;
    WdfWaitLockRelease(context->Lock);
}
// CHECK-LABEL: VOID TimeOut(
// CHECK:         if (!(status == STATUS_SUCCESS))

EVT_WDF_TIMER TimeOutAtOnce;
VOID TimeOutAtOnce(WDFTIMER Timer)
{
    PDEVICE_CONTEXT context = GetDeviceContext(WdfTimerGetParentObject(Timer));
    LONGLONG timeout = WDF_REL_TIMEOUT_IN_MS(10);
    NTSTATUS status;

    if (context->Count > 0 && NT_SUCCESS(WdfWaitLockAcquire(context->Lock, &timeout)))
        WdfWaitLockRelease(context->Lock);
    if (NT_SUCCESS(status = WdfWaitLockAcquire(context->Other, &timeout)))
        WdfWaitLockRelease(context->Other);
}
// CHECK-LABEL: VOID TimeOutAtOnce(
// CHECK:         if (context->Count > 0 && WdfWaitLockAcquire(context->Lock, &timeout) == STATUS_SUCCESS)
// CHECK:         if ((status = WdfWaitLockAcquire(context->Other, &timeout)) == STATUS_SUCCESS)

// Other paths come to the common exit that do not hold the lock.
EVT_WDF_DEVICE_D0_ENTRY CommonExit;
NTSTATUS CommonExit(WDFDEVICE Device, WDF_POWER_DEVICE_STATE PreviousState)
{
    PDEVICE_CONTEXT context = GetDeviceContext(Device);
    NTSTATUS status = STATUS_SUCCESS;

    WdfWaitLockAcquire(context->Lock, NULL);
    if (context->Count == 0) {
        status = STATUS_UNSUCCESSFUL;
        goto Exit;
    }
    WdfWaitLockRelease(context->Lock);
Exit:
    return status;
}
// CHECK-LABEL: NTSTATUS CommonExit(
// CHECK:       Exit:
// CHECK-NEXT: {{^}}    return status;

// Another status may be tested here.
EVT_WDF_DEVICE_D0_EXIT AnotherStatus;
NTSTATUS AnotherStatus(WDFDEVICE Device, WDF_POWER_DEVICE_STATE TargetState)
{
    PDEVICE_CONTEXT context = GetDeviceContext(Device);
    LONGLONG timeout = WDF_REL_TIMEOUT_IN_MS(10);
    NTSTATUS status = STATUS_PENDING;

    if (context->Count > 0)
        status = WdfWaitLockAcquire(context->Lock, &timeout);
    else
        WdfWaitLockAcquire(context->Lock, NULL);
    if (NT_SUCCESS(status))
        WdfWaitLockRelease(context->Lock);
    return status;
}
// CHECK-LABEL: NTSTATUS AnotherStatus(
// CHECK:         if (NT_SUCCESS(status))

// AGAIN-NOT: warning:
// AGAIN:     warning: CommonExit returns while it still holds the wait lock 'context->Lock'
// AGAIN-NOT: warning:
// AGAIN:     warning: AnotherStatus releases the wait lock 'context->Lock', which it does not hold
// AGAIN-NOT: warning:
