//===-- ReturnedObjects.h - Aggregates that a call returns ------*- C++ -*-===//
//
// Part of the KMDF checkers, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Puts the object that a call returns where the caller wants it:
//
//   auto Held = Acquire(Lock); // and there: return Guard{Lock};
//
// The engine has an object that a constructor makes in the callee made in the
// caller's place at once. An aggregate has no constructor; of one that has a
// destructor the engine loses what is in it.
//
//===----------------------------------------------------------------------===//

#ifndef KMDF_ENGINE_RETURNEDOBJECTS_H
#define KMDF_ENGINE_RETURNEDOBJECTS_H

#include "clang/StaticAnalyzer/Core/Checker.h"

namespace kmdf {

class ReturnedObjects
    : public clang::ento::Checker<clang::ento::check::PostCall> {
public:
  void checkPostCall(const clang::ento::CallEvent &Call,
                     clang::ento::CheckerContext &C) const;
};

} // namespace kmdf

#endif // KMDF_ENGINE_RETURNEDOBJECTS_H
