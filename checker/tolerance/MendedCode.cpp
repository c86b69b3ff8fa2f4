//===-- MendedCode.cpp - Broken expressions become unknown values ---------===//
//
// Part of the KMDF checkers, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "MendedCode.h"

#include "Compat.h"
#include "MendedExpressions.h"

#include "clang/AST/DeclTemplate.h"
#include "clang/AST/ExprCXX.h"
#include "clang/AST/StmtCXX.h"
#include "clang/Basic/SourceManager.h"
#include "clang/Lex/Lexer.h"

using namespace clang;
using namespace kmdf;

namespace {
class Mender {
public:
  Mender(ASTContext &Context, Sema &S, ParsedParts &Parts);

  void mendContext(DeclContext *Declarations);
  std::vector<MendedPlace> takePlaces() {
    return std::move(Expressions.Places);
  }

private:
  void mendDecl(Decl *D);
  void mendFunction(FunctionDecl *F);
  void mendRecord(RecordDecl *Record);
  void mendStmt(Stmt *Parent);
  using Locations = std::vector<SourceLocation>;
  void coverObjections(const Stmt *S, Locations &Open) const;
  /// Whether \p Location, in a file as the others, is from \p Begin to \p End.
  bool isInside(SourceLocation Location, SourceLocation Begin,
                SourceLocation End) const {
    return !Sources.isBeforeInTranslationUnit(Location, Begin) &&
           !Sources.isBeforeInTranslationUnit(End, Location);
  }
  Locations takeObjections(const Stmt *Body);
  void noteTemplate(const FunctionDecl *F);
  void mendLostStatements(Stmt *&Body);
  bool insertLost(CompoundStmt *&Block, SourceLocation Location);
  void mendSwitch(SwitchStmt *Switch);
  Stmt *mendRange(CXXForRangeStmt *Loop);

  QualType getWanted(const Stmt *Parent, const Stmt *Child) const;

  ASTContext &Context;
  const SourceManager &Sources;
  Sema &S;
  FunctionDecl *Function = nullptr;
  /// Without the objections to what is in the functions that are done with.
  ParsedParts &Parts;
  ExpressionMender Expressions;
};
} // namespace

Mender::Mender(ASTContext &Context, Sema &S, ParsedParts &Parts)
    : Context(Context), Sources(Context.getSourceManager()), S(S), Parts(Parts),
      Expressions(Context, S) {}

//===----------------------------------------------------------------------===//
// Statements and declarations.
//===----------------------------------------------------------------------===//

QualType Mender::getWanted(const Stmt *Parent, const Stmt *Child) const {
  if (isa<ReturnStmt>(Parent))
    return Function->getReturnType();
  if (const auto *Declarations = dyn_cast<DeclStmt>(Parent))
    for (const Decl *D : Declarations->decls())
      if (const auto *Variable = dyn_cast<VarDecl>(D))
        if (Variable->getInit() == Child)
          return Variable->getType();
  return Context.IntTy;
}

Stmt *Mender::mendRange(CXXForRangeStmt *Loop) {
  mendVariable(Loop->getLoopVariable(), Context);
  return WhileStmt::Create(
      Context, /*Var=*/nullptr,
      Expressions.makeCall(MadeUpKind::Value, Loop->getForLoc()),
      Loop->getBody(), Loop->getForLoc(), Loop->getForLoc(),
      Loop->getRParenLoc());
}

void Mender::mendSwitch(SwitchStmt *Switch) {
  // The engine has to know the labels: each unknown one is a number that no
  // other has.
  QualType T = Switch->getCond()->getType();
  if (!T->isIntegralOrEnumerationType())
    return;
  uint64_t Next = 0x51;
  for (SwitchCase *Label = Switch->getSwitchCaseList(); Label;
       Label = Label->getNextSwitchCase()) {
    auto *Case = dyn_cast<CaseStmt>(Label);
    if (!Case || !Case->getLHS() || !isBroken(Case->getLHS()))
      continue;
    Expressions.addPlace(MendKind::Value, Case->getLHS(),
                         Expressions.getText(Case->getLHS()->getSourceRange()));
    Case->setLHS(IntegerLiteral::Create(
        Context, llvm::APInt(Context.getIntWidth(T), Next++), T,
        Case->getCaseLoc()));
  }
}

