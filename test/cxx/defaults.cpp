// RUN: %verify_kmdf -analyzer-config kmdf:Facts=%t -std=c++17 -fno-rtti %s
// RUN: %facts %t | FileCheck --implicit-check-not=inconclusive %s

// A lock may be named by default: of a member, where it is declared, and of an
// argument.

#include "Inputs/guards.h"

// Its members are initialised where they are declared.
class DefaultInitialised {
public:
    DefaultInitialised() = default;
    ~DefaultInitialised() = default;

private:
    UniqueGuard m_guard{LockA};
};

CALLBACK(DefaultMemberInitialiser)
{
    {
        DefaultInitialised object;
        Work();
    }
    WdfWaitLockAcquire(LockA, nullptr); // no-warning
    WdfWaitLockRelease(LockA);
}

CALLBACK(HeldByADefaultMemberInitialiser)
{
    DefaultInitialised object;

    WdfWaitLockAcquire(LockA, nullptr); // expected-warning{{HeldByADefaultMemberInitialiser acquires the wait lock 'LockA' while it already holds it}}
}

// A default argument is evaluated where the call is.
static VOID ReleaseOne(WDFWAITLOCK lock = LockA)
{
    WdfWaitLockRelease(lock); // expected-warning{{DefaultArgumentIsTheWrongLock releases the wait lock 'LockA', which it does not hold}}
}

CALLBACK(DefaultArgument)
{
    WdfWaitLockAcquire(LockA, nullptr);
    ReleaseOne();
} // no-warning

CALLBACK(DefaultArgumentIsTheWrongLock)
{
    WdfWaitLockAcquire(LockB, nullptr);
    ReleaseOne();
} // expected-warning{{DefaultArgumentIsTheWrongLock returns while it still holds the wait lock 'LockB'}}

CALLBACK(DefaultArgumentTwice)
{
    WdfWaitLockAcquire(LockA, nullptr);
    ReleaseOne();
    WdfWaitLockAcquire(LockA, nullptr);
    if (Condition())
        ReleaseOne();
    else
        ReleaseOne();
} // no-warning

// What is initialised by default may be another member, or a part of an aggregate.
struct Pair {
    WDFWAITLOCK First = LockA;
    WDFWAITLOCK Second = First;
};

struct PairHolder {
    PairHolder() {}
    Pair Locks{};
    UniqueGuard Guard{Locks.Second};
};

CALLBACK(DefaultsOfAnAggregate)
{
    Pair locks{LockB};

    WdfWaitLockAcquire(locks.First, nullptr);
    WdfWaitLockRelease(LockB);
} // no-warning

CALLBACK(DefaultsOfTwoAggregates)
{
    Pair one{}, other{};

    WdfWaitLockAcquire(one.First, nullptr);
    WdfWaitLockRelease(other.First);
} // no-warning

// CHECK: DefaultArgument: kmdf.WdfWaitlockRelease: pass
