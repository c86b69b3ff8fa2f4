//===-- GetterModel.h - One object gives one answer -------------*- C++ -*-===//
//
// Part of the KMDF checkers, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Models the getters of getters.h: WdfIoQueueGetDevice(Queue), a context
// accessor and their like give the same symbol for the same arguments, whatever
// code ran in between.
//
// The answer is the symbol of a place that no driver can reach: an element of
// the object, far outside of what an object can be, at an index that stands for
// the getter and its further arguments. As the engine sees it, it lives as long
// as the object's handle does, and one handle has one such place.
//
//===----------------------------------------------------------------------===//

#ifndef KMDF_ENGINE_GETTERMODEL_H
#define KMDF_ENGINE_GETTERMODEL_H

#include "getters.h"

#include "clang/StaticAnalyzer/Core/Checker.h"
#include "llvm/ADT/DenseMap.h"

namespace kmdf {

class GetterModel : public clang::ento::Checker<clang::ento::eval::Call> {
public:
  bool evalCall(const clang::ento::CallEvent &Call,
                clang::ento::CheckerContext &C) const;

private:
  using Question = std::pair<const kmdf_getter *, const void *>;

  mutable llvm::DenseMap<Question, uint64_t> Indexes;
};

} // namespace kmdf

#endif // KMDF_ENGINE_GETTERMODEL_H
