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
