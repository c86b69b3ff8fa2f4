// RUN: not %cc1 -fsyntax-only %s
// RUN: %verify_kmdf -analyzer-config kmdf:Tolerant=true,kmdf:Facts=%t %s
// RUN: %facts %t | FileCheck --implicit-check-not="not reached" %s

// C++ whose library is not there: base classes, templates, namespaces and
// exceptions' types are guessed; members that are not, are judged.

// expected-warning@1{{2 headers missing}}

#include <ntddk.h>
#include <wdf.h>
#include <vendor/device.hpp>
#include <memory>

class Device : public vendor::DeviceBase {
public:
    NTSTATUS Start(vendor::Options const &options);
    vendor::Status Stop();

private:
    WDFWAITLOCK m_lock;
    std::unique_ptr<vendor::Ring> m_ring;
    vendor::Mode m_mode = vendor::Mode::Off;
};

WDF_DECLARE_CONTEXT_TYPE_WITH_NAME(Device, GetDevice)

NTSTATUS Device::Start(vendor::Options const &options)
{
    WdfWaitLockAcquire(m_lock, nullptr);
    if (options.size() == 0)
        return STATUS_INVALID_PARAMETER;
    m_ring = std::make_unique<vendor::Ring>(options[0]);
    WdfWaitLockRelease(m_lock);
    return STATUS_SUCCESS;
}

vendor::Status Device::Stop()
{
    WdfWaitLockAcquire(m_lock, nullptr);
    if (m_mode != vendor::Mode::Off)
        m_ring.reset();
    WdfWaitLockRelease(m_lock);
    return vendor::Status::Done;
}

EVT_WDF_TIMER Starts, Stops;

VOID Starts(WDFTIMER timer)
{
    vendor::Options options{};

    (void)GetDevice(timer)->Start(options);
} // expected-warning{{Starts returns while it still holds the wait lock 'GetDevice(timer)->m_lock'}}

VOID Stops(WDFTIMER timer)
{
    (void)GetDevice(timer)->Stop();
}
// CHECK: Stops: kmdf.WdfWaitlock: pass
// CHECK: Stops: kmdf.WdfWaitlockRelease: pass
