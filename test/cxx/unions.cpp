// RUN: %verify_kmdf -analyzer-config kmdf:Facts=%t -std=c++17 -fno-rtti %s
// RUN: %facts %t | FileCheck --implicit-check-not=inconclusive %s

// An optional guard whose storage is a member of a union.

#include "Inputs/guards.h"

template <typename T> class UnionOptional {
public:
    UnionOptional() : m_nothing(0), m_hasValue(false) {}
    explicit UnionOptional(WDFWAITLOCK lock) : m_value(lock), m_hasValue(true) {}
    ~UnionOptional()
    {
        if (m_hasValue)
            m_value.~T();
    }

private:
    union {
        char m_nothing;
        T m_value;
    };
    bool m_hasValue;
};

CALLBACK(OptionalInAUnion)
{
    {
        UnionOptional<Guard> guard(LockA);
        UnionOptional<Guard> nothing;
        Work();
    }
    WdfWaitLockAcquire(LockA, nullptr); // no-warning
    WdfWaitLockRelease(LockA);
}

CALLBACK(HeldByAnOptionalInAUnion)
{
    UnionOptional<Guard> guard(LockA);

    WdfWaitLockAcquire(LockA, nullptr); // expected-warning{{HeldByAnOptionalInAUnion acquires the wait lock 'LockA' while it already holds it}}
}

// A part of an object that has nothing to be made or destroyed leaves the rest as
// it is.
struct Nothing {};

class WithParts {
public:
    explicit WithParts(WDFWAITLOCK lock) : m_guard(lock), m_nothing(), m_more() {}

private:
    UniqueGuard m_guard;
    Nothing m_nothing;
    UnionOptional<Guard> m_more;
};

CALLBACK(PartsThatAreNothing)
{
    {
        WithParts parts(LockA);
        Work();
    }
    WdfWaitLockAcquire(LockA, nullptr); // no-warning
    WdfWaitLockRelease(LockA);
}

CALLBACK(PartsThatAreNothingHold)
{
    WithParts parts(LockA);

    WdfWaitLockAcquire(LockA, nullptr); // expected-warning{{PartsThatAreNothingHold acquires the wait lock 'LockA' while it already holds it}}
}

// CHECK: OptionalInAUnion: kmdf.WdfWaitlockRelease: pass
