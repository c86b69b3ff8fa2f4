//===-- ValueChanges.h - Whether a state knows something new ----*- C++ -*-===//
//
// Part of the KMDF checkers, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef KMDF_ENGINE_VALUECHANGES_H
#define KMDF_ENGINE_VALUECHANGES_H

#include "clang/StaticAnalyzer/Core/PathSensitive/ProgramState.h"
#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/STLExtras.h"

namespace kmdf {

/// Whether something that a path could go by differs between two of its states,
/// both in the function that \p Frame runs: a variable or field with another
/// number, another address, or another answer to whether it is 0 or negative.
/// One unknown value is as good as another. The places in \p Moving may change;
/// of variables and unknown objects, only those count that \p Matters.
bool haveValuesChanged(
    clang::ento::ProgramStateRef Before, clang::ento::ProgramStateRef Now,
    const clang::StackFrameContext *Frame,
    llvm::ArrayRef<const clang::ento::MemRegion *> Moving,
    llvm::function_ref<bool(const clang::ento::MemRegion *)> Matters);

/// Whether it is known of \p Value in both states, or in none, that it is 0,
/// and likewise that it is negative.
bool haveSameSigns(clang::ento::SVal Value, clang::ento::ProgramStateRef A,
                   clang::ento::ProgramStateRef B);

} // namespace kmdf

#endif // KMDF_ENGINE_VALUECHANGES_H
