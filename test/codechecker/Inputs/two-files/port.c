#include "port.h"

VOID PortBegin(PPORT Port)
{
    WdfWaitLockAcquire(Port->Lock, NULL);
}

VOID PortEnd(PPORT Port)
{
    WdfWaitLockRelease(Port->Lock);
}

VOID PortTouch(PPORT Port)
{
    PortBegin(Port);
    Port->Count++;
    PortEnd(Port);
}

NTSTATUS PortTryBegin(PPORT Port)
{
    LONGLONG timeout = WDF_REL_TIMEOUT_IN_MS(10);

    if (WdfWaitLockAcquire(Port->Lock, &timeout) != STATUS_SUCCESS)
        return STATUS_DEVICE_BUSY;
    return STATUS_SUCCESS;
}

/* Releases where the port is on, and forgets to where it is off. */
VOID PortFinish(PPORT Port)
{
    if (Port->Enabled)
        PortEnd(Port);
}
