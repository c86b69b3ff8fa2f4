// RUN: %verify_kmdf -analyzer-config kmdf:Facts=%t %s
// RUN: %facts %t | FileCheck %s

// Functions with __try are analysed like others.

#include <ntddk.h>
#include <wdf.h>

extern WDFWAITLOCK Lock, Other;
VOID Work(VOID);
VOID Touch(PVOID Buffer);
BOOLEAN Decide(VOID);
NTSTATUS Act(VOID);

EVT_WDF_WORKITEM Released, Kept, ReturnsEarly, ReleasedByFinally, LeavesEarly,
    JumpsOut, BreaksOut, Nested, Abnormally, Twice;

VOID Released(WDFWORKITEM Item)
{
    WdfWaitLockAcquire(Lock, NULL);
    __try {
        Work();
    } __finally {
        WdfWaitLockRelease(Lock);
    }
} // no-warning
// CHECK: Released: kmdf.WdfWaitlock: pass

VOID Kept(WDFWORKITEM Item)
{
    __try {
        WdfWaitLockAcquire(Lock, NULL);
    } __finally {
        Work();
    }
} // expected-warning{{Kept returns while it still holds the wait lock 'Lock'}}

VOID ReturnsEarly(WDFWORKITEM Item)
{
    WdfWaitLockAcquire(Lock, NULL);
    __try {
        if (Decide())
            return; // expected-warning{{ReturnsEarly returns while it still holds}}
        WdfWaitLockRelease(Lock);
    } __finally {
        Work();
    }
}

VOID ReleasedByFinally(WDFWORKITEM Item)
{
    WdfWaitLockAcquire(Lock, NULL);
    __try {
        if (Decide())
            return;
        if (Decide())
            __leave;
        Work();
    } __finally {
        WdfWaitLockRelease(Lock);
    }
} // no-warning
// CHECK: ReleasedByFinally: kmdf.WdfWaitlockRelease: pass

VOID LeavesEarly(WDFWORKITEM Item)
{
    __try {
        WdfWaitLockAcquire(Lock, NULL);
        if (Decide())
            __leave;
        WdfWaitLockRelease(Lock);
    } __finally {
        Work();
    }
} // expected-warning{{LeavesEarly returns while it still holds the wait lock 'Lock'}}

VOID JumpsOut(WDFWORKITEM Item)
{
    __try {
        if (Decide())
            goto Out;
    } __finally {
        WdfWaitLockAcquire(Lock, NULL);
    }
    WdfWaitLockRelease(Lock);
    return;
Out:
    Work();
} // expected-warning{{JumpsOut returns while it still holds the wait lock 'Lock'}}

VOID BreaksOut(WDFWORKITEM Item)
{
    while (Decide()) {
        WdfWaitLockAcquire(Lock, NULL);
        __try {
            if (Decide())
                break;
            if (Decide())
                continue;
            while (Decide())
                break;
        } __finally {
            WdfWaitLockRelease(Lock);
        }
    }
} // no-warning
// CHECK: BreaksOut: kmdf.WdfWaitlockRelease: pass

VOID Nested(WDFWORKITEM Item)
{
    WdfWaitLockAcquire(Lock, NULL);
    __try {
        WdfWaitLockAcquire(Other, NULL);
        __try {
            if (Decide())
                return;
        } __finally {
            WdfWaitLockRelease(Other);
        }
    } __finally {
        WdfWaitLockRelease(Lock);
    }
} // no-warning
// CHECK: Nested: kmdf.WdfWaitlockRelease: pass

VOID Abnormally(WDFWORKITEM Item)
{
    WdfWaitLockAcquire(Lock, NULL);
    __try {
        if (Decide())
            return;
    } __finally {
        if (AbnormalTermination())
            WdfWaitLockRelease(Lock);
    }
    WdfWaitLockRelease(Lock); // no-warning
}
// CHECK: Abnormally: kmdf.WdfWaitlock: pass

static NTSTATUS ReturnsValue(VOID)
{
    __try {
        return Act();
    } __finally {
        Work();
    }
}

VOID Twice(WDFWORKITEM Item)
{
    if (ReturnsValue() == STATUS_SUCCESS)
        WdfWaitLockAcquire(Lock, NULL);
} // expected-warning{{Twice returns while it still holds the wait lock 'Lock'}}

// A handler runs after an exception at any place in the block.

EVT_WDF_WORKITEM HandlerForgets, HandlerReleases, HandlerReturns, LocksInBlock, EveryWay,
    LeavesHandled;

VOID HandlerForgets(WDFWORKITEM Item)
{
    WdfWaitLockAcquire(Lock, NULL);
    __try {
        Touch(Item);
    } __except (EXCEPTION_EXECUTE_HANDLER) {
        return; // expected-warning{{HandlerForgets returns while it still holds}}
    }
    WdfWaitLockRelease(Lock);
}

VOID HandlerReleases(WDFWORKITEM Item)
{
    WdfWaitLockAcquire(Lock, NULL);
    __try {
        Touch(Item);
    } __except (EXCEPTION_EXECUTE_HANDLER) {
        WdfWaitLockRelease(Lock);
        return;
    }
    WdfWaitLockRelease(Lock);
} // no-warning
// CHECK: HandlerReleases: kmdf.WdfWaitlockRelease: pass

VOID HandlerReturns(WDFWORKITEM Item)
{
    NTSTATUS Status = STATUS_SUCCESS;
    __try {
        Touch(Item);
    } __except (EXCEPTION_EXECUTE_HANDLER) {
        Status = GetExceptionCode();
    }
    WdfWaitLockAcquire(Lock, NULL);
    if (NT_SUCCESS(Status))
        Work();
    WdfWaitLockRelease(Lock);
} // no-warning
// CHECK: HandlerReturns: kmdf.WdfWaitlockRelease: pass

// Whether the lock is held in the handler, nobody can tell.
VOID LocksInBlock(WDFWORKITEM Item)
{
    __try {
        WdfWaitLockAcquire(Lock, NULL);
        Touch(Item);
        WdfWaitLockRelease(Lock);
    } __except (EXCEPTION_EXECUTE_HANDLER) {
        WdfWaitLockRelease(Lock); // no-warning
    }
}
// CHECK: LocksInBlock: kmdf.WdfWaitlock: inconclusive ('LocksInBlock' handles exceptions that are raised while locks may change)

// Without an exception all is as it stands there.
VOID EveryWay(WDFWORKITEM Item)
{
    __try {
        WdfWaitLockAcquire(Lock, NULL);
        Touch(Item);
    } __except (EXCEPTION_EXECUTE_HANDLER) {
        Work();
    }
} // expected-warning{{EveryWay returns while it still holds the wait lock 'Lock'}}

VOID LeavesHandled(WDFWORKITEM Item)
{
    WdfWaitLockAcquire(Lock, NULL);
    __try {
        if (Decide())
            __leave;
        Touch(Item);
    } __except (EXCEPTION_EXECUTE_HANDLER) {
        Work();
    }
    WdfWaitLockRelease(Lock);
} // no-warning
// CHECK: LeavesHandled: kmdf.WdfWaitlockRelease: pass
// CHECK-NOT: not reached
