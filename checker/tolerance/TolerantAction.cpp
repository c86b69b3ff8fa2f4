//===-- TolerantAction.cpp - Code that does not parse cleanly ---*- C++ -*-===//
//
// Part of the KMDF checkers, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The tolerant mode: an action that clang runs before the analysis. With the
// option Tolerant it parses the source until no more can be guessed of what it
// lacks, has clang parse it with that, mends what is broken all the same, and
// makes clang forget that there were errors. Without it does nothing.
//
// This folder, as the data flows:
//
//   Trial            parses the source to find out what it lacks
//     Complaints       the errors
//     TokenLog         the tokens, and what each name meant
//     NameShapes       what an unknown name must be, by the tokens around it
//     NameUses         of which type, by the AST around it
//     ComplaintStudy   what an error adds to that
//   Guesses          a declaration for each unknown name; GuessesText as text
//   Insertions       the text between two files of the next parse
//                    ... and again, until the guesses do not change
//   MendedCode       statements that are broken all the same, MendedExpressions
//                    what is in them: calls of MadeUpCode
//   LostFunctions    functions that are not in the AST at all
//   UnitGuesses      what the engine and the user are told
//
// StructuredExceptions rewrites __try in any source, tolerant or not.
//
//===----------------------------------------------------------------------===//

#include "AnyCaseFiles.h"
#include "Compat.h"
#include "ErrorFilter.h"
#include "FileScopeNames.h"
#include "Guesses.h"
#include "MendedCode.h"
#include "Trial.h"
#include "UnitGuesses.h"

#include "clang/Basic/SourceManager.h"
#include "clang/Frontend/FrontendAction.h"
#include "clang/Frontend/FrontendPluginRegistry.h"
#include "clang/Sema/SemaConsumer.h"
#include "clang/StaticAnalyzer/Core/AnalyzerOptions.h"
#include "llvm/ADT/StringExtras.h"

using namespace clang;
using namespace kmdf;

/// More parses than this have not been seen to bring anything.
static constexpr unsigned MaxTrials = 12;

/// A trial is a compilation of its own, for which this does nothing.
static bool IsInTrial = false;

namespace {
class TolerantConsumer : public SemaConsumer {
public:
  explicit TolerantConsumer(CompilerInstance &Compiler) : Compiler(Compiler) {}
  ~TolerantConsumer() override {
    if (Context)
      setGuesses(*Context, nullptr);
  }

  /// Guesses what \p File lacks, and prepares the compiler to take the guesses.
  void prepare(StringRef File);

  void Initialize(ASTContext &TheContext) override { Context = &TheContext; }
  void InitializeSema(Sema &TheSema) override { S = &TheSema; }
  void ForgetSema() override { S = nullptr; }
  void HandleTranslationUnit(ASTContext &TheContext) override;

private:
  void summarize();

  CompilerInstance &Compiler;
  const ASTContext *Context = nullptr;
  Sema *S = nullptr;
  ErrorFilter *Filter = nullptr;
  const InsertionCallbacks *Callbacks = nullptr;
  Insertions Texts;
  UnitGuesses Results;
};

class TolerantAction : public PluginASTAction {
public:
  std::unique_ptr<ASTConsumer> CreateASTConsumer(CompilerInstance &Compiler,
                                                 StringRef File) override;
  bool ParseArgs(const CompilerInstance &,
                 const std::vector<std::string> &) override {
    return true;
  }
  ActionType getActionType() override { return AddBeforeMainAction; }
};
} // namespace

static bool isTolerant(CompilerInstance &Compiler) {
  const auto &Config = getAnalyzerOpts(Compiler.getInvocation()).Config;
  auto Option = Config.find("kmdf:Tolerant");
  return Compiler.getFrontendOpts().ProgramAction == frontend::RunAnalysis &&
         Option != Config.end() && Option->second == "true";
}

/// The input that is called \p File.
static FrontendInputFile getInput(const CompilerInstance &Compiler,
                                  StringRef File) {
  for (const FrontendInputFile &Input : Compiler.getFrontendOpts().Inputs)
    if (Input.isFile() && Input.getFile() == File)
      return Input;
  return FrontendInputFile(File, Compiler.getFrontendOpts().DashX);
}

