//===- windows.h ------------------------------------------------------------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Model of the SDK header of this name, written for checkers of UMDF drivers: the Win32 API in the
// part that UMDF 2 drivers use every day. The topics are in the files it includes.
//
// Facts: learn.microsoft.com, Windows API index.
//
//===------------------------------------------------------------------------------------------===//

#ifndef _WINDOWS_
#define _WINDOWS_

#ifndef _INC_WINDOWS
#define _INC_WINDOWS
#endif

#include <sdkddkver.h>
#include <winapifamily.h>

#include <excpt.h>
#include <stdarg.h>

#include <windef.h>
#include <winerror.h>
#include <winnt.h>

#include <winbase.h>
#include <winreg.h>
#include <winuser.h>

#ifndef WIN32_LEAN_AND_MEAN
#include <objbase.h>
#include <timeapi.h>
#include <winioctl.h>
#endif

#endif // _WINDOWS_
