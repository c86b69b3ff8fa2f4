//===- crtdefs.h -----------------------------------------------------------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Model of the WDK header of this name, written for checkers of KMDF drivers: the basic types of
// the C library.
//
//===------------------------------------------------------------------------------------------===//

#ifndef _INC_CRTDEFS
#define _INC_CRTDEFS

#include <stdarg.h>
#include <stddef.h>

typedef int errno_t;
#ifdef _WIN64
typedef unsigned __int64 uintptr_t;
typedef __int64 intptr_t;
#else
typedef unsigned int uintptr_t;
typedef int intptr_t;
#endif
#ifndef _countof
#define _countof(a) (sizeof(a) / sizeof((a)[0]))
#endif

#endif // _INC_CRTDEFS
