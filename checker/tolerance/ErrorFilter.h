//===-- ErrorFilter.h - Errors that nobody gets to see ----------*- C++ -*-===//
//
// Part of the KMDF checkers, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef KMDF_TOLERANCE_ERRORFILTER_H
#define KMDF_TOLERANCE_ERRORFILTER_H

#include "UnitGuesses.h"

#include "clang/Basic/Diagnostic.h"

#include <memory>
#include <vector>

namespace kmdf {

/// Keeps errors from the user, who gets what was guessed instead.
class ErrorFilter : public clang::DiagnosticConsumer {
public:
  ErrorFilter(std::unique_ptr<clang::DiagnosticConsumer> Owned,
              clang::DiagnosticConsumer &Next)
      : Owned(std::move(Owned)), Next(Next) {}

  void HandleDiagnostic(clang::DiagnosticsEngine::Level Level,
                        const clang::Diagnostic &Info) override;
  void BeginSourceFile(const clang::LangOptions &Options,
                       const clang::Preprocessor *PP) override {
    Next.BeginSourceFile(Options, PP);
  }
  void EndSourceFile() override { Next.EndSourceFile(); }
  void finish() override { Next.finish(); }
  bool IncludeInDiagnosticCounts() const override {
    return Next.IncludeInDiagnosticCounts();
  }

  /// Lets everything through from now on.
  void open() { IsOpen = true; }

  /// Where the compiler found errors: all of them, and those that are a
  /// function in another one.
  const std::vector<clang::SourceLocation> &getPlaces() const { return Places; }
  const std::vector<clang::SourceLocation> &getInnerBodies() const {
    return InnerBodies;
  }
  const std::vector<Objection> &getObjections() const { return Objections; }

private:
  std::unique_ptr<clang::DiagnosticConsumer> Owned;
  clang::DiagnosticConsumer &Next;
  bool IsOpen = false;
  bool IsDropping = false;
  std::vector<clang::SourceLocation> Places;
  std::vector<clang::SourceLocation> InnerBodies;
  std::vector<Objection> Objections;
};

} // namespace kmdf

#endif // KMDF_TOLERANCE_ERRORFILTER_H
