// RUN: %verify_kmdf -std=c++17 %s
// XFAIL: *

// A destructor that is not seen may release the lock whose handle its object has.

#include <ntddk.h>
#include <wdf.h>

#define CALLBACK(name) EVT_WDF_TIMER name; VOID name(WDFTIMER Timer)

WDFWAITLOCK Lock;

class Guard {
public:
    explicit Guard(WDFWAITLOCK lock) : m_lock(lock) { WdfWaitLockAcquire(m_lock, nullptr); }
    ~Guard();

private:
    WDFWAITLOCK m_lock;
};

CALLBACK(DestructorIsNotSeen)
{
    Guard guard(Lock);
} // no-warning
