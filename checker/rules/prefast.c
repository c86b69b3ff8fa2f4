//===-- prefast.c - Warnings of Visual C++'s code analysis --------*- C -*-===//
//
// Part of the KMDF checkers, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "prefast.h"

enum kmdf_rule kmdf_rule_of_warning(unsigned number) {
  // Each has a page of its number in the code analysis' reference.
  switch (number) {
  case 26115: // a lock is not released
  case 26165: // it may be that a lock is not released
    return KMDF_RULE_WDF_WAITLOCK_RELEASE;
  case 26117: // a lock that is not held is released
  case 26167: // it may be that a lock that is not held is released
    return KMDF_RULE_WDF_WAITLOCK;
  default:
    return KMDF_RULE_COUNT;
  }
}
