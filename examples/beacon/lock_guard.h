//
// Holds a wait lock for as long as it lives.
//

#pragma once

class WaitLockGuard {
public:
    explicit WaitLockGuard(WDFWAITLOCK lock) : m_lock(lock)
    {
        WdfWaitLockAcquire(m_lock, nullptr);
    }

    ~WaitLockGuard()
    {
        if (m_lock != nullptr)
            WdfWaitLockRelease(m_lock);
    }

    WaitLockGuard(const WaitLockGuard &) = delete;
    WaitLockGuard &operator=(const WaitLockGuard &) = delete;

    // Gives the lock up before the guard's life ends.
    void Release()
    {
        WdfWaitLockRelease(m_lock);
        m_lock = nullptr;
    }

private:
    WDFWAITLOCK m_lock;
};
