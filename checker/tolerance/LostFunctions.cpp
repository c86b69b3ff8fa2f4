//===-- LostFunctions.cpp - Functions that the compiler gave up -*- C++ -*-===//
//
// Part of the KMDF checkers, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "LostFunctions.h"

#include "Insertions.h"

#include "clang/Basic/SourceManager.h"
#include "clang/Lex/Lexer.h"
#include "llvm/ADT/DenseSet.h"
#include "llvm/ADT/STLExtras.h"

using namespace clang;
using namespace kmdf;

namespace {
/// Reads one file.
class FileReader {
public:
  FileReader(FileID File, const ASTContext &Context, const ParsedParts &Parts,
             std::vector<LostFunction> &To)
      : Sources(Context.getSourceManager()), Parts(Parts),
        Raw(File, Sources.getBufferOrFake(File), Sources,
            Context.getLangOpts()),
        To(To) {
    for (SourceLocation Location : Parts.InnerBodies)
      InnerBodies.insert(Location.getRawEncoding());
  }

  void read();

private:
  void take(const Token &T);
  void takeName(const Token &T);
  void open(const Token &Brace);
  void close();
  bool isInside(SourceLocation Location,
                llvm::ArrayRef<SourceRange> Ranges) const;
  bool beginsBody() const;
  void beginDeclaration();

  const SourceManager &Sources;
  const ParsedParts &Parts;
  Lexer Raw;
  std::vector<LostFunction> &To;
  llvm::DenseSet<unsigned> InnerBodies;

  /// Of the declaration that is being read: the names before parentheses, the
  /// word before the last of these, and what came after the last parentheses.
  std::vector<std::string> Heads;
  std::string BeforeHead;
  bool HasParameters = false;
  bool IsTailOfNames = true;
  bool IsRecord = false;

  std::string Word, WordBefore; ///< the last two tokens, if they are names
  unsigned Parens = 0;
  unsigned Braces = 0; ///< that are open in a function's body
  /// The function that is being read if it is lost; else null.
  LostFunction *Lost = nullptr;
};
} // namespace

bool FileReader::isInside(SourceLocation Location,
                          llvm::ArrayRef<SourceRange> Ranges) const {
  return llvm::any_of(Ranges, [&](SourceRange Range) {
    return !Sources.isBeforeInTranslationUnit(Location, Range.getBegin()) &&
           !Sources.isBeforeInTranslationUnit(Range.getEnd(), Location);
  });
}

static bool isRecordKeyword(StringRef Word) {
  return Word == "struct" || Word == "union" || Word == "class" ||
         Word == "enum" || Word == "namespace";
}

void FileReader::beginDeclaration() {
  Heads.clear();
  BeforeHead.clear();
  HasParameters = IsRecord = false;
  IsTailOfNames = true;
  Parens = 0;
}

/// Whether a brace after what was read of the declaration is that of a
/// function.
bool FileReader::beginsBody() const {
  return HasParameters && IsTailOfNames && !IsRecord &&
         !isRecordKeyword(BeforeHead);
}

void FileReader::open(const Token &Brace) {
  SourceLocation Location = Brace.getLocation();
  bool IsInner = InnerBodies.count(Location.getRawEncoding());
  if (IsInner || (!Braces && beginsBody())) {
    bool IsDelayed = llvm::any_of(Heads, [&](const std::string &Name) {
      return Parts.Delayed.count(Name);
    });
    if (IsInner || (!IsDelayed && !isInside(Location, Parts.Bodies))) {
      To.push_back({Location, Heads, {}});
      Lost = &To.back();
    }
    ++Braces;
  } else if (Braces) {
    ++Braces;
  }
  beginDeclaration();
}

void FileReader::close() {
  if (Braces && --Braces == 0)
    Lost = nullptr;
  beginDeclaration();
}

void FileReader::takeName(const Token &T) {
  WordBefore = std::move(Word);
  Word = T.getRawIdentifier().str();
  if (HasParameters && !Parens)
    IsRecord |= isRecordKeyword(Word);
}

void FileReader::take(const Token &T) {
  switch (T.getKind()) {
  case tok::raw_identifier:
    takeName(T);
    return;
  case tok::l_paren:
    if (Lost && !Word.empty())
      if (const kmdf_ddi *Ddi = kmdf_find_ddi(Word.c_str()))
        Lost->Calls.emplace_back(Ddi, T.getLocation());
    if (!Parens++ && !Word.empty()) {
      Heads.push_back(Word);
      BeforeHead = WordBefore;
    }
    break;
  case tok::r_paren:
    if (Parens && --Parens == 0) {
      HasParameters = true;
      IsTailOfNames = true;
    }
    break;
  case tok::l_brace:
    open(T);
    break;
  case tok::r_brace:
    close();
    break;
  case tok::semi:
    beginDeclaration();
    break;
  default:
    if (!Parens)
      IsTailOfNames = false;
    break;
  }
  Word.clear();
  WordBefore.clear();
}

void FileReader::read() {
  Token T;
  bool IsAtEnd = Raw.LexFromRawLexer(T);
  while (!IsAtEnd) {
    if (T.is(tok::hash) && T.isAtStartOfLine()) {
      // A directive, with its continued lines.
      do
        IsAtEnd = Raw.LexFromRawLexer(T);
      while (!IsAtEnd && !T.isAtStartOfLine());
      continue;
    }
    if (!isInside(T.getLocation(), Parts.Skipped))
      take(T);
    IsAtEnd = Raw.LexFromRawLexer(T);
  }
}

std::vector<LostFunction> kmdf::findLostFunctions(const ASTContext &Context,
                                                  const ParsedParts &Parts) {
  const SourceManager &Sources = Context.getSourceManager();
  std::vector<FileID> Files;
  auto AddFiles = [&](const std::vector<SourceLocation> &Locations) {
    for (SourceLocation Location : Locations) {
      FileID File = Sources.getFileID(Location);
      if (!isInGuesses(Location, Sources) &&
          !Sources.isInSystemHeader(Location) &&
          !llvm::is_contained(Files, File))
        Files.push_back(File);
    }
  };
  AddFiles(Parts.Objections);
  AddFiles(Parts.InnerBodies);
  std::vector<LostFunction> Found;
  for (FileID File : Files)
    FileReader(File, Context, Parts, Found).read();
  return Found;
}
