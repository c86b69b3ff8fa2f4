//===-- Frames.cpp - Who runs on a path -------------------------*- C++ -*-===//
//
// Part of the KMDF checkers, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Frames.h"

using namespace clang;
using namespace kmdf;

const StackFrameContext *kmdf::getTopFrame(const StackFrameContext *Frame) {
  while (!Frame->inTopFrame())
    Frame = Frame->getParent()->getStackFrame();
  return Frame;
}

const StackFrameContext *kmdf::getCallbackFrame(const StackFrameContext *Frame,
                                                const CallbackRoles &Roles) {
  while (!Roles.find(Frame->getDecl())) {
    if (Frame->inTopFrame())
      return nullptr;
    Frame = Frame->getParent()->getStackFrame();
  }
  return Frame;
}

const StackFrameContext *kmdf::getCommonFrame(const StackFrameContext *A,
                                              const StackFrameContext *B) {
  while (A != B && !A->isParentOf(B))
    A = A->getParent()->getStackFrame();
  return A;
}

CallSite kmdf::getSiteIn(const StackFrameContext *Outer,
                         const StackFrameContext *Frame, const Stmt *Call) {
  CallSite Site(Call, 0, 0);
  while (Frame != Outer) {
    const StackFrameContext *Caller = Frame->getParent()->getStackFrame();
    if (const Stmt *Statement = Frame->getCallSite())
      Site = {Statement, 0, 0};
    else
      Site = {Caller->getDecl(), Frame->getCallSiteBlock()->getBlockID(),
              Frame->getIndex()};
    Frame = Caller;
  }
  return Site;
}
