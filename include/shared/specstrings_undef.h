//===- specstrings_undef.h -------------------------------------------------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Model of the WDK header of this name, written for checkers of KMDF drivers: takes back the
// annotations of the oldest form. The model keeps them, as nothing.
//
//===------------------------------------------------------------------------------------------===//

#ifndef KM_MODEL_SPECSTRINGS_UNDEF_H
#define KM_MODEL_SPECSTRINGS_UNDEF_H



#endif // KM_MODEL_SPECSTRINGS_UNDEF_H
