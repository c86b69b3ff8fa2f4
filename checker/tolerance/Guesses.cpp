//===-- Guesses.cpp - What is taken for unknown names -----------*- C++ -*-===//
//
// Part of the KMDF checkers, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Guesses.h"

#include "macros.h"
#include "names.h"

#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/ErrorHandling.h"

using namespace kmdf;
using llvm::StringRef;

/// How often what is guessed of a type may change: uses may contradict.
static constexpr unsigned MaxChanges = 4;

static GuessKind getKind(NameShape Shape) {
  switch (Shape) {
  case NameShape::Annotation:
    return GuessKind::Macro;
  case NameShape::AnnotationCall:
    return GuessKind::MacroCall;
  case NameShape::Statement:
    return GuessKind::Statement;
  case NameShape::StatementCall:
    return GuessKind::StatementCall;
  case NameShape::Loop:
    return GuessKind::Loop;
  case NameShape::Type:
  case NameShape::Pointer:
  case NameShape::Record:
  case NameShape::Template:
    return GuessKind::Type;
  case NameShape::Tracer:
    return GuessKind::Trace;
  case NameShape::Function:
    return GuessKind::Function;
  case NameShape::Value:
    return GuessKind::Value;
  case NameShape::Constant:
    return GuessKind::Constant;
  case NameShape::Operand:
  case NameShape::Declared:
    break;
  }
  llvm_unreachable("nothing is guessed of what is declared");
}

StringRef kmdf::getKindName(const Guess &G) {
  switch (G.Kind) {
  case GuessKind::Header:
    return "header";
  case GuessKind::Macro:
  case GuessKind::MacroCall:
    return "annotation";
  case GuessKind::Trace:
    return "tracer";
  case GuessKind::Return:
  case GuessKind::ReturnIf:
    return "return";
  case GuessKind::Statement:
  case GuessKind::StatementCall:
    return "statement";
  case GuessKind::Loop:
    return "loop";
  case GuessKind::Copied:
    return "macro";
  case GuessKind::Type:
  case GuessKind::Tag:
    return G.Shape == TypeShape::Declared ? "declaration" : "type";
  case GuessKind::Prototype:
    return "declaration";
  case GuessKind::New:
  case GuessKind::Function:
    return "function";
  case GuessKind::Value:
    return "value";
  case GuessKind::Constant:
  case GuessKind::ConstantCall:
    return "constant";
  }
  llvm_unreachable("no such kind");
}

static constexpr llvm::StringLiteral OwnPrefix = "kmdf_";

bool kmdf::isOwnName(const Guess &G) {
  return StringRef(G.Name).substr(0, OwnPrefix.size()) == OwnPrefix;
}

StringRef kmdf::getPointeeName(StringRef Name) {
  for (StringRef Prefix : {"LPC", "LP", "PC", "P"})
    if (Name.size() > Prefix.size() + 1 &&
        Name.substr(0, Prefix.size()) == Prefix &&
        (llvm::isAlpha(Name[Prefix.size()]) || Name[Prefix.size()] == '_'))
      return Name.substr(Prefix.size());
  return StringRef();
}

StringRef kmdf::getLastName(StringRef Name) {
  return Name.substr(Name.rfind(':') + 1);
}

static bool isNamePart(char C) { return llvm::isAlnum(C) || C == '_'; }

Guess *Guesses::get(StringRef Name) {
  auto Found = Names.find(Name.str());
  return Found == Names.end() ? nullptr : &Found->second;
}

const Guess *Guesses::find(StringRef Name) const {
  auto Found = Names.find(Name.str());
  return Found == Names.end() ? nullptr : &Found->second;
}

Guess &Guesses::add(GuessKind Kind, StringRef Name, const Need &First) {
  Guess New;
  New.Kind = Kind;
  New.Name = Name.str();
  New.First = First;
  Changed = true;
  return Names.insert({New.Name, std::move(New)}).first->second;
}

/// How much a kind explains: what is guessed later must explain more.
static unsigned getRank(GuessKind Kind) {
  switch (Kind) {
  case GuessKind::Header:
  case GuessKind::New:
  case GuessKind::Prototype:
    return 6;
  case GuessKind::Value:
    return 0;
  case GuessKind::Constant:
  case GuessKind::Statement:
    return 1;
  case GuessKind::Function:
    return 2;
  case GuessKind::Type:
  case GuessKind::Tag:
    return 3;
  case GuessKind::ConstantCall:
  case GuessKind::Loop:
  case GuessKind::StatementCall:
  case GuessKind::Copied:
    return 4;
  case GuessKind::Return:
  case GuessKind::ReturnIf:
  case GuessKind::Macro:
  case GuessKind::MacroCall:
  case GuessKind::Trace:
    return 5;
  }
  llvm_unreachable("no such kind");
}

