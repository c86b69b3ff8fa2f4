//===-- NameUses.cpp - What uses tell of guessed names ----------*- C++ -*-===//
//
// Part of the KMDF checkers, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "NameUses.h"

#include "clang/AST/DeclCXX.h"
#include "clang/AST/DeclTemplate.h"
#include "clang/AST/ExprCXX.h"
#include "clang/Basic/SourceManager.h"

using namespace clang;
using namespace kmdf;

Need kmdf::makeNeed(SourceLocation Location, TokenLog::Index I,
                    const TokenLog &Tokens, const SourceManager &Sources) {
  Need Result;
  if (const InsertionPoint *Point = Tokens.pointBefore(I))
    Result.Point = *Point;
  PresumedLoc Place = Sources.getPresumedLoc(Location);
  if (Place.isValid()) {
    Result.File = Place.getFilename();
    Result.Line = Place.getLine();
  }
  return Result;
}

namespace {
class UseWalk {
public:
  UseWalk(ASTContext &Context, const TokenLog &Tokens, Guesses &Names)
      : Context(Context), Sources(Context.getSourceManager()), Tokens(Tokens),
        Names(Names), Policy(Context.getLangOpts()) {
    Policy.SuppressTagKeyword = false;
  }

  void walk(const DeclContext *Declarations);
  void matchFunctionTypes();

private:
  /// A guessed function, value or member.
  struct Entity {
    std::string Record; ///< of a member
    std::string Name;

    explicit operator bool() const { return !Name.empty(); }
  };

  void walk(const FunctionDecl *Function);
  void walk(const Stmt *S);
  void declareEarlier(const FunctionDecl *Function);
  void visit(const Expr *E);
  void visitRecovery(const RecoveryExpr *E);
  void needMember(const Expr *Base, bool IsArrow, TokenLog::Index Name);
  void setType(const Entity &What, QualType Type, Certainty IsOfType);
  Entity getEntity(const Expr *E) const;
  bool isGuess(const Decl *D) const {
    return isInGuesses(D->getLocation(), Sources);
  }

  /// The type that the place of the innermost expression wants, \p Depth levels
  /// up; null if it wants none.
  QualType getWanted(unsigned Depth = 0) const;
  const Stmt *parent(unsigned Depth) const {
    return Parents.size() > Depth + 1 ? Parents[Parents.size() - 2 - Depth]
                                      : nullptr;
  }
  const Stmt *node(unsigned Depth) const {
    return Parents[Parents.size() - 1 - Depth];
  }

  ASTContext &Context;
  const SourceManager &Sources;
  const TokenLog &Tokens;
  Guesses &Names;
  PrintingPolicy Policy;
  const FunctionDecl *Function = nullptr;
  /// Functions with a body, and what is declared as a variable, by name.
  llvm::StringMap<const FunctionDecl *> Defined;
  llvm::StringMap<const VarDecl *> DeclaredOnly;
  /// The statements around the one that is visited, which is the last.
  llvm::SmallVector<const Stmt *, 32> Parents;
};
} // namespace

/// A type that says nothing in another place.
static bool isUseless(QualType T) {
  return T.isNull() || T->isDependentType() || T->isVoidType() ||
         T->isPlaceholderType() || T->isNullPtrType();
}

static QualType makePointer(ASTContext &Context, QualType T) {
  return isUseless(T) ? QualType() : Context.getPointerType(T);
}

