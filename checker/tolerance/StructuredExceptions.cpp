//===-- StructuredExceptions.cpp - __try becomes plain code -----*- C++ -*-===//
//
// Part of the KMDF checkers, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "StructuredExceptions.h"

#include "Compat.h"
#include "FrameworkCalls.h"
#include "MadeUpCode.h"
#include "UnseenCode.h"

#include "clang/AST/ExprCXX.h"
#include "clang/AST/StmtCXX.h"
#include "llvm/ADT/DenseSet.h"

using namespace clang;
using namespace kmdf;

namespace {
class TryRewriter {
public:
  TryRewriter(ASTContext &Context, const UnitIndex &Index,
              MadeUpFunctions &MadeUp, FunctionDecl *Function)
      : Context(Context), Index(Index), MadeUp(MadeUp), Function(Function) {}

  void rewrite();

private:
  /// A statement by which a block is left early.
  struct Exit {
    Stmt *&Slot;
    Stmt *Leaving;
  };

  void rewrite(Stmt *&Slot);
  Stmt *rewriteFinally(SEHTryStmt *Try);
  Stmt *rewriteExcept(SEHTryStmt *Try);
  void collectLabels(const Stmt *S);
  void collectExits(Stmt *&Slot, bool IsInLoop, bool IsInSwitch,
                    bool OnlyLeaves);
  void replaceAbnormalTermination(Stmt *Parent, VarDecl *Way);
  bool mayChangeLocks(const Stmt *S) const;

  VarDecl *makeVariable(StringRef Name, QualType T, SourceLocation Location);
  Stmt *declare(VarDecl *Variable, SourceLocation Location);
  Expr *refer(VarDecl *Variable, SourceLocation Location);
  Expr *read(VarDecl *Variable, SourceLocation Location);
  Expr *assign(VarDecl *Variable, Expr *Value, SourceLocation Location);
  Expr *makeNumber(unsigned Value, SourceLocation Location);
  LabelDecl *makeLabel(StringRef Name, SourceLocation Location);
  Stmt *place(LabelDecl *Label, SourceLocation Location);
  Stmt *jump(LabelDecl *Label, SourceLocation Location);
  Stmt *makeIf(Expr *Condition, Stmt *Then, SourceLocation Location);

  ASTContext &Context;
  const UnitIndex &Index;
  MadeUpFunctions &MadeUp;
  FunctionDecl *Function;
  /// Of the block that is being rewritten.
  llvm::DenseSet<const LabelDecl *> Labels;
  llvm::SmallVector<Exit, 8> Exits;
};
} // namespace

//===----------------------------------------------------------------------===//
// Code, one piece at a time.
//===----------------------------------------------------------------------===//

VarDecl *TryRewriter::makeVariable(StringRef Name, QualType T,
                                   SourceLocation Location) {
  T = T.getUnqualifiedType();
  auto *Variable = VarDecl::Create(
      Context, Function, Location, Location, &Context.Idents.get(Name), T,
      Context.getTrivialTypeSourceInfo(T, Location), SC_None);
  Variable->setImplicit();
  return Variable;
}

Stmt *TryRewriter::declare(VarDecl *Variable, SourceLocation Location) {
  return new (Context) DeclStmt(DeclGroupRef(Variable), Location, Location);
}

Expr *TryRewriter::refer(VarDecl *Variable, SourceLocation Location) {
  return DeclRefExpr::Create(Context, NestedNameSpecifierLoc(),
                             SourceLocation(), Variable,
                             /*RefersToEnclosingVariableOrCapture=*/false,
                             Location, Variable->getType(), VK_LValue);
}

Expr *TryRewriter::read(VarDecl *Variable, SourceLocation Location) {
  return ImplicitCastExpr::Create(Context, Variable->getType(),
                                  CK_LValueToRValue, refer(Variable, Location),
                                  nullptr, VK_PRValue, FPOptionsOverride());
}

Expr *TryRewriter::assign(VarDecl *Variable, Expr *Value,
                          SourceLocation Location) {
  bool IsCXX = Context.getLangOpts().CPlusPlus;
  return BinaryOperator::Create(Context, refer(Variable, Location), Value,
                                BO_Assign, Variable->getType(),
                                IsCXX ? VK_LValue : VK_PRValue, OK_Ordinary,
                                Location, FPOptionsOverride());
}

Expr *TryRewriter::makeNumber(unsigned Value, SourceLocation Location) {
  return IntegerLiteral::Create(
      Context, llvm::APInt(Context.getTypeSize(Context.IntTy), Value),
      Context.IntTy, Location);
}

LabelDecl *TryRewriter::makeLabel(StringRef Name, SourceLocation Location) {
  return LabelDecl::Create(Context, Function, Location,
                           &Context.Idents.get(Name));
}

