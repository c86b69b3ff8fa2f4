//===-- FactsFile.cpp - What the plugin tells kmdf-scan ---------*- C++ -*-===//
//
// Part of the KMDF checkers, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "FactsFile.h"

#include "RoleDeclarations.h"
#include "SourceNames.h"
#include "UnitGuesses.h"

#include "clang/AST/ASTContext.h"
#include "clang/Basic/SourceManager.h"
#include "clang/Basic/Version.h"
#include "clang/Lex/Lexer.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/JSON.h"
#include "llvm/Support/raw_ostream.h"

using namespace clang;
using namespace kmdf;

namespace {
class FactsWriter {
public:
  FactsWriter(llvm::raw_ostream &OS, const ASTContext &Context,
              const UnitIndex &Index, const Verdicts &Results,
              const LockReports &Reports)
      : JSON(OS, /*IndentSize=*/1), Sources(Context.getSourceManager()),
        Options(Context.getLangOpts()), Guesses(findGuesses(Context)),
        Index(Index), Results(Results), Reports(Reports) {}

  void write(llvm::ArrayRef<SilencingProblem> Problems);

private:
  void writeRules();
  void writeCallbacks();
  void writeRoleSources(llvm::StringRef Name, llvm::ArrayRef<RoleSource> Roles);
  void writeMissingDeclarations(const FunctionDecl *Definition,
                                const Callback &Role);
  void writeOtherFunctions();
  void writeLockCalls();
  void writeLockCall(const kmdf_ddi &Ddi, const std::string &Caller,
                     SourceLocation Location, bool IsReached);
  void writeDefects();
  void writeGuesses();
  void writeReports();
  void writeProblems(llvm::ArrayRef<SilencingProblem> Problems);
  void writeFix(const FixItHint &Hint);
  void writePlace(SourceLocation Location);
  unsigned getColumn(SourceLocation Location) const;

  llvm::json::OStream JSON;
  const SourceManager &Sources;
  const LangOptions &Options;
  /// Null without the tolerant mode.
  const UnitGuesses *Guesses;
  const UnitIndex &Index;
  const Verdicts &Results;
  const LockReports &Reports;
};
} // namespace

/// JSON is UTF-8; a source need not be.
static std::string toUTF8(llvm::StringRef Text) {
  return llvm::json::isUTF8(Text) ? Text.str() : llvm::json::fixUTF8(Text);
}

void FactsWriter::writePlace(SourceLocation Location) {
  PresumedLoc Place = Sources.getPresumedLoc(Location);
  JSON.attribute("file", toUTF8(Place.isValid() ? Place.getFilename() : ""));
  JSON.attribute("line", Place.isValid() ? Place.getLine() : 0);
}

void FactsWriter::writeRules() {
  JSON.attributeArray("rules", [&] {
    for (unsigned I = 0; I < KMDF_RULE_COUNT; ++I) {
      const kmdf_rule_info *Rule = kmdf_get_rule(static_cast<kmdf_rule>(I));
      JSON.object([&] {
        JSON.attribute("name", Rule->name);
        JSON.attribute("title", Rule->bug_name);
        JSON.attribute("summary", Rule->summary);
        JSON.attribute("enabled", Reports.isEnabled(static_cast<kmdf_rule>(I)));
      });
    }
  });
}

void FactsWriter::writeCallbacks() {
  JSON.attributeArray("callbacks", [&] {
    for (const auto &Entry : Index.getRoles().all())
      JSON.object([&] {
        const FunctionDecl *Function = Entry.first;
        const Callback &Role = Entry.second;
        const FunctionDecl *Definition = nullptr;
        bool IsDefined = Function->hasBody(Definition);
        const LostFunction *Lost = findLost(Function);
        JSON.attribute("function",
                       toUTF8(getFunctionName(Function, Index.getRoles())));
        JSON.attribute("role", Role.Role->name);
        JSON.attribute("declared", Role.isDeclared());
        JSON.attribute("defined", IsDefined || Lost);
        writePlace(Lost ? Lost->Location
                        : (IsDefined ? Definition : Function)->getLocation());
        writeRoleSources("role_declarations", Role.Declarations);
        writeRoleSources("role_uses", Role.Uses);
        if (!IsDefined && !Lost)
          return;
        if (IsDefined)
          writeMissingDeclarations(Definition, Role);
        JSON.attributeObject("rules", [&] {
          for (unsigned I = 0; I < KMDF_RULE_COUNT; ++I) {
            auto Rule = static_cast<kmdf_rule>(I);
            if (!Reports.isEnabled(Rule))
              continue;
            VerdictAndReason V =
                Lost ? VerdictAndReason{Verdict::Inconclusive,
                                        "it could not be parsed"}
                     : Results.get(Function, Rule, Index);
            JSON.attributeObject(kmdf_get_rule(Rule)->name, [&] {
              JSON.attribute("verdict", getVerdictName(V.Kind));
              JSON.attribute("reason", toUTF8(V.Reason));
            });
          }
        });
      });
  });
}

