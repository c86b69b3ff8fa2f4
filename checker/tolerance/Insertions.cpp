//===-- Insertions.cpp - Text put in between declarations -------*- C++ -*-===//
//
// Part of the KMDF checkers, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Insertions.h"

#include "clang/Basic/SourceManager.h"
#include "clang/Lex/Lexer.h"
#include "clang/Lex/Preprocessor.h"
#include "llvm/Support/MemoryBuffer.h"

using namespace clang;
using namespace kmdf;

const llvm::StringLiteral kmdf::GuessesName = "<guessed>";

static bool isGuesses(FileID File, const SourceManager &Sources) {
  return File.isValid() &&
         Sources.getBufferOrFake(File).getBufferIdentifier() == GuessesName;
}

bool kmdf::isInGuesses(SourceLocation Location, const SourceManager &Sources) {
  return Location.isValid() &&
         isGuesses(Sources.getFileID(Sources.getExpansionLoc(Location)),
                   Sources);
}

InsertionCallbacks::InsertionCallbacks(
    Preprocessor &PP, const Insertions &Texts,
    std::function<void(const InsertionPoint &)> OnPoint,
    std::function<void(MissingHeader)> OnMissing)
    : HeaderCallbacks(PP), PP(PP), Texts(Texts), OnPoint(std::move(OnPoint)),
      OnMissing(std::move(OnMissing)) {}

void InsertionCallbacks::headerNotFound(StringRef FileName) {
  // The directive has been read to its end.
  auto *Includer = static_cast<Lexer *>(PP.getCurrentFileLexer());
  SourceLocation Behind = Includer->getSourceLocation();
  if (OnMissing) {
    MissingHeader Header{FileName.str(), "", 0};
    PresumedLoc Place =
        PP.getSourceManager().getPresumedLoc(Behind.getLocWithOffset(-1));
    if (Place.isValid()) {
      Header.File = Place.getFilename();
      Header.Line = Place.getLine();
    }
    OnMissing(std::move(Header));
  }
  pass("without", FileName, Behind);
}

void InsertionCallbacks::FileChanged(SourceLocation Location,
                                     FileChangeReason Reason,
                                     SrcMgr::CharacteristicKind,
                                     FileID PreviousFile) {
  const SourceManager &Sources = PP.getSourceManager();
  if (Reason != EnterFile && Reason != ExitFile)
    return;
  FileID File =
      Reason == EnterFile ? Sources.getFileID(Location) : PreviousFile;
  if (!File.isValid() || isGuesses(File, Sources))
    return;
  pass(Reason == EnterFile ? "before" : "after",
       Sources.getBufferOrFake(File).getBufferIdentifier(), Location);
}

const InsertionPoint *InsertionCallbacks::getPoint(FileID File) const {
  auto Found = PointOf.find(File);
  return Found == PointOf.end() ? nullptr : &Found->second;
}

void InsertionCallbacks::pass(StringRef How, StringRef Name,
                              SourceLocation Location) {
  InsertionPoint Point = (How + " " + Name).str();
  Point += " " + std::to_string(++Visits[Point]);
  if (OnPoint)
    OnPoint(Point);
  auto Found = Texts.find(Point);
  if (Found == Texts.end())
    return;
  SourceManager &Sources = PP.getSourceManager();
  FileID Text = Sources.createFileID(
      llvm::MemoryBuffer::getMemBuffer(Found->second, GuessesName),
      SrcMgr::C_User, 0, 0, Location);
  PointOf[Text] = Point;
  // What is entered last is read first.
  PP.EnterSourceFile(Text, nullptr, SourceLocation());
}
