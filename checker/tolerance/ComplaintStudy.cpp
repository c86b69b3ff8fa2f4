//===-- ComplaintStudy.cpp - From errors to guesses -------------*- C++ -*-===//
//
// Part of the KMDF checkers, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "ComplaintStudy.h"

#include "FileScopeNames.h"
#include "NameUses.h"
#include "TracerNames.h"

#include "clang/Basic/DiagnosticParse.h"
#include "clang/Basic/DiagnosticSema.h"
#include "clang/Basic/SourceManager.h"

using namespace clang;
using namespace kmdf;

bool ComplaintStudy::isKnownType(StringRef Name) const {
  for (const NamedDecl *D : findAtFileScope(Name, S))
    if (isa<TypedefNameDecl>(D) ||
        (isa<TagDecl>(D) && S.getLangOpts().CPlusPlus))
      return !isInGuesses(D->getLocation(), PP.getSourceManager());
  return false;
}

/// Whether a local variable or a parameter of the name at \p I is declared
/// before, in a declaration that the compiler gave up.
static bool isDeclaredBefore(const TokenLog &Tokens, TokenLog::Index I) {
  // From where the outermost braces' declaration starts.
  TokenLog::Index Outer = I;
  while (Tokens[Outer].Opener != TokenLog::None &&
         Tokens.regionOf(Outer) != Region::Declarations)
    Outer = Tokens[Outer].Opener;
  for (TokenLog::Index At = Tokens.startOf(Outer); At < I; ++At)
    if (Tokens[At].Name == Tokens[I].Name && Tokens.isUnknown(At) &&
        getNameShape(Tokens, At) == NameShape::Declared)
      return true;
  return false;
}

/// Whether the call of the name at \p I is a statement of its own.
static bool isStatement(const TokenLog &Tokens, TokenLog::Index I) {
  if (I == 0)
    return true;
  switch (Tokens.kind(I - 1)) {
  case tok::semi:
  case tok::l_brace:
  case tok::r_brace:
  case tok::r_paren:
  case tok::colon:
  case tok::kw_else:
  case tok::kw_do:
    return true;
  default:
    return false;
  }
}

/// Whether some call of the tracer at \p I does something in its arguments, so
/// that it cannot be left out.
static bool haveArgumentsEffect(const TokenLog &Tokens, TokenLog::Index I) {
  for (TokenLog::Index Use : Tokens.unknownUses(I)) {
    TokenLog::Index Opener = Use + 1;
    if (!Tokens.is(Opener, tok::l_paren) ||
        Tokens[Opener].Partner == TokenLog::None)
      continue;
    for (TokenLog::Index At = Opener + 1; At < Tokens[Opener].Partner; ++At)
      if (Tokens.is(At, tok::equal) ||
          (Tokens.isName(At) && Tokens.is(At + 1, tok::l_paren)))
        return true;
  }
  return false;
}

void ComplaintStudy::studyName(TokenLog::Index I) {
  if (getNameShape(Tokens, I) == NameShape::Declared ||
      isDeclaredBefore(Tokens, I))
    return;
  auto [First, Last] = getWholeName(Tokens, I);
  NameShape Shape =
      First == Last ? getOverallShape(Tokens, I) : getNameShape(Tokens, I);
  // What a class does not have cannot be added to it.
  if (First != Last && (Tokens[First].Means == Meaning::Type ||
                        Tokens[First].Means == Meaning::Value))
    return;
  std::string Name;
  for (TokenLog::Index At = First; At <= Last; ++At)
    Name += Tokens.is(At, tok::coloncolon) ? "::" : Tokens.spelling(At);
  Need Place = makeNeed(Tokens[I].Location, I, Tokens, PP.getSourceManager());
  if (Place.Point.empty())
    return;
  needHeaders(Name, Place);
  if (Tokens[I].Means == Meaning::Tag && Shape == NameShape::Type)
    return Names.needTypedef(Name, Place);
  if ((isTracerName(Name) || Names.isTracer(Name)) &&
      !haveArgumentsEffect(Tokens, I) && isStatement(Tokens, I))
    Shape = NameShape::Tracer;
  Names.need(Name, Shape, Place);
  StringRef Pointee = getPointeeName(Name);
  if (Shape == NameShape::Type && !Pointee.empty() && isKnownType(Pointee))
    Names.setPointee(Name, Pointee);
}

void ComplaintStudy::needHeaders(StringRef Name, const Need &First) {
  // A driver's own header that is missing may have been what includes these.
  auto Begins = [&](StringRef Prefix) {
    return Name.substr(0, Prefix.size()) == Prefix;
  };
  bool IsAnnotation = Begins("_") && Name.back() == '_'; // SAL's _In_
  static constexpr llvm::StringLiteral SystemNames[] = {
      "NTSTATUS",
      "PVOID",
      "ULONG",
      "PULONG",
      "UCHAR",
      "BOOLEAN",
      "VOID",
      "PDRIVER_OBJECT",
      "PDEVICE_OBJECT",
      "PUNICODE_STRING",
      "UNICODE_STRING",
      "NT_SUCCESS",
      "STATUS_SUCCESS",
      "PAGED_CODE",
      "UNREFERENCED_PARAMETER"};
  bool IsSystem = IsAnnotation || llvm::is_contained(SystemNames, Name);
  bool IsFramework = Begins("WDF") || Begins("Wdf") || Begins("PWDF") ||
                     Begins("EVT_WDF") || Begins("PFN_WDF");
  if ((IsSystem || IsFramework) && !isKnownType("NTSTATUS"))
    Names.needHeader(PP.isMacroDefined("UMDF_VERSION_MAJOR") ? "windows.h"
                                                             : "ntddk.h",
                     First);
  if (IsFramework && !isKnownType("WDFOBJECT"))
    Names.needHeader("wdf.h", First);
}

