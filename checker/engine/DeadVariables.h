//===-- DeadVariables.h - Values that nobody reads any more -----*- C++ -*-===//
//
// Part of the KMDF checkers, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The engine keeps the value of a variable as long as the variable is mentioned
// further on, be it that it is given another value there: a status that the
// next call sets anew. Paths that differ in such values alone go on side by
// side. Forgetting them where a path branches lets them meet.
//
//===----------------------------------------------------------------------===//

#ifndef KMDF_ENGINE_DEADVARIABLES_H
#define KMDF_ENGINE_DEADVARIABLES_H

#include "clang/Analysis/AnalysisDeclContext.h"
#include "clang/StaticAnalyzer/Core/PathSensitive/ProgramState.h"
#include "llvm/ADT/DenseMap.h"
#include "llvm/ADT/SmallVector.h"

namespace kmdf {

/// The variables of one function. Only those count that nothing but their name
/// leads to.
class DeadVariables {
public:
  explicit DeadVariables(clang::AnalysisDeclContext &Function);

  /// \p State at the end of \p Block, in the frame of \p LCtx, without the
  /// values of dead variables.
  clang::ento::ProgramStateRef forget(clang::ento::ProgramStateRef State,
                                      const clang::CFGBlock *Block,
                                      const clang::LocationContext *LCtx) const;

private:
  using VariableList = llvm::SmallVector<const clang::VarDecl *, 8>;

  /// The variables that are given another value, or none, before they are read,
  /// from the end of \p Block on.
  const VariableList &getDeadAfter(const clang::CFGBlock *Block) const;

  clang::AnalysisDeclContext &Function;
  VariableList Variables;
  mutable llvm::DenseMap<const clang::CFGBlock *, VariableList> Dead;
};

} // namespace kmdf

#endif // KMDF_ENGINE_DEADVARIABLES_H