void Guesses::need(StringRef Name, NameShape Shape, const Need &First) {
  if (Shape == NameShape::Declared || Dropped.count(Name))
    return;
  if (Shape == NameShape::Operand)
    Shape = NameShape::Type;
  // An enumerator of what has no other use.
  StringRef Owner = Name.substr(0, Name.rfind("::"));
  if (const Guess *Scope = Owner == Name ? nullptr : find(Owner))
    if (Scope->Kind == GuessKind::Type &&
        (Shape == NameShape::Value || Shape == NameShape::Constant)) {
      reshape(Owner, TypeShape::Enum);
      addMember(Owner, getLastName(Name));
      return;
    }
  GuessKind Kind = getKind(Shape);
  bool IsQualified = Name.find(':') != StringRef::npos;
  if (IsQualified && getRank(Kind) > getRank(GuessKind::Type))
    return;
  if (IsQualified && Kind == GuessKind::Statement)
    Kind = GuessKind::Value;
  if (Kind == GuessKind::Function || Kind == GuessKind::StatementCall ||
      Kind == GuessKind::MacroCall)
    Kind = getCallKind(Name, Kind);
  // What is nothing cannot lock, which a name that says so may. SAL's
  // _Acquires_lock_ only speaks of it.
  if (Kind == GuessKind::MacroCall && Name.front() != '_' &&
      kmdf_name_says_lock(Name.str().c_str()))
    return;
  Guess *Known = get(Name);
  if (!Known) {
    Known = &add(Kind, Name, First);
  } else if (getRank(Kind) > getRank(Known->Kind)) {
    Known->Kind = Kind;
    Changed = true;
  }
  if (Known->Kind == GuessKind::Type && Shape == NameShape::Record)
    reshape(Name, TypeShape::Record);
  if (Known->Kind == GuessKind::Type && Shape == NameShape::Template)
    reshape(Name, TypeShape::Template);
}

GuessKind Guesses::getCallKind(StringRef Name, GuessKind Kind) const {
  if (kmdf_get_macro(Name.str().c_str()))
    return GuessKind::Copied;
  // A habit of error handling: RETURN_IF_FAILED(Status), RETURN_HR(Result).
  constexpr llvm::StringLiteral Return = "RETURN_";
  if (Name.substr(0, Return.size()) == Return)
    return Name.find("_IF") != StringRef::npos ||
                   Name.find("_UNLESS") != StringRef::npos ||
                   Name.find("EXPECTED") != StringRef::npos
               ? GuessKind::ReturnIf
               : GuessKind::Return;
  return Kind;
}

void Guesses::needHeader(StringRef Name, const Need &First) {
  if (get(Name))
    return;
  add(GuessKind::Header, Name, First);
  HasNewHeader = true;
}

void Guesses::clear() {
  Names.remove_if(
      [](const auto &Entry) { return Entry.second.Kind != GuessKind::Header; });
  Dropped.clear();
  Changed = true;
}

void Guesses::needPrototype(StringRef Name, std::string Declaration,
                            const Need &First) {
  Guess *Known = get(Name);
  if (Dropped.count(Name) || (Known && Known->Kind == GuessKind::Prototype))
    return;
  if (!Known)
    Known = &add(GuessKind::Prototype, Name, First);
  Known->Kind = GuessKind::Prototype;
  Known->Declaration = std::move(Declaration);
  Changed = true;
}

Guess &Guesses::addRecord(StringRef Tag, const Need &First) {
  Guess *Known = get(Tag);
  if (!Known)
    return add(GuessKind::Tag, Tag, First);
  // The name of a struct that was seen only where a value can be, too.
  if (Known->Kind == GuessKind::Value || Known->Kind == GuessKind::Constant) {
    Known->Kind = GuessKind::Tag;
    Changed = true;
  } else if (Known->Kind == GuessKind::Type &&
             Known->Shape != TypeShape::Record) {
    Known->Shape = TypeShape::Record;
    Changed = true;
  }
  return *Known;
}

void Guesses::needTypedef(StringRef Name, const Need &First) {
  if (Dropped.count(Name) || get(Name))
    return;
  Guess &New = add(GuessKind::Type, Name, First);
  New.Shape = TypeShape::Tag;
  New.Changes = MaxChanges;
}

void Guesses::setDeclared(StringRef Name, std::string Declaration) {
  Guess *Known = get(Name);
  if (!Known || Known->Kind != GuessKind::Type ||
      Known->Shape == TypeShape::Declared)
    return drop(Name);
  Known->Shape = TypeShape::Declared;
  Known->Declaration = std::move(Declaration);
  Known->Members.clear();
  Known->Changes = MaxChanges;
  Changed = true;
}

