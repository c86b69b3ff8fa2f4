//===- acpiioct.h ----------------------------------------------------------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Model of the WDK header of this name, written for checkers of KMDF drivers: the control codes
// that evaluate ACPI methods.
//
// Facts (names, values): learn.microsoft.com, acpiioct.h.
//
//===------------------------------------------------------------------------------------------===//

#ifndef _ACPIIOCT_H_
#define _ACPIIOCT_H_

#include <devioctl.h>
#include <ntdef.h>

#define KM_ACPI_CTL(n)                                                                             \
  CTL_CODE(FILE_DEVICE_ACPI, n, METHOD_BUFFERED, FILE_READ_ACCESS | FILE_WRITE_ACCESS)
#define IOCTL_ACPI_ASYNC_EVAL_METHOD KM_ACPI_CTL(0)
#define IOCTL_ACPI_EVAL_METHOD KM_ACPI_CTL(1)
#define IOCTL_ACPI_ACQUIRE_GLOBAL_LOCK KM_ACPI_CTL(4)
#define IOCTL_ACPI_RELEASE_GLOBAL_LOCK KM_ACPI_CTL(5)
#define IOCTL_ACPI_EVAL_METHOD_EX KM_ACPI_CTL(6)
#define IOCTL_ACPI_ASYNC_EVAL_METHOD_EX KM_ACPI_CTL(7)
#define IOCTL_ACPI_ENUM_CHILDREN KM_ACPI_CTL(8)
#define ACPI_EVAL_INPUT_BUFFER_SIGNATURE 0x42696541
#define ACPI_EVAL_INPUT_BUFFER_SIMPLE_INTEGER_SIGNATURE 0x49696541
#define ACPI_EVAL_INPUT_BUFFER_SIMPLE_STRING_SIGNATURE 0x53696541
#define ACPI_EVAL_INPUT_BUFFER_COMPLEX_SIGNATURE 0x43696541
#define ACPI_EVAL_OUTPUT_BUFFER_SIGNATURE 0x426F6541
#define ACPI_EVAL_INPUT_BUFFER_SIGNATURE_EX 0x41696541
#define ACPI_EVAL_INPUT_BUFFER_SIMPLE_INTEGER_SIGNATURE_EX 0x44696541
#define ACPI_EVAL_INPUT_BUFFER_SIMPLE_STRING_SIGNATURE_EX 0x45696541
#define ACPI_EVAL_INPUT_BUFFER_COMPLEX_SIGNATURE_EX 0x46696541
#define ACPI_ENUM_CHILDREN_OUTPUT_BUFFER_SIGNATURE 0x47696541
#define ACPI_ENUM_CHILDREN_INPUT_BUFFER_SIGNATURE 0x48696541
#define ACPI_ACQUIRE_GLOBAL_LOCK_SIGNATURE 0x4C676141
#define ACPI_RELEASE_GLOBAL_LOCK_SIGNATURE 0x4C677241
#define ACPI_METHOD_ARGUMENT_INTEGER 0x0
#define ACPI_METHOD_ARGUMENT_STRING 0x1
#define ACPI_METHOD_ARGUMENT_BUFFER 0x2
#define ACPI_METHOD_ARGUMENT_PACKAGE 0x3
#define ACPI_METHOD_ARGUMENT_PACKAGE_EX 0x4
#define ACPI_OBJECT_HAS_CHILDREN 0x1
#define ENUM_CHILDREN_IMMEDIATE_ONLY 0x1
#define ENUM_CHILDREN_MULTILEVEL 0x2
#define ENUM_CHILDREN_NAME_IS_FILTER 0x4

