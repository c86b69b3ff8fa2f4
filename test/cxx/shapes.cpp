// RUN: %verify_kmdf -analyzer-config kmdf:Facts=%t -std=c++20 -fno-rtti %s
// RUN: %facts %t | FileCheck --implicit-check-not=inconclusive %s

// Guards, and functions that lock, in other shapes that C++ has room for.

#include "Inputs/guards.h"

// A base that knows its heir.
template <typename Heir> struct Lockable {
    struct Scope {
        Heir &Owner;
        explicit Scope(Heir &owner) : Owner(owner) { Owner.Enter(); }
        ~Scope() { Owner.Leave(); }
    };
    Scope Hold() { return Scope(static_cast<Heir &>(*this)); }
};

struct Device : Lockable<Device> {
    WDFWAITLOCK Lock;
    bool IsKept;

    Device(WDFWAITLOCK lock, bool isKept) : Lock(lock), IsKept(isKept) {}
    void Enter() { WdfWaitLockAcquire(Lock, nullptr); }
    void Leave()
    {
        if (!IsKept)
            WdfWaitLockRelease(Lock);
    }
};

CALLBACK(HeirHolds)
{
    Device device(LockA, false);
    auto scope = device.Hold();
    Work();
} // no-warning

CALLBACK(HeirKeeps)
{
    Device device(LockA, true);
    auto scope = device.Hold();
    Work();
} // expected-warning{{HeirKeeps returns while it still holds the wait lock 'device.Lock'}}

// `defer` by a macro.
template <typename F> class ScopeExit {
public:
    explicit ScopeExit(F work) : m_work(work) {}
    ~ScopeExit() { m_work(); }

private:
    F m_work;
};

struct ScopeExitMaker {
    template <typename F> ScopeExit<F> operator+(F work) { return ScopeExit<F>(work); }
};

#define DEFER auto deferred = ScopeExitMaker() + [&]

CALLBACK(DeferredRelease)
{
    WdfWaitLockAcquire(LockA, nullptr);
    DEFER { WdfWaitLockRelease(LockA); };
    if (Condition())
        return; // no-warning
    Work();
}

// A lambda of any argument.
CALLBACK(AnyArgument)
{
    auto with = [](WDFWAITLOCK lock, auto work) {
        Guard guard(lock);
        work();
    };

    with(LockA, [] { Work(); });
    with(LockA, [&] { with(LockB, [] {}); });
} // no-warning

CALLBACK(AnyArgumentKept)
{
    auto with = [](WDFWAITLOCK lock, auto work) {
        WdfWaitLockAcquire(lock, nullptr);
        if (work())
            WdfWaitLockRelease(lock);
    };

    with(LockA, [] { return Condition(); });
} // expected-warning{{AnyArgumentKept returns while it still holds the wait lock 'LockA'}}

// A statement that begins with a guard.
CALLBACK(BeginsIf)
{
    if (UniqueGuard guard(LockA, Attempted()); guard && Condition())
        Work();
    else if (guard)
        return; // no-warning
    WdfWaitLockAcquire(LockA, nullptr); // no-warning
    WdfWaitLockRelease(LockA);
}

CALLBACK(BeginsSwitch)
{
    switch (Guard guard(LockA); Condition()) {
    case TRUE:
        WdfWaitLockAcquire(LockA, nullptr); // expected-warning{{BeginsSwitch acquires the wait lock 'LockA' while it already holds it}}
        break;
    default:
        break;
    }
}

CALLBACK(BeginsLoop)
{
    int numbers[] = {1, 2};

    for (Guard guard(LockA); int number : numbers)
        if (number == 2 && Condition())
            break;
    WdfWaitLockAcquire(LockA, nullptr); // no-warning
    WdfWaitLockRelease(LockA);
}

CALLBACK(BeginsLoopAndHolds)
{
    int numbers[] = {1, 2};

    for (Guard guard(LockA); int number : numbers)
        if (number == 2)
            WdfWaitLockRelease(LockB); // expected-warning{{BeginsLoopAndHolds releases the wait lock 'LockB', which it does not hold}}
}

// Known when it is compiled.
template <bool IsLocked> static VOID Half()
{
    if constexpr (IsLocked)
        WdfWaitLockAcquire(LockA, nullptr);
    else
        WdfWaitLockRelease(LockA);
}

CALLBACK(BothHalves)
{
    Half<true>();
    Work();
    Half<false>();
} // no-warning

CALLBACK(OneHalf)
{
    Half<true>();
} // expected-warning{{OneHalf returns while it still holds the wait lock 'LockA'}}

template <typename... L> static VOID WithAll(L... locks)
{
    (WdfWaitLockAcquire(locks, nullptr), ...); // expected-warning{{AllTwice acquires the wait lock}}
    Work();
    (WdfWaitLockRelease(locks), ...);
}

CALLBACK(All)
{
    WithAll(LockA, LockB);
} // no-warning

CALLBACK(AllTwice)
{
    WithAll(LockA, LockB, LockA);
}

// What hides the type of what is called.
struct Task {
    virtual void Run() = 0;
    virtual ~Task() {}
};

template <typename F> struct TaskOf : Task {
    F Work;
    explicit TaskOf(F work) : Work(work) {}
    void Run() override { Work(); }
};

CALLBACK(HiddenTypes)
{
    auto enter = [] { WdfWaitLockAcquire(LockA, nullptr); };
    auto leave = [] { WdfWaitLockRelease(LockA); };
    TaskOf<decltype(enter)> first(enter);
    TaskOf<decltype(leave)> second(leave);
    Task *tasks[] = {&first, &second};

    for (Task *task : tasks)
        task->Run();
} // no-warning

CALLBACK(HiddenTypesInOneTask)
{
    auto enter = [] { WdfWaitLockAcquire(LockA, nullptr); };
    TaskOf<decltype(enter)> first(enter);
    Task &task = first;

    task.Run();
} // expected-warning{{HiddenTypesInOneTask returns while it still holds the wait lock 'LockA'}}

CALLBACK(MemberPointers)
{
    Device device(LockA, false);
    void (Device::*step)() = &Device::Enter;

    (device.*step)();
    step = &Device::Leave;
    (device.*step)();
} // no-warning

// Counted.
struct Counted {
    WDFWAITLOCK Lock;
    int Count = 0;

    void Enter()
    {
        if (Count++ == 0)
            WdfWaitLockAcquire(Lock, nullptr);
    }
    void Leave()
    {
        if (--Count == 0)
            WdfWaitLockRelease(Lock);
    }
};

CALLBACK(CountedDown)
{
    Counted counted{LockA};

    counted.Enter();
    counted.Enter();
    counted.Leave();
    counted.Leave();
} // no-warning

CALLBACK(CountedHalf)
{
    Counted counted{LockA};

    counted.Enter();
    counted.Enter();
    counted.Leave();
} // expected-warning{{CountedHalf returns while it still holds the wait lock 'counted.Lock'}}

// CHECK: HeirHolds: kmdf.WdfWaitlock: pass
// CHECK: MemberPointers: kmdf.WdfWaitlock: pass
