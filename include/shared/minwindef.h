//===- minwindef.h ---------------------------------------------------------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Model of the WDK header of this name, written for checkers of KMDF drivers: the Win32 names of
// basic types (BYTE, DWORD, BOOL, ...) and of the parts of a word.
//
// Facts (names, types): learn.microsoft.com, "Windows Data Types".
//
//===------------------------------------------------------------------------------------------===//

#ifndef _MINWINDEF_
#define _MINWINDEF_

#include <ntdef.h>

typedef int *PINT, *LPINT;
typedef float FLOAT, *PFLOAT;
typedef BOOL *PBOOL, *LPBOOL;
typedef BYTE *PBYTE, *LPBYTE;
typedef WORD *PWORD, *LPWORD;
typedef long *LPLONG;
typedef DWORD *PDWORD, *LPDWORD;
typedef void *LPVOID;
typedef const void *LPCVOID;
typedef unsigned int *PUINT;
typedef UINT_PTR WPARAM;
typedef LONG_PTR LPARAM;
typedef LONG_PTR LRESULT;
typedef HANDLE HGLOBAL, HLOCAL;
typedef WORD ATOM;
DECLARE_HANDLE(HINSTANCE);
DECLARE_HANDLE(HKEY);
typedef HINSTANCE HMODULE;
typedef HKEY *PHKEY;
typedef HANDLE *LPHANDLE;
typedef int HFILE;

typedef struct _FILETIME {
  DWORD dwLowDateTime;
  DWORD dwHighDateTime;
} FILETIME, *PFILETIME, *LPFILETIME;

#define MAX_PATH 260
#define CALLBACK __stdcall
#define WINAPI __stdcall
#define APIENTRY WINAPI
#define WINAPIV __cdecl
#define CDECL __cdecl
#define PASCAL __stdcall
#define far
#define near
#define NEAR

#define MAKEWORD(a, b)                                                                             \
  ((WORD)((BYTE)((DWORD_PTR)(a) & 0xff) | (WORD)((BYTE)((DWORD_PTR)(b) & 0xff)) << 8))
#define MAKELONG(a, b)                                                                             \
  ((LONG)((WORD)((DWORD_PTR)(a) & 0xffff) | (DWORD)((WORD)((DWORD_PTR)(b) & 0xffff)) << 16))
#define LOWORD(l) ((WORD)((DWORD_PTR)(l) & 0xffff))
#define HIWORD(l) ((WORD)(((DWORD_PTR)(l) >> 16) & 0xffff))
#define LOBYTE(w) ((BYTE)((DWORD_PTR)(w) & 0xff))
#define HIBYTE(w) ((BYTE)(((DWORD_PTR)(w) >> 8) & 0xff))

#ifndef NOMINMAX
#ifndef max
#define max(a, b) (((a) > (b)) ? (a) : (b))
#endif
#ifndef min
#define min(a, b) (((a) < (b)) ? (a) : (b))
#endif
#endif

#endif // _MINWINDEF_
