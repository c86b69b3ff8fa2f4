//===-- NameUses.h - What uses tell of guessed names ------------*- C++ -*-===//
//
// Part of the KMDF checkers, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// What is guessed of a name is seen to be right or wrong where it is used: a
// number that is assigned to a PDEVICE_CONTEXT is none.
//
//===----------------------------------------------------------------------===//

#ifndef KMDF_TOLERANCE_NAMEUSES_H
#define KMDF_TOLERANCE_NAMEUSES_H

#include "Guesses.h"
#include "TokenLog.h"

#include "clang/AST/ASTContext.h"

namespace kmdf {

/// Walks the functions of \p Context and tells \p Names what it finds.
void collectUses(clang::ASTContext &Context, const TokenLog &Tokens,
                 Guesses &Names);

/// The need for a name at \p Location.
Need makeNeed(clang::SourceLocation Location, TokenLog::Index I,
              const TokenLog &Tokens, const clang::SourceManager &Sources);

} // namespace kmdf

#endif // KMDF_TOLERANCE_NAMEUSES_H
