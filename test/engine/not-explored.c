// A function that cannot come to a lock is not explored, unless another checker
// may have something to say of it.
//
// RUN: rm -rf %t && split-file %s %t
//
// In a file without locks the engine does not even begin.
//
// RUN: %analyze -analyzer-checker=kmdf -analyzer-config kmdf:Facts=%t/facts.json \
// RUN:   -analyzer-display-progress %t/without.c 2>&1 \
// RUN:   | FileCheck --check-prefix=WITHOUT --implicit-check-not="(Path" \
// RUN:     --implicit-check-not=skipped %t/without.c
// RUN: %facts %t/facts.json | FileCheck --check-prefix=VERDICTS %t/without.c
// RUN: %analyze -analyzer-checker=kmdf,core.DivideZero -analyzer-display-progress \
// RUN:   %t/without.c 2>&1 | FileCheck --check-prefix=TOGETHER %t/without.c
//
// In one with locks, it ends at once. (LLVM 14 as it is packaged writes no graphs.)
//
// RUN: %analyze -analyzer-checker=kmdf -analyze-function=divide \
// RUN:   -analyzer-dump-egraph=%t/graph.dot %t/some.c
// RUN: %if !llvm-14 %{ FileCheck --check-prefix=GRAPH --implicit-check-not=BinaryOperator \
// RUN:   %t/some.c < %t/graph.dot %}
//
// Whatever may be a lock operation is explored.
//
// RUN: %verify_kmdf %t/cast.c
// RUN: %verify_kmdf -analyzer-config kmdf:Facts=%t/facts.json %t/by-name.c
// RUN: %facts %t/facts.json | FileCheck --check-prefix=BY-NAME %t/by-name.c
// RUN: %verify_kmdf -x c++ %t/member.cpp

//--- without.c
#include <ntddk.h>
#include <wdf.h>

typedef struct _EXTENSION {
    UCHAR (*Read)(PUCHAR, ULONG);
    ULONG Status;
} EXTENSION, *PEXTENSION;

WDF_DECLARE_CONTEXT_TYPE_WITH_NAME(EXTENSION, GetExtension)

EVT_WDF_INTERRUPT_ISR EvtInterruptIsr;

int divide(int number)
{
    int zero = 0;

    return number / zero; // TOGETHER: :[[#@LINE]]:{{.*}}Division by zero
}

BOOLEAN EvtInterruptIsr(WDFINTERRUPT Interrupt, ULONG MessageID)
{
    PEXTENSION extension = GetExtension(WdfInterruptGetDevice(Interrupt));

    extension->Status = extension->Read(NULL, MessageID);
    return TRUE;
}

EVT_WDF_TIMER EvtTimer;

VOID EvtTimer(WDFTIMER Timer)
{
    WDF_INTERRUPT_CONFIG config;

    // A function of which the address is taken, and which is none of interest.
    WDF_INTERRUPT_CONFIG_INIT(&config, EvtInterruptIsr, (PFN_WDF_INTERRUPT_DPC)EvtInterruptIsr);
    UNREFERENCED_PARAMETER(Timer);
}

// What is deleted is no lock.
EVT_WDF_WORKITEM EvtDelete;

VOID EvtDelete(WDFWORKITEM Item)
{
    WdfObjectDelete(Item);
}
// WITHOUT: Analyzer timers
// VERDICTS: EvtInterruptIsr: kmdf.WdfWaitlock: not-applicable
// VERDICTS: EvtTimer: kmdf.WdfWaitlockRelease: not-applicable
// VERDICTS: EvtDelete: kmdf.WdfWaitlock: not-applicable

//--- some.c
#include <ntddk.h>
#include <wdf.h>

WDFWAITLOCK Lock;

static VOID Take(VOID)
{
    WdfWaitLockAcquire(Lock, NULL);
}

int divide(int number)
{
    return number / 3;
}
// GRAPH: digraph

//--- cast.c
#include <ntddk.h>
#include <wdf.h>

WDFWAITLOCK Lock;

static VOID Take(PULONG Count)
{
    ++*Count;
    WdfWaitLockAcquire(Lock, NULL);
}

EVT_WDF_TIMER EvtCast;

VOID EvtCast(WDFTIMER Timer)
{
    VOID (*function)(PVOID) = (VOID (*)(PVOID))Take;
    ULONG count = 0;

    function(&count);
    UNREFERENCED_PARAMETER(Timer);
} // expected-warning{{EvtCast returns while it still holds the wait lock 'Lock'}}

//--- by-name.c
// expected-no-diagnostics
#include <ntddk.h>
#include <wdf.h>

typedef struct _EXTENSION {
    VOID (*AcquireLock)(PVOID);
} EXTENSION, *PEXTENSION;

WDF_DECLARE_CONTEXT_TYPE_WITH_NAME(EXTENSION, GetExtension)

EVT_WDF_TIMER EvtByName;

VOID EvtByName(WDFTIMER Timer)
{
    PEXTENSION extension = GetExtension(WdfTimerGetParentObject(Timer));

    extension->AcquireLock(extension);
}
// BY-NAME: EvtByName: kmdf.WdfWaitlock: inconclusive ('AcquireLock' is called through a pointer

//--- member.cpp
#include <ntddk.h>
#include <wdf.h>

WDFWAITLOCK Lock;

EVT_WDF_TIMER EvtLocalClass;

VOID EvtLocalClass(WDFTIMER)
{
    struct Taker {
        VOID Take() { WdfWaitLockAcquire(Lock, NULL); }
    };

    Taker().Take();
} // expected-warning{{EvtLocalClass returns while it still holds the wait lock 'Lock'}}

struct Port {
    VOID Take() { WdfWaitLockAcquire(Lock, NULL); }
};

EVT_WDF_TIMER EvtMember;

VOID EvtMember(WDFTIMER)
{
    VOID (Port::*take)() = &Port::Take;
    Port port;

    (port.*take)();
} // expected-warning{{EvtMember returns while it still holds the wait lock 'Lock'}}
