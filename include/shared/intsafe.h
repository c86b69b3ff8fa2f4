//===- intsafe.h -----------------------------------------------------------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Model of the WDK header of this name, written for checkers of KMDF drivers: integer arithmetic
// and conversions that report an overflow, as plain functions. The forms of kernel mode are in
// ntintsafe.h.
//
// Facts (names, signatures): learn.microsoft.com, intsafe.h.
//
//===------------------------------------------------------------------------------------------===//

#ifndef _INTSAFE_H_INCLUDED_
#define _INTSAFE_H_INCLUDED_

#include <winerror.h>

#ifdef __cplusplus
extern "C" {
#endif

#define KM_INTSAFE_H_ARITHMETIC(n, t)                                                              \
  HRESULT n##Add(t Augend, t Addend, t *Result);                                                   \
  HRESULT n##Sub(t Minuend, t Subtrahend, t *Result);                                              \
  HRESULT n##Mult(t Multiplicand, t Multiplier, t *Result)
KM_INTSAFE_H_ARITHMETIC(Int8, INT8);
KM_INTSAFE_H_ARITHMETIC(UInt8, UINT8);
KM_INTSAFE_H_ARITHMETIC(Short, SHORT);
KM_INTSAFE_H_ARITHMETIC(UShort, USHORT);
KM_INTSAFE_H_ARITHMETIC(Int, INT);
KM_INTSAFE_H_ARITHMETIC(UInt, UINT);
KM_INTSAFE_H_ARITHMETIC(Long, LONG);
KM_INTSAFE_H_ARITHMETIC(ULong, ULONG);
KM_INTSAFE_H_ARITHMETIC(LongLong, LONGLONG);
KM_INTSAFE_H_ARITHMETIC(ULongLong, ULONGLONG);
KM_INTSAFE_H_ARITHMETIC(IntPtr, INT_PTR);
KM_INTSAFE_H_ARITHMETIC(UIntPtr, UINT_PTR);
KM_INTSAFE_H_ARITHMETIC(LongPtr, LONG_PTR);
KM_INTSAFE_H_ARITHMETIC(ULongPtr, ULONG_PTR);
KM_INTSAFE_H_ARITHMETIC(SizeT, size_t);
KM_INTSAFE_H_ARITHMETIC(SIZET, SIZE_T);
KM_INTSAFE_H_ARITHMETIC(SSIZET, SSIZE_T);
KM_INTSAFE_H_ARITHMETIC(PtrdiffT, ptrdiff_t);
KM_INTSAFE_H_ARITHMETIC(DWord, DWORD);
KM_INTSAFE_H_ARITHMETIC(Word, WORD);
KM_INTSAFE_H_ARITHMETIC(DWordPtr, DWORD_PTR);
KM_INTSAFE_H_ARITHMETIC(UInt16, UINT16);
KM_INTSAFE_H_ARITHMETIC(UInt32, UINT32);
KM_INTSAFE_H_ARITHMETIC(UInt64, UINT64);
KM_INTSAFE_H_ARITHMETIC(Int16, INT16);
KM_INTSAFE_H_ARITHMETIC(Int32, INT32);
KM_INTSAFE_H_ARITHMETIC(Int64, INT64);
KM_INTSAFE_H_ARITHMETIC(ULong64, ULONG64);

#define KM_INTSAFE_H_TO(n, t, m, u) HRESULT n##To##m(t Operand, u *Result)
#define KM_INTSAFE_H_CONVERSIONS(n, t)                                                             \
  KM_INTSAFE_H_TO(n, t, Char, CHAR);                                                               \
  KM_INTSAFE_H_TO(n, t, Int8, INT8);                                                               \
  KM_INTSAFE_H_TO(n, t, UChar, UCHAR);                                                             \
  KM_INTSAFE_H_TO(n, t, UInt8, UINT8);                                                             \
  KM_INTSAFE_H_TO(n, t, Byte, BYTE);                                                               \
  KM_INTSAFE_H_TO(n, t, Short, SHORT);                                                             \
  KM_INTSAFE_H_TO(n, t, UShort, USHORT);                                                           \
  KM_INTSAFE_H_TO(n, t, Word, WORD);                                                               \
  KM_INTSAFE_H_TO(n, t, Int, INT);                                                                 \
  KM_INTSAFE_H_TO(n, t, UInt, UINT);                                                               \
  KM_INTSAFE_H_TO(n, t, Long, LONG);                                                               \
  KM_INTSAFE_H_TO(n, t, ULong, ULONG);                                                             \
  KM_INTSAFE_H_TO(n, t, DWord, DWORD);                                                             \
  KM_INTSAFE_H_TO(n, t, LongLong, LONGLONG);                                                       \
  KM_INTSAFE_H_TO(n, t, ULongLong, ULONGLONG);                                                     \
  KM_INTSAFE_H_TO(n, t, IntPtr, INT_PTR);                                                          \
  KM_INTSAFE_H_TO(n, t, UIntPtr, UINT_PTR);                                                        \
  KM_INTSAFE_H_TO(n, t, LongPtr, LONG_PTR);                                                        \
  KM_INTSAFE_H_TO(n, t, ULongPtr, ULONG_PTR);                                                      \
  KM_INTSAFE_H_TO(n, t, SizeT, size_t);                                                            \
  KM_INTSAFE_H_TO(n, t, SIZET, SIZE_T);                                                            \
  KM_INTSAFE_H_TO(n, t, SSIZET, SSIZE_T);                                                          \
  KM_INTSAFE_H_TO(n, t, PtrdiffT, ptrdiff_t)
KM_INTSAFE_H_CONVERSIONS(Int8, INT8);
KM_INTSAFE_H_CONVERSIONS(UInt8, UINT8);
KM_INTSAFE_H_CONVERSIONS(Short, SHORT);
KM_INTSAFE_H_CONVERSIONS(UShort, USHORT);
KM_INTSAFE_H_CONVERSIONS(Int, INT);
KM_INTSAFE_H_CONVERSIONS(UInt, UINT);
KM_INTSAFE_H_CONVERSIONS(Long, LONG);
KM_INTSAFE_H_CONVERSIONS(ULong, ULONG);
KM_INTSAFE_H_CONVERSIONS(DWord, DWORD);
KM_INTSAFE_H_CONVERSIONS(LongLong, LONGLONG);
KM_INTSAFE_H_CONVERSIONS(ULongLong, ULONGLONG);
KM_INTSAFE_H_CONVERSIONS(IntPtr, INT_PTR);
KM_INTSAFE_H_CONVERSIONS(UIntPtr, UINT_PTR);
KM_INTSAFE_H_CONVERSIONS(LongPtr, LONG_PTR);
KM_INTSAFE_H_CONVERSIONS(ULongPtr, ULONG_PTR);
KM_INTSAFE_H_CONVERSIONS(SizeT, size_t);
KM_INTSAFE_H_CONVERSIONS(SIZET, SIZE_T);
KM_INTSAFE_H_CONVERSIONS(PtrdiffT, ptrdiff_t);

#ifdef __cplusplus
}
#endif

#endif // _INTSAFE_H_INCLUDED_