typedef struct _ACPI_EVAL_INPUT_BUFFER {
  ULONG Signature;
  union {
    UCHAR MethodName[4];
  ULONG MethodNameAsUlong;
  };
} ACPI_EVAL_INPUT_BUFFER, *PACPI_EVAL_INPUT_BUFFER;
typedef struct _ACPI_EVAL_INPUT_BUFFER_SIMPLE_INTEGER {
  ULONG Signature;
  union {
    UCHAR MethodName[4];
  ULONG MethodNameAsUlong;
  };
  ULONG IntegerArgument;
} ACPI_EVAL_INPUT_BUFFER_SIMPLE_INTEGER, *PACPI_EVAL_INPUT_BUFFER_SIMPLE_INTEGER;
typedef struct _ACPI_EVAL_INPUT_BUFFER_SIMPLE_STRING {
  ULONG Signature;
  union {
    UCHAR MethodName[4];
  ULONG MethodNameAsUlong;
  };
  ULONG StringLength;
  UCHAR String[ANYSIZE_ARRAY];
} ACPI_EVAL_INPUT_BUFFER_SIMPLE_STRING, *PACPI_EVAL_INPUT_BUFFER_SIMPLE_STRING;
typedef struct _ACPI_METHOD_ARGUMENT {
  USHORT Type;
  USHORT DataLength;
  union {
    ULONG Argument;
    UCHAR Data[ANYSIZE_ARRAY];
  };
} ACPI_METHOD_ARGUMENT;
typedef ACPI_METHOD_ARGUMENT UNALIGNED *PACPI_METHOD_ARGUMENT;
typedef struct _ACPI_EVAL_INPUT_BUFFER_COMPLEX {
  ULONG Signature;
  union {
    UCHAR MethodName[4];
  ULONG MethodNameAsUlong;
  };
  ULONG Size;
  ULONG ArgumentCount;
  ACPI_METHOD_ARGUMENT Argument[ANYSIZE_ARRAY];
} ACPI_EVAL_INPUT_BUFFER_COMPLEX, *PACPI_EVAL_INPUT_BUFFER_COMPLEX;
typedef struct _ACPI_EVAL_INPUT_BUFFER_EX {
  ULONG Signature;
  CHAR MethodName[256];
} ACPI_EVAL_INPUT_BUFFER_EX, *PACPI_EVAL_INPUT_BUFFER_EX;
typedef struct _ACPI_EVAL_INPUT_BUFFER_SIMPLE_INTEGER_EX {
  ULONG Signature;
  CHAR MethodName[256];
  ULONG64 IntegerArgument;
} ACPI_EVAL_INPUT_BUFFER_SIMPLE_INTEGER_EX, *PACPI_EVAL_INPUT_BUFFER_SIMPLE_INTEGER_EX;
typedef struct _ACPI_EVAL_INPUT_BUFFER_SIMPLE_STRING_EX {
  ULONG Signature;
  CHAR MethodName[256];
  ULONG StringLength;
  UCHAR String[ANYSIZE_ARRAY];
} ACPI_EVAL_INPUT_BUFFER_SIMPLE_STRING_EX, *PACPI_EVAL_INPUT_BUFFER_SIMPLE_STRING_EX;
typedef struct _ACPI_EVAL_INPUT_BUFFER_COMPLEX_EX {
  ULONG Signature;
  CHAR MethodName[256];
  ULONG Size;
  ULONG ArgumentCount;
  ACPI_METHOD_ARGUMENT Argument[ANYSIZE_ARRAY];
} ACPI_EVAL_INPUT_BUFFER_COMPLEX_EX, *PACPI_EVAL_INPUT_BUFFER_COMPLEX_EX;
typedef struct _ACPI_EVAL_OUTPUT_BUFFER {
  ULONG Signature;
  ULONG Length;
  ULONG Count;
  ACPI_METHOD_ARGUMENT Argument[ANYSIZE_ARRAY];
} ACPI_EVAL_OUTPUT_BUFFER;
typedef ACPI_EVAL_OUTPUT_BUFFER UNALIGNED *PACPI_EVAL_OUTPUT_BUFFER;
typedef struct _ACPI_MANIPULATE_GLOBAL_LOCK_BUFFER {
  ULONG Signature;
  PVOID LockObject;
} ACPI_MANIPULATE_GLOBAL_LOCK_BUFFER, *PACPI_MANIPULATE_GLOBAL_LOCK_BUFFER;
typedef struct _ACPI_ENUM_CHILDREN_INPUT_BUFFER {
  ULONG Signature;
  ULONG Flags;
  ULONG NameLength;
  CHAR Name[ANYSIZE_ARRAY];
} ACPI_ENUM_CHILDREN_INPUT_BUFFER, *PACPI_ENUM_CHILDREN_INPUT_BUFFER;
typedef struct _ACPI_ENUM_CHILD {
  ULONG Flags;
  ULONG NameLength;
  CHAR Name[ANYSIZE_ARRAY];
} ACPI_ENUM_CHILD;
typedef ACPI_ENUM_CHILD UNALIGNED *PACPI_ENUM_CHILD;
typedef struct _ACPI_ENUM_CHILDREN_OUTPUT_BUFFER {
  ULONG Signature;
  ULONG NumberOfChildren;
  ACPI_ENUM_CHILD Children[ANYSIZE_ARRAY];
} ACPI_ENUM_CHILDREN_OUTPUT_BUFFER;
typedef ACPI_ENUM_CHILDREN_OUTPUT_BUFFER UNALIGNED *PACPI_ENUM_CHILDREN_OUTPUT_BUFFER;

#define ACPI_METHOD_ARGUMENT_LENGTH(n)                                                             \
  (FIELD_OFFSET(ACPI_METHOD_ARGUMENT, Data) + ((n) > sizeof(ULONG) ? (n) : sizeof(ULONG)))
#define ACPI_METHOD_ARGUMENT_LENGTH_FROM_ARGUMENT(a)                                               \
  (ACPI_METHOD_ARGUMENT_LENGTH(((PACPI_METHOD_ARGUMENT)(a))->DataLength))
#define ACPI_METHOD_NEXT_ARGUMENT(a)                                                               \
  ((PACPI_METHOD_ARGUMENT)((PUCHAR)(a) + ACPI_METHOD_ARGUMENT_LENGTH_FROM_ARGUMENT(a)))
#define ACPI_METHOD_SET_ARGUMENT_INTEGER(a, v)                                                     \
  {                                                                                                \
    (a)->Type = ACPI_METHOD_ARGUMENT_INTEGER;                                                      \
    (a)->DataLength = sizeof(ULONG);                                                               \
    (a)->Argument = (v);                                                                           \
  }
#define ACPI_METHOD_SET_ARGUMENT_STRING(a, s)                                                      \
  {                                                                                                \
    (a)->Type = ACPI_METHOD_ARGUMENT_STRING;                                                       \
    (a)->DataLength = (USHORT)(strlen((PCHAR)(s)) + 1);                                            \
    memcpy((PVOID) & (a)->Data[0], (s), (a)->DataLength);                                          \
  }
#define ACPI_METHOD_SET_ARGUMENT_BUFFER(a, b, n)                                                   \
  {                                                                                                \
    (a)->Type = ACPI_METHOD_ARGUMENT_BUFFER;                                                       \
    (a)->DataLength = (USHORT)(n);                                                                 \
    memcpy((PVOID) & (a)->Data[0], (b), (a)->DataLength);                                          \
  }
#define ACPI_ENUM_CHILD_LENGTH_FROM_CHILD(c) ((2 * sizeof(ULONG)) + (c)->NameLength)
#define ACPI_ENUM_CHILD_NEXT(c)                                                                    \
  ((PACPI_ENUM_CHILD)((PUCHAR)(c) + ACPI_ENUM_CHILD_LENGTH_FROM_CHILD(c)))

#endif // _ACPIIOCT_H_
