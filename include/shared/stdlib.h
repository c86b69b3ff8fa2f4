//===- stdlib.h ------------------------------------------------------------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Model of the WDK header of this name, written for checkers of KMDF drivers: the functions of the
// C library that kernel-mode code may call.
//
// Facts (names, signatures): learn.microsoft.com, "C runtime library reference".
//
//===------------------------------------------------------------------------------------------===//

#ifndef _INC_STDLIB
#define _INC_STDLIB

#include <stddef.h>

#ifdef __cplusplus
extern "C" {
#endif

typedef int errno_t;

#define __max(a, b) (((a) > (b)) ? (a) : (b))
#define __min(a, b) (((a) < (b)) ? (a) : (b))
#if !defined(__cplusplus) && !defined(NOMINMAX)
#ifndef max
#define max(a, b) (((a) > (b)) ? (a) : (b))
#endif
#ifndef min
#define min(a, b) (((a) < (b)) ? (a) : (b))
#endif
#endif
#define RAND_MAX 0x7fff
#define _MAX_PATH 260
#define _countof(a) (sizeof(a) / sizeof((a)[0]))

int __cdecl abs(int n);
long __cdecl labs(long n);
int __cdecl atoi(const char *s);
long __cdecl atol(const char *s);
__int64 __cdecl _atoi64(const char *s);
int __cdecl _wtoi(const wchar_t *s);
long __cdecl _wtol(const wchar_t *s);
long __cdecl strtol(const char *s, char **end, int base);
unsigned long __cdecl strtoul(const char *s, char **end, int base);
long __cdecl wcstol(const wchar_t *s, wchar_t **end, int base);
unsigned long __cdecl wcstoul(const wchar_t *s, wchar_t **end, int base);
char *__cdecl _itoa(int value, char *to, int base);
wchar_t *__cdecl _itow(int value, wchar_t *to, int base);
errno_t __cdecl _itoa_s(int value, char *to, size_t size, int base);
errno_t __cdecl _itow_s(int value, wchar_t *to, size_t size, int base);
errno_t __cdecl _ultow_s(unsigned long value, wchar_t *to, size_t size, int base);
int __cdecl rand(void);
void __cdecl srand(unsigned int seed);
void __cdecl qsort(void *base, size_t n, size_t size,
                   int(__cdecl *compare)(const void *, const void *));
void *__cdecl bsearch(const void *key, const void *base, size_t n, size_t size,
                      int(__cdecl *compare)(const void *, const void *));
size_t __cdecl mbstowcs(wchar_t *to, const char *from, size_t n);
size_t __cdecl wcstombs(char *to, const wchar_t *from, size_t n);

unsigned int __cdecl _rotl(unsigned int value, int shift);
unsigned int __cdecl _rotr(unsigned int value, int shift);
unsigned long __cdecl _lrotl(unsigned long value, int shift);
unsigned long __cdecl _lrotr(unsigned long value, int shift);
unsigned __int64 __cdecl _rotl64(unsigned __int64 value, int shift);
unsigned __int64 __cdecl _rotr64(unsigned __int64 value, int shift);
unsigned short __cdecl _byteswap_ushort(unsigned short value);
unsigned long __cdecl _byteswap_ulong(unsigned long value);
unsigned __int64 __cdecl _byteswap_uint64(unsigned __int64 value);

#ifdef __cplusplus
}
#endif

#endif // _INC_STDLIB
