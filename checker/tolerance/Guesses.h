//===-- Guesses.h - What is taken for unknown names -------------*- C++ -*-===//
//
// Part of the KMDF checkers, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// For each name of a source that is declared nowhere, a declaration that it
// could have. They are kept as C, as someone would write them into a header by
// hand, and are made better from one parse to the next: a type that turns out
// to have members becomes a struct, a member whose address is passed as a
// WDFWAITLOCK * becomes a WDFWAITLOCK.
//
//===----------------------------------------------------------------------===//

#ifndef KMDF_TOLERANCE_GUESSES_H
#define KMDF_TOLERANCE_GUESSES_H

#include "Insertions.h"
#include "NameShapes.h"

#include "llvm/ADT/MapVector.h"
#include "llvm/ADT/StringSet.h"

#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace kmdf {

enum class GuessKind {
  Header,        ///< the framework's or the system's own: it is included
  Macro,         ///< expands to nothing
  MacroCall,     ///< the same, with arguments
  Trace,         ///< a call of a tracer: no effect, and no value
  Return,        ///< a macro that returns from its function
  ReturnIf,      ///< a macro that may return from its function
  Statement,     ///< a macro that is a statement
  StatementCall, ///< the same, with arguments
  Loop,          ///< a macro with arguments that heads a loop
  Copied,        ///< a macro of the kernel's that drivers copy
  Type,
  Tag,       ///< the body of a struct that is only declared
  Prototype, ///< of a function that is defined further down
  Function,
  Value,
  Constant,
  ConstantCall, ///< a macro with arguments that is a constant
  New           ///< C++: operators new and delete with more arguments
};

/// How sure it is that a name is of a type.
enum class Certainty {
  None,
  Likely, ///< the type would do where the name is used
  Needed  ///< the compiler objected to another type there
};

/// What a guessed type is. Of a Tag the struct itself is declared.
enum class TypeShape {
  Number,
  Pointer,
  Record,
  Tag,
  Template,
  Enum, ///< C++: a class of enumerators
  Function,
  FunctionPointer,
  Declared ///< known from a declaration further down
};

/// Where a name was first needed.
struct Need {
  InsertionPoint Point;
  std::string File;
  unsigned Line = 0;
};

struct Member {
  std::string Name;
  /// The declaration without its semicolon.
  std::string Declaration;
  Certainty IsOfType = Certainty::None;
  /// How often the type was changed.
  unsigned Changes = 0;
};

struct Guess {
  GuessKind Kind;
  /// In C++ the qualified one.
  std::string Name;
  Need First;
  /// Of a type.
  TypeShape Shape = TypeShape::Number;
  /// Of a pointer type, what it points to: the name of a record's guess, or of
  /// a type that is declared, or empty.
  std::string Pointee;
  bool IsPointeeTag = false;
  /// Of a type that is a function, a value or a function: the declaration
  /// without its semicolon.
  std::string Declaration;
  Certainty IsOfType = Certainty::None;
  /// How often the shape or the type was changed.
  unsigned Changes = 0;
  /// How often it was put in at an earlier place.
  unsigned Moves = 0;
  /// Of a record.
  std::vector<Member> Members;
  /// Of a function: the numbers of arguments that are types, as only a macro's
  /// can be.
  std::set<unsigned> TypeArguments;
};

/// The word for what was guessed, for the user.
llvm::StringRef getKindName(const Guess &G);

/// Whether the name is none of the source's, but one that a guess needed.
bool isOwnName(const Guess &G);

/// The name of what the type \p Name points to, by the habit of naming pointer
/// types; empty if the name is none of a pointer.
llvm::StringRef getPointeeName(llvm::StringRef Name);

/// The name without what qualifies it.
llvm::StringRef getLastName(llvm::StringRef Name);

/// What a value is of which nothing is known: wide enough for a pointer that is
/// cast to it and back.
inline constexpr llvm::StringLiteral Number = "unsigned long long";

class Guesses {
public:
  explicit Guesses(bool IsCXX) : IsCXX(IsCXX) {}

  using Map =
      llvm::MapVector<std::string, Guess, std::map<std::string, unsigned>>;
  const Map &all() const { return Names; }
  const Guess *find(llvm::StringRef Name) const;

  /// Whether anything was changed since the last call of render().
  bool haveChanged() const { return Changed; }

  /// The source lacks the header \p Name, for a name that is in it.
  void needHeader(llvm::StringRef Name, const Need &First);

