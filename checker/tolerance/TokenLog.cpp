//===-- TokenLog.cpp - The tokens that were parsed --------------*- C++ -*-===//
//
// Part of the KMDF checkers, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "TokenLog.h"

#include "clang/AST/Decl.h"
#include "clang/AST/DeclCXX.h"
#include "clang/AST/DeclTemplate.h"
#include "clang/Basic/SourceManager.h"
#include "clang/Sema/Sema.h"
#include "llvm/ADT/STLExtras.h"

using namespace clang;
using namespace kmdf;

static Meaning getMeaning(const Token &Token, Sema &S) {
  if (Token.isNot(tok::identifier))
    return Meaning::NotAName;
  Meaning Found = Meaning::Nothing;
  DeclarationName Name(Token.getIdentifierInfo());
  for (auto I = S.IdResolver.begin(Name), E = S.IdResolver.end(); I != E; ++I) {
    const NamedDecl *D = *I;
    if (isa<TypedefNameDecl, ClassTemplateDecl, TemplateTypeParmDecl>(D))
      return Meaning::Type;
    if (isa<NamespaceDecl, NamespaceAliasDecl>(D))
      return Meaning::Scope;
    if (isa<TagDecl>(D)) {
      if (S.getLangOpts().CPlusPlus)
        return Meaning::Type;
      if (Found == Meaning::Nothing)
        Found = Meaning::Tag;
    } else {
      Found = Meaning::Value;
    }
  }
  return Found;
}

static tok::TokenKind getOpener(tok::TokenKind Closer) {
  switch (Closer) {
  case tok::r_paren:
    return tok::l_paren;
  case tok::r_square:
    return tok::l_square;
  case tok::r_brace:
    return tok::l_brace;
  default:
    return tok::unknown;
  }
}

void TokenLog::add(const Token &Token, Sema &S) {
  if (Token.isAnnotation() || Token.is(tok::eof))
    return;
  Index I = Entries.size();
  tok::TokenKind Kind = Token.getKind();
  auto IsFileLevel = [&](Index Brace) {
    return is(Brace, tok::l_brace) && Brace > 1 &&
           is(Brace - 1, tok::string_literal) && is(Brace - 2, tok::kw_extern);
  };
  Index Partner = None;
  if (tok::TokenKind Opener = getOpener(Kind); Opener != tok::unknown) {
    // Where brackets do not match, what was opened in between is given up.
    auto Found = llvm::find_if(llvm::reverse(Open),
                               [&](Index O) { return is(O, Opener); });
    if (Found != Open.rend()) {
      Partner = *Found;
      while (true) {
        Index Last = Open.back();
        Open.pop_back();
        Depth -= !IsFileLevel(Last);
        if (Last == Partner)
          break;
      }
      Entries[Partner].Partner = I;
    }
  }
  Entries.push_back({Token.getLocation(),
                     Token.isLiteral() ? nullptr : Token.getIdentifierInfo(),
                     Kind, getMeaning(Token, S),
                     Open.empty() ? None : Open.back(), Partner});
  if (isUnknown(I))
    Unknown[Token.getIdentifierInfo()].push_back(I);
  ByLocation.try_emplace(Token.getLocation().getRawEncoding(), I);
  if (Token.isOneOf(tok::l_paren, tok::l_square, tok::l_brace)) {
    Open.push_back(I);
    Depth += !IsFileLevel(I);
  }
}

void TokenLog::addPoint(const InsertionPoint &Point) {
  // A closing parenthesis ends a macro's call that looks like a declaration.
  static constexpr tok::TokenKind Ends[] = {tok::semi, tok::r_brace,
                                            tok::l_brace, tok::r_paren};
  if (Depth == 0 &&
      (Entries.empty() || llvm::is_contained(Ends, Entries.back().Kind)))
    Points.emplace_back(Point, Entries.size());
}

StringRef TokenLog::spelling(Index I) const {
  return I < Entries.size() && Entries[I].Name ? Entries[I].Name->getName()
                                               : StringRef();
}

llvm::ArrayRef<TokenLog::Index> TokenLog::unknownUses(Index I) const {
  auto Found = Unknown.find(Entries[I].Name);
  if (Found == Unknown.end())
    return {};
  return Found->second;
}

TokenLog::Index TokenLog::find(SourceLocation Location,
                               const SourceManager &Sources) const {
  if (Location.isInvalid())
    return None;
  auto Exact = ByLocation.find(Location.getRawEncoding());
  if (Exact != ByLocation.end())
    return Exact->second;
  Location = Sources.getExpansionLoc(Location);
  auto After =
      std::partition_point(Entries.begin(), Entries.end(), [&](const Entry &E) {
        return !Sources.isBeforeInTranslationUnit(
            Location, Sources.getExpansionLoc(E.Location));
      });
  return After == Entries.begin() ? None : After - Entries.begin() - 1;
}

bool TokenLog::isBuiltinType(Index I) const {
  switch (kind(I)) {
  case tok::kw_void:
  case tok::kw_char:
  case tok::kw_short:
  case tok::kw_int:
  case tok::kw_long:
  case tok::kw___int64:
  case tok::kw_float:
  case tok::kw_double:
  case tok::kw_bool:
  case tok::kw__Bool:
  case tok::kw_wchar_t:
  case tok::kw_signed:
  case tok::kw_unsigned:
  case tok::kw_auto:
    return true;
  default:
    return false;
  }
}

