//===- wchar.h -------------------------------------------------------------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Model of the WDK header of this name, written for checkers of KMDF drivers: wide characters: what
// string.h and stdio.h have of them.
//
//===------------------------------------------------------------------------------------------===//

#ifndef _INC_WCHAR
#define _INC_WCHAR

#include <stdio.h>
#include <string.h>

typedef unsigned short wint_t;
#define WEOF ((wint_t)0xFFFF)

#endif // _INC_WCHAR
