// RUN: %verify_kmdf -std=c++17 %s
// XFAIL: *

// A handle that is passed in a structure is passed: code that is not seen may
// release the lock.

#include <ntddk.h>
#include <wdf.h>

#define CALLBACK(name) EVT_WDF_TIMER name; VOID name(WDFTIMER Timer)

WDFWAITLOCK Lock;

struct Holder {
    WDFWAITLOCK Lock;
};

struct PlaceHolder {
    WDFWAITLOCK *Place;
};

VOID Close(Holder Holder);
VOID CloseAt(PlaceHolder Holder);

CALLBACK(PassedInAStructure)
{
    Holder holder = {Lock};

    WdfWaitLockAcquire(Lock, nullptr);
    Close(holder);
} // no-warning

CALLBACK(PassedByAddressInAStructure)
{
    PlaceHolder holder = {&Lock};

    WdfWaitLockAcquire(Lock, nullptr);
    CloseAt(holder);
} // no-warning
