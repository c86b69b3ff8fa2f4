//===-- UnseenCode.cpp - What code that is not seen may do ------*- C++ -*-===//
//
// Part of the KMDF checkers, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "UnseenCode.h"

#include "FrameworkCalls.h"
#include "LockContracts.h"
#include "LockHandles.h"
#include "MadeUpCode.h"
#include "UnitGuesses.h"
#include "names.h"

#include "clang/AST/ASTContext.h"
#include "clang/AST/DeclCXX.h"
#include "clang/Basic/CharInfo.h"

using namespace clang;
using namespace kmdf;

/// A function of Windows, the framework or the compiler: what it does to the
/// framework's locks is in the tables, or nothing.
static bool isSystemFunction(const FunctionDecl *Function) {
  return Function->getBuiltinID() || isFrameworkFunction(Function) ||
         isInSystemHeader(Function);
}

/// \p Named is a function, or points to one, that returns a \p Returned.
static bool nameSaysLock(const NamedDecl *Named, QualType Returned) {
  const IdentifierInfo *Identifier = Named->getIdentifier();
  // What answers with a handle looks a lock up: GetLock(Context).
  return Identifier && kmdf_name_says_lock(Identifier->getNameStart()) &&
         !kmdf_is_system_lock(Identifier->getNameStart()) &&
         !getLockFamily(Returned);
}

UnseenEffect kmdf::getUnseenEffect(const FunctionDecl *Callee,
                                   const UnitIndex &Index) {
  switch (getMadeUpKind(Callee)) {
  case MadeUpKind::Value:
    return UnseenEffect::None;
  case MadeUpKind::NotUnderstood:
    return UnseenEffect::NotUnderstood;
  case MadeUpKind::Exception:
    return UnseenEffect::Exception;
  case MadeUpKind::None:
    break;
  }
  if (Callee->hasBody()) {
    if (!mayReachLock(Callee, Index))
      return UnseenEffect::None;
    // EngineOptions has all else followed that takes locks, if not for ever.
    return isa<CXXConstructorDecl, CXXDestructorDecl>(Callee) &&
                   !Index.isRecursive(Callee)
               ? UnseenEffect::ObjectNotKnown
               : UnseenEffect::NotInlined;
  }
  if (findLost(Callee))
    return UnseenEffect::Lost;
  if (isSystemFunction(Callee))
    return UnseenEffect::None;
  bool HasOther = false;
  for (const LockContract &Contract : getLockContracts(Callee)) {
    if (Contract.changesLock())
      return UnseenEffect::AnnotatedAsLock;
    HasOther |= Contract.Kind == LockContract::OfAnotherLock;
  }
  return !HasOther && nameSaysLock(Callee, Callee->getReturnType())
             ? UnseenEffect::NameSaysLock
             : UnseenEffect::None;
}

bool kmdf::mayReachLock(const FunctionDecl *Function, const UnitIndex &Index) {
  return Index.canReachLock(
      Function,
      [&](const FunctionDecl *Callee) {
        return getUnseenEffect(Callee, Index) != UnseenEffect::None;
      },
      [](const CallExpr *Call) { return findLockPointer(Call) != nullptr; });
}

const ValueDecl *kmdf::findLockPointer(const CallExpr *Call) {
  const Expr *Callee = Call->getCallee()->IgnoreParenImpCasts();
  if (const auto *Target = dyn_cast<UnaryOperator>(Callee))
    Callee = Target->getSubExpr()->IgnoreParenImpCasts();
  const ValueDecl *Pointer = nullptr;
  if (const auto *Member = dyn_cast<MemberExpr>(Callee))
    Pointer = Member->getMemberDecl();
  else if (const auto *Reference = dyn_cast<DeclRefExpr>(Callee))
    Pointer = Reference->getDecl();
  return Pointer && !isInSystemHeader(Pointer) &&
                 nameSaysLock(Pointer, Call->getType())
             ? Pointer
             : nullptr;
}

bool kmdf::doesNothing(const FunctionDecl *Callee) {
  if (const auto *Constructor = dyn_cast<CXXConstructorDecl>(Callee))
    return Constructor->isTrivial() && Constructor->isDefaultConstructor();
  const auto *Destructor = dyn_cast<CXXDestructorDecl>(Callee);
  return Destructor && Destructor->getParent()->isUnion() &&
         !Destructor->isUserProvided();
}

bool kmdf::mayUseHandleArgument(const FunctionDecl *Callee, unsigned Argument) {
  if (!Callee)
    return true;
  // What is declared nowhere takes what it is given.
  if (isMadeUp(Callee))
    return true;
  if (doesNothing(Callee))
    return false;
  // DbgPrint("%p", Lock), TraceEvents(...).
  if (Callee->isVariadic() && Argument >= Callee->getNumParams())
    return false;
  return !isSystemFunction(Callee);
}

bool kmdf::mayBeMacro(const FunctionDecl *Callee) {
  const IdentifierInfo *Identifier = Callee->getIdentifier();
  return Identifier && isMadeUp(Callee) &&
         llvm::none_of(Identifier->getName(), isLowercase);
}

bool kmdf::mayLeaveFunction(const FunctionDecl *Callee) {
  return mayBeMacro(Callee) &&
         kmdf_name_says_leave(Callee->getIdentifier()->getNameStart());
}

static bool hasLock(const Stmt *S) {
  const auto *Value = dyn_cast<Expr>(S);
  return (Value && getLockFamily(Value->getType())) ||
         llvm::any_of(S->children(), [](const Stmt *Child) {
           return Child && hasLock(Child);
         });
}

const NamedDecl *kmdf::findGuessedGuard(const VarDecl *Variable) {
  // A guard is made by Guard Name(Lock) or Guard Name{Lock}.
  const Expr *Init = Variable->getInit();
  if (!Init || Variable->getInitStyle() == VarDecl::CInit)
    return nullptr;
  QualType T = Variable->getType();
  const NamedDecl *Type = T->getAsCXXRecordDecl();
  if (const auto *Typedef = T->getAs<TypedefType>())
    Type = Typedef->getDecl();
  const IdentifierInfo *Identifier = Type ? Type->getIdentifier() : nullptr;
  return Identifier && isMadeUp(Type) &&
                 (kmdf_name_says_lock(Identifier->getNameStart()) ||
                  hasLock(Init))
             ? Type
             : nullptr;
}

bool kmdf::saysThatItChanges(const FunctionDecl *Callee) {
  const IdentifierInfo *Identifier = Callee->getIdentifier();
  return Identifier && isMadeUp(Callee) &&
         kmdf_name_says_change(Identifier->getNameStart());
}
