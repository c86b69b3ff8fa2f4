//===-- GuessedPaths.cpp - What a report must not rest on -------*- C++ -*-===//
//
// Part of the KMDF checkers, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "GuessedPaths.h"

#include "Compat.h"
#include "LockHandles.h"
#include "MadeUpCode.h"
#include "UnitGuesses.h"

#include "clang/AST/ExprCXX.h"
#include "clang/Basic/SourceManager.h"
#include "clang/Lex/Lexer.h"
#include "llvm/ADT/DenseSet.h"

#include <map>

using namespace clang;
using namespace ento;
using namespace kmdf;

std::string kmdf::explainGuessedLock(const std::string &Lock) {
  return "the lock '" + Lock + "' is declared nowhere";
}

/// The first call in \p S whose answer is made up; null if there is none.
static const CallExpr *findMadeUpCall(const Stmt *S) {
  if (const auto *Call = dyn_cast<CallExpr>(S)) {
    const FunctionDecl *Callee = Call->getDirectCallee();
    if (Callee && isMadeUp(Callee))
      return Call;
  }
  for (const Stmt *Child : S->children())
    if (Child)
      if (const CallExpr *Call = findMadeUpCall(Child))
        return Call;
  return nullptr;
}

/// What stands in the source where \p Call is.
static std::string getSourceText(const CallExpr *Call,
                                 const ASTContext &Context) {
  if (const UnitGuesses *Guesses = findGuesses(Context))
    for (const MendedPlace &Place : Guesses->Mended)
      if (Place.Location == Call->getBeginLoc())
        return Place.Text;
  const SourceManager &Sources = Context.getSourceManager();
  return Lexer::getSourceText(Sources.getExpansionRange(Call->getSourceRange()),
                              Sources, Context.getLangOpts())
      .str();
}

namespace {
/// The answers that a path gave to made-up questions, one for each question as
/// it is spelt in a function.
class Answers {
public:
  /// Notes the way that the path took on \p Edge. Returns the question if it
  /// had another answer before.
  std::optional<std::string> add(const BlockEdge &Edge);

private:
  std::map<std::pair<const Decl *, std::string>, bool> Known;
};
} // namespace

std::optional<std::string> Answers::add(const BlockEdge &Edge) {
  const CFGBlock *Block = Edge.getSrc();
  // A loop asks until the answer is another.
  const Stmt *Terminator = Block->getTerminatorStmt();
  if (!isa_and_nonnull<IfStmt, AbstractConditionalOperator, BinaryOperator>(
          Terminator) ||
      Block->succ_size() != 2)
    return std::nullopt;
  const Stmt *Condition = Block->getTerminatorCondition();
  const CallExpr *Call = Condition ? findMadeUpCall(Condition) : nullptr;
  if (!Call)
    return std::nullopt;
  const Decl *Function = Edge.getLocationContext()->getDecl();
  bool IsTrue = Block->succ_begin()->getReachableBlock() == Edge.getDst();
  std::string Question = getSourceText(Call, Function->getASTContext());
  auto [Entry, IsNew] = Known.try_emplace({Function, Question}, IsTrue);
  if (IsNew || Entry->second == IsTrue)
    return std::nullopt;
  return Question;
}

namespace {
/// What branches of a path were decided by, beside what is made up and asked of
/// a value in a way that the analysis does not see through: FlagOn(Flags, 1).
class Decisions {
public:
  /// Notes what decided which way the path took to \p N, if it did there: at
  /// a branch, or at a comparison.
  void addDecision(const ExplodedNode *N);

  /// Notes the values that a made-up \p Call was given, at whose end \p N is.
  void addCall(const ExplodedNode *N, const CallExpr *Call);

  /// A question of which the path may know the answer by other ways, or whose
  /// answer is what another guess left. Null if there is none.
  std::optional<std::string> findDoubt(const ASTContext &Context) const;

private:
  /// Values that the source computed with itself.
  llvm::DenseSet<SymbolRef> Tested;
  /// Calls that a branch was decided by.
  llvm::SmallVector<const CallExpr *, 4> Asked;
  /// Calls that may have changed what a branch was decided by.
  llvm::SmallVector<const CallExpr *, 2> Changing;
  llvm::DenseMap<const CallExpr *, llvm::SmallVector<SVal, 2>> Given;
};
} // namespace

/// The call that made up \p Symbol. Null if it is of the source.
static const CallExpr *getMadeUpCall(const SymExpr *Symbol) {
  const auto *Made = dyn_cast<SymbolConjured>(Symbol);
  const auto *Call =
      Made ? dyn_cast_or_null<CallExpr>(Made->getStmt()) : nullptr;
  const FunctionDecl *Callee = Call ? Call->getDirectCallee() : nullptr;
  return Callee && isMadeUp(Callee) ? Call : nullptr;
}

