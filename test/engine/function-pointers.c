// RUN: %verify_kmdf -analyzer-config kmdf:Facts=%t %s
// RUN: %facts %t | FileCheck %s

// A function that is called through a pointer is followed where the file shows which
// one it is. Where it does not, and one that it may be works on locks, nothing is
// known of them.

#include <ntddk.h>
#include <wdf.h>

typedef struct _DEVICE_CONTEXT {
    WDFWAITLOCK Lock;
    ULONG Count;
} DEVICE_CONTEXT, *PDEVICE_CONTEXT;

WDF_DECLARE_CONTEXT_TYPE_WITH_NAME(DEVICE_CONTEXT, GetDeviceContext)

typedef VOID (*PROCESS)(PDEVICE_CONTEXT);

static VOID Take(PDEVICE_CONTEXT Context)
{
    WdfWaitLockAcquire(Context->Lock, NULL);
}

static VOID Give(PDEVICE_CONTEXT Context)
{
    WdfWaitLockRelease(Context->Lock);
}

static const PROCESS Table[] = {Take, Give};
static const struct {
    ULONG Code;
    PROCESS Process;
} Handlers[] = {{1, Take}, {2, Give}};
static const struct {
    PROCESS Acquire, Release;
} Operations = {Take, Give};

static PDEVICE_CONTEXT Find(WDFTIMER Timer)
{
    return GetDeviceContext(WdfTimerGetParentObject(Timer));
}

EVT_WDF_TIMER Element;
VOID Element(WDFTIMER Timer)
{
    Table[0](Find(Timer));
}

EVT_WDF_TIMER Field;
VOID Field(WDFTIMER Timer)
{
    Operations.Acquire(Find(Timer));
    Operations.Release(Find(Timer));
}

EVT_WDF_TIMER FieldOfAnElement;
VOID FieldOfAnElement(WDFTIMER Timer)
{
    Handlers[1].Process(Find(Timer));
}

EVT_WDF_TIMER Searched;
VOID Searched(WDFTIMER Timer)
{
    PDEVICE_CONTEXT context = Find(Timer);

    for (ULONG i = 0; i < 2; i++)
        if (Handlers[i].Code == context->Count) {
            Handlers[i].Process(context);
            return;
        }
}

EVT_WDF_TIMER Local;
VOID Local(WDFTIMER Timer)
{
    PROCESS process = Take;

    process(Find(Timer));
    process = Give;
    process(Find(Timer)); // no-warning
}

EVT_WDF_TIMER Leaking;
VOID Leaking(WDFTIMER Timer)
{
    PROCESS process = Find(Timer)->Count ? Take : Give;

    if (process == Take)
        process(Find(Timer));
} // expected-warning{{Leaking returns while it still holds}}

EVT_WDF_TIMER AnyElement;
VOID AnyElement(WDFTIMER Timer)
{
    PDEVICE_CONTEXT context = Find(Timer);

    Table[context->Count](context);
}

// What points to functions of another type does not point to these.
typedef VOID (*NOTIFY)(ULONG);
NOTIFY Notify;

EVT_WDF_TIMER AnotherType;
VOID AnotherType(WDFTIMER Timer)
{
    PDEVICE_CONTEXT context = Find(Timer);

    WdfWaitLockAcquire(context->Lock, NULL);
    Notify(context->Count);
    WdfWaitLockRelease(context->Lock); // no-warning
}

// CHECK-DAG: Element: kmdf.WdfWaitlockRelease: inconclusive
// CHECK-DAG: Field: kmdf.WdfWaitlock: inconclusive
// CHECK-DAG: FieldOfAnElement: kmdf.WdfWaitlock: inconclusive
// CHECK-DAG: Searched: kmdf.WdfWaitlock: inconclusive
// CHECK-DAG: Local: kmdf.WdfWaitlock: pass
// CHECK-DAG: Leaking: kmdf.WdfWaitlockRelease: defect
// CHECK-DAG: AnyElement: kmdf.WdfWaitlock: inconclusive (which function is called through a pointer is not known, and one that it may be locks or unlocks)
// CHECK-DAG: AnotherType: kmdf.WdfWaitlock: pass
