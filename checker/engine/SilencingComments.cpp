//===-- SilencingComments.cpp - Reports that the source silences *- C++ -*-===//
//
// Part of the KMDF checkers, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "SilencingComments.h"

#include "prefast.h"

#include "clang/Lex/Lexer.h"
#include "llvm/ADT/SmallVector.h"

using namespace clang;
using namespace kmdf;

static constexpr llvm::StringLiteral Mark = "kmdf-suppress";

/// Reads one file, token by token.
class SilencingComments::Reader {
public:
  Reader(FileNotes &Notes, FileID File, const SourceManager &Sources,
         const LangOptions &Options)
      : Notes(Notes), Sources(Sources), Text(Sources.getBufferData(File)),
        Tokens(Sources.getLocForStartOfFile(File), Options, Text.begin(),
               Text.begin(), Text.end()) {
    Tokens.SetCommentRetentionState(true);
  }

  void run();

private:
  using Silenced = std::pair<kmdf_rule, std::string>;

  unsigned lineOf(SourceLocation Location) const {
    return Sources.getSpellingLineNumber(Location);
  }
  llvm::StringRef textOf(const Token &T) const {
    return Text.substr(Sources.getFileOffset(T.getLocation()), T.getLength());
  }
  void readCode(const Token &Code);
  void readComment(const Token &Comment);
  void readDirective(llvm::ArrayRef<Token> Directive);
  void add(unsigned Line, Silenced What) {
    Notes.Reasons.emplace(std::make_pair(Line, What.first),
                          std::move(What.second));
  }
  void complain(const Token &At, std::string Message) {
    Notes.Problems.push_back({At.getLocation(), std::move(Message)});
  }

  FileNotes &Notes;
  const SourceManager &Sources;
  llvm::StringRef Text;
  Lexer Tokens;
  /// The line on which the last token of code ends.
  unsigned CodeLine = 0;
  /// The line on which the last statement begins, or what looks like one: it
  /// ends with a semicolon or a brace.
  unsigned StatementLine = 0;
  bool IsStatementOver = true;
  /// What is silenced on the lines of that statement that are still to come,
  /// and what waits for the next token of code.
  llvm::SmallVector<Silenced, 2> AboutStatement;
  llvm::SmallVector<Silenced, 2> Waiting;
};

void SilencingComments::Reader::run() {
  llvm::SmallVector<Token, 16> Directive;
  bool IsAtEnd = false;
  while (!IsAtEnd) {
    Token Next;
    IsAtEnd = Tokens.LexFromRawLexer(Next);
    if (!Directive.empty() && !Next.isAtStartOfLine() && !IsAtEnd) {
      Directive.push_back(Next);
      continue;
    }
    readDirective(Directive);
    Directive.clear();
    if (IsAtEnd)
      break;
    if (Next.is(tok::comment)) {
      readComment(Next);
    } else if (Next.is(tok::hash) && Next.isAtStartOfLine()) {
      Directive.push_back(Next);
    } else {
      readCode(Next);
    }
  }
}

void SilencingComments::Reader::readCode(const Token &Code) {
  unsigned Line = lineOf(Code.getLocation());
  if (IsStatementOver) {
    StatementLine = Line;
    AboutStatement.clear();
  }
  AboutStatement.append(Waiting);
  Waiting.clear();
  for (const Silenced &What : AboutStatement)
    add(Line, What);
  IsStatementOver = Code.isOneOf(tok::semi, tok::l_brace, tok::r_brace);
  CodeLine = lineOf(Code.getEndLoc());
}

static std::string listRules() {
  std::string List;
  for (unsigned I = 0; I < KMDF_RULE_COUNT; ++I)
    List += (I ? ", " : "") +
            std::string(kmdf_get_rule(static_cast<kmdf_rule>(I))->name);
  return List;
}

/// The rule called \p Name, with or without the package's name; KMDF_RULE_COUNT
/// if there is none.
static kmdf_rule findRule(llvm::StringRef Name) {
  for (unsigned I = 0; I < KMDF_RULE_COUNT; ++I) {
    llvm::StringRef Full = kmdf_get_rule(static_cast<kmdf_rule>(I))->name;
    if (Name == Full || Name == Full.split('.').second)
      return static_cast<kmdf_rule>(I);
  }
  return KMDF_RULE_COUNT;
}

