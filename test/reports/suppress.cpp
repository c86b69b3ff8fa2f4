// RUN: %verify_kmdf -x c %s
// RUN: %verify_kmdf -x c++ %s

// Older compilers do not know the attribute.
// REQUIRES: llvm-19 || llvm-22

// Reports are silenced by clang's attribute: on the statement where the report
// ends, on the acquire, on a block around them, on the function.

#include <ntddk.h>
#include <wdf.h>

WDFWAITLOCK Lock;

EVT_WDF_TIMER NotSilenced, OnTheAcquire, OnTheReturn, OnTheRelease, OnABlock, OnTheFunction;

VOID NotSilenced(WDFTIMER Timer)
{
    WdfWaitLockAcquire(Lock, NULL);
} // expected-warning{{NotSilenced returns while it still holds the wait lock 'Lock'}}

VOID OnTheAcquire(WDFTIMER Timer)
{
    __attribute__((suppress)) WdfWaitLockAcquire(Lock, NULL);
} // no-warning

VOID OnTheReturn(WDFTIMER Timer)
{
    WdfWaitLockAcquire(Lock, NULL);
    if (Timer) {
        [[clang::suppress]] return; // no-warning
    }
    WdfWaitLockRelease(Lock);
}

VOID OnTheRelease(WDFTIMER Timer)
{
    __attribute__((suppress)) WdfWaitLockRelease(Lock); // no-warning
    WdfWaitLockRelease(Lock); // expected-warning{{OnTheRelease releases the wait lock 'Lock', which it does not hold}}
}

VOID OnABlock(WDFTIMER Timer)
{
    [[clang::suppress]] {
        WdfWaitLockAcquire(Lock, NULL);
        WdfWaitLockAcquire(Lock, NULL); // no-warning
    }
}

__attribute__((suppress)) VOID OnTheFunction(WDFTIMER Timer)
{
    WdfWaitLockAcquire(Lock, NULL);
} // no-warning
