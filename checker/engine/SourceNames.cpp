//===-- SourceNames.cpp - Names as they stand in the source -----*- C++ -*-===//
//
// Part of the KMDF checkers, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "SourceNames.h"

#include "FrameworkCalls.h"
#include "LockContracts.h"

#include "clang/AST/ASTContext.h"
#include "clang/AST/ExprCXX.h"
#include "clang/AST/PrettyPrinter.h"
#include "llvm/Support/raw_ostream.h"

using namespace clang;
using namespace kmdf;

std::string kmdf::getFunctionName(const Decl *D, const CallbackRoles &Roles) {
  const auto *Function = dyn_cast<FunctionDecl>(D);
  if (!Function)
    return "this function";
  if (const auto *Method = dyn_cast<CXXMethodDecl>(Function)) {
    if (Method->getParent()->isLambda()) {
      const Callback *Role = Roles.find(Function);
      return Role ? std::string("the ") + Role->Role->name + " lambda"
                  : "the lambda";
    }
    return Function->getQualifiedNameAsString();
  }
  return Function->getNameAsString();
}

namespace {
/// Prints an expression as the outermost caller would write it.
class ExprPrinter {
public:
  explicit ExprPrinter(const ASTContext &Context)
      : Policy(Context.getLangOpts()) {}

  std::string print(const Expr *E, const StackFrameContext *Frame) const;

  /// The same of a path that begins at a parameter of the function that \p Call
  /// calls, or at its object.
  std::string print(const LockPath &Path, const CallExpr *Call,
                    const StackFrameContext *Frame) const;

private:
  /// An expression and the frame in which it stands.
  struct Place {
    const Expr *E;
    const StackFrameContext *Frame;
  };

  Place resolve(Place P) const;
  std::string printObject(Place P) const;
  std::string printMember(const MemberExpr *Member,
                          const StackFrameContext *Frame) const;
  std::string printSteps(llvm::ArrayRef<LockPath::Step> Steps,
                         bool IsPointer) const;

  PrintingPolicy Policy;
};
} // namespace

/// The expression that the caller of \p Frame gave for \p Parameter of the
/// function that the frame runs; null if it is not to be found.
static const Expr *getArgument(const ParmVarDecl *Parameter,
                               const StackFrameContext *Frame) {
  unsigned I = Parameter->getFunctionScopeIndex();
  const Stmt *Site = Frame->getCallSite();
  if (const auto *Call = dyn_cast_or_null<CallExpr>(Site)) {
    // An operator that is a member has its object as the first argument.
    if (isa<CXXOperatorCallExpr>(Call) && isa<CXXMethodDecl>(Frame->getDecl()))
      ++I;
    return I < Call->getNumArgs() ? Call->getArg(I) : nullptr;
  }
  if (const auto *Construction = dyn_cast_or_null<CXXConstructExpr>(Site))
    return I < Construction->getNumArgs() ? Construction->getArg(I) : nullptr;
  return nullptr;
}

/// What a constructor's initializer says of \p Member of its own object.
static const Expr *getInitializer(const ValueDecl *Member,
                                  const StackFrameContext *Frame) {
  if (const auto *Constructor = dyn_cast<CXXConstructorDecl>(Frame->getDecl()))
    for (const CXXCtorInitializer *Initializer : Constructor->inits())
      if (Initializer->getMember() == Member)
        return Initializer->getInit();
  return nullptr;
}

/// Follows parameters to what the callers gave for them.
ExprPrinter::Place ExprPrinter::resolve(Place P) const {
  P.E = P.E->IgnoreParenCasts();
  const Expr *Given = nullptr;
  const StackFrameContext *Frame = P.Frame;
  if (Frame->inTopFrame())
    return P;
  if (const auto *Reference = dyn_cast<DeclRefExpr>(P.E)) {
    if (const auto *Parameter = dyn_cast<ParmVarDecl>(Reference->getDecl()))
      Given = getArgument(Parameter, Frame);
    Frame = Frame->getParent()->getStackFrame();
  } else if (const auto *Member = dyn_cast<MemberExpr>(P.E)) {
    if (isa<CXXThisExpr>(Member->getBase()->IgnoreParenCasts()))
      Given = getInitializer(Member->getMemberDecl(), Frame);
  } else if (isa<CXXThisExpr>(P.E)) {
    if (const auto *Call =
            dyn_cast_or_null<CXXMemberCallExpr>(Frame->getCallSite()))
      Given = Call->getImplicitObjectArgument();
    Frame = Frame->getParent()->getStackFrame();
  } else if (const auto *Operator = dyn_cast<UnaryOperator>(P.E)) {
    // The method of an object that has a name is called with the object.
    const Expr *Pointer = Operator->getSubExpr()->IgnoreParenCasts();
    if (Operator->getOpcode() == UO_Deref && isa<CXXThisExpr>(Pointer)) {
      Place Object = resolve({Pointer, Frame});
      if (!Object.E->getType()->isPointerType())
        return Object;
    }
  }
  return Given ? resolve({Given, Frame}) : P;
}

