//===- usbdi.h -------------------------------------------------------------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Model of the WDK header of this name, written for checkers of KMDF drivers: the USB driver
// interface: URBs and the control codes of the USB driver stack.
//
//===------------------------------------------------------------------------------------------===//

#ifndef __USBDI_H__
#define __USBDI_H__

#include <usb.h>
#include <usbioctl.h>

#endif // __USBDI_H__
