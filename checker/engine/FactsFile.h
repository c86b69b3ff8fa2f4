//===-- FactsFile.h - What the plugin tells kmdf-scan -----------*- C++ -*-===//
//
// Part of the KMDF checkers, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Verdicts are not diagnostics, so clang has no place for them: the plugin
// writes them to a file of their own, one for each translation unit, as JSON.
//
//===----------------------------------------------------------------------===//

#ifndef KMDF_ENGINE_FACTSFILE_H
#define KMDF_ENGINE_FACTSFILE_H

#include "LockReports.h"
#include "UnitIndex.h"
#include "Verdicts.h"

namespace kmdf {

/// Writes callbacks with their verdicts for the rules that are on, lock calls,
/// defects and the \p Problems of comments to \p Path. Says so on the error
/// stream if it cannot.
void writeFacts(llvm::StringRef Path, const clang::ASTContext &Context,
                const UnitIndex &Index, const Verdicts &Results,
                const LockReports &Reports,
                llvm::ArrayRef<SilencingProblem> Problems);

} // namespace kmdf

#endif // KMDF_ENGINE_FACTSFILE_H
