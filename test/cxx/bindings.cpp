// RUN: %if !llvm-14 %{ %verify_kmdf -analyzer-config kmdf:Facts=%t -std=c++17 -fno-rtti %s %} \
// RUN:   %else %{ %analyze -analyzer-checker=kmdf -analyzer-config kmdf:Facts=%t -std=c++17 \
// RUN:     -fno-rtti %s %}
// RUN: %facts %t | FileCheck %if llvm-14 %{ --check-prefix=OLD %} \
// RUN:   %else %{ --implicit-check-not=inconclusive %} %s

// Structured bindings. The engine of LLVM 14 does not know them.

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
// OLD: Bound: kmdf.WdfWaitlock: inconclusive (the value of a lock's handle is not known
// OLD: BoundToAnother: kmdf.WdfWaitlock: inconclusive (the value of a lock's handle is not known
