//===-- MissingRelease.cpp - Where a release would mend a leak --*- C++ -*-===//
//
// Part of the KMDF checkers, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "MissingRelease.h"

#include "FrameworkCalls.h"
#include "HandlePlaces.h"
#include "LockHandles.h"
#include "NamedPlaces.h"

#include "clang/AST/ParentMap.h"
#include "clang/Basic/SourceManager.h"
#include "clang/Lex/Lexer.h"

using namespace clang;
using namespace ento;
using namespace kmdf;

/// Whether the expression means the same at the function's end: what it names
/// is declared outside of inner blocks.
static bool isInScopeAtEnd(const Expr *LValue, const Decl *Function,
                           const ReturnStmt *Return) {
  LValue = LValue->IgnoreParenImpCasts();
  if (const auto *Member = dyn_cast<MemberExpr>(LValue))
    return isInScopeAtEnd(Member->getBase(), Function, Return);
  if (isa<CXXThisExpr>(LValue))
    return true;
  const auto *Reference = dyn_cast<DeclRefExpr>(LValue);
  const auto *Variable =
      Reference ? dyn_cast<VarDecl>(Reference->getDecl()) : nullptr;
  if (!Variable)
    return false;
  if (!Variable->isLocalVarDecl())
    return true;
  if (Return && Return->getBeginLoc() < Variable->getLocation())
    return false;
  return llvm::any_of(Function->getBody()->children(), [&](const Stmt *S) {
    const auto *Declarations = dyn_cast_or_null<DeclStmt>(S);
    return Declarations && llvm::is_contained(Declarations->decls(), Variable);
  });
}

/// The lock that \p LValue was the handle of on the path to \p End, when its
/// variables were still there: behind their last use they are gone. Null if it
/// was none.
static SymbolRef getLastHandle(const Expr *LValue, const ExplodedNode *End) {
  const LocationContext *LCtx = End->getLocationContext();
  for (const ExplodedNode *N = End; N; N = N->getFirstPred()) {
    if (N->getLocationContext() != LCtx)
      continue;
    if (const MemRegion *Place = getNamedRegion(LValue, N->getState(), LCtx)) {
      SVal Value = getHandleAt(N->getState(), Place);
      if (!Value.isUnknownOrUndef())
        return getHandleSymbol(Value);
    }
  }
  return nullptr;
}

/// The call that would release the lock, as it would stand at the end of the
/// path. Empty if it cannot be told.
static std::string getRelease(const ExplodedNode *End, const CallExpr *Acquire,
                              SymbolRef Handle, const ReturnStmt *Return) {
  const kmdf_ddi *Ddi = getDdi(Acquire->getDirectCallee());
  const kmdf_ddi *Release = Ddi ? kmdf_find_release(Ddi->family) : nullptr;
  if (!Release)
    return "";
  const Expr *Argument = Acquire->getArg(Ddi->lock_param);
  const Decl *Function = End->getLocationContext()->getDecl();
  if (!isInScopeAtEnd(Argument->IgnoreParenCasts(), Function, Return) ||
      getLastHandle(Argument->IgnoreParenCasts(), End) != Handle)
    return "";
  const ASTContext &Context = Function->getASTContext();
  StringRef Text = Lexer::getSourceText(
      CharSourceRange::getTokenRange(Argument->getSourceRange()),
      Context.getSourceManager(), Context.getLangOpts());
  return Text.empty() ? "" : (Release->name + ("(" + Text) + ");").str();
}

void kmdf::addMissingRelease(PathSensitiveBugReport &Report,
                             const CallExpr *Acquire, SymbolRef Handle,
                             const ReturnStmt *Return,
                             const FunctionEnds &Ends) {
  const ExplodedNode *End = Report.getErrorNode();
  const LocationContext *LCtx = End->getLocationContext();
  if (!LCtx->inTopFrame() || !Ends.doAllHold(Return, Handle))
    return;
  std::string Release = getRelease(End, Acquire, Handle, Return);
  const ASTContext &Context = LCtx->getDecl()->getASTContext();
  const SourceManager &Sources = Context.getSourceManager();
  const auto *Body = dyn_cast<CompoundStmt>(LCtx->getDecl()->getBody());
  if (Release.empty() || !Body)
    return;
  SourceLocation Place = Return ? Return->getBeginLoc() : Body->getRBracLoc();
  if (Place.isMacroID())
    return;
  StringRef Indentation = Lexer::getIndentationForLine(Place, Sources);
  if (!Return) {
    Report.addFixItHint(FixItHint::CreateInsertion(
        Place, ("    " + Release + "\n" + Indentation).str()));
    return;
  }
  const Stmt *Around = LCtx->getParentMap().getParent(Return);
  if (isa_and_nonnull<CompoundStmt, LabelStmt, SwitchCase>(Around)) {
    Report.addFixItHint(FixItHint::CreateInsertion(
        Place, (Release + "\n" + Indentation).str()));
    return;
  }
  SourceLocation Semicolon = Lexer::findLocationAfterToken(
      Return->getEndLoc(), tok::semi, Sources, Context.getLangOpts(),
      /*SkipTrailingWhitespaceAndNewLine=*/false);
  if (Semicolon.isInvalid())
    return;
  Report.addFixItHint(FixItHint::CreateInsertion(Place, "{ " + Release + " "));
  Report.addFixItHint(FixItHint::CreateInsertion(Semicolon, " }"));
}
