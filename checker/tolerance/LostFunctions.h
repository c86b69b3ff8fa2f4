//===-- LostFunctions.h - Functions that the compiler gave up ---*- C++ -*-===//
//
// Part of the KMDF checkers, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Where a declaration makes no sense, or a brace is missing, the compiler skips
// whole functions, and the AST has no trace of them. They are found by reading
// the file's tokens once more: a body that no function of the AST has. What
// they do to locks is not known.
//
//===----------------------------------------------------------------------===//

#ifndef KMDF_TOLERANCE_LOSTFUNCTIONS_H
#define KMDF_TOLERANCE_LOSTFUNCTIONS_H

#include "ddis.h"

#include "clang/AST/ASTContext.h"
#include "clang/Basic/SourceLocation.h"
#include "llvm/ADT/StringSet.h"

#include <string>
#include <vector>

namespace kmdf {

struct LostFunction {
  /// Of its opening brace.
  clang::SourceLocation Location;
  /// The names before it that may be its own: `ANNOTATION(x) VOID Name(VOID)`
  /// has two.
  std::vector<std::string> Names;
  /// The lock DDIs that it calls.
  std::vector<std::pair<const kmdf_ddi *, clang::SourceLocation>> Calls;

  /// What the user knows it by; empty if it has no name.
  std::string getName() const { return Names.empty() ? "" : Names.back(); }
};

/// What is known of a source when its lost functions are looked for.
struct ParsedParts {
  /// Where the compiler found errors outside of functions. Only files with one
  /// can have lost functions.
  std::vector<clang::SourceLocation> Objections;
  /// The opening braces of functions that stand in another, for that lacks one
  /// of its own.
  std::vector<clang::SourceLocation> InnerBodies;
  /// The bodies that functions of the AST have.
  std::vector<clang::SourceRange> Bodies;
  /// The names of functions whose bodies the compiler puts off.
  llvm::StringSet<> Delayed;
  /// What the preprocessor left out.
  std::vector<clang::SourceRange> Skipped;
};

/// All locations in \p Parts are of files.
std::vector<LostFunction> findLostFunctions(const clang::ASTContext &Context,
                                            const ParsedParts &Parts);

} // namespace kmdf

#endif // KMDF_TOLERANCE_LOSTFUNCTIONS_H