QualType UseWalk::getWanted(unsigned Depth) const {
  const Stmt *P = parent(Depth);
  const Stmt *E = node(Depth);
  if (!P)
    return QualType();
  if (isa<ParenExpr, ImplicitCastExpr, FullExpr>(P))
    return getWanted(Depth + 1);
  if (const auto *Cast = dyn_cast<ExplicitCastExpr>(P)) {
    QualType T = Cast->getTypeAsWritten();
    return T->isPointerType() ? T : QualType();
  }
  if (const auto *Operator = dyn_cast<BinaryOperator>(P)) {
    const Expr *Other =
        Operator->getLHS() == E ? Operator->getRHS() : Operator->getLHS();
    if (Operator->isAssignmentOp() || Operator->isComparisonOp()) {
      if (Other->containsErrors() ||
          isa<IntegerLiteral>(Other->IgnoreParenImpCasts()) ||
          Other->isNullPointerConstant(Context,
                                       Expr::NPC_ValueDependentIsNotNull))
        return QualType();
      // A number that is compared with one may be any.
      QualType T = Other->IgnoreParenImpCasts()->getType();
      if (Operator->isComparisonOp() && T->isArithmeticType() &&
          !T->isEnumeralType())
        return QualType();
      return T;
    }
    if (Operator->getOpcode() == BO_Comma && Operator->getRHS() == E)
      return getWanted(Depth + 1);
    return QualType();
  }
  if (const auto *Operator = dyn_cast<UnaryOperator>(P)) {
    QualType Outer = getWanted(Depth + 1);
    if (Operator->getOpcode() == UO_AddrOf)
      return !Outer.isNull() && Outer->isPointerType()
                 ? Outer->getPointeeType().getUnqualifiedType()
                 : QualType();
    if (Operator->getOpcode() == UO_Deref)
      return makePointer(Context, Outer);
    return QualType();
  }
  if (const auto *Element = dyn_cast<ArraySubscriptExpr>(P))
    return Element->getLHS() == E ? makePointer(Context, getWanted(Depth + 1))
                                  : QualType();
  if (const auto *Conditional = dyn_cast<ConditionalOperator>(P))
    return Conditional->getCond() == E ? QualType() : getWanted(Depth + 1);
  if (const auto *Call = dyn_cast<CallExpr>(P)) {
    QualType Callee = Call->getCallee()->getType();
    if (const auto *Pointer = Callee->getAs<PointerType>())
      Callee = Pointer->getPointeeType();
    const auto *Prototype = Callee->getAs<FunctionProtoType>();
    const FunctionDecl *Declaration = Call->getDirectCallee();
    for (unsigned I = 0, N = Call->getNumArgs(); I != N; ++I) {
      if (Call->getArg(I) != E)
        continue;
      // The parameter's declaration keeps names that the prototype lost.
      if (Declaration && I < Declaration->getNumParams())
        return Declaration->getParamDecl(I)->getType();
      if (Prototype && I < Prototype->getNumParams())
        return Prototype->getParamType(I);
    }
    return QualType();
  }
  if (const auto *Recovery = dyn_cast<RecoveryExpr>(P)) {
    auto Parts = const_cast<RecoveryExpr *>(Recovery)->subExpressions();
    // An initializer of a wrong type.
    if (Parts.size() == 1)
      return getWanted(Depth + 1);
    // C++ gives a call up for one argument of a wrong type.
    const FunctionDecl *Callee = nullptr;
    if (!Parts.empty()) {
      const Expr *First = Parts.front()->IgnoreParenImpCasts();
      if (const auto *Overloads = dyn_cast<OverloadExpr>(First)) {
        if (Overloads->getNumDecls() == 1)
          Callee = dyn_cast<FunctionDecl>(*Overloads->decls_begin());
      } else if (const auto *Reference = dyn_cast<DeclRefExpr>(First)) {
        Callee = dyn_cast<FunctionDecl>(Reference->getDecl());
      }
    }
    for (unsigned I = 1; Callee && I < Parts.size(); ++I)
      if (Parts[I] == E && I - 1 < Callee->getNumParams())
        return Callee->getParamDecl(I - 1)->getType();
    // The operands of an operator that do not fit.
    if (Callee || Parts.size() != 2)
      return QualType();
    const Expr *Other = Parts[Parts[0] == E];
    return Other->containsErrors() ? QualType()
                                   : Other->IgnoreParenImpCasts()->getType();
  }
  if (isa<ReturnStmt>(P))
    return Function ? Function->getReturnType() : QualType();
  if (const auto *Declaration = dyn_cast<DeclStmt>(P)) {
    for (const Decl *D : Declaration->decls())
      if (const auto *Variable = dyn_cast<VarDecl>(D))
        if (Variable->getInit() == E)
          return Variable->getType();
    return QualType();
  }
  return QualType();
}

UseWalk::Entity UseWalk::getEntity(const Expr *E) const {
  E = E->IgnoreParenImpCasts();
  if (const auto *Call = dyn_cast<CallExpr>(E)) {
    const FunctionDecl *Callee = Call->getDirectCallee();
    if (Callee && Callee->getIdentifier() && isGuess(Callee))
      return {"", Callee->getQualifiedNameAsString()};
    return {};
  }
  if (const auto *Reference = dyn_cast<DeclRefExpr>(E)) {
    const auto *Variable = dyn_cast<VarDecl>(Reference->getDecl());
    if (Variable && isGuess(Variable))
      return {"", Variable->getQualifiedNameAsString()};
    return {};
  }
  if (const auto *Access = dyn_cast<MemberExpr>(E)) {
    const auto *Field = dyn_cast<FieldDecl>(Access->getMemberDecl());
    if (Field && isGuess(Field))
      return {Field->getParent()->getQualifiedNameAsString(),
              Field->getName().str()};
  }
  return {};
}

