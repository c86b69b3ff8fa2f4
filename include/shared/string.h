//===- string.h ------------------------------------------------------------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Model of the WDK header of this name, written for checkers of KMDF drivers: the functions of
// memory and strings that kernel-mode code may call.
//
// Facts (names, signatures): learn.microsoft.com, "C runtime library reference".
//
//===------------------------------------------------------------------------------------------===//

#ifndef _INC_STRING
#define _INC_STRING

#include <stddef.h>

#ifdef __cplusplus
extern "C" {
#endif

typedef int errno_t;

void *__cdecl memcpy(void *to, const void *from, size_t size);
void *__cdecl memmove(void *to, const void *from, size_t size);
void *__cdecl memset(void *to, int value, size_t size);
int __cdecl memcmp(const void *a, const void *b, size_t size);
errno_t __cdecl memcpy_s(void *to, size_t toSize, const void *from, size_t size);
errno_t __cdecl memmove_s(void *to, size_t toSize, const void *from, size_t size);

size_t __cdecl strlen(const char *s);
size_t __cdecl strnlen(const char *s, size_t max);
char *__cdecl strcpy(char *to, const char *from);
char *__cdecl strncpy(char *to, const char *from, size_t n);
char *__cdecl strcat(char *to, const char *from);
char *__cdecl strncat(char *to, const char *from, size_t n);
int __cdecl strcmp(const char *a, const char *b);
int __cdecl strncmp(const char *a, const char *b, size_t n);
int __cdecl _stricmp(const char *a, const char *b);
int __cdecl _strnicmp(const char *a, const char *b, size_t n);
size_t __cdecl strspn(const char *s, const char *set);
size_t __cdecl strcspn(const char *s, const char *set);
char *__cdecl _strlwr(char *s);
char *__cdecl _strupr(char *s);
char *__cdecl _strrev(char *s);
char *__cdecl _strset(char *s, int c);
char *__cdecl strtok_s(char *s, const char *set, char **context);
errno_t __cdecl strcpy_s(char *to, size_t size, const char *from);
errno_t __cdecl strcat_s(char *to, size_t size, const char *from);
errno_t __cdecl strncpy_s(char *to, size_t size, const char *from, size_t n);
errno_t __cdecl strncat_s(char *to, size_t size, const char *from, size_t n);

size_t __cdecl wcslen(const wchar_t *s);
size_t __cdecl wcsnlen(const wchar_t *s, size_t max);
wchar_t *__cdecl wcscpy(wchar_t *to, const wchar_t *from);
wchar_t *__cdecl wcsncpy(wchar_t *to, const wchar_t *from, size_t n);
wchar_t *__cdecl wcscat(wchar_t *to, const wchar_t *from);
wchar_t *__cdecl wcsncat(wchar_t *to, const wchar_t *from, size_t n);
int __cdecl wcscmp(const wchar_t *a, const wchar_t *b);
int __cdecl wcsncmp(const wchar_t *a, const wchar_t *b, size_t n);
int __cdecl _wcsicmp(const wchar_t *a, const wchar_t *b);
int __cdecl _wcsnicmp(const wchar_t *a, const wchar_t *b, size_t n);
size_t __cdecl wcsspn(const wchar_t *s, const wchar_t *set);
size_t __cdecl wcscspn(const wchar_t *s, const wchar_t *set);
wchar_t *__cdecl _wcslwr(wchar_t *s);
wchar_t *__cdecl _wcsupr(wchar_t *s);
wchar_t *__cdecl wcstok_s(wchar_t *s, const wchar_t *set, wchar_t **context);
errno_t __cdecl wcscpy_s(wchar_t *to, size_t size, const wchar_t *from);
errno_t __cdecl wcscat_s(wchar_t *to, size_t size, const wchar_t *from);
errno_t __cdecl wcsncpy_s(wchar_t *to, size_t size, const wchar_t *from, size_t n);
errno_t __cdecl wcsncat_s(wchar_t *to, size_t size, const wchar_t *from, size_t n);

#define stricmp _stricmp
#define strnicmp _strnicmp
#define wcsicmp _wcsicmp
#define wcsnicmp _wcsnicmp

#ifdef __cplusplus
}
// In C++ these have one form for each constness; the linkage is the C one for the const form.
extern "C" {
const void *__cdecl memchr(const void *p, int value, size_t size);
const char *__cdecl strchr(const char *s, int c);
const char *__cdecl strrchr(const char *s, int c);
const char *__cdecl strstr(const char *s, const char *what);
const char *__cdecl strpbrk(const char *s, const char *set);
const wchar_t *__cdecl wcschr(const wchar_t *s, wchar_t c);
const wchar_t *__cdecl wcsrchr(const wchar_t *s, wchar_t c);
const wchar_t *__cdecl wcsstr(const wchar_t *s, const wchar_t *what);
const wchar_t *__cdecl wcspbrk(const wchar_t *s, const wchar_t *set);
}
extern "C++" {
inline void *memchr(void *p, int value, size_t size) {
  return (void *)memchr((const void *)p, value, size);
}
inline char *strchr(char *s, int c) { return (char *)strchr((const char *)s, c); }
inline char *strrchr(char *s, int c) { return (char *)strrchr((const char *)s, c); }
inline char *strstr(char *s, const char *what) { return (char *)strstr((const char *)s, what); }
inline char *strpbrk(char *s, const char *set) { return (char *)strpbrk((const char *)s, set); }
inline wchar_t *wcschr(wchar_t *s, wchar_t c) { return (wchar_t *)wcschr((const wchar_t *)s, c); }
inline wchar_t *wcsrchr(wchar_t *s, wchar_t c) {
  return (wchar_t *)wcsrchr((const wchar_t *)s, c);
}
inline wchar_t *wcsstr(wchar_t *s, const wchar_t *what) {
  return (wchar_t *)wcsstr((const wchar_t *)s, what);
}
}
#else
void *__cdecl memchr(const void *p, int value, size_t size);
char *__cdecl strchr(const char *s, int c);
char *__cdecl strrchr(const char *s, int c);
char *__cdecl strstr(const char *s, const char *what);
char *__cdecl strpbrk(const char *s, const char *set);
wchar_t *__cdecl wcschr(const wchar_t *s, wchar_t c);
wchar_t *__cdecl wcsrchr(const wchar_t *s, wchar_t c);
wchar_t *__cdecl wcsstr(const wchar_t *s, const wchar_t *what);
wchar_t *__cdecl wcspbrk(const wchar_t *s, const wchar_t *set);
#endif

#endif // _INC_STRING