/// Whether the objection is that something is declared twice in two ways.
static bool isRedeclaration(unsigned ID) {
  switch (ID) {
  case diag::err_redefinition:
  case diag::err_redefinition_different_kind:
  case diag::err_redefinition_different_type:
  case diag::err_redefinition_different_typedef:
  case diag::err_redefinition_of_enumerator:
  case diag::err_conflicting_types:
  case diag::err_different_return_type_for_overriding_virtual_function:
  case diag::err_ovl_diff_return_type:
  case diag::err_static_non_static:
  case diag::err_use_with_wrong_tag:
  case diag::err_different_language_linkage:
  case diag::err_ambiguous_reference:
    return true;
  default:
    return false;
  }
}

bool ComplaintStudy::blameGuess(SourceLocation Location,
                                bool IsDeclaredElsewhere) {
  const SourceManager &Sources = PP.getSourceManager();
  if (!isInGuesses(Location, Sources))
    return false;
  auto [File, Offset] = Sources.getDecomposedExpansionLoc(Location);
  unsigned Line = Sources.getLineNumber(File, Offset);
  const InsertionPoint *Point = Callbacks.getPoint(File);
  if (!Point)
    return true;
  if (IsDeclaredElsewhere)
    adopt(Names.findLine(*Point, Line).str());
  else
    Names.refute(*Point, Line);
  return true;
}

/// A member that a guessed record does not have, where no object is that the
/// AST could tell of: offsetof(FOO, member).
void ComplaintStudy::studyMember(const Complaint &What, TokenLog::Index I) {
  const auto *Owner = dyn_cast_or_null<RecordDecl>(What.Owner);
  for (QualType T : What.Types)
    if (const auto *Tag = T->getAs<RecordType>())
      Owner = Tag->getDecl();
  if (!Owner || !Owner->getIdentifier())
    return;
  if (Tokens.is(I, tok::kw___builtin_offsetof))
    while (!Tokens.is(I++, tok::comma))
      if (I >= Tokens.size())
        return;
  if (Tokens.isName(I))
    Names.addMember(Owner->getQualifiedNameAsString(), Tokens.spelling(I));
}

/// At \p I is the bracket before an index of what is no array. The AST keeps
/// nothing of it.
void ComplaintStudy::studyElement(TokenLog::Index I) {
  if (!Tokens.is(I, tok::l_square) || I < 2 || !Tokens.isName(I - 1) ||
      Tokens[I].Partner == TokenLog::None)
    return;
  bool IsMember = Tokens.is(I - 2, tok::arrow) || Tokens.is(I - 2, tok::period);
  bool OfRecords = Tokens.is(Tokens[I].Partner + 1, tok::period);
  Names.makeArray(Tokens.spelling(I - 1), IsMember, OfRecords);
  // A variable that is declared by a type which is guessed.
  for (TokenLog::Index At = I - 1; At > 0 && !IsMember; --At) {
    if (Tokens[At].Name != Tokens[I - 1].Name || !Tokens.isUnknown(At) ||
        !Tokens.isName(At - 1))
      continue;
    StringRef Type = Tokens.spelling(At - 1);
    if (OfRecords)
      Names.getRecordOf(Type, /*IsPointer=*/true);
    else
      Names.reshape(Type, TypeShape::Pointer);
    return;
  }
}

/// The expression that \p I is in has to be a constant.
void ComplaintStudy::studyConstant(TokenLog::Index I) {
  for (TokenLog::Index At = I; At < Tokens.size(); ++At) {
    if (Tokens.is(At, tok::colon) || Tokens.is(At, tok::semi) ||
        Tokens.is(At, tok::comma) || Tokens.is(At, tok::r_square))
      return;
    if (Tokens.isName(At) && Tokens[At].Means == Meaning::Value)
      Names.makeConstant(Tokens.spelling(At));
  }
}

/// At \p I is a type where a function's argument should be.
void ComplaintStudy::studyTypeArgument(TokenLog::Index I) {
  TokenLog::Index Opener = Tokens[I].Opener;
  if (Opener == TokenLog::None || Opener == 0 || !Tokens.isName(Opener - 1))
    return;
  unsigned Index = 0;
  for (TokenLog::Index At = Opener + 1; At < I; ++At)
    Index += Tokens.is(At, tok::comma) && Tokens[At].Opener == Opener;
  Names.setTypeArgument(Tokens.spelling(Opener - 1), Index);
}