Stmt *TryRewriter::place(LabelDecl *Label, SourceLocation Location) {
  auto *Statement = new (Context)
      LabelStmt(Location, Label, new (Context) NullStmt(Location));
  Label->setStmt(Statement);
  return Statement;
}

Stmt *TryRewriter::jump(LabelDecl *Label, SourceLocation Location) {
  return new (Context) GotoStmt(Label, Location, Location);
}

Stmt *TryRewriter::makeIf(Expr *Condition, Stmt *Then,
                          SourceLocation Location) {
  return IfStmt::Create(Context, Location, IfStatementKind::Ordinary,
                        /*Init=*/nullptr, /*Var=*/nullptr, Condition, Location,
                        Location, Then);
}

//===----------------------------------------------------------------------===//
// How a block is left.
//===----------------------------------------------------------------------===//

void TryRewriter::collectLabels(const Stmt *S) {
  if (const auto *Label = dyn_cast<LabelStmt>(S))
    Labels.insert(Label->getDecl());
  for (const Stmt *Child : S->children())
    if (Child)
      collectLabels(Child);
}

/// Finds the statements in \p Slot by which it is left. With \p OnlyLeaves
/// these are __leave alone.
void TryRewriter::collectExits(Stmt *&Slot, bool IsInLoop, bool IsInSwitch,
                               bool OnlyLeaves) {
  Stmt *S = Slot;
  bool IsExit = false;
  switch (S->getStmtClass()) {
  case Stmt::LambdaExprClass:
    return;
  case Stmt::SEHLeaveStmtClass:
    IsExit = true;
    break;
  case Stmt::ReturnStmtClass:
    IsExit = !OnlyLeaves;
    break;
  case Stmt::GotoStmtClass:
    IsExit = !OnlyLeaves && !Labels.count(cast<GotoStmt>(S)->getLabel());
    break;
  case Stmt::BreakStmtClass:
    IsExit = !OnlyLeaves && !IsInLoop && !IsInSwitch;
    break;
  case Stmt::ContinueStmtClass:
    IsExit = !OnlyLeaves && !IsInLoop;
    break;
  case Stmt::ForStmtClass:
  case Stmt::WhileStmtClass:
  case Stmt::DoStmtClass:
  case Stmt::CXXForRangeStmtClass:
    IsInLoop = true;
    break;
  case Stmt::SwitchStmtClass:
    IsInSwitch = true;
    break;
  default:
    break;
  }
  if (IsExit) {
    Exits.push_back({Slot, S});
    return;
  }
  for (Stmt *&Child : S->children())
    if (Child)
      collectExits(Child, IsInLoop, IsInSwitch, OnlyLeaves);
}

/// AbnormalTermination() in a __finally block tells whether the block before
/// was left early.
void TryRewriter::replaceAbnormalTermination(Stmt *Parent, VarDecl *Way) {
  for (Stmt *&Child : Parent->children()) {
    if (!Child)
      continue;
    if (const auto *Call = dyn_cast<CallExpr>(Child)) {
      const FunctionDecl *Callee = Call->getDirectCallee();
      const IdentifierInfo *Name = Callee ? Callee->getIdentifier() : nullptr;
      if (Name && (Name->isStr("_abnormal_termination") ||
                   Name->isStr("AbnormalTermination"))) {
        Child = read(Way, Call->getBeginLoc());
        continue;
      }
    }
    replaceAbnormalTermination(Child, Way);
  }
}

//===----------------------------------------------------------------------===//
// The two kinds of block.
//===----------------------------------------------------------------------===//

Stmt *TryRewriter::rewriteFinally(SEHTryStmt *Try) {
  SourceLocation Begin = Try->getTryLoc();
  SourceLocation End = Try->getEndLoc();
  Stmt *Block = Try->getTryBlock();
  CompoundStmt *Finally = Try->getFinallyHandler()->getBlock();

  Labels.clear();
  Exits.clear();
  collectLabels(Block);
  collectExits(Block, /*IsInLoop=*/false, /*IsInSwitch=*/false,
               /*OnlyLeaves=*/false);

  VarDecl *Way = makeVariable("way out of __try", Context.IntTy, Begin);
  Way->setInit(makeNumber(0, Begin));
  LabelDecl *FinallyLabel = makeLabel("__finally", Finally->getBeginLoc());
  llvm::SmallVector<Stmt *, 8> Before{declare(Way, Begin)}, After;
  unsigned Number = 0;
  for (const Exit &E : Exits) {
    SourceLocation Place = E.Leaving->getBeginLoc();
    llvm::SmallVector<Stmt *, 3> Steps;
    if (!isa<SEHLeaveStmt>(E.Leaving)) {
      Stmt *Leaving = E.Leaving;
      auto *Return = dyn_cast<ReturnStmt>(Leaving);
      if (Return && Return->getRetValue()) {
        Expr *Value = Return->getRetValue();
        if (Function->getReturnType()->isVoidType()) {
          Steps.push_back(Value);
          Leaving = ReturnStmt::Create(Context, Place, nullptr, nullptr);
        } else {
          VarDecl *Result =
              makeVariable("result", Function->getReturnType(), Place);
          Before.push_back(declare(Result, Begin));
          Steps.push_back(assign(Result, Value, Place));
          Leaving =
              ReturnStmt::Create(Context, Place, read(Result, Place), nullptr);
        }
      }
      Steps.push_back(assign(Way, makeNumber(++Number, Place), Place));
      After.push_back(makeIf(
          BinaryOperator::Create(
              Context, read(Way, End), makeNumber(Number, End), BO_EQ,
              Context.IntTy, VK_PRValue, OK_Ordinary, End, FPOptionsOverride()),
          Leaving, End));
    }
    Steps.push_back(jump(FinallyLabel, Place));
    E.Slot = makeBlock(Context, Steps, Place, Place);
  }
  replaceAbnormalTermination(Finally, Way);

  llvm::SmallVector<Stmt *, 16> All(Before.begin(), Before.end());
  All.push_back(Block);
  All.push_back(place(FinallyLabel, Finally->getBeginLoc()));
  All.push_back(Finally);
  All.append(After.begin(), After.end());
  return makeBlock(Context, All, Begin, End);
}

