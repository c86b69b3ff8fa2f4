//===- pshpack2.h ----------------------------------------------------------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Model of the WDK header of this name, written for checkers of KMDF drivers: packs structures at 2
// byte(s) until <poppack.h>. The compiler warns at the place of inclusion that packing changes;
// that is the purpose of this header, so the warning is off from there.
//
//===------------------------------------------------------------------------------------------===//

#ifdef __clang__
#pragma clang diagnostic ignored "-Wpragma-pack"
#endif
#pragma pack(push, 2)