void Mender::mendStmt(Stmt *Parent) {
  if (auto *Declarations = dyn_cast<DeclStmt>(Parent))
    for (Decl *D : Declarations->decls()) {
      if (auto *Variable = dyn_cast<VarDecl>(D))
        mendVariable(Variable, Context);
      else
        mendDecl(D);
    }
  if (auto *Lambda = dyn_cast<LambdaExpr>(Parent)) {
    mendFunction(Lambda->getCallOperator());
    return;
  }
  for (Stmt *&Child : Parent->children()) {
    if (!Child)
      continue;
    if (auto *Loop = dyn_cast<CXXForRangeStmt>(Child))
      if (!Loop->getRangeInit() || isBroken(Loop->getRangeInit()) ||
          !Loop->getCond() || isBroken(Loop->getCond()))
        Child = mendRange(Loop);
    if (auto *E = dyn_cast<Expr>(Child)) {
      if (isBroken(E) && !isa<CaseStmt>(Parent))
        Child = Expressions.rebuild(E, getWanted(Parent, Child));
      else if (isUnsupported(E))
        Child = Expressions.replace(E);
    }
    mendStmt(Child);
  }
  if (auto *Switch = dyn_cast<SwitchStmt>(Parent))
    mendSwitch(Switch);
}

/// Takes the objections that are to an expression or a declaration in \p S out
/// of \p Open: what they are about is still there.
void Mender::coverObjections(const Stmt *S, Locations &Open) const {
  if (Open.empty())
    return;
  if (!isa<Expr, DeclStmt, LabelStmt, GotoStmt>(S)) {
    for (const Stmt *Child : S->children())
      if (Child)
        coverObjections(Child, Open);
    return;
  }
  SourceLocation Begin = Sources.getExpansionLoc(S->getBeginLoc());
  SourceLocation End = Sources.getExpansionRange(S->getEndLoc()).getEnd();
  // An error may be told of at the end of the last token.
  End = Lexer::getLocForEndOfToken(End, 0, Sources, Context.getLangOpts());
  llvm::erase_if(Open, [&](SourceLocation Location) {
    return isInside(Location, Begin, End);
  });
}

/// Puts a call of code that may do anything to locks into \p Block, where a
/// statement at \p Location was left out. Returns whether it is in there.
bool Mender::insertLost(CompoundStmt *&Block, SourceLocation Location) {
  if (!isInside(Location, Sources.getExpansionLoc(Block->getBeginLoc()),
                Sources.getExpansionLoc(Block->getEndLoc())))
    return false;
  // A block further inside may be where it was.
  for (Stmt *&Child : Block->children()) {
    llvm::SmallVector<Stmt **, 8> Pending{&Child};
    while (!Pending.empty()) {
      Stmt *&Next = *Pending.pop_back_val();
      if (!Next || isa<Expr>(Next))
        continue;
      if (auto *Inner = dyn_cast<CompoundStmt>(Next)) {
        bool IsInside = insertLost(Inner, Location);
        Next = Inner;
        if (IsInside)
          return true;
        continue;
      }
      for (Stmt *&Part : Next->children())
        Pending.push_back(&Part);
    }
  }
  llvm::SmallVector<Stmt *, 16> Statements(Block->body_begin(),
                                           Block->body_end());
  auto After = llvm::find_if(Statements, [&](const Stmt *Statement) {
    return Sources.isBeforeInTranslationUnit(
        Location, Sources.getExpansionLoc(Statement->getBeginLoc()));
  });
  Statements.insert(After,
                    Expressions.makeCall(MadeUpKind::NotUnderstood, Location));
  Block = makeBlock(Context, Statements, Block->getLBracLoc(),
                    Block->getRBracLoc());
  return true;
}

