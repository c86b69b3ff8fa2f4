/* A device whose lock is taken and released in one file for callbacks in another. */
#pragma once

#include <ntddk.h>
#include <wdf.h>

typedef struct _PORT {
    WDFWAITLOCK Lock;
    BOOLEAN Enabled;
    ULONG Count;
} PORT, *PPORT;

WDF_DECLARE_CONTEXT_TYPE_WITH_NAME(PORT, GetPort)

VOID PortBegin(PPORT Port);
VOID PortEnd(PPORT Port);
VOID PortTouch(PPORT Port);
NTSTATUS PortTryBegin(PPORT Port);
VOID PortFinish(PPORT Port);
