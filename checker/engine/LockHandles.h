//===-- LockHandles.h - Which lock a handle is ------------------*- C++ -*-===//
//
// Part of the KMDF checkers, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A lock is known by the symbol of its handle. The engine gives one symbol to
// one place that is read twice; what keeps that true across code that is not
// seen is HandlePlaces.h, across the framework's getters GetterModel.h.
//
//===----------------------------------------------------------------------===//

#ifndef KMDF_ENGINE_LOCKHANDLES_H
#define KMDF_ENGINE_LOCKHANDLES_H

#include "lock_families.h"

#include "clang/StaticAnalyzer/Core/PathSensitive/ProgramState.h"

#include <optional>

namespace kmdf {

/// The lock family whose handles are of type \p T, if it is a handle's type.
std::optional<kmdf_lock_family> getLockFamily(clang::QualType T);

/// The same of an expression, whatever it is cast to.
std::optional<kmdf_lock_family> getLockFamily(const clang::Expr *Value);

/// Whether records of type \p T hang together in a list, as far as the fields
/// tell. Null is none.
bool isLinked(clang::QualType T);

/// Whether a value of type \p T leads to locks: it is a handle of some object
/// of the framework, or points to a record that holds a lock's handle.
bool leadsToLocks(clang::QualType T);

/// Whether a value of type \p T points to a record that is not one of a list.
bool pointsToObject(clang::QualType T);

/// The symbol of the handle, or null where the value is not known or NULL.
clang::ento::SymbolRef getHandleSymbol(clang::ento::SVal Handle);

/// Whether \p A and \p B are the handles in one element of an array, as far as
/// \p State knows the index by now.
bool areSameElement(clang::ento::SymbolRef A, clang::ento::SymbolRef B,
                    clang::ento::ProgramStateRef State);

/// What sets the symbols that stand for locks created on the path apart from
/// other values that the analysis makes up: their tag.
const void *getCreatedLockTag();

/// The call that created the lock on the path; null if none did.
const clang::Stmt *getCreation(clang::ento::SymbolRef Handle);

/// Whether nothing tells which lock this is: a function that is not seen
/// returned the handle, or the function's caller gave it. It may be any lock.
bool isFromNowhere(clang::ento::SymbolRef Handle);

/// Whether it is only guessed which lock this is: where the handle is kept, or
/// something on the way there, is declared nowhere (UnitGuesses.h).
bool isGuessed(clang::ento::SymbolRef Handle);

/// Whether two handles could be one lock though they are not one symbol: the
/// same field of two objects that may be one, elements of an array of which an
/// index is not known, and handles from nowhere. Two fields, two variables, two
/// known elements and two locks created in turn cannot.
bool mayBeSameLock(clang::ento::SymbolRef A, clang::ento::SymbolRef B);

} // namespace kmdf

#endif // KMDF_ENGINE_LOCKHANDLES_H
