//===- ntdef.h -------------------------------------------------------------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Model of the WDK header of this name, written for checkers of KMDF drivers: the types that every
// kernel-mode driver uses: the processor, the macros of declarations, integers, characters,
// NTSTATUS, handles, strings, lists, object attributes, and the macros of sizes and fields.
//
// Facts (names, types, values): learn.microsoft.com, ntdef.h, "Windows Kernel-Mode Data Types".
//
//===------------------------------------------------------------------------------------------===//

#ifndef _NTDEF_
#define _NTDEF_

#if !defined(_AMD64_) && !defined(_X86_) && !defined(_ARM64_) && !defined(_ARM_)
#if defined(_M_AMD64)
#define _AMD64_
#elif defined(_M_ARM64)
#define _ARM64_
#elif defined(_M_IX86)
#define _X86_
#elif defined(_M_ARM)
#define _ARM_
#endif
#endif

#include <basetsd.h>
#include <crtdefs.h>
#include <ctype.h>
#include <excpt.h>
#include <guiddef.h>
#include <sal.h>
#include <sdkddkver.h>
#include <specstrings.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

// ---- Macros of declarations.

#define IN
#define OUT
#define OPTIONAL
#define CRITICAL
#ifndef CONST
#define CONST const
#endif
#define RESTRICTED_POINTER
#define ANYSIZE_ARRAY 1
#ifndef FALSE
#define FALSE 0
#define TRUE 1
#endif

#ifdef __cplusplus
#define EXTERN_C_START extern "C" {
#define EXTERN_C_END }
#else
#define EXTERN_C_START
#define EXTERN_C_END
#endif

#define NTAPI __stdcall
#define FASTCALL __fastcall
#define NTSYSAPI
#define NTSYSCALLAPI
#define NTKERNELAPI
#define NTHALAPI
#define FORCEINLINE __forceinline
#define CFORCEINLINE FORCEINLINE
#define NTAPI_INLINE NTAPI
#define DECLSPEC_IMPORT __declspec(dllimport)
#define DECLSPEC_EXPORT __declspec(dllexport)
#define DECLSPEC_NORETURN __declspec(noreturn)
#define DECLSPEC_NOTHROW __declspec(nothrow)
#define DECLSPEC_NOINLINE __declspec(noinline)
#define DECLSPEC_ALIGN(n) __declspec(align(n))
#define DECLSPEC_CACHEALIGN DECLSPEC_ALIGN(64)
#define SYSTEM_CACHE_ALIGNMENT_SIZE 64
#define DECLSPEC_UUID(x) __declspec(uuid(x))
#define DECLSPEC_NOVTABLE __declspec(novtable)
#define DECLSPEC_DEPRECATED_DDK
#define DECLSPEC_DEPRECATED
#define DECLSPEC_RESTRICT
#define DECLSPEC_NOALIAS
#define DECLSPEC_NOINITALL
#define DECLSPEC_SAFEBUFFERS
#define NOP_FUNCTION __noop
#define TYPE_ALIGNMENT(t) ((LONG)__alignof(t))
#define PROBE_ALIGNMENT(t) TYPE_ALIGNMENT(t)
#define MAX_NATURAL_ALIGNMENT sizeof(ULONG_PTR)
#ifdef _WIN64
#define MEMORY_ALLOCATION_ALIGNMENT 16
#else
#define MEMORY_ALLOCATION_ALIGNMENT 8
#endif
#if defined(_X86_)
#define UNALIGNED
#define UNALIGNED64
#else
#define UNALIGNED __unaligned
#define UNALIGNED64 __unaligned
#endif
#define EXTERN_GUID(n, l, w1, w2, b1, b2, b3, b4, b5, b6, b7, b8)                                  \
  DEFINE_GUID(n, l, w1, w2, b1, b2, b3, b4, b5, b6, b7, b8)

#define DECLARE_HANDLE(n)                                                                          \
  struct n##__ {                                                                                   \
    int unused;                                                                                    \
  };                                                                                               \
  typedef struct n##__ *n

#ifdef __cplusplus
#define DEFINE_ENUM_FLAG_OPERATORS(E)                                                              \
  extern "C++" {                                                                                   \
  inline constexpr E operator|(E a, E b) { return E((int)a | (int)b); }                            \
  inline constexpr E operator&(E a, E b) { return E((int)a & (int)b); }                            \
  inline constexpr E operator^(E a, E b) { return E((int)a ^ (int)b); }                            \
  inline constexpr E operator~(E a) { return E(~(int)a); }                                         \
  inline E &operator|=(E &a, E b) { return a = a | b; }                                            \
  inline E &operator&=(E &a, E b) { return a = a & b; }                                            \
  inline E &operator^=(E &a, E b) { return a = a ^ b; }                                            \
  }