/// The value that decided which way the path took to \p N. Null if none did.
static SymbolRef getDecisive(const ExplodedNode *N) {
  if (auto Edge = N->getLocationAs<BlockEdge>()) {
    const CFGBlock *Block = Edge->getSrc();
    const auto *Condition =
        dyn_cast_or_null<Expr>(Block->getTerminatorCondition());
    return Condition && Block->succ_size() > 1
               ? N->getSVal(Condition).getAsSymbol()
               : nullptr;
  }
  // The engine goes both ways at a comparison already, before the branch.
  auto Point = N->getLocationAs<PostStmt>();
  const auto *Comparison = Point ? dyn_cast<Expr>(Point->getStmt()) : nullptr;
  const ExplodedNode *Before = N->getFirstPred();
  return Comparison && Before && N->getSVal(Comparison).isConstant()
             ? Before->getSVal(Comparison).getAsSymbol()
             : nullptr;
}

void Decisions::addDecision(const ExplodedNode *N) {
  SymbolRef Decisive = getDecisive(N);
  if (!Decisive)
    return;
  for (SymbolRef Part : getParts(Decisive)) {
    if (!isa<SymbolData>(Part) ||
        !Part->getType()->isIntegralOrEnumerationType())
      continue;
    const CallExpr *Call = getMadeUpCall(Part);
    if (!Call)
      Tested.insert(Part);
    else if (llvm::is_contained(Call->arguments(),
                                cast<SymbolConjured>(Part)->getTag()))
      Changing.push_back(Call);
    else
      Asked.push_back(Call);
  }
}

void Decisions::addCall(const ExplodedNode *N, const CallExpr *Call) {
  const ExplodedNode *Before = N->getFirstPred();
  llvm::SmallVector<SVal, 2> &Values = Given[Call];
  if (!Before || !Values.empty())
    return;
  for (const Expr *Argument : Call->arguments())
    // A number in the source is what is asked for, not what is asked of.
    if (Argument->getType()->isIntegralOrEnumerationType() &&
        Argument->IgnoreParenImpCasts()->isLValue())
      Values.push_back(Before->getSVal(Argument));
}

std::optional<std::string>
Decisions::findDoubt(const ASTContext &Context) const {
  if (!Changing.empty())
    return "'" + getSourceText(Changing.front(), Context) +
           "' is not known, and may change what is asked afterwards";
  auto IsKnownOtherwise = [&](SVal Value) {
    if (SymbolRef Symbol = Value.getAsSymbol())
      for (SymbolRef Part : getParts(Symbol))
        if (Tested.count(Part))
          return true;
    return Value.isConstant();
  };
  for (const CallExpr *Call : Asked) {
    auto Values = Given.find(Call);
    if (Values != Given.end() && llvm::any_of(Values->second, IsKnownOtherwise))
      return "'" + getSourceText(Call, Context) +
             "' is not known, and is asked of what is tested elsewhere";
  }
  return std::nullopt;
}

std::optional<std::string> kmdf::getGuess(const ExplodedNode *Node,
                                          SymbolRef Handle,
                                          const std::string &Lock) {
  if (isGuessed(Handle))
    return explainGuessedLock(Lock);
  const ASTContext &Context =
      Node->getLocationContext()->getDecl()->getASTContext();
  if (!findGuesses(Context))
    return std::nullopt;
  const SourceManager &Sources = Context.getSourceManager();
  Answers Given;
  Decisions Decided;
  for (const ExplodedNode *N = Node; N; N = N->getFirstPred()) {
    Decided.addDecision(N);
    if (auto Point = N->getLocationAs<StmtPoint>()) {
      const auto *Call = dyn_cast<CallExpr>(Point->getStmt());
      const FunctionDecl *Callee = Call ? Call->getDirectCallee() : nullptr;
      if (Callee && isMadeUp(Callee))
        Decided.addCall(N, Call);
      SourceLocation Place = Point->getStmt()->getBeginLoc();
      if (isa<ReturnStmt>(Point->getStmt()) && Place.isMacroID() &&
          isInGuesses(Sources.getSpellingLoc(Place), Sources))
        return "'" +
               Lexer::getImmediateMacroName(Place, Sources,
                                            Context.getLangOpts())
                   .str() +
               "' is declared nowhere, and may return";
    } else if (auto Edge = N->getLocationAs<BlockEdge>()) {
      if (auto Question = Given.add(*Edge))
        return "'" + *Question + "' is not known, and is asked twice";
    }
  }
  return Decided.findDoubt(Context);
}
