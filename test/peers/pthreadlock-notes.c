// RUN: %analyze -analyzer-checker=kmdf -analyzer-output=text -verify %s

// The cases of clang's path notes on pthread mutexes, for wait locks: what led to
// the report is told in terms of the lock.

#include <ntddk.h>
#include <wdf.h>

WDFWAITLOCK Lock, OtherLock;

VOID AcquiresTwice(VOID)
{
    WdfWaitLockAcquire(Lock, NULL); // expected-note{{'Lock' is acquired here}}
    WdfWaitLockAcquire(Lock, NULL); // expected-warning{{AcquiresTwice acquires the wait lock 'Lock' while it already holds it}} \
                                    // expected-note{{AcquiresTwice acquires the wait lock 'Lock' while it already holds it}}
}

VOID ReleasesTwice(VOID)
{
    WdfWaitLockAcquire(Lock, NULL); // expected-note{{'Lock' is acquired here}}
    WdfWaitLockRelease(Lock);       // expected-note{{'Lock' is released here}}
    WdfWaitLockRelease(Lock);       // expected-warning{{ReleasesTwice releases the wait lock 'Lock', which it does not hold}} \
                                    // expected-note{{ReleasesTwice releases the wait lock 'Lock', which it does not hold}}
}

VOID ReleasesADeletedOne(VOID)
{
    WdfObjectDelete(Lock);    // expected-note{{'Lock' is deleted here}}
    WdfWaitLockRelease(Lock); // expected-warning{{ReleasesADeletedOne releases the wait lock 'Lock', which it does not hold}} \
                              // expected-note{{ReleasesADeletedOne releases the wait lock 'Lock', which it does not hold}}
}

// Another lock's history is not told.
VOID WithAnotherLock(VOID)
{
    WdfWaitLockAcquire(OtherLock, NULL);
    WdfWaitLockAcquire(Lock, NULL);      // expected-note{{'Lock' is acquired here}}
    WdfWaitLockRelease(OtherLock);
    WdfWaitLockAcquire(Lock, NULL);      // expected-warning{{WithAnotherLock acquires the wait lock 'Lock' while it already holds it}} \
                                         // expected-note{{WithAnotherLock acquires the wait lock 'Lock' while it already holds it}}
}

VOID AcquiresAParameterTwice(WDFWAITLOCK Parameter)
{
    WdfWaitLockAcquire(Parameter, NULL); // expected-note{{'Parameter' is acquired here}}
    WdfWaitLockAcquire(Parameter, NULL); // expected-warning{{AcquiresAParameterTwice acquires the wait lock 'Parameter' while it already holds it}} \
                                         // expected-note{{AcquiresAParameterTwice acquires the wait lock 'Parameter' while it already holds it}}
}
