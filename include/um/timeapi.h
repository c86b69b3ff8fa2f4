//===- timeapi.h ------------------------------------------------------------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Model of the SDK header of this name, written for checkers of UMDF drivers: the multimedia
// timer.
//
// Facts (names, signatures): learn.microsoft.com, timeapi.h.
//
//===------------------------------------------------------------------------------------------===//

#ifndef _TIMEAPI_H_
#define _TIMEAPI_H_

#include <windef.h>

#ifdef __cplusplus
extern "C" {
#endif

typedef UINT MMRESULT;

DWORD WINAPI timeGetTime(void);
MMRESULT WINAPI timeBeginPeriod(UINT Period);
MMRESULT WINAPI timeEndPeriod(UINT Period);

#ifdef __cplusplus
}
#endif

#endif // _TIMEAPI_H_
