// RUN: %verify_kmdf -analyzer-config kmdf:Facts=%t -std=c++17 -fno-rtti %s
// RUN: %facts %t | FileCheck --implicit-check-not=inconclusive %s

// Guards that are parts of something else: members, bases, optional
// values, captures; and those that are made in place or on the heap.

#include "Inputs/guards.h"

ULONG Count();

class Session {
public:
    explicit Session(WDFWAITLOCK lock) : m_guard(lock) {}
    bool IsReady() const { return Condition(); }

private:
    Guard m_guard;
};

CALLBACK(GuardAsAMember)
{
    Session session(LockA);

    if (!session.IsReady())
        return; // no-warning
    Work();
} // no-warning

CALLBACK(HeldByAMember)
{
    Session session(LockA);

    WdfWaitLockAcquire(LockA, nullptr); // expected-warning{{HeldByAMember acquires the wait lock 'LockA' while it already holds it}}
}

// Members die in the reverse order, whatever the order of the initialisers.
class TwoSessions {
public:
    TwoSessions() : m_first(LockA), m_second(LockB) {}

private:
    Guard m_first;
    Guard m_second;
};

CALLBACK(TwoGuardsAsMembers)
{
    {
        TwoSessions sessions;
        Work();
    }
    WdfWaitLockAcquire(LockA, nullptr); // no-warning
    WdfWaitLockAcquire(LockB, nullptr); // no-warning
    WdfWaitLockRelease(LockB);
    WdfWaitLockRelease(LockA);
}

class TwiceTheSame {
public:
    TwiceTheSame() : m_first(LockA), m_second(LockA) {}

private:
    UniqueGuard m_first;
    UniqueGuard m_second; // The second deadlocks.
};

CALLBACK(TwoMembersOfOneLock)
{
    TwiceTheSame twice;
} // expected-warning@Inputs/guards.h:*{{TwoMembersOfOneLock acquires the wait lock}}

class GuardedTask : private Guard {
public:
    explicit GuardedTask(WDFWAITLOCK lock) : Guard(lock) {}
};

CALLBACK(GuardAsABase)
{
    GuardedTask task(LockA);

    if (Condition())
        return; // no-warning
} // no-warning

CALLBACK(HeldByABase)
{
    GuardedTask task(LockA);

    WdfWaitLockAcquire(LockA, nullptr); // expected-warning{{HeldByABase acquires the wait lock 'LockA' while it already holds it}}
}

class FirstGuard : public Guard {
public:
    using Guard::Guard;
};

class SecondGuard : public Guard {
public:
    using Guard::Guard;
};

class BothGuards : FirstGuard, SecondGuard {
public:
    BothGuards(WDFWAITLOCK first, WDFWAITLOCK second) : FirstGuard(first), SecondGuard(second) {}
};

CALLBACK(TwoBases)
{
    {
        BothGuards guards(LockA, LockB);
        Work();
    }
    WdfWaitLockAcquire(LockA, nullptr); // no-warning
    WdfWaitLockRelease(LockA);
}

CALLBACK(HeldByTheSecondBase)
{
    BothGuards guards(LockA, LockB);

    WdfWaitLockAcquire(LockB, nullptr); // expected-warning{{HeldByTheSecondBase acquires the wait lock 'LockB' while it already holds it}}
}

class VirtualBase : public virtual Guard {
public:
    VirtualBase() : Guard(LockA) {}
};

CALLBACK(GuardAsAVirtualBase)
{
    {
        VirtualBase guard;
        Work();
    }
    WdfWaitLockAcquire(LockA, nullptr); // no-warning
    WdfWaitLockRelease(LockA);
}

// One that is shared is made and destroyed once.
class Left : public virtual Guard {
public:
    Left() : Guard(LockB) {}
};

class Right : public virtual Guard {
public:
    Right() : Guard(LockB) {}
};

class Both : public Left, public Right {
public:
    Both() : Guard(LockA) {}
};