void FactsWriter::writeRoleSources(llvm::StringRef Name,
                                   llvm::ArrayRef<RoleSource> Roles) {
  JSON.attributeArray(Name, [&] {
    for (const RoleSource &Source : Roles)
      JSON.object([&] {
        JSON.attribute("role", Source.Role->name);
        writePlace(Sources.getExpansionLoc(Source.Location));
      });
  });
}

void FactsWriter::writeMissingDeclarations(const FunctionDecl *Definition,
                                           const Callback &Role) {
  if (Role.isDeclared())
    return;
  JSON.attributeArray("missing_declarations", [&] {
    for (const RoleSource &Source : Role.Uses) {
      RoleDeclaration Wanted = declareWithRole(
          Definition, *Source.Role, Index.getRoles().findType(*Source.Role));
      JSON.object([&] {
        JSON.attribute("role", Source.Role->name);
        JSON.attribute("text", toUTF8(Wanted.Text));
        JSON.attribute("line", Wanted.Line);
        JSON.attribute("problem", toUTF8(Wanted.Problem));
      });
    }
  });
}

/// The functions to which another file may give a role.
void FactsWriter::writeOtherFunctions() {
  JSON.attribute("functions", Index.getDefinitions().size());
  JSON.attributeArray("other_functions", [&] {
    for (const FunctionDecl *Function : Index.getDefinitions())
      if (Function->getIdentifier() && Function->isExternallyVisible() &&
          !isa<CXXMethodDecl>(Function) && !Index.getRoles().find(Function))
        JSON.value(toUTF8(Function->getName()));
  });
}

void FactsWriter::writeLockCalls() {
  JSON.attributeArray("call_sites", [&] {
    for (const LockCall &Call : Index.getLockCalls())
      writeLockCall(*Call.Ddi,
                    Call.Caller ? getFunctionName(Call.Caller, Index.getRoles())
                                : "",
                    Call.Call->getBeginLoc(), Results.isReached(Call.Call));
    if (Guesses)
      for (const LostFunction &Lost : Guesses->LostFunctions)
        for (const auto &[Ddi, Location] : Lost.Calls)
          if (Ddi->effect != KMDF_DDI_DELETE)
            writeLockCall(*Ddi, Lost.getName(), Location, /*IsReached=*/false);
  });
}

void FactsWriter::writeLockCall(const kmdf_ddi &Ddi, const std::string &Caller,
                                SourceLocation Location, bool IsReached) {
  JSON.object([&] {
    JSON.attribute("ddi", Ddi.name);
    JSON.attribute("function", toUTF8(Caller));
    writePlace(Location);
    JSON.attribute("column", Sources.getPresumedColumnNumber(Location));
    JSON.attribute("reached", IsReached);
  });
}

void FactsWriter::writeDefects() {
  JSON.attributeArray("defects", [&] {
    for (const Defect &D : Results.getDefects())
      JSON.object([&] {
        JSON.attribute("rule", kmdf_get_rule(D.Rule)->name);
        JSON.attribute("function", toUTF8(D.FunctionName));
        JSON.attribute("message", toUTF8(D.Message));
      });
  });
}

static llvm::StringRef getMendName(MendKind Kind) {
  switch (Kind) {
  case MendKind::Value:
    return "value";
  case MendKind::Handle:
    return "handle";
  case MendKind::MayLock:
    return "may-lock";
  case MendKind::Lost:
    return "lost";
  }
  llvm_unreachable("no such kind");
}

