//===-- Trial.h - A parse that finds out what is missing --------*- C++ -*-===//
//
// Part of the KMDF checkers, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Parses the source of a compiler instance by itself, with what was guessed so
// far, and makes the guesses better by what the compiler still objects to.
//
//===----------------------------------------------------------------------===//

#ifndef KMDF_TOLERANCE_TRIAL_H
#define KMDF_TOLERANCE_TRIAL_H

#include "Guesses.h"

#include "clang/Frontend/CompilerInstance.h"

namespace kmdf {

/// Parses \p File as \p Compiler will. Nothing is written anywhere.
void runTrial(clang::CompilerInstance &Compiler,
              const clang::FrontendInputFile &File, Guesses &Names);

/// Switches off, for guesses would be led astray, what the compiler itself
/// guesses, and turns on what keeps the AST of broken code.
void prepareForBrokenCode(clang::LangOptions &Options);

} // namespace kmdf

#endif // KMDF_TOLERANCE_TRIAL_H