void Guesses::setPointee(StringRef Name, StringRef Pointee) {
  Guess *Known = get(Name);
  if (!Known || Known->Kind != GuessKind::Type || Known->Changes ||
      Known->Shape != TypeShape::Number)
    return;
  Known->Shape = TypeShape::Pointer;
  Known->Pointee = Pointee.str();
  Changed = true;
}

void Guesses::needBody(StringRef Tag, const Need &First) {
  if (!Dropped.count(Tag))
    addRecord(Tag, First);
}

void Guesses::makeConstant(StringRef Name) {
  Guess *Known = get(Name);
  if (!Known ||
      (Known->Kind != GuessKind::Function && Known->Kind != GuessKind::Value))
    return;
  Known->Kind = Known->Kind == GuessKind::Function ? GuessKind::ConstantCall
                                                   : GuessKind::Constant;
  Changed = true;
}

void Guesses::needNew(const Need &First) {
  constexpr llvm::StringLiteral Name = "operator new";
  if (!get(Name) && !Dropped.count(Name))
    add(GuessKind::New, Name, First);
}

void Guesses::setTypeArgument(StringRef Name, unsigned Index) {
  Guess *Known = get(Name);
  if (Known && Known->Kind == GuessKind::Function)
    Changed |= Known->TypeArguments.insert(Index).second;
}

void Guesses::reshape(StringRef Name, TypeShape Shape) {
  Guess *Known = get(Name);
  if (!Known || Known->Kind != GuessKind::Type || Known->Shape == Shape ||
      Known->Changes >= MaxChanges)
    return;
  // What has members is no number.
  if (Shape == TypeShape::Number && !Known->Members.empty())
    return;
  Known->Shape = Shape;
  ++Known->Changes;
  Changed = true;
}

void Guesses::setFunctionType(StringRef Name, std::string Declaration) {
  Guess *Known = get(Name);
  if (!Known || Known->Kind != GuessKind::Type ||
      Known->Shape == TypeShape::Function || Known->Changes >= MaxChanges)
    return;
  Known->Shape = TypeShape::Function;
  Known->Declaration = std::move(Declaration);
  ++Known->Changes;
  Changed = true;
}

void Guesses::addMember(StringRef Record, StringRef Name) {
  Guess *Known = get(Record);
  if (!Known || Dropped.count((Record + "::" + Name).str()))
    return;
  for (const Member &M : Known->Members)
    if (M.Name == Name)
      return;
  Member New;
  New.Name = Name.str();
  New.Declaration = (Number + " " + Name).str();
  Known->Members.push_back(std::move(New));
  Changed = true;
}

/// Sets the type of a guess or of a member. Returns whether that changed it.
template <typename T>
static bool setTypeOf(T &Of, std::string Declaration, Certainty IsOfType) {
  // The first use settles what others could only settle otherwise.
  if (Of.IsOfType >= IsOfType &&
      (IsOfType == Certainty::Likely || Of.Changes >= MaxChanges))
    return false;
  // What has members is no number, wherever it may be used as one.
  auto IsNumber = [](StringRef Text) {
    return Text.substr(0, Number.size()) == Number;
  };
  if (IsNumber(Declaration) && !Of.Declaration.empty() &&
      !IsNumber(Of.Declaration))
    return false;
  Of.IsOfType = IsOfType;
  if (Of.Declaration == Declaration)
    return false;
  Of.Declaration = std::move(Declaration);
  ++Of.Changes;
  return true;
}

void Guesses::setType(StringRef Record, StringRef Name, std::string Declaration,
                      Certainty IsOfType) {
  Guess *Known = get(Record.empty() ? Name : Record);
  if (!Known)
    return;
  if (Record.empty()) {
    if (Known->Kind == GuessKind::Function || Known->Kind == GuessKind::Value)
      Changed |= setTypeOf(*Known, std::move(Declaration), IsOfType);
    return;
  }
  for (Member &M : Known->Members)
    if (M.Name == Name)
      Changed |= setTypeOf(M, std::move(Declaration), IsOfType);
}

std::string Guesses::setRecordType(StringRef Record, StringRef Name,
                                   bool IsPointer) {
  const Guess *Owner = find(Record.empty() ? Name : Record);
  if (!Owner)
    return "";
  std::string Tag = "kmdf_type_of_" + Name.str();
  if (!Record.empty())
    Tag = "kmdf_type_of_" + Record.str() + "_" + Name.str();
  std::replace(Tag.begin(), Tag.end(), ':', '_');
  addRecord(Tag, Owner->First);
  setType(Record, Name,
          "struct " + Tag + (IsPointer ? " *" : " ") + getLastName(Name).str(),
          Certainty::Needed);
  return Tag;
}

