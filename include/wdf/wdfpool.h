//===- wdfpool.h ------------------------------------------------------------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Model of the KMDF header of this name, written for checkers of KMDF drivers: pool allocation
// (nothing of it is left in 1.33).
//
// Facts (names, types, values): KMDF 1.33,
// https://learn.microsoft.com/windows-hardware/drivers/ddi/_wdf/
//
//===------------------------------------------------------------------------------------------===//

#ifndef _WDFPOOL_H_
#define _WDFPOOL_H_

// Empty, as in the framework: drivers that name it still find it.

#endif // _WDFPOOL_H_
