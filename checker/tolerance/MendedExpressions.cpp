//===-- MendedExpressions.cpp - Broken expressions made whole ---*- C++ -*-===//
//
// Part of the KMDF checkers, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "MendedExpressions.h"

#include "LockHandles.h"
#include "names.h"

#include "clang/AST/ExprCXX.h"
#include "clang/Basic/SourceManager.h"
#include "clang/Lex/Lexer.h"
#include "clang/Sema/Overload.h"

using namespace clang;
using namespace kmdf;

bool kmdf::isBroken(const Expr *E) {
  return E->containsErrors() || E->isTypeDependent() || E->isValueDependent() ||
         E->getType().isNull();
}

bool kmdf::isUnsupported(const Expr *E) {
  return isa<CXXUuidofExpr, CXXTypeidExpr, CXXNoexceptExpr, MSPropertyRefExpr,
             MSPropertySubscriptExpr>(E);
}

void kmdf::mendVariable(VarDecl *Variable, ASTContext &Context) {
  QualType T = Variable->getType();
  if (T->isDependentType() || T->isUndeducedType())
    Variable->setType(Context.IntTy);
}

//===----------------------------------------------------------------------===//
// Made-up declarations.
//===----------------------------------------------------------------------===//

/// A type that a value can have: \p T, or int where that is none.
QualType ExpressionMender::getUsable(QualType T) const {
  if (T.isNull() || T->isDependentType() || T->isPlaceholderType() ||
      T->isVoidType() || T->isUndeducedType())
    return Context.IntTy;
  T = T.getNonReferenceType().getUnqualifiedType();
  if (T->isArrayType())
    return Context.getArrayDecayedType(T);
  if (T->isFunctionType())
    return Context.getPointerType(T);
  if (T->isIncompleteType())
    return Context.IntTy;
  return T;
}

Expr *ExpressionMender::makePlace(const Expr *E, QualType T, std::string Text) {
  VarDecl *&Variable = Variables[{Function, Text}];
  if (!Variable) {
    Variable = VarDecl::Create(
        Context, Context.getTranslationUnitDecl(), E->getBeginLoc(),
        E->getBeginLoc(), &Context.Idents.get(Text), T, nullptr, SC_Extern);
    Variable->setImplicit();
  }
  return DeclRefExpr::Create(Context, NestedNameSpecifierLoc(),
                             SourceLocation(), Variable,
                             /*RefersToEnclosingVariableOrCapture=*/false,
                             E->getBeginLoc(), Variable->getType(), VK_LValue);
}

Expr *ExpressionMender::makeHandle(const Expr *E, QualType T,
                                   std::string Text) {
  Expr *Place = makePlace(E, T, std::move(Text));
  return ImplicitCastExpr::Create(Context, Place->getType(), CK_LValueToRValue,
                                  Place, nullptr, VK_PRValue,
                                  FPOptionsOverride());
}

//===----------------------------------------------------------------------===//
// What is kept of an expression, and what is lost.
//===----------------------------------------------------------------------===//

std::string ExpressionMender::getText(SourceRange Range) const {
  if (Range.isInvalid())
    return "";
  CharSourceRange Written = Lexer::makeFileCharRange(
      Sources.getExpansionRange(Range), Sources, Context.getLangOpts());
  StringRef Text =
      Lexer::getSourceText(Written, Sources, Context.getLangOpts());
  // However it is laid out.
  std::string Result;
  for (char C : Text)
    if (!isWhitespace(C))
      Result += C;
    else if (!Result.empty() && Result.back() != ' ')
      Result += ' ';
  return Result;
}

/// The outermost calls in \p E that are whole.
void ExpressionMender::collectCalls(Expr *E,
                                    llvm::SmallVectorImpl<Expr *> &Calls) {
  if (auto *Call = dyn_cast<CallExpr>(E)) {
    if (!isBroken(E)) {
      Calls.push_back(E);
      return;
    }
    Expr *Whole = rebuildCall(Call);
    if (Whole && !isBroken(Whole)) {
      Calls.push_back(Whole);
      return;
    }
  }
  for (Stmt *Child : E->children())
    if (auto *Part = dyn_cast_or_null<Expr>(Child))
      collectCalls(Part, Calls);
}

