//===- memory.h ------------------------------------------------------------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Model of the WDK header of this name, written for checkers of KMDF drivers: the functions of
// memory, which string.h has.
//
//===------------------------------------------------------------------------------------------===//

#ifndef KM_MODEL_MEMORY_H
#define KM_MODEL_MEMORY_H

#include <string.h>

#endif // KM_MODEL_MEMORY_H
