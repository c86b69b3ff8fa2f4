//===-- DdiCalls.h - What the DDIs do ---------------------------*- C++ -*-===//
//
// Part of the KMDF checkers, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Evaluates the calls of ddis.h: what they do becomes events, and what they
// return is known with it. It does not matter whether the DDI has a body, as in
// a real WDK.
//
//===----------------------------------------------------------------------===//

#ifndef KMDF_ENGINE_DDICALLS_H
#define KMDF_ENGINE_DDICALLS_H

#include "LockEvents.h"
#include "ddis.h"

#include "clang/StaticAnalyzer/Core/PathSensitive/CallEvent.h"

namespace kmdf {

/// Evaluates \p Call, which is one of \p Ddi, as checkers do in evalCall.
/// Returns false if it has nothing to do with locks.
bool evalDdi(const clang::ento::CallEvent &Call, const kmdf_ddi &Ddi,
             clang::ento::CheckerContext &C, LockEvents Events);

} // namespace kmdf

#endif // KMDF_ENGINE_DDICALLS_H
