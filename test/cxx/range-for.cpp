// RUN: %analyze -analyzer-checker=kmdf -analyzer-config kmdf:Facts=%t -std=c++17 -fno-rtti %s
// RUN: %facts %t | FileCheck %s

// A loop over the elements of an array ends when they do.

#include "Inputs/guards.h"

CALLBACK(ElementsWithABranch)
{
    WDFWAITLOCK locks[] = {LockA, LockB};

    for (WDFWAITLOCK lock : locks) {
        Guard guard(lock);
        if (Condition())
            continue;
        Work();
    }
}

// CHECK: ElementsWithABranch: kmdf.WdfWaitlock: pass
// CHECK: ElementsWithABranch: kmdf.WdfWaitlockRelease: pass
