//===-- LambdaPointers.cpp - Pointers to functions from lambdas -*- C++ -*-===//
//
// Part of the KMDF checkers, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "LambdaPointers.h"

#include "clang/AST/DeclCXX.h"
#include "clang/AST/DeclTemplate.h"
#include "clang/StaticAnalyzer/Core/PathSensitive/CallEvent.h"
#include "clang/StaticAnalyzer/Core/PathSensitive/CheckerContext.h"

using namespace clang;
using namespace ento;
using namespace kmdf;

const FunctionDecl *kmdf::getConvertedLambda(const FunctionDecl *Conversion) {
  const auto *Member = dyn_cast_or_null<CXXConversionDecl>(Conversion);
  if (!Member || !Member->getParent()->isLambda())
    return nullptr;
  const CXXMethodDecl *Lambda = Member->getParent()->getLambdaCallOperator();
  const TemplateArgumentList *Arguments =
      Member->getTemplateSpecializationArgs();
  FunctionTemplateDecl *Generic =
      Lambda ? Lambda->getDescribedFunctionTemplate() : nullptr;
  if (!Generic || !Arguments)
    return Lambda;
  void *InsertionPoint = nullptr;
  return Generic->findSpecialization(Arguments->asArray(), InsertionPoint);
}

bool LambdaPointers::evalCall(const CallEvent &Call, CheckerContext &C) const {
  const FunctionDecl *Lambda =
      getConvertedLambda(dyn_cast_or_null<FunctionDecl>(Call.getDecl()));
  const Expr *Conversion = Call.getOriginExpr();
  if (!Lambda || !Conversion)
    return false;
  C.addTransition(
      C.getState()->BindExpr(Conversion, C.getLocationContext(),
                             C.getSValBuilder().getFunctionPointer(Lambda)));
  return true;
}
