// RUN: %verify_kmdf -std=c++17 -analyzer-config kmdf:Facts=%t %s
// RUN: %facts %t | FileCheck %s

// A callback in a namespace, declared there and defined outside.

#include <ntddk.h>
#include <wdf.h>

WDFWAITLOCK Lock;

namespace driver {
EVT_WDF_WORKITEM OnWorkItem;
}

VOID driver::OnWorkItem(WDFWORKITEM)
{
    WdfWaitLockAcquire(Lock, nullptr);
} // expected-warning{{OnWorkItem returns while it still holds the wait lock 'Lock'}}
// CHECK-DAG: OnWorkItem: EVT_WDF_WORKITEM, declared
