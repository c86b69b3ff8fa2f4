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
    WdfWaitLockRelease(Context->Lock); // expected-warning{{AnyElement releases the wait lock 'context->Lock', which it does not hold}}
}

static const PROCESS Table[] = {Take, Give, NULL};
static const struct {
    ULONG Code;
    PROCESS Process;
} Handlers[] = {{1, Take}, {2, Give}};
typedef struct {
    ULONG Version;
    struct {
        PROCESS Acquire, Release;
    } Locking;
    PROCESS Other;
} OPERATIONS;
static const OPERATIONS Operations = {1, {Take, Give}};
static const OPERATIONS *const Current = &Operations;

static PDEVICE_CONTEXT Find(WDFTIMER Timer)
{
    return GetDeviceContext(WdfTimerGetParentObject(Timer));
}

EVT_WDF_TIMER Element;
VOID Element(WDFTIMER Timer)
{
    Table[0](Find(Timer));
} // expected-warning{{Element returns while it still holds}}

EVT_WDF_TIMER Field;
VOID Field(WDFTIMER Timer)
{
    Operations.Locking.Acquire(Find(Timer));
    Operations.Locking.Release(Find(Timer)); // no-warning
}

EVT_WDF_TIMER ByPointer;
VOID ByPointer(WDFTIMER Timer)
{
    if (Current->Locking.Acquire != NULL)
        Current->Locking.Acquire(Find(Timer));
    if (Current->Other != NULL || Current->Locking.Release == NULL)
        return; // no-warning
    Current->Locking.Release(Find(Timer));
}

EVT_WDF_TIMER Copied;
VOID Copied(WDFTIMER Timer)
{
    OPERATIONS operations = Operations;

    operations.Locking.Acquire(Find(Timer));
    operations.Locking.Release(Find(Timer)); // no-warning
}

EVT_WDF_TIMER FieldOfAnElement;
VOID FieldOfAnElement(WDFTIMER Timer)
{
    Handlers[0].Process(Find(Timer));
    Handlers[1].Process(Find(Timer)); // no-warning
}

EVT_WDF_TIMER Searched;
VOID Searched(WDFTIMER Timer)
{
    PDEVICE_CONTEXT context = Find(Timer);

    WdfWaitLockAcquire(context->Lock, NULL);
    for (ULONG i = 0; i < ARRAYSIZE(Handlers); i++)
        if (Handlers[i].Code == context->Count) {
            if (i == 1)
                Handlers[i].Process(context);
            return;
        }
    WdfWaitLockRelease(context->Lock);
} // expected-warning@-3{{Searched returns while it still holds}}

// With an index that is not known, each element is one way.
EVT_WDF_TIMER AnyElement;
VOID AnyElement(WDFTIMER Timer)
{
    PDEVICE_CONTEXT context = Find(Timer);
    ULONG i = context->Count;

    if (i < 2)
        Table[i](context);
    if (i == 0)
        WdfWaitLockRelease(context->Lock);
    if (i == 1)
        WdfWaitLockAcquire(context->Lock, NULL);
} // expected-warning{{AnyElement returns while it still holds}}

// What points to const may be pointed elsewhere.
static const OPERATIONS *Chosen = &Operations;
VOID Choose(const OPERATIONS *Other)
{
    Chosen = Other;
}

EVT_WDF_TIMER ByChosen;
VOID ByChosen(WDFTIMER Timer)
{
    Chosen->Locking.Acquire(Find(Timer));
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

// By the name of the member, it locks or unlocks.
typedef struct {
    VOID (*Lock)(PVOID);
    VOID (*Report)(PVOID);
} INTERFACE_OF_ANOTHER_DRIVER;

EVT_WDF_TIMER ByName;
VOID ByName(WDFTIMER Timer)
{
    INTERFACE_OF_ANOTHER_DRIVER *other = WdfTimerGetParentObject(Timer);

    other->Lock(other);
}

EVT_WDF_TIMER ByAnotherName;
VOID ByAnotherName(WDFTIMER Timer)
{
    INTERFACE_OF_ANOTHER_DRIVER *other = WdfTimerGetParentObject(Timer);

    WdfWaitLockAcquire(Find(Timer)->Lock, NULL);
    other->Report(other);
    WdfWaitLockRelease(Find(Timer)->Lock); // no-warning
}

// CHECK-DAG: Element: kmdf.WdfWaitlockRelease: defect
// CHECK-DAG: Field: kmdf.WdfWaitlock: pass
// CHECK-DAG: ByPointer: kmdf.WdfWaitlock: pass
// CHECK-DAG: Copied: kmdf.WdfWaitlock: pass
// CHECK-DAG: FieldOfAnElement: kmdf.WdfWaitlock: pass
// CHECK-DAG: Searched: kmdf.WdfWaitlockRelease: defect
// CHECK-DAG: ByChosen: kmdf.WdfWaitlock: inconclusive (which function is called through a pointer is not known, and one that it may be locks or unlocks)
// CHECK-DAG: Local: kmdf.WdfWaitlock: pass
// CHECK-DAG: Leaking: kmdf.WdfWaitlockRelease: defect
// CHECK-DAG: AnyElement: kmdf.WdfWaitlock: defect
// CHECK-DAG: AnotherType: kmdf.WdfWaitlock: pass
// CHECK-DAG: ByName: kmdf.WdfWaitlock: inconclusive ('Lock' is called through a pointer, and its name says that it locks or unlocks)
// CHECK-DAG: ByAnotherName: kmdf.WdfWaitlock: pass
