//===-- LockContracts.cpp - What a function is annotated to do --*- C++ -*-===//
//
// Part of the KMDF checkers, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "LockContracts.h"

#include "Compat.h"
#include "HandlePlaces.h"
#include "LockHandles.h"

#include "clang/AST/ASTContext.h"
#include "clang/AST/Attr.h"
#include "clang/AST/DeclCXX.h"
#include "clang/AST/ExprCXX.h"
#include "clang/Basic/CharInfo.h"
#include "clang/Lex/Lexer.h"

using namespace clang;
using namespace ento;
using namespace kmdf;

SVal LockPath::follow(SVal Start, ProgramStateRef State,
                      const LocationContext *LCtx) const {
  SVal Now = Global ? SVal(State->getLValue(Global, LCtx)) : Start;
  // A variable is a place, the value of a parameter is not.
  bool IsPlace = Global;
  auto Load = [&] {
    const MemRegion *Place = Now.getAsRegion();
    Now = Place ? getHandleAt(State, Place) : UnknownVal();
  };
  for (const Step &Next : Steps) {
    if (Next.Field)
      Now = IsPlace ? getFieldPlace(State, Next.Field, Now) : UnknownVal();
    else if (IsPlace)
      Load();
    IsPlace = true;
  }
  if (!IsPlace)
    return Now;
  Load();
  return Now;
}

namespace {
/// What an annotation names, and of which type it is.
struct NamedPlace {
  LockPath Path;
  QualType Type;

  static NamedPlace of(const ParmVarDecl *Parameter) {
    return {{Parameter, nullptr, {}}, Parameter->getType()};
  }
  static NamedPlace of(const VarDecl *Global) {
    return {{nullptr, Global, {}}, Global->getType()};
  }
  static NamedPlace ofThis(QualType T) { return {{nullptr, nullptr, {}}, T}; }

  bool follow() {
    if (!Type->isPointerType())
      return false;
    Path.Steps.push_back({nullptr});
    Type = Type->getPointeeType();
    return true;
  }

  bool select(const FieldDecl *Field) {
    if (!Field)
      return false;
    Path.Steps.push_back({Field});
    Type = Field->getType();
    return true;
  }
};

/// Finds out what an annotation's text names, where the function is declared.
class PathParser {
public:
  PathParser(StringRef Text, const FunctionDecl *Function,
             const ParmVarDecl *Annotated)
      : Text(Text), Function(Function), Annotated(Annotated) {}

  std::optional<NamedPlace> parse() {
    auto Place = parsePrefixed();
    Text = Text.ltrim();
    return Text.empty() ? Place : std::nullopt;
  }

private:
  std::optional<NamedPlace> parsePrefixed();
  std::optional<NamedPlace> parsePostfixed();
  std::optional<NamedPlace> parseName();
  std::optional<NamedPlace> find(StringRef Name) const;
  StringRef takeIdentifier();
  bool take(StringRef Token) {
    Text = Text.ltrim();
    return Text.consume_front(Token);
  }

  StringRef Text;
  const FunctionDecl *Function;
  const ParmVarDecl *Annotated;
};
} // namespace

StringRef PathParser::takeIdentifier() {
  Text = Text.ltrim();
  StringRef Name =
      Text.take_while([](char C) { return isAsciiIdentifierContinue(C); });
  Text = Text.drop_front(Name.size());
  return Name;
}

/// `*p` is a step that comes after those of p; `&x` takes the last one back.
std::optional<NamedPlace> PathParser::parsePrefixed() {
  if (take("*")) {
    auto Place = parsePrefixed();
    return Place && Place->follow() ? Place : std::nullopt;
  }
  // The lock and its address are one to whoever writes an annotation.
  if (take("&"))
    return parsePrefixed();
  return parsePostfixed();
}

std::optional<NamedPlace> PathParser::parsePostfixed() {
  auto Place = parseName();
  while (Place) {
    bool IsArrow = take("->");
    if (!IsArrow && !take("."))
      return Place;
    if (IsArrow && !Place->follow())
      return std::nullopt;
    StringRef Name = takeIdentifier();
    const FieldDecl *Found = nullptr;
    if (const auto *Record = Place->Type->getAs<RecordType>())
      if (const RecordDecl *Definition = Record->getDecl()->getDefinition())
        for (const FieldDecl *Field : Definition->fields())
          if (Field->getName() == Name)
            Found = Field;
    if (!Place->select(Found))
      return std::nullopt;
  }
  return std::nullopt;
}

