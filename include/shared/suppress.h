//===- suppress.h ----------------------------------------------------------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Model of the WDK header of this name, written for checkers of KMDF drivers: the names of the
// warnings that drivers suppress for other analysers.
//
// Facts (names): learn.microsoft.com, "Code Analysis for Drivers warnings".
//
//===------------------------------------------------------------------------------------------===//

#ifndef KM_MODEL_SUPPRESS_H
#define KM_MODEL_SUPPRESS_H

#define __WARNING_UNREACHABLE_CODE 6001
#define __WARNING_BOUNDS_FAILURE 6201
#define __WARNING_MEMORY_LEAK 28197
#define __WARNING_LEAKED_MEMORY 28197
#define __WARNING_IRQL_TOO_HIGH 28118
#define __WARNING_IRQ_TOO_HIGH 28118
#define __WARNING_IRQ_SET_TOO_HIGH 28121
#define __WARNING_IRQ_SET_TOO_LOW 28120
#define __WARNING_MODIFYING_MDL 28145
#define __WARNING_POOL_TAG 28147
#define __WARNING_BANNED_API_USAGE 28719
#define __WARNING_USE_OTHER_FUNCTION 28750
#define __WARNING_ANNOTATION_SYNTAX 28285
#define __WARNING_ENCODE_MEMBER_FUNCTION_POINTER 28230
#define __WARNING_ENCODE_GLOBAL_FUNCTION_POINTER 28231
#define __WARNING_DEREF_NULL_PTR 6011
#define __WARNING_RETVAL_IGNORED_FUNC_COULD_FAIL 6031
#define __WARNING_READ_OVERRUN 6385
#define __WARNING_WRITE_OVERRUN 6386

#endif // KM_MODEL_SUPPRESS_H
