//===-- ErrorFilter.cpp - Errors that nobody gets to see --------*- C++ -*-===//
//
// Part of the KMDF checkers, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "ErrorFilter.h"

#include "Compat.h"

#include "clang/Basic/DiagnosticParse.h"
#include "clang/Basic/DiagnosticSema.h"
#include "clang/Basic/SourceManager.h"

using namespace clang;
using namespace kmdf;

/// How many errors are kept word for word.
static constexpr unsigned MaxObjections = 20;

/// Whether an error is about what does not matter to the analysis: it changes
/// nothing in the AST.
static bool isBesideThePoint(unsigned ID) {
  switch (ID) {
  case diag::err_mismatched_code_seg_override:
  case diag::err_mismatched_code_seg_base:
  case diag::err_static_assert_failed:
  case diag::err_static_assert_expression_is_not_constant:
    return true;
  default:
    return isAboutAllocText(ID);
  }
}

/// Whether an error is about a precompiled header, which is not the source's.
static bool isOfPrecompiledFile(unsigned ID) {
  return ID >= diag::DIAG_START_SERIALIZATION && ID < diag::DIAG_START_LEX;
}

void ErrorFilter::HandleDiagnostic(DiagnosticsEngine::Level Level,
                                   const Diagnostic &Info) {
  if (Level != DiagnosticsEngine::Note)
    IsDropping = !IsOpen && Level >= DiagnosticsEngine::Error &&
                 !isOfPrecompiledFile(Info.getID());
  if (!IsDropping) {
    DiagnosticConsumer::HandleDiagnostic(Level, Info);
    return Next.HandleDiagnostic(Level, Info);
  }
  if (Level == DiagnosticsEngine::Note || isBesideThePoint(Info.getID()))
    return;
  Places.push_back(Info.getLocation());
  if (Info.getID() == diag::err_function_definition_not_allowed)
    InnerBodies.push_back(Info.getLocation());
  if (Objections.size() == MaxObjections)
    return;
  llvm::SmallString<128> Message;
  Info.FormatDiagnostic(Message);
  Objection New{Message.str().str(), "", 0};
  if (Info.hasSourceManager()) {
    PresumedLoc Place =
        Info.getSourceManager().getPresumedLoc(Info.getLocation());
    if (Place.isValid()) {
      New.File = Place.getFilename();
      New.Line = Place.getLine();
    }
  }
  Objections.push_back(std::move(New));
}
