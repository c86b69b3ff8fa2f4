//===-- UnitIndex.cpp - What a translation unit holds -----------*- C++ -*-===//
//
// Part of the KMDF checkers, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "UnitIndex.h"

#include "FrameworkCalls.h"
#include "LambdaPointers.h"
#include "LockContracts.h"
#include "LockHandles.h"
#include "UnitGuesses.h"

#include "clang/AST/ASTContext.h"
#include "clang/AST/DeclFriend.h"
#include "clang/AST/DeclTemplate.h"
#include "clang/AST/ExprCXX.h"

using namespace clang;
using namespace kmdf;

/// Walks the statements of one function, with those of the lambdas and the
/// classes in it, which are functions of their own.
class UnitIndex::BodyWalk {
public:
  /// \p Function is null for the initializer of a global.
  BodyWalk(UnitIndex &Index, const FunctionDecl *Function)
      : Index(Index), Function(Function) {}

  void walk(const Stmt *Root);

  /// A call of \p Callee, which may be null, that has no expression.
  void addCallee(const FunctionDecl *Callee) {
    if (Callee)
      Facts.Callees.push_back(Callee->getCanonicalDecl());
  }

  /// The destructor of an object of type \p T, if it is of a class.
  void addDestructor(QualType T);

  /// Hands what was found to the index.
  void finish() {
    if (Function) {
      // An override that was walked before may have left a callee here.
      FunctionFacts &All = Index.Functions[Function->getCanonicalDecl()];
      All.Callees.append(Facts.Callees.begin(), Facts.Callees.end());
      All.HasLockCall |= Facts.HasLockCall;
      All.HasRelease |= Facts.HasRelease;
      All.PointerCalls.append(Facts.PointerCalls.begin(),
                              Facts.PointerCalls.end());
      All.HasTry |= Facts.HasTry;
      All.Branches += Facts.Branches;
    }
    for (const FunctionDecl *Lambda : Lambdas)
      Index.addFunction(Lambda);
    for (const CXXRecordDecl *Class : LocalClasses)
      Index.addContext(Class);
  }

private:
  /// Walks a default argument or initialiser, which was walked where it is
  /// declared, for what a function that uses it does.
  void walkAgain(const Expr *Default);
  void visit(const Stmt *S);
  void addLambda(const LambdaExpr *Lambda);
  void visitCall(const CallExpr *Call);
  void visitCast(const CastExpr *Cast);
  void visitInitList(const InitListExpr *List);

  UnitIndex &Index;
  const FunctionDecl *Function;
  FunctionFacts Facts;
  bool IsListing = true;
  llvm::SmallVector<const FunctionDecl *, 2> Lambdas;
  llvm::SmallVector<const CXXRecordDecl *, 2> LocalClasses;
  /// What names the function that a call is of.
  llvm::SmallPtrSet<const Expr *, 16> DirectCallees;
};

void UnitIndex::BodyWalk::walk(const Stmt *Root) {
  // A stack of our own: expressions may be nested as deep as the parser allows.
  llvm::SmallVector<const Stmt *, 32> Pending{Root};
  while (!Pending.empty()) {
    const Stmt *S = Pending.pop_back_val();
    visit(S);
    // sizeof(Table) reads nothing.
    if (isa<UnaryExprOrTypeTraitExpr>(S))
      continue;
    if (const auto *Lambda = dyn_cast<LambdaExpr>(S)) {
      for (const Expr *Capture : Lambda->capture_inits())
        if (Capture)
          Pending.push_back(Capture);
      continue;
    }
    if (const auto *Argument = dyn_cast<CXXDefaultArgExpr>(S))
      walkAgain(Argument->getExpr());
    else if (const auto *Initializer = dyn_cast<CXXDefaultInitExpr>(S))
      walkAgain(Initializer->getExpr());
    size_t First = Pending.size();
    for (const Stmt *Child : S->children())
      if (Child)
        Pending.push_back(Child);
    std::reverse(Pending.begin() + First, Pending.end());
  }
}

