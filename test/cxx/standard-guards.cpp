// RUN: %verify_kmdf -analyzer-config kmdf:Facts=%t -std=c++14 -fno-rtti %s
// RUN: %facts %t | FileCheck --implicit-check-not=inconclusive %s
// RUN: %verify_kmdf -analyzer-config kmdf:Facts=%t -std=c++20 -fno-rtti %s
// RUN: %facts %t | FileCheck --implicit-check-not=inconclusive %s

// Guards in the shape of the standard library's, which drivers write for
// themselves: they work on a mutex, by reference.

#include "Inputs/guards.h"

class Mutex {
public:
    explicit Mutex(WDFWAITLOCK lock) : m_lock(lock) {}
    void lock() { WdfWaitLockAcquire(m_lock, nullptr); } // expected-warning{{LockedAgain acquires the wait lock 'mutex.m_lock' while it already holds it}} expected-warning{{ScopedTwice acquires the wait lock 'mutex.m_lock' while it already holds it}}
    bool try_lock()
    {
        LONGLONG now = 0;
        return WdfWaitLockAcquire(m_lock, &now) == STATUS_SUCCESS;
    }
    void unlock() { WdfWaitLockRelease(m_lock); } // expected-warning{{AdoptedNothing releases the wait lock 'm_mutex->m_lock', which it does not hold}} expected-warning{{UnlockedWhereTryFailed releases the wait lock 'mutex.m_lock', which it does not hold}} expected-warning{{UnlockedAfterUnlock releases the wait lock 'mutex.m_lock', which it does not hold}}

private:
    WDFWAITLOCK m_lock;
};

struct defer_lock_t {};
struct adopt_lock_t {};
struct try_to_lock_t {};

template <typename M> class unique_lock {
public:
    unique_lock() noexcept = default;
    explicit unique_lock(M &mutex) : m_mutex(&mutex) { lock(); }
    unique_lock(M &mutex, defer_lock_t) noexcept : m_mutex(&mutex) {}
    unique_lock(M &mutex, adopt_lock_t) noexcept : m_mutex(&mutex), m_owns(true) {}
    unique_lock(M &mutex, try_to_lock_t) : m_mutex(&mutex), m_owns(mutex.try_lock()) {}
    ~unique_lock()
    {
        if (m_owns)
            unlock();
    }

    unique_lock(unique_lock &&other) noexcept : m_mutex(other.m_mutex), m_owns(other.m_owns)
    {
        other.m_mutex = nullptr;
        other.m_owns = false;
    }

    unique_lock &operator=(unique_lock &&other) noexcept
    {
        unique_lock(Move(other)).swap(*this);
        return *this;
    }

    void swap(unique_lock &other) noexcept
    {
        Swap(m_mutex, other.m_mutex);
        Swap(m_owns, other.m_owns);
    }

    void lock()
    {
        m_mutex->lock();
        m_owns = true;
    }

    void unlock()
    {
        m_mutex->unlock();
        m_owns = false;
    }

    M *release() noexcept
    {
        M *mutex = m_mutex;
        m_mutex = nullptr;
        m_owns = false;
        return mutex;
    }

    bool owns_lock() const noexcept { return m_owns; }
    explicit operator bool() const noexcept { return m_owns; }

private:
    M *m_mutex = nullptr;
    bool m_owns = false;
};

template <typename... M> class scoped_lock;

template <> class scoped_lock<> {};

template <typename First, typename... Rest> class scoped_lock<First, Rest...> {
public:
    explicit scoped_lock(First &first, Rest &...rest) : m_first(first), m_rest(rest...)
    {
        m_first.lock();
    }
    ~scoped_lock() { m_first.unlock(); }

private:
    First &m_first;
    scoped_lock<Rest...> m_rest;
};

CALLBACK(LockedOnSomeWays)
{
    Mutex mutex(LockA);
    unique_lock<Mutex> lock(mutex, defer_lock_t());

    if (Condition()) {
        lock.lock();
        Work();
    }
    if (lock && Condition())
        lock.unlock();
} // no-warning

CALLBACK(LockedAgain)
{
    Mutex mutex(LockA);
    unique_lock<Mutex> lock(mutex, defer_lock_t());

    if (Condition())
        lock.lock();
    mutex.lock();
    mutex.unlock();
}

CALLBACK(Adopted)
{
    Mutex mutex(LockA);

    mutex.lock();
    unique_lock<Mutex> lock(mutex, adopt_lock_t());
    Work();
} // no-warning

CALLBACK(AdoptedNothing)
{
    Mutex mutex(LockA);
    unique_lock<Mutex> lock(mutex, adopt_lock_t());
    Work();
}

CALLBACK(Tried)
{
    Mutex mutex(LockA);
    unique_lock<Mutex> lock(mutex, try_to_lock_t());

    if (!lock.owns_lock())
        return;
    Work();
} // no-warning

CALLBACK(UnlockedWhereTryFailed)
{
    Mutex mutex(LockA);
    unique_lock<Mutex> lock(mutex, try_to_lock_t());

    if (!lock.owns_lock())
        mutex.unlock();
}

CALLBACK(MovedAndSwapped)
{
    Mutex first(LockA), second(LockB);
    unique_lock<Mutex> one(first), other(second, defer_lock_t());

    one.swap(other);
    other.unlock();
    one.lock();
    other = Move(one);
    first.lock();
    first.unlock();
} // no-warning

CALLBACK(Reacquired)
{
    Mutex mutex(LockA);
    unique_lock<Mutex> lock(mutex);

    while (Condition()) {
        lock.unlock();
        Work();
        lock.lock();
    }
} // no-warning

CALLBACK(UnlockedAfterUnlock)
{
    Mutex mutex(LockA);
    unique_lock<Mutex> lock(mutex);

    lock.unlock();
    if (Condition())
        mutex.unlock();
}

CALLBACK(Released)
{
    Mutex mutex(LockA);
    unique_lock<Mutex> lock(mutex);

    lock.release()->unlock();
} // no-warning

CALLBACK(ReleasedAndForgotten)
{
    Mutex mutex(LockA);
    unique_lock<Mutex> lock(mutex);

    if (Condition())
        lock.release();
} // expected-warning{{ReleasedAndForgotten returns while it still holds the wait lock 'm_mutex->m_lock'}}

CALLBACK(ScopedBoth)
{
    Mutex first(LockA), second(LockB);
    scoped_lock<Mutex, Mutex> both(first, second);

    if (Condition())
        return; // no-warning
    Work();
}

CALLBACK(ScopedTwice)
{
    Mutex mutex(LockA);
    scoped_lock<Mutex, Mutex> both(mutex, mutex);
}

// CHECK: LockedOnSomeWays: kmdf.WdfWaitlock: pass
