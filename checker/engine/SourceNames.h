//===-- SourceNames.h - Names as they stand in the source -------*- C++ -*-===//
//
// Part of the KMDF checkers, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// What a report calls a function and a lock: what the driver's author calls
// them.
//
//===----------------------------------------------------------------------===//

#ifndef KMDF_ENGINE_SOURCENAMES_H
#define KMDF_ENGINE_SOURCENAMES_H

#include "CallbackRoles.h"

#include "clang/Analysis/AnalysisDeclContext.h"

#include <string>

namespace kmdf {

/// The function's name, with the class that it is a member of. A lambda goes by
/// the role that it was given.
std::string getFunctionName(const clang::Decl *D, const CallbackRoles &Roles);

/// The expression of the lock that \p Call, a call of a lock DDI, works on.
/// Parameters of the functions on \p Frame's stack stand for what their callers
/// gave, so that the name is the callback's: 'ctx->Lock' and not the helper's
/// 'Lock'.
std::string getLockName(const clang::CallExpr *Call,
                        const clang::StackFrameContext *Frame);

} // namespace kmdf

#endif // KMDF_ENGINE_SOURCENAMES_H