bool TryRewriter::mayChangeLocks(const Stmt *S) const {
  if (const auto *Call = dyn_cast<CallExpr>(S)) {
    const FunctionDecl *Callee = Call->getDirectCallee();
    if (Callee && (getDdi(Callee) || Index.canReachLockCall(Callee) ||
                   getUnseenEffect(Callee, Index) != UnseenEffect::None))
      return true;
  }
  for (const Stmt *Child : S->children())
    if (Child && mayChangeLocks(Child))
      return true;
  return false;
}

Stmt *TryRewriter::rewriteExcept(SEHTryStmt *Try) {
  SourceLocation Begin = Try->getTryLoc();
  SourceLocation End = Try->getEndLoc();
  Stmt *Block = Try->getTryBlock();
  SEHExceptStmt *Except = Try->getExceptHandler();
  SourceLocation Handler = Except->getExceptLoc();

  Exits.clear();
  collectExits(Block, /*IsInLoop=*/false, /*IsInSwitch=*/false,
               /*OnlyLeaves=*/true);
  LabelDecl *HandlerLabel = makeLabel("__except", Handler);
  LabelDecl *EndLabel = makeLabel("end of __try", End);
  for (const Exit &E : Exits)
    E.Slot = jump(EndLabel, E.Leaving->getBeginLoc());

  bool MayChangeLocks = mayChangeLocks(Block);
  auto Raised = [&](SourceLocation Location) {
    return MadeUp.call(MadeUpKind::Value, Context.IntTy, Location);
  };
  llvm::SmallVector<Stmt *, 8> All;
  All.push_back(makeIf(Raised(Begin), jump(HandlerLabel, Begin), Begin));
  All.push_back(Block);
  if (!MayChangeLocks)
    All.push_back(
        makeIf(Raised(Handler), jump(HandlerLabel, Handler), Handler));
  All.push_back(jump(EndLabel, Handler));
  All.push_back(place(HandlerLabel, Handler));
  // Of what changes a lock, half may be done.
  if (MayChangeLocks)
    All.push_back(MadeUp.call(MadeUpKind::Exception, Context.IntTy, Handler));
  if (Expr *Filter = Except->getFilterExpr())
    All.push_back(Filter);
  All.push_back(Except->getBlock());
  All.push_back(place(EndLabel, End));
  return makeBlock(Context, All, Begin, End);
}

void TryRewriter::rewrite(Stmt *&Slot) {
  // The innermost first: its __leave is its own.
  for (Stmt *&Child : Slot->children())
    if (Child && !isa<Expr>(Child))
      rewrite(Child);
  auto *Try = dyn_cast<SEHTryStmt>(Slot);
  if (!Try)
    return;
  if (Try->getFinallyHandler())
    Slot = rewriteFinally(Try);
  else if (Try->getExceptHandler())
    Slot = rewriteExcept(Try);
}

void TryRewriter::rewrite() {
  if (Function->getReturnType()->getAsCXXRecordDecl())
    return;
  Stmt *Body = Function->getBody();
  Stmt *New = Body;
  rewrite(New);
  if (New != Body)
    Function->setBody(New);
}

void kmdf::rewriteStructuredExceptions(ASTContext &Context,
                                       const UnitIndex &Index) {
  MadeUpFunctions MadeUp(Context);
  for (const FunctionDecl *Function : Index.getDefinitions())
    if (Index.hasStructuredExceptions(Function))
      TryRewriter(Context, Index, MadeUp, const_cast<FunctionDecl *>(Function))
          .rewrite();
}
