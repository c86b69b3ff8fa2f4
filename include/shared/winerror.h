//===- winerror.h ----------------------------------------------------------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Model of the WDK header of this name, written for checkers of KMDF drivers: HRESULT and the
// everyday error codes of Win32, as far as kernel-mode code uses them.
//
// Facts (names, values): learn.microsoft.com, "System Error Codes", "Structure of COM Error Codes".
//
//===------------------------------------------------------------------------------------------===//

#ifndef _WINERROR_
#define _WINERROR_

#include <ntdef.h>

#define SEVERITY_SUCCESS 0
#define SEVERITY_ERROR 1
#define FACILITY_WIN32 7
#define FACILITY_NT_BIT 0x10000000
#define SUCCEEDED(h) (((HRESULT)(h)) >= 0)
#define FAILED(h) (((HRESULT)(h)) < 0)
#define HRESULT_CODE(h) ((h) & 0xFFFF)
#define HRESULT_FACILITY(h) (((h) >> 16) & 0x1FFF)
#define MAKE_HRESULT(s, f, c)                                                                      \
  ((HRESULT)(((unsigned long)(s) << 31) | ((unsigned long)(f) << 16) | ((unsigned long)(c))))
#define HRESULT_FROM_NT(s) ((HRESULT)((s) | FACILITY_NT_BIT))
#define HRESULT_FROM_WIN32(e)                                                                      \
  ((HRESULT)(e) <= 0 ? ((HRESULT)(e))                                                              \
                     : ((HRESULT)(((e) & 0x0000FFFF) | (FACILITY_WIN32 << 16) | 0x80000000)))

#define NO_ERROR 0L
#define S_OK ((HRESULT)0L)
#define S_FALSE ((HRESULT)1L)
#define E_NOTIMPL ((HRESULT)0x80004001L)
#define E_NOINTERFACE ((HRESULT)0x80004002L)
#define E_POINTER ((HRESULT)0x80004003L)
#define E_ABORT ((HRESULT)0x80004004L)
#define E_FAIL ((HRESULT)0x80004005L)
#define E_UNEXPECTED ((HRESULT)0x8000FFFFL)
#define E_ACCESSDENIED ((HRESULT)0x80070005L)
#define E_HANDLE ((HRESULT)0x80070006L)
#define E_OUTOFMEMORY ((HRESULT)0x8007000EL)
#define E_INVALIDARG ((HRESULT)0x80070057L)
#define INTSAFE_E_ARITHMETIC_OVERFLOW ((HRESULT)0x80070216L)

#define ERROR_SUCCESS 0L
#define ERROR_INVALID_FUNCTION 1L
#define ERROR_FILE_NOT_FOUND 2L
#define ERROR_PATH_NOT_FOUND 3L
#define ERROR_ACCESS_DENIED 5L
#define ERROR_INVALID_HANDLE 6L
#define ERROR_NOT_ENOUGH_MEMORY 8L
#define ERROR_INVALID_DATA 13L
#define ERROR_OUTOFMEMORY 14L
#define ERROR_NO_MORE_FILES 18L
#define ERROR_NOT_READY 21L
#define ERROR_BAD_LENGTH 24L
#define ERROR_GEN_FAILURE 31L
#define ERROR_SHARING_VIOLATION 32L
#define ERROR_HANDLE_EOF 38L
#define ERROR_NOT_SUPPORTED 50L
#define ERROR_DEV_NOT_EXIST 55L
#define ERROR_INVALID_PARAMETER 87L
#define ERROR_BROKEN_PIPE 109L
#define ERROR_INSUFFICIENT_BUFFER 122L
#define ERROR_INVALID_NAME 123L
#define ERROR_BUSY 170L
#define ERROR_ALREADY_EXISTS 183L
#define ERROR_MORE_DATA 234L
#define ERROR_NO_MORE_ITEMS 259L
#define ERROR_OPERATION_ABORTED 995L
#define ERROR_IO_INCOMPLETE 996L
#define ERROR_IO_PENDING 997L
#define ERROR_INVALID_FLAGS 1004L
#define ERROR_DEVICE_NOT_CONNECTED 1167L
#define ERROR_NOT_FOUND 1168L
#define ERROR_CRC 23L
#define ERROR_SEM_TIMEOUT 121L
#define ERROR_TIMEOUT 1460L
#define ERROR_CANCELLED 1223L

#endif // _WINERROR_
