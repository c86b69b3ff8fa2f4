//===- wudfwdm.h ------------------------------------------------------------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Model of the WDK header of this name, written for checkers of UMDF drivers: the kernel's types
// and routines that a UMDF 2 driver has too.
//
// Facts: learn.microsoft.com, wudfwdm.h.
//
//===------------------------------------------------------------------------------------------===//

#ifndef _WUDFWDM_H_
#define _WUDFWDM_H_

#include <windows.h>

#include <wdm.h>

#endif // _WUDFWDM_H_
