//===-- Frames.h - Who runs on a path ---------------------------*- C++ -*-===//
//
// Part of the KMDF checkers, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef KMDF_ENGINE_FRAMES_H
#define KMDF_ENGINE_FRAMES_H

#include "CallbackRoles.h"

#include "clang/Analysis/AnalysisDeclContext.h"

#include <tuple>

namespace kmdf {

/// The frame of the function that is analysed, below all that it has called.
const clang::StackFrameContext *
getTopFrame(const clang::StackFrameContext *Frame);

/// The innermost callback that \p Frame is part of. Null if no function on the
/// stack has a role.
const clang::StackFrameContext *
getCallbackFrame(const clang::StackFrameContext *Frame,
                 const CallbackRoles &Roles);

/// The innermost frame that both are part of. There is one, for both are of one
/// path.
const clang::StackFrameContext *
getCommonFrame(const clang::StackFrameContext *A,
               const clang::StackFrameContext *B);

/// A place in a function's code: a statement or, of a destructor that is called
/// by none, the function and the element of its CFG. It outlives both frames
/// and CFG.
using CallSite = std::tuple<const void *, unsigned, unsigned>;

/// What stands for \p Call, which \p Frame makes, in the code of \p Outer,
/// which \p Frame is part of.
CallSite getSiteIn(const clang::StackFrameContext *Outer,
                   const clang::StackFrameContext *Frame,
                   const clang::Stmt *Call);

} // namespace kmdf

#endif // KMDF_ENGINE_FRAMES_H
