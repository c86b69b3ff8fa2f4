// RUN: %verify_kmdf -analyzer-config kmdf:Facts=%t -std=c++17 -fno-rtti %s
// RUN: %facts %t | FileCheck --implicit-check-not=inconclusive %s

// Guards that may own their lock or not: deferred, adopting, attempting; released,
// taken again, detached, moved and swapped.

#include "Inputs/guards.h"

CALLBACK(OwnedToTheEnd)
{
    UniqueGuard guard(LockA);

    Work();
} // no-warning

CALLBACK(OwnedAndReleasedByHand)
{
    UniqueGuard guard(LockA);

    WdfWaitLockRelease(LockA);
} // expected-warning@Inputs/guards.h:*{{OwnedAndReleasedByHand releases the wait lock}}

CALLBACK(AcquiredUnderAGuard)
{
    UniqueGuard guard(LockA);

    WdfWaitLockAcquire(LockA, nullptr); // expected-warning{{AcquiredUnderAGuard acquires the wait lock 'LockA' while it already holds it}}
}

CALLBACK(ReleasedEarly)
{
    UniqueGuard guard(LockA);

    guard.Release();
    WdfWaitLockAcquire(LockA, nullptr); // no-warning
    WdfWaitLockRelease(LockA);
} // no-warning

CALLBACK(ReleasedEarlyOnOneWay)
{
    UniqueGuard guard(LockA);

    if (Condition())
        guard.Release();
    Work();
} // no-warning

CALLBACK(ReleasedAndReacquired)
{
    UniqueGuard guard(LockA);

    guard.Release();
    Work();
    guard.Acquire();
} // no-warning

CALLBACK(ReacquiredWhileOwned)
{
    UniqueGuard guard(LockA);

    if (Condition())
        guard.Release();
    guard.Acquire();
} // expected-warning@Inputs/guards.h:*{{ReacquiredWhileOwned acquires the wait lock}}

CALLBACK(ReacquiredUnlessOwned)
{
    UniqueGuard guard(LockA);

    if (Condition())
        guard.Release();
    if (!guard.Owns())
        guard.Acquire();
} // no-warning

CALLBACK(DeferredAndNeverAcquired)
{
    UniqueGuard guard(LockA, Deferred());

    WdfWaitLockAcquire(LockA, nullptr); // no-warning
    WdfWaitLockRelease(LockA);
} // no-warning

CALLBACK(DeferredThenAcquired)
{
    UniqueGuard guard(LockA, Deferred());

    if (Condition())
        guard.Acquire();
    if (guard)
        Work();
} // no-warning

CALLBACK(DeferredAndReleased)
{
    UniqueGuard guard(LockA, Deferred());

    guard.Release();
} // expected-warning@Inputs/guards.h:*{{DeferredAndReleased releases the wait lock}}

CALLBACK(AdoptedWhatItHolds)
{
    WdfWaitLockAcquire(LockA, nullptr);
    UniqueGuard guard(LockA, Adopted());

    Work();
} // no-warning

CALLBACK(AdoptedWhatItDoesNotHold)
{
    UniqueGuard guard(LockA, Adopted());
} // expected-warning@Inputs/guards.h:*{{AdoptedWhatItDoesNotHold releases the wait lock}}

CALLBACK(AttemptedInTheConstructor)
{
    UniqueGuard guard(LockA, Attempted());

    if (!guard)
        return; // no-warning
    Work();
} // no-warning

CALLBACK(AttemptedAndTakenForGranted)
{
    UniqueGuard guard(LockA, Attempted());

    guard.Release();
} // expected-warning@Inputs/guards.h:*{{AttemptedAndTakenForGranted releases the wait lock}}

CALLBACK(AttemptedAgain)
{
    UniqueGuard guard(LockA, Deferred());

    if (!guard.TryAcquire() && !guard.TryAcquire())
        return; // no-warning
    Work();
} // no-warning

CALLBACK(DetachedAndReleased)
{
    UniqueGuard guard(LockA);
    WDFWAITLOCK lock = guard.Detach();

    WdfWaitLockRelease(lock);
} // no-warning

CALLBACK(DetachedAndForgotten)
{
    UniqueGuard guard(LockA);

    guard.Detach();
} // expected-warning{{DetachedAndForgotten returns while it still holds the wait lock}}

CALLBACK(MovedByConstructor)
{
    UniqueGuard first(LockA);
    UniqueGuard second(Move(first));

    Work();
} // no-warning

CALLBACK(MovedByConstructorAndHeld)
{
    UniqueGuard first(LockA);
    UniqueGuard second(Move(first));

    WdfWaitLockAcquire(LockA, nullptr); // expected-warning{{MovedByConstructorAndHeld acquires the wait lock 'LockA' while it already holds it}}
}

CALLBACK(MovedByAssignment)
{
    UniqueGuard first(LockA);
    UniqueGuard second;

    second = Move(first);
} // no-warning

CALLBACK(MovedOverAnOwner)
{
    UniqueGuard first(LockA);
    UniqueGuard second(LockB);

    second = Move(first);
    WdfWaitLockAcquire(LockB, nullptr); // no-warning
    WdfWaitLockRelease(LockB);
} // no-warning

