//===- ntintsafe.h ---------------------------------------------------------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Model of the WDK header of this name, written for checkers of KMDF drivers: integer arithmetic
// and conversions that report an overflow, as plain functions.
//
// Facts (names, signatures): learn.microsoft.com, ntintsafe.h.
//
//===------------------------------------------------------------------------------------------===//

#ifndef _NTINTSAFE_H_INCLUDED_
#define _NTINTSAFE_H_INCLUDED_

#include <ntdef.h>
#include <ntstatus.h>

#ifdef __cplusplus
extern "C" {
#endif

#define KM_INTSAFE_ARITHMETIC(n, t)                                                                \
  NTSTATUS Rtl##n##Add(t Augend, t Addend, t *Result);                                             \
  NTSTATUS Rtl##n##Sub(t Minuend, t Subtrahend, t *Result);                                        \
  NTSTATUS Rtl##n##Mult(t Multiplicand, t Multiplier, t *Result)
KM_INTSAFE_ARITHMETIC(Int8, INT8);
KM_INTSAFE_ARITHMETIC(UInt8, UINT8);
KM_INTSAFE_ARITHMETIC(Short, SHORT);
KM_INTSAFE_ARITHMETIC(UShort, USHORT);
KM_INTSAFE_ARITHMETIC(Int, INT);
KM_INTSAFE_ARITHMETIC(UInt, UINT);
KM_INTSAFE_ARITHMETIC(Long, LONG);
KM_INTSAFE_ARITHMETIC(ULong, ULONG);
KM_INTSAFE_ARITHMETIC(LongLong, LONGLONG);
KM_INTSAFE_ARITHMETIC(ULongLong, ULONGLONG);
KM_INTSAFE_ARITHMETIC(IntPtr, INT_PTR);
KM_INTSAFE_ARITHMETIC(UIntPtr, UINT_PTR);
KM_INTSAFE_ARITHMETIC(LongPtr, LONG_PTR);
KM_INTSAFE_ARITHMETIC(ULongPtr, ULONG_PTR);
KM_INTSAFE_ARITHMETIC(SizeT, size_t);
KM_INTSAFE_ARITHMETIC(SIZET, SIZE_T);
KM_INTSAFE_ARITHMETIC(SSIZET, SSIZE_T);
KM_INTSAFE_ARITHMETIC(PtrdiffT, ptrdiff_t);
KM_INTSAFE_ARITHMETIC(DWord, DWORD);
KM_INTSAFE_ARITHMETIC(Word, WORD);
KM_INTSAFE_ARITHMETIC(DWordPtr, DWORD_PTR);
KM_INTSAFE_ARITHMETIC(UInt16, UINT16);
KM_INTSAFE_ARITHMETIC(UInt32, UINT32);
KM_INTSAFE_ARITHMETIC(UInt64, UINT64);
KM_INTSAFE_ARITHMETIC(Int16, INT16);
KM_INTSAFE_ARITHMETIC(Int32, INT32);
KM_INTSAFE_ARITHMETIC(Int64, INT64);
KM_INTSAFE_ARITHMETIC(ULong64, ULONG64);

#define KM_INTSAFE_TO(n, t, m, u) NTSTATUS Rtl##n##To##m(t Operand, u *Result)
#define KM_INTSAFE_CONVERSIONS(n, t)                                                               \
  KM_INTSAFE_TO(n, t, Char, CHAR);                                                                 \
  KM_INTSAFE_TO(n, t, Int8, INT8);                                                                 \
  KM_INTSAFE_TO(n, t, UChar, UCHAR);                                                               \
  KM_INTSAFE_TO(n, t, UInt8, UINT8);                                                               \
  KM_INTSAFE_TO(n, t, Byte, BYTE);                                                                 \
  KM_INTSAFE_TO(n, t, Short, SHORT);                                                               \
  KM_INTSAFE_TO(n, t, UShort, USHORT);                                                             \
  KM_INTSAFE_TO(n, t, Word, WORD);                                                                 \
  KM_INTSAFE_TO(n, t, Int, INT);                                                                   \
  KM_INTSAFE_TO(n, t, UInt, UINT);                                                                 \
  KM_INTSAFE_TO(n, t, Long, LONG);                                                                 \
  KM_INTSAFE_TO(n, t, ULong, ULONG);                                                               \
  KM_INTSAFE_TO(n, t, DWord, DWORD);                                                               \
  KM_INTSAFE_TO(n, t, LongLong, LONGLONG);                                                         \
  KM_INTSAFE_TO(n, t, ULongLong, ULONGLONG);                                                       \
  KM_INTSAFE_TO(n, t, IntPtr, INT_PTR);                                                            \
  KM_INTSAFE_TO(n, t, UIntPtr, UINT_PTR);                                                          \
  KM_INTSAFE_TO(n, t, LongPtr, LONG_PTR);                                                          \
  KM_INTSAFE_TO(n, t, ULongPtr, ULONG_PTR);                                                        \
  KM_INTSAFE_TO(n, t, SizeT, size_t);                                                              \
  KM_INTSAFE_TO(n, t, SIZET, SIZE_T);                                                              \
  KM_INTSAFE_TO(n, t, SSIZET, SSIZE_T);                                                            \
  KM_INTSAFE_TO(n, t, PtrdiffT, ptrdiff_t)
KM_INTSAFE_CONVERSIONS(Int8, INT8);
KM_INTSAFE_CONVERSIONS(UInt8, UINT8);
KM_INTSAFE_CONVERSIONS(Short, SHORT);
KM_INTSAFE_CONVERSIONS(UShort, USHORT);
KM_INTSAFE_CONVERSIONS(Int, INT);
KM_INTSAFE_CONVERSIONS(UInt, UINT);
KM_INTSAFE_CONVERSIONS(Long, LONG);
KM_INTSAFE_CONVERSIONS(ULong, ULONG);
KM_INTSAFE_CONVERSIONS(DWord, DWORD);
KM_INTSAFE_CONVERSIONS(LongLong, LONGLONG);
KM_INTSAFE_CONVERSIONS(ULongLong, ULONGLONG);
KM_INTSAFE_CONVERSIONS(IntPtr, INT_PTR);
KM_INTSAFE_CONVERSIONS(UIntPtr, UINT_PTR);
KM_INTSAFE_CONVERSIONS(LongPtr, LONG_PTR);
KM_INTSAFE_CONVERSIONS(ULongPtr, ULONG_PTR);
KM_INTSAFE_CONVERSIONS(SizeT, size_t);
KM_INTSAFE_CONVERSIONS(SIZET, SIZE_T);
KM_INTSAFE_CONVERSIONS(PtrdiffT, ptrdiff_t);

#ifdef __cplusplus
}
#endif

#endif // _NTINTSAFE_H_INCLUDED_