void UnitIndex::BodyWalk::walkAgain(const Expr *Default) {
  bool WasListing = IsListing;
  IsListing = false;
  if (Default)
    walk(Default);
  IsListing = WasListing;
}

void UnitIndex::BodyWalk::addLambda(const LambdaExpr *Lambda) {
  // [](auto Argument) {} is as many functions as it is called with types.
  if (const FunctionTemplateDecl *Template = Lambda->getDependentCallOperator())
    for (const FunctionDecl *Instance : Template->specializations())
      Lambdas.push_back(Instance);
  else
    Lambdas.push_back(Lambda->getCallOperator());
  // It destroys what it has captured.
  const CXXDestructorDecl *Destructor =
      Lambda->getLambdaClass()->getDestructor();
  if (Destructor && Destructor->hasBody())
    Lambdas.push_back(Destructor);
}

/// Whether paths may part at \p S.
static bool isBranch(const Stmt *S) {
  const auto *Operator = dyn_cast<BinaryOperator>(S);
  return isa<IfStmt, SwitchCase, ForStmt, WhileStmt, DoStmt,
             AbstractConditionalOperator>(S) ||
         (Operator && Operator->isLogicalOp());
}

void UnitIndex::BodyWalk::visit(const Stmt *S) {
  Facts.Branches += isBranch(S);
  Index.Globals.addStatement(S);
  if (const auto *Call = dyn_cast<CallExpr>(S))
    return visitCall(Call);
  switch (S->getStmtClass()) {
  case Stmt::BinaryOperatorClass: {
    const auto *Operator = cast<BinaryOperator>(S);
    if (Operator->getOpcode() == BO_Assign)
      Index.Roles.addUse(Operator->getLHS()->getType(), Operator->getRHS());
    break;
  }
  case Stmt::ForStmtClass:
    if (!cast<ForStmt>(S)->getCond())
      Index.EndlessLoops.push_back(cast<ForStmt>(S));
    break;
  case Stmt::DeclStmtClass:
    for (const Decl *D : cast<DeclStmt>(S)->decls())
      if (const auto *Variable = dyn_cast<VarDecl>(D)) {
        if (const Expr *Value = Variable->getInit())
          Index.Roles.addUse(Variable->getType(), Value);
        addDestructor(Variable->getType());
      } else if (const auto *Class = dyn_cast<CXXRecordDecl>(D)) {
        LocalClasses.push_back(Class);
      }
    break;
  case Stmt::DeclRefExprClass: {
    const auto *Reference = cast<DeclRefExpr>(S);
    const auto *Named = dyn_cast<FunctionDecl>(Reference->getDecl());
    if (Named && !DirectCallees.contains(Reference)) {
      Index.Pointees.insert(Named->getCanonicalDecl());
      // The type of a pointer to a member does not tell of what class.
      const auto *Method = dyn_cast<CXXMethodDecl>(Named);
      if (Method && Method->isInstance())
        Index.Disguised.insert(Named->getCanonicalDecl());
    }
    break;
  }
  case Stmt::InitListExprClass:
    visitInitList(cast<InitListExpr>(S));
    break;
  case Stmt::ImplicitCastExprClass:
    visitCast(cast<CastExpr>(S));
    break;
  case Stmt::ReturnStmtClass:
    if (const Expr *Value = cast<ReturnStmt>(S)->getRetValue())
      Index.Roles.addUse(Function->getReturnType(), Value);
    break;
  case Stmt::CStyleCastExprClass:
  case Stmt::CXXStaticCastExprClass:
  case Stmt::CXXReinterpretCastExprClass:
  case Stmt::CXXFunctionalCastExprClass: {
    const auto *Cast = cast<ExplicitCastExpr>(S);
    Index.Roles.addUse(Cast->getTypeAsWritten(), Cast->getSubExpr());
    visitCast(Cast);
    break;
  }
  case Stmt::CXXConstructExprClass:
  case Stmt::CXXTemporaryObjectExprClass: {
    const auto *Construction = cast<CXXConstructExpr>(S);
    const CXXConstructorDecl *Constructor = Construction->getConstructor();
    addCallee(Constructor);
    for (unsigned I = 0, N = std::min(Construction->getNumArgs(),
                                      Constructor->getNumParams());
         I != N; ++I)
      Index.Roles.addUse(Constructor->getParamDecl(I)->getType(),
                         Construction->getArg(I));
    break;
  }
  case Stmt::CXXBindTemporaryExprClass:
    addCallee(cast<CXXBindTemporaryExpr>(S)->getTemporary()->getDestructor());
    break;
  case Stmt::CXXDeleteExprClass:
    addDestructor(cast<CXXDeleteExpr>(S)->getDestroyedType());
    break;
  case Stmt::LambdaExprClass:
    if (IsListing)
      addLambda(cast<LambdaExpr>(S));
    break;
  case Stmt::SEHTryStmtClass:
    Facts.HasTry = true;
    break;
  default:
    break;
  }
}