CALLBACK(MovedOverAnOwnerAndHeld)
{
    UniqueGuard first(LockA);
    UniqueGuard second(LockB);

    second = Move(first);
    WdfWaitLockAcquire(LockA, nullptr); // expected-warning{{MovedOverAnOwnerAndHeld acquires the wait lock 'LockA' while it already holds it}}
}

CALLBACK(MovedToItself)
{
    UniqueGuard guard(LockA);

    guard = Move(guard);
} // no-warning

CALLBACK(MovedFromIsReleased)
{
    UniqueGuard first(LockA);
    UniqueGuard second(Move(first));

    second.Release();
    second = UniqueGuard(LockA); // no-warning
} // no-warning

CALLBACK(MovedFromIsUsed)
{
    UniqueGuard first(LockA, Deferred());
    UniqueGuard second(LockA);

    first = Move(second);
    first.Release();
    first.Release();
} // expected-warning@Inputs/guards.h:*{{MovedFromIsUsed releases the wait lock}}

CALLBACK(Swapped)
{
    UniqueGuard first(LockA);
    UniqueGuard second(LockB);

    Swap(first, second);
    second.Release();
    WdfWaitLockAcquire(LockA, nullptr); // no-warning
    WdfWaitLockRelease(LockA);
} // no-warning

CALLBACK(SwappedAndHeld)
{
    UniqueGuard first(LockA);
    UniqueGuard second(LockB);

    Swap(first, second);
    second.Release();
    WdfWaitLockAcquire(LockB, nullptr); // expected-warning{{SwappedAndHeld acquires the wait lock 'LockB' while it already holds it}}
}

CALLBACK(SwappedWithNothing)
{
    UniqueGuard nothing;
    {
        UniqueGuard guard(LockA);
        Swap(nothing, guard);
    }
    if (Condition())
        return; // no-warning
    nothing.Release();
} // no-warning

// A move that leaves the lock with both.
class CopyingGuard {
public:
    explicit CopyingGuard(WDFWAITLOCK lock) : m_lock(lock) { WdfWaitLockAcquire(m_lock, nullptr); }
    CopyingGuard(CopyingGuard &&other) : m_lock(other.m_lock) {}
    ~CopyingGuard()
    {
        if (m_lock)
            WdfWaitLockRelease(m_lock); // expected-warning{{ReleasedByBoth releases the wait lock}}
    }

private:
    WDFWAITLOCK m_lock;
};

CALLBACK(ReleasedByBoth)
{
    CopyingGuard first(LockA);
    CopyingGuard second(Move(first));
}

// The compiler's own copy leaves the lock with both, too.
struct CopiedGuard {
    WDFWAITLOCK Lock;

    explicit CopiedGuard(WDFWAITLOCK lock) : Lock(lock) { WdfWaitLockAcquire(Lock, nullptr); }
    CopiedGuard(const CopiedGuard &) = default;
    ~CopiedGuard() { WdfWaitLockRelease(Lock); } // expected-warning{{CopiedByDefault releases the wait lock}}
};

CALLBACK(CopiedByDefault)
{
    CopiedGuard first(LockA);
    CopiedGuard second(first);
}

struct AssignedGuard {
    WDFWAITLOCK Lock;

    explicit AssignedGuard(WDFWAITLOCK lock) : Lock(lock) { WdfWaitLockAcquire(Lock, nullptr); }
    AssignedGuard &operator=(const AssignedGuard &) = default;
    ~AssignedGuard() { WdfWaitLockRelease(Lock); } // expected-warning{{AssignedByDefault releases the wait lock}}
};

// LockB is lost, LockA is released twice.
CALLBACK(AssignedByDefault)
{
    AssignedGuard first(LockA);
    AssignedGuard second(LockB);

    second = first;
} // expected-warning{{AssignedByDefault returns while it still holds the wait lock}}

// A move that is made by default moves nothing out of a handle, but a member that
// knows how to move makes it right.
class OwnedHandle {
public:
    explicit OwnedHandle(WDFWAITLOCK lock) : m_lock(lock) {}
    OwnedHandle(OwnedHandle &&other) : m_lock(other.m_lock) { other.m_lock = nullptr; }
    OwnedHandle &operator=(OwnedHandle &&other)
    {
        m_lock = other.m_lock;
        other.m_lock = nullptr;
        return *this;
    }
    WDFWAITLOCK Get() const { return m_lock; }

private:
    WDFWAITLOCK m_lock;
};

class DefaultedGuard {
public:
    explicit DefaultedGuard(WDFWAITLOCK lock) : m_lock(lock) { WdfWaitLockAcquire(lock, nullptr); }
    DefaultedGuard(DefaultedGuard &&) = default;
    DefaultedGuard &operator=(DefaultedGuard &&) = default;
    ~DefaultedGuard()
    {
        if (m_lock.Get())
            WdfWaitLockRelease(m_lock.Get());
    }

private:
    OwnedHandle m_lock;
};

CALLBACK(MovedByDefault)
{
    DefaultedGuard first(LockA);
    DefaultedGuard second(Move(first));
} // no-warning

// The handle that second had is overwritten.
CALLBACK(AssignedByDefaultOverAnOwner)
{
    DefaultedGuard first(LockA);
    DefaultedGuard second(LockB);

    second = Move(first);
} // expected-warning{{AssignedByDefaultOverAnOwner returns while it still holds the wait lock}}

// CHECK: OwnedToTheEnd: kmdf.WdfWaitlockRelease: pass
