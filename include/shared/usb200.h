//===- usb200.h ------------------------------------------------------------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Model of the WDK header of this name, written for checkers of KMDF drivers: the names of USB 2.0;
// usbspec.h has them.
//
//===------------------------------------------------------------------------------------------===//

#ifndef __USB200_H__
#define __USB200_H__

#include <usb100.h>

#endif // __USB200_H__
