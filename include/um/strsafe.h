//===- strsafe.h ------------------------------------------------------------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Model of the SDK header of this name, written for checkers of UMDF drivers: strings of a known
// size.
//
// Facts (names, values, signatures): learn.microsoft.com, strsafe.h.
//
//===------------------------------------------------------------------------------------------===//

#ifndef _STRSAFE_H_INCLUDED_
#define _STRSAFE_H_INCLUDED_

#include <winerror.h>

#ifdef __cplusplus
extern "C" {
#endif

#define STRSAFE_MAX_CCH 2147483647
#define STRSAFE_E_INSUFFICIENT_BUFFER ((HRESULT)0x8007007AL)

HRESULT __stdcall StringCchCopyA(LPSTR Target, size_t Size, LPCSTR Source);
HRESULT __stdcall StringCchCopyW(LPWSTR Target, size_t Size, LPCWSTR Source);
HRESULT __stdcall StringCbCopyA(LPSTR Target, size_t Size, LPCSTR Source);
HRESULT __stdcall StringCbCopyW(LPWSTR Target, size_t Size, LPCWSTR Source);
HRESULT __stdcall StringCchCopyNW(LPWSTR Target, size_t Size, LPCWSTR Source, size_t Length);
HRESULT __stdcall StringCchCatA(LPSTR Target, size_t Size, LPCSTR Source);
HRESULT __stdcall StringCchCatW(LPWSTR Target, size_t Size, LPCWSTR Source);
HRESULT __stdcall StringCbCatW(LPWSTR Target, size_t Size, LPCWSTR Source);
HRESULT __stdcall StringCchLengthA(LPCSTR Text, size_t Maximum, size_t *Length);
HRESULT __stdcall StringCchLengthW(LPCWSTR Text, size_t Maximum, size_t *Length);
HRESULT __stdcall StringCbLengthW(LPCWSTR Text, size_t Maximum, size_t *Length);
HRESULT __cdecl StringCchPrintfA(LPSTR Target, size_t Size, LPCSTR Format, ...);
HRESULT __cdecl StringCchPrintfW(LPWSTR Target, size_t Size, LPCWSTR Format, ...);
HRESULT __cdecl StringCbPrintfA(LPSTR Target, size_t Size, LPCSTR Format, ...);
HRESULT __cdecl StringCbPrintfW(LPWSTR Target, size_t Size, LPCWSTR Format, ...);
HRESULT __stdcall StringCchVPrintfA(LPSTR Target, size_t Size, LPCSTR Format, va_list Arguments);
HRESULT __stdcall StringCchVPrintfW(LPWSTR Target, size_t Size, LPCWSTR Format, va_list Arguments);

#ifdef UNICODE
#define StringCchCopy StringCchCopyW
#define StringCchCat StringCchCatW
#define StringCchLength StringCchLengthW
#define StringCchPrintf StringCchPrintfW
#define StringCbCopy StringCbCopyW
#define StringCbPrintf StringCbPrintfW
#endif

#ifdef __cplusplus
}
#endif

#endif // _STRSAFE_H_INCLUDED_
