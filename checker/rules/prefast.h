//===-- prefast.h - Warnings of Visual C++'s code analysis --------*- C -*-===//
//
// Part of the KMDF checkers, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Some of the warnings of Visual C++'s code analysis (PREfast) ask for the same
// as a rule here. A driver that silences one of them by `#pragma
// warning(suppress: N)` means the rule as well.
//
//===----------------------------------------------------------------------===//

#ifndef KMDF_RULES_PREFAST_H
#define KMDF_RULES_PREFAST_H

#include "rules.h"

#ifdef __cplusplus
extern "C" {
#endif

// The rule that warning NUMBER, as in C26165, is about. KMDF_RULE_COUNT if
// there is none.
enum kmdf_rule kmdf_rule_of_warning(unsigned number);

#ifdef __cplusplus
}
#endif

#endif // KMDF_RULES_PREFAST_H
