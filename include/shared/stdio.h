//===- stdio.h -------------------------------------------------------------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Model of the WDK header of this name, written for checkers of KMDF drivers: the functions that
// format text in kernel-mode code.
//
// Facts (names, signatures): learn.microsoft.com, "C runtime library reference".
//
//===------------------------------------------------------------------------------------------===//

#ifndef _INC_STDIO
#define _INC_STDIO

#include <stdarg.h>
#include <stddef.h>

#ifdef __cplusplus
extern "C" {
#endif

#define EOF (-1)
#define _TRUNCATE ((size_t)-1)

int __cdecl sprintf(char *to, const char *format, ...);
int __cdecl vsprintf(char *to, const char *format, va_list args);
int __cdecl _snprintf(char *to, size_t n, const char *format, ...);
int __cdecl _vsnprintf(char *to, size_t n, const char *format, va_list args);
int __cdecl snprintf(char *to, size_t n, const char *format, ...);
int __cdecl vsnprintf(char *to, size_t n, const char *format, va_list args);
int __cdecl sprintf_s(char *to, size_t size, const char *format, ...);
int __cdecl vsprintf_s(char *to, size_t size, const char *format, va_list args);
int __cdecl _snprintf_s(char *to, size_t size, size_t n, const char *format, ...);
int __cdecl _vsnprintf_s(char *to, size_t size, size_t n, const char *format, va_list args);
int __cdecl sscanf(const char *s, const char *format, ...);
int __cdecl sscanf_s(const char *s, const char *format, ...);
int __cdecl _snwprintf(wchar_t *to, size_t n, const wchar_t *format, ...);
int __cdecl _vsnwprintf(wchar_t *to, size_t n, const wchar_t *format, va_list args);
int __cdecl _snwprintf_s(wchar_t *to, size_t size, size_t n, const wchar_t *format, ...);
int __cdecl swprintf_s(wchar_t *to, size_t size, const wchar_t *format, ...);
int __cdecl swscanf_s(const wchar_t *s, const wchar_t *format, ...);
int __cdecl _vscwprintf(const wchar_t *format, va_list args);

#ifdef __cplusplus
}
#endif

#endif // _INC_STDIO
