//===-- RoleDeclarations.h - Declarations that are missing ------*- C++ -*-===//
//
// Part of the KMDF checkers, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// How a callback would be declared with its role type, and where: in the file
// that defines it, in front of its first declaration there.
//
//===----------------------------------------------------------------------===//

#ifndef KMDF_ENGINE_ROLEDECLARATIONS_H
#define KMDF_ENGINE_ROLEDECLARATIONS_H

#include "role_types.h"

#include "clang/AST/Decl.h"

#include <string>

namespace kmdf {

struct RoleDeclaration {
  /// Without a line break.
  std::string Text;
  /// The line, from 1, of the definition's file in front of which it belongs.
  unsigned Line = 0;
  /// Why it cannot be added as it is; empty if it can.
  std::string Problem;
};

/// The declaration that gives the function of \p Definition the type \p Role.
/// \p Type declares that type; where it is null it is looked up, which in C
/// reads all that a precompiled header has.
RoleDeclaration declareWithRole(const clang::FunctionDecl *Definition,
                                const kmdf_role_type &Role,
                                const clang::TypedefNameDecl *Type);

} // namespace kmdf

#endif // KMDF_ENGINE_ROLEDECLARATIONS_H
