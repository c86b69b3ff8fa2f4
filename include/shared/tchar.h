//===- tchar.h -------------------------------------------------------------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Model of the WDK header of this name, written for checkers of KMDF drivers: characters that are
// narrow or wide.
//
//===------------------------------------------------------------------------------------------===//

#ifndef _INC_TCHAR
#define _INC_TCHAR

#ifdef _UNICODE
typedef wchar_t _TCHAR;
#define _T(s) L##s
#else
typedef char _TCHAR;
#define _T(s) s
#endif
#define _TEXT(s) _T(s)

#endif // _INC_TCHAR
