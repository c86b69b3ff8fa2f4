#include <ntddk.h>
#include <wdf.h>

WDFWAITLOCK Lock;

EVT_WDF_TIMER Leaks;
VOID Leaks(WDFTIMER Timer)
{
    WdfWaitLockAcquire(Lock, NULL);
} // expected-warning{{Leaks returns while it still holds the wait lock 'Lock'}}

VOID Null(VOID)
{
    int *pointer = NULL;

    *pointer = 1; // expected-warning{{Dereference of null pointer}}
}
