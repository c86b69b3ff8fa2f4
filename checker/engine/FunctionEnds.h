//===-- FunctionEnds.h - The ways in which a function ends ------*- C++ -*-===//
//
// Part of the KMDF checkers, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef KMDF_ENGINE_FUNCTIONENDS_H
#define KMDF_ENGINE_FUNCTIONENDS_H

#include "LockState.h"

#include "clang/AST/Stmt.h"
#include "clang/StaticAnalyzer/Core/PathSensitive/ExplodedGraph.h"

#include <vector>

namespace kmdf {

/// The end of a path through the function that is analysed.
struct FunctionEnd {
  /// Null where the path ends at the closing brace.
  const clang::ReturnStmt *Return;
  clang::ento::ExplodedNode *Node;
  /// As it was before anything that was wrong was reported.
  clang::ento::ProgramStateRef State;
  clang::ento::SVal ReturnValue;
};

/// The state of a path that comes to \p Return. The engine would take paths
/// that return in the same state for one, which returns where the first of them
/// did.
clang::ento::ProgramStateRef setReturn(clang::ento::ProgramStateRef State,
                                       const clang::ReturnStmt *Return);

class FunctionEnds {
public:
  void reset() { Ends.clear(); }
  void add(const FunctionEnd &End) { Ends.push_back(End); }

  const std::vector<FunctionEnd> &all() const { return Ends; }

  /// Whether all paths that end at \p Return hold the lock.
  bool doAllHold(const clang::ReturnStmt *Return,
                 clang::ento::SymbolRef Handle) const;

private:
  std::vector<FunctionEnd> Ends;
};

} // namespace kmdf

#endif // KMDF_ENGINE_FUNCTIONENDS_H
