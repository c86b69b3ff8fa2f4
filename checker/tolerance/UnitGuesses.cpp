//===-- UnitGuesses.cpp - What was guessed of a unit ------------*- C++ -*-===//
//
// Part of the KMDF checkers, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "UnitGuesses.h"

#include "llvm/ADT/DenseMap.h"
#include "llvm/ADT/STLExtras.h"

using namespace clang;
using namespace kmdf;

using GuessesOfUnits =
    llvm::SmallDenseMap<const ASTContext *, const UnitGuesses *, 1>;
static GuessesOfUnits &getGuessesOfUnits() {
  static GuessesOfUnits All;
  return All;
}

void kmdf::setGuesses(const ASTContext &Context, const UnitGuesses *Guesses) {
  if (Guesses)
    getGuessesOfUnits()[&Context] = Guesses;
  else
    getGuessesOfUnits().erase(&Context);
}

const UnitGuesses *kmdf::findGuesses(const ASTContext &Context) {
  return getGuessesOfUnits().lookup(&Context);
}

const LostFunction *kmdf::findLost(const FunctionDecl *Function) {
  const UnitGuesses *Guesses = findGuesses(Function->getASTContext());
  const IdentifierInfo *Identifier = Function->getIdentifier();
  if (!Guesses || Guesses->LostFunctions.empty() || !Identifier ||
      Function->hasBody())
    return nullptr;
  for (const LostFunction &Lost : Guesses->LostFunctions)
    if (llvm::is_contained(Lost.Names, Identifier->getName()))
      return &Lost;
  return nullptr;
}
