//===-- UnseenCode.cpp - What code that is not seen may do ------*- C++ -*-===//
//
// Part of the KMDF checkers, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "UnseenCode.h"

#include "FrameworkCalls.h"
#include "LockHandles.h"
#include "names.h"

#include "clang/AST/ASTContext.h"
#include "clang/AST/Attr.h"
#include "clang/Basic/SourceManager.h"

using namespace clang;
using namespace kmdf;

/// A function of Windows, the framework or the compiler: what it does to the
/// framework's locks is in the tables, or nothing.
static bool isSystemFunction(const FunctionDecl *Function) {
  if (Function->getBuiltinID() || isFrameworkFunction(Function))
    return true;
  const SourceManager &Sources = Function->getASTContext().getSourceManager();
  return Sources.isInSystemHeader(
      Sources.getExpansionLoc(Function->getLocation()));
}

static bool isLockAnnotation(const Attr *A) {
  if (isa<AcquireCapabilityAttr, ReleaseCapabilityAttr,
          TryAcquireCapabilityAttr>(A))
    return true;
  // Our concurrencysal.h makes these of SAL's annotations.
  const auto *Annotation = dyn_cast<AnnotateAttr>(A);
  return Annotation &&
         (Annotation->getAnnotation().find("kmdf:acquires:") == 0 ||
          Annotation->getAnnotation().find("kmdf:releases:") == 0);
}

static bool hasLockAnnotation(const FunctionDecl *Function) {
  for (const FunctionDecl *Declaration : Function->redecls()) {
    if (llvm::any_of(Declaration->attrs(), isLockAnnotation))
      return true;
    for (const ParmVarDecl *Parameter : Declaration->parameters())
      if (llvm::any_of(Parameter->attrs(), isLockAnnotation))
        return true;
  }
  return false;
}

static bool nameSaysLock(const FunctionDecl *Function) {
  const IdentifierInfo *Identifier = Function->getIdentifier();
  // What answers with a handle looks a lock up: GetLock(Context).
  return Identifier && kmdf_name_says_lock(Identifier->getNameStart()) &&
         !kmdf_is_system_lock(Identifier->getNameStart()) &&
         !getLockFamily(Function->getReturnType());
}

UnseenEffect kmdf::getUnseenEffect(const FunctionDecl *Callee,
                                   const UnitIndex &Index) {
  if (Callee->hasBody())
    return Index.canReachLockCall(Callee) ? UnseenEffect::NotInlined
                                          : UnseenEffect::None;
  UnseenEffect Effect = hasLockAnnotation(Callee)
                            ? UnseenEffect::AnnotatedAsLock
                        : nameSaysLock(Callee) ? UnseenEffect::NameSaysLock
                                               : UnseenEffect::None;
  if (Effect != UnseenEffect::None && isSystemFunction(Callee))
    return UnseenEffect::None;
  return Effect;
}

bool kmdf::mayUseHandleArgument(const FunctionDecl *Callee, unsigned Argument) {
  if (!Callee)
    return true;
  // DbgPrint("%p", Lock), TraceEvents(...).
  if (Callee->isVariadic() && Argument >= Callee->getNumParams())
    return false;
  return !isSystemFunction(Callee);
}
