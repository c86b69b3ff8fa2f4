// RUN: %verify_kmdf -std=c++17 %s

// The cases of clang's checker of Fuchsia's handles, for wait locks: what is held
// goes from place to place and from function to function.

#include <ntddk.h>
#include <wdf.h>

#define CALLBACK(name) EVT_WDF_TIMER name; VOID name(WDFTIMER Timer)

WDFWAITLOCK LockA, LockB;

struct Shared {
    WDFWAITLOCK Lock;
};

Shared *FindShared();
VOID HandOut(WDFWAITLOCK *Out);
WDFWAITLOCK *FindPlace();
ULONG ReadTag();
VOID Look(WDFWAITLOCK Lock);
VOID LookAt(WDFWAITLOCK *Lock);
VOID (*LookThroughPointer)(WDFWAITLOCK) = Look;
VOID Print(PCSTR Format, ...);

CALLBACK(ReleasesWhatItDoesNotOwn)
{
    Shared *shared = FindShared();

    WdfWaitLockRelease(shared->Lock); // expected-warning{{ReleasesWhatItDoesNotOwn releases the wait lock 'shared->Lock', which it does not hold}}
}

// Code that is not seen may have acquired the very lock that it gives.
CALLBACK(ReleasesWhatItWasGiven)
{
    WDFWAITLOCK lock;

    HandOut(&lock);
    WdfWaitLockRelease(lock); // no-warning
}

// Created or not, NULL is no lock.
CALLBACK(ReleasedUnlessNull)
{
    WDFWAITLOCK lock = nullptr;

    WdfWaitLockCreate(WDF_NO_OBJECT_ATTRIBUTES, &lock);
    if (lock)
        WdfWaitLockAcquire(lock, nullptr);
    if (lock)
        WdfWaitLockRelease(lock); // no-warning
}

CALLBACK(NothingWasCreated)
{
    WDFWAITLOCK lock;
    NTSTATUS status = WdfWaitLockCreate(WDF_NO_OBJECT_ATTRIBUTES, &lock);

    if (!NT_SUCCESS(status))
        return; // no-warning
    WdfWaitLockAcquire(lock, nullptr);
    KeBugCheckEx(1, 0, 0, 0, 0);
} // Nothing gets here: no-warning

CALLBACK(ReturnsOnlyWithTheLock)
{
    LONGLONG now = 0;

    if (WdfWaitLockAcquire(LockA, &now) == STATUS_SUCCESS)
        return; // expected-warning{{ReturnsOnlyWithTheLock returns while it still holds the wait lock 'LockA'}}
    KeBugCheckEx(1, 0, 0, 0, 0);
}

CALLBACK(PrintedAndReleased)
{
    WdfWaitLockAcquire(LockA, nullptr);
    Print("%p %p %d\n", LockA, LockB, 5);
    WdfWaitLockRelease(LockA); // no-warning
}

CALLBACK(BothReleased)
{
    WdfWaitLockAcquire(LockA, nullptr);
    WdfWaitLockAcquire(LockB, nullptr);
    WdfWaitLockRelease(LockA);
    WdfWaitLockRelease(LockB); // no-warning
}

CALLBACK(ElementsOfAnArray)
{
    WDFWAITLOCK locks[2] = {LockA, LockB};

    WdfWaitLockAcquire(locks[0], nullptr);
    WdfWaitLockAcquire(locks[1], nullptr);
    WdfWaitLockRelease(locks[0]);
    WdfWaitLockRelease(locks[1]); // no-warning
}

CALLBACK(ElementsReleasedInALoop)
{
    WDFWAITLOCK locks[2] = {LockA, LockB};

    WdfWaitLockAcquire(locks[0], nullptr);
    WdfWaitLockAcquire(locks[1], nullptr);
    for (int i = 0; i < 2; i++)
        WdfWaitLockRelease(locks[i]); // no-warning
}

// The caller gets it.
WDFWAITLOCK ReturnedHeld()
{
    WDFWAITLOCK lock;

    if (!NT_SUCCESS(WdfWaitLockCreate(WDF_NO_OBJECT_ATTRIBUTES, &lock)))
        return nullptr;
    WdfWaitLockAcquire(lock, nullptr);
    return lock; // no-warning
}

WDFWAITLOCK OneReturnedOneHandedOut(WDFWAITLOCK *Out)
{
    WDFWAITLOCK first, second;

    if (!NT_SUCCESS(WdfWaitLockCreate(WDF_NO_OBJECT_ATTRIBUTES, &first)))
        return nullptr;
    if (!NT_SUCCESS(WdfWaitLockCreate(WDF_NO_OBJECT_ATTRIBUTES, &second)))
        return nullptr;
    WdfWaitLockAcquire(first, nullptr);
    WdfWaitLockAcquire(second, nullptr);
    *Out = first;
    return second; // no-warning
}

