//===-- MessageText.h - The texts of messages.h as strings ------*- C++ -*-===//
//
// Part of the KMDF checkers, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef KMDF_ENGINE_MESSAGETEXT_H
#define KMDF_ENGINE_MESSAGETEXT_H

#include "messages.h"

#include <string>

namespace kmdf {

std::string getText(kmdf_violation Violation, const kmdf_message_args &Args);

std::string getText(kmdf_note Note, const kmdf_message_args &Args);

} // namespace kmdf

#endif // KMDF_ENGINE_MESSAGETEXT_H
