#include "port.h"

EVT_WDF_TIMER EvtBalanced;
EVT_WDF_TIMER EvtEarlyReturn;
EVT_WDF_TIMER EvtReleasedThere;
EVT_WDF_TIMER EvtReleasedTwice;
EVT_WDF_TIMER EvtDeadlock;
EVT_WDF_TIMER EvtTried;
EVT_WDF_TIMER EvtFinish;
EVT_WDF_TIMER EvtLocal;

VOID EvtBalanced(WDFTIMER Timer)
{
    PPORT port = GetPort(WdfTimerGetParentObject(Timer));

    PortBegin(port);
    port->Count++;
    PortEnd(port);
}

VOID EvtEarlyReturn(WDFTIMER Timer)
{
    PPORT port = GetPort(WdfTimerGetParentObject(Timer));

    PortBegin(port);
    if (port->Count == 0)
        return; /* DEFECT: the other file's function took the lock */
    PortEnd(port);
}

VOID EvtReleasedThere(WDFTIMER Timer)
{
    PPORT port = GetPort(WdfTimerGetParentObject(Timer));

    WdfWaitLockAcquire(port->Lock, NULL);
    port->Count++;
    PortEnd(port);
}

VOID EvtReleasedTwice(WDFTIMER Timer)
{
    PPORT port = GetPort(WdfTimerGetParentObject(Timer));

    WdfWaitLockAcquire(port->Lock, NULL);
    PortEnd(port);
    WdfWaitLockRelease(port->Lock); /* DEFECT: released in the other file */
}

VOID EvtDeadlock(WDFTIMER Timer)
{
    PPORT port = GetPort(WdfTimerGetParentObject(Timer));

    WdfWaitLockAcquire(port->Lock, NULL);
    PortTouch(port); /* DEFECT: takes it again */
    WdfWaitLockRelease(port->Lock);
}

VOID EvtTried(WDFTIMER Timer)
{
    PPORT port = GetPort(WdfTimerGetParentObject(Timer));

    if (!NT_SUCCESS(PortTryBegin(port)))
        return;
    port->Count++;
    PortEnd(port);
}

VOID EvtFinish(WDFTIMER Timer)
{
    PPORT port = GetPort(WdfTimerGetParentObject(Timer));

    PortBegin(port);
    PortFinish(port);
} /* DEFECT: still held where the port is off */

VOID EvtLocal(WDFTIMER Timer)
{
    PPORT port = GetPort(WdfTimerGetParentObject(Timer));

    WdfWaitLockAcquire(port->Lock, NULL);
    if (port->Count == 0)
        return; /* DEFECT: seen in this file alone */
    WdfWaitLockRelease(port->Lock);
}