void TolerantConsumer::prepare(StringRef File) {
  FileManager &Files = Compiler.getFileManager();
  Files.setVirtualFileSystem(
      llvm::makeIntrusiveRefCnt<AnyCaseFiles>(getFileSystem(Files)));

  Guesses Names(Compiler.getLangOpts().CPlusPlus);
  IsInTrial = true;
  for (unsigned I = 0; I < MaxTrials; ++I) {
    runTrial(Compiler, getInput(Compiler, File), Names);
    if (!Names.haveChanged())
      break;
  }
  IsInTrial = false;
  Texts = Names.render();
  for (const auto &[Name, G] : Names.all())
    if (!isOwnName(G))
      Results.Names.push_back(
          {Name, getKindName(G), G.First.File, G.First.Line});

  prepareForBrokenCode(Compiler.getLangOpts());
  Preprocessor &PP = Compiler.getPreprocessor();
  auto Inserter = std::make_unique<InsertionCallbacks>(
      PP, Texts, nullptr, [this](MissingHeader Header) {
        Results.MissingHeaders.push_back(std::move(Header));
      });
  Callbacks = Inserter.get();
  PP.addPPCallbacks(std::move(Inserter));
  DiagnosticsEngine &Diagnostics = Compiler.getDiagnostics();
  Diagnostics.setErrorLimit(0);
  requireDeclarations(Diagnostics);
  DiagnosticConsumer &Old = *Diagnostics.getClient();
  Filter = new ErrorFilter(Diagnostics.takeClient(), Old);
  Diagnostics.setClient(Filter, /*ShouldOwnClient=*/true);
}

/// Whether nothing uses the guess \p Name: what it was needed for turned out to
/// be declared.
static bool isUnused(const GuessedName &Name, Sema &S) {
  for (const NamedDecl *D : findAtFileScope(Name.Name, S))
    if (isa<VarDecl, FunctionDecl, EnumConstantDecl>(D) &&
        isInGuesses(D->getLocation(), S.getSourceManager()))
      return !D->isReferenced();
  return false;
}

void TolerantConsumer::HandleTranslationUnit(ASTContext &TheContext) {
  // Mending may make the compiler object to more.
  Results.ObjectionCount = Filter->getPlaces().size();
  Results.Objections = Filter->getObjections();
  const SourceManager &Sources = TheContext.getSourceManager();
  ParsedParts Parts;
  for (SourceLocation Location : Filter->getPlaces())
    if (Location.isValid())
      Parts.Objections.push_back(Sources.getExpansionLoc(Location));
  for (SourceLocation Location : Filter->getInnerBodies())
    Parts.InnerBodies.push_back(Sources.getExpansionLoc(Location));
  Parts.Skipped = Callbacks->getSkipped();
  llvm::erase_if(Results.Names,
                 [&](const GuessedName &Name) { return isUnused(Name, *S); });
  Results.Mended = mendCode(TheContext, *S, Parts);
  Results.LostFunctions = findLostFunctions(TheContext, Parts);
  Filter->open();
  forgetErrors(Compiler.getDiagnostics());
  summarize();
  setGuesses(TheContext, &Results);
}

/// One warning says that something was guessed, for whoever does not read the
/// file of the facts.
void TolerantConsumer::summarize() {
  if (Results.empty())
    return;
  size_t Lost = llvm::count_if(Results.Mended, [](const MendedPlace &Place) {
    return Place.Kind == MendKind::Lost;
  });
  std::string Text;
  auto Add = [&](size_t Number, StringRef Noun, StringRef What) {
    if (Number)
      Text += (Text.empty() ? "" : ", ") + std::to_string(Number) + " " +
              Noun.str() + (Number == 1 ? "" : "s") + " " + What.str();
  };
  Add(Results.MissingHeaders.size(), "header", "missing");
  Add(Results.Names.size(), "name", "guessed");
  Add(Results.Mended.size() - Lost, "expression", "not understood");
  Add(Lost, "statement", "left out");
  Add(Results.LostFunctions.size(), "function", "left out");
  Add(Results.ObjectionCount, "error", "ignored");
  DiagnosticsEngine &Diagnostics = Compiler.getDiagnostics();
  const SourceManager &Sources = Compiler.getSourceManager();
  Diagnostics.Report(
      Sources.getLocForStartOfFile(Sources.getMainFileID()),
      Diagnostics.getCustomDiagID(DiagnosticsEngine::Warning, "%0"))
      << Text;
}

std::unique_ptr<ASTConsumer>
TolerantAction::CreateASTConsumer(CompilerInstance &Compiler, StringRef File) {
  if (IsInTrial || !isTolerant(Compiler))
    return std::make_unique<ASTConsumer>();
  auto Consumer = std::make_unique<TolerantConsumer>(Compiler);
  Consumer->prepare(File);
  return Consumer;
}

static FrontendPluginRegistry::Add<TolerantAction>
    Registration("kmdf-tolerant",
                 "Analyses what does not parse cleanly, with guesses");
