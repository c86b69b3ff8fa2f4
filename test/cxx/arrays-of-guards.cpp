// RUN: %verify_kmdf -analyzer-config kmdf:Facts=%t -std=c++17 -fno-rtti %s
// RUN: %facts %t | FileCheck %if llvm-14 || llvm-15 %{ --check-prefix=OLD %} \
// RUN:   %else %{ --implicit-check-not=inconclusive %} %s

// Guards that are elements of arrays. The engine runs the destructors of all
// elements since LLVM 16; before, what such an array does is left open.

#include "Inputs/guards.h"

CALLBACK(ArrayOfGuards)
{
    {
        Guard guards[] = {Guard(LockA), Guard(LockB)};
        Work();
    }
    WdfWaitLockAcquire(LockA, nullptr); // no-warning
    WdfWaitLockAcquire(LockB, nullptr); // no-warning
    WdfWaitLockRelease(LockB);
    WdfWaitLockRelease(LockA);
}

CALLBACK(HeldByAnElement)
{
    Guard guards[] = {Guard(LockA), Guard(LockB)};

    WdfWaitLockAcquire(LockB, nullptr); // expected-warning{{HeldByAnElement acquires the wait lock 'LockB' while it already holds it}}
}

CALLBACK(ElementsAreFilled)
{
    UniqueGuard guards[2];

    guards[0] = UniqueGuard(LockA);
    if (Condition())
        guards[1] = UniqueGuard(LockB);
    guards[0].Release();
    WdfWaitLockAcquire(LockA, nullptr); // no-warning
    WdfWaitLockRelease(LockA);
} // no-warning

CALLBACK(OneElementOfTwoIsReleased)
{
    UniqueGuard guards[2];

    guards[0] = UniqueGuard(LockA);
    guards[1] = UniqueGuard(LockB);
    guards[0].Release();
    WdfWaitLockAcquire(LockB, nullptr); // expected-warning{{OneElementOfTwoIsReleased acquires the wait lock 'LockB' while it already holds it}}
}

// CHECK: ArrayOfGuards: kmdf.WdfWaitlockRelease: pass
// CHECK: ElementsAreFilled: kmdf.WdfWaitlockRelease: pass
// OLD: ArrayOfGuards: kmdf.WdfWaitlockRelease: inconclusive ({{.*}}'Guard::~Guard' was
// OLD: HeldByAnElement: kmdf.WdfWaitlock: defect
// OLD: ElementsAreFilled: kmdf.WdfWaitlockRelease: inconclusive ({{.*}}'UniqueGuard::~UniqueGuard' was
// OLD: OneElementOfTwoIsReleased: kmdf.WdfWaitlock: defect