CALLBACK(GuardAsASharedBase)
{
    {
        Both guard;
        Work();
    }
    WdfWaitLockAcquire(LockA, nullptr); // no-warning
    WdfWaitLockRelease(LockA);
}

CALLBACK(HeldByASharedBase)
{
    Both guard;

    WdfWaitLockAcquire(LockB, nullptr);
    WdfWaitLockRelease(LockB);
    WdfWaitLockAcquire(LockA, nullptr); // expected-warning{{HeldByASharedBase acquires the wait lock 'LockA' while it already holds it}}
}

// What std::optional does.
inline void *operator new(size_t, void *place) noexcept { return place; }

template <typename T> class Optional {
public:
    Optional() : m_hasValue(false) {}
    ~Optional() { Reset(); }

    template <typename... Arguments> T &Emplace(Arguments... arguments)
    {
        Reset();
        T *value = new (m_storage) T(arguments...);
        m_hasValue = true;
        return *value;
    }

    void Reset()
    {
        if (m_hasValue)
            reinterpret_cast<T *>(m_storage)->~T();
        m_hasValue = false;
    }

    bool HasValue() const { return m_hasValue; }

private:
    alignas(T) unsigned char m_storage[sizeof(T)];
    bool m_hasValue;
};

CALLBACK(OptionalGuard)
{
    Optional<Guard> guard;

    if (Condition())
        guard.Emplace(LockA);
    Work();
} // no-warning

CALLBACK(OptionalGuardIsReset)
{
    Optional<Guard> guard;

    guard.Emplace(LockA);
    guard.Reset();
    WdfWaitLockAcquire(LockA, nullptr); // no-warning
    WdfWaitLockRelease(LockA);
}

CALLBACK(HeldByAnOptional)
{
    Optional<Guard> guard;

    guard.Emplace(LockA);
    if (guard.HasValue())
        WdfWaitLockAcquire(LockA, nullptr); // expected-warning{{HeldByAnOptional acquires the wait lock 'LockA' while it already holds it}}
}

// A container of guards, as a vector is one.
template <typename T, int Capacity> class FixedVector {
public:
    ~FixedVector()
    {
        while (m_count)
            reinterpret_cast<T *>(m_storage)[--m_count].~T();
    }

    template <typename... Arguments> VOID Push(Arguments... arguments)
    {
        new (reinterpret_cast<T *>(m_storage) + m_count++) T(arguments...);
    }

private:
    alignas(T) unsigned char m_storage[Capacity * sizeof(T)];
    int m_count = 0;
};

CALLBACK(GuardsInAContainer)
{
    {
        FixedVector<Guard, 4> guards;
        guards.Push(LockA);
        guards.Push(LockB);
        Work();
    }
    WdfWaitLockAcquire(LockB, nullptr); // no-warning
    WdfWaitLockRelease(LockB);
}

CALLBACK(HeldByAContainer)
{
    FixedVector<Guard, 4> guards;

    guards.Push(LockA);
    guards.Push(LockB);
    WdfWaitLockAcquire(LockB, nullptr); // expected-warning{{HeldByAContainer acquires the wait lock 'LockB' while it already holds it}}
}

CALLBACK(MadeInPlace)
{
    alignas(Guard) unsigned char storage[sizeof(Guard)];
    Guard *guard = new (storage) Guard(LockA);

    Work();
    guard->~Guard();
    WdfWaitLockAcquire(LockA, nullptr); // no-warning
    WdfWaitLockRelease(LockA);
}

CALLBACK(MadeInPlaceAndNotDestroyed)
{
    alignas(Guard) unsigned char storage[sizeof(Guard)];

    new (storage) Guard(LockA);
    Work();
} // expected-warning{{MadeInPlaceAndNotDestroyed returns while it still holds the wait lock}}

CALLBACK(DestroyedByHand)
{
    UniqueGuard guard(LockA);

    guard.~UniqueGuard();
    new (&guard) UniqueGuard();
} // no-warning

