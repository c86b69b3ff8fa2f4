//===-- FrameworkCalls.h - Calls of framework functions -----------*- C++
//-*-===//
//
// Part of the KMDF checkers, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// In a real WDK each DDI is an inline function that calls through a table, in
// other headers it is a plain extern: both are known by the name alone, before
// the engine looks for a body.
//
//===----------------------------------------------------------------------===//

#ifndef KMDF_ENGINE_FRAMEWORKCALLS_H
#define KMDF_ENGINE_FRAMEWORKCALLS_H

#include "ddis.h"
#include "getters.h"
#include "irql.h"

#include "clang/AST/Decl.h"

namespace kmdf {

/// Whether the function is one of the framework's, by its name and linkage.
bool isFrameworkFunction(const clang::FunctionDecl *Function);

/// Whether \p D is of a system header, as the WDK's are. Of what a macro makes,
/// it is where the macro is used that counts.
bool isInSystemHeader(const clang::Decl *D);

/// The DDI that changes locks, or null. This and those below take null for a
/// function.
const kmdf_ddi *getDdi(const clang::FunctionDecl *Function);
const kmdf_getter *getGetter(const clang::FunctionDecl *Function);

/// Whether the function is KeGetCurrentIrql.
bool isIrqlQuestion(const clang::FunctionDecl *Function);

/// What the function does to the interrupt level of its caller.
kmdf_irql_effect getIrqlEffect(const clang::FunctionDecl *Function);

} // namespace kmdf

#endif // KMDF_ENGINE_FRAMEWORKCALLS_H
