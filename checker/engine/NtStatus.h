//===-- NtStatus.h - Status values that matter to locks ---------*- C++ -*-===//
//
// Part of the KMDF checkers, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef KMDF_ENGINE_NTSTATUS_H
#define KMDF_ENGINE_NTSTATUS_H

#include <cstdint>

namespace kmdf {

// From ntstatus.h.
constexpr uint64_t StatusSuccess = 0;
constexpr uint64_t StatusTimeout = 0x102;

} // namespace kmdf

#endif // KMDF_ENGINE_NTSTATUS_H
