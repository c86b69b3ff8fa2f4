// RUN: %verify_kmdf -analyzer-config kmdf:Facts=%t %s
// RUN: %facts %t | FileCheck %s

// Two conditions that say the same in other words. The engine's ranges do not show it;
// Z3 does, before a path is reported.

#include <ntddk.h>
#include <wdf.h>

WDFWAITLOCK Lock;
ULONG Get(VOID);
NTSTATUS Start(VOID);

EVT_WDF_TIMER Severity;
VOID Severity(WDFTIMER Timer)
{
    NTSTATUS status = Start();

    if (NT_SUCCESS(status))
        WdfWaitLockAcquire(Lock, NULL);
    if (NT_ERROR(status))
        return; // no-warning
    if (NT_SUCCESS(status))
        WdfWaitLockRelease(Lock);
}

EVT_WDF_TIMER SeverityOfAnother;
VOID SeverityOfAnother(WDFTIMER Timer)
{
    NTSTATUS status = Start();

    if (NT_SUCCESS(status))
        WdfWaitLockAcquire(Lock, NULL);
    if (NT_ERROR(Start()))
        return; // expected-warning{{SeverityOfAnother returns while it still holds}}
    if (NT_SUCCESS(status))
        WdfWaitLockRelease(Lock);
}

EVT_WDF_TIMER InARow;
VOID InARow(WDFTIMER Timer)
{
    ULONG first = Get(), second = Get(), third = Get();

    if (first < second && second < third) {
        WdfWaitLockAcquire(Lock, NULL);
        if (first < third)
            WdfWaitLockRelease(Lock); // no-warning
    }
}

EVT_WDF_TIMER NotInARow;
VOID NotInARow(WDFTIMER Timer)
{
    ULONG first = Get(), second = Get(), third = Get();

    if (first < second && third > first) {
        WdfWaitLockAcquire(Lock, NULL);
        if (second < third)
            WdfWaitLockRelease(Lock);
    }
} // expected-warning{{NotInARow returns while it still holds}}

EVT_WDF_TIMER Parity;
VOID Parity(WDFTIMER Timer)
{
    ULONG count = Get();

    if (count % 2)
        WdfWaitLockAcquire(Lock, NULL);
    if (count & 1)
        WdfWaitLockRelease(Lock); // no-warning
}

EVT_WDF_TIMER BothBits;
VOID BothBits(WDFTIMER Timer)
{
    ULONG flags = Get();

    if ((flags & 3) == 3)
        WdfWaitLockAcquire(Lock, NULL);
    if ((flags & 1) && (flags & 2))
        WdfWaitLockRelease(Lock); // no-warning
}

EVT_WDF_TIMER OneOfTheBits;
VOID OneOfTheBits(WDFTIMER Timer)
{
    ULONG flags = Get();

    if ((flags & 3) == 3)
        WdfWaitLockAcquire(Lock, NULL);
    if (flags & 1)
        WdfWaitLockRelease(Lock); // expected-warning{{OneOfTheBits releases}}
}

// CHECK-DAG: Severity: kmdf.WdfWaitlockRelease: pass
// CHECK-DAG: SeverityOfAnother: kmdf.WdfWaitlockRelease: defect
// CHECK-DAG: InARow: kmdf.WdfWaitlockRelease: pass
// CHECK-DAG: NotInARow: kmdf.WdfWaitlockRelease: defect
// CHECK-DAG: Parity: kmdf.WdfWaitlock: pass
// CHECK-DAG: Parity: kmdf.WdfWaitlockRelease: pass
// CHECK-DAG: BothBits: kmdf.WdfWaitlock: pass
// CHECK-DAG: OneOfTheBits: kmdf.WdfWaitlock: defect
