// RUN: %verify_kmdf -analyzer-config kmdf:Facts=%t %s
// RUN: %facts %t | FileCheck %s

// A static variable that is initialized, and that the file only reads, has that value
// whatever unseen code does.

#include <ntddk.h>
#include <wdf.h>

VOID Work(VOID);
VOID Configure(PVOID);

static WDFWAITLOCK Lock;

#define TAKE_AND_GIVE(Switch)                                                                  \
    if (Switch)                                                                                \
        WdfWaitLockAcquire(Lock, NULL);                                                        \
    Work();                                                                                    \
    if (Switch)                                                                                \
    WdfWaitLockRelease(Lock)

EVT_WDF_TIMER OnlyRead;
static BOOLEAN UseLock = TRUE;
VOID OnlyRead(WDFTIMER Timer)
{
    if (sizeof(UseLock) == 1) {
        TAKE_AND_GIVE(UseLock); // no-warning
    }
}

EVT_WDF_TIMER OnlyReadPart;
static struct {
    struct {
        BOOLEAN UseLock;
    } Parts[2];
} Settings = {{{FALSE}, {TRUE}}};
VOID OnlyReadPart(WDFTIMER Timer)
{
    TAKE_AND_GIVE(Settings.Parts[1].UseLock); // no-warning
}

EVT_WDF_TIMER Zero;
static ULONG Version = 0;
VOID Zero(WDFTIMER Timer)
{
    if (Version != 0)
        WdfWaitLockRelease(Lock); // no-warning
}

// Each of these may be written.
EVT_WDF_TIMER Written;
static BOOLEAN SetLater = TRUE;
VOID SetIt(BOOLEAN Value)
{
    SetLater = Value;
}
VOID Written(WDFTIMER Timer)
{
    TAKE_AND_GIVE(SetLater); // expected-warning{{which it does not hold}}
} // expected-warning{{returns while it still holds}}

EVT_WDF_TIMER WrittenThroughItsAddress;
static BOOLEAN Given = TRUE;
VOID WrittenThroughItsAddress(WDFTIMER Timer)
{
    Configure(&Given);
    TAKE_AND_GIVE(Given); // expected-warning{{which it does not hold}}
} // expected-warning{{returns while it still holds}}

EVT_WDF_TIMER WrittenInPart;
static struct {
    BOOLEAN UseLock;
    ULONG Count;
} Counted = {TRUE};
VOID WrittenInPart(WDFTIMER Timer)
{
    Counted.Count++;
    TAKE_AND_GIVE(Counted.UseLock); // expected-warning{{which it does not hold}}
} // expected-warning{{returns while it still holds}}

EVT_WDF_TIMER SeenByOtherFiles;
BOOLEAN Shared = TRUE;
VOID SeenByOtherFiles(WDFTIMER Timer)
{
    TAKE_AND_GIVE(Shared); // expected-warning{{which it does not hold}}
} // expected-warning{{returns while it still holds}}

EVT_WDF_TIMER ChangesByItself;
static volatile BOOLEAN Changing = TRUE;
VOID ChangesByItself(WDFTIMER Timer)
{
    TAKE_AND_GIVE(Changing); // expected-warning{{which it does not hold}}
} // expected-warning{{returns while it still holds}}

// CHECK-DAG: OnlyRead: kmdf.WdfWaitlock: pass
// CHECK-DAG: OnlyReadPart: kmdf.WdfWaitlock: pass
// CHECK-DAG: Zero: kmdf.WdfWaitlock: pass
