//===-- UnitIndex.h - What a translation unit holds -------------*- C++ -*-===//
//
// Part of the KMDF checkers, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// One walk over the driver's own functions, before the engine starts: which are
// callbacks, which locks they take where, and who calls whom. Functions of
// system headers, the WDK's among them, are not looked into: they change no
// lock but as ddis.h says.
//
//===----------------------------------------------------------------------===//

#ifndef KMDF_ENGINE_UNITINDEX_H
#define KMDF_ENGINE_UNITINDEX_H

#include "CallbackRoles.h"
#include "GlobalUses.h"
#include "ddis.h"

#include "clang/AST/DeclCXX.h"
#include "clang/AST/Stmt.h"
#include "llvm/ADT/DenseMap.h"
#include "llvm/ADT/DenseSet.h"
#include "llvm/ADT/SetVector.h"
#include "llvm/ADT/SmallVector.h"

#include <vector>

namespace kmdf {

/// A call of a DDI that works on a lock.
struct LockCall {
  const clang::CallExpr *Call;
  const kmdf_ddi *Ddi;
  const clang::FunctionDecl *Caller;
};

class UnitIndex {
public:
  /// \p KnownRoles is as CallbackRoles::addKnown() wants it.
  UnitIndex(const clang::ASTContext &Context, llvm::StringRef KnownRoles);

  const CallbackRoles &getRoles() const { return Roles; }

  /// The lock calls of the driver's functions, in the order of the source.
  const std::vector<LockCall> &getLockCalls() const { return LockCalls; }

  /// The functions that are looked into, in the order of the source.
  const std::vector<const clang::FunctionDecl *> &getDefinitions() const {
    return Definitions;
  }

  /// The functions that are called and were not looked into, nor handed out
  /// here before, in the order of the calls.
  std::vector<const clang::FunctionDecl *> takeUnknownCallees();

  /// Adds a function of another file. It is not listed by getLockCalls() and
  /// getDefinitions().
  void addForeignFunction(const clang::FunctionDecl *Definition);

  /// Whether \p Function or one that it calls makes a lock call. Through a
  /// pointer it may call what is pointed to somewhere and has the type.
  bool canReachLockCall(const clang::FunctionDecl *Function) const;

  /// Whether something that \p Function may run could come to a lock: a lock
  /// call, one through a pointer to a function that makes one, whatever the
  /// pointer's type, or a call of code that is not seen: of a function without
  /// a body of which \p MayLock says so, or through a pointer of which
  /// \p MayLockThrough does. They have to say the same each time.
  bool canReachLock(
      const clang::FunctionDecl *Function,
      llvm::function_ref<bool(const clang::FunctionDecl *)> MayLock,
      llvm::function_ref<bool(const clang::CallExpr *)> MayLockThrough) const;

  /// Whether the body of \p Function was looked into.
  bool isLookedInto(const clang::FunctionDecl *Function) const {
    return getFacts(Function);
  }

  /// Whether \p Function may be called while it runs.
  bool isRecursive(const clang::FunctionDecl *Function) const;

  /// Whether \p Call, which is through a pointer, may be of a function in this
  /// file that can reach a lock call.
  bool mayCallLock(const clang::CallExpr *Call) const;

  /// Whether some function in this file calls \p Function.
  bool isCalled(const clang::FunctionDecl *Function) const;

  /// Whether \p Function or one that it calls releases a lock.
  bool canReachRelease(const clang::FunctionDecl *Function) const;

  /// The for statements that have no condition.
  const std::vector<const clang::ForStmt *> &getEndlessLoops() const {
    return EndlessLoops;
  }

  const GlobalUses &getGlobals() const { return Globals; }

  /// Whether some function calls a callback by its name, or one that is
  /// annotated to do something to a lock.
  bool mustAnalyseCallees() const;

  /// Whether some function that reaches a lock call has \p Many branches, with
  /// those of the functions that it may call.
  bool hasManyBranches(unsigned Many) const;

  /// Whether the function has a __try block.
  bool hasStructuredExceptions(const clang::FunctionDecl *Function) const;

private:
  struct FunctionFacts {
    llvm::SmallVector<const clang::FunctionDecl *, 8> Callees;
    bool HasLockCall = false;
    bool HasRelease = false;
    /// Those that name no function.
    llvm::SmallVector<const clang::CallExpr *, 2> PointerCalls;
    bool HasTry = false;
    unsigned Branches = 0;
  };
  class BodyWalk;

  void addContext(const clang::DeclContext *Declarations);
  void addDecl(const clang::Decl *D);
  void addInitializer(const clang::DeclaratorDecl *Declared,
                      const clang::Expr *Value);
  void addFunction(const clang::FunctionDecl *Function);
  /// The functions that \p Call, through a pointer, may be of by their type.
  llvm::SmallVector<const clang::FunctionDecl *, 4>
  getPointees(const clang::CallExpr *Call) const;
  /// Whether a pointer of any type may lead to a lock call.
  bool canDisguisedReachLockCall() const;
  bool canReach(const clang::FunctionDecl *Function,
                llvm::function_ref<bool(const FunctionFacts &)> IsWanted) const;
  const FunctionFacts *getFacts(const clang::FunctionDecl *Function) const;

  const clang::ASTContext &Context;
  CallbackRoles Roles;
  std::vector<LockCall> LockCalls;
  std::vector<const clang::FunctionDecl *> Definitions;
  std::vector<const clang::ForStmt *> EndlessLoops;
  GlobalUses Globals;
  /// The functions that are named otherwise than in a call of them, in the
  /// order of the source.
  llvm::SetVector<const clang::FunctionDecl *> Pointees;
  /// Those of them that a pointer of another type than theirs may point to.
  llvm::SetVector<const clang::FunctionDecl *> Disguised;
  /// By the canonical declaration; only of functions that are looked into.
  llvm::DenseMap<const clang::FunctionDecl *, FunctionFacts> Functions;
  mutable llvm::DenseMap<const clang::FunctionDecl *, bool> ReachesLockCall;
  mutable llvm::DenseMap<const clang::FunctionDecl *, bool> ReachesLock;
  mutable llvm::DenseMap<const clang::FunctionDecl *, bool> Recursive;
  /// The functions of other files.
  std::vector<const clang::FunctionDecl *> ForeignDefinitions;
  /// By the canonical declaration: those looked into, and those that
  /// takeUnknownCallees() handed out.
  llvm::DenseSet<const clang::FunctionDecl *> Known;
  bool IsAddingForeign = false;
};

} // namespace kmdf

#endif // KMDF_ENGINE_UNITINDEX_H
