//===-- TokenLog.h - The tokens that were parsed ----------------*- C++ -*-===//
//
// Part of the KMDF checkers, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// All tokens of one parse, macros expanded, with what each name meant when the
// parser came to it. What a name that means nothing must have been is seen by
// the tokens around it, where the AST has only a hole.
//
//===----------------------------------------------------------------------===//

#ifndef KMDF_TOLERANCE_TOKENLOG_H
#define KMDF_TOLERANCE_TOKENLOG_H

#include "Insertions.h"

#include "clang/Lex/Token.h"
#include "llvm/ADT/DenseMap.h"

#include <optional>
#include <vector>

namespace clang {
class Sema;
}

namespace kmdf {

/// What a name meant.
enum class Meaning : unsigned char {
  NotAName, ///< the token is none
  Nothing,  ///< no declaration is in scope
  Tag,      ///< C: there is a struct, union or enum, but no type of this name
  Type,
  Scope, ///< a namespace
  Value  ///< a variable, a function, a constant, a template
};

/// What stands between a pair of brackets, as far as tokens tell.
enum class Region : unsigned char {
  Declarations, ///< the file, a namespace, a class or another record
  Enumerators,
  Parameters, ///< of a function's declaration
  Declarator, ///< a declarator in parentheses
  Code,       ///< statements
  Expression, ///< parentheses or brackets in code, and all in them
  Initializer
};

class TokenLog {
public:
  using Index = unsigned;
  static constexpr Index None = ~0u;

  struct Entry {
    clang::SourceLocation Location;
    const clang::IdentifierInfo *Name; ///< of keywords too
    clang::tok::TokenKind Kind;
    Meaning Means;
    /// The innermost bracket that is open here, or None.
    Index Opener;
    /// Of a bracket: the one that belongs to it, or None.
    Index Partner;
  };

  /// Adds the parser's next token. \p S knows what names mean now.
  void add(const clang::Token &Token, clang::Sema &S);

  /// The parse has come by a place between two files.
  void addPoint(const InsertionPoint &Point);

  Index size() const { return Entries.size(); }
  const Entry &operator[](Index I) const { return Entries[I]; }

  /// The kind of the token; tok::eof where there is none.
  clang::tok::TokenKind kind(Index I) const {
    return I < Entries.size() ? Entries[I].Kind : clang::tok::eof;
  }
  bool is(Index I, clang::tok::TokenKind Kind) const { return kind(I) == Kind; }
  bool isName(Index I) const {
    return I < Entries.size() && Entries[I].Means != Meaning::NotAName;
  }
  bool isUnknown(Index I) const {
    return I < Entries.size() && Entries[I].Means == Meaning::Nothing;
  }
  /// Whether the keyword of a type that the language has stands there, or auto.
  bool isBuiltinType(Index I) const;
  llvm::StringRef spelling(Index I) const;

  /// Where the name of the token at \p I means nothing, in the order of the
  /// source.
  llvm::ArrayRef<Index> unknownUses(Index I) const;

  /// The token at \p Location, or else the last one before it; None if there
  /// is none.
  Index find(clang::SourceLocation Location,
             const clang::SourceManager &Sources) const;

  /// What the brackets that are open at \p I enclose.
  Region regionOf(Index I) const;

  /// The first token of the declaration or statement, within the innermost
  /// braces or parentheses, that \p I is in; in parentheses also of the
  /// parameter or argument.
  Index startOf(Index I) const;

  /// The first token of the declaration or statement that \p I is in, whatever
  /// parentheses it is in.
  Index outerStartOf(Index I) const;

  /// The last place before \p I where a declaration at file scope can be put
  /// in. Null if there is none.
  const InsertionPoint *pointBefore(Index I) const;

private:
  Region regionIn(Index Opener) const;
  bool isTypeBefore(Index I) const;

  std::vector<Entry> Entries;
  llvm::DenseMap<unsigned, Index> ByLocation;
  llvm::DenseMap<const clang::IdentifierInfo *, std::vector<Index>> Unknown;
  /// The brackets that are open at the end.
  std::vector<Index> Open;
  /// How many of them enclose something else than the file's declarations.
  unsigned Depth = 0;
  std::vector<std::pair<InsertionPoint, Index>> Points;
  mutable llvm::DenseMap<Index, Region> Regions;
};

} // namespace kmdf

#endif // KMDF_TOLERANCE_TOKENLOG_H
