// RUN: %cc1 -load %plugin -analyze -analyzer-checker=kmdf \
// RUN:   -analyzer-config kmdf:Facts=%t %s -o /dev/null
// RUN: %facts %t | FileCheck %s
// RUN: %cc1 -load %plugin -analyze -analyzer-checker=kmdf \
// RUN:   -analyzer-config "kmdf:Facts=%t,kmdf:Roles=FromElsewhere:EVT_WDF_TIMER;Nobody:EVT_WDF_DPC;Wrong:NO_ROLE;HasNoRole" \
// RUN:   %s -o /dev/null
// RUN: %facts %t | FileCheck --check-prefix=KNOWN %s

// A function with a KMDF role, found in each of the ways in which it can get one.

#include <ntddk.h>
#include <wdf.h>

// Declared with a role type, on any redeclaration.
EVT_WDF_IO_QUEUE_IO_READ Declared;
VOID Declared(WDFQUEUE Queue, WDFREQUEST Request, size_t Length);
VOID Declared(WDFQUEUE Queue, WDFREQUEST Request, size_t Length) {}
// CHECK-DAG: Declared: EVT_WDF_IO_QUEUE_IO_READ, declared

static EVT_WDF_TIMER DeclaredStatic;
static VOID DeclaredStatic(WDFTIMER Timer) {}
// CHECK-DAG: DeclaredStatic: EVT_WDF_TIMER, declared

// A driver's own name for a role type.
typedef EVT_WDF_DPC MY_DPC;
MY_DPC DeclaredThroughATypedef;
VOID DeclaredThroughATypedef(WDFDPC Dpc) {}
// CHECK-DAG: DeclaredThroughATypedef: EVT_WDF_DPC, declared

// A role type that is another name for a role type keeps its own name.
EVT_WDF_DEVICE_CONTEXT_CLEANUP DeclaredByAnAlias;
VOID DeclaredByAnAlias(WDFOBJECT Object) {}
// CHECK-DAG: DeclaredByAnAlias: EVT_WDF_DEVICE_CONTEXT_CLEANUP, declared

static VOID Assigned(WDFQUEUE Queue, WDFREQUEST Request, size_t Length) {}
// CHECK-DAG: Assigned: EVT_WDF_IO_QUEUE_IO_WRITE, given

static VOID AssignedByAddress(WDFQUEUE Queue, WDFREQUEST Request) {}
// CHECK-DAG: AssignedByAddress: EVT_WDF_IO_QUEUE_IO_DEFAULT, given

static VOID AssignedWithACast(WDFQUEUE Queue, WDFREQUEST Request) {}
// CHECK-DAG: AssignedWithACast: EVT_WDF_IO_QUEUE_IO_RESUME, given

static VOID EitherOfTwo(WDFQUEUE Queue, WDFREQUEST Request, size_t Length) {}
static VOID OrTheOther(WDFQUEUE Queue, WDFREQUEST Request, size_t Length) {}
// CHECK-DAG: EitherOfTwo: EVT_WDF_IO_QUEUE_IO_READ, given
// CHECK-DAG: OrTheOther: EVT_WDF_IO_QUEUE_IO_READ, given

static NTSTATUS InAnInitializer(WDFDEVICE Device) { return STATUS_SUCCESS; }
static NTSTATUS InALocalInitializer(WDFDEVICE Device) { return STATUS_SUCCESS; }
// CHECK-DAG: InAnInitializer: EVT_WDF_DEVICE_QUERY_STOP, given
// CHECK-DAG: InALocalInitializer: EVT_WDF_DEVICE_QUERY_REMOVE, given

static const WDF_PNPPOWER_EVENT_CALLBACKS PnpCallbacks = {
    .Size = sizeof(WDF_PNPPOWER_EVENT_CALLBACKS),
    .EvtDeviceQueryStop = InAnInitializer,
};

static VOID InAnArray(WDFTIMER Timer) {}
static const PFN_WDF_TIMER Timers[] = {InAnArray};
// CHECK-DAG: InAnArray: EVT_WDF_TIMER, given

static VOID Passed(WDFTIMER Timer) {}
// CHECK-DAG: Passed: EVT_WDF_TIMER, given

static VOID PassedThroughAPointer(WDFWORKITEM WorkItem) {}
// CHECK-DAG: PassedThroughAPointer: EVT_WDF_WORKITEM, given

static VOID Returned(WDFDPC Dpc) {}
static PFN_WDF_DPC ChooseDpc(VOID) { return Returned; }
// CHECK-DAG: Returned: EVT_WDF_DPC, given

VOID DefinedElsewhere(WDFTIMER Timer);
// CHECK-DAG: DefinedElsewhere: EVT_WDF_TIMER, given, defined elsewhere

VOID FromElsewhere(WDFTIMER Timer) {}
VOID HasNoRole(WDFTIMER Timer) {}
// CHECK-NOT: FromElsewhere
// CHECK-NOT: HasNoRole
// KNOWN-DAG: FromElsewhere: EVT_WDF_TIMER, given
// KNOWN-DAG: Declared: EVT_WDF_IO_QUEUE_IO_READ, declared
// KNOWN-NOT: HasNoRole
// KNOWN-NOT: Nobody

VOID Configure(BOOLEAN Which, PFN_WDF_WORKITEM WorkItem)
{
    WDF_IO_QUEUE_CONFIG queue;
    WDF_TIMER_CONFIG timer;
    WDF_WORKITEM_CONFIG item;
    WDF_PNPPOWER_EVENT_CALLBACKS callbacks = {
        .EvtDeviceQueryRemove = InALocalInitializer};
    PFN_WDF_WORKITEM function = PassedThroughAPointer;

    WDF_IO_QUEUE_CONFIG_INIT(&queue, WdfIoQueueDispatchParallel);
    queue.EvtIoWrite = Assigned;
    queue.EvtIoDefault = &AssignedByAddress;
    queue.EvtIoResume = (PFN_WDF_IO_QUEUE_IO_RESUME)(PVOID)AssignedWithACast;
    queue.EvtIoRead = Which ? EitherOfTwo : OrTheOther;
    WDF_TIMER_CONFIG_INIT(&timer, Passed);
    timer.EvtTimerFunc = DefinedElsewhere;
    WDF_WORKITEM_CONFIG_INIT(&item, function);
}
