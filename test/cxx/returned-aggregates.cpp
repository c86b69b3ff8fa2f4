// RUN: %verify_kmdf -analyzer-config kmdf:Facts=%t -std=c++14 -fno-rtti %s
// RUN: %facts %t | FileCheck --implicit-check-not=inconclusive %s
// RUN: %verify_kmdf -analyzer-config kmdf:Facts=%t -std=c++17 -fno-rtti %s
// RUN: %facts %t | FileCheck --implicit-check-not=inconclusive %s
// RUN: %verify_kmdf -analyzer-config kmdf:Facts=%t -std=c++20 -fno-rtti %s
// RUN: %facts %t | FileCheck --implicit-check-not=inconclusive %s

// A guard without a constructor, which a function makes and returns, is one object
// from there to the end of the variable.

#include "Inputs/guards.h"

struct Held {
    WDFWAITLOCK Lock;
    ~Held() { WdfWaitLockRelease(Lock); } // expected-warning{{ReturnedUnlocked releases the wait lock 'Lock', which it does not hold}}
};

static Held Named(WDFWAITLOCK lock)
{
    WdfWaitLockAcquire(lock, nullptr);
    return Held{lock};
}

static Held Braced(WDFWAITLOCK lock)
{
    WdfWaitLockAcquire(lock, nullptr);
    return {lock};
}

static Held Handed(WDFWAITLOCK lock)
{
    return Named(lock);
}

static Held Unlocked(WDFWAITLOCK lock)
{
    return {lock};
}

template <typename F> struct Finally {
    F Work;
    bool IsOn = true;
    ~Finally()
    {
        if (IsOn)
            Work();
    }
};

template <typename F> static Finally<F> AtEnd(F work)
{
    return Finally<F>{work};
}

CALLBACK(ReturnedNamed)
{
    auto held = Named(LockA);
    Work();
} // no-warning

CALLBACK(ReturnedBraced)
{
    auto held = Braced(LockA);
    Work();
} // no-warning

CALLBACK(ReturnedTwice)
{
    auto held = Handed(LockA);
    Work();
} // no-warning

CALLBACK(ReturnedAndDropped)
{
    Named(LockA);
    WdfWaitLockAcquire(LockA, nullptr); // no-warning
    WdfWaitLockRelease(LockA);
}

CALLBACK(ReturnedAndStillHeld)
{
    auto held = Braced(LockA);

    WdfWaitLockAcquire(LockA, nullptr); // expected-warning{{ReturnedAndStillHeld acquires the wait lock 'LockA' while it already holds it}}
}

CALLBACK(ReturnedOnOneWay)
{
    {
        auto held = Condition() ? Named(LockA) : Braced(LockB);
        Work();
    }
    WdfWaitLockAcquire(LockA, nullptr); // no-warning
    WdfWaitLockRelease(LockA);
}

CALLBACK(ReturnedUnlocked)
{
    auto held = Unlocked(LockA);
    Work();
}

CALLBACK(ReturnedFinally)
{
    WdfWaitLockAcquire(LockA, nullptr);
    auto release = AtEnd([] { WdfWaitLockRelease(LockA); });
    if (Condition())
        return; // no-warning
    Work();
}

CALLBACK(ReturnedFinallyIsOff)
{
    WdfWaitLockAcquire(LockA, nullptr);
    auto release = AtEnd([] { WdfWaitLockRelease(LockA); });
    if (Condition())
        release.IsOn = false;
} // expected-warning{{ReturnedFinallyIsOff returns while it still holds the wait lock 'LockA'}}

// CHECK: ReturnedNamed: kmdf.WdfWaitlock: pass
