//===-- NameShapes.cpp - What an unknown name must be -----------*- C++ -*-===//
//
// Part of the KMDF checkers, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "NameShapes.h"

#include "clang/Basic/CharInfo.h"
#include "llvm/ADT/STLExtras.h"

using namespace clang;
using namespace kmdf;

/// Whether a name is spelt as macros are: SAL's _In_, or in capitals.
static bool looksLikeMacro(StringRef Name) {
  return Name.front() == '_' || llvm::none_of(Name, isLowercase);
}

namespace {
class ShapeFinder {
public:
  /// The name is what is from \p I to \p Last: a qualified name in C++.
  ShapeFinder(const TokenLog &Tokens, TokenLog::Index I, TokenLog::Index Last)
      : T(Tokens), I(I), Next(Last + 1), Before(I ? I - 1 : TokenLog::None) {}

  NameShape find() const;

private:
  using Index = TokenLog::Index;

  NameShape inDeclaration() const;
  NameShape inStatement() const;
  NameShape inExpression() const;

  /// The first token after the name at \p At and, if it has some, its
  /// arguments.
  Index behind(Index At) const;
  Index behindArguments(Index At) const;
  bool isTypeKeyword(Index I) const;
  bool isSpecifier(Index I) const;
  /// Whether the keyword of a statement stands here.
  bool beginsStatement(Index I) const;
  /// Whether a type, a name or a specifier begins here.
  bool beginsDeclaration(Index I) const;
  bool isTypeBefore(Index At) const;
  /// Whether what is before is the end of a function's parameters.
  bool areParametersBefore() const;
  bool endsDeclarator(Index I) const;
  Index skipQualifiers(Index I) const;
  Index skipStars(Index I) const;

  const TokenLog &T;
  const Index I;
  const Index Next;
  const Index Before;
};
} // namespace

bool ShapeFinder::isTypeKeyword(Index I) const {
  switch (T.kind(I)) {
  case tok::kw_struct:
  case tok::kw_union:
  case tok::kw_enum:
  case tok::kw_class:
  case tok::kw_typename:
    return true;
  default:
    return T.isBuiltinType(I) || (T.isName(I) && T[I].Means == Meaning::Type);
  }
}

bool ShapeFinder::beginsStatement(Index I) const {
  switch (T.kind(I)) {
  case tok::kw_if:
  case tok::kw_for:
  case tok::kw_while:
  case tok::kw_do:
  case tok::kw_switch:
  case tok::kw_return:
  case tok::kw_goto:
  case tok::kw_break:
  case tok::kw_continue:
    return true;
  default:
    return false;
  }
}

bool ShapeFinder::isSpecifier(Index I) const {
  switch (T.kind(I)) {
  case tok::kw_static:
  case tok::kw_extern:
  case tok::kw_inline:
  case tok::kw___forceinline:
  case tok::kw_typedef:
  case tok::kw_register:
  case tok::kw_virtual:
  case tok::kw_explicit:
  case tok::kw_constexpr:
  case tok::kw_template:
  case tok::kw_friend:
  case tok::kw___declspec:
  case tok::kw___attribute:
  case tok::kw___stdcall:
  case tok::kw___cdecl:
  case tok::kw___fastcall:
    return true;
  default:
    return false;
  }
}

TokenLog::Index ShapeFinder::skipQualifiers(Index I) const {
  while (T.is(I, tok::kw_const) || T.is(I, tok::kw_volatile) ||
         T.is(I, tok::kw_restrict) || T.is(I, tok::kw___unaligned) ||
         T.is(I, tok::kw___ptr64) || T.is(I, tok::kw___ptr32))
    ++I;
  return I;
}

TokenLog::Index ShapeFinder::skipStars(Index I) const {
  Index Next = skipQualifiers(I);
  while (T.is(Next, tok::star) || T.is(Next, tok::amp) ||
         T.is(Next, tok::ampamp))
    Next = skipQualifiers(Next + 1);
  return Next;
}

bool ShapeFinder::beginsDeclaration(Index I) const {
  I = skipQualifiers(I);
  return isTypeKeyword(I) || isSpecifier(I) || T.isName(I);
}

