// RUN: %verify_kmdf -analyzer-config kmdf:Facts=%t -std=c++17 -fno-rtti %s
// RUN: %facts %t | FileCheck --implicit-check-not=inconclusive %s

// Templates: guards over policies, callbacks that are instances, specialisations.

#include "Inputs/guards.h"

struct WaitLock {
    using Handle = WDFWAITLOCK;
    static VOID Acquire(Handle lock) { WdfWaitLockAcquire(lock, nullptr); }
    static VOID Release(Handle lock) { WdfWaitLockRelease(lock); }
};

struct SpinLock {
    using Handle = WDFSPINLOCK;
    static VOID Acquire(Handle lock) { WdfSpinLockAcquire(lock); }
    static VOID Release(Handle lock) { WdfSpinLockRelease(lock); }
};

// Forgets to release.
struct BrokenLock : WaitLock {
    static VOID Release(Handle) {}
};

template <typename Lock> class LockGuard {
public:
    explicit LockGuard(typename Lock::Handle lock) : m_lock(lock) { Lock::Acquire(m_lock); }
    ~LockGuard() { Lock::Release(m_lock); }

private:
    typename Lock::Handle m_lock;
};

extern WDFSPINLOCK Spin;

CALLBACK(PolicyOfWaitLocks)
{
    LockGuard<WaitLock> guard(LockA);

    if (Condition())
        return; // no-warning
} // no-warning

CALLBACK(PolicyOfSpinLocks)
{
    LockGuard<SpinLock> spin(Spin);
    LockGuard<WaitLock> guard(LockA);
} // no-warning

CALLBACK(PolicyThatForgets)
{
    LockGuard<BrokenLock> guard(LockA);
} // expected-warning{{PolicyThatForgets returns while it still holds the wait lock}}

CALLBACK(DeducedArguments)
{
    WdfWaitLockAcquire(LockA, nullptr);
    auto release = [](auto lock) { WdfWaitLockRelease(lock); };

    release(LockA);
} // no-warning

// A class of locks, and a guard whose argument is deduced.
class Mutex {
public:
    VOID Lock() const { WdfWaitLockAcquire(m_lock, nullptr); } // expected-warning{{GuardWithinAGuard acquires the wait lock}}
    VOID Unlock() const { WdfWaitLockRelease(m_lock); }

private:
    WDFWAITLOCK m_lock;
};

template <typename Lockable> class MutexGuard {
public:
    explicit MutexGuard(Lockable &lockable) : m_lockable(lockable) { m_lockable.Lock(); }
    ~MutexGuard() { m_lockable.Unlock(); }

private:
    Lockable &m_lockable;
};

class Register {
public:
    LONG Get() const
    {
        MutexGuard guard(m_mutex);
        return m_value;
    }

    VOID Set(LONG value)
    {
        MutexGuard guard(m_mutex);
        if (value < 0)
            return; // no-warning
        m_value = value;
        Work();
    }

    VOID Increment()
    {
        MutexGuard guard(m_mutex);
        Set(m_value + 1);
    }

private:
    Mutex m_mutex;
    LONG m_value;
};

struct RegisterPointer {
    Register *Object;
};

WDF_DECLARE_CONTEXT_TYPE_WITH_NAME(RegisterPointer, GetRegister)

CALLBACK(GuardAfterAGuard)
{
    Register *object = GetRegister(Timer)->Object;

    object->Set(object->Get() + 1);
} // no-warning

CALLBACK(GuardWithinAGuard)
{
    GetRegister(Timer)->Object->Increment();
}

// The lock is an argument of the template.
template <WDFWAITLOCK *Lock> class StaticGuard {
public:
    StaticGuard() { WdfWaitLockAcquire(*Lock, nullptr); }
    ~StaticGuard() { WdfWaitLockRelease(*Lock); }
};

CALLBACK(LockAsAnArgument)
{
    {
        StaticGuard<&LockA> first;
        StaticGuard<&LockB> second; // no-warning
    }
    WdfWaitLockAcquire(LockA, nullptr); // no-warning
    WdfWaitLockRelease(LockA);
}

CALLBACK(HeldByALockAsAnArgument)
{
    StaticGuard<&LockA> guard;

    WdfWaitLockAcquire(LockA, nullptr); // expected-warning{{HeldByALockAsAnArgument acquires the wait lock 'LockA' while it already holds it}}
}

