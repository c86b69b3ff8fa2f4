//===- winioctl.h -----------------------------------------------------------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Model of the SDK header of this name, written for checkers of UMDF drivers: control codes, the
// classes of devices, and storage.
//
// Facts: learn.microsoft.com, winioctl.h.
//
//===------------------------------------------------------------------------------------------===//

#ifndef _WINIOCTL_
#define _WINIOCTL_

#include <devioctl.h>
#include <ntddstor.h>

#endif // _WINIOCTL_
