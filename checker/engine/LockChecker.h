//===-- LockChecker.h - Engine callbacks become lock events -----*- C++ -*-===//
//
// Part of the KMDF checkers, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The checker behind all lock rules. It evaluates the DDIs of ddis.h, sends
// what they do to the automaton of the lock they are called on, and hands
// violations to LockReports. Each rule is a name that can be turned on by
// itself; without any, this only models.
//
//===----------------------------------------------------------------------===//

#ifndef KMDF_ENGINE_LOCKCHECKER_H
#define KMDF_ENGINE_LOCKCHECKER_H

#include "EngineOptions.h"
#include "FunctionEnds.h"
#include "LockContracts.h"
#include "LockEvents.h"
#include "LockReports.h"
#include "LockState.h"
#include "LoopTurns.h"
#include "UnitIndex.h"
#include "Verdicts.h"

#include "clang/StaticAnalyzer/Core/Checker.h"

#include <memory>
#include <string>

namespace kmdf {

class LockChecker
    : public clang::ento::Checker<
          clang::ento::check::ASTDecl<clang::TranslationUnitDecl>,
          clang::ento::check::BeginFunction,
          clang::ento::check::BranchCondition, clang::ento::check::PreCall,
          clang::ento::eval::Call, clang::ento::check::PostCall,
          clang::ento::check::RegionChanges, clang::ento::check::NewAllocator,
          clang::ento::check::PostStmt<clang::ImplicitCastExpr>,
          clang::ento::check::PostStmt<clang::LambdaExpr>,
          clang::ento::check::PostStmt<clang::DeclStmt>,
          clang::ento::check::PreStmt<clang::ReturnStmt>,
          clang::ento::check::PointerEscape, clang::ento::check::LiveSymbols,
          clang::ento::check::DeadSymbols, clang::ento::check::EndFunction,
          clang::ento::check::EndAnalysis,
          clang::ento::check::EndOfTranslationUnit> {
public:
  /// The package options of the same names.
  struct Options {
    std::string KnownRoles;
    std::string FactsFile;
  };

  void setOptions(Options Values) { Settings = std::move(Values); }
  void enableRule(kmdf_rule Rule, clang::ento::CheckerNameRef Checker) {
    Reports.enable(Rule, Checker);
  }

  void checkASTDecl(const clang::TranslationUnitDecl *Unit,
                    clang::ento::AnalysisManager &Manager,
                    clang::ento::BugReporter &) const;
  void checkBeginFunction(clang::ento::CheckerContext &C) const;
  void checkBranchCondition(const clang::Stmt *Condition,
                            clang::ento::CheckerContext &C) const;
  void checkPreCall(const clang::ento::CallEvent &Call,
                    clang::ento::CheckerContext &C) const;
  bool evalCall(const clang::ento::CallEvent &Call,
                clang::ento::CheckerContext &C) const;
  void checkPostCall(const clang::ento::CallEvent &Call,
                     clang::ento::CheckerContext &C) const;
  clang::ento::ProgramStateRef
  checkRegionChanges(clang::ento::ProgramStateRef State,
                     const clang::ento::InvalidatedSymbols *Symbols,
                     llvm::ArrayRef<const clang::ento::MemRegion *> Explicit,
                     llvm::ArrayRef<const clang::ento::MemRegion *> Regions,
                     const clang::LocationContext *LCtx,
                     const clang::ento::CallEvent *Call) const;
  void checkNewAllocator(const clang::ento::CXXAllocatorCall &Call,
                         clang::ento::CheckerContext &C) const;
  void checkPostStmt(const clang::LambdaExpr *Lambda,
                     clang::ento::CheckerContext &C) const;
  void checkPostStmt(const clang::DeclStmt *Declarations,
                     clang::ento::CheckerContext &C) const;
  void checkPostStmt(const clang::ImplicitCastExpr *Cast,
                     clang::ento::CheckerContext &C) const;
  void checkPreStmt(const clang::ReturnStmt *Return,
                    clang::ento::CheckerContext &C) const;
  clang::ento::ProgramStateRef
  checkPointerEscape(clang::ento::ProgramStateRef State,
                     const clang::ento::InvalidatedSymbols &Escaped,
                     const clang::ento::CallEvent *Call,
                     clang::ento::PointerEscapeKind Kind) const;
  void checkLiveSymbols(clang::ento::ProgramStateRef State,
                        clang::ento::SymbolReaper &Reaper) const;
  void checkDeadSymbols(clang::ento::SymbolReaper &Reaper,
                        clang::ento::CheckerContext &C) const;
  void checkEndFunction(const clang::ReturnStmt *Return,
                        clang::ento::CheckerContext &C) const;
  void checkEndAnalysis(clang::ento::ExplodedGraph &Graph,
                        clang::ento::BugReporter &BR,
                        clang::ento::ExprEngine &Explored) const;
  void checkEndOfTranslationUnit(const clang::TranslationUnitDecl *Unit,
                                 clang::ento::AnalysisManager &Manager,
                                 clang::ento::BugReporter &) const;

private:
  LockEvents makeEvents(clang::ento::CheckerContext &C) const;
  bool isOfInterest(const clang::FunctionDecl *Root) const;
  clang::ento::ProgramStateRef
  beginWithContracts(const clang::FunctionDecl *Function,
                     clang::ento::CheckerContext &C) const;
  void endWithContracts(clang::ento::ProgramStateRef &State,
                        const clang::ReturnStmt *Return,
                        llvm::SmallVectorImpl<Breach> &To) const;
  void endCallback(clang::ento::ProgramStateRef &State,
                   const clang::StackFrameContext *Frame,
                   const clang::ReturnStmt *Return,
                   llvm::SmallVectorImpl<Breach> &To) const;
  void checkEnds(const clang::FunctionDecl *Function) const;
  bool fulfilContracts(const clang::ento::CallEvent &Call,
                       const clang::FunctionDecl *Callee,
                       clang::ento::CheckerContext &C) const;

  Options Settings;
  mutable LockReports Reports;
  mutable std::unique_ptr<UnitIndex> Index;
  mutable Verdicts Results;
  mutable LoopTurns Loops;
  mutable FunctionEnds Ends;
  /// What the function that is analysed is annotated to do, by the lock's
  /// handle when it began.
  mutable std::vector<std::pair<clang::ento::SymbolRef, LockContract>> Owed;
  mutable EngineOptions Engine;
  /// Loops are LoopTurns' in the function that is analysed. It has to reach a
  /// lock for that, and to have no way round that LoopTurns does not see.
  mutable bool AreLoopsPaced = false;
  /// The index has what other files define.
  mutable bool AreForeignAdded = false;
};

} // namespace kmdf

#endif // KMDF_ENGINE_LOCKCHECKER_H
