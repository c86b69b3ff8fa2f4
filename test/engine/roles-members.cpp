// RUN: %verify_kmdf -std=c++17 -analyzer-config kmdf:Facts=%t %s
// RUN: %facts %t | FileCheck %s

// Roles that are given where only C++ gives values: in the initializers of members
// and in default arguments.

#include <ntddk.h>
#include <wdf.h>

WDFWAITLOCK Lock;

static VOID OfAMember(WDFTIMER)
{
    WdfWaitLockAcquire(Lock, nullptr);
} // expected-warning{{OfAMember returns while it still holds the wait lock 'Lock'}}
// CHECK-DAG: OfAMember: EVT_WDF_TIMER, given

static VOID InAConstructor(WDFDPC)
{
    WdfWaitLockAcquire(Lock, nullptr);
} // expected-warning{{InAConstructor returns while it still holds the wait lock 'Lock'}}
// CHECK-DAG: InAConstructor: EVT_WDF_DPC, given

struct Callbacks {
    Callbacks() : Dpc(InAConstructor) {}
    PFN_WDF_TIMER Timer = OfAMember;
    PFN_WDF_DPC Dpc;
};

Callbacks callbacks;

static VOID ByDefault(WDFTIMER)
{
    WdfWaitLockAcquire(Lock, nullptr);
} // expected-warning{{ByDefault returns while it still holds the wait lock 'Lock'}}
// CHECK-DAG: ByDefault: EVT_WDF_TIMER, given

VOID Start(PFN_WDF_TIMER Function = ByDefault);
