//===- csq.h ---------------------------------------------------------------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Model of the WDK header of this name, written for checkers of KMDF drivers: cancel-safe queues;
// wdm.h has them.
//
//===------------------------------------------------------------------------------------------===//

#ifndef KM_MODEL_CSQ_H
#define KM_MODEL_CSQ_H

#include <wdm.h>

#endif // KM_MODEL_CSQ_H