/// A function that is named where something of another type is wanted may be
/// called through what has that type.
void UnitIndex::BodyWalk::visitCast(const CastExpr *Cast) {
  if (Cast->getCastKind() != CK_BitCast &&
      Cast->getCastKind() != CK_PointerToIntegral)
    return;
  const Expr *Value = Cast->getSubExpr()->IgnoreParenCasts();
  if (const auto *Operator = dyn_cast<UnaryOperator>(Value))
    Value = Operator->getSubExpr()->IgnoreParenCasts();
  const auto *Reference = dyn_cast<DeclRefExpr>(Value);
  if (const auto *Named = dyn_cast_or_null<FunctionDecl>(
          Reference ? Reference->getDecl() : nullptr))
    Index.Disguised.insert(Named->getCanonicalDecl());
}

/// The type of the functions that \p Call, which names none, may be of. Null if
/// it is not a call through a pointer to functions.
static QualType getCalledType(const CallExpr *Call) {
  const Expr *Callee = Call->getCallee()->IgnoreParens();
  // (Object.*Method)().
  const auto *Access = dyn_cast<BinaryOperator>(Callee);
  if (Access && Access->isPtrMemOp())
    Callee = Access->getRHS();
  QualType T = Callee->getType();
  if (const auto *Pointer = T->getAs<PointerType>())
    T = Pointer->getPointeeType();
  else if (const auto *Pointer = T->getAs<MemberPointerType>())
    T = Pointer->getPointeeType();
  return T->isFunctionType() ? T : QualType();
}

/// Whether \p Handle is of objects that are no locks.
static bool isOtherObject(const Expr *Handle) {
  QualType T = Handle->IgnoreParenCasts()->getType();
  return T->isPointerType() && T->getPointeeType()->isRecordType() &&
         !getLockFamily(T);
}

void UnitIndex::BodyWalk::visitCall(const CallExpr *Call) {
  const FunctionDecl *Callee = Call->getDirectCallee();
  if (Callee)
    DirectCallees.insert(Call->getCallee()->IgnoreParenImpCasts());
  if (const kmdf_ddi *Ddi = getDdi(Callee)) {
    if (Ddi->effect == KMDF_DDI_DELETE &&
        isOtherObject(Call->getArg(Ddi->lock_param)))
      return;
    Facts.HasLockCall = true;
    Facts.HasRelease |= Ddi->effect == KMDF_DDI_RELEASE;
    if (Ddi->effect != KMDF_DDI_DELETE && IsListing && !Index.IsAddingForeign)
      Index.LockCalls.push_back({Call, Ddi, Function});
    return;
  }
  if (Callee)
    addCallee(Callee);
  else
    Facts.PointerCalls.push_back(Call);
  if (const FunctionDecl *Lambda = getConvertedLambda(Callee))
    Index.Pointees.insert(Lambda->getCanonicalDecl());
  if (Callee &&
      llvm::any_of(getLockContracts(Callee), [](const LockContract &Contract) {
        return Contract.changesLock();
      }))
    Index.Functions[Callee->getCanonicalDecl()].HasLockCall = true;
  const Expr *CalleeExpr = Call->getCallee();
  QualType Type = CalleeExpr->getType();
  if (const auto *Pointer = Type->getAs<PointerType>())
    Type = Pointer->getPointeeType();
  const auto *Prototype = Type->getAs<FunctionProtoType>();
  // The declared type of a parameter keeps its typedef's name, which that of
  // the prototype may have lost.
  for (unsigned I = 0, N = Call->getNumArgs(); I != N; ++I)
    if (Callee && I < Callee->getNumParams())
      Index.Roles.addUse(Callee->getParamDecl(I)->getType(), Call->getArg(I));
    else if (!Callee && Prototype && I < Prototype->getNumParams())
      Index.Roles.addUse(Prototype->getParamType(I), Call->getArg(I));
}

