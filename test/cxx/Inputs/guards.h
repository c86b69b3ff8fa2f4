// The guards and locks that the tests of this folder share.

#pragma once

#include <ntddk.h>
#include <wdf.h>

#define CALLBACK(name) EVT_WDF_TIMER name; VOID name(WDFTIMER Timer)

extern WDFWAITLOCK LockA, LockB;

BOOLEAN Condition();
VOID Work();

template <typename T> T &&Move(T &object) { return static_cast<T &&>(object); }

template <typename T> VOID Swap(T &first, T &second)
{
    T kept = Move(first);
    first = Move(second);
    second = Move(kept);
}

// Holds a lock for as long as it lives.
class Guard {
public:
    explicit Guard(WDFWAITLOCK lock) : m_lock(lock) { WdfWaitLockAcquire(m_lock, nullptr); }
    ~Guard() { WdfWaitLockRelease(m_lock); }
    Guard(const Guard &) = delete;
    Guard &operator=(const Guard &) = delete;

private:
    WDFWAITLOCK m_lock;
};

struct Deferred {};
struct Adopted {};
struct Attempted {};

// May own its lock or not; what it owns, it can give up, take again and pass on.
class UniqueGuard {
public:
    UniqueGuard() = default;
    explicit UniqueGuard(WDFWAITLOCK lock) : m_lock(lock) { Acquire(); }
    UniqueGuard(WDFWAITLOCK lock, Deferred) : m_lock(lock) {}
    UniqueGuard(WDFWAITLOCK lock, Adopted) : m_lock(lock), m_owns(true) {}
    UniqueGuard(WDFWAITLOCK lock, Attempted) : m_lock(lock) { TryAcquire(); }
    ~UniqueGuard()
    {
        if (m_owns)
            WdfWaitLockRelease(m_lock);
    }

    UniqueGuard(const UniqueGuard &) = delete;
    UniqueGuard &operator=(const UniqueGuard &) = delete;

    UniqueGuard(UniqueGuard &&other) : m_lock(other.m_lock), m_owns(other.m_owns)
    {
        other.m_lock = nullptr;
        other.m_owns = false;
    }

    UniqueGuard &operator=(UniqueGuard &&other)
    {
        if (this != &other) {
            if (m_owns)
                WdfWaitLockRelease(m_lock);
            m_lock = other.m_lock;
            m_owns = other.m_owns;
            other.m_lock = nullptr;
            other.m_owns = false;
        }
        return *this;
    }

    VOID Acquire()
    {
        WdfWaitLockAcquire(m_lock, nullptr);
        m_owns = true;
    }

    bool TryAcquire()
    {
        LONGLONG now = 0;
        m_owns = WdfWaitLockAcquire(m_lock, &now) == STATUS_SUCCESS;
        return m_owns;
    }

    VOID Release()
    {
        WdfWaitLockRelease(m_lock);
        m_owns = false;
    }

    // The lock is the caller's from here on.
    WDFWAITLOCK Detach()
    {
        WDFWAITLOCK lock = m_lock;
        m_lock = nullptr;
        m_owns = false;
        return lock;
    }

    bool Owns() const { return m_owns; }
    explicit operator bool() const { return m_owns; }

private:
    WDFWAITLOCK m_lock = nullptr;
    bool m_owns = false;
};
