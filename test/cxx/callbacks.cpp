// RUN: %verify_kmdf -analyzer-config kmdf:Facts=%t -std=c++17 -fno-rtti %s
// RUN: %facts %t | FileCheck --implicit-check-not=inconclusive %s

// Callbacks and what they call: static members, lambdas, namespaces, extern "C",
// virtual methods, pointers to members.

#include "Inputs/guards.h"

class Device {
public:
    static EVT_WDF_TIMER OnGoodTimer;
    static EVT_WDF_TIMER OnBadTimer;

    VOID Acquire() { WdfWaitLockAcquire(m_lock, nullptr); }
    VOID Release() { WdfWaitLockRelease(m_lock); }
    WDFWAITLOCK GetLock() const { return m_lock; }

private:
    WDFWAITLOCK m_lock;
};

struct DevicePointer {
    Device *Object;
};

WDF_DECLARE_CONTEXT_TYPE_WITH_NAME(DevicePointer, GetDevicePointer)

VOID Device::OnGoodTimer(WDFTIMER Timer)
{
    Device *device = GetDevicePointer(Timer)->Object;

    device->Acquire();
    device->Release();
} // no-warning

VOID Device::OnBadTimer(WDFTIMER Timer)
{
    Device *device = GetDevicePointer(Timer)->Object;

    device->Acquire();
    if (Condition())
        return; // expected-warning{{Device::OnBadTimer returns while it still holds the wait lock 'device->m_lock'}}
    device->Release();
}

VOID GiveLambdas(WDF_IO_QUEUE_CONFIG *config, WDF_TIMER_CONFIG *timer)
{
    config->EvtIoRead = [](WDFQUEUE, WDFREQUEST, size_t) {
        Guard guard(LockA);
        if (Condition())
            return; // no-warning
    };
    config->EvtIoWrite = [](WDFQUEUE, WDFREQUEST, size_t) {
        WdfWaitLockAcquire(LockA, nullptr);
    }; // expected-warning{{the EVT_WDF_IO_QUEUE_IO_WRITE lambda returns while it still holds the wait lock 'LockA'}}
    WDF_TIMER_CONFIG_INIT(timer, [](WDFTIMER) {
        WdfWaitLockRelease(LockB); // expected-warning{{the EVT_WDF_TIMER lambda releases the wait lock 'LockB', which it does not hold}}
    });
}

namespace driver {
EVT_WDF_TIMER OnTimer;
EVT_WDF_TIMER OnOtherTimer;

namespace {
VOID Leave() { WdfWaitLockRelease(LockA); }
} // namespace
} // namespace driver

VOID driver::OnTimer(WDFTIMER)
{
    WdfWaitLockAcquire(LockA, nullptr);
    Leave();
} // no-warning

namespace driver {
VOID OnOtherTimer(WDFTIMER)
{
    WdfWaitLockAcquire(LockA, nullptr);
} // expected-warning{{OnOtherTimer returns while it still holds the wait lock 'LockA'}}
} // namespace driver

extern "C" {
EVT_WDF_TIMER PlainTimer;
EVT_WDF_TIMER OtherPlainTimer;

VOID PlainTimer(WDFTIMER)
{
    Guard guard(LockA);
} // no-warning

VOID OtherPlainTimer(WDFTIMER)
{
    WdfWaitLockAcquire(LockA, nullptr);
} // expected-warning{{OtherPlainTimer returns while it still holds the wait lock 'LockA'}}
}

// What a virtual call runs is known where the object is.
class Step {
public:
    virtual VOID Run() {}
};

class ReleasingStep final : public Step {
public:
    VOID Run() override { WdfWaitLockRelease(LockA); }
};

static VOID RunStep(Step &step) { step.Run(); }

CALLBACK(VirtualRelease)
{
    ReleasingStep step;

    WdfWaitLockAcquire(LockA, nullptr);
    RunStep(step);
} // no-warning

CALLBACK(VirtualNothing)
{
    Step step;

    WdfWaitLockAcquire(LockA, nullptr);
    RunStep(step);
} // expected-warning{{VirtualNothing returns while it still holds the wait lock 'LockA'}}

CALLBACK(PointerToAMember)
{
    Device *device = GetDevicePointer(Timer)->Object;
    VOID (Device::*leave)() = &Device::Release;

    device->Acquire();
    (device->*leave)();
} // no-warning

CALLBACK(PointerToTheWrongMember)
{
    Device *device = GetDevicePointer(Timer)->Object;
    WDFWAITLOCK (Device::*leave)() const = &Device::GetLock;

    device->Acquire();
    (device->*leave)();
} // expected-warning{{PointerToTheWrongMember returns while it still holds the wait lock 'device->m_lock'}}

CALLBACK(PointerToAFunction)
{
    VOID (*leave)(WDFWAITLOCK) = WdfWaitLockRelease;

    WdfWaitLockAcquire(LockA, nullptr);
    leave(LockA);
} // no-warning

CALLBACK(PointerToALambda)
{
    VOID (*leave)() = [] { WdfWaitLockRelease(LockA); };

    WdfWaitLockAcquire(LockA, nullptr);
    leave();
} // no-warning

CALLBACK(PointerToALambdaWithAParameter)
{
    VOID (*leave)(WDFWAITLOCK) = +[](WDFWAITLOCK lock) { WdfWaitLockRelease(lock); };

    WdfWaitLockAcquire(LockA, nullptr);
    WdfWaitLockAcquire(LockB, nullptr);
    leave(LockA);
} // expected-warning{{PointerToALambdaWithAParameter returns while it still holds the wait lock 'LockB'}}

CALLBACK(PointerToAGenericLambda)
{
    VOID (*leave)(WDFWAITLOCK) = [](auto lock) { WdfWaitLockRelease(lock); };

    WdfWaitLockAcquire(LockA, nullptr);
    leave(LockA);
} // no-warning

// A lambda behind an interface, as std::function has it.
class Action {
public:
    virtual VOID Run() = 0;
};

template <typename Function> class ActionOf : public Action {
public:
    explicit ActionOf(Function function) : m_function(function) {}
    VOID Run() override { m_function(); }

private:
    Function m_function;
};

static VOID RunAction(Action &action) { action.Run(); }

CALLBACK(LambdaBehindAnInterface)
{
    ActionOf leave([] { WdfWaitLockRelease(LockA); });

    WdfWaitLockAcquire(LockA, nullptr);
    RunAction(leave);
} // no-warning

CALLBACK(WrongLambdaBehindAnInterface)
{
    ActionOf leave([] { Work(); });

    WdfWaitLockAcquire(LockA, nullptr);
    RunAction(leave);
} // expected-warning{{WrongLambdaBehindAnInterface returns while it still holds the wait lock 'LockA'}}

// Operators and conversions.
struct Toggle {
    VOID operator++() { WdfWaitLockAcquire(LockA, nullptr); }
    VOID operator--() { WdfWaitLockRelease(LockA); }
    operator WDFWAITLOCK() const { return LockA; }
};

CALLBACK(Operators)
{
    Toggle toggle;

    ++toggle;
    --toggle;
} // no-warning

CALLBACK(OperatorAndConversion)
{
    Toggle toggle;

    ++toggle;
    WdfWaitLockRelease(toggle); // no-warning
    ++toggle;
} // expected-warning{{OperatorAndConversion returns while it still holds the wait lock 'LockA'}}

// CHECK: VirtualRelease: kmdf.WdfWaitlockRelease: pass
