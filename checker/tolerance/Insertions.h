//===-- Insertions.h - Text put in between declarations ---------*- C++ -*-===//
//
// Part of the KMDF checkers, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// What is guessed of a name has to be declared before its first use, yet after
// what its own declaration needs. The places where the preprocessor goes from
// one file to another are fine enough for that: before and behind each file,
// and where a header is missing. At these, text can be handed to the
// preprocessor without a change to any file, so that places in the source stay
// what they are.
//
//===----------------------------------------------------------------------===//

#ifndef KMDF_TOLERANCE_INSERTIONS_H
#define KMDF_TOLERANCE_INSERTIONS_H

#include "Compat.h"

#include "llvm/ADT/DenseMap.h"
#include "llvm/ADT/StringMap.h"

#include <functional>
#include <string>
#include <vector>

namespace clang {
class Preprocessor;
}

namespace kmdf {

/// What the text that is put in is called where a file's name is asked for.
extern const llvm::StringLiteral GuessesName;

/// Whether \p Location is in text that was put in.
bool isInGuesses(clang::SourceLocation Location,
                 const clang::SourceManager &Sources);

/// A place between two files. It has the same name in each parse of a source
/// that comes by it.
using InsertionPoint = std::string;

/// The text to put in at each place.
using Insertions = llvm::StringMap<std::string>;

/// A header that was included and is nowhere.
struct MissingHeader {
  std::string Name;
  std::string File;
  unsigned Line;
};

/// Skips headers that are missing, and puts text in.
class InsertionCallbacks : public HeaderCallbacks {
public:
  /// \p OnPoint is called at each place, \p OnMissing for each header; either
  /// may be null. \p Texts must outlive the parse.
  InsertionCallbacks(clang::Preprocessor &PP, const Insertions &Texts,
                     std::function<void(const InsertionPoint &)> OnPoint,
                     std::function<void(MissingHeader)> OnMissing);

  void headerNotFound(clang::StringRef FileName) override;
  void FileChanged(clang::SourceLocation Location, FileChangeReason Reason,
                   clang::SrcMgr::CharacteristicKind FileType,
                   clang::FileID PreviousFile) override;

  void SourceRangeSkipped(clang::SourceRange Range,
                          clang::SourceLocation) override {
    Skipped.push_back(Range);
  }

  /// What conditional directives have left out so far.
  const std::vector<clang::SourceRange> &getSkipped() const { return Skipped; }

  /// Where the text that \p File has was put in; null if it is another file.
  const InsertionPoint *getPoint(clang::FileID File) const;

private:
  void pass(llvm::StringRef How, llvm::StringRef Name,
            clang::SourceLocation Location);

  clang::Preprocessor &PP;
  const Insertions &Texts;
  std::function<void(const InsertionPoint &)> OnPoint;
  std::function<void(MissingHeader)> OnMissing;
  /// How often each place was come to.
  llvm::StringMap<unsigned> Visits;
  llvm::DenseMap<clang::FileID, InsertionPoint> PointOf;
  std::vector<clang::SourceRange> Skipped;
};

} // namespace kmdf

#endif // KMDF_TOLERANCE_INSERTIONS_H
