// RUN: %verify_kmdf -std=c++17 %s

// Lock guards: the constructor acquires, the destructor releases.

#include <ntddk.h>
#include <wdf.h>

struct DeviceContext {
    WDFWAITLOCK Lock;
    BOOLEAN Ready;
};

WDF_DECLARE_CONTEXT_TYPE_WITH_NAME(DeviceContext, GetDeviceContext)

class Guard {
public:
    explicit Guard(WDFWAITLOCK lock) : m_lock(lock) { WdfWaitLockAcquire(m_lock, nullptr); }
    ~Guard() { WdfWaitLockRelease(m_lock); }
    Guard(const Guard &) = delete;
    Guard &operator=(const Guard &) = delete;

private:
    WDFWAITLOCK m_lock;
};

class ReleasableGuard {
public:
    explicit ReleasableGuard(WDFWAITLOCK lock) : m_lock(lock) { WdfWaitLockAcquire(m_lock, nullptr); }
    ~ReleasableGuard()
    {
        if (m_lock)
            WdfWaitLockRelease(m_lock);
    }
    void Release()
    {
        WdfWaitLockRelease(m_lock);
        m_lock = nullptr;
    }

private:
    WDFWAITLOCK m_lock;
};

// A guard whose destructor forgets its job.
class BrokenGuard {
public:
    explicit BrokenGuard(WDFWAITLOCK lock) : m_lock(lock) { WdfWaitLockAcquire(m_lock, nullptr); }
    ~BrokenGuard() { m_lock = nullptr; }

private:
    WDFWAITLOCK m_lock;
};

VOID Unknown();

EVT_WDF_TIMER Guarded;
VOID Guarded(WDFTIMER Timer)
{
    auto *context = GetDeviceContext(WdfTimerGetParentObject(Timer));
    Guard guard(context->Lock);

    if (!context->Ready)
        return; // no-warning
    Unknown();
}

EVT_WDF_TIMER ReleasedEarly;
VOID ReleasedEarly(WDFTIMER Timer)
{
    auto *context = GetDeviceContext(WdfTimerGetParentObject(Timer));
    ReleasableGuard guard(context->Lock);

    Unknown();
    if (context->Ready)
        guard.Release();
} // no-warning

EVT_WDF_TIMER GuardedAndReleased;
VOID GuardedAndReleased(WDFTIMER Timer)
{
    auto *context = GetDeviceContext(WdfTimerGetParentObject(Timer));
    Guard guard(context->Lock);

    WdfWaitLockRelease(context->Lock);
} // The destructor of the guard releases again.
// expected-warning@18{{GuardedAndReleased releases the wait lock}}

EVT_WDF_TIMER Broken;
VOID Broken(WDFTIMER Timer)
{
    auto *context = GetDeviceContext(WdfTimerGetParentObject(Timer));
    BrokenGuard guard(context->Lock);

    Unknown();
} // expected-warning{{Broken returns while it still holds the wait lock 'context->Lock'}}

class Device {
public:
    static EVT_WDF_TIMER OnTimer;

private:
    bool Update();

    WDFWAITLOCK m_lock;
    bool m_ready;
};

struct DevicePointer {
    Device *Object;
};

WDF_DECLARE_CONTEXT_TYPE_WITH_NAME(DevicePointer, GetDevicePointer)

bool Device::Update()
{
    WdfWaitLockAcquire(m_lock, nullptr);
    if (!m_ready)
        return false;
    WdfWaitLockRelease(m_lock);
    return true;
}

VOID Device::OnTimer(WDFTIMER Timer)
{
    GetDevicePointer(WdfTimerGetParentObject(Timer))->Object->Update();
} // expected-warning{{Device::OnTimer returns while it still holds the wait lock 'GetDevicePointer(WdfTimerGetParentObject(Timer))->Object->m_lock'}}
