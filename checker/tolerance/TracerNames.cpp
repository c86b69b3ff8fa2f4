//===-- TracerNames.cpp - Functions that only trace -------------*- C++ -*-===//
//
// Part of the KMDF checkers, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "TracerNames.h"

#include "clang/Basic/CharInfo.h"
#include "clang/Basic/SourceManager.h"
#include "clang/Lex/Lexer.h"
#include "llvm/ADT/StringExtras.h"

using namespace clang;
using namespace kmdf;

static bool startsWith(StringRef Text, StringRef Prefix) {
  return Text.substr(0, Prefix.size()) == Prefix;
}

bool kmdf::isTracerName(StringRef Name) {
  // 'TraceEvents function' and 'DoTraceMessage macro' in the WPP reference;
  // the functions of a manifest's provider in 'Writing Manifest-based Events'.
  for (StringRef Prefix : {"WPP_", "DoTrace", "EventWrite", "EventRegister",
                           "EventUnregister", "EventEnabled", "McGen"})
    if (startsWith(Name, Prefix))
      return true;
  return Name == "TraceEvents";
}

bool WppComments::HandleComment(Preprocessor &PP, SourceRange Comment) {
  StringRef Text =
      Lexer::getSourceText(CharSourceRange::getCharRange(Comment),
                           PP.getSourceManager(), PP.getLangOpts());
  llvm::SmallVector<StringRef, 16> Lines;
  Text.split(Lines, '\n');
  for (StringRef Line : Lines) {
    Line = Line.ltrim("/* \t").rtrim();
    if (startsWith(Line, "begin_wpp config"))
      IsInConfig = true;
    else if (startsWith(Line, "end_wpp"))
      IsInConfig = false;
    if (!IsInConfig || !startsWith(Line, "FUNC"))
      continue;
    StringRef Name = Line.drop_front(4).ltrim(" \t");
    Name = Name.take_while([](char C) { return isAsciiIdentifierContinue(C); });
    if (!Name.empty())
      OnName(Name);
  }
  return false;
}