void Guesses::makeArray(StringRef Name, bool IsMember, bool OfRecords) {
  // Records may be added on the way.
  std::vector<std::string> Owners;
  for (const auto &[Key, G] : Names) {
    if (!IsMember && Key == Name)
      Owners.push_back("");
    for (const Member &M : G.Members)
      if (IsMember && M.Name == Name)
        Owners.push_back(Key);
  }
  for (const std::string &Owner : Owners)
    if (OfRecords)
      setRecordType(Owner, Name, /*IsPointer=*/true);
    else
      setType(Owner, Name, (Number + " *" + getLastName(Name)).str(),
              Certainty::Needed);
}

std::string Guesses::getRecordOf(StringRef Name, bool IsPointer) {
  Guess *Known = get(Name);
  if (!Known || Known->Kind != GuessKind::Type)
    return "";
  if (!IsPointer) {
    if (Known->Shape == TypeShape::Record)
      return Known->Name;
    if (Known->Shape == TypeShape::Pointer)
      return "";
    reshape(Name, TypeShape::Record);
    return Known->Shape == TypeShape::Record ? Known->Name : "";
  }
  if (Known->Shape == TypeShape::Pointer && !Known->Pointee.empty())
    return find(Known->Pointee) ? Known->Pointee : "";
  Need First = Known->First;
  std::string Tag = getPointeeName(Name).str();
  if (Tag.empty() || Name.find(':') != StringRef::npos)
    Tag = "kmdf_pointed_to_by_" + getLastName(Name).str();
  addRecord(Tag, First);
  // The new guess may have moved the old one.
  Known = get(Name);
  Known->Shape = TypeShape::Pointer;
  Known->Pointee = Tag;
  Known->IsPointeeTag = true;
  Changed = true;
  return Tag;
}

StringRef Guesses::findLine(const InsertionPoint &Point, unsigned Line) const {
  auto Owners = Lines.find(Point);
  if (Owners == Lines.end() || Line == 0 || Line > Owners->second.size())
    return StringRef();
  return Owners->second[Line - 1].first;
}

bool Guesses::hoist(StringRef Declaration, const InsertionPoint &To) {
  bool HasMoved = false;
  while (!Declaration.empty()) {
    Declaration = Declaration.drop_while([](char C) { return !isNamePart(C); });
    StringRef Word = Declaration.take_while(isNamePart);
    Declaration = Declaration.drop_front(Word.size());
    Guess *Known = get(Word);
    if (!Known || Known->First.Point == To || Known->Moves >= MaxChanges ||
        (Known->Kind != GuessKind::Type && Known->Kind != GuessKind::Tag))
      continue;
    Known->First.Point = To;
    ++Known->Moves;
    HasMoved = true;
  }
  return HasMoved;
}

void Guesses::refute(const InsertionPoint &Point, unsigned Line) {
  auto Owners = Lines.find(Point);
  if (Owners == Lines.end() || Line == 0 || Line > Owners->second.size())
    return;
  auto [Name, Index] = Owners->second[Line - 1];
  Guess *Known = get(Name);
  if (!Known)
    return;
  // One mistake on a line may be objected to more than once.
  if (Index >= static_cast<int>(Known->Members.size()) ||
      !Refuted.insert({Point, Line}).second)
    return;
  // It may speak of what is only guessed further down.
  const std::string &Declaration =
      Index >= 0 ? Known->Members[Index].Declaration : Known->Declaration;
  if (hoist(Declaration, Known->First.Point)) {
    Changed = true;
    return;
  }
  if (Index >= 0) {
    Member &M = Known->Members[Index];
    std::string Plain = (Number + " " + M.Name).str();
    if (M.Declaration == Plain) {
      Dropped.insert(Name + "::" + M.Name);
      Known->Members.erase(Known->Members.begin() + Index);
    } else {
      M.Declaration = Plain;
      M.IsOfType = Certainty::Needed;
      M.Changes = MaxChanges;
    }
  } else if (Known->Kind == GuessKind::Type &&
             Known->Shape != TypeShape::Number && Known->Members.empty()) {
    Known->Shape = TypeShape::Number;
    Known->Changes = MaxChanges;
  } else if (Known->Kind != GuessKind::Prototype &&
             !Known->Declaration.empty()) {
    Known->Declaration.clear();
    Known->IsOfType = Certainty::Needed;
    Known->Changes = MaxChanges;
  } else {
    return drop(Name);
  }
  Changed = true;
}

void Guesses::drop(StringRef Name) {
  // The name may be the guess's own.
  std::string Own = Name.str();
  Dropped.insert(Own);
  if (get(Own)) {
    Names.erase(Names.find(Own));
    Changed = true;
  }
}
