//===-- RoleDeclarations.cpp - Declarations that are missing ----*- C++ -*-===//
//
// Part of the KMDF checkers, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "RoleDeclarations.h"

#include "clang/AST/ASTContext.h"
#include "clang/AST/DeclCXX.h"
#include "clang/Basic/SourceManager.h"
#include "clang/Lex/Lexer.h"

using namespace clang;
using namespace kmdf;

/// The declaration of \p Definition's function that stands first in the
/// definition's file.
static const FunctionDecl *findFirst(const FunctionDecl *Definition,
                                     const SourceManager &Sources) {
  const FunctionDecl *First = Definition;
  FileID File = Sources.getFileID(Definition->getLocation());
  for (const FunctionDecl *Next : Definition->redecls()) {
    const DeclContext *Around = Next->getLexicalDeclContext();
    if (Next->isImplicit() || Around->isFunctionOrMethod() ||
        Around->isRecord() || Next->getLocation().isMacroID() ||
        Sources.getFileID(Next->getLocation()) != File)
      continue;
    if (Sources.isBeforeInTranslationUnit(Next->getLocation(),
                                          First->getLocation()))
      First = Next;
  }
  return First;
}

namespace {
/// What stands in front of a declaration in its file.
struct Before {
  /// The line on which the last other declaration or directive ends, with the
  /// comments that begin there; 0 if there is none.
  unsigned EndLine = 0;
  /// The line of the declaration's first token, annotations included.
  unsigned FirstLine = 0;
};
} // namespace

/// Annotations belong to a declaration though they may expand to nothing, so
/// the parser does not know where it begins: the tokens do.
static Before lookBefore(SourceLocation Name, const ASTContext &Context) {
  const SourceManager &Sources = Context.getSourceManager();
  auto [File, NameOffset] = Sources.getDecomposedLoc(Name);
  llvm::StringRef Text = Sources.getBufferData(File);
  Lexer Tokens(Sources.getLocForStartOfFile(File), Context.getLangOpts(),
               Text.begin(), Text.begin(), Text.end());
  Tokens.SetCommentRetentionState(true);
  auto LineOf = [&](SourceLocation Location) {
    return Sources.getSpellingLineNumber(Location);
  };
  Before Found;
  bool IsInDirective = false;
  Token Next;
  while (!Tokens.LexFromRawLexer(Next)) {
    if (Sources.getFileOffset(Next.getLocation()) >= NameOffset)
      break;
    unsigned EndLine = LineOf(Next.getEndLoc());
    if (Next.is(tok::comment)) {
      if (LineOf(Next.getLocation()) == Found.EndLine && !Found.FirstLine)
        Found.EndLine = EndLine;
      continue;
    }
    if (Next.isAtStartOfLine())
      IsInDirective = Next.is(tok::hash);
    if (IsInDirective || Next.isOneOf(tok::semi, tok::l_brace, tok::r_brace))
      Found = {EndLine, 0};
    else if (!Found.FirstLine)
      Found.FirstLine = LineOf(Next.getLocation());
  }
  if (!Found.FirstLine)
    Found.FirstLine = LineOf(Name);
  return Found;
}

/// Whether the definition has the type that \p Role stands for, which is that
/// of the framework's headers.
static bool hasTypeOf(const FunctionDecl *Definition, QualType Role,
                      ASTContext &Context) {
  const auto *Wanted = Role->getAs<FunctionType>();
  const auto *Own = Definition->getType()->getAs<FunctionType>();
  if (!Wanted || !Own)
    return false;
  // A function without a calling convention of its own takes that of its first
  // declaration.
  QualType Adjusted(
      Context.adjustFunctionType(
          Own, Own->getExtInfo().withCallingConv(Wanted->getCallConv())),
      0);
  QualType Bare(Context.adjustFunctionType(Wanted, Wanted->getExtInfo()), 0);
  return Context.getLangOpts().CPlusPlus
             ? Context.hasSameType(Adjusted, Bare)
             : Context.typesAreCompatible(Adjusted, Bare);
}

static const TypedefNameDecl *findType(const char *Name,
                                       const ASTContext &Context) {
  for (const NamedDecl *Found :
       Context.getTranslationUnitDecl()->lookup(&Context.Idents.get(Name)))
    if (const auto *Type = dyn_cast<TypedefNameDecl>(Found))
      return Type;
  return nullptr;
}

static std::string findProblem(const FunctionDecl *Definition,
                               const FunctionDecl *First,
                               const kmdf_role_type &Role,
                               const TypedefNameDecl *Type,
                               const std::string &Text) {
  ASTContext &Context = Definition->getASTContext();
  const SourceManager &Sources = Context.getSourceManager();
  if (const auto *Method = dyn_cast<CXXMethodDecl>(Definition)) {
    if (Method->getParent()->isLambda())
      return "a lambda has no declaration; make it a function";
    return "a member is declared in its class; change its declaration there to "
           "'static " +
           Text + "'";
  }
  if (Definition->isTemplateInstantiation())
    return "a template has no role type; make it a function";
  SourceLocation Location = First->getLocation();
  if (Location.isMacroID() || Definition->getLocation().isMacroID())
    return "a macro makes the function; add it where the macro is used";
  PresumedLoc Presumed = Sources.getPresumedLoc(Location);
  PresumedLoc Actual = Sources.getPresumedLoc(Location, /*UseLineDirectives=*/
                                              false);
  if (Presumed.isInvalid() || Actual.isInvalid() ||
      Presumed.getLine() != Actual.getLine() ||
      StringRef(Presumed.getFilename()) != Actual.getFilename())
    return "the file is generated from another one; add it there";
  if (!Type)
    Type = findType(Role.name, Context);
  if (!Type)
    return std::string("the file does not know the type ") + Role.name +
           "; include wdf.h";
  if (!hasTypeOf(Definition, Type->getUnderlyingType(), Context))
    return std::string("its result or parameters are not those of ") +
           Role.name + "; change them first";
  return "";
}

RoleDeclaration kmdf::declareWithRole(const FunctionDecl *Definition,
                                      const kmdf_role_type &Role,
                                      const TypedefNameDecl *Type) {
  const ASTContext &Context = Definition->getASTContext();
  const FunctionDecl *First = findFirst(Definition, Context.getSourceManager());
  RoleDeclaration Wanted;
  const auto *Linkage =
      dyn_cast<LinkageSpecDecl>(First->getLexicalDeclContext());
  if (Linkage && !Linkage->hasBraces())
    Wanted.Text += "extern \"C\" ";
  if (Definition->getCanonicalDecl()->getStorageClass() == SC_Static &&
      !isa<CXXMethodDecl>(Definition))
    Wanted.Text += "static ";
  Wanted.Text += std::string(Role.name) + ' ' +
                 (Definition->getIdentifier() ? Definition->getName().str()
                                              : Definition->getNameAsString()) +
                 ';';
  Wanted.Problem = findProblem(Definition, First, Role, Type, Wanted.Text);
  if (!Wanted.Problem.empty())
    return Wanted;
  Before Around = lookBefore(First->getLocation(), Context);
  if (Around.EndLine && Around.EndLine == Around.FirstLine)
    Wanted.Problem = "something else stands on the line of its declaration; "
                     "add it in front of that";
  Wanted.Line = Around.EndLine + 1;
  return Wanted;
}
