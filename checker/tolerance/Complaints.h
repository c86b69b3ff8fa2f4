//===-- Complaints.h - What the compiler objects to -------------*- C++ -*-===//
//
// Part of the KMDF checkers, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef KMDF_TOLERANCE_COMPLAINTS_H
#define KMDF_TOLERANCE_COMPLAINTS_H

#include "clang/AST/DeclBase.h"
#include "clang/AST/Type.h"
#include "clang/Basic/Diagnostic.h"

#include <vector>

namespace kmdf {

/// What the compiler objected to.
struct Complaint {
  unsigned ID;
  clang::SourceLocation Location;
  llvm::SmallVector<clang::QualType, 2> Types;
  const clang::DeclContext *Owner = nullptr;
  /// What a note then pointed at.
  llvm::SmallVector<clang::SourceLocation, 1> Notes;
};

/// Keeps the errors of one parse, with what their texts speak of.
class ComplaintCollector : public clang::DiagnosticConsumer {
public:
  void HandleDiagnostic(clang::DiagnosticsEngine::Level Level,
                        const clang::Diagnostic &Info) override;

  // The AST that the types are of is gone when this is asked for more.
  std::vector<Complaint> Complaints;

private:
  bool IsLastKept = false;
};

} // namespace kmdf

#endif // KMDF_TOLERANCE_COMPLAINTS_H