#else
#define DEFINE_ENUM_FLAG_OPERATORS(E)
#endif

// ---- Integers, characters, pointers.

#ifdef __cplusplus
extern "C" {
#endif

#ifndef VOID
#define VOID void
#endif
typedef char CHAR;
typedef short SHORT;
typedef long LONG;
typedef int INT;
typedef unsigned char UCHAR;
typedef unsigned short USHORT;
typedef unsigned long ULONG;
typedef unsigned int UINT;
typedef signed char SCHAR, *PSCHAR;
typedef wchar_t WCHAR;
typedef unsigned char BYTE;
typedef unsigned short WORD;
typedef unsigned long DWORD;
typedef int BOOL;
typedef __int64 LONGLONG;
typedef unsigned __int64 ULONGLONG;
typedef ULONGLONG DWORDLONG, *PDWORDLONG;
typedef LONGLONG USN, *PUSN;

typedef void *PVOID;
typedef void *PVOID64;
typedef UCHAR *PUCHAR;
typedef USHORT *PUSHORT;
typedef ULONG *PULONG;
typedef SHORT *PSHORT;
typedef LONG *PLONG;
typedef LONGLONG *PLONGLONG;
typedef ULONGLONG *PULONGLONG;
typedef UCHAR BOOLEAN, *PBOOLEAN;
typedef ULONG LOGICAL, *PLOGICAL;
typedef char CCHAR, *PCCHAR;
typedef short CSHORT, *PCSHORT;
typedef ULONG CLONG, *PCLONG;
typedef ULONG LCID, *PLCID;
typedef USHORT LANGID;
typedef LONG HRESULT;

typedef CHAR *PCHAR, *LPCH, *PCH, *NPSTR, *LPSTR, *PSTR, *PNZCH, *PSZ;
typedef const CHAR *LPCCH, *PCCH, *LPCSTR, *PCSTR, *PCNZCH, *PCSZ;
typedef PSTR *PZPSTR;
typedef const PSTR *PCZPSTR;
typedef WCHAR *PWCHAR, *LPWCH, *PWCH, *NWPSTR, *LPWSTR, *PWSTR, *PZZWSTR, *PNZWCH;
typedef const WCHAR *LPCWCH, *PCWCH, *LPCWSTR, *PCWSTR, *PCZZWSTR, *PCNZWCH;
typedef PWSTR *PZPWSTR;
typedef const PWSTR *PCZPWSTR;
typedef WCHAR UNALIGNED *LPUWSTR, *PUWSTR;
typedef const WCHAR UNALIGNED *LPCUWSTR, *PCUWSTR;
typedef const UCHAR *PCUCHAR;
typedef const USHORT *PCUSHORT;
typedef const ULONG *PCULONG;
typedef const void *PCVOID;
#if defined(UNICODE) || defined(_UNICODE)
typedef WCHAR TCHAR, *PTCHAR, *PTSTR, *LPTSTR;
typedef const WCHAR *PCTSTR, *LPCTSTR;
#define __TEXT(s) L##s
#else
typedef char TCHAR, *PTCHAR, *PTSTR, *LPTSTR;
typedef const char *PCTSTR, *LPCTSTR;
#define __TEXT(s) s
#endif
#define TEXT(s) __TEXT(s)

typedef PVOID HANDLE, *PHANDLE;
typedef LONG NTSTATUS, *PNTSTATUS;
typedef const NTSTATUS *PCNTSTATUS;
typedef UCHAR KIRQL, *PKIRQL;

typedef struct _QUAD {
  double DoNotUseThisField;
} QUAD, *PQUAD, UQUAD, *PUQUAD;

typedef union _LARGE_INTEGER {
  struct {
    ULONG LowPart;
    LONG HighPart;
  };
  struct {
    ULONG LowPart;
    LONG HighPart;
  } u;
  LONGLONG QuadPart;
} LARGE_INTEGER, *PLARGE_INTEGER;

typedef union _ULARGE_INTEGER {
  struct {
    ULONG LowPart;
    ULONG HighPart;
  };
  struct {
    ULONG LowPart;
    ULONG HighPart;
  } u;
  ULONGLONG QuadPart;
} ULARGE_INTEGER, *PULARGE_INTEGER;

typedef LARGE_INTEGER PHYSICAL_ADDRESS, *PPHYSICAL_ADDRESS;
typedef LONG_PTR RTL_REFERENCE_COUNT, *PRTL_REFERENCE_COUNT;

typedef struct _LUID {
  ULONG LowPart;
  LONG HighPart;
} LUID, *PLUID;

typedef struct DECLSPEC_ALIGN(16) _M128A {
  ULONGLONG Low;
  LONGLONG High;
} M128A, *PM128A;

#define MINCHAR 0x80
#define MAXCHAR 0x7f
#define MINSHORT 0x8000
#define MAXSHORT 0x7fff
#define MINLONG 0x80000000
#define MAXLONG 0x7fffffff
#define MAXUCHAR 0xff
#define MAXUSHORT 0xffff
#define MAXULONG 0xffffffff
#define MAXDWORD 0xffffffff
#define MAXBYTE 0xff
#define MAXWORD 0xffff
#define ANSI_NULL ((CHAR)0)
#define UNICODE_NULL ((WCHAR)0)
#define UNICODE_STRING_MAX_BYTES ((USHORT)65534)
#define UNICODE_STRING_MAX_CHARS (32767)
#define Int32x32To64(a, b) ((LONGLONG)((LONG)(a)) * (LONGLONG)((LONG)(b)))
#define UInt32x32To64(a, b) ((ULONGLONG)((ULONG)(a)) * (ULONGLONG)((ULONG)(b)))
#define Int64ShllMod32(a, b) ((ULONGLONG)(a) << (b))
#define Int64ShraMod32(a, b) ((LONGLONG)(a) >> (b))
#define Int64ShrlMod32(a, b) ((ULONGLONG)(a) >> (b))

// ---- Status.

#define NT_SUCCESS(s) (((NTSTATUS)(s)) >= 0)
#define NT_INFORMATION(s) ((((ULONG)(s)) >> 30) == 1)
#define NT_WARNING(s) ((((ULONG)(s)) >> 30) == 2)
#define NT_ERROR(s) ((((ULONG)(s)) >> 30) == 3)
#define NT_CUSTOMER_SHIFT 29
#define NT_CUSTOMER(s) ((((ULONG)(s)) >> NT_CUSTOMER_SHIFT) & 1)
#define NT_FACILITY_MASK 0xfff
#define NT_FACILITY_SHIFT 16
#define NT_FACILITY(s) ((((ULONG)(s)) >> NT_FACILITY_SHIFT) & NT_FACILITY_MASK)
#define APPLICATION_ERROR_MASK 0x20000000
#define ERROR_SEVERITY_SUCCESS 0x00000000
#define ERROR_SEVERITY_INFORMATIONAL 0x40000000
#define ERROR_SEVERITY_WARNING 0x80000000
#define ERROR_SEVERITY_ERROR 0xC0000000

// ---- Fields and sizes.

#define FIELD_OFFSET(t, f) ((LONG)__builtin_offsetof(t, f))
#define UFIELD_OFFSET(t, f) ((ULONG)__builtin_offsetof(t, f))
#define CONTAINING_RECORD(p, t, f) ((t *)((PCHAR)(p) - (ULONG_PTR)__builtin_offsetof(t, f)))
#define RTL_FIELD_TYPE(t, f) (((t *)0)->f)
#define RTL_FIELD_SIZE(t, f) (sizeof(((t *)0)->f))
#define FIELD_SIZE(t, f) RTL_FIELD_SIZE(t, f)
#define RTL_SIZEOF_THROUGH_FIELD(t, f) (FIELD_OFFSET(t, f) + RTL_FIELD_SIZE(t, f))
#define RTL_CONTAINS_FIELD(s, size, f)                                                             \
  ((((PCHAR)(&(s)->f)) + sizeof((s)->f)) <= (((PCHAR)(s)) + (size)))
#define RTL_NUMBER_OF_V1(a) (sizeof(a) / sizeof((a)[0]))
#define RTL_NUMBER_OF_V2(a) RTL_NUMBER_OF_V1(a)
#define RTL_NUMBER_OF(a) RTL_NUMBER_OF_V1(a)
#define ARRAYSIZE(a) RTL_NUMBER_OF_V1(a)
#define _ARRAYSIZE(a) RTL_NUMBER_OF_V1(a)
#define RTL_NUMBER_OF_FIELD(t, f) (RTL_NUMBER_OF(RTL_FIELD_TYPE(t, f)))
#define RTL_PADDING_BETWEEN_FIELDS(t, a, b)                                                        \
  ((FIELD_OFFSET(t, b) > FIELD_OFFSET(t, a))                                                       \
       ? (FIELD_OFFSET(t, b) - FIELD_OFFSET(t, a) - RTL_FIELD_SIZE(t, a))                          \
       : (FIELD_OFFSET(t, a) - FIELD_OFFSET(t, b) - RTL_FIELD_SIZE(t, b)))
#define RTL_BITS_OF(x) (sizeof(x) * 8)
#define RTL_BITS_OF_FIELD(t, f) (RTL_BITS_OF(RTL_FIELD_TYPE(t, f)))
#define RTL_CONST_CAST(t) (t)
#ifdef __cplusplus
#define C_ASSERT(e) static_assert((e), #e)
#else
#define C_ASSERT(e) _Static_assert((e), #e)
#endif

#define NOTHING
#define ARGUMENT_PRESENT(p) ((CHAR *)((ULONG_PTR)(p)) != (CHAR *)(NULL))
#define UNREFERENCED_PARAMETER(p) ((void)(p))
#define DBG_UNREFERENCED_PARAMETER(p) ((void)(p))
#define DBG_UNREFERENCED_LOCAL_VARIABLE(v) ((void)(v))
#define DEFAULT_UNREACHABLE                                                                        \
  default:                                                                                         \
    __builtin_unreachable()
#define MAKELANGID(p, s) ((((USHORT)(s)) << 10) | (USHORT)(p))
#define MAKELCID(lang, sort) ((ULONG)(((ULONG)((USHORT)(sort)) << 16) | (USHORT)(lang)))
#define PRIMARYLANGID(l) ((USHORT)(l) & 0x3ff)
#define LANG_NEUTRAL 0x00
#define LANG_ENGLISH 0x09
#define SUBLANG_NEUTRAL 0x00
#define SUBLANG_DEFAULT 0x01
#define SUBLANG_ENGLISH_US 0x01
#define LANG_SYSTEM_DEFAULT (MAKELANGID(LANG_NEUTRAL, 0x02))
#define VER_WORKSTATION_NT 0x40000000
#define VER_SERVER_NT 0x80000000
#ifndef NOMINMAX
#ifndef max
#define max(a, b) (((a) > (b)) ? (a) : (b))
#endif
#ifndef min
#define min(a, b) (((a) < (b)) ? (a) : (b))
#endif
#endif

// ---- Strings.

typedef struct _STRING {
  USHORT Length;
  USHORT MaximumLength;
  PCHAR Buffer;
} STRING, *PSTRING;
typedef STRING ANSI_STRING, OEM_STRING, UTF8_STRING, CANSI_STRING;
typedef PSTRING PANSI_STRING, POEM_STRING, PUTF8_STRING;
typedef const STRING *PCANSI_STRING, *PCOEM_STRING, *PCUTF8_STRING;

typedef struct _CSTRING {
  USHORT Length;
  USHORT MaximumLength;
  const char *Buffer;
} CSTRING, *PCSTRING;

typedef struct _UNICODE_STRING {
  USHORT Length;
  USHORT MaximumLength;
  PWCH Buffer;
} UNICODE_STRING, *PUNICODE_STRING;
typedef const UNICODE_STRING *PCUNICODE_STRING;

typedef struct _STRING32 {
  USHORT Length;
  USHORT MaximumLength;
  ULONG Buffer;
} STRING32, *PSTRING32, UNICODE_STRING32, *PUNICODE_STRING32, ANSI_STRING32, *PANSI_STRING32;

typedef struct _STRING64 {
  USHORT Length;
  USHORT MaximumLength;
  ULONGLONG Buffer;
} STRING64, *PSTRING64, UNICODE_STRING64, *PUNICODE_STRING64, ANSI_STRING64, *PANSI_STRING64;

#ifdef __cplusplus
extern "C++" {
template <size_t N> constexpr PCHAR KM_STRING_BUFFER(const char (&s)[N]) { return (PCHAR)s; }
template <size_t N> constexpr PWCH KM_STRING_BUFFER(const WCHAR (&s)[N]) { return (PWCH)s; }
}
#else
#define KM_STRING_BUFFER(s) ((void *)(s))
#endif
#define RTL_CONSTANT_STRING(s) {sizeof(s) - sizeof((s)[0]), sizeof(s), KM_STRING_BUFFER(s)}

#define DECLARE_CONST_UNICODE_STRING(v, s)                                                         \
  const WCHAR v##_buffer[] = s;                                                                    \
  const UNICODE_STRING v = {sizeof(s) - sizeof(WCHAR), sizeof(s), (PWCH)v##_buffer}
#define DECLARE_GLOBAL_CONST_UNICODE_STRING(v, s)                                                  \
  extern const UNICODE_STRING v;                                                                   \
  const DECLSPEC_SELECTANY UNICODE_STRING v = RTL_CONSTANT_STRING(s)
#define DECLARE_UNICODE_STRING_SIZE(v, n)                                                          \
  WCHAR v##_buffer[n];                                                                             \
  UNICODE_STRING v = {0, (n) * sizeof(WCHAR), v##_buffer}

// ---- Lists.

typedef struct _LIST_ENTRY {
  struct _LIST_ENTRY *Flink;
  struct _LIST_ENTRY *Blink;
} LIST_ENTRY, *PLIST_ENTRY, *RESTRICTED_POINTER PRLIST_ENTRY;

typedef struct _SINGLE_LIST_ENTRY {
  struct _SINGLE_LIST_ENTRY *Next;
} SINGLE_LIST_ENTRY, *PSINGLE_LIST_ENTRY;

typedef struct LIST_ENTRY32 {
  ULONG Flink;
  ULONG Blink;
} LIST_ENTRY32, *PLIST_ENTRY32;

typedef struct LIST_ENTRY64 {
  ULONGLONG Flink;
  ULONGLONG Blink;
} LIST_ENTRY64, *PLIST_ENTRY64;

// ---- Object attributes.

#define OBJ_INHERIT 0x00000002L
#define OBJ_PERMANENT 0x00000010L
#define OBJ_EXCLUSIVE 0x00000020L
#define OBJ_CASE_INSENSITIVE 0x00000040L
#define OBJ_OPENIF 0x00000080L
#define OBJ_OPENLINK 0x00000100L
#define OBJ_KERNEL_HANDLE 0x00000200L
#define OBJ_FORCE_ACCESS_CHECK 0x00000400L
#define OBJ_IGNORE_IMPERSONATED_DEVICEMAP 0x00000800L
#define OBJ_DONT_REPARSE 0x00001000L
#define OBJ_VALID_ATTRIBUTES 0x00001FF2L

typedef struct _OBJECT_ATTRIBUTES {
  ULONG Length;
  HANDLE RootDirectory;
  PUNICODE_STRING ObjectName;
  ULONG Attributes;
  PVOID SecurityDescriptor;
  PVOID SecurityQualityOfService;
} OBJECT_ATTRIBUTES, *POBJECT_ATTRIBUTES;
typedef const OBJECT_ATTRIBUTES *PCOBJECT_ATTRIBUTES;

#define InitializeObjectAttributes(p, n, a, r, s)                                                  \
  {                                                                                                \
    (p)->Length = sizeof(OBJECT_ATTRIBUTES);                                                       \
    (p)->RootDirectory = r;                                                                        \
    (p)->Attributes = a;                                                                           \
    (p)->ObjectName = n;                                                                           \
    (p)->SecurityDescriptor = s;                                                                   \
    (p)->SecurityQualityOfService = NULL;                                                          \
  }
#define RTL_INIT_OBJECT_ATTRIBUTES(n, a)                                                           \
  {sizeof(OBJECT_ATTRIBUTES), NULL, RTL_CONST_CAST(PUNICODE_STRING)(n), a, NULL, NULL}
#define RTL_CONSTANT_OBJECT_ATTRIBUTES(n, a) RTL_INIT_OBJECT_ATTRIBUTES(n, a)

// ---- Other.

typedef enum _EVENT_TYPE { NotificationEvent, SynchronizationEvent } EVENT_TYPE;
typedef enum _TIMER_TYPE { NotificationTimer, SynchronizationTimer } TIMER_TYPE;
typedef enum _WAIT_TYPE { WaitAll, WaitAny, WaitNotification, WaitDequeue, WaitDpc } WAIT_TYPE;
typedef enum _NT_PRODUCT_TYPE {
  NtProductWinNt = 1,
  NtProductLanManNt,
  NtProductServer
} NT_PRODUCT_TYPE, *PNT_PRODUCT_TYPE;
typedef enum _SUITE_TYPE { SmallBusiness, Enterprise, TerminalServer = 4 } SUITE_TYPE;

typedef struct _PROCESSOR_NUMBER {
  USHORT Group;
  UCHAR Number;
  UCHAR Reserved;
} PROCESSOR_NUMBER, *PPROCESSOR_NUMBER;

typedef struct _GROUP_AFFINITY {
  KAFFINITY Mask;
  USHORT Group;
  USHORT Reserved[3];
} GROUP_AFFINITY, *PGROUP_AFFINITY;

#ifdef __cplusplus
}
#endif

#endif // _NTDEF_
