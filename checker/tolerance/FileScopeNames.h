//===-- FileScopeNames.h - What names mean at file scope --------*- C++ -*-===//
//
// Part of the KMDF checkers, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef KMDF_TOLERANCE_FILESCOPENAMES_H
#define KMDF_TOLERANCE_FILESCOPENAMES_H

#include "clang/AST/Decl.h"
#include "llvm/ADT/SmallVector.h"

namespace clang {
class Sema;
}

namespace kmdf {

/// What is declared as \p Name outside of functions and namespaces; in C in the
/// order of the source, where a guess may stand before what it contradicts. \p
/// S has parsed the whole file.
llvm::SmallVector<const clang::NamedDecl *, 2>
findAtFileScope(llvm::StringRef Name, clang::Sema &S);

} // namespace kmdf

#endif // KMDF_TOLERANCE_FILESCOPENAMES_H
