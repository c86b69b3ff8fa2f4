//===- wdfhwaccess.h --------------------------------------------------------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Model of the KMDF header of this name, written for checkers of KMDF drivers: access to device
// registers (user mode only).
//
// Facts (names, types, values): KMDF 1.33,
// https://learn.microsoft.com/windows-hardware/drivers/ddi/_wdf/
//
//===------------------------------------------------------------------------------------------===//

#ifndef _WDFHWACCESS_H_
#define _WDFHWACCESS_H_

// Empty, as in the framework: KMDF drivers use READ_REGISTER_ULONG and the like.

#endif // _WDFHWACCESS_H_
