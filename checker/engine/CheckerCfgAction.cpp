//===-- CheckerCfgAction.cpp - The action CodeChecker asks for --*- C++ -*-===//
//
// Part of the KMDF checkers, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// For each plugin that it loads, CodeChecker adds `-plugin checkercfg` to its
// calls of clang (codechecker_analyzer/analyzers/clangsa/analyzer.py). That
// makes clang run the action `checkercfg` in place of the analysis, and stop if
// no plugin has one. This one is the analysis, with all that the command line
// says of it.
//
//===----------------------------------------------------------------------===//

#include "clang/AST/ASTConsumer.h"
#include "clang/Frontend/CompilerInstance.h"
#include "clang/Frontend/FrontendAction.h"
#include "clang/Frontend/FrontendPluginRegistry.h"
#include "clang/StaticAnalyzer/Frontend/AnalysisConsumer.h"

using namespace clang;

namespace {
class CheckerCfgAction : public PluginASTAction {
  std::unique_ptr<ASTConsumer> CreateASTConsumer(CompilerInstance &Instance,
                                                 StringRef) override {
    return ento::CreateAnalysisConsumer(Instance);
  }

  bool ParseArgs(const CompilerInstance &,
                 const std::vector<std::string> &) override {
    return true;
  }

  // It runs where the command line names it, and nowhere else.
  ActionType getActionType() override { return CmdlineAfterMainAction; }
};
} // namespace

static FrontendPluginRegistry::Add<CheckerCfgAction>
    Registered("checkercfg", "Analyses the file, as --analyze does");