/// Whether the text in \p Range has a name that says that it locks, besides in
/// the calls that are kept.
bool ExpressionMender::mayLock(SourceRange Range,
                               llvm::ArrayRef<Expr *> Kept) const {
  if (Range.isInvalid())
    return false;
  CharSourceRange Written = Lexer::makeFileCharRange(
      Sources.getExpansionRange(Range), Sources, Context.getLangOpts());
  if (Written.isInvalid())
    return false;
  auto [File, Offset] = Sources.getDecomposedLoc(Written.getBegin());
  StringRef Buffer = Sources.getBufferData(File);
  unsigned End = Sources.getFileOffset(Written.getEnd());
  Lexer Raw(Sources.getLocForStartOfFile(File), Context.getLangOpts(),
            Buffer.begin(), Buffer.begin() + Offset, Buffer.end());
  Token T, Before;
  while (!Raw.LexFromRawLexer(T) &&
         Sources.getFileOffset(T.getLocation()) < End) {
    bool IsMember = Before.is(tok::arrow) || Before.is(tok::period);
    Before = T;
    if (T.isNot(tok::raw_identifier) || IsMember)
      continue;
    std::string Name = T.getRawIdentifier().str();
    if (!kmdf_name_says_lock(Name.c_str()) || kmdf_is_system_lock(Name.c_str()))
      continue;
    // Only what is called acts.
    Token Next;
    if (Raw.LexFromRawLexer(Next) || Next.isNot(tok::l_paren)) {
      Before = Next;
      continue;
    }
    Before = Next;
    bool IsKept = llvm::any_of(Kept, [&](const Expr *Call) {
      SourceLocation Begin = Sources.getExpansionLoc(Call->getBeginLoc());
      SourceLocation Last = Sources.getExpansionLoc(Call->getEndLoc());
      return !Sources.isBeforeInTranslationUnit(T.getLocation(), Begin) &&
             !Sources.isBeforeInTranslationUnit(Last, T.getLocation());
    });
    if (!IsKept)
      return true;
  }
  return false;
}

Expr *ExpressionMender::makeUnknown(Expr *E, QualType Wanted, bool IsForced) {
  QualType T = E->getType();
  if (IsForced || T.isNull() || T->isDependentType() || T->isPlaceholderType())
    T = Wanted;
  T = getUsable(T);
  std::string Text = getText(E->getSourceRange());
  llvm::SmallVector<Expr *, 4> Calls;
  collectCalls(E, Calls);
  if (getLockFamily(T) && Calls.empty() && !Text.empty()) {
    addPlace(MendKind::Handle, E, Text);
    return makeHandle(E, T, std::move(Text));
  }
  bool MayLock = mayLock(E->getSourceRange(), Calls);
  addPlace(MayLock ? MendKind::MayLock : MendKind::Value, E, std::move(Text));
  return MadeUp.call(MayLock ? MadeUpKind::NotUnderstood : MadeUpKind::Value, T,
                     E->getBeginLoc(), Calls);
}

//===----------------------------------------------------------------------===//
// Expressions, from the inside out.
//===----------------------------------------------------------------------===//

Expr *ExpressionMender::rebuild(Expr *E, QualType Wanted) {
  if (!isBroken(E))
    return E;
  // What is inside comes up again where what is around it cannot be made whole.
  auto Known = Rebuilt.find(E);
  if (Known != Rebuilt.end())
    return Known->second;
  Expr *Whole = rebuildParts(E, Wanted);
  if (!Whole || isBroken(Whole))
    Whole = makeUnknown(E, Wanted);
  return Rebuilt[E] = Whole;
}

static Expr *getResult(ExprResult Result) {
  return Result.isUsable() ? Result.get() : nullptr;
}

