//===- gpio.h --------------------------------------------------------------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Model of the WDK header of this name, written for checkers of KMDF drivers: the control codes of
// GPIO pins. Their values are not documented: the ones here are only different from each other.
//
// Facts (names, values): learn.microsoft.com, gpio.h.
//
//===------------------------------------------------------------------------------------------===//

#ifndef _GPIO_H_
#define _GPIO_H_

#include <devioctl.h>

#define IOCTL_GPIO_READ_PINS CTL_CODE(FILE_DEVICE_GPIO, 0x0, METHOD_BUFFERED, FILE_ANY_ACCESS)
#define IOCTL_GPIO_WRITE_PINS CTL_CODE(FILE_DEVICE_GPIO, 0x1, METHOD_BUFFERED, FILE_ANY_ACCESS)
#define IOCTL_GPIO_CONTROLLER_SPECIFIC_FUNCTION                                                    \
  CTL_CODE(FILE_DEVICE_GPIO, 0x2, METHOD_BUFFERED, FILE_ANY_ACCESS)
#define IOCTL_GPIO_COMMIT_FUNCTION_CONFIG_PINS                                                     \
  CTL_CODE(FILE_DEVICE_GPIO, 0x3, METHOD_BUFFERED, FILE_ANY_ACCESS)

#endif // _GPIO_H_
