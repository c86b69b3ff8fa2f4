//===- wdfverifier.h --------------------------------------------------------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Model of the KMDF header of this name, written for checkers of KMDF drivers: break into the
// debugger, stop the machine.
//
// Facts (names, types, values): KMDF 1.33,
// https://learn.microsoft.com/windows-hardware/drivers/ddi/wdfverifier/
//
//===------------------------------------------------------------------------------------------===//

#ifndef _WDFVERIFIER_H_
#define _WDFVERIFIER_H_

WDF_EXTERN_C_START

VOID WdfVerifierDbgBreakPoint(void);
VOID WdfVerifierKeBugCheck(ULONG BugCheckCode, ULONG_PTR BugCheckParameter1,
    ULONG_PTR BugCheckParameter2, ULONG_PTR BugCheckParameter3, ULONG_PTR BugCheckParameter4);
PVOID WdfGetTriageInfo(void);

WDF_EXTERN_C_END

#endif // _WDFVERIFIER_H_