void UseWalk::setType(const Entity &What, QualType Type, Certainty IsOfType) {
  if (isUseless(Type))
    return;
  Type = Type.getNonReferenceType();
  if (Type->isArrayType())
    Type = Context.getArrayDecayedType(Type);
  if (Type->isFunctionType())
    Type = Context.getPointerType(Type);
  Type = Type.getUnqualifiedType();
  // What has no name cannot be declared again.
  QualType Base = Type;
  while (Base->isPointerType())
    Base = Base->getPointeeType();
  if (const auto *Tag = Base->getAs<TagType>())
    if (!Tag->getDecl()->getIdentifier() &&
        !Tag->getDecl()->getTypedefNameForAnonDecl())
      return;
  std::string Declaration = What.Name.substr(What.Name.rfind(':') + 1);
  Type.getAsStringInternal(Declaration, Policy);
  Names.setType(What.Record, What.Name, std::move(Declaration), IsOfType);
}

/// The guessed type that \p T is by its name, if it is one.
static std::string getGuessedName(QualType T, const SourceManager &Sources) {
  while (const auto *Typedef = T->getAs<TypedefType>()) {
    const TypedefNameDecl *D = Typedef->getDecl();
    if (isInGuesses(D->getLocation(), Sources))
      return D->getQualifiedNameAsString();
    T = Typedef->desugar();
  }
  return "";
}

void UseWalk::needMember(const Expr *Base, bool IsArrow, TokenLog::Index Name) {
  if (!Tokens.isName(Name))
    return;
  // (&FOO)->member
  if (const auto *Operator =
          dyn_cast<UnaryOperator>(Base->IgnoreParenImpCasts()))
    if (Operator->getOpcode() == UO_AddrOf && IsArrow)
      return needMember(Operator->getSubExpr(), /*IsArrow=*/false, Name);
  QualType Type = Base->IgnoreParenImpCasts()->getType();
  // A list in parentheses has no type.
  if (Type.isNull())
    return;
  if (const auto *Place = Type->getAs<ReferenceType>())
    Type = Place->getPointeeType();
  QualType Object = Type;
  if (IsArrow && Type->isPointerType())
    Object = Type->getPointeeType();
  else if (const auto *Array = Context.getAsArrayType(Type))
    Object = Array->getElementType();
  bool WasPointer = Object != Type;

  std::string Record;
  if (const auto *Tag = Object->getAs<RecordType>()) {
    const RecordDecl *Definition = Tag->getDecl();
    if (!Definition->getIdentifier() || (IsArrow && !WasPointer))
      return;
    Record = Definition->getQualifiedNameAsString();
    if (!isGuess(Definition)) {
      if (Definition->getDefinition())
        return;
      SourceLocation First = Definition->getFirstDecl()->getLocation();
      if (isInGuesses(First, Sources))
        return;
      Names.needBody(Record, makeNeed(First, Tokens.find(First, Sources),
                                      Tokens, Sources));
    }
  } else if (std::string Guessed = getGuessedName(Object, Sources);
             !Guessed.empty()) {
    Record = Names.getRecordOf(Guessed, IsArrow && !WasPointer);
  } else if (Entity What = getEntity(Base)) {
    Record = Names.setRecordType(What.Record, What.Name, IsArrow);
  }
  if (!Record.empty())
    Names.addMember(Record, Tokens.spelling(Name));
}

void UseWalk::visitRecovery(const RecoveryExpr *E) {
  auto Parts = const_cast<RecoveryExpr *>(E)->subExpressions();
  if (Parts.empty())
    return;
  const Expr *First = Parts.front();
  TokenLog::Index Last = Tokens.find(First->getEndLoc(), Sources);
  if (Last == TokenLog::None)
    return;
  // The closing parenthesis may not be part of what is kept.
  TokenLog::Index Next = Last + 1;
  if (Tokens.is(Next, tok::arrow) || Tokens.is(Next, tok::period))
    return needMember(First, Tokens.is(Next, tok::arrow), Next + 1);
  // Of (*Function)(...) the name is that of the pointer.
  if (const auto *Operator =
          dyn_cast<UnaryOperator>(First->IgnoreParenImpCasts()))
    if (Operator->getOpcode() == UO_Deref && Tokens.is(Next, tok::l_paren))
      First = Operator->getSubExpr();
  Entity What = getEntity(First);
  if (!What)
    return;
  TokenLog::Index Begin = Tokens.find(E->getBeginLoc(), Sources);
  if (Tokens.is(Next, tok::l_square) &&
      Tokens[Next].Partner != TokenLog::None &&
      Tokens.is(Tokens[Next].Partner + 1, tok::period)) {
    Names.setRecordType(What.Record, What.Name, /*IsPointer=*/true);
  } else if (Tokens.is(Next, tok::l_square) || Tokens.is(Begin, tok::star)) {
    QualType Element = getWanted();
    if (isUseless(Element) || Element->isReferenceType())
      Element = Context.UnsignedLongLongTy;
    setType(What, Context.getPointerType(Element), Certainty::Needed);
  } else if (Tokens.is(Next, tok::l_paren)) {
    QualType Result = getWanted();
    if (isUseless(Result) || Result->isReferenceType())
      Result = Context.UnsignedLongLongTy;
    FunctionProtoType::ExtProtoInfo Info;
    Info.Variadic = true;
    QualType Function = Context.getLangOpts().CPlusPlus
                            ? Context.getFunctionType(Result, {}, Info)
                            : Context.getFunctionNoProtoType(Result);
    setType(What, Context.getPointerType(Function), Certainty::Needed);
  }
}

