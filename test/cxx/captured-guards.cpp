// RUN: %verify_kmdf -analyzer-config kmdf:Facts=%t -std=c++17 -fno-rtti %s
// RUN: %facts %t | FileCheck %s

// The engine does not run the constructors and destructors of what a lambda
// captures: where one of them takes a lock, nothing is said.

// expected-no-diagnostics

#include "Inputs/guards.h"

CALLBACK(GuardInALambda)
{
    UniqueGuard guard(LockA);
    auto later = [held = static_cast<UniqueGuard &&>(guard)] { Work(); };

    later();
}
// CHECK: GuardInALambda: kmdf.WdfWaitlockRelease: inconclusive ({{.*}}a lambda captures an object that takes locks
