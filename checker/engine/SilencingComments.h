//===-- SilencingComments.h - Reports that the source silences --*- C++ -*-===//
//
// Part of the KMDF checkers, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// What a driver's text says of reports on one of its lines:
//
//   // kmdf-suppress kmdf.WdfWaitlockRelease: the caller releases it
//   #pragma warning(suppress: 26165)
//
// beside the statement, for the comment, or in front of it. The numbers are
// those of Visual C++'s code analysis that ask for the same as a rule
// (prefast.h).
//
//===----------------------------------------------------------------------===//

#ifndef KMDF_ENGINE_SILENCINGCOMMENTS_H
#define KMDF_ENGINE_SILENCINGCOMMENTS_H

#include "rules.h"

#include "clang/Basic/LangOptions.h"
#include "clang/Basic/SourceManager.h"
#include "llvm/ADT/DenseMap.h"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace kmdf {

/// A comment that is meant to silence a report and does not.
struct SilencingProblem {
  clang::SourceLocation Location;
  std::string Message;
};

class SilencingComments {
public:
  /// The reason that the source gives for silencing \p Rule on the line of
  /// \p Location, in words; nothing if it does not silence it there.
  std::optional<std::string> find(kmdf_rule Rule,
                                  clang::SourceLocation Location,
                                  const clang::SourceManager &Sources,
                                  const clang::LangOptions &Options);

  /// The problems in all files but those of the system.
  std::vector<SilencingProblem>
  findProblems(const clang::SourceManager &Sources,
               const clang::LangOptions &Options);

private:
  struct FileNotes {
    /// The reason, by the line and the rule.
    std::map<std::pair<unsigned, kmdf_rule>, std::string> Reasons;
    std::vector<SilencingProblem> Problems;
  };
  class Reader;

  const FileNotes &read(clang::FileID File, const clang::SourceManager &Sources,
                        const clang::LangOptions &Options);

  llvm::DenseMap<clang::FileID, FileNotes> Files;
};

} // namespace kmdf

#endif // KMDF_ENGINE_SILENCINGCOMMENTS_H
