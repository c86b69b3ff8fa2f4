//===-- HandlePlaces.h - Handles keep their values --------------*- C++ -*-===//
//
// Part of the KMDF checkers, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// When code that is not seen may have changed memory, the engine forgets what
// was there. A driver's lock handles do not change once they are made: a global
// or a context's field that is read again after such a call is the same lock.
// So are handles of other objects, and pointers to what holds a lock, for they
// lead to it; and global pointers to objects, for the driver sets those once.
//
//   - What the path only reads has what it had when the function began, however
//     often such code ran in between.
//   - What the path wrote is remembered, and put back after such a call.
//
//===----------------------------------------------------------------------===//

#ifndef KMDF_ENGINE_HANDLEPLACES_H
#define KMDF_ENGINE_HANDLEPLACES_H

#include "clang/StaticAnalyzer/Core/Checker.h"
#include "llvm/ADT/DenseMap.h"

namespace kmdf {

class HandlePlaces : public clang::ento::Checker<
                         clang::ento::check::Location,
                         clang::ento::check::PostStmt<clang::ImplicitCastExpr>,
                         clang::ento::check::RegionChanges> {
public:
  void checkLocation(clang::ento::SVal Place, bool IsLoad, const clang::Stmt *S,
                     clang::ento::CheckerContext &C) const;
  void checkPostStmt(const clang::ImplicitCastExpr *Load,
                     clang::ento::CheckerContext &C) const;
  clang::ento::ProgramStateRef
  checkRegionChanges(clang::ento::ProgramStateRef State,
                     const clang::ento::InvalidatedSymbols *Symbols,
                     llvm::ArrayRef<const clang::ento::MemRegion *> Explicit,
                     llvm::ArrayRef<const clang::ento::MemRegion *> Regions,
                     const clang::LocationContext *LCtx,
                     const clang::ento::CallEvent *Call) const;

private:
  bool isSteady(const clang::ento::TypedValueRegion *Place,
                clang::QualType T) const;

  mutable llvm::DenseMap<const clang::Type *, bool> Steady;
};

/// Adds the place to those that the path wrote a handle to.
clang::ento::ProgramStateRef
addHandlePlace(clang::ento::ProgramStateRef State,
               const clang::ento::MemRegion *Place);

/// What a handle, or a pointer that leads to one, at \p Place is in \p State.
clang::ento::SVal getHandleAt(clang::ento::ProgramStateRef State,
                              const clang::ento::MemRegion *Place);

} // namespace kmdf

#endif // KMDF_ENGINE_HANDLEPLACES_H