Expr *ExpressionMender::rebuildReference(DeclRefExpr *Reference) {
  auto *Variable = dyn_cast<VarDecl>(Reference->getDecl());
  if (!Variable)
    return nullptr;
  mendVariable(Variable, Context);
  if (Variable->getType()->isDependentType())
    return nullptr;
  return DeclRefExpr::Create(
      Context, NestedNameSpecifierLoc(), SourceLocation(), Variable,
      Reference->refersToEnclosingVariableOrCapture(), Reference->getLocation(),
      Variable->getType().getNonReferenceType(), VK_LValue);
}

Expr *ExpressionMender::rebuildAssignment(BinaryOperator *Operator) {
  Expr *Left = Operator->getLHS(), *Right = Operator->getRHS();
  QualType T = isBroken(Left) ? QualType() : Left->getType();
  Expr *Target = Left;
  if (isBroken(Left)) {
    Target = rebuildParts(Left, QualType());
    if (!Target || isBroken(Target) || !Target->isLValue()) {
      // What is stored to a place that is not known still happens.
      (void)makeUnknown(Left, QualType());
      return rebuild(Right, QualType());
    }
    T = Target->getType();
  }
  return getResult(S.BuildBinOp(nullptr, Operator->getOperatorLoc(), BO_Assign,
                                Target, rebuild(Right, T)));
}

Expr *ExpressionMender::rebuildOperator(BinaryOperator *Operator) {
  Expr *Left = Operator->getLHS(), *Right = Operator->getRHS();
  if (Operator->isAssignmentOp())
    return rebuildAssignment(Operator);
  if (Operator->isLogicalOp() || Operator->getOpcode() == BO_Comma)
    return getResult(S.BuildBinOp(
        nullptr, Operator->getOperatorLoc(), Operator->getOpcode(),
        rebuild(Left, Context.IntTy), rebuild(Right, Context.IntTy)));
  if (isBroken(Left) == isBroken(Right))
    return nullptr;
  Expr *Sound = isBroken(Left) ? Right : Left;
  QualType T = getUsable(Sound->getType());
  return getResult(S.BuildBinOp(nullptr, Operator->getOperatorLoc(),
                                Operator->getOpcode(), rebuild(Left, T),
                                rebuild(Right, T)));
}

Expr *ExpressionMender::rebuildOperator(UnaryOperator *Operator,
                                        QualType Wanted) {
  QualType T = Operator->getOpcode() == UO_LNot ? Context.IntTy : Wanted;
  if (Operator->getOpcode() == UO_AddrOf || Operator->isIncrementDecrementOp())
    return nullptr;
  if (Operator->getOpcode() == UO_Deref)
    T = Context.getPointerType(getUsable(Wanted));
  return getResult(S.BuildUnaryOp(nullptr, Operator->getOperatorLoc(),
                                  Operator->getOpcode(),
                                  rebuild(Operator->getSubExpr(), T)));
}

Expr *ExpressionMender::rebuildConditional(ConditionalOperator *Conditional,
                                           QualType Wanted) {
  QualType T = Wanted;
  for (Expr *Arm : {Conditional->getTrueExpr(), Conditional->getFalseExpr()})
    if (!isBroken(Arm))
      T = Arm->getType();
  return getResult(S.ActOnConditionalOp(
      Conditional->getQuestionLoc(), Conditional->getColonLoc(),
      rebuild(Conditional->getCond(), Context.IntTy),
      rebuild(Conditional->getTrueExpr(), T),
      rebuild(Conditional->getFalseExpr(), T)));
}

