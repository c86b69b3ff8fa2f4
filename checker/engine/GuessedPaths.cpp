//===-- GuessedPaths.cpp - What a report must not rest on -------*- C++ -*-===//
//
// Part of the KMDF checkers, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "GuessedPaths.h"

#include "LockHandles.h"
#include "MadeUpCode.h"
#include "UnitGuesses.h"

#include "clang/AST/ExprCXX.h"
#include "clang/Basic/SourceManager.h"
#include "clang/Lex/Lexer.h"

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
  for (const ExplodedNode *N = Node; N; N = N->getFirstPred()) {
    if (auto Point = N->getLocationAs<StmtPoint>()) {
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
  return std::nullopt;
}