std::optional<NamedPlace> PathParser::parseName() {
  if (take("(")) {
    auto Place = parsePrefixed();
    return take(")") ? Place : std::nullopt;
  }
  return find(takeIdentifier());
}

std::optional<NamedPlace> PathParser::find(StringRef Name) const {
  if (Name == "_Curr_" && Annotated)
    return NamedPlace::of(Annotated);
  for (const ParmVarDecl *Parameter : Function->parameters())
    if (Parameter->getName() == Name)
      return NamedPlace::of(Parameter);
  const auto *Method = dyn_cast<CXXMethodDecl>(Function);
  if (Method && Method->isInstance()) {
    NamedPlace This = NamedPlace::ofThis(Method->getThisType());
    if (Name == "this")
      return This;
    for (const FieldDecl *Field : Method->getParent()->fields())
      if (Field->getName() == Name && This.follow() && This.select(Field))
        return This;
  }
  ASTContext &Context = Function->getASTContext();
  IdentifierInfo &Identifier = Context.Idents.get(Name);
  for (const NamedDecl *D :
       Context.getTranslationUnitDecl()->lookup(&Identifier))
    if (const auto *Variable = dyn_cast<VarDecl>(D))
      return NamedPlace::of(Variable);
  return std::nullopt;
}

/// The same of an argument of clang's attributes, which is parsed already.
static std::optional<NamedPlace> getPlace(const Expr *E) {
  E = E->IgnoreParenImpCasts();
  if (const auto *Operator = dyn_cast<UnaryOperator>(E)) {
    auto Place = getPlace(Operator->getSubExpr());
    if (Operator->getOpcode() == UO_AddrOf)
      return Place;
    return Operator->getOpcode() == UO_Deref && Place && Place->follow()
               ? Place
               : std::nullopt;
  }
  if (isa<CXXThisExpr>(E))
    return NamedPlace::ofThis(E->getType());
  if (const auto *Reference = dyn_cast<DeclRefExpr>(E)) {
    if (const auto *Parameter = dyn_cast<ParmVarDecl>(Reference->getDecl()))
      return NamedPlace::of(Parameter);
    if (const auto *Variable = dyn_cast<VarDecl>(Reference->getDecl()))
      return NamedPlace::of(Variable);
    return std::nullopt;
  }
  const auto *Member = dyn_cast<MemberExpr>(E);
  if (!Member)
    return std::nullopt;
  auto Place = getPlace(Member->getBase());
  if (!Place || (Member->isArrow() && !Place->follow()) ||
      !Place->select(dyn_cast<FieldDecl>(Member->getMemberDecl())))
    return std::nullopt;
  return Place;
}

/// Whether a lock of this type is none of the framework's: one of Windows' own.
static bool isOtherLock(QualType T, const ASTContext &Context) {
  if (T->isPointerType())
    T = T->getPointeeType();
  if (const auto *Record = T->getAs<RecordType>())
    return Context.getSourceManager().isInSystemHeader(
        Record->getDecl()->getLocation());
  return T->isIntegerType();
}

namespace {
class ContractReader {
public:
  explicit ContractReader(const FunctionDecl *Function) : Function(Function) {}

  void read();

  std::vector<LockContract> Contracts;

private:
  void read(const Decl *Annotated, const FunctionDecl *Declaration);
  void readText(StringRef Text, const FunctionDecl *Declaration,
                const ParmVarDecl *Annotated);
  template <typename AttrType>
  void readArguments(const Attr *A, LockContract::KindOfContract Kind);
  void add(LockContract::KindOfContract Kind, std::optional<NamedPlace> Place,
           StringRef Text);

  StringRef getSourceText(const Expr *E) const {
    const ASTContext &Context = Function->getASTContext();
    return Lexer::getSourceText(
        CharSourceRange::getTokenRange(E->getSourceRange()),
        Context.getSourceManager(), Context.getLangOpts());
  }