Expr *ExpressionMender::rebuildParts(Expr *E, QualType Wanted) {
  switch (E->getStmtClass()) {
  case Stmt::RecoveryExprClass:
    return rebuildRecovery(cast<RecoveryExpr>(E));
  case Stmt::ParenExprClass: {
    auto *Parens = cast<ParenExpr>(E);
    return new (Context) ParenExpr(Parens->getLParen(), Parens->getRParen(),
                                   rebuild(Parens->getSubExpr(), Wanted));
  }
  case Stmt::ImplicitCastExprClass:
    return rebuild(cast<ImplicitCastExpr>(E)->getSubExpr(), E->getType());
  case Stmt::ExprWithCleanupsClass:
    return rebuild(cast<ExprWithCleanups>(E)->getSubExpr(), Wanted);
  case Stmt::CallExprClass:
  case Stmt::CXXMemberCallExprClass:
    return rebuildCall(cast<CallExpr>(E));
  case Stmt::DeclRefExprClass:
    return rebuildReference(cast<DeclRefExpr>(E));
  case Stmt::BinaryOperatorClass:
  case Stmt::CompoundAssignOperatorClass:
    return rebuildOperator(cast<BinaryOperator>(E));
  case Stmt::UnaryOperatorClass:
    return rebuildOperator(cast<UnaryOperator>(E), Wanted);
  case Stmt::ConditionalOperatorClass:
    return rebuildConditional(cast<ConditionalOperator>(E), Wanted);
  case Stmt::ArraySubscriptExprClass: {
    auto *Element = cast<ArraySubscriptExpr>(E);
    if (isBroken(Element->getLHS()))
      return nullptr;
    return getResult(S.CreateBuiltinArraySubscriptExpr(
        Element->getLHS(), Element->getLHS()->getEndLoc(),
        rebuild(Element->getRHS(), Context.IntTy), Element->getRBracketLoc()));
  }
  case Stmt::CXXDependentScopeMemberExprClass: {
    auto *Access = cast<CXXDependentScopeMemberExpr>(E);
    if (Access->isImplicitAccess())
      return nullptr;
    return rebuildMember(Access->getBase(), Access->isArrow(),
                         Access->getMember().getAsIdentifierInfo());
  }
  default:
    return nullptr;
  }
}

/// The function that a call of \p Callee calls, as far as the name tells.
static FunctionDecl *getCalled(Expr *Callee) {
  Callee = Callee->IgnoreParenImpCasts();
  if (auto *Reference = dyn_cast<DeclRefExpr>(Callee))
    return dyn_cast<FunctionDecl>(Reference->getDecl());
  if (auto *Overloads = dyn_cast<OverloadExpr>(Callee))
    if (Overloads->getNumDecls() == 1)
      return dyn_cast<FunctionDecl>(*Overloads->decls_begin());
  if (auto *Access = dyn_cast<MemberExpr>(Callee))
    return dyn_cast<FunctionDecl>(Access->getMemberDecl());
  return nullptr;
}

Expr *ExpressionMender::rebuildCall(CallExpr *Call) {
  auto [Entry, IsNew] = RebuiltCalls.try_emplace(Call, nullptr);
  if (!IsNew)
    return Entry->second;
  Expr *Whole = buildCall(Call);
  return RebuiltCalls[Call] = Whole;
}

Expr *ExpressionMender::buildCall(CallExpr *Call) {
  Expr *Callee = Call->getCallee();
  FunctionDecl *Called = getCalled(Callee);
  // An overload set is dependent, but is no less whole for that.
  if (isBroken(Callee) && (!Called || !isa<OverloadExpr, DeclRefExpr>(
                                          Callee->IgnoreParenImpCasts())))
    return nullptr;
  const FunctionProtoType *Prototype = nullptr;
  QualType CalleeType = Called ? Called->getType() : Callee->getType();
  if (const auto *Pointer = CalleeType->getAs<PointerType>())
    CalleeType = Pointer->getPointeeType();
  Prototype = CalleeType->getAs<FunctionProtoType>();
  llvm::SmallVector<Expr *, 8> Arguments;
  for (unsigned I = 0, N = Call->getNumArgs(); I != N; ++I) {
    QualType T;
    if (Called && I < Called->getNumParams())
      T = Called->getParamDecl(I)->getType();
    else if (Prototype && I < Prototype->getNumParams())
      T = Prototype->getParamType(I);
    Arguments.push_back(rebuild(Call->getArg(I), T));
  }
  return getResult(S.BuildCallExpr(nullptr, Callee, Call->getBeginLoc(),
                                   Arguments, Call->getRParenLoc()));
}