  /// Whether that was so since the last call of render(): then what else was
  /// guessed may be in that header.
  bool hasNewHeader() const { return HasNewHeader; }

  /// Forgets all but headers.
  void clear();

  /// The function \p Name is used before it is defined, as \p Declaration.
  void needPrototype(llvm::StringRef Name, std::string Declaration,
                     const Need &First);

  /// Of these names a call is a tracer's, if they turn out to be unknown.
  void addTracer(llvm::StringRef Name) { Tracers.insert(Name); }
  bool isTracer(llvm::StringRef Name) const { return Tracers.count(Name); }

  /// The name is not declared, and looks like \p Shape.
  void need(llvm::StringRef Name, NameShape Shape, const Need &First);

  /// C: the struct \p Name is declared, but no type of this name.
  void needTypedef(llvm::StringRef Name, const Need &First);

  /// The pointer type \p Name points to the type \p Pointee, which is declared.
  void setPointee(llvm::StringRef Name, llvm::StringRef Pointee);

  /// The struct \p Tag is declared, but has no body.
  void needBody(llvm::StringRef Tag, const Need &First);

  /// The compiler has to know the value of \p Name, or of a call of it.
  void makeConstant(llvm::StringRef Name);

  /// C++: there is no operator new with the arguments it is given.
  void needNew(const Need &First);

  /// Argument \p Index, from 0, of the function \p Name is a type.
  void setTypeArgument(llvm::StringRef Name, unsigned Index);

  /// The type \p Name cannot be what it was taken for.
  void reshape(llvm::StringRef Name, TypeShape Shape);

  /// The type \p Name is that of a function, declared as \p Declaration.
  void setFunctionType(llvm::StringRef Name, std::string Declaration);

  /// The record \p Record has a member \p Name.
  void addMember(llvm::StringRef Record, llvm::StringRef Name);

  /// Of the function or value \p Name, or of the member \p Name of \p Record if
  /// that is not empty, something is known of the type: \p Declaration has it.
  void setType(llvm::StringRef Record, llvm::StringRef Name,
               std::string Declaration, Certainty IsOfType);

  /// The same, where the type has members, or with \p IsPointer points to what
  /// has members. Returns the name of the record.
  std::string setRecordType(llvm::StringRef Record, llvm::StringRef Name,
                            bool IsPointer);

  /// The value \p Name, or with \p IsMember each member of that name, has
  /// elements, which with \p OfRecords have members.
  void makeArray(llvm::StringRef Name, bool IsMember, bool OfRecords);

  /// The record that a value of the guessed type \p Name has, or with \p
  /// IsPointer points to. Reshapes it.
  std::string getRecordOf(llvm::StringRef Name, bool IsPointer);

  /// The declarations, by where they are to be put in.
  Insertions render();

  /// The compiler did not understand line \p Line, from 1, of what was last
  /// rendered for \p Point: less is guessed there.
  void refute(const InsertionPoint &Point, unsigned Line);

  /// The name of the guess on that line, or an empty one.
  llvm::StringRef findLine(const InsertionPoint &Point, unsigned Line) const;

  /// The type \p Name is declared further down, as \p Declaration.
  void setDeclared(llvm::StringRef Name, std::string Declaration);

  /// The name is declared after all: nothing is guessed of it any more.
  void drop(llvm::StringRef Name);

private:
  /// A guess, and which of its members or -1.
  using LineOwner = std::pair<std::string, int>;
  class Writer;

  Guess *get(llvm::StringRef Name);
  /// What a call of \p Name is, if it is not more than \p Kind says.
  GuessKind getCallKind(llvm::StringRef Name, GuessKind Kind) const;
  /// Puts the guessed types that \p Declaration names in at \p To. Returns
  /// whether some were to be put in elsewhere.
  bool hoist(llvm::StringRef Declaration, const InsertionPoint &To);
  Guess &add(GuessKind Kind, llvm::StringRef Name, const Need &First);
  Guess &addRecord(llvm::StringRef Tag, const Need &First);

  bool IsCXX;
  bool Changed = false;
  bool HasNewHeader = false;
  Map Names;
  llvm::StringSet<> Tracers;
  llvm::StringSet<> Dropped;
  llvm::StringMap<std::vector<LineOwner>> Lines;
  /// The lines that were refuted since the last call of render().
  std::set<std::pair<InsertionPoint, unsigned>> Refuted;
};

} // namespace kmdf

#endif // KMDF_TOLERANCE_GUESSES_H
