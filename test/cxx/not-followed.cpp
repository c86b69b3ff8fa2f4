// RUN: %verify_kmdf -analyzer-config kmdf:Facts=%t -std=c++17 -fno-rtti %s
// RUN: %facts %t | FileCheck %if llvm-14 %{ --check-prefixes=CHECK,OLD %} %s

// What the engine does not do of C++ is said, and nothing is reported of it.
//
// It loses what a lambda captures that is no variable; with LLVM 14, also of one that is.

// expected-no-diagnostics

#include "Inputs/guards.h"

template <typename F> static VOID Call(F work)
{
    work();
}

CALLBACK(GuardInALambda)
{
    UniqueGuard guard(LockA);

    Call([held = Move(guard)] { Work(); });
}
// CHECK: GuardInALambda: kmdf.WdfWaitlockRelease: inconclusive ({{.*}}a lambda captures an object that takes locks

CALLBACK(GuardInANamedLambda)
{
    UniqueGuard guard(LockA);
    auto later = [held = Move(guard)] { Work(); };

    later();
}
// OLD: GuardInANamedLambda: kmdf.WdfWaitlockRelease: inconclusive ({{.*}}a lambda captures an object that takes locks

// Nor does it know the object that an aggregate without a name is.
struct Two {
    UniqueGuard First, Second;
};

CALLBACK(AggregateWithoutAName)
{
    Two two;

    two = Two{UniqueGuard(LockA), UniqueGuard(LockB)};
}
// CHECK: AggregateWithoutAName: kmdf.WdfWaitlock: inconclusive ('Two::~Two' was not followed: the analyzer does not know its object
