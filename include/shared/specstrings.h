//===- specstrings.h -------------------------------------------------------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Model of the WDK header of this name, written for checkers of KMDF drivers: annotations of
// buffers; all of them are in sal.h.
//
// Facts (names): learn.microsoft.com, "Header annotations".
//
//===------------------------------------------------------------------------------------------===//

#ifndef KM_MODEL_SPECSTRINGS_H
#define KM_MODEL_SPECSTRINGS_H

#include <driverspecs.h>
#include <sal.h>

#endif // KM_MODEL_SPECSTRINGS_H
