// RUN: %verify_kmdf -x c %s
// RUN: %verify_kmdf -x c++ %s

// The warnings of Visual C++'s code analysis that ask for the same as a rule silence
// the rule where they are suppressed.

#include <ntddk.h>
#include <wdf.h>

WDFWAITLOCK Lock;

EVT_WDF_TIMER Leaks, MayLeak, Unheld, MayBeUnheld, Among, OtherNumber, Disabled;

VOID Leaks(WDFTIMER Timer)
{
#pragma warning(suppress: 26115) // D0Exit releases it
    WdfWaitLockAcquire(Lock, NULL);
} // no-warning

VOID MayLeak(WDFTIMER Timer)
{
    #pragma warning(suppress : 26165)
    WdfWaitLockAcquire(Lock, NULL);
} // no-warning

VOID Unheld(WDFTIMER Timer)
{
#pragma warning(suppress: 26117)
    WdfWaitLockRelease(Lock); // no-warning
}

VOID MayBeUnheld(WDFTIMER Timer)
{
#pragma warning(suppress: 26167)
    WdfWaitLockRelease(Lock); // no-warning
}

VOID Among(WDFTIMER Timer)
{
#pragma warning(suppress: 28167 26167 4100)
    WdfWaitLockRelease(Lock); // no-warning
}

VOID OtherNumber(WDFTIMER Timer)
{
#pragma warning(suppress: 26165 28166)
    WdfWaitLockRelease(Lock); // expected-warning{{OtherNumber releases the wait lock 'Lock', which it does not hold}}
}

VOID Disabled(WDFTIMER Timer)
{
#pragma warning(disable: 26167)
    WdfWaitLockRelease(Lock); // expected-warning{{Disabled releases the wait lock 'Lock', which it does not hold}}
}
