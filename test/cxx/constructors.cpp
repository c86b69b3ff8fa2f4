// RUN: %verify_kmdf -analyzer-config kmdf:Facts=%t -std=c++17 -fno-rtti %s
// RUN: %facts %t | FileCheck --implicit-check-not=inconclusive %s

// How guards come about: delegating and inherited constructors, aggregates, statics.

#include "Inputs/guards.h"

class DelegatingGuard {
public:
    explicit DelegatingGuard(WDFWAITLOCK lock) : DelegatingGuard(lock, true) {}
    DelegatingGuard(WDFWAITLOCK lock, bool acquires) : m_lock(lock), m_owns(acquires)
    {
        if (acquires)
            WdfWaitLockAcquire(m_lock, nullptr);
    }
    ~DelegatingGuard()
    {
        if (m_owns)
            WdfWaitLockRelease(m_lock);
    }

private:
    WDFWAITLOCK m_lock;
    bool m_owns;
};

CALLBACK(DelegatingConstructor)
{
    {
        DelegatingGuard guard(LockA);
        DelegatingGuard none(LockB, false);
        Work();
    }
    WdfWaitLockAcquire(LockA, nullptr); // no-warning
    WdfWaitLockRelease(LockA);
}

CALLBACK(HeldByADelegatingConstructor)
{
    DelegatingGuard guard(LockA);

    WdfWaitLockAcquire(LockA, nullptr); // expected-warning{{HeldByADelegatingConstructor acquires the wait lock 'LockA' while it already holds it}}
}

class InheritingGuard : public UniqueGuard {
public:
    using UniqueGuard::UniqueGuard;
};

CALLBACK(InheritedConstructor)
{
    {
        InheritingGuard guard(LockA);
        Work();
    }
    WdfWaitLockAcquire(LockA, nullptr); // no-warning
    WdfWaitLockRelease(LockA);
}

CALLBACK(HeldByAnInheritedConstructor)
{
    InheritingGuard guard(LockA);

    WdfWaitLockAcquire(LockA, nullptr); // expected-warning{{HeldByAnInheritedConstructor acquires the wait lock 'LockA' while it already holds it}}
}

struct Aggregate {
    int Number;
    UniqueGuard Guard;
};

CALLBACK(AggregateInitialised)
{
    {
        Aggregate aggregate = {1, UniqueGuard(LockA)};
        Work();
    }
    WdfWaitLockAcquire(LockA, nullptr); // no-warning
    WdfWaitLockRelease(LockA);
}

CALLBACK(HeldByAnAggregate)
{
    Aggregate aggregate = {1, UniqueGuard(LockA)};

    WdfWaitLockAcquire(LockA, nullptr); // expected-warning{{HeldByAnAggregate acquires the wait lock 'LockA' while it already holds it}}
}

// A guard that is static outlives the callback, with the lock.
CALLBACK(StaticGuard)
{
    static UniqueGuard guard(LockA);
} // expected-warning{{StaticGuard returns while it still holds the wait lock}}

// CHECK: DelegatingConstructor: kmdf.WdfWaitlockRelease: pass
