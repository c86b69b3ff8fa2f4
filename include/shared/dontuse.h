//===- dontuse.h -----------------------------------------------------------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Model of the WDK header of this name, written for checkers of KMDF drivers: the banning of old
// string functions. The model bans nothing.
//
//===------------------------------------------------------------------------------------------===//

#ifndef KM_MODEL_DONTUSE_H
#define KM_MODEL_DONTUSE_H



#endif // KM_MODEL_DONTUSE_H
