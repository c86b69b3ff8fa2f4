//===-- SourceNames.cpp - Names as they stand in the source -----*- C++ -*-===//
//
// Part of the KMDF checkers, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "SourceNames.h"

#include "FrameworkCalls.h"

#include "clang/AST/ASTContext.h"
#include "clang/AST/ExprCXX.h"
#include "clang/AST/PrettyPrinter.h"
#include "llvm/Support/raw_ostream.h"

using namespace clang;
using namespace kmdf;

std::string kmdf::getFunctionName(const Decl *D, const CallbackRoles &Roles) {
  const auto *Function = dyn_cast<FunctionDecl>(D);
  if (!Function)
    return "this function";
  if (const auto *Method = dyn_cast<CXXMethodDecl>(Function)) {
    if (Method->getParent()->isLambda()) {
      const Callback *Role = Roles.find(Function);
      return Role ? std::string("the ") + Role->Role->name + " lambda"
                  : "the lambda";
    }
    return Function->getQualifiedNameAsString();
  }
  return Function->getNameAsString();
}

/// The expression that the caller of \p Frame gave for \p Value, if that is a
/// parameter of the function that the frame runs; null otherwise.
static const Expr *getCallersExpr(const Expr *Value,
                                  const StackFrameContext *Frame) {
  const auto *Reference = dyn_cast<DeclRefExpr>(Value);
  if (!Reference || !Frame || Frame->inTopFrame())
    return nullptr;
  const auto *Parameter = dyn_cast<ParmVarDecl>(Reference->getDecl());
  if (!Parameter)
    return nullptr;
  unsigned I = Parameter->getFunctionScopeIndex();
  const Stmt *Site = Frame->getCallSite();
  if (const auto *Call = dyn_cast_or_null<CallExpr>(Site)) {
    // An operator that is a member has its object as the first argument.
    if (isa<CXXOperatorCallExpr>(Call) && isa<CXXMethodDecl>(Frame->getDecl()))
      ++I;
    return I < Call->getNumArgs() ? Call->getArg(I) : nullptr;
  }
  if (const auto *Construction = dyn_cast_or_null<CXXConstructExpr>(Site))
    return I < Construction->getNumArgs() ? Construction->getArg(I) : nullptr;
  return nullptr;
}

std::string kmdf::getLockName(const CallExpr *Call,
                              const StackFrameContext *Frame) {
  const kmdf_ddi *Ddi = getDdi(Call->getDirectCallee());
  const Expr *Lock =
      Call->getArg(Ddi ? Ddi->lock_param : 0)->IgnoreParenCasts();
  while (const Expr *Given = getCallersExpr(Lock, Frame)) {
    Lock = Given->IgnoreParenCasts();
    Frame = Frame->getParent()->getStackFrame();
  }
  // A lock is created through the address of its handle.
  if (const auto *Operator = dyn_cast<UnaryOperator>(Lock))
    if (Operator->getOpcode() == UO_AddrOf)
      Lock = Operator->getSubExpr()->IgnoreParenCasts();

  const ASTContext &Context = Frame->getAnalysisDeclContext()->getASTContext();
  std::string Name;
  llvm::raw_string_ostream OS(Name);
  Lock->printPretty(OS, /*Helper=*/nullptr,
                    PrintingPolicy(Context.getLangOpts()));
  return Name;
}
