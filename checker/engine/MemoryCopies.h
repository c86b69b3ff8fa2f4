//===-- MemoryCopies.h - Records that are copied as bytes -------*- C++ -*-===//
//
// Part of the KMDF checkers, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// RtlCopyMemory(&Copy, &State, sizeof(Copy)) is Copy = State. The engine takes
// what is copied as bytes for unknown, the handles and flags in it too.
//
//===----------------------------------------------------------------------===//

#ifndef KMDF_ENGINE_MEMORYCOPIES_H
#define KMDF_ENGINE_MEMORYCOPIES_H

#include "clang/StaticAnalyzer/Core/Checker.h"

namespace kmdf {

class MemoryCopies : public clang::ento::Checker<clang::ento::check::PostCall> {
public:
  void checkPostCall(const clang::ento::CallEvent &Call,
                     clang::ento::CheckerContext &C) const;
};

} // namespace kmdf

#endif // KMDF_ENGINE_MEMORYCOPIES_H
