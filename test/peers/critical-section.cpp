// RUN: %verify_kmdf -std=c++17 %s

// The cases of clang's checker of blocking calls in critical sections, for wait
// locks, as far as they are about which lock is held where: here it is to acquire
// a lock again, and to return with it, what must not be done.

#include <ntddk.h>
#include <wdf.h>

#define CALLBACK(name) EVT_WDF_TIMER name; VOID name(WDFTIMER Timer)

WDFWAITLOCK LockA, LockB, LockC;

class Mutex {
public:
    explicit Mutex(WDFWAITLOCK handle) : m_handle(handle) {}
    void lock() { WdfWaitLockAcquire(m_handle, nullptr); } // expected-warning{{HeldByAMutex acquires the wait lock 'mutex.m_handle' while it already holds it}}
    void unlock() { WdfWaitLockRelease(m_handle); }

private:
    WDFWAITLOCK m_handle;
};

CALLBACK(LockedByAMutex)
{
    Mutex mutex(LockA);

    mutex.lock();
    mutex.unlock();
} // no-warning

CALLBACK(HeldByAMutex)
{
    Mutex mutex(LockA);

    mutex.lock();
    mutex.lock();
    mutex.unlock();
    mutex.unlock();
}

CALLBACK(OnlyOneOfThreeIsReleased)
{
    Mutex a(LockA), b(LockB), c(LockC);

    a.lock();
    b.lock();
    c.lock();
    c.unlock();
} // expected-warning{{OnlyOneOfThreeIsReleased returns while it still holds the wait lock 'a.m_handle'}} \
  // expected-warning{{OnlyOneOfThreeIsReleased returns while it still holds the wait lock 'b.m_handle'}}

CALLBACK(SecondOutlivesFirst)
{
    Mutex a(LockA), b(LockB);

    a.lock();
    b.lock();
    a.unlock();
    WdfWaitLockAcquire(LockA, nullptr); // no-warning
    WdfWaitLockRelease(LockA);
    b.unlock();
} // no-warning

CALLBACK(NestedThreeDeep)
{
    Mutex a(LockA), b(LockB), c(LockC);

    a.lock();
    b.lock();
    c.lock();
    c.unlock();
    b.unlock();
    a.unlock();
    WdfWaitLockAcquire(LockA, nullptr); // no-warning
    WdfWaitLockRelease(LockA);
}

CALLBACK(SectionsInTurn)
{
    Mutex mutex(LockA);

    mutex.lock();
    mutex.unlock();
    mutex.lock();
} // expected-warning{{SectionsInTurn returns while it still holds the wait lock 'mutex.m_handle'}}

CALLBACK(OthersReleasedMeanwhile)
{
    Mutex a(LockA), b(LockB), c(LockC);

    a.lock();
    b.lock();
    b.unlock();
    c.lock();
    c.unlock();
} // expected-warning{{OthersReleasedMeanwhile returns while it still holds the wait lock 'a.m_handle'}}

static void Update()
{
    WdfWaitLockAcquire(LockA, nullptr); // expected-warning{{HelperAcquiresAgain acquires the wait lock 'LockA' while it already holds it}}
    WdfWaitLockRelease(LockA);
}

CALLBACK(HelperAcquiresAgain)
{
    Mutex mutex(LockA);

    mutex.lock();
    Update();
    mutex.unlock();
}

void LockBoth(Mutex &mutex);

CALLBACK(UnseenCodeMayHaveLocked)
{
    Mutex mutex(LockA);

    LockBoth(mutex);
    mutex.unlock(); // no-warning
    mutex.lock();
} // expected-warning{{UnseenCodeMayHaveLocked returns while it still holds the wait lock 'mutex.m_handle'}}

// Has the name and the handle, and does nothing.
class NoLockGuard {
public:
    explicit NoLockGuard(WDFWAITLOCK handle) : m_handle(handle) {}

private:
    WDFWAITLOCK m_handle;
};

class LockGuard {
public:
    explicit LockGuard(WDFWAITLOCK handle) : m_handle(handle) { WdfWaitLockAcquire(m_handle, nullptr); }
    ~LockGuard() { WdfWaitLockRelease(m_handle); }

private:
    WDFWAITLOCK m_handle;
};

CALLBACK(GuardAndNoGuard)
{
    NoLockGuard none(LockA);
    LockGuard guard(LockA); // no-warning
    NoLockGuard another(LockA);
} // no-warning

CALLBACK(AcquiresUnderAGuard)
{
    LockGuard guard(LockA);

    WdfWaitLockAcquire(LockA, nullptr); // expected-warning{{AcquiresUnderAGuard acquires the wait lock 'LockA' while it already holds it}}
}

static void Guarded() { LockGuard guard(LockA); }

CALLBACK(AcquiresAfterAGuardedHelper)
{
    Guarded();
    WdfWaitLockAcquire(LockA, nullptr); // no-warning
    WdfWaitLockRelease(LockA);
}

template <typename... Locks> class ScopedLock;

template <> class ScopedLock<> {};

