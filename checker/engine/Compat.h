//===-- Compat.h - What differs between versions of LLVM --------*- C++ -*-===//
//
// Part of the KMDF checkers, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The sources build against LLVM 14, 15, 16, 19 and 22. Everything that those
// disagree on stands here.
//
//===----------------------------------------------------------------------===//

#ifndef KMDF_ENGINE_COMPAT_H
#define KMDF_ENGINE_COMPAT_H

#include "clang/Basic/Version.h"
#include "clang/StaticAnalyzer/Core/PathSensitive/CallEvent.h"
#include "clang/StaticAnalyzer/Core/PathSensitive/CheckerContext.h"

namespace kmdf {

/// A new symbolic value of type \p T that \p Call makes, distinguished by
/// \p Tag from others that it makes at the same place.
inline clang::ento::DefinedOrUnknownSVal
conjure(clang::ento::CheckerContext &C, const clang::ento::CallEvent &Call,
        clang::QualType T, const void *Tag) {
  clang::ento::SValBuilder &Values = C.getSValBuilder();
#if CLANG_VERSION_MAJOR >= 21
  return Values.conjureSymbolVal(Tag, Call.getCFGElementRef(),
                                 C.getLocationContext(), T, C.blockCount());
#else
  return Values.conjureSymbolVal(Tag, Call.getOriginExpr(),
                                 C.getLocationContext(), T, C.blockCount());
#endif
}

/// A new symbolic value of type \p T at \p E, where the path is.
inline clang::ento::DefinedOrUnknownSVal
conjureAt(clang::ento::CheckerContext &C, const clang::Expr *E,
          clang::QualType T, const void *Tag) {
  clang::ento::SValBuilder &Values = C.getSValBuilder();
#if CLANG_VERSION_MAJOR >= 21
  (void)E;
  return Values.conjureSymbolVal(Tag, C.getCFGElementRef(),
                                 C.getLocationContext(), T, C.blockCount());
#else
  return Values.conjureSymbolVal(Tag, E, C.getLocationContext(), T,
                                 C.blockCount());
#endif
}

/// Whether \p Region is in a local variable or a parameter.
inline bool isOnStack(const clang::ento::MemRegion *Region,
                      clang::ento::ProgramStateRef State) {
#if CLANG_VERSION_MAJOR >= 21
  return Region->hasMemorySpace<clang::ento::StackSpaceRegion>(State);
#else
  (void)State;
  return Region->hasStackStorage();
#endif
}

/// The node in which the analysis of a function begins.
inline const clang::ento::ExplodedNode *
getRoot(const clang::ento::ExplodedGraph &Graph) {
#if CLANG_VERSION_MAJOR >= 21
  return Graph.getRoot();
#else
  return *Graph.roots_begin();
#endif
}

/// The state before \p Call. CallEvent keeps it for its heirs.
inline clang::ento::ProgramStateRef
getStateBefore(const clang::ento::CallEvent &Call) {
  struct Heir : clang::ento::CallEvent {
    static clang::ento::ProgramStateRef get(const CallEvent &Call) {
      return (Call.*&Heir::getState)();
    }
  };
  return Heir::get(Call);
}

} // namespace kmdf

#endif // KMDF_ENGINE_COMPAT_H
