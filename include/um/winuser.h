//===- winuser.h ------------------------------------------------------------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Model of the SDK header of this name, written for checkers of UMDF drivers: the few names of the
// user interface that a driver's headers speak of.
//
// Facts (names, values, signatures): learn.microsoft.com, winuser.h.
//
//===------------------------------------------------------------------------------------------===//

#ifndef _WINUSER_
#define _WINUSER_

#include <windef.h>

#ifdef __cplusplus
extern "C" {
#endif

typedef HANDLE HDEVNOTIFY;

typedef struct tagMSG {
  HWND hwnd;
  UINT message;
  WPARAM wParam;
  LPARAM lParam;
  DWORD time;
  POINT pt;
} MSG, *PMSG, *LPMSG;

#define MAKEINTRESOURCEA(i) ((LPSTR)((ULONG_PTR)((WORD)(i))))
#define MAKEINTRESOURCEW(i) ((LPWSTR)((ULONG_PTR)((WORD)(i))))
#define MB_OK 0x00000000L

int WINAPI MessageBoxW(HWND Window, LPCWSTR Text, LPCWSTR Caption, UINT Type);
int __cdecl wsprintfW(LPWSTR Buffer, LPCWSTR Format, ...);
int __cdecl wsprintfA(LPSTR Buffer, LPCSTR Format, ...);

#ifdef __cplusplus
}
#endif

#endif // _WINUSER_