void UseWalk::visit(const Expr *E) {
  if (const auto *Recovery = dyn_cast<RecoveryExpr>(E))
    return visitRecovery(Recovery);
  if (const auto *Call = dyn_cast<CallExpr>(E)) {
    const FunctionDecl *Callee = Call->getDirectCallee();
    if (Callee && Callee->isImplicit() && !Callee->getBuiltinID() &&
        Callee->getIdentifier() && !isa<CXXMethodDecl>(Callee)) {
      SourceLocation Place = Callee->getLocation();
      TokenLog::Index I = Tokens.find(Place, Sources);
      if (I != TokenLog::None && Tokens.isName(I))
        Names.need(Callee->getName(), getNameShape(Tokens, I),
                   makeNeed(Place, I, Tokens, Sources));
      return;
    }
  }
  if (Entity What = getEntity(E))
    if (!isa<ImplicitCastExpr, ParenExpr>(E))
      setType(What, getWanted(), Certainty::Likely);
}

void UseWalk::walk(const Stmt *S) {
  Parents.push_back(S);
  if (const auto *E = dyn_cast<Expr>(S))
    visit(E);
  for (const Stmt *Child : S->children())
    if (Child)
      walk(Child);
  Parents.pop_back();
}

void UseWalk::walk(const FunctionDecl *F) {
  if (!F->doesThisDeclarationHaveABody())
    return;
  Function = F;
  if (const Stmt *Body = F->getBody())
    walk(Body);
  Function = nullptr;
}

/// Of a function that is unknown where it is used, and is defined after that,
/// the missing declaration is known.
void UseWalk::declareEarlier(const FunctionDecl *F) {
  if (!F->doesThisDeclarationHaveABody() || !F->getIdentifier() ||
      isa<CXXMethodDecl>(F) || F->isTemplated())
    return;
  const Guess *Known = Names.find(F->getName());
  if (!Known || Known->Kind == GuessKind::Type)
    return;
  std::string Declaration = F->getName().str();
  F->getType().getAsStringInternal(Declaration, Policy);
  if (F->getStorageClass() == SC_Static)
    Declaration = "static " + Declaration;
  else if (F->isExternC() && Context.getLangOpts().CPlusPlus)
    Declaration = "extern \"C\" " + Declaration;
  Names.needPrototype(F->getName(), std::move(Declaration), Known->First);
}

void UseWalk::walk(const DeclContext *Declarations) {
  for (const Decl *D : Declarations->noload_decls()) {
    if (const auto *F = dyn_cast<FunctionDecl>(D)) {
      walk(F);
      declareEarlier(F);
      if (F->getIdentifier() && F->doesThisDeclarationHaveABody())
        Defined.try_emplace(F->getName(), F);
    } else if (const auto *Variable = dyn_cast<VarDecl>(D)) {
      if (const Expr *Value = Variable->getInit())
        walk(Value);
      else if (Variable->getIdentifier())
        DeclaredOnly.try_emplace(Variable->getName(), Variable);
    } else if (const auto *Template = dyn_cast<FunctionTemplateDecl>(D)) {
      walk(Template->getTemplatedDecl());
    } else if (const auto *Template = dyn_cast<ClassTemplateDecl>(D)) {
      walk(cast<DeclContext>(Template->getTemplatedDecl()));
    } else if (isa<LinkageSpecDecl, NamespaceDecl, CXXRecordDecl>(D)) {
      walk(cast<DeclContext>(D));
    }
  }
}

/// Of a type by which a callback is declared, and that nobody knows, the
/// callback's definition tells what it is.
void UseWalk::matchFunctionTypes() {
  for (const auto &Entry : DeclaredOnly) {
    const FunctionDecl *F = Defined.lookup(Entry.first());
    std::string Guessed =
        F ? getGuessedName(Entry.second->getType(), Sources) : "";
    if (Guessed.empty())
      continue;
    std::string Declaration = Guessed.substr(Guessed.rfind(':') + 1);
    F->getType().getAsStringInternal(Declaration, Policy);
    Names.setFunctionType(Guessed, std::move(Declaration));
  }
}

void kmdf::collectUses(ASTContext &Context, const TokenLog &Tokens,
                       Guesses &Names) {
  UseWalk Walk(Context, Tokens, Names);
  Walk.walk(Context.getTranslationUnitDecl());
  Walk.matchFunctionTypes();
}
