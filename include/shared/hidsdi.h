//===- hidsdi.h ------------------------------------------------------------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Model of the WDK header of this name, written for checkers of KMDF drivers: HID for applications;
// kernel-mode code takes only the parser from it.
//
//===------------------------------------------------------------------------------------------===//

#ifndef _HIDSDI_H
#define _HIDSDI_H

#include <hidpi.h>
#include <hidusage.h>

#endif // _HIDSDI_H