bool ShapeFinder::isTypeBefore(Index At) const {
  if (At == 0)
    return false;
  Index Before = At - 1;
  while (Before > 0 &&
         (T.is(Before, tok::star) || T.is(Before, tok::amp) ||
          T.is(Before, tok::kw_const) || T.is(Before, tok::kw_volatile)))
    --Before;
  if (T.is(Before, tok::identifier))
    return T[Before].Means == Meaning::Type ||
           (Before > 0 && (T.is(Before - 1, tok::kw_struct) ||
                           T.is(Before - 1, tok::kw_union) ||
                           T.is(Before - 1, tok::kw_enum) ||
                           T.is(Before - 1, tok::kw_class)));
  // struct { ... } ANNOTATION name;
  if (T.is(Before, tok::r_brace))
    return T.startOf(At) != At;
  return isTypeKeyword(Before) && !T.is(Before, tok::kw_struct) &&
         !T.is(Before, tok::kw_union) && !T.is(Before, tok::kw_enum) &&
         !T.is(Before, tok::kw_class);
}

bool ShapeFinder::areParametersBefore() const {
  if (!T.is(Before, tok::r_paren) || T[Before].Partner == TokenLog::None)
    return false;
  Index Head = T[Before].Partner;
  return Head == 0 || (!T.is(Head - 1, tok::kw___declspec) &&
                       !T.is(Head - 1, tok::kw___attribute) &&
                       !T.is(Head - 1, tok::kw_alignas));
}

bool ShapeFinder::endsDeclarator(Index I) const {
  switch (T.kind(I)) {
  case tok::semi:
  case tok::comma:
  case tok::equal:
  case tok::l_square:
  case tok::colon:
  case tok::r_paren:
  case tok::l_brace:
  case tok::eof:
    return true;
  default:
    return false;
  }
}

TokenLog::Index ShapeFinder::behindArguments(Index At) const {
  if (!T.is(At, tok::l_paren))
    return At;
  return T[At].Partner == TokenLog::None ? T.size() : T[At].Partner + 1;
}

TokenLog::Index ShapeFinder::behind(Index At) const {
  return behindArguments(At + 1);
}