CALLBACK(ReleasedOnOneWay)
{
    WdfWaitLockAcquire(LockA, nullptr);
    WdfWaitLockAcquire(LockB, nullptr);
    if (ReadTag())
        WdfWaitLockRelease(LockA);
    WdfWaitLockRelease(LockB);
} // expected-warning{{ReleasedOnOneWay returns while it still holds the wait lock 'LockA'}}

_Releases_lock_(Lock) static NTSTATUS Drop(WDFWAITLOCK Lock)
{
    WdfWaitLockRelease(Lock);
    return STATUS_SUCCESS;
}

CALLBACK(ReleasedByAnAnnotatedHelper)
{
    WdfWaitLockAcquire(LockA, nullptr);
    Drop(LockA);
} // no-warning

static WDFWAITLOCK TakeIt()
{
    WdfWaitLockAcquire(LockA, nullptr);
    return LockA;
}

CALLBACK(LeaksWhatAHelperReturns)
{
    WDFWAITLOCK lock = TakeIt();

    (void)lock;
} // expected-warning{{LeaksWhatAHelperReturns returns while it still holds the wait lock 'LockA'}}

// One report, however many ways leak.
CALLBACK(LeaksOnEachWay)
{
    WdfWaitLockAcquire(LockA, nullptr);
    switch (ReadTag()) {
    case 0:
        return; // expected-warning{{LeaksOnEachWay returns while it still holds the wait lock 'LockA'}}
    case 1:
        LookAt(&LockB);
        return;
    case 2:
        LookAt(nullptr);
        return;
    default:
        Print("none of these");
        return;
    }
}

CALLBACK(ReleasedTwiceOnOneWay)
{
    WdfWaitLockAcquire(LockA, nullptr);
    if (ReadTag())
        WdfWaitLockRelease(LockA);
    WdfWaitLockRelease(LockA); // expected-warning{{ReleasedTwiceOnOneWay releases the wait lock 'LockA', which it does not hold}}
}

// The handle is an argument of an operator.
struct Keys {
    VOID operator+(WDFWAITLOCK Lock) { WdfWaitLockRelease(Lock); }
    VOID operator-(WDFWAITLOCK Lock);
};

CALLBACK(ReleasedByAnOperator)
{
    Keys keys;

    WdfWaitLockAcquire(LockA, nullptr);
    WdfWaitLockAcquire(LockB, nullptr);
    keys + LockA;
    keys - LockB; // no-warning
}

struct Holder {
    WDFWAITLOCK Lock;
};

struct PlaceHolder {
    WDFWAITLOCK *Place;
};

CALLBACK(CopyInAStructure)
{
    Holder holder;

    WdfWaitLockAcquire(LockA, nullptr);
    holder.Lock = LockA;
    WdfWaitLockAcquire(LockB, nullptr);
    WdfWaitLockRelease(LockB);
} // expected-warning{{CopyInAStructure returns while it still holds the wait lock 'LockA'}}

CALLBACK(ReleasedThroughAStructure)
{
    Holder holder = {LockA};

    WdfWaitLockAcquire(LockA, nullptr);
    WdfWaitLockRelease(holder.Lock); // no-warning
}

CALLBACK(AddressInAStructure)
{
    PlaceHolder holder;

    WdfWaitLockAcquire(LockA, nullptr);
    holder.Place = &LockA;
    WdfWaitLockAcquire(LockB, nullptr);
    WdfWaitLockRelease(LockB);
} // expected-warning{{AddressInAStructure returns while it still holds the wait lock 'LockA'}}

CALLBACK(ReleasedThroughAnAddressInAStructure)
{
    PlaceHolder holder = {&LockA};

    WdfWaitLockAcquire(LockA, nullptr);
    WdfWaitLockRelease(*holder.Place); // no-warning
}

VOID Close(Holder Holder);
VOID CloseAt(PlaceHolder Holder);

CALLBACK(PassedInAStructure)
{
    Holder holder = {LockA};

    WdfWaitLockAcquire(LockA, nullptr);
    Close(holder);
} // no-warning

CALLBACK(PassedByAddressInAStructure)
{
    PlaceHolder holder = {&LockA};

    WdfWaitLockAcquire(LockA, nullptr);
    CloseAt(holder);
} // no-warning

