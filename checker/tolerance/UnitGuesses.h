//===-- UnitGuesses.h - What was guessed of a translation unit --*- C++ -*-===//
//
// Part of the KMDF checkers, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// What the engine takes over from the tolerant mode, besides an AST without
// holes: what is listed for the user, and what a verdict must not rest on.
//
// Harmless for locks, so that a callback can pass all the same:
//  - headers that are missing and names that are declared nowhere: types,
//    members, values, annotations, and functions whose name does not say that
//    they lock, for these are what functions without a body always were;
//  - calls of tracers;
//  - expressions that became unknown values.
// Not harmless, so that the callback's verdict is inconclusive:
//  - a lock whose handle is a guess (MendKind::Handle, or a guessed name):
//    what is spelt alike is taken for one lock, but nothing is reported of it;
//  - an expression that may lock, and a statement that is lost
//    (MendKind::MayLock, MendKind::Lost): nothing is known of locks after it;
//  - a call of a function that is lost (LostFunctions.h), and a callback that
//  is;
//  - a macro that may leave its function while a lock is held, by its name.
// A path that takes an unknown condition in two ways, or leaves through a macro
// that only its name explains, is not reported either.
//
//===----------------------------------------------------------------------===//

#ifndef KMDF_TOLERANCE_UNITGUESSES_H
#define KMDF_TOLERANCE_UNITGUESSES_H

#include "Guesses.h"
#include "Insertions.h"
#include "LostFunctions.h"
#include "MendedCode.h"

#include <string>
#include <vector>

namespace kmdf {

/// An error that the compiler would have ended with.
struct Objection {
  std::string Message;
  std::string File;
  unsigned Line;
};

struct GuessedName {
  std::string Name;
  llvm::StringRef Kind;
  std::string File;
  unsigned Line;
};

struct UnitGuesses {
  std::vector<MissingHeader> MissingHeaders;
  std::vector<GuessedName> Names;
  std::vector<MendedPlace> Mended;
  std::vector<LostFunction> LostFunctions;
  /// The first of them, and how many there were in all.
  std::vector<Objection> Objections;
  unsigned ObjectionCount = 0;

  bool empty() const {
    return MissingHeaders.empty() && Names.empty() && Mended.empty() &&
           LostFunctions.empty() && ObjectionCount == 0;
  }
};

/// The lost function that \p Function may be; null if it is in the AST, or in
/// no source that is known.
const LostFunction *findLost(const clang::FunctionDecl *Function);

/// From now on \p Guesses are what findGuesses() finds for \p Context; with
/// null nothing is. They must live until then.
void setGuesses(const clang::ASTContext &Context, const UnitGuesses *Guesses);

/// What was guessed of the unit that \p Context is of; null if the tolerant
/// mode is off.
const UnitGuesses *findGuesses(const clang::ASTContext &Context);

} // namespace kmdf

#endif // KMDF_TOLERANCE_UNITGUESSES_H