NameShape ShapeFinder::inDeclaration() const {
  bool IsFirst = T.startOf(I) == I;
  bool IsTypeKnown = isTypeBefore(I);

  if (T.is(Before, tok::kw_struct) || T.is(Before, tok::kw_union) ||
      T.is(Before, tok::kw_enum) || T.is(Before, tok::kw_class) ||
      T.is(Before, tok::kw_namespace) || T.is(Before, tok::kw_goto)) {
    // struct ANNOTATION Name {
    return T.isName(Next) && T.is(Next + 1, tok::l_brace)
               ? NameShape::Annotation
               : NameShape::Declared;
  }
  if (T.is(Next, tok::l_paren)) {
    Index After = behindArguments(Next);
    // The arguments of a function, and what follows it.
    if (IsTypeKnown)
      return NameShape::Declared;
    if (areParametersBefore() && !IsFirst)
      return NameShape::AnnotationCall;
    if (T.is(After, tok::semi)) {
      // A name before may be a type, this then a function of it.
      return IsFirst ? NameShape::AnnotationCall : NameShape::Declared;
    }
    if (T.is(After, tok::comma) || T.is(After, tok::r_paren))
      return IsFirst ? NameShape::AnnotationCall : NameShape::Declared;
    // FOO name ANNOTATION(x), TYPE name ANNOTATION(x) = 0
    if (T.isName(Before) && !IsFirst && isTypeBefore(Before))
      return NameShape::AnnotationCall;
    if (T.is(After, tok::l_brace))
      return NameShape::Declared;
    if (isTypeKeyword(skipQualifiers(After)) || isSpecifier(After) ||
        T.is(After, tok::star))
      return NameShape::AnnotationCall;
    if (T.isName(After)) {
      // ANNOTATION(x) FOO f(void); against FOO f(void) ANNOTATION;
      if (IsFirst)
        return NameShape::AnnotationCall;
      Index Last = behind(After);
      return T.is(Last, tok::semi) || T.is(Last, tok::l_brace)
                 ? NameShape::Declared
                 : NameShape::AnnotationCall;
    }
    return IsFirst ? NameShape::AnnotationCall : NameShape::Declared;
  }

  // TYPE (CALLING_CONVENTION *Name)(...), but not the parameters of a
  // constructor.
  if (T.regionOf(I) == Region::Declarator && T.is(Before, tok::l_paren) &&
      T[Before].Partner != TokenLog::None) {
    Index Behind = T[Before].Partner + 1;
    if (T.is(Behind, tok::l_paren) || T.is(Behind, tok::l_square))
      return T.is(Next, tok::star) || T.isName(Next) ? NameShape::Annotation
                                                     : NameShape::Declared;
  }
  if (T.is(Next, tok::star) || T.is(Next, tok::amp) ||
      T.is(Next, tok::ampamp)) {
    // TYPE ANNOTATION *name
    return IsTypeKnown && T.isName(Before) ? NameShape::Annotation
                                           : NameShape::Type;
  }
  Index Behind = skipQualifiers(Next);
  if (isTypeKeyword(Behind) || isSpecifier(Behind)) {
    if (isSpecifier(Behind) && !isTypeKeyword(Behind + 1) &&
        T.isName(Behind + 1) && endsDeclarator(behind(Behind + 1)))
      return NameShape::Type; // FOO __stdcall f(void)
    return NameShape::Annotation;
  }
  if (Behind != Next)
    return NameShape::Type; // FOO const *name
  if (T.isName(Next)) {
    // TYPE ANNOTATION name, if it is not TYPE name ANNOTATION.
    if (IsTypeKnown)
      return !looksLikeMacro(T.spelling(I)) && looksLikeMacro(T.spelling(Next))
                 ? NameShape::Declared
                 : NameShape::Annotation;
    Index Second = Next + 1;
    // ANNOTATION FOO name, ANNOTATION FOO *name
    if (T.is(Second, tok::star) || T.isName(Second) || isTypeKeyword(Second))
      return T.is(Second, tok::star) || T.isName(skipStars(Second))
                 ? NameShape::Annotation
                 : NameShape::Type;
    if (T.is(Second, tok::l_paren)) {
      // FOO name(...); against ANNOTATION ANOTHER(x) TYPE name(...);
      Index After = behind(Next);
      if (isTypeKeyword(skipQualifiers(After)) || isSpecifier(After) ||
          T.is(After, tok::star))
        return NameShape::Annotation;
    }
    return NameShape::Type;
  }
  if (T.is(Next, tok::less))
    return NameShape::Template;
  if (T.is(Next, tok::kw_operator))
    return NameShape::Type;
  if (endsDeclarator(Next)) {
    if (IsTypeKnown)
      return NameShape::Declared;
    if (areParametersBefore() && !IsFirst)
      return NameShape::Annotation; // f(void) ANNOTATION;
    // TYPE name ANNOTATION;
    if (T.isName(Before) && !IsFirst)
      return isTypeBefore(Before) && looksLikeMacro(T.spelling(I)) &&
                     !looksLikeMacro(T.spelling(Before))
                 ? NameShape::Annotation
                 : NameShape::Declared;
    if (IsFirst && T.regionOf(I) == Region::Parameters)
      return NameShape::Type;
    if (IsFirst && T.is(Next, tok::semi))
      return NameShape::Annotation;
    if (T.is(Before, tok::colon) ||
        (T.is(Before, tok::comma) && T.is(Next, tok::l_brace)))
      return NameShape::Type; // a base class
    return NameShape::Declared;
  }
  return NameShape::Declared;
}