void FactsWriter::writeGuesses() {
  auto WritePlace = [&](const std::string &File, unsigned Line) {
    JSON.attribute("file", toUTF8(File));
    JSON.attribute("line", Line);
  };
  JSON.attributeArray("missing_headers", [&] {
    for (const MissingHeader &Header : Guesses->MissingHeaders)
      JSON.object([&] {
        JSON.attribute("name", toUTF8(Header.Name));
        WritePlace(Header.File, Header.Line);
      });
  });
  JSON.attributeArray("names", [&] {
    for (const GuessedName &Name : Guesses->Names)
      JSON.object([&] {
        JSON.attribute("name", toUTF8(Name.Name));
        JSON.attribute("kind", Name.Kind);
        WritePlace(Name.File, Name.Line);
      });
  });
  JSON.attributeArray("mended", [&] {
    for (const MendedPlace &Place : Guesses->Mended)
      JSON.object([&] {
        JSON.attribute("kind", getMendName(Place.Kind));
        JSON.attribute("function", Place.Function
                                       ? toUTF8(getFunctionName(
                                             Place.Function, Index.getRoles()))
                                       : std::string());
        JSON.attribute("text", toUTF8(Place.Text));
        writePlace(Place.Location);
      });
  });
  JSON.attributeArray("lost_functions", [&] {
    for (const LostFunction &Lost : Guesses->LostFunctions)
      JSON.object([&] {
        JSON.attribute("name", toUTF8(Lost.getName()));
        writePlace(Lost.Location);
      });
  });
  JSON.attribute("error_count", Guesses->ObjectionCount);
  JSON.attributeArray("errors", [&] {
    for (const Objection &What : Guesses->Objections)
      JSON.object([&] {
        JSON.attribute("message", toUTF8(What.Message));
        WritePlace(What.File, What.Line);
      });
  });
}

/// The column as SARIF counts it: in characters, not in bytes. From 1.
unsigned FactsWriter::getColumn(SourceLocation Location) const {
  unsigned Bytes = Sources.getExpansionColumnNumber(Location) - 1;
  const char *End = Sources.getCharacterData(Sources.getExpansionLoc(Location));
  return 1 + std::count_if(End - Bytes, End, [](char Byte) {
           return (static_cast<unsigned char>(Byte) & 0xC0) != 0x80;
         });
}

/// What the hint puts in place of the text between two places, the second of
/// which is behind it.
void FactsWriter::writeFix(const FixItHint &Hint) {
  CharSourceRange Range =
      Lexer::makeFileCharRange(Hint.RemoveRange, Sources, Options);
  if (Range.isInvalid())
    return;
  JSON.object([&] {
    JSON.attribute("start_line",
                   Sources.getExpansionLineNumber(Range.getBegin()));
    JSON.attribute("start_column", getColumn(Range.getBegin()));
    JSON.attribute("end_line", Sources.getExpansionLineNumber(Range.getEnd()));
    JSON.attribute("end_column", getColumn(Range.getEnd()));
    JSON.attribute("text", toUTF8(Hint.CodeToInsert));
  });
}

void FactsWriter::writeReports() {
  JSON.attributeArray("reports", [&] {
    for (const ReportFacts &R : Reports.getFacts())
      JSON.object([&] {
        JSON.attribute("rule", kmdf_get_rule(R.Rule)->name);
        JSON.attribute("function", toUTF8(R.FunctionName));
        JSON.attribute("message", toUTF8(R.Message));
        writePlace(R.Location);
        JSON.attribute("column", getColumn(R.Location));
        JSON.attribute("suppressed", R.IsSuppressed);
        JSON.attribute("reason", toUTF8(R.Reason));
        JSON.attributeArray("fixes", [&] {
          for (const FixItHint &Hint : R.Fixes)
            writeFix(Hint);
        });
      });
  });
}

/// Comments that are meant to silence reports and do not.
void FactsWriter::writeProblems(llvm::ArrayRef<SilencingProblem> Problems) {
  JSON.attributeArray("silencing_problems", [&] {
    for (const SilencingProblem &Problem : Problems)
      JSON.object([&] {
        JSON.attribute("message", toUTF8(Problem.Message));
        writePlace(Problem.Location);
      });
  });
}

void FactsWriter::write(llvm::ArrayRef<SilencingProblem> Problems) {
  JSON.object([&] {
    JSON.attribute("version", 1);
    JSON.attribute("clang", CLANG_VERSION_STRING);
    writeRules();
    writeCallbacks();
    writeOtherFunctions();
    writeLockCalls();
    writeDefects();
    writeReports();
    writeProblems(Problems);
    if (Guesses)
      JSON.attributeObject("guesses", [&] { writeGuesses(); });
  });
}

void kmdf::writeFacts(llvm::StringRef Path, const ASTContext &Context,
                      const UnitIndex &Index, const Verdicts &Results,
                      const LockReports &Reports,
                      llvm::ArrayRef<SilencingProblem> Problems) {
  std::error_code Error;
  llvm::raw_fd_ostream OS(Path, Error, llvm::sys::fs::OF_Text);
  if (Error) {
    llvm::errs() << "kmdf: cannot write " << Path << ": " << Error.message()
                 << '\n';
    return;
  }
  FactsWriter(OS, Context, Index, Results, Reports).write(Problems);
}
