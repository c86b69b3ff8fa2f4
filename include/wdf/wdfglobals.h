//===- wdfglobals.h ---------------------------------------------------------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Model of the KMDF header of this name, written for checkers of KMDF drivers: the driver's
// globals; which functions and structures the framework has.
//
// Facts (names, types, values): KMDF 1.33,
// https://learn.microsoft.com/windows-hardware/drivers/ddi/_wdf/
//
//===------------------------------------------------------------------------------------------===//

#ifndef _WDFGLOBALS_H_
#define _WDFGLOBALS_H_

WDF_EXTERN_C_START

#define WDF_DRIVER_GLOBALS_NAME_LEN (32)

typedef struct _WDF_DRIVER_GLOBALS {
    WDFDRIVER Driver;
    ULONG DriverFlags, DriverTag;
    CHAR DriverName[WDF_DRIVER_GLOBALS_NAME_LEN];
    BOOLEAN DisplaceDriverUnload;
} WDF_DRIVER_GLOBALS, *PWDF_DRIVER_GLOBALS;

extern PWDF_DRIVER_GLOBALS WdfDriverGlobals;

// A driver may run on an older framework than it was built for. A checker should look at both
// answers, hence the variable. Sizes are those of 1.33.
extern BOOLEAN WdfClientVersionHigherThanFramework;

#define WDF_IS_FUNCTION_AVAILABLE(_function) (!WdfClientVersionHigherThanFramework)
#define WDF_IS_STRUCTURE_AVAILABLE(_struct) (!WdfClientVersionHigherThanFramework)
#define WDF_IS_FIELD_AVAILABLE(_struct, _field) (!WdfClientVersionHigherThanFramework)
#define WDF_STRUCTURE_SIZE(_struct) ((ULONG)sizeof(_struct))

WDF_EXTERN_C_END

#endif // _WDFGLOBALS_H_
