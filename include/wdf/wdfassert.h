//===- wdfassert.h ----------------------------------------------------------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Model of the KMDF header of this name, written for checkers of KMDF drivers: assertions.
//
// Facts (names, types, values): KMDF 1.33,
// https://learn.microsoft.com/windows-hardware/drivers/ddi/_wdf/
//
//===------------------------------------------------------------------------------------------===//

#ifndef _WDFASSERT_H_
#define _WDFASSERT_H_

WDF_EXTERN_C_START

NTSYSAPI VOID NTAPI RtlAssert(PVOID FailedAssertion, PVOID FileName, ULONG LineNumber,
    PSTR Message);

// At run time, when the framework's verifier is on
#define WDFVERIFY(_exp)                                                                            \
    {                                                                                              \
        if ((WdfDriverGlobals->DriverFlags & WdfVerifyOn) && !(_exp)) {                            \
            RtlAssert((PVOID)#_exp, (PVOID)__FILE__, __LINE__, NULL);                              \
        }                                                                                          \
    }
#define VERIFY_IS_IRQL_PASSIVE_LEVEL() WDFVERIFY(KeGetCurrentIrql() == PASSIVE_LEVEL)
#define IS_AT_PASSIVE() VERIFY_IS_IRQL_PASSIVE_LEVEL()

// At compile time: a statement
#define WDFCASSERT(_c) { (void)sizeof(char[(_c) ? 1 : -1]); }

WDF_EXTERN_C_END

#endif // _WDFASSERT_H_
