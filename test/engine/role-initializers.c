// RUN: %verify_kmdf -analyzer-config kmdf:Facts=%t %s
// RUN: %facts %t | FileCheck %s

// A role is given in an initializer of whatever form.

#include <ntddk.h>
#include <wdf.h>

WDFWAITLOCK Lock;

static VOID ByPosition(WDFTIMER Timer)
{
    WdfWaitLockAcquire(Lock, NULL);
} // expected-warning{{ByPosition returns while it still holds the wait lock 'Lock'}}
// CHECK-DAG: ByPosition: EVT_WDF_TIMER, given

static VOID InACompoundLiteral(WDFWORKITEM WorkItem)
{
    WdfWaitLockAcquire(Lock, NULL);
} // expected-warning{{InACompoundLiteral returns while it still holds the wait lock 'Lock'}}
// CHECK-DAG: InACompoundLiteral: EVT_WDF_WORKITEM, given

static VOID InANestedInitializer(WDFDPC Dpc)
{
    WdfWaitLockAcquire(Lock, NULL);
} // expected-warning{{InANestedInitializer returns while it still holds the wait lock 'Lock'}}
// CHECK-DAG: InANestedInitializer: EVT_WDF_DPC, given

static VOID OfAVariable(WDFTIMER Timer)
{
    WdfWaitLockAcquire(Lock, NULL);
} // expected-warning{{OfAVariable returns while it still holds the wait lock 'Lock'}}
// CHECK-DAG: OfAVariable: EVT_WDF_TIMER, given
static const PFN_WDF_TIMER TimerFunction = &OfAVariable;

typedef struct _CALLBACKS {
    ULONG Count;
    WDF_DPC_CONFIG Dpcs[2];
} CALLBACKS;

static const CALLBACKS Callbacks = {
    2, {{sizeof(WDF_DPC_CONFIG), NULL}, {.EvtDpcFunc = InANestedInitializer}}};

VOID Configure(PWDF_WORKITEM_CONFIG Config)
{
    WDF_TIMER_CONFIG timer = {sizeof(WDF_TIMER_CONFIG), ByPosition};

    UNREFERENCED_PARAMETER(timer);
    *Config = (WDF_WORKITEM_CONFIG){.EvtWorkItemFunc = InACompoundLiteral};
}
