"""Prints a driver's source that asks each getter of the rules' table twice for the
context with the lock: getters.py GETTERS_C"""

import re
import sys

with open(sys.argv[1], encoding="utf-8") as file:
    rows = re.findall(r'^\s*\{"(\w+)", KMDF_GETTER_OF_(\w+), (\d)\}', file.read(), re.MULTILINE)

print("""#include <ntddk.h>
#include <wdf.h>
#include <usb.h>
#include <usbdlib.h>
#include <wdfusb.h>

typedef struct _CONTEXT {
    WDFWAITLOCK Lock;
} CONTEXT, *PCONTEXT;
WDF_DECLARE_CONTEXT_TYPE_WITH_NAME(CONTEXT, GetContext)
VOID Unknown(VOID);
""")
# What a getter is asked for, beside the object.
DETAILS = {
    "WdfDeviceGetFileObject": ", (PVOID)Timer",
    "WdfObjectGetTypedContextWorker": ", WDF_GET_CONTEXT_TYPE_INFO(CONTEXT)",
    "WdfUsbTargetDeviceGetInterface": ", 0",
}

for name, kind, _ in rows:
    arguments = {"OBJECT": "(PVOID)Timer", "CONTEXT": "GetContext(Timer)", "THREAD": ""}[kind]
    arguments += DETAILS.get(name, "")
    print(f"""EVT_WDF_TIMER Balanced_{name};
VOID Balanced_{name}(WDFTIMER Timer)
{{
    WdfWaitLockAcquire(GetContext((PVOID){name}({arguments}))->Lock, NULL);
    Unknown();
    WdfWaitLockRelease(GetContext((PVOID){name}({arguments}))->Lock);
}}
""")