template <typename First, typename... Rest> class ScopedLock<First, Rest...> : ScopedLock<Rest...> {
public:
    explicit ScopedLock(First first, Rest... rest) : ScopedLock<Rest...>(rest...), m_handle(first)
    {
        WdfWaitLockAcquire(m_handle, nullptr);
    }
    ~ScopedLock() { WdfWaitLockRelease(m_handle); }

private:
    First m_handle;
};

CALLBACK(TwoLocksInOneGuard)
{
    {
        ScopedLock<WDFWAITLOCK, WDFWAITLOCK> guard(LockA, LockB);
    }
    WdfWaitLockAcquire(LockA, nullptr); // no-warning
    WdfWaitLockRelease(LockA);
}

CALLBACK(AcquiresUnderTwoLocksInOneGuard)
{
    ScopedLock<WDFWAITLOCK, WDFWAITLOCK> guard(LockA, LockB);

    WdfWaitLockAcquire(LockB, nullptr); // expected-warning{{AcquiresUnderTwoLocksInOneGuard acquires the wait lock 'LockB' while it already holds it}}
}

// Where the attempt fails, the lock is not held.
CALLBACK(AcquiresWhereTheAttemptFailed)
{
    LONGLONG now = 0;

    if (WdfWaitLockAcquire(LockA, &now) != STATUS_SUCCESS)
        WdfWaitLockAcquire(LockA, nullptr); // no-warning
    WdfWaitLockRelease(LockA);
}

struct Defer {};

class UniqueLock {
public:
    explicit UniqueLock(WDFWAITLOCK handle) : m_handle(handle), m_owns(true)
    {
        WdfWaitLockAcquire(m_handle, nullptr);
    }
    UniqueLock(WDFWAITLOCK handle, Defer) : m_handle(handle), m_owns(false) {}
    ~UniqueLock()
    {
        if (m_owns)
            WdfWaitLockRelease(m_handle);
    }

private:
    WDFWAITLOCK m_handle;
    bool m_owns;
};

CALLBACK(AcquiresUnderADeferredGuard)
{
    UniqueLock guard(LockA, Defer());

    WdfWaitLockAcquire(LockA, nullptr); // no-warning
    WdfWaitLockRelease(LockA);
}

CALLBACK(AcquiresUnderAUniqueLock)
{
    UniqueLock guard(LockA);

    WdfWaitLockAcquire(LockA, nullptr); // expected-warning{{AcquiresUnderAUniqueLock acquires the wait lock 'LockA' while it already holds it}}
}

// A call through a pointer, nothing more.
int (*Pointer)(void);

CALLBACK(CallsThroughAPointer)
{
    Pointer();
}

// lock() is a member of the base, unlock() of the class.
class MutexBase {
public:
    void lock() { WdfWaitLockAcquire(m_handle, nullptr); }

protected:
    explicit MutexBase(WDFWAITLOCK handle) : m_handle(handle) {}
    WDFWAITLOCK m_handle;
};

class DerivedMutex : public MutexBase {
public:
    explicit DerivedMutex(WDFWAITLOCK handle) : MutexBase(handle) {}
    void unlock() { WdfWaitLockRelease(m_handle); } // expected-warning{{TwoMembersAreTwoLocks releases the wait lock 'mutexes.Second.m_handle'}}
};

CALLBACK(LockedInTheBase)
{
    DerivedMutex mutex(LockA);

    mutex.lock();
} // expected-warning{{LockedInTheBase returns while it still holds the wait lock 'mutex.m_handle'}}

CALLBACK(LockedInTheBaseAndReleased)
{
    DerivedMutex mutex(LockA);

    mutex.lock();
    mutex.unlock();
} // no-warning

struct TwoMutexes {
    DerivedMutex First;
    DerivedMutex Second;
};

CALLBACK(TwoMembersAreTwoLocks)
{
    TwoMutexes mutexes = {DerivedMutex(LockA), DerivedMutex(LockB)};

    mutexes.First.lock();
    mutexes.Second.unlock();
} // expected-warning{{TwoMembersAreTwoLocks returns while it still holds the wait lock 'mutexes.First.m_handle'}}

// A guard in a function that calls itself.
class Device {
public:
    explicit Device(WDFWAITLOCK lock) : m_lock(lock), m_isAborted(false) {}

    void Retry()
    {
        if (IsAborted())
            Retry();
    }

private:
    bool IsAborted()
    {
        UniqueLock guard(m_lock);
        return m_isAborted;
    }

    WDFWAITLOCK m_lock;
    volatile bool m_isAborted;
};

CALLBACK(GuardInARecursion)
{
    Device device(LockA);

    device.Retry();
} // no-warning

static void WorkUnderTheLock(WDFWAITLOCK lock)
{
    UniqueLock guard(lock);

    WdfWaitLockAcquire(LockB, nullptr); // no-warning
    WdfWaitLockRelease(LockB);
}

CALLBACK(GuardOfAHelperEndsWithIt)
{
    WorkUnderTheLock(LockA);
    WdfWaitLockAcquire(LockA, nullptr); // no-warning
    WdfWaitLockRelease(LockA);
}