static VOID DoNothing(WDFWAITLOCK Lock) { (void)Lock; }

CALLBACK(PassedToAHelperThatDoesNothing)
{
    WdfWaitLockAcquire(LockA, nullptr);
    DoNothing(LockA);
    WdfWaitLockRelease(LockA); // no-warning
}

CALLBACK(LeaksAfterAHelperThatDoesNothing)
{
    WdfWaitLockAcquire(LockA, nullptr);
    DoNothing(LockA);
} // expected-warning{{LeaksAfterAHelperThatDoesNothing returns while it still holds the wait lock 'LockA'}}

template <typename T> class Wrapper {
public:
    ~Wrapper() { Close(); }
    VOID Close()
    {
        if (m_value)
            WdfWaitLockRelease(m_value);
    }
    T *GetPlace() { return &m_value; }

private:
    T m_value = nullptr;
};

CALLBACK(ReleasedByADestructor)
{
    Wrapper<WDFWAITLOCK> wrapper;

    *wrapper.GetPlace() = LockA;
    WdfWaitLockAcquire(LockA, nullptr);
} // no-warning

class UnseenWrapper {
public:
    explicit UnseenWrapper(WDFWAITLOCK lock) : m_lock(lock) { WdfWaitLockAcquire(m_lock, nullptr); }
    ~UnseenWrapper();

private:
    WDFWAITLOCK m_lock;
};

CALLBACK(DestructorIsNotSeen)
{
    UnseenWrapper wrapper(LockA);
} // no-warning

VOID CreatedWhereUnseenCodeSays()
{
    WDFWAITLOCK *place = FindPlace();

    if (!NT_SUCCESS(WdfWaitLockCreate(WDF_NO_OBJECT_ATTRIBUTES, place)))
        return;
    WdfWaitLockAcquire(*place, nullptr);
} // no-warning

struct Object {
    WDFWAITLOCK *FindPlace();
};

VOID CreatedWhereAnObjectSays(Object &Object)
{
    WDFWAITLOCK *place = Object.FindPlace();

    if (!NT_SUCCESS(WdfWaitLockCreate(WDF_NO_OBJECT_ATTRIBUTES, place)))
        return;
    WdfWaitLockAcquire(*place, nullptr);
} // no-warning

CALLBACK(PassedInManyWays)
{
    WdfWaitLockAcquire(LockA, nullptr);
    WdfWaitLockAcquire(LockB, nullptr);
    LookAt(&LockA);
    if (ReadTag())
        Look(LockB);
    else
        LookThroughPointer(LockB);
} // no-warning

struct Owner {
    WDFWAITLOCK Lock;
    WDFWAITLOCK *Place;
};

VOID StoredInAnOwner(Owner *Owner)
{
    WDFWAITLOCK lock;

    if (!NT_SUCCESS(WdfWaitLockCreate(WDF_NO_OBJECT_ATTRIBUTES, &lock)))
        return;
    WdfWaitLockAcquire(lock, nullptr);
    Owner->Lock = lock;
} // no-warning

Owner GlobalOwner;

VOID StoredInAGlobalOwner()
{
    WDFWAITLOCK lock;

    if (!NT_SUCCESS(WdfWaitLockCreate(WDF_NO_OBJECT_ATTRIBUTES, &lock)))
        return;
    WdfWaitLockAcquire(lock, nullptr);
    GlobalOwner.Lock = lock;
} // no-warning

Owner ReturnedInAnOwner()
{
    WDFWAITLOCK lock;

    if (!NT_SUCCESS(WdfWaitLockCreate(WDF_NO_OBJECT_ATTRIBUTES, &lock)))
        return {nullptr, nullptr};
    WdfWaitLockAcquire(lock, nullptr);
    return {lock, nullptr}; // no-warning
}

VOID Keep(Owner *Owners);

VOID PassedInAnArrayOfOwners()
{
    WDFWAITLOCK lock;
    Owner owners[2];

    if (!NT_SUCCESS(WdfWaitLockCreate(WDF_NO_OBJECT_ATTRIBUTES, &lock)))
        return;
    WdfWaitLockAcquire(lock, nullptr);
    owners[1] = {lock, &lock};
    Keep(owners);
} // no-warning

VOID HandedOut(WDFWAITLOCK *Out)
{
    WDFWAITLOCK lock;

    if (!NT_SUCCESS(WdfWaitLockCreate(WDF_NO_OBJECT_ATTRIBUTES, &lock)))
        return;
    WdfWaitLockAcquire(lock, nullptr);
    *Out = lock;
} // no-warning
