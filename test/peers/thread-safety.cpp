// RUN: %verify_kmdf -std=c++17 %s

// The cases of clang's thread safety analysis that are about what is held where, for
// wait locks: joins of ways, turns of loops, methods that lock.

#include <ntddk.h>
#include <wdf.h>

#define CALLBACK(name) EVT_WDF_TIMER name; VOID name(WDFTIMER Timer)

WDFWAITLOCK LockA, LockB;

BOOLEAN Condition();

struct Wrapper {
    WDFWAITLOCK Lock;
    VOID Acquire() { WdfWaitLockAcquire(Lock, nullptr); }
};

struct Context {
    Wrapper Inner;
};

WDF_DECLARE_CONTEXT_TYPE_WITH_NAME(Context, GetContext)

CALLBACK(LockOfAMember)
{
    WdfWaitLockAcquire(GetContext(Timer)->Inner.Lock, nullptr);
    WdfWaitLockRelease(GetContext(Timer)->Inner.Lock);
} // no-warning

CALLBACK(LockWithinALock)
{
    WdfWaitLockAcquire(LockA, nullptr);
    WdfWaitLockAcquire(LockB, nullptr);
    WdfWaitLockRelease(LockB);
    WdfWaitLockRelease(LockA);
} // no-warning

CALLBACK(ReleasedOnEitherWay)
{
    WdfWaitLockAcquire(LockA, nullptr);
    if (Condition())
        WdfWaitLockRelease(LockA);
    else
        WdfWaitLockRelease(LockA);
} // no-warning

CALLBACK(AcquiredOnEitherWay)
{
    if (Condition())
        WdfWaitLockAcquire(LockA, nullptr);
    else
        WdfWaitLockAcquire(LockA, nullptr);
    WdfWaitLockRelease(LockA);
} // no-warning

CALLBACK(AcquiredOnEitherWayAfterOthers)
{
    if (Condition()) {
        WdfWaitLockAcquire(LockA, nullptr);
    } else {
        if (Condition())
            Condition();
        else
            Condition();
        WdfWaitLockAcquire(LockA, nullptr);
    }
    WdfWaitLockRelease(LockA);
} // no-warning

CALLBACK(ReacquiredBeforeEachTurn)
{
    WdfWaitLockAcquire(LockA, nullptr);
    while (Condition()) {
        WdfWaitLockRelease(LockA);
        if (Condition()) {
            if (Condition()) {
                WdfWaitLockAcquire(LockA, nullptr);
                continue;
            }
        }
        WdfWaitLockAcquire(LockA, nullptr);
    }
    WdfWaitLockRelease(LockA);
} // no-warning

CALLBACK(AcquiredByAMethod)
{
    GetContext(Timer)->Inner.Acquire();
    WdfWaitLockRelease(GetContext(Timer)->Inner.Lock);
} // no-warning

CALLBACK(ReleasedWithoutAnAcquire)
{
    WdfWaitLockRelease(LockA); // expected-warning{{ReleasedWithoutAnAcquire releases the wait lock 'LockA', which it does not hold}}
}

CALLBACK(AcquiredTwice)
{
    WdfWaitLockAcquire(LockA, nullptr);
    WdfWaitLockAcquire(LockA, nullptr); // expected-warning{{AcquiredTwice acquires the wait lock 'LockA' while it already holds it}}
    WdfWaitLockRelease(LockA);
}

CALLBACK(AcquiredToTheEnd)
{
    WdfWaitLockAcquire(LockA, nullptr);
} // expected-warning{{AcquiredToTheEnd returns while it still holds the wait lock 'LockA'}}

CALLBACK(OneOrTheOtherToTheEnd)
{
    if (Condition())
        WdfWaitLockAcquire(LockA, nullptr);
    else
        WdfWaitLockAcquire(LockB, nullptr);
} // expected-warning{{OneOrTheOtherToTheEnd returns while it still holds the wait lock 'LockA'}} \
  // expected-warning{{OneOrTheOtherToTheEnd returns while it still holds the wait lock 'LockB'}}

CALLBACK(ReleasedOnOneWay)
{
    WdfWaitLockAcquire(LockA, nullptr);
    if (Condition())
        WdfWaitLockRelease(LockA);
} // expected-warning{{ReleasedOnOneWay returns while it still holds the wait lock 'LockA'}}

CALLBACK(AcquiredOnOneWayOfThree)
{
    if (Condition()) {
        WdfWaitLockAcquire(LockA, nullptr);
    } else {
        if (Condition())
            Condition();
        else
            Condition();
    }
    WdfWaitLockRelease(LockA); // expected-warning{{AcquiredOnOneWayOfThree releases the wait lock 'LockA', which it does not hold}}
}