Expr *ExpressionMender::rebuildMember(Expr *Base, bool IsArrow,
                                      const IdentifierInfo *Name) {
  if (!Name)
    return nullptr;
  Expr *Whole = isBroken(Base) ? rebuildParts(Base, QualType()) : Base;
  if (!Whole || isBroken(Whole))
    return nullptr;
  QualType T = Whole->getType();
  if (IsArrow)
    T = T->isPointerType() ? T->getPointeeType() : QualType();
  const RecordDecl *Record =
      T.isNull() || !T->getAs<RecordType>()
          ? nullptr
          : T->castAs<RecordType>()->getDecl()->getDefinition();
  if (!Record)
    return nullptr;
  for (FieldDecl *Field : Record->fields())
    if (Field->getIdentifier() == Name &&
        !Field->getType()->isDependentType()) {
      if (IsArrow)
        Whole = getResult(S.DefaultFunctionArrayLvalueConversion(Whole));
      if (!Whole)
        return nullptr;
      return MemberExpr::CreateImplicit(Context, Whole, IsArrow, Field,
                                        Field->getType().getNonReferenceType(),
                                        VK_LValue, OK_Ordinary);
    }
  return nullptr;
}

Expr *ExpressionMender::rebuildRecovery(RecoveryExpr *E) {
  auto Parts = E->subExpressions();
  if (Parts.empty())
    return nullptr;
  // A member of a whole object, or of one that can be made whole.
  SourceLocation Last = E->getEndLoc();
  if (Parts.size() == 1 && Last.isFileID()) {
    Token Access;
    SourceLocation After = Lexer::getLocForEndOfToken(
        Parts[0]->getEndLoc(), 0, Sources, Context.getLangOpts());
    if (After.isValid() &&
        !Lexer::getRawToken(After, Access, Sources, Context.getLangOpts(),
                            /*IgnoreWhiteSpace=*/true) &&
        Access.isOneOf(tok::arrow, tok::period)) {
      Token Name;
      if (!Lexer::getRawToken(Last, Name, Sources, Context.getLangOpts()) &&
          Name.is(tok::raw_identifier))
        if (Expr *Member =
                rebuildMember(Parts[0], Access.is(tok::arrow),
                              &Context.Idents.get(Name.getRawIdentifier())))
          return Member;
    }
  }
  // A call whose arguments did not parse or fit.
  if (FunctionDecl *Called = getCalled(Parts[0])) {
    if (Called->isVariadic() ? Parts.size() - 1 < Called->getNumParams()
                             : Parts.size() - 1 != Called->getNumParams())
      return nullptr;
    llvm::SmallVector<Expr *, 8> Arguments;
    for (unsigned I = 1; I < Parts.size(); ++I) {
      QualType T = I - 1 < Called->getNumParams()
                       ? Called->getParamDecl(I - 1)->getType()
                       : QualType();
      Expr *Argument = rebuild(Parts[I], T);
      // An argument of a wrong type is an unknown one of the right type.
      if (!T.isNull() && Context.getLangOpts().CPlusPlus &&
          S.TryImplicitConversion(Argument, T,
                                  /*SuppressUserConversions=*/false,
                                  Sema::AllowedExplicit::None,
                                  /*InOverloadResolution=*/false,
                                  /*CStyle=*/false,
                                  /*AllowObjCWritebackConversion=*/false)
              .isBad())
        Argument = makeUnknown(Argument, T, /*IsForced=*/true);
      Arguments.push_back(Argument);
    }
    return getResult(S.BuildCallExpr(nullptr, Parts[0], E->getBeginLoc(),
                                     Arguments, E->getEndLoc()));
  }
  return nullptr;
}