NameShape ShapeFinder::inStatement() const {
  if (T.is(Next, tok::colon) || T.is(Before, tok::kw_goto))
    return NameShape::Declared; // a label
  if (T.is(Next, tok::l_paren)) {
    Index After = behindArguments(Next);
    if (T.is(After, tok::l_brace))
      return NameShape::Loop;
    if (T.is(After, tok::r_brace) || T.isName(After) || isTypeKeyword(After) ||
        isSpecifier(After))
      return NameShape::StatementCall;
    return beginsStatement(After) || T.is(After, tok::kw_case) ||
                   T.is(After, tok::kw_default) || T.is(After, tok::kw___try)
               ? NameShape::StatementCall
               : NameShape::Function;
  }
  if (T.is(Next, tok::semi))
    return NameShape::Statement;
  if (T.is(Next, tok::star) || T.is(Next, tok::amp)) {
    Index Name = skipStars(Next);
    return T.isName(Name) && endsDeclarator(Name + 1) ? NameShape::Type
                                                      : NameShape::Value;
  }
  if (T.is(Next, tok::less))
    return NameShape::Template;
  if (T.isName(Next)) {
    if (isTypeKeyword(Next))
      return NameShape::Annotation;
    if (T[Next].Means == Meaning::Value && !endsDeclarator(Next + 1))
      return NameShape::Annotation;
    if (T.isName(Next + 1) || T.is(Next + 1, tok::star))
      return NameShape::Annotation;
    return NameShape::Type;
  }
  if (isTypeKeyword(Next) || isSpecifier(Next) || T.is(Next, tok::l_brace) ||
      T.is(Next, tok::r_brace))
    return NameShape::Annotation;
  if (skipQualifiers(Next) != Next)
    return NameShape::Type;
  return beginsStatement(Next) ? NameShape::Annotation : inExpression();
}

NameShape ShapeFinder::inExpression() const {
  if (T.is(Before, tok::period) || T.is(Before, tok::arrow))
    return NameShape::Declared; // a member
  if (T.is(Before, tok::kw_goto))
    return NameShape::Declared; // a label
  if (T.is(Before, tok::string_literal) || T.is(Next, tok::string_literal) ||
      T.is(Before, tok::wide_string_literal) ||
      T.is(Next, tok::wide_string_literal))
    return NameShape::Annotation; // "..." PART "..."
  if (T.is(Before, tok::kw_new) || T.isName(Next))
    return NameShape::Type; // for (FOO i = 0; ...)
  if (T.is(Before, tok::kw_case))
    return NameShape::Constant;
  Index First = Before; // the bracket that this is alone in, if it is
  while (First != TokenLog::None && First > 0 &&
         (T.is(First, tok::kw_const) || T.is(First, tok::kw_volatile) ||
          T.is(First, tok::kw_struct)))
    --First;
  Index Last = skipStars(Next);
  if ((T.is(First, tok::less) && T.is(Last, tok::greater)) ||
      (First != Before && Last != Next))
    return NameShape::Type;
  if (T.is(First, tok::l_paren) && T.is(Last, tok::r_paren)) {
    if (Last != Next)
      return NameShape::Type; // (FOO *)
    Index Head = First ? First - 1 : TokenLog::None;
    if (T.is(Head, tok::kw_sizeof))
      return NameShape::Operand;
    if (T.is(Head, tok::kw_alignof) || T.is(Head, tok::kw___alignof))
      return NameShape::Type;
    bool IsCall = T.isName(Head) || T.is(Head, tok::r_paren) ||
                  T.is(Head, tok::r_square) || T.is(Head, tok::kw_if) ||
                  T.is(Head, tok::kw_while) || T.is(Head, tok::kw_switch);
    Index Operand = Last + 1;
    bool IsOperand =
        T.isName(Operand) || T.is(Operand, tok::numeric_constant) ||
        T.is(Operand, tok::l_paren) || T.is(Operand, tok::amp) ||
        T.is(Operand, tok::tilde) || T.is(Operand, tok::string_literal) ||
        T.is(Operand, tok::char_constant) || T.is(Operand, tok::kw_sizeof) ||
        T.is(Operand, tok::kw_this) || T.is(Operand, tok::kw_nullptr);
    if (!IsCall && IsOperand)
      return NameShape::Type; // (FOO)x
  }
  // __builtin_offsetof(FOO, x), __builtin_va_arg(x, FOO)
  if (T.is(Before, tok::l_paren) && Before > 0 &&
      T.is(Before - 1, tok::kw___builtin_offsetof))
    return NameShape::Record;
  if (T.is(Before, tok::comma) && T[I].Opener != TokenLog::None &&
      T[I].Opener > 0 && T.is(T[I].Opener - 1, tok::kw___builtin_va_arg))
    return NameShape::Type;
  if (T.is(Next, tok::l_paren))
    return NameShape::Function;
  if (T[I].Opener != TokenLog::None && T.is(T[I].Opener, tok::l_square) &&
      T.regionOf(T[I].Opener) != Region::Expression &&
      T.regionOf(T[I].Opener) != Region::Code)
    return NameShape::Constant;
  return NameShape::Value;
}