CALLBACK(ContinuesWithoutTheLock)
{
    WdfWaitLockAcquire(LockA, nullptr);
    while (Condition()) {
        WdfWaitLockRelease(LockA); // expected-warning{{ContinuesWithoutTheLock releases the wait lock 'LockA', which it does not hold}}
        if (Condition()) {
            if (Condition())
                continue;
        }
        WdfWaitLockAcquire(LockA, nullptr);
    }
    WdfWaitLockRelease(LockA); // expected-warning{{ContinuesWithoutTheLock releases the wait lock 'LockA', which it does not hold}}
}

CALLBACK(ReleasedInEachTurn)
{
    WdfWaitLockAcquire(LockA, nullptr);
    do {
        WdfWaitLockRelease(LockA); // expected-warning{{ReleasedInEachTurn releases the wait lock 'LockA', which it does not hold}}
    } while (Condition());
}

CALLBACK(AcquiredInEachTurn)
{
    do {
        WdfWaitLockAcquire(LockA, nullptr); // expected-warning{{AcquiredInEachTurn acquires the wait lock 'LockA' while it already holds it}}
    } while (Condition());
    WdfWaitLockRelease(LockA);
}

CALLBACK(ReleasedInEachTurnOrNever)
{
    WdfWaitLockAcquire(LockA, nullptr);
    while (Condition())
        WdfWaitLockRelease(LockA); // expected-warning{{ReleasedInEachTurnOrNever releases the wait lock 'LockA', which it does not hold}}
} // expected-warning{{ReleasedInEachTurnOrNever returns while it still holds the wait lock 'LockA'}}

CALLBACK(AcquiredInEachTurnOrNever)
{
    while (Condition())
        WdfWaitLockAcquire(LockA, nullptr); // expected-warning{{AcquiredInEachTurnOrNever acquires the wait lock 'LockA' while it already holds it}}
    WdfWaitLockRelease(LockA); // expected-warning{{AcquiredInEachTurnOrNever releases the wait lock 'LockA', which it does not hold}}
}

CALLBACK(BreaksWithoutTheLock)
{
    WdfWaitLockAcquire(LockA, nullptr);
    while (Condition()) {
        WdfWaitLockRelease(LockA);
        if (Condition()) {
            if (Condition())
                break;
        }
        WdfWaitLockAcquire(LockA, nullptr);
    }
    WdfWaitLockRelease(LockA); // expected-warning{{BreaksWithoutTheLock releases the wait lock 'LockA', which it does not hold}}
}

// The methods lock another object's lock than their own.
struct GlobalLocker {
    VOID Acquire() { WdfWaitLockAcquire(LockB, nullptr); } // expected-warning{{GlobalLockerTwice acquires the wait lock 'LockB' while it already holds it}}
    VOID Release() { WdfWaitLockRelease(LockB); } // expected-warning{{GlobalLockerReleasesOnly releases the wait lock 'LockB', which it does not hold}}
};

GlobalLocker Locker;

CALLBACK(GlobalLockerPair)
{
    Locker.Acquire();
    Locker.Release();
} // no-warning

CALLBACK(GlobalLockerReleasesOnly)
{
    Locker.Release();
}

CALLBACK(GlobalLockerTwice)
{
    Locker.Acquire();
    Locker.Acquire();
    Locker.Release();
}

CALLBACK(GlobalLockerToTheEnd)
{
    Locker.Acquire();
} // expected-warning{{GlobalLockerToTheEnd returns while it still holds the wait lock 'LockB'}}

// Functions with unusual names, which lock for whoever calls them.
struct Unusual {
    Unusual() { WdfWaitLockAcquire(LockA, nullptr); } // no-warning
    ~Unusual() { WdfWaitLockAcquire(LockB, nullptr); } // no-warning
    VOID operator++() { WdfWaitLockAcquire(LockA, nullptr); } // no-warning
    operator int *()
    {
        WdfWaitLockAcquire(LockB, nullptr);
        return nullptr;
    }
};

CALLBACK(ConstructorAndDestructorAcquire)
{
    Unusual unusual;
} // expected-warning{{ConstructorAndDestructorAcquire returns while it still holds the wait lock 'LockA'}} \
  // expected-warning{{ConstructorAndDestructorAcquire returns while it still holds the wait lock 'LockB'}}

static VOID Operate(Unusual &unusual)
{
    ++unusual;
    (void)static_cast<int *>(unusual);
}

CALLBACK(OperatorsAcquire)
{
    static char storage[sizeof(Unusual)];

    Operate(reinterpret_cast<Unusual &>(storage));
} // expected-warning{{OperatorsAcquire returns while it still holds the wait lock 'LockA'}} \
  // expected-warning{{OperatorsAcquire returns while it still holds the wait lock 'LockB'}}
