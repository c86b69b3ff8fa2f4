//===-- CallbackRoles.h - Which functions are callbacks ---------*- C++ -*-===//
//
// Part of the KMDF checkers, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A function is an event callback of the framework if it has one of the role
// types of role_types.h. It gets one by its declaration
// (`EVT_WDF_TIMER OnTimer;`), or by where it goes: into a variable, a field, an
// initializer, a parameter or a result of such a type.
//
//===----------------------------------------------------------------------===//

#ifndef KMDF_ENGINE_CALLBACKROLES_H
#define KMDF_ENGINE_CALLBACKROLES_H

#include "role_types.h"

#include "clang/AST/Decl.h"
#include "clang/AST/Expr.h"
#include "llvm/ADT/DenseMap.h"
#include "llvm/ADT/MapVector.h"
#include "llvm/ADT/SmallVector.h"
#include "llvm/ADT/StringMap.h"

namespace kmdf {

/// How a function came to a role.
struct RoleSource {
  const kmdf_role_type *Role;
  /// Where it is declared with the role type, or goes to a place of that type;
  /// invalid if another translation unit says so.
  clang::SourceLocation Location;
};

struct Callback {
  /// The first that it is declared with; the first that it is used in if there
  /// is none.
  const kmdf_role_type *Role;
  /// The role types that declarations have, as Microsoft's analysers want it.
  /// Each role once, as in Uses.
  llvm::SmallVector<RoleSource, 1> Declarations;
  llvm::SmallVector<RoleSource, 1> Uses;

  bool isDeclared() const { return !Declarations.empty(); }
};

/// The callbacks of one translation unit, in the order in which they came up.
class CallbackRoles {
public:
  using Map = llvm::MapVector<const clang::FunctionDecl *, Callback>;

  /// A list of functions that other translation units gave a role to, as
  /// `name:ROLE_TYPE` with `;` in between. What is not of this form is ignored.
  void addKnown(llvm::StringRef List);

  /// Looks at all declarations of \p Function.
  void addDeclarations(const clang::FunctionDecl *Function);

  /// The value of \p From goes to a place of type \p To.
  void addUse(clang::QualType To, const clang::Expr *From);

  /// The callback that \p D is, or null. \p D may be null.
  const Callback *find(const clang::Decl *D) const;

  const Map &all() const { return Callbacks; }

  /// The declaration of the type \p Role if something here is of it, or null.
  const clang::TypedefNameDecl *findType(const kmdf_role_type &Role) const {
    return Types.lookup(&Role);
  }

private:
  const kmdf_role_type *getRole(clang::QualType T);
  void add(const clang::FunctionDecl *Function, RoleSource Source,
           bool IsDeclaration);

  Map Callbacks;
  llvm::DenseMap<const clang::Type *, const kmdf_role_type *> RoleOfType;
  llvm::DenseMap<const kmdf_role_type *, const clang::TypedefNameDecl *> Types;
  llvm::StringMap<const kmdf_role_type *> Known;
};

} // namespace kmdf

#endif // KMDF_ENGINE_CALLBACKROLES_H