/// The name is declared somewhere, but too late for its first use: what is
/// declared there is put in earlier.
void ComplaintStudy::adopt(StringRef Name) {
  for (const NamedDecl *D : findAtFileScope(Name, S)) {
    const auto *Typedef = dyn_cast<TypedefNameDecl>(D);
    if (!Typedef)
      continue;
    for (const TypedefNameDecl *Redeclared : Typedef->redecls()) {
      if (isInGuesses(Redeclared->getLocation(), PP.getSourceManager()))
        continue;
      // Records can be declared by their tags alone, and numbers by the
      // language's own names.
      QualType T = Redeclared->getUnderlyingType().getCanonicalType();
      QualType Base = T;
      while (Base->isPointerType())
        Base = Base->getPointeeType();
      const auto *Record = Base->getAs<RecordType>();
      bool IsNamed = Record && Record->getDecl()->getIdentifier() &&
                     Record->getDecl()->getDeclContext()->isTranslationUnit();
      if (!IsNamed && !Base->isBuiltinType())
        break;
      std::string Declaration = Name.str();
      PrintingPolicy Policy(S.getLangOpts());
      Policy.SuppressTagKeyword = false;
      T.getAsStringInternal(Declaration, Policy);
      return Names.setDeclared(Name, std::move(Declaration));
    }
  }
  Names.drop(Name);
}

void ComplaintStudy::studyTypes(const Complaint &What, TokenLog::Index I) {
  if (What.ID == diag::err_no_member)
    studyMember(What, I);
  bool HasPointer = llvm::any_of(What.Types, [](QualType T) {
    return T->isPointerType() || T->isNullPtrType();
  });
  for (QualType T : What.Types) {
    if (const auto *Pointer = T->getAs<PointerType>())
      T = Pointer->getPointeeType();
    const auto *Tag = T->getAs<RecordType>();
    const auto *Typedef = T->getAs<TypedefType>();
    const SourceManager &Sources = PP.getSourceManager();
    if (Typedef && isInGuesses(Typedef->getDecl()->getLocation(), Sources)) {
      std::string Name = Typedef->getDecl()->getQualifiedNameAsString();
      if (What.ID == diag::err_typecheck_call_not_function)
        Names.reshape(Name, TypeShape::FunctionPointer);
      else if (Tag)
        Names.reshape(Name, TypeShape::Number);
      else if (HasPointer && !T->isPointerType())
        Names.reshape(Name, TypeShape::Pointer);
      continue;
    }
    // A struct that is only declared, where its size or a member is needed.
    if (Tag && !Tag->getDecl()->getDefinition() &&
        Tag->getDecl()->getIdentifier()) {
      const auto *First = Tag->getDecl()->getCanonicalDecl();
      SourceLocation Location = First->getLocation();
      if (!isInGuesses(Location, Sources))
        Names.needBody(First->getQualifiedNameAsString(),
                       makeNeed(Location, Tokens.find(Location, Sources),
                                Tokens, Sources));
    }
  }
}

void ComplaintStudy::study(const Complaint &What) {
  if (blameGuess(What.Location, /*IsDeclaredElsewhere=*/false))
    return;
  bool IsRedeclaration = isRedeclaration(What.ID);
  for (SourceLocation Note : What.Notes)
    if (IsRedeclaration && blameGuess(Note, /*IsDeclaredElsewhere=*/true))
      return;
  const SourceManager &Sources = PP.getSourceManager();
  TokenLog::Index I = Tokens.find(What.Location, Sources);
  if (I == TokenLog::None)
    return;
  studyTypes(What, I);
  if (What.ID == diag::err_typecheck_subscript_value)
    return studyElement(I);
  if (What.ID == diag::err_expr_not_ice)
    return studyConstant(I);
  if (Tokens.is(I, tok::kw_new))
    return Names.needNew(makeNeed(What.Location, I, Tokens, Sources));
  // Of a call whose arguments make no sense the compiler does not ask what is
  // called.
  for (TokenLog::Index Opener = Tokens[I].Opener;
       Opener != TokenLog::None && Tokens.is(Opener, tok::l_paren);
       Opener = Tokens[Opener].Opener)
    if (Opener > 0 && Tokens.isUnknown(Opener - 1))
      studyName(Opener - 1);
  if (What.ID == diag::err_unexpected_typedef)
    return studyTypeArgument(I);
  if (Tokens.isUnknown(I) ||
      (Tokens.isName(I) && Tokens[I].Means == Meaning::Tag))
    if (getNameShape(Tokens, I) != NameShape::Declared)
      return studyName(I);
  // The compiler noticed later than at the name that it does not know.
  for (TokenLog::Index At = Tokens.outerStartOf(I), End = I + 2;
       At < End && At < Tokens.size(); ++At) {
    if (!Tokens.isUnknown(At))
      continue;
    switch (getNameShape(Tokens, At)) {
    case NameShape::Annotation:
    case NameShape::AnnotationCall:
    case NameShape::Statement:
    case NameShape::StatementCall:
    case NameShape::Loop:
    case NameShape::Type:
      studyName(At);
      break;
    default:
      break;
    }
  }
}
