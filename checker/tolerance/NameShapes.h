//===-- NameShapes.h - What an unknown name must be -------------*- C++ -*-===//
//
// Part of the KMDF checkers, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Of a name that means nothing, the tokens around it tell what it must have
// been: in `FOO bar;` a type, in `FOO(x) NTSTATUS f(void);` a macro.
//
//===----------------------------------------------------------------------===//

#ifndef KMDF_TOLERANCE_NAMESHAPES_H
#define KMDF_TOLERANCE_NAMESHAPES_H

#include "TokenLog.h"

namespace kmdf {

enum class NameShape {
  Declared,       ///< it is being declared here: nothing is missing
  Annotation,     ///< a macro without arguments that is no part of the syntax
  AnnotationCall, ///< the same with arguments
  Statement,      ///< a macro without arguments that is a statement
  StatementCall,  ///< a macro with arguments that is a statement with no `;`
  Loop,           ///< a macro with arguments that a statement hangs on
  Type,
  Pointer,  ///< a type that is dereferenced
  Record,   ///< a type that has members
  Operand,  ///< of sizeof: a type or a value
  Function, ///< or a macro that looks like one
  Value,
  Constant, ///< a value that the compiler has to know
  Template, ///< C++: a class template
  Tracer    ///< a function that only traces
};
constexpr unsigned NameShapeCount =
    static_cast<unsigned>(NameShape::Tracer) + 1;

/// The first and the last token of the name at \p I, which in C++ may be
/// qualified.
std::pair<TokenLog::Index, TokenLog::Index> getWholeName(const TokenLog &Tokens,
                                                         TokenLog::Index I);

/// The shape of the name at \p I, which means nothing or only a tag, there.
NameShape getNameShape(const TokenLog &Tokens, TokenLog::Index I);

/// The same by all uses of the name that mean nothing, for one may deceive.
NameShape getOverallShape(const TokenLog &Tokens, TokenLog::Index I);

} // namespace kmdf

#endif // KMDF_TOLERANCE_NAMESHAPES_H