NameShape ShapeFinder::find() const {
  switch (T.regionOf(I)) {
  case Region::Declarations:
  case Region::Parameters:
  case Region::Declarator: {
    // int x = FOO; struct S { int x : FOO; };
    Index Start = T.startOf(I);
    for (Index At = Start; At < I; ++At)
      if (T.is(At, tok::equal) && T[At].Opener == T[I].Opener)
        return inExpression();
    // TYPE name : FOO;
    if (T.is(Before, tok::colon) && T.isName(I - 2) &&
        (T.is(Next, tok::semi) || T.is(Next, tok::comma)))
      return NameShape::Constant;
    return inDeclaration();
  }
  case Region::Enumerators:
    return I > 0 && (T.is(I - 1, tok::l_brace) || T.is(I - 1, tok::comma))
               ? NameShape::Declared
               : NameShape::Constant;
  case Region::Code: {
    Index Start = T.startOf(I);
    if (Start == I || T.is(I - 1, tok::kw_else) || T.is(I - 1, tok::kw_do) ||
        T.is(I - 1, tok::colon))
      return inStatement();
    // static FOO name; TYPE ANNOTATION name;
    bool IsQualified = isSpecifier(I - 1) || T.is(I - 1, tok::kw_const) ||
                       T.is(I - 1, tok::kw_volatile);
    if (IsQualified || (isTypeBefore(I) && T.isName(Next)))
      return inDeclaration();
    return inExpression();
  }
  case Region::Expression:
  case Region::Initializer:
    return inExpression();
  }
  llvm_unreachable("no such region");
}

std::pair<TokenLog::Index, TokenLog::Index>
kmdf::getWholeName(const TokenLog &Tokens, TokenLog::Index I) {
  TokenLog::Index First = I, Last = I;
  while (First > 1 && Tokens.is(First - 1, tok::coloncolon) &&
         Tokens.isName(First - 2))
    First -= 2;
  while (Tokens.is(Last + 1, tok::coloncolon) && Tokens.isName(Last + 2))
    Last += 2;
  return {First, Last};
}

NameShape kmdf::getNameShape(const TokenLog &Tokens, TokenLog::Index I) {
  auto [First, Last] = getWholeName(Tokens, I);
  return ShapeFinder(Tokens, First, Last).find();
}

NameShape kmdf::getOverallShape(const TokenLog &Tokens, TokenLog::Index I) {
  unsigned Count[NameShapeCount] = {};
  auto Of = [&](NameShape Shape) -> unsigned & {
    return Count[static_cast<unsigned>(Shape)];
  };
  NameShape Here = getNameShape(Tokens, I);
  for (TokenLog::Index Use : Tokens.unknownUses(I))
    ++Of(getNameShape(Tokens, Use));
  ++Of(Here);

  NameShape Macro = NameShape::Annotation;
  for (NameShape Shape : {NameShape::AnnotationCall, NameShape::Statement,
                          NameShape::StatementCall, NameShape::Loop})
    if (Of(Shape) > Of(Macro))
      Macro = Shape;
  unsigned Types = Of(NameShape::Type) + Of(NameShape::Record);
  if (Of(Macro) && Of(Macro) > Types)
    return Macro;
  if (Types)
    return Of(NameShape::Record) ? NameShape::Record : NameShape::Type;
  for (NameShape Shape : {NameShape::Template, NameShape::Constant,
                          NameShape::Function, NameShape::Value})
    if (Of(Shape))
      return Shape;
  return Here == NameShape::Operand ? NameShape::Type : Here;
}