/// Takes the objections to something in \p Body, a function's.
Mender::Locations Mender::takeObjections(const Stmt *Body) {
  SourceLocation Begin = Sources.getExpansionLoc(Body->getBeginLoc());
  SourceLocation End = Sources.getExpansionLoc(Body->getEndLoc());
  Parts.Bodies.emplace_back(Begin, End);
  Locations Mine;
  llvm::erase_if(Parts.Objections, [&](SourceLocation Location) {
    bool IsMine = isInside(Location, Begin, End);
    if (IsMine)
      Mine.push_back(Location);
    return IsMine;
  });
  return Mine;
}

/// Of a template there is nothing to mend but in what is made of it.
void Mender::noteTemplate(const FunctionDecl *F) {
  if (F->isLateTemplateParsed() && F->getIdentifier())
    Parts.Delayed.insert(F->getName());
  else if (const Stmt *Body = F->getBody())
    takeObjections(Body);
}

void Mender::mendLostStatements(Stmt *&Body) {
  auto *Block = dyn_cast<CompoundStmt>(Body);
  if (!Block)
    return;
  Locations Open = takeObjections(Block);
  coverObjections(Block, Open);
  unsigned LastLine = 0;
  for (SourceLocation Location : Open) {
    unsigned Line = Sources.getExpansionLineNumber(Location);
    if (Line == LastLine || !insertLost(Block, Location))
      continue;
    LastLine = Line;
    Expressions.Places.push_back({MendKind::Lost, Function, Location, ""});
  }
  Body = Block;
}

void Mender::mendRecord(RecordDecl *Record) {
  if (!Record->isInvalidDecl() || !Record->isCompleteDefinition())
    return;
  for (FieldDecl *Field : Record->fields()) {
    QualType T = Field->getType();
    if (T->isDependentType() || T->isIncompleteType())
      Field->setType(Context.CharTy);
  }
}

void Mender::mendFunction(FunctionDecl *F) {
  if (!F->doesThisDeclarationHaveABody())
    return;
  if (F->isDependentContext())
    return noteTemplate(F);
  Stmt *Body = F->getBody();
  if (!Body)
    return;
  FunctionDecl *Outer = Function;
  Function = F;
  Expressions.setFunction(F);
  for (ParmVarDecl *Parameter : F->parameters())
    mendVariable(Parameter, Context);
  Sema::SynthesizedFunctionScope Scope(S, F);
  if (auto *Constructor = dyn_cast<CXXConstructorDecl>(F))
    for (CXXCtorInitializer *Initializer : Constructor->inits())
      if (Expr *Value = Initializer->getInit())
        if (!isBroken(Value))
          mendStmt(Value);
  if (!Outer) {
    Stmt *Whole = Body;
    mendLostStatements(Whole);
    if (Whole != Body)
      F->setBody(Body = Whole);
  }
  mendStmt(Body);
  Function = Outer;
  Expressions.setFunction(Outer);
}

void Mender::mendDecl(Decl *D) {
  if (auto *F = dyn_cast<FunctionDecl>(D)) {
    mendFunction(F);
  } else if (auto *Variable = dyn_cast<VarDecl>(D)) {
    mendVariable(Variable, Context);
    if (Variable->getInit() && isBroken(Variable->getInit()))
      Variable->setInit(nullptr);
  } else if (auto *Template = dyn_cast<FunctionTemplateDecl>(D)) {
    mendFunction(Template->getTemplatedDecl());
    for (FunctionDecl *Instance : Template->specializations())
      mendFunction(Instance);
  } else if (auto *Template = dyn_cast<ClassTemplateDecl>(D)) {
    mendContext(Template->getTemplatedDecl());
    for (ClassTemplateSpecializationDecl *Instance :
         Template->specializations())
      mendContext(Instance);
  } else if (auto *Record = dyn_cast<RecordDecl>(D)) {
    mendRecord(Record);
    mendContext(Record);
  } else if (isa<LinkageSpecDecl, NamespaceDecl>(D)) {
    mendContext(cast<DeclContext>(D));
  }
}

void Mender::mendContext(DeclContext *Declarations) {
  for (Decl *D : Declarations->noload_decls())
    mendDecl(D);
}

std::vector<MendedPlace> kmdf::mendCode(ASTContext &Context, Sema &S,
                                        ParsedParts &Parts) {
  Mender M(Context, S, Parts);
  M.mendContext(Context.getTranslationUnitDecl());
  return M.takePlaces();
}
