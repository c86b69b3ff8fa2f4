// RUN: %cc1 -load %plugin -analyze -analyzer-checker=kmdf -std=c++17 \
// RUN:   -analyzer-config kmdf:Facts=%t %s -o /dev/null -verify
// RUN: %facts %t | FileCheck %s

// Roles in C++: extern "C", static members, templates, lambdas.

#include <ntddk.h>
#include <wdf.h>

WDFWAITLOCK Lock;

extern "C" EVT_WDF_TIMER ExternC;
VOID ExternC(WDFTIMER)
{
    WdfWaitLockAcquire(Lock, nullptr);
} // expected-warning{{ExternC returns while it still holds the wait lock 'Lock'}}
// CHECK-DAG: ExternC: EVT_WDF_TIMER, declared

class Device {
public:
    static EVT_WDF_TIMER OnTimer;
    static VOID OnDpc(WDFDPC Dpc);
};

VOID Device::OnTimer(WDFTIMER)
{
    WdfWaitLockAcquire(Lock, nullptr);
} // expected-warning{{Device::OnTimer returns while it still holds the wait lock 'Lock'}}
// CHECK-DAG: Device::OnTimer: EVT_WDF_TIMER, declared

VOID Device::OnDpc(WDFDPC)
{
    WdfWaitLockAcquire(Lock, nullptr);
} // expected-warning{{Device::OnDpc returns while it still holds the wait lock 'Lock'}}
// CHECK-DAG: Device::OnDpc: EVT_WDF_DPC, given

namespace {
template <typename T> struct Queue {
    static VOID OnRead(WDFQUEUE, WDFREQUEST, size_t)
    {
        WdfWaitLockAcquire(Lock, nullptr);
    } // expected-warning{{returns while it still holds the wait lock 'Lock'}}
};
} // namespace
// CHECK-DAG: OnRead: EVT_WDF_IO_QUEUE_IO_READ, given

VOID Configure()
{
    WDF_DPC_CONFIG dpc;
    WDF_DPC_CONFIG_INIT(&dpc, Device::OnDpc);

    WDF_IO_QUEUE_CONFIG queue;
    WDF_IO_QUEUE_CONFIG_INIT(&queue, WdfIoQueueDispatchParallel);
    queue.EvtIoRead = Queue<int>::OnRead;
    queue.EvtIoWrite = [](WDFQUEUE, WDFREQUEST, size_t) {
        WdfWaitLockAcquire(Lock, nullptr);
    }; // expected-warning{{the EVT_WDF_IO_QUEUE_IO_WRITE lambda returns while it still holds the wait lock 'Lock'}}
    // CHECK-DAG: the EVT_WDF_IO_QUEUE_IO_WRITE lambda: EVT_WDF_IO_QUEUE_IO_WRITE, given

    auto onTimer = [](WDFTIMER) {
        WdfWaitLockAcquire(Lock, nullptr);
    }; // expected-warning{{the EVT_WDF_TIMER lambda returns while it still holds the wait lock 'Lock'}}
    WDF_TIMER_CONFIG timer;
    WDF_TIMER_CONFIG_INIT(&timer, onTimer);
    // CHECK-DAG: the EVT_WDF_TIMER lambda: EVT_WDF_TIMER, given

    WDF_WORKITEM_CONFIG item;
    WDF_WORKITEM_CONFIG_INIT(&item, +[](WDFWORKITEM) {
        WdfWaitLockAcquire(Lock, nullptr);
        WdfWaitLockRelease(Lock);
    });
    // CHECK-DAG: the EVT_WDF_WORKITEM lambda: kmdf.WdfWaitlockRelease: pass
}
