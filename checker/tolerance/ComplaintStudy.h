//===-- ComplaintStudy.h - From errors to guesses ---------------*- C++ -*-===//
//
// Part of the KMDF checkers, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// What an error says of a name that is declared nowhere, or of what was guessed
// of it before: that there has to be one, that it is a type with members, that
// the guess was wrong.
//
//===----------------------------------------------------------------------===//

#ifndef KMDF_TOLERANCE_COMPLAINTSTUDY_H
#define KMDF_TOLERANCE_COMPLAINTSTUDY_H

#include "Complaints.h"
#include "Guesses.h"
#include "Insertions.h"
#include "TokenLog.h"

#include "clang/Lex/Preprocessor.h"
#include "clang/Sema/Sema.h"

namespace kmdf {

class ComplaintStudy {
public:
  /// All are of the parse that the complaints are of, but \p Names, where what
  /// is found goes.
  ComplaintStudy(clang::Preprocessor &PP, clang::Sema &S,
                 const TokenLog &Tokens, const InsertionCallbacks &Callbacks,
                 Guesses &Names)
      : PP(PP), S(S), Tokens(Tokens), Callbacks(Callbacks), Names(Names) {}

  void study(const Complaint &What);

private:
  void studyName(TokenLog::Index I);
  void needHeaders(llvm::StringRef Name, const Need &First);
  void studyMember(const Complaint &What, TokenLog::Index I);
  void studyTypes(const Complaint &What, TokenLog::Index I);
  void studyElement(TokenLog::Index I);
  void studyConstant(TokenLog::Index I);
  void studyTypeArgument(TokenLog::Index I);
  void adopt(llvm::StringRef Name);
  bool blameGuess(clang::SourceLocation Location, bool IsDeclaredElsewhere);
  bool isKnownType(llvm::StringRef Name) const;

  clang::Preprocessor &PP;
  clang::Sema &S;
  const TokenLog &Tokens;
  const InsertionCallbacks &Callbacks;
  Guesses &Names;
};

} // namespace kmdf

#endif // KMDF_TOLERANCE_COMPLAINTSTUDY_H
