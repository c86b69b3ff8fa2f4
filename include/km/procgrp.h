//===- procgrp.h -----------------------------------------------------------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Model of the WDK header of this name, written for checkers of KMDF drivers: processor groups for
// drivers that also run on old systems.
//
// Facts (names): learn.microsoft.com, procgrp.h.
//
//===------------------------------------------------------------------------------------------===//

#ifndef KM_MODEL_PROCGRP_H
#define KM_MODEL_PROCGRP_H

#include <wdm.h>

EXTERN_C VOID WdmlibProcgrpInitialize(VOID);

#endif // KM_MODEL_PROCGRP_H
