//===-- MendedCode.h - Broken expressions become unknown values -*- C++ -*-===//
//
// Part of the KMDF checkers, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Where an expression makes no sense to the compiler the analyzer's paths end.
// Its smallest part that makes none is replaced by an unknown value: a call of
// a function that is nowhere, changes nothing and may return anything. What is
// whole around it stays what it is: in WdfWaitLockAcquire(broken->Lock, NULL)
// only the handle is unknown.
//
//===----------------------------------------------------------------------===//

#ifndef KMDF_TOLERANCE_MENDEDCODE_H
#define KMDF_TOLERANCE_MENDEDCODE_H

#include "LostFunctions.h"

#include "clang/AST/ASTContext.h"
#include "clang/Sema/Sema.h"

#include <string>
#include <vector>

namespace kmdf {

enum class MendKind {
  Value,   ///< an expression that does nothing to locks
  Handle,  ///< a lock's handle: what is spelt alike in a function is one lock
  MayLock, ///< an expression that may acquire or release
  Lost     ///< a statement that is left out
};

struct MendedPlace {
  MendKind Kind;
  const clang::FunctionDecl *Function;
  clang::SourceLocation Location;
  std::string Text; ///< what stands there
};

/// Mends all functions, in place. Of \p Parts takes the objections to what is
/// in a function, and adds the functions' bodies.
std::vector<MendedPlace> mendCode(clang::ASTContext &Context, clang::Sema &S,
                                  ParsedParts &Parts);

} // namespace kmdf

#endif // KMDF_TOLERANCE_MENDEDCODE_H
