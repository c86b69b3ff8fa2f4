// RUN: %verify_kmdf -analyzer-config kmdf:Facts=%t -std=c++17 -fno-rtti %s
// RUN: %facts %t | FileCheck --implicit-check-not=inconclusive %s

// A `delete` runs the destructor of the object, whatever its pointer's type.

#include "Inputs/guards.h"

class Holder {
public:
    virtual ~Holder() {}
};

class LockHolder : public Holder {
public:
    explicit LockHolder(WDFWAITLOCK lock) : m_guard(lock) {}

private:
    Guard m_guard;
};

void *operator new(size_t size, POOL_TYPE pool) noexcept;
void operator delete(void *memory) noexcept;
void operator delete(void *memory, size_t size) noexcept;

CALLBACK(VirtualDestructor)
{
    Holder *holder = new (NonPagedPoolNx) LockHolder(LockA);

    Work();
    delete holder;
} // no-warning

CALLBACK(VirtualDestructorOnOneWay)
{
    Holder *holder = new (NonPagedPoolNx) LockHolder(LockA);

    if (holder && Condition())
        return; // expected-warning{{VirtualDestructorOnOneWay returns while it still holds the wait lock}}
    delete holder;
}

// CHECK: VirtualDestructor: kmdf.WdfWaitlockRelease: pass