void SilencingComments::Reader::readComment(const Token &Comment) {
  llvm::StringRef What = textOf(Comment).drop_front(2).ltrim("/*! \t\r\n");
  if (!What.consume_front(Mark) ||
      (!What.empty() && llvm::StringRef(" \t:\r\n*").find(What.front()) ==
                            llvm::StringRef::npos))
    return;
  if (textOf(Comment).substr(0, 2) == "/*")
    What = What.drop_back(std::min<size_t>(2, What.size()));
  auto [Names, Reason] = What.split(':');
  Names = Names.trim();
  Reason = Reason.trim();
  if (Names.empty() || Reason.empty()) {
    complain(Comment,
             (Mark + " has no " +
              (Names.empty() ? llvm::StringRef("rule") : "reason") +
              " and silences nothing; write '// " + Mark + " " +
              (Names.empty() ? llvm::StringRef("RULE") : Names) + ": REASON'")
                 .str());
    return;
  }
  bool IsBesideCode = lineOf(Comment.getLocation()) == CodeLine;
  llvm::SmallVector<llvm::StringRef, 2> List;
  Names.split(List, ',');
  for (llvm::StringRef Name : List) {
    kmdf_rule Rule = findRule(Name.trim());
    if (Rule == KMDF_RULE_COUNT)
      complain(Comment, "there is no rule '" + Name.trim().str() +
                            "' to silence; the rules are " + listRules());
    else if (IsBesideCode)
      for (unsigned Line = StatementLine; Line <= CodeLine; ++Line)
        add(Line, {Rule, Reason.str()});
    else
      Waiting.push_back({Rule, Reason.str()});
  }
}

/// Takes `#pragma warning(suppress: N ...)`, which is about the next line of
/// code.
void SilencingComments::Reader::readDirective(llvm::ArrayRef<Token> Directive) {
  static constexpr llvm::StringLiteral Start[] = {"#", "pragma",   "warning",
                                                  "(", "suppress", ":"};
  constexpr size_t Length = std::size(Start);
  if (Directive.size() <= Length)
    return;
  for (size_t I = 0; I < Length; ++I)
    if (textOf(Directive[I]) != Start[I])
      return;
  for (const Token &T : Directive.drop_front(Length)) {
    unsigned Number;
    if (textOf(T).getAsInteger(10, Number))
      continue;
    kmdf_rule Rule = kmdf_rule_of_warning(Number);
    if (Rule != KMDF_RULE_COUNT)
      Waiting.push_back(
          {Rule,
           ("#pragma warning(suppress: " + llvm::Twine(Number) + ")").str()});
  }
}

const SilencingComments::FileNotes &
SilencingComments::read(FileID File, const SourceManager &Sources,
                        const LangOptions &Options) {
  auto [Entry, IsNew] = Files.try_emplace(File);
  if (IsNew) {
    llvm::StringRef Text = Sources.getBufferData(File);
    // What silences anything has this in it.
    if (Text.contains("suppress"))
      Reader(Entry->second, File, Sources, Options).run();
  }
  return Entry->second;
}

std::optional<std::string> SilencingComments::find(kmdf_rule Rule,
                                                   SourceLocation Location,
                                                   const SourceManager &Sources,
                                                   const LangOptions &Options) {
  auto [File, Offset] = Sources.getDecomposedExpansionLoc(Location);
  if (File.isInvalid())
    return std::nullopt;
  const FileNotes &Notes = read(File, Sources, Options);
  auto Found = Notes.Reasons.find({Sources.getLineNumber(File, Offset), Rule});
  if (Found == Notes.Reasons.end())
    return std::nullopt;
  return Found->second;
}

std::vector<SilencingProblem>
SilencingComments::findProblems(const SourceManager &Sources,
                                const LangOptions &Options) {
  std::vector<SilencingProblem> Problems;
  for (unsigned I = 1, N = Sources.local_sloc_entry_size(); I < N; ++I) {
    const SrcMgr::SLocEntry &Entry = Sources.getLocalSLocEntry(I);
    if (!Entry.isFile() || isSystem(Entry.getFile().getFileCharacteristic()))
      continue;
    FileID File = Sources.getFileID(
        SourceLocation::getFromRawEncoding(Entry.getOffset()));
    // Most files have none.
    if (!Sources.getBufferData(File).contains(Mark))
      continue;
    const FileNotes &Notes = read(File, Sources, Options);
    Problems.insert(Problems.end(), Notes.Problems.begin(),
                    Notes.Problems.end());
  }
  return Problems;
}
