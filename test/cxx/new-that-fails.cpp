// RUN: %verify_kmdf -std=c++17 -fno-rtti %s

// Where a `new` that cannot throw finds no memory, no constructor runs.

#include "Inputs/guards.h"

void *operator new(size_t size, POOL_TYPE pool) noexcept;
void operator delete(void *memory) noexcept;
void operator delete(void *memory, size_t size) noexcept;

CALLBACK(TestedForNull)
{
    Guard *guard = new (NonPagedPoolNx) Guard(LockA);

    if (!guard)
        return; // no-warning
    Work();
    delete guard;
} // no-warning

template <typename T> class Pointer {
public:
    explicit Pointer(T *object) : m_object(object) {}
    ~Pointer() { delete m_object; }
    T *operator->() const { return m_object; }
    explicit operator bool() const { return m_object != nullptr; }

private:
    T *m_object;
};

CALLBACK(OwnedByASmartPointer)
{
    Pointer<UniqueGuard> guard(new (NonPagedPoolNx) UniqueGuard(LockA));

    if (guard && Condition())
        guard->Release();
} // no-warning

CALLBACK(HeldByASmartPointer)
{
    Pointer<UniqueGuard> guard(new (NonPagedPoolNx) UniqueGuard(LockA));

    if (guard)
        WdfWaitLockAcquire(LockA, nullptr); // expected-warning{{HeldByASmartPointer acquires the wait lock 'LockA' while it already holds it}}
}
