//===-- Trial.cpp - A parse that finds out what is missing ------*- C++ -*-===//
//
// Part of the KMDF checkers, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Trial.h"

#include "Compat.h"
#include "ComplaintStudy.h"
#include "Complaints.h"
#include "NameUses.h"
#include "TokenLog.h"
#include "TracerNames.h"

#include "clang/Frontend/FrontendAction.h"
#include "clang/Lex/Preprocessor.h"
#include "clang/Sema/Sema.h"
#include "clang/Sema/SemaConsumer.h"

using namespace clang;
using namespace kmdf;

namespace {
class TrialConsumer : public SemaConsumer {
public:
  TrialConsumer(CompilerInstance &Compiler, const Insertions &Texts,
                Guesses &Names, ComplaintCollector &Diagnostics);

  void InitializeSema(Sema &TheSema) override { S = &TheSema; }
  void ForgetSema() override { S = nullptr; }
  void HandleTranslationUnit(ASTContext &Context) override;

private:
  Preprocessor &PP;
  Guesses &Names;
  ComplaintCollector &Diagnostics;
  InsertionCallbacks *Callbacks;
  WppComments Comments;
  Sema *S = nullptr;
  TokenLog Tokens;
};

class TrialAction : public ASTFrontendAction {
public:
  TrialAction(const Insertions &Texts, Guesses &Names,
              ComplaintCollector &Diagnostics)
      : Texts(Texts), Names(Names), Diagnostics(Diagnostics) {}

  std::unique_ptr<ASTConsumer> CreateASTConsumer(CompilerInstance &Compiler,
                                                 StringRef) override {
    return std::make_unique<TrialConsumer>(Compiler, Texts, Names, Diagnostics);
  }

private:
  const Insertions &Texts;
  Guesses &Names;
  ComplaintCollector &Diagnostics;
};
} // namespace

TrialConsumer::TrialConsumer(CompilerInstance &Compiler,
                             const Insertions &Texts, Guesses &Names,
                             ComplaintCollector &Diagnostics)
    : PP(Compiler.getPreprocessor()), Names(Names), Diagnostics(Diagnostics),
      Comments([&Names](StringRef Name) { Names.addTracer(Name); }) {
  auto Inserter = std::make_unique<InsertionCallbacks>(
      PP, Texts,
      [this](const InsertionPoint &Point) { Tokens.addPoint(Point); }, nullptr);
  Callbacks = Inserter.get();
  PP.addPPCallbacks(std::move(Inserter));
  PP.addCommentHandler(&Comments);
  PP.setTokenWatcher([this](const Token &T) {
    if (S)
      Tokens.add(T, *S);
  });
}

void TrialConsumer::HandleTranslationUnit(ASTContext &Context) {
  ComplaintStudy Study(PP, *S, Tokens, *Callbacks, Names);
  for (const Complaint &What : Diagnostics.Complaints)
    if (What.Location.isValid())
      Study.study(What);
  collectUses(Context, Tokens, Names);
  if (Names.hasNewHeader())
    Names.clear();
}

void kmdf::prepareForBrokenCode(LangOptions &Options) {
  Options.SpellChecking = false;
  Options.RecoveryAST = true;
  Options.RecoveryASTType = true;
}

void kmdf::runTrial(CompilerInstance &Compiler, const FrontendInputFile &File,
                    Guesses &Names) {
  auto Invocation =
      std::make_shared<CompilerInvocation>(Compiler.getInvocation());
  FrontendOptions &Frontend = Invocation->getFrontendOpts();
  Frontend.Inputs = {File};
  Frontend.ProgramAction = frontend::ParseSyntaxOnly;
  Frontend.OutputFile.clear();
  Frontend.Plugins.clear();
  Frontend.AddPluginActions.clear();
  Frontend.ShowStats = false;
  Invocation->getDependencyOutputOpts() = DependencyOutputOptions();
  Invocation->getHeaderSearchOpts().Verbose = false;
  Invocation->getDiagnosticOpts().VerifyDiagnostics = false;
  Invocation->getDiagnosticOpts().ShowCarets = false;
  Invocation->getDiagnosticOpts().DiagnosticSerializationFile.clear();
  prepareForBrokenCode(getLangOpts(*Invocation));

  Insertions Texts = Names.render();
  ComplaintCollector Diagnostics;
  std::unique_ptr<CompilerInstance> Trial =
      makeInstance(Compiler, std::move(Invocation), Diagnostics);
  Trial->getDiagnostics().setErrorLimit(0);
  // Where warnings are off, none is made an error.
  Trial->getDiagnostics().setIgnoreAllWarnings(false);
  requireDeclarations(Trial->getDiagnostics());
  TrialAction Action(Texts, Names, Diagnostics);
  Trial->ExecuteAction(Action);
}
