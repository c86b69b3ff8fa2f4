//===-- MemoryCopies.cpp - Records that are copied as bytes -----*- C++ -*-===//
//
// Part of the KMDF checkers, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "MemoryCopies.h"

#include "Compat.h"

#include "clang/AST/ASTContext.h"
#include "clang/StaticAnalyzer/Core/PathSensitive/CallEvent.h"
#include "clang/StaticAnalyzer/Core/PathSensitive/CheckerContext.h"

using namespace clang;
using namespace ento;
using namespace kmdf;

/// Whether \p Function copies memory: the C library's, or what the pages
/// "RtlCopyMemory macro" and "RtlMoveMemory macro" of the WDK describe, where a
/// header has functions for them.
static bool copiesMemory(const FunctionDecl *Function) {
  const IdentifierInfo *Identifier =
      Function ? Function->getIdentifier() : nullptr;
  if (!Identifier || Function->getNumParams() != 3)
    return false;
  StringRef Name = Identifier->getName();
  Name.consume_front("__builtin_");
  return Name == "memcpy" || Name == "memmove" || Name == "RtlCopyMemory" ||
         Name == "RtlMoveMemory";
}

/// The type of the record that \p Pointer is the address of. Null if it is not
/// one's.
static QualType getRecord(const Expr *Pointer) {
  QualType T = Pointer->IgnoreParenCasts()->getType();
  if (const auto *ToRecord = T->getAs<PointerType>())
    T = ToRecord->getPointeeType().getUnqualifiedType();
  return T->isRecordType() && !T->isIncompleteType() ? T : QualType();
}

void MemoryCopies::checkPostCall(const CallEvent &Call,
                                 CheckerContext &C) const {
  if (!copiesMemory(dyn_cast_or_null<FunctionDecl>(Call.getDecl())) ||
      Call.getNumArgs() != 3)
    return;
  const ASTContext &Context = C.getASTContext();
  QualType To = getRecord(Call.getArgExpr(0));
  QualType From = getRecord(Call.getArgExpr(1));
  auto Size = Call.getArgSVal(2).getAs<nonloc::ConcreteInt>();
  auto Target = Call.getArgSVal(0).getAs<Loc>();
  auto Source = Call.getArgSVal(1).getAs<Loc>();
  if (To.isNull() || From.isNull() || !Context.hasSameType(To, From) || !Size ||
      !Target || !Source ||
      *getNumber(*Size) != Context.getTypeSizeInChars(To).getQuantity())
    return;
  ProgramStateRef State = C.getState();
  C.addTransition(State->bindLoc(*Target, State->getSVal(*Source, From),
                                 C.getLocationContext()));
}
