// RUN: %verify_kmdf -std=c++17 %s

// Which lock it is, in C++: members, references, contexts that are objects.

#include <ntddk.h>
#include <wdf.h>

VOID Unknown();

class Device {
public:
    NTSTATUS Balanced(bool early);
    NTSTATUS WrongOne();
    NTSTATUS ByReference();

    WDFWAITLOCK m_lock;
    WDFWAITLOCK m_other;

private:
    static void Give(WDFWAITLOCK &lock) { WdfWaitLockRelease(lock); }
};

WDF_DECLARE_CONTEXT_TYPE_WITH_NAME(Device, GetDevice)

NTSTATUS Device::Balanced(bool early)
{
    WdfWaitLockAcquire(m_lock, nullptr);
    Unknown();
    WdfWaitLockRelease(this->m_lock); // no-warning
    return early ? STATUS_SUCCESS : STATUS_UNSUCCESSFUL;
}

NTSTATUS Device::WrongOne()
{
    WdfWaitLockAcquire(m_lock, nullptr);
    Unknown();
    WdfWaitLockRelease(m_other); // expected-warning{{OnWrongOne releases the wait lock}}
    WdfWaitLockRelease(m_lock);
    return STATUS_SUCCESS;
}

NTSTATUS Device::ByReference()
{
    WDFWAITLOCK &lock = m_lock;

    WdfWaitLockAcquire(lock, nullptr);
    Unknown();
    Give(m_lock); // no-warning
    return STATUS_SUCCESS;
}

EVT_WDF_TIMER OnBalanced, OnWrongOne, OnByReference;

VOID OnBalanced(WDFTIMER timer)
{
    GetDevice(WdfTimerGetParentObject(timer))->Balanced(timer != nullptr);
}

VOID OnWrongOne(WDFTIMER timer)
{
    GetDevice(WdfTimerGetParentObject(timer))->WrongOne();
}

VOID OnByReference(WDFTIMER timer)
{
    Device &device = *GetDevice(WdfTimerGetParentObject(timer));

    device.ByReference();
    WdfWaitLockAcquire(device.m_lock, nullptr);
    Unknown();
    WdfWaitLockRelease(GetDevice(WdfTimerGetParentObject(timer))->m_lock); // no-warning
}