// A guard need not keep the handle: it may keep the context, or a reference.
struct DeviceContext {
    WDFWAITLOCK Lock;
};

WDF_DECLARE_CONTEXT_TYPE_WITH_NAME(DeviceContext, GetDeviceContext)

VOID WorkOn(DeviceContext *context);

class ContextGuard {
public:
    explicit ContextGuard(DeviceContext *context) : m_context(context)
    {
        WdfWaitLockAcquire(m_context->Lock, nullptr);
    }
    ~ContextGuard() { WdfWaitLockRelease(m_context->Lock); }

private:
    DeviceContext *m_context;
};

CALLBACK(GuardOfAContext)
{
    ContextGuard guard(GetDeviceContext(Timer));

    WorkOn(GetDeviceContext(Timer));
    if (Condition())
        return; // no-warning
    Work();
} // no-warning

CALLBACK(HeldByTheGuardOfAContext)
{
    ContextGuard guard(GetDeviceContext(Timer));

    WorkOn(GetDeviceContext(Timer));
    WdfWaitLockAcquire(GetDeviceContext(Timer)->Lock, nullptr); // expected-warning{{HeldByTheGuardOfAContext acquires the wait lock 'GetDeviceContext(Timer)->Lock' while it already holds it}}
}

class ReferringGuard {
public:
    explicit ReferringGuard(WDFWAITLOCK &lock) : m_lock(lock) { WdfWaitLockAcquire(m_lock, nullptr); }
    ~ReferringGuard() { WdfWaitLockRelease(m_lock); }

private:
    WDFWAITLOCK &m_lock;
};

CALLBACK(GuardOfAReference)
{
    ReferringGuard guard(GetDeviceContext(Timer)->Lock);

    WorkOn(GetDeviceContext(Timer));
} // no-warning

CALLBACK(HeldByTheGuardOfAReference)
{
    ReferringGuard guard(LockA);

    Work();
    WdfWaitLockAcquire(LockA, nullptr); // expected-warning{{HeldByTheGuardOfAReference acquires the wait lock 'LockA' while it already holds it}}
}

// Pool memory, as drivers allocate it.
void *operator new(size_t size, POOL_TYPE pool) noexcept;
void operator delete(void *memory) noexcept;
void operator delete(void *memory, size_t size) noexcept;

CALLBACK(MadeOnTheHeap)
{
    Guard *guard = new (NonPagedPoolNx) Guard(LockA);

    Work();
    delete guard;
    WdfWaitLockAcquire(LockA, nullptr); // no-warning
    WdfWaitLockRelease(LockA);
}

CALLBACK(MadeOnTheHeapAndForgotten)
{
    new (NonPagedPoolNx) Guard(LockA);
} // expected-warning{{MadeOnTheHeapAndForgotten returns while it still holds the wait lock}}

CALLBACK(CapturedByALambda)
{
    UniqueGuard guard(LockA);
    auto finish = [&guard] { guard.Release(); };

    if (Condition())
        finish();
} // no-warning

// Calls what it is given when the scope ends.
template <typename Function> class Finally {
public:
    explicit Finally(Function function) : m_function(function) {}
    ~Finally() { m_function(); }

private:
    Function m_function;
};

CALLBACK(ReleasedByAFinally)
{
    WdfWaitLockAcquire(LockA, nullptr);
    Finally release([] { WdfWaitLockRelease(LockA); });

    if (Condition())
        return; // no-warning
    Work();
} // no-warning

CALLBACK(ReleasedBeforeAFinally)
{
    WdfWaitLockAcquire(LockA, nullptr);
    Finally release([] { WdfWaitLockRelease(LockA); }); // expected-warning{{ReleasedBeforeAFinally releases the wait lock 'LockA', which it does not hold}}

    WdfWaitLockRelease(LockA);
}

// CHECK: GuardAsAMember: kmdf.WdfWaitlockRelease: pass
