//===-- SkippedRelease.h - What made the release not happen -----*- C++ -*-===//
//
// Part of the KMDF checkers, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// For a leak, the note that matters: the last branch on the path from where the
// lock's release could still be reached, had it gone the other way.
//
//===----------------------------------------------------------------------===//

#ifndef KMDF_ENGINE_SKIPPEDRELEASE_H
#define KMDF_ENGINE_SKIPPEDRELEASE_H

#include "UnitIndex.h"

#include "clang/StaticAnalyzer/Core/BugReporter/BugReporterVisitors.h"
#include "clang/StaticAnalyzer/Core/PathSensitive/SymExpr.h"

#include <memory>
#include <string>

namespace kmdf {

/// A visitor that adds the note to a report of a lock, known by \p Handle and
/// called \p LockName, that is left held.
std::unique_ptr<clang::ento::BugReporterVisitor>
makeSkippedReleaseVisitor(clang::ento::SymbolRef Handle,
                          kmdf_lock_family Family, std::string LockName,
                          const UnitIndex &Index);

} // namespace kmdf

#endif // KMDF_ENGINE_SKIPPEDRELEASE_H
