// RUN: %verify_kmdf -std=c++17 -fno-rtti %s
// RUN: %verify_kmdf -std=c++14 -fno-rtti %s
// expected-no-diagnostics

// A guard may be moved into a lambda or an aggregate. Whoever cannot tell what it
// becomes there must not take the lock for free, or for held for ever.

#include "Inputs/guards.h"

struct Aggregate {
    int Number;
    UniqueGuard Guard;
};

CALLBACK(MovedIntoAnAggregate)
{
    UniqueGuard guard(LockA);
    Aggregate aggregate = {1, Move(guard)};

    Work();
} // no-warning

// In C++14 this is a move as well.
CALLBACK(MadeInAnAggregate)
{
    {
        Aggregate aggregate = {1, UniqueGuard(LockA)};
        Work();
    }
    WdfWaitLockAcquire(LockA, nullptr); // no-warning
    WdfWaitLockRelease(LockA);
}

CALLBACK(MovedIntoALambda)
{
    {
        UniqueGuard guard(LockA);
        auto work = [kept = Move(guard)] { return kept.Owns(); };
        if (work())
            Work();
    }
    WdfWaitLockAcquire(LockA, nullptr); // no-warning
    WdfWaitLockRelease(LockA);
}