void UnitIndex::BodyWalk::visitInitList(const InitListExpr *List) {
  if (const auto *Array = Index.Context.getAsArrayType(List->getType())) {
    for (const Expr *Value : List->inits())
      Index.Roles.addUse(Array->getElementType(), Value);
    return;
  }
  const auto *Record = List->getType()->getAs<RecordType>();
  if (!Record)
    return;
  if (const FieldDecl *Member = List->getInitializedFieldInUnion()) {
    if (List->getNumInits() == 1)
      Index.Roles.addUse(Member->getType(), List->getInit(0));
    return;
  }
  // The bases of a class come before its fields.
  unsigned I = 0;
  if (const auto *Class = dyn_cast<CXXRecordDecl>(Record->getDecl()))
    I = Class->getNumBases();
  for (const FieldDecl *Field : Record->getDecl()->fields()) {
    if (Field->isBitField() && !Field->getIdentifier())
      continue;
    if (I >= List->getNumInits())
      break;
    Index.Roles.addUse(Field->getType(), List->getInit(I++));
  }
}

void UnitIndex::BodyWalk::addDestructor(QualType T) {
  const CXXRecordDecl *Class =
      Index.Context.getBaseElementType(T)->getAsCXXRecordDecl();
  if (Class && Class->hasDefinition())
    addCallee(Class->getDestructor());
}

UnitIndex::UnitIndex(const ASTContext &Context, StringRef KnownRoles)
    : Context(Context) {
  Roles.addKnown(KnownRoles);
  addContext(Context.getTranslationUnitDecl());
}

void UnitIndex::addContext(const DeclContext *Declarations) {
  // What a precompiled header has and nobody asked for stays in there.
  for (const Decl *D : Declarations->noload_decls())
    addDecl(D);
}

void UnitIndex::addDecl(const Decl *D) {
  if (const auto *Function = dyn_cast<FunctionDecl>(D)) {
    addFunction(Function);
  } else if (const auto *Variable = dyn_cast<VarDecl>(D)) {
    addInitializer(Variable, Variable->getInit());
    Globals.addVariable(Variable);
  } else if (const auto *Field = dyn_cast<FieldDecl>(D)) {
    if (Field->hasInClassInitializer())
      addInitializer(Field, Field->getInClassInitializer());
  } else if (const auto *Template = dyn_cast<FunctionTemplateDecl>(D)) {
    for (const FunctionDecl *Instance : Template->specializations())
      addFunction(Instance);
  } else if (const auto *Template = dyn_cast<ClassTemplateDecl>(D)) {
    for (const DeclContext *Instance : Template->specializations())
      addContext(Instance);
  } else if (const auto *Friend = dyn_cast<FriendDecl>(D)) {
    if (const NamedDecl *Befriended = Friend->getFriendDecl())
      addDecl(Befriended);
  } else if (isa<LinkageSpecDecl, NamespaceDecl, CXXRecordDecl>(D)) {
    addContext(cast<DeclContext>(D));
  }
}

void UnitIndex::addInitializer(const DeclaratorDecl *Declared,
                               const Expr *Value) {
  if (!Value || isInSystemHeader(Declared))
    return;
  Roles.addUse(Declared->getType(), Value);
  BodyWalk Walk(*this, /*Function=*/nullptr);
  Walk.walk(Value);
  Walk.finish();
}

