//===- basetyps.h ----------------------------------------------------------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Model of the WDK header of this name, written for checkers of KMDF drivers: the macros of
// interfaces and GUID.
//
// Facts (names): learn.microsoft.com, basetyps.h.
//
//===------------------------------------------------------------------------------------------===//

#ifndef _BASETYPS_H_
#define _BASETYPS_H_

#include <guiddef.h>

#define interface struct
#define STDMETHODCALLTYPE __stdcall
#define STDAPI EXTERN_C HRESULT STDMETHODCALLTYPE
#define STDAPI_(t) EXTERN_C t STDMETHODCALLTYPE
#define PURE

#endif // _BASETYPS_H_
