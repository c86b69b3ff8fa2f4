//===- winreg.h -------------------------------------------------------------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Model of the SDK header of this name, written for checkers of UMDF drivers: the registry.
//
// Facts (names, values, signatures): learn.microsoft.com, winreg.h.
//
//===------------------------------------------------------------------------------------------===//

#ifndef _WINREG_
#define _WINREG_

#include <winnt.h>

#ifdef __cplusplus
extern "C" {
#endif

struct _SECURITY_ATTRIBUTES;

typedef LONG LSTATUS;
typedef ACCESS_MASK REGSAM;

#define HKEY_CLASSES_ROOT ((HKEY)(ULONG_PTR)((LONG)0x80000000))
#define HKEY_CURRENT_USER ((HKEY)(ULONG_PTR)((LONG)0x80000001))
#define HKEY_LOCAL_MACHINE ((HKEY)(ULONG_PTR)((LONG)0x80000002))
#define HKEY_USERS ((HKEY)(ULONG_PTR)((LONG)0x80000003))

LSTATUS WINAPI RegOpenKeyExW(HKEY Key, LPCWSTR SubKey, DWORD Options, REGSAM Access, PHKEY Result);
LSTATUS WINAPI RegCreateKeyExW(HKEY Key, LPCWSTR SubKey, DWORD Reserved, LPWSTR Class,
                               DWORD Options, REGSAM Access,
                               struct _SECURITY_ATTRIBUTES *Attributes, PHKEY Result,
                               LPDWORD Disposition);
LSTATUS WINAPI RegQueryValueExW(HKEY Key, LPCWSTR Value, LPDWORD Reserved, LPDWORD Type,
                                LPBYTE Data, LPDWORD Size);
LSTATUS WINAPI RegSetValueExW(HKEY Key, LPCWSTR Value, DWORD Reserved, DWORD Type,
                              const BYTE *Data, DWORD Size);
LSTATUS WINAPI RegGetValueW(HKEY Key, LPCWSTR SubKey, LPCWSTR Value, DWORD Flags, LPDWORD Type,
                            PVOID Data, LPDWORD Size);
LSTATUS WINAPI RegDeleteValueW(HKEY Key, LPCWSTR Value);
LSTATUS WINAPI RegCloseKey(HKEY Key);

#ifdef UNICODE
#define RegOpenKeyEx RegOpenKeyExW
#define RegCreateKeyEx RegCreateKeyExW
#define RegQueryValueEx RegQueryValueExW
#define RegSetValueEx RegSetValueExW
#define RegGetValue RegGetValueW
#endif

#ifdef __cplusplus
}
#endif

#endif // _WINREG_
