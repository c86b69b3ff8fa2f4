//===- wdfstring.h ----------------------------------------------------------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Model of the KMDF header of this name, written for checkers of KMDF drivers: string objects.
//
// Facts (names, types, values): KMDF 1.33,
// https://learn.microsoft.com/windows-hardware/drivers/ddi/wdfstring/
//
//===------------------------------------------------------------------------------------------===//

#ifndef _WDFSTRING_H_
#define _WDFSTRING_H_

WDF_EXTERN_C_START

NTSTATUS WdfStringCreate(_In_opt_ PCUNICODE_STRING UnicodeString,
    _In_opt_ PWDF_OBJECT_ATTRIBUTES StringAttributes, _Out_ WDFSTRING *String);
VOID WdfStringGetUnicodeString(WDFSTRING String, _Out_ PUNICODE_STRING UnicodeString);

WDF_EXTERN_C_END

#endif // _WDFSTRING_H_
