// RUN: %verify_kmdf -analyzer-config kmdf:Facts=%t -std=c++17 -fno-rtti %s
// RUN: %facts %t | FileCheck --implicit-check-not=inconclusive %s
// UNSUPPORTED: llvm-14, llvm-15

// Names for the parts of an object. Older engines do not know what they are.

#include "Inputs/guards.h"

struct Pair {
    WDFWAITLOCK First, Second;
};

CALLBACK(Bound)
{
    Pair locks{LockA, LockB};
    auto &[first, second] = locks;
    Guard guard(first);

    WdfWaitLockAcquire(LockB, nullptr);
    WdfWaitLockRelease(second);
} // no-warning

CALLBACK(BoundToAnother)
{
    Pair locks{LockA, LockB};
    auto [first, second] = locks;
    Guard guard(first);

    WdfWaitLockRelease(second); // expected-warning{{BoundToAnother releases the wait lock 'second', which it does not hold}}
}

// CHECK: Bound: kmdf.WdfWaitlock: pass
