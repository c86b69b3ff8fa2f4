//===-- GuessedPaths.h - What a report must not rest on ---------*- C++ -*-===//
//
// Part of the KMDF checkers, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// In the tolerant mode a path may be one that the driver does not have: through
// a macro that is guessed to return, with two answers to one question, or with
// one that does not fit what the path knows otherwise of the value that it is
// about. Of such a path, and of a lock that is guessed itself, nothing is
// reported.
//
//===----------------------------------------------------------------------===//

#ifndef KMDF_ENGINE_GUESSEDPATHS_H
#define KMDF_ENGINE_GUESSEDPATHS_H

#include "clang/StaticAnalyzer/Core/PathSensitive/ExplodedGraph.h"
#include "clang/StaticAnalyzer/Core/PathSensitive/ProgramState.h"

#include <optional>
#include <string>

namespace kmdf {

/// Why what is found at \p Node, of the lock \p Handle that is called \p Lock,
/// rests on a guess; nothing if it does not.
std::optional<std::string> getGuess(const clang::ento::ExplodedNode *Node,
                                    clang::ento::SymbolRef Handle,
                                    const std::string &Lock);

/// That of the lock called \p Lock, which is guessed.
std::string explainGuessedLock(const std::string &Lock);

} // namespace kmdf

#endif // KMDF_ENGINE_GUESSEDPATHS_H
