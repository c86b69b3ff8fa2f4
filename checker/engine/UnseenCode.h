//===-- UnseenCode.h - What code that is not seen may do --------*- C++ -*-===//
//
// Part of the KMDF checkers, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A call whose body the engine does not run is taken to leave the locks as they
// are, unless there is a sign that it does not.
//
//===----------------------------------------------------------------------===//

#ifndef KMDF_ENGINE_UNSEENCODE_H
#define KMDF_ENGINE_UNSEENCODE_H

#include "UnitIndex.h"

#include "clang/StaticAnalyzer/Core/PathSensitive/CallEvent.h"

namespace kmdf {

/// Why a call that was not inlined may have changed any lock.
enum class UnseenEffect {
  None,
  /// There is no body, but the name says that it takes or gives up a lock.
  NameSaysLock,
  /// There is no body, but an annotation says so: SAL's _Acquires_lock_ and its
  /// like, or one of clang's thread-safety attributes.
  AnnotatedAsLock,
  /// It is in this file, but could not be parsed.
  Lost,
  /// It stands for a part of the source that could not be parsed.
  NotUnderstood,
  /// It stands for an exception that is raised while locks may change.
  Exception,
  /// There is a body that may reach a lock, but the engine did not run it.
  NotInlined,
  /// The same of a constructor or destructor whose object the engine has no
  /// place for.
  ObjectNotKnown,
};

UnseenEffect getUnseenEffect(const clang::FunctionDecl *Callee,
                             const UnitIndex &Index);

/// Whether something that \p Function, whose body was looked into, may run
/// could come to a lock: a lock call, or a call of code that is not seen and
/// may have changed one.
bool mayReachLock(const clang::FunctionDecl *Function, const UnitIndex &Index);

/// The pointer that \p Call is through, if its name says that what it points to
/// takes or gives up a lock: Ops->Lock(Ops). Null if it does not.
const clang::ValueDecl *findLockPointer(const clang::CallExpr *Call);

/// Whether \p Callee is declared nowhere, so that it may be a macro, and its
/// name says that it may leave the function that it is called in.
bool mayLeaveFunction(const clang::FunctionDecl *Callee);

/// Whether \p Callee is declared nowhere and is spelt as macros are: then it
/// may assign to its arguments.
bool mayBeMacro(const clang::FunctionDecl *Callee);

/// Whether \p Callee is declared nowhere, and its name says that it changes
/// what it is given, as a macro can.
bool saysThatItChanges(const clang::FunctionDecl *Callee);

/// Whether \p Callee changes nothing, though nobody has written a body for it:
/// the constructor of a plain structure, and the destructor that a union has by
/// itself, which destroys none of its members.
bool doesNothing(const clang::FunctionDecl *Callee);

/// Whether \p Callee may use a lock that it is handed. The framework's
/// functions and those of system headers do not; nor does what only prints a
/// handle.
bool mayUseHandleArgument(const clang::FunctionDecl *Callee, unsigned Argument);

} // namespace kmdf

#endif // KMDF_ENGINE_UNSEENCODE_H
