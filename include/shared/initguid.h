//===- initguid.h ----------------------------------------------------------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Model of the WDK header of this name, written for checkers of KMDF drivers: makes DEFINE_GUID and
// DEFINE_DEVPROPKEY define from here on.
//
// Facts: learn.microsoft.com, "Including GUIDs in Driver Code".
//
//===------------------------------------------------------------------------------------------===//

#ifndef INITGUID
#define INITGUID
#endif

#include <guiddef.h>

#ifdef DEVPROPKEY_H_INCLUDED
#undef DEVPROPKEY_H_INCLUDED
#endif
