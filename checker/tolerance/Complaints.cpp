//===-- Complaints.cpp - What the compiler objects to -----------*- C++ -*-===//
//
// Part of the KMDF checkers, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Complaints.h"

using namespace clang;
using namespace kmdf;

/// Adds the types that a diagnostic speaks of to \p Types.
static void addTypes(const Diagnostic &Info,
                     llvm::SmallVectorImpl<QualType> &Types) {
  for (unsigned I = 0; I < Info.getNumArgs(); ++I) {
    if (Info.getArgKind(I) != DiagnosticsEngine::ak_qualtype)
      continue;
    QualType T =
        QualType::getFromOpaquePtr(reinterpret_cast<void *>(Info.getRawArg(I)));
    if (!T.isNull())
      Types.push_back(T);
  }
}

void ComplaintCollector::HandleDiagnostic(DiagnosticsEngine::Level Level,
                                          const Diagnostic &Info) {
  if (Level == DiagnosticsEngine::Note && !Complaints.empty()) {
    if (IsLastKept) {
      Complaints.back().Notes.push_back(Info.getLocation());
      addTypes(Info, Complaints.back().Types);
    }
    return;
  }
  IsLastKept = Level >= DiagnosticsEngine::Error;
  if (!IsLastKept)
    return;
  Complaint New;
  New.ID = Info.getID();
  New.Location = Info.getLocation();
  addTypes(Info, New.Types);
  for (unsigned I = 0; I < Info.getNumArgs(); ++I)
    if (Info.getArgKind(I) == DiagnosticsEngine::ak_declcontext)
      New.Owner = reinterpret_cast<const DeclContext *>(Info.getRawArg(I));
  Complaints.push_back(std::move(New));
}