bool TokenLog::isTypeBefore(Index I) const {
  if (I == 0 || I > Entries.size())
    return false;
  switch (Entries[I - 1].Kind) {
  case tok::star:
  case tok::amp:
  case tok::greater:
  case tok::kw_const:
  case tok::kw_volatile:
    return true;
  case tok::identifier:
    return Entries[I - 1].Means == Meaning::Type ||
           (I > 1 && (is(I - 2, tok::kw_struct) || is(I - 2, tok::kw_union) ||
                      is(I - 2, tok::kw_enum) || is(I - 2, tok::kw_class)));
  default:
    return isBuiltinType(I - 1);
  }
}

Region TokenLog::regionOf(Index I) const {
  return I < Entries.size() ? regionIn(Entries[I].Opener)
                            : Region::Declarations;
}

/// Whether what follows \p Kind cannot be part of the head of a record.
static bool endsHead(tok::TokenKind Kind) {
  switch (Kind) {
  case tok::semi:
  case tok::l_brace:
  case tok::r_brace:
  case tok::l_paren:
  case tok::equal:
    return true;
  default:
    return false;
  }
}

Region TokenLog::regionIn(Index Opener) const {
  if (Opener == None)
    return Region::Declarations;
  auto Known = Regions.find(Opener);
  if (Known != Regions.end())
    return Known->second;
  Region Outer = regionIn(Entries[Opener].Opener);
  Region Result = Outer;
  bool IsBrace = is(Opener, tok::l_brace);
  bool IsCode = Outer == Region::Code || Outer == Region::Expression;
  Index Before = Opener ? Opener - 1 : None;
  if (IsBrace) {
    if (is(Before, tok::equal) || Outer == Region::Initializer) {
      Result = Region::Initializer;
    } else if (is(Before, tok::string_literal) ||
               is(Before, tok::kw_namespace)) {
      Result = Region::Declarations;
    } else {
      // A record's head is a few names; a function's ends with parentheses. Of
      // `TYPE name{value};` the name is not where the declaration begins.
      Result = is(Before, tok::identifier) && startOf(Before) != Before
                   ? Region::Initializer
                   : Region::Code;
      Index At = Before;
      for (unsigned Steps = 0; At != None && Steps < 64; ++Steps) {
        tok::TokenKind Kind = Entries[At].Kind;
        if (Kind == tok::r_paren && Entries[At].Partner != None) {
          Index Head = Entries[At].Partner;
          bool IsAttribute =
              Head > 0 && (is(Head - 1, tok::kw___declspec) ||
                           is(Head - 1, tok::kw___attribute) ||
                           is(Head - 1, tok::kw_alignas) ||
                           (isUnknown(Head - 1) && At != Before));
          if (!IsAttribute)
            break;
          At = Head;
        } else if (Kind == tok::kw_enum) {
          Result = Region::Enumerators;
          break;
        } else if (Kind == tok::kw_struct || Kind == tok::kw_union ||
                   Kind == tok::kw_class || Kind == tok::kw_namespace) {
          Result = Region::Declarations;
          // `enum class` is no record.
          if (At > 0 && is(At - 1, tok::kw_enum))
            Result = Region::Enumerators;
          break;
        } else if (endsHead(Kind)) {
          break;
        }
        At = At ? At - 1 : None;
      }
    }
  } else if (IsCode) {
    Result = Region::Expression;
  } else if (Outer == Region::Declarations || Outer == Region::Parameters ||
             Outer == Region::Declarator) {
    if (is(Opener, tok::l_square))
      Result = Region::Expression;
    else if (Before != None &&
             (is(Before, tok::kw___declspec) ||
              is(Before, tok::kw___attribute) || is(Before, tok::kw_sizeof) ||
              is(Before, tok::kw_decltype)))
      Result = Region::Expression;
    else if (isTypeBefore(Opener))
      Result = Region::Declarator;
    else
      Result = Region::Parameters;
  } else {
    Result = Region::Expression;
  }
  Regions[Opener] = Result;
  return Result;
}

TokenLog::Index TokenLog::startOf(Index I) const {
  Index Opener = Entries[I].Opener;
  bool IsInParens = Opener != None && !is(Opener, tok::l_brace) && Opener < I;
  while (I > 0) {
    Index Before = I - 1;
    if (Before == Opener)
      return I;
    tok::TokenKind Kind = Entries[Before].Kind;
    if (Kind == tok::semi || (IsInParens && Kind == tok::comma))
      return I;
    Index Partner = Entries[Before].Partner;
    if (Partner != None && Partner < Before) {
      // The end of a function or a block ends what comes before; that of a
      // record or an initializer does not.
      if (Kind == tok::r_brace && !IsInParens &&
          (regionIn(Partner) == Region::Code ||
           is(Partner - 1, tok::string_literal) ||
           is(Partner - 1, tok::kw_namespace) ||
           is(Partner - 2, tok::kw_namespace)))
        return I;
      I = Partner;
      continue;
    }
    if (Kind == tok::r_brace)
      return I;
    I = Before;
  }
  return I;
}

TokenLog::Index TokenLog::outerStartOf(Index I) const {
  while (Entries[I].Opener != None && !is(Entries[I].Opener, tok::l_brace))
    I = Entries[I].Opener;
  return startOf(I);
}

const InsertionPoint *TokenLog::pointBefore(Index I) const {
  auto After = llvm::partition_point(
      Points, [&](const auto &Point) { return Point.second <= I; });
  return After == Points.begin() ? nullptr : &std::prev(After)->first;
}
