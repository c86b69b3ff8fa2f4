//===-- LockContracts.h - What a function is annotated to do ----*- C++ -*-===//
//
// Part of the KMDF checkers, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A function may say what it does to a lock: with SAL's _Acquires_lock_(x) and
// its like, or with one of clang's thread-safety attributes. Of a function
// without a body that is believed; one with a body is held to it.
//
// Which lock it is, x tells: a parameter, a global, a member of `this`, or
// fields of these.
//
// Source: "Annotating Locking Behavior" in Microsoft's reference of SAL, and
// "Thread Safety Analysis" in clang's manual.
//
//===----------------------------------------------------------------------===//

#ifndef KMDF_ENGINE_LOCKCONTRACTS_H
#define KMDF_ENGINE_LOCKCONTRACTS_H

#include "lock_families.h"

#include "clang/AST/Decl.h"
#include "clang/StaticAnalyzer/Core/PathSensitive/CallEvent.h"

#include <optional>
#include <string>
#include <vector>

namespace kmdf {

/// An expression for a lock that stands outside of any function's body.
class LockPath {
public:
  struct Step {
    /// The field to go on to; null to follow the pointer.
    const clang::FieldDecl *Field;
  };

  /// Where it begins. Neither is set for `this`.
  const clang::ParmVarDecl *Parameter = nullptr;
  const clang::VarDecl *Global = nullptr;
  std::vector<Step> Steps;

  /// The handle that the path leads to in \p State, from \p Start: the value of
  /// the parameter or of `this`. \p State then remembers where the handle is.
  clang::ento::SVal follow(clang::ento::SVal Start,
                           clang::ento::ProgramStateRef State,
                           const clang::LocationContext *LCtx) const;
};

struct LockContract {
  enum KindOfContract {
    Acquires,
    Releases,
    Requires,     ///< the caller holds the lock, and goes on to
    Excludes,     ///< the caller does not hold it, and does not afterwards
    OfAnotherLock ///< it is about one of Windows' own locks
  } Kind;
  /// The lock. None if it cannot be told which it is, or when.
  std::optional<LockPath> Path;
  kmdf_lock_family Family = KMDF_FAMILY_COUNT;

  /// What the annotation calls the lock; empty if it is not a path.
  std::string Text = "";

  bool changesLock() const { return Kind == Acquires || Kind == Releases; }

  /// Whether the lock is held when the function begins, and when it ends.
  bool beginsHeld() const { return Kind == Releases || Kind == Requires; }
  bool endsHeld() const { return Kind == Acquires || Kind == Requires; }
};

/// Whether \p Contracts say all that happens to locks: something does, and it
/// can be told to which.
bool areTelling(llvm::ArrayRef<LockContract> Contracts);

/// The contracts of \p Function about the framework's locks, from all of its
/// declarations.
std::vector<LockContract> getLockContracts(const clang::FunctionDecl *Function);

} // namespace kmdf

#endif // KMDF_ENGINE_LOCKCONTRACTS_H