void UnitIndex::addFunction(const FunctionDecl *Function) {
  for (const ParmVarDecl *Parameter : Function->parameters())
    if (Parameter->hasDefaultArg() &&
        !Parameter->hasUninstantiatedDefaultArg() &&
        !Parameter->hasUnparsedDefaultArg())
      addInitializer(Parameter, Parameter->getDefaultArg());
  if (!Function->isThisDeclarationADefinition() && findLost(Function))
    Roles.addDeclarations(Function);
  if (!Function->isThisDeclarationADefinition() ||
      Function->isDependentContext() || isInSystemHeader(Function))
    return;
  Roles.addDeclarations(Function);
  (IsAddingForeign ? ForeignDefinitions : Definitions).push_back(Function);
  Known.insert(Function->getCanonicalDecl());
  BodyWalk Walk(*this, Function);
  if (const auto *Constructor = dyn_cast<CXXConstructorDecl>(Function))
    for (const CXXCtorInitializer *Initializer : Constructor->inits())
      if (const Expr *Value = Initializer->getInit()) {
        if (const FieldDecl *Field = Initializer->getAnyMember())
          Roles.addUse(Field->getType(), Value);
        Walk.walk(Value);
      }
  if (const auto *Method = dyn_cast<CXXMethodDecl>(Function)) {
    if (isa<CXXDestructorDecl>(Method)) {
      for (const FieldDecl *Field : Method->getParent()->fields())
        Walk.addDestructor(Field->getType());
      for (const CXXBaseSpecifier &Base : Method->getParent()->bases())
        Walk.addDestructor(Base.getType());
    }
    // A call of the method that this one overrides may end up here.
    for (const CXXMethodDecl *Overridden : Method->overridden_methods())
      Functions[Overridden->getCanonicalDecl()].Callees.push_back(
          Method->getCanonicalDecl());
  }
  if (const Stmt *Body = Function->getBody())
    Walk.walk(Body);
  Walk.finish();
}

void UnitIndex::addForeignFunction(const FunctionDecl *Definition) {
  // What could not be reached so far may be reached through it.
  ReachesLockCall.clear();
  ReachesLock.clear();
  Recursive.clear();
  IsAddingForeign = true;
  addFunction(Definition);
  IsAddingForeign = false;
}

std::vector<const FunctionDecl *> UnitIndex::takeUnknownCallees() {
  std::vector<const FunctionDecl *> Unknown;
  for (const auto *List : {&Definitions, &ForeignDefinitions})
    for (const FunctionDecl *Caller : *List)
      if (const FunctionFacts *Facts = getFacts(Caller))
        for (const FunctionDecl *Callee : Facts->Callees)
          if (Known.insert(Callee).second)
            Unknown.push_back(Callee);
  return Unknown;
}

const UnitIndex::FunctionFacts *
UnitIndex::getFacts(const FunctionDecl *Function) const {
  auto Found = Functions.find(Function->getCanonicalDecl());
  return Found == Functions.end() ? nullptr : &Found->second;
}

llvm::SmallVector<const FunctionDecl *, 4>
UnitIndex::getPointees(const CallExpr *Call) const {
  llvm::SmallVector<const FunctionDecl *, 4> Found;
  QualType Called = getCalledType(Call);
  if (Called.isNull())
    return Found;
  llvm::copy_if(
      Pointees, std::back_inserter(Found), [&](const FunctionDecl *Pointee) {
        return Context.hasSameUnqualifiedType(Called, Pointee->getType());
      });
  return Found;
}

