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
// This checker remembers the places that handles were read from or written to,
// and after such a call puts their old values back, with those of the pointers
// that lead to them: for g->Lock first g, then the field. So do global handles
// of other objects, and global pointers to what holds a lock.
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
  bool isSteady(const clang::ento::TypedValueRegion *Region,
                const clang::Stmt *Access) const;

  mutable llvm::DenseMap<const clang::VarDecl *, bool> SteadyGlobals;
};

/// Adds the place to those that keep their value.
clang::ento::ProgramStateRef
addHandlePlace(clang::ento::ProgramStateRef State,
               const clang::ento::MemRegion *Place);

} // namespace kmdf

#endif // KMDF_ENGINE_HANDLEPLACES_H
