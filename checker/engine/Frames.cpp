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

const void *kmdf::getSiteIn(const StackFrameContext *Outer,
                            const StackFrameContext *Frame, const Stmt *Call) {
  const void *Site = Call;
  for (; Frame != Outer; Frame = Frame->getParent()->getStackFrame()) {
    Site = Frame->getCallSite();
    // A destructor is called by no statement.
    if (!Site)
      Site = Frame->getCallSiteBlock();
  }
  return Site;
}
