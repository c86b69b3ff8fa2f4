//===-- TracerNames.h - Functions that only trace ---------------*- C++ -*-===//
//
// Part of the KMDF checkers, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// WPP and mc.exe make functions for tracing while a driver is built. What they
// are called is known without: mc.exe's by their names, WPP's by what the
// driver's sources say to WPP in comments,
//
//   // begin_wpp config
//   // FUNC TraceEvents(LEVEL, FLAGS, MSG, ...);
//   // FUNC TraceError{LEVEL=TRACE_LEVEL_ERROR}(MSG, ...);
//   // end_wpp
//
// as 'WPP Software Tracing' and 'Annotating WPP Config Blocks' in Microsoft's
// driver reference have it.
//
//===----------------------------------------------------------------------===//

#ifndef KMDF_TOLERANCE_TRACERNAMES_H
#define KMDF_TOLERANCE_TRACERNAMES_H

#include "clang/Lex/Preprocessor.h"

#include <functional>
#include <string>

namespace kmdf {

/// Whether a call of \p Name, which is declared nowhere, is WPP's or mc.exe's.
bool isTracerName(llvm::StringRef Name);

/// Calls \p OnName with each function that a comment tells WPP of.
class WppComments : public clang::CommentHandler {
public:
  explicit WppComments(std::function<void(llvm::StringRef)> OnName)
      : OnName(std::move(OnName)) {}

  bool HandleComment(clang::Preprocessor &PP,
                     clang::SourceRange Comment) override;

private:
  std::function<void(llvm::StringRef)> OnName;
  /// A line comment ends where the block that it is in goes on.
  bool IsInConfig = false;
};

} // namespace kmdf

#endif // KMDF_TOLERANCE_TRACERNAMES_H