/// Prints an expression that something follows.
std::string ExprPrinter::printObject(Place P) const {
  std::string Text = print(P.E, P.Frame);
  bool IsPostfix =
      isa<DeclRefExpr, MemberExpr, CallExpr, ArraySubscriptExpr, CXXThisExpr>(
          P.E);
  return IsPostfix ? Text : "(" + Text + ")";
}

std::string ExprPrinter::printMember(const MemberExpr *Member,
                                     const StackFrameContext *Frame) const {
  std::string Name = Member->getMemberDecl()->getNameAsString();
  Place Base = resolve({Member->getBase(), Frame});
  if (isa<CXXThisExpr>(Base.E))
    return Name;
  bool IsPointer = Base.E->getType()->isPointerType();
  const auto *Operator = dyn_cast<UnaryOperator>(Base.E);
  if (Operator && Operator->getOpcode() == UO_AddrOf) {
    Base = resolve({Operator->getSubExpr(), Base.Frame});
    IsPointer = false;
  }
  return printObject(Base) + (IsPointer ? "->" : ".") + Name;
}

std::string ExprPrinter::print(const Expr *E,
                               const StackFrameContext *Frame) const {
  Place P = resolve({E, Frame});
  if (const auto *Member = dyn_cast<MemberExpr>(P.E))
    return printMember(Member, P.Frame);
  if (const auto *Element = dyn_cast<ArraySubscriptExpr>(P.E))
    return printObject(resolve({Element->getBase(), P.Frame})) + "[" +
           print(Element->getIdx(), P.Frame) + "]";
  if (const auto *Operator = dyn_cast<UnaryOperator>(P.E))
    if (Operator->getOpcode() == UO_Deref) {
      Place Pointer = resolve({Operator->getSubExpr(), P.Frame});
      const auto *Inner = dyn_cast<UnaryOperator>(Pointer.E);
      if (Inner && Inner->getOpcode() == UO_AddrOf)
        return print(Inner->getSubExpr(), Pointer.Frame);
      return "*" + printObject(Pointer);
    }
  std::string Text;
  llvm::raw_string_ostream OS(Text);
  P.E->printPretty(OS, /*Helper=*/nullptr, Policy);
  return OS.str();
}

std::string ExprPrinter::printSteps(llvm::ArrayRef<LockPath::Step> Steps,
                                    bool IsPointer) const {
  std::string Text;
  for (const LockPath::Step &Next : Steps) {
    if (Next.Field)
      Text += (IsPointer ? "->" : ".") + Next.Field->getNameAsString();
    IsPointer = !Next.Field;
  }
  return Text;
}

std::string ExprPrinter::print(const LockPath &Path, const CallExpr *Call,
                               const StackFrameContext *Frame) const {
  std::string Text;
  if (Path.Global) {
    Text = Path.Global->getNameAsString();
  } else {
    const Expr *Start = nullptr;
    if (Path.Parameter)
      Start = Call->getArg(Path.Parameter->getFunctionScopeIndex());
    else if (const auto *Method = dyn_cast<CXXMemberCallExpr>(Call))
      Start = Method->getImplicitObjectArgument();
    if (!Start)
      return "this";
    Place Resolved = resolve({Start, Frame});
    const auto *Operator = dyn_cast<UnaryOperator>(Resolved.E);
    if (Operator && Operator->getOpcode() == UO_AddrOf && !Path.Steps.empty()) {
      // What the path follows first is this address.
      Text = printObject(resolve({Operator->getSubExpr(), Resolved.Frame}));
      return Text + printSteps(llvm::ArrayRef(Path.Steps).drop_front(),
                               /*IsPointer=*/false);
    }
    Text = printObject(Resolved);
  }
  return Text + printSteps(Path.Steps, /*IsPointer=*/false);
}

/// The lock that \p Call is annotated to acquire or release, by the caller's
/// arguments.
static std::string getContractName(const CallExpr *Call,
                                   const StackFrameContext *Frame,
                                   const ExprPrinter &Printer) {
  const FunctionDecl *Callee = Call->getDirectCallee();
  for (const LockContract &Contract : getLockContracts(Callee))
    if (Contract.changesLock() && Contract.Path)
      return Printer.print(*Contract.Path, Call, Frame);
  return Callee->getNameAsString();
}

std::string kmdf::getLockName(const CallExpr *Call,
                              const StackFrameContext *Frame) {
  ExprPrinter Printer(Frame->getAnalysisDeclContext()->getASTContext());
  const kmdf_ddi *Ddi = getDdi(Call->getDirectCallee());
  if (!Ddi)
    return getContractName(Call, Frame, Printer);
  const Expr *Lock = Call->getArg(Ddi->lock_param)->IgnoreParenCasts();
  // A lock is created through the address of its handle.
  if (const auto *Operator = dyn_cast<UnaryOperator>(Lock))
    if (Operator->getOpcode() == UO_AddrOf)
      Lock = Operator->getSubExpr();
  return Printer.print(Lock, Frame);
}
