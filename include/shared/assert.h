//===- assert.h ------------------------------------------------------------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Model of the WDK header of this name, written for checkers of KMDF drivers: the assertion of the
// C library; what is asserted is assumed.
//
//===------------------------------------------------------------------------------------------===//

#include <sal.h>

#undef assert
#define assert(...) KM_ASSUME((__VA_ARGS__))
#ifndef __cplusplus
#ifndef static_assert
#if __STDC_VERSION__ < 202311L
#define static_assert _Static_assert
#endif
#endif
#endif
