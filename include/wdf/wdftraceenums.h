//===- wdftraceenums.h ------------------------------------------------------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Model of the KMDF header of this name, written for checkers of KMDF drivers: WPP trace
// configuration.
//
// Facts (names, types, values): KMDF 1.33,
// https://learn.microsoft.com/windows-hardware/drivers/ddi/_wdf/
//
//===------------------------------------------------------------------------------------------===//

#ifndef _WDFTRACEENUMS_H_
#define _WDFTRACEENUMS_H_

// Empty: in the framework this header only holds comments for the trace preprocessor.

#endif // _WDFTRACEENUMS_H_