  const FunctionDecl *Function;
  bool IsConditional = false;
};
} // namespace

void ContractReader::add(LockContract::KindOfContract Kind,
                         std::optional<NamedPlace> Place, StringRef Text) {
  if (Place && !getLockFamily(Place->Type) && Place->Type->isPointerType() &&
      getLockFamily(Place->Type->getPointeeType()))
    Place->follow();
  auto Family = Place ? getLockFamily(Place->Type) : std::nullopt;
  if (Family && !IsConditional)
    Contracts.push_back(
        {Kind, std::move(Place->Path), *Family, Text.trim().str()});
  else if (Place && !Family &&
           isOtherLock(Place->Type, Function->getASTContext()))
    Contracts.push_back({LockContract::OfAnotherLock, std::nullopt});
  else
    Contracts.push_back({Kind, std::nullopt});
}

void ContractReader::readText(StringRef Text, const FunctionDecl *Declaration,
                              const ParmVarDecl *Annotated) {
  if (!Text.consume_front("kmdf:"))
    return;
  auto [What, Lock] = Text.split(':');
  if (What == "when" || What == "endwhen") {
    IsConditional = What == "when";
    return;
  }
  auto Place = PathParser(Lock, Declaration, Annotated).parse();
  StringRef Name = Lock == "_Curr_" && Annotated ? Annotated->getName() : Lock;
  if (What == "acquires")
    add(LockContract::Acquires, std::move(Place), Name);
  else if (What == "releases")
    add(LockContract::Releases, std::move(Place), Name);
  else if (What == "requires")
    add(LockContract::Requires, std::move(Place), Name);
  else if (What == "excludes")
    add(LockContract::Excludes, std::move(Place), Name);
}

template <typename AttrType>
void ContractReader::readArguments(const Attr *A,
                                   LockContract::KindOfContract Kind) {
  const auto *Typed = dyn_cast<AttrType>(A);
  if (!Typed)
    return;
  // Without an argument it is the object itself.
  if (Typed->args_size() == 0)
    add(Kind, std::nullopt, "");
  for (const Expr *Argument : Typed->args())
    add(Kind, getPlace(Argument), getSourceText(Argument));
}

void ContractReader::read(const Decl *Annotated,
                          const FunctionDecl *Declaration) {
  IsConditional = false;
  for (const Attr *A : Annotated->attrs()) {
    // A declaration inherits the attributes of those before it.
    if (const auto *Inheritable = dyn_cast<InheritableAttr>(A))
      if (Inheritable->isInherited())
        continue;
    if (const auto *Annotation = dyn_cast<AnnotateAttr>(A))
      readText(Annotation->getAnnotation(), Declaration,
               dyn_cast<ParmVarDecl>(Annotated));
    readArguments<AcquireCapabilityAttr>(A, LockContract::Acquires);
    readArguments<ReleaseCapabilityAttr>(A, LockContract::Releases);
    readArguments<RequiresCapabilityAttr>(A, LockContract::Requires);
    readArguments<LocksExcludedAttr>(A, LockContract::Excludes);
    // It depends on the result.
    if (isa<TryAcquireCapabilityAttr>(A))
      add(LockContract::Acquires, std::nullopt, "");
  }
}

void ContractReader::read() {
  for (const FunctionDecl *Declaration : Function->redecls()) {
    read(Declaration, Declaration);
    for (const ParmVarDecl *Parameter : Declaration->parameters())
      read(Parameter, Declaration);
  }
}

bool kmdf::areTelling(llvm::ArrayRef<LockContract> Contracts) {
  auto ChangesLock = [](const LockContract &Contract) {
    return Contract.changesLock();
  };
  return llvm::any_of(Contracts, ChangesLock) &&
         llvm::all_of(Contracts, [](const LockContract &Contract) {
           return !Contract.changesLock() || Contract.Path;
         });
}

std::vector<LockContract> kmdf::getLockContracts(const FunctionDecl *Function) {
  ContractReader Reader(Function);
  Reader.read();
  return std::move(Reader.Contracts);
}