template <bool IsGuarded> VOID Update(WDFWAITLOCK lock)
{
    if constexpr (IsGuarded) {
        Guard guard(lock);
        Work();
    } else {
        WdfWaitLockAcquire(lock, nullptr);
        Work();
    }
}

CALLBACK(ConstantIf)
{
    Update<true>(LockA);
} // no-warning

CALLBACK(ConstantIfThatLeaks)
{
    Update<false>(LockA);
} // expected-warning{{ConstantIfThatLeaks returns while it still holds the wait lock 'LockA'}}

template <typename... Locks> VOID ReleaseAll(Locks... locks) { (WdfWaitLockRelease(locks), ...); }

CALLBACK(ReleasedByAFold)
{
    WdfWaitLockAcquire(LockA, nullptr);
    WdfWaitLockAcquire(LockB, nullptr);
    ReleaseAll(LockA, LockB);
} // no-warning

CALLBACK(ReleasedInPartByAFold)
{
    WdfWaitLockAcquire(LockA, nullptr);
    WdfWaitLockAcquire(LockB, nullptr);
    ReleaseAll(LockB);
} // expected-warning{{ReleasedInPartByAFold returns while it still holds the wait lock 'LockA'}}

// A member of the derived class, as the pattern of the curiously recurring template
// calls it.
template <typename Derived> class Locked {
public:
    VOID Run()
    {
        WdfWaitLockAcquire(LockA, nullptr);
        static_cast<Derived *>(this)->OnRun();
        WdfWaitLockRelease(LockA);
    }
};

class GoodTask : public Locked<GoodTask> {
public:
    VOID OnRun() { Work(); }
};

class BadTask : public Locked<BadTask> {
public:
    VOID OnRun()
    {
        WdfWaitLockAcquire(LockA, nullptr); // expected-warning{{CallsABadTask acquires the wait lock 'LockA' while it already holds it}}
    }
};

CALLBACK(CallsAGoodTask)
{
    GoodTask().Run();
} // no-warning

CALLBACK(CallsABadTask)
{
    BadTask().Run();
}

// Callbacks that are instances of a template.
template <typename Device, VOID (Device::*Method)()> VOID OnTimer(WDFTIMER)
{
    Device device;
    (device.*Method)();
} // expected-warning{{OnTimer returns while it still holds the wait lock 'LockA'}}

class Fan {
public:
    VOID Turn() { Guard guard(LockA); }
    VOID Stop() { WdfWaitLockAcquire(LockA, nullptr); }
};

VOID SetUp(WDF_TIMER_CONFIG *configs)
{
    WDF_TIMER_CONFIG_INIT(&configs[0], OnTimer<Fan, &Fan::Turn>);
    WDF_TIMER_CONFIG_INIT(&configs[1], OnTimer<Fan, &Fan::Stop>);
}

template <bool Leaks> class Driver {
public:
    static EVT_WDF_TIMER OnTimer;
};

template <bool Leaks> VOID Driver<Leaks>::OnTimer(WDFTIMER)
{
    WdfWaitLockAcquire(LockB, nullptr);
    if (!Leaks)
        WdfWaitLockRelease(LockB);
} // expected-warning{{Driver<true>::OnTimer returns while it still holds the wait lock 'LockB'}}

template class Driver<false>;
template class Driver<true>;

// A specialisation does otherwise than its template.
template <typename T> class Holder {
public:
    explicit Holder(WDFWAITLOCK lock) : m_lock(lock) { WdfWaitLockAcquire(m_lock, nullptr); }
    ~Holder() { WdfWaitLockRelease(m_lock); }

private:
    WDFWAITLOCK m_lock;
};

template <> class Holder<char> {
public:
    explicit Holder(WDFWAITLOCK lock) { WdfWaitLockAcquire(lock, nullptr); }
};

CALLBACK(Specialisations)
{
    Holder<int> right(LockA);
    Holder<char> wrong(LockB);
} // expected-warning{{Specialisations returns while it still holds the wait lock 'LockB'}}

// CHECK: PolicyOfWaitLocks: kmdf.WdfWaitlockRelease: pass
