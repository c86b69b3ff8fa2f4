//===- usb100.h ------------------------------------------------------------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Model of the WDK header of this name, written for checkers of KMDF drivers: the names of USB 1.1;
// usbspec.h has them.
//
//===------------------------------------------------------------------------------------------===//

#ifndef __USB100_H__
#define __USB100_H__

#include <usbspec.h>

#endif // __USB100_H__