bool UnitIndex::canReach(
    const FunctionDecl *Function,
    llvm::function_ref<bool(const FunctionFacts &)> IsWanted) const {
  llvm::SmallVector<const FunctionDecl *, 16> Pending{
      Function->getCanonicalDecl()};
  llvm::DenseSet<const FunctionDecl *> Seen;
  while (!Pending.empty()) {
    const FunctionDecl *Next = Pending.pop_back_val();
    const FunctionFacts *Facts = getFacts(Next);
    if (!Facts || !Seen.insert(Next).second)
      continue;
    if (IsWanted(*Facts))
      return true;
    Pending.append(Facts->Callees.begin(), Facts->Callees.end());
    for (const CallExpr *Call : Facts->PointerCalls)
      for (const FunctionDecl *Pointee : getPointees(Call))
        Pending.push_back(Pointee);
  }
  return false;
}

bool UnitIndex::hasManyBranches(unsigned Many) const {
  return llvm::any_of(Definitions, [&](const FunctionDecl *Function) {
    unsigned Branches = 0;
    return canReachLockCall(Function) &&
           canReach(Function, [&](const FunctionFacts &Facts) {
             Branches += Facts.Branches;
             return Branches >= Many;
           });
  });
}

bool UnitIndex::mayCallLock(const CallExpr *Call) const {
  return llvm::any_of(getPointees(Call), [&](const FunctionDecl *Pointee) {
    return canReachLockCall(Pointee);
  });
}

bool UnitIndex::canDisguisedReachLockCall() const {
  return llvm::any_of(Disguised, [&](const FunctionDecl *Pointee) {
    return canReachLockCall(Pointee);
  });
}

bool UnitIndex::canReachLockCall(const FunctionDecl *Function) const {
  // The engine asks at every call that it does not inline.
  auto [Entry, IsNew] =
      ReachesLockCall.try_emplace(Function->getCanonicalDecl(), false);
  if (IsNew)
    Entry->second = canReach(
        Function, [](const FunctionFacts &Facts) { return Facts.HasLockCall; });
  return Entry->second;
}

bool UnitIndex::canReachLock(
    const FunctionDecl *Function,
    llvm::function_ref<bool(const FunctionDecl *)> MayLock,
    llvm::function_ref<bool(const CallExpr *)> MayLockThrough) const {
  auto Known = ReachesLock.find(Function->getCanonicalDecl());
  if (Known != ReachesLock.end())
    return Known->second;
  bool Reaches = canReach(Function, [&](const FunctionFacts &Facts) {
    return Facts.HasLockCall ||
           (!Facts.PointerCalls.empty() && canDisguisedReachLockCall()) ||
           llvm::any_of(Facts.PointerCalls, MayLockThrough) ||
           llvm::any_of(Facts.Callees, [&](const FunctionDecl *Callee) {
             return !getFacts(Callee) && MayLock(Callee);
           });
  });
  // MayLock() may have asked for others.
  ReachesLock[Function->getCanonicalDecl()] = Reaches;
  return Reaches;
}

bool UnitIndex::isRecursive(const FunctionDecl *Function) const {
  Function = Function->getCanonicalDecl();
  auto [Entry, IsNew] = Recursive.try_emplace(Function, false);
  if (IsNew)
    Entry->second = canReach(Function, [&](const FunctionFacts &Facts) {
      return llvm::is_contained(Facts.Callees, Function);
    });
  return Entry->second;
}

bool UnitIndex::isCalled(const FunctionDecl *Function) const {
  return llvm::any_of(Functions, [&](const auto &Known) {
    return llvm::is_contained(Known.second.Callees,
                              Function->getCanonicalDecl());
  });
}

bool UnitIndex::canReachRelease(const FunctionDecl *Function) const {
  return canReach(Function,
                  [](const FunctionFacts &Facts) { return Facts.HasRelease; });
}

bool UnitIndex::mustAnalyseCallees() const {
  for (const auto &[Function, Facts] : Functions)
    for (const FunctionDecl *Callee : Facts.Callees)
      if (Roles.find(Callee) ||
          (getFacts(Callee) && !getLockContracts(Callee).empty()))
        return true;
  return false;
}

bool UnitIndex::hasStructuredExceptions(const FunctionDecl *Function) const {
  const FunctionFacts *Facts = getFacts(Function);
  return Facts && Facts->HasTry;
}
