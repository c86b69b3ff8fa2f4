//===-- MessageText.cpp - The texts of messages.h as strings ----*- C++ -*-===//
//
// Part of the KMDF checkers, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "MessageText.h"

template <typename Kind>
static std::string print(size_t (*Print)(char *, size_t, Kind,
                                         const kmdf_message_args *),
                         Kind Which, const kmdf_message_args &Args) {
  std::string Text(Print(nullptr, 0, Which, &Args), '\0');
  // A string has room for the NUL behind its end.
  Print(Text.data(), Text.size() + 1, Which, &Args);
  return Text;
}

std::string kmdf::getText(kmdf_violation Violation,
                          const kmdf_message_args &Args) {
  return print(kmdf_violation_message, Violation, Args);
}

std::string kmdf::getText(kmdf_note Note, const kmdf_message_args &Args) {
  return print(kmdf_note_message, Note, Args);
}
