//===-- Verdicts.h - What is known of each callback -------------*- C++ -*-===//
//
// Part of the KMDF checkers, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Collects, while the engine runs, what decides a callback's verdict: the
// defects, how far the engine got, and what it had to take on trust.
//
//===----------------------------------------------------------------------===//

#ifndef KMDF_ENGINE_VERDICTS_H
#define KMDF_ENGINE_VERDICTS_H

#include "UnitIndex.h"
#include "rules.h"

#include "clang/StaticAnalyzer/Core/PathSensitive/ExprEngine.h"
#include "llvm/ADT/DenseMap.h"
#include "llvm/ADT/DenseSet.h"
#include "llvm/ADT/SmallVector.h"

#include <string>
#include <vector>

namespace kmdf {

/// A violation that was reported.
struct Defect {
  kmdf_rule Rule;
  /// The callback, or the function without a role that no callback runs.
  const clang::FunctionDecl *Function;
  std::string FunctionName;
  std::string Message;
};

enum class Verdict { Pass, Defect, Inconclusive, NotApplicable };

struct VerdictAndReason {
  Verdict Kind;
  std::string Reason;
};

class Verdicts {
public:
  /// Adds the defect if it is not there already.
  void addDefect(Defect D);

  void addReached(const clang::CallExpr *LockCall) { Reached.insert(LockCall); }

  /// Something on a path of \p Root, the function that is analysed, is unknown
  /// for \p Reason, so that what follows it could not be judged.
  void addUnknown(const clang::Decl *Root, std::string Reason);

  /// The engine did not get to the end of \p Root for \p Reason.
  void addUnfinished(const clang::Decl *Root, std::string Reason);

  /// The engine is through with the function that \p Graph begins in.
  void addAnalysed(clang::ento::ExplodedGraph &Graph,
                   clang::ento::ExprEngine &Engine);

  bool isReached(const clang::CallExpr *LockCall) const {
    return Reached.contains(LockCall);
  }
  const std::vector<Defect> &getDefects() const { return Defects; }

  /// The verdict on the callback \p Function, once the engine is done.
  VerdictAndReason get(const clang::FunctionDecl *Function, kmdf_rule Rule,
                       const UnitIndex &Index) const;

private:
  std::vector<Defect> Defects;
  llvm::DenseSet<const clang::CallExpr *> Reached;
  /// By the canonical declaration of the function that was analysed.
  using ReasonMap =
      llvm::DenseMap<const clang::Decl *, llvm::SmallVector<std::string, 2>>;
  ReasonMap Unknowns, Unfinished;
  llvm::DenseSet<const clang::Decl *> Analysed;
};

/// The word for it in verdicts.json.
llvm::StringRef getVerdictName(Verdict Kind);

} // namespace kmdf

#endif // KMDF_ENGINE_VERDICTS_H
