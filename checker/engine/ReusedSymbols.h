//===-- ReusedSymbols.h - Names of unknown values, used again ---*- C++ -*-===//
//
// Part of the KMDF checkers, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The engine names a value that it does not know by what made it and by how
// often the path had been there. So two paths that made another number of turns
// never meet again, though they know the same. Here such a value gets the first
// number that nothing in the state refers to any more.
//
// That is a search through the state, which is worth while only in functions
// with many paths.
//
//===----------------------------------------------------------------------===//

#ifndef KMDF_ENGINE_REUSEDSYMBOLS_H
#define KMDF_ENGINE_REUSEDSYMBOLS_H

#include "clang/StaticAnalyzer/Core/Checker.h"

namespace kmdf {

/// Names what unseen code leaves in memory. It is to be asked before
/// HandlePlaces, which puts back there what has not changed.
class ReusedSymbols
    : public clang::ento::Checker<clang::ento::check::RegionChanges> {
public:
  clang::ento::ProgramStateRef
  checkRegionChanges(clang::ento::ProgramStateRef State,
                     const clang::ento::InvalidatedSymbols *Symbols,
                     llvm::ArrayRef<const clang::ento::MemRegion *> Explicit,
                     llvm::ArrayRef<const clang::ento::MemRegion *> Regions,
                     const clang::LocationContext *LCtx,
                     const clang::ento::CallEvent *Call) const;
};

/// The state from which on names are used again.
clang::ento::ProgramStateRef
startReusingSymbols(clang::ento::ProgramStateRef State);

/// Whether a name may have stood for another value earlier on the path to
/// \p State: paths of the function that is analysed need to meet more often.
bool areNamesReused(clang::ento::ProgramStateRef State);

/// \p State with another name for a number that \p Call has just returned.
clang::ento::ProgramStateRef
reuseReturnedSymbol(clang::ento::ProgramStateRef State,
                    const clang::CallExpr *Call,
                    const clang::LocationContext *LCtx);

/// Another name for a value made in \p LCtx that \p State does not refer to
/// yet. \p Place is where it goes, if that is known.
clang::ento::DefinedOrUnknownSVal
reuseSymbol(clang::ento::ProgramStateRef State,
            clang::ento::DefinedOrUnknownSVal Made,
            const clang::LocationContext *LCtx,
            const clang::ento::MemRegion *Place = nullptr);

} // namespace kmdf

#endif // KMDF_ENGINE_REUSEDSYMBOLS_H
