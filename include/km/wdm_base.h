//===- wdm_base.h ----------------------------------------------------------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Part of the model of wdm.h: processors and interrupt levels, pages and alignment, access rights,
// the names of opaque types, barriers and interlocked operations.
//
// Facts (names, values, signatures): learn.microsoft.com, wdm.h, "Managing Hardware Priorities",
// "ACCESS_MASK".
//
//===------------------------------------------------------------------------------------------===//

#ifndef KM_MODEL_WDM_BASE_H
#define KM_MODEL_WDM_BASE_H

#ifdef __cplusplus
extern "C" {
#endif

// ---- Opaque types.

typedef struct _KPROCESS *PKPROCESS, *PRKPROCESS;
typedef struct _EPROCESS *PEPROCESS;
typedef struct _KTHREAD *PKTHREAD, *PRKTHREAD;
typedef struct _ETHREAD *PETHREAD;
typedef struct _EJOB *PEJOB;
typedef struct _OBJECT_TYPE *POBJECT_TYPE;
typedef struct _DEVICE_OBJECT *PDEVICE_OBJECT;
typedef struct _DRIVER_OBJECT *PDRIVER_OBJECT;
typedef struct _FILE_OBJECT *PFILE_OBJECT;
typedef struct _IRP *PIRP;
typedef struct _MDL *PMDL;
typedef struct _KINTERRUPT *PKINTERRUPT;
typedef struct _CALLBACK_OBJECT *PCALLBACK_OBJECT;
typedef struct _IO_WORKITEM *PIO_WORKITEM;
typedef struct _IO_TIMER *PIO_TIMER;
typedef struct _EPROCESS_QUOTA_BLOCK *PEPROCESS_QUOTA_BLOCK;
typedef struct _BUS_HANDLER *PBUS_HANDLER;
typedef struct _SECTION_OBJECT *PSECTION_OBJECT;
typedef struct _ADAPTER_OBJECT *PADAPTER_OBJECT;
typedef struct _PEB *PPEB;
typedef struct _TEB *PTEB;
typedef PVOID PSECURITY_DESCRIPTOR;
typedef PVOID PSID;
typedef PVOID PACCESS_TOKEN;
typedef ULONG SECURITY_INFORMATION, *PSECURITY_INFORMATION;
typedef ULONG_PTR KSPIN_LOCK, *PKSPIN_LOCK;
typedef LONG KPRIORITY;
typedef CCHAR KPROCESSOR_MODE;
typedef ULONG_PTR PFN_NUMBER, *PPFN_NUMBER;
typedef ULONG NODE_REQUIREMENT;
typedef enum _MODE { KernelMode, UserMode, MaximumMode } MODE;

typedef struct _CLIENT_ID {
  HANDLE UniqueProcess;
  HANDLE UniqueThread;
} CLIENT_ID, *PCLIENT_ID;

typedef struct _IO_STATUS_BLOCK {
  union {
    NTSTATUS Status;
    PVOID Pointer;
  };
  ULONG_PTR Information;
} IO_STATUS_BLOCK, *PIO_STATUS_BLOCK;

typedef VOID(NTAPI *PIO_APC_ROUTINE)(PVOID ApcContext, PIO_STATUS_BLOCK IoStatusBlock,
                                     ULONG Reserved);

// ---- Interrupt levels.

#define PASSIVE_LEVEL 0
#define LOW_LEVEL 0
#define APC_LEVEL 1
#define DISPATCH_LEVEL 2
#if defined(_X86_)
#define CMCI_LEVEL 5
#define PROFILE_LEVEL 27
#define CLOCK1_LEVEL 28
#define CLOCK2_LEVEL 28
#define CLOCK_LEVEL 28
#define IPI_LEVEL 29
#define POWER_LEVEL 30
#define HIGH_LEVEL 31
#else
#define CMCI_LEVEL 5
#define CLOCK_LEVEL 13
#define IPI_LEVEL 14
#define DRS_LEVEL 14
#define POWER_LEVEL 14
#define PROFILE_LEVEL 15
#define HIGH_LEVEL 15
#endif

// ---- Pages and alignment.

#define PAGE_SIZE 0x1000
#define PAGE_SHIFT 12L
#define LARGE_PAGE_SIZE 0x200000
#define PAGE_ALIGN(va) ((PVOID)((ULONG_PTR)(va) & ~(ULONG_PTR)(PAGE_SIZE - 1)))
#define BYTE_OFFSET(va) ((ULONG)((LONG_PTR)(va) & (PAGE_SIZE - 1)))
#define ROUND_TO_PAGES(n) (((ULONG_PTR)(n) + PAGE_SIZE - 1) & ~(ULONG_PTR)(PAGE_SIZE - 1))
#define BYTES_TO_PAGES(n) (((n) >> PAGE_SHIFT) + (((n) & (PAGE_SIZE - 1)) != 0))
#define ADDRESS_AND_SIZE_TO_SPAN_PAGES(va, n)                                                      \
  ((ULONG)((((ULONG_PTR)(va) & (PAGE_SIZE - 1)) + (ULONG_PTR)(n) + (PAGE_SIZE - 1)) >> PAGE_SHIFT))
#define COMPUTE_PAGES_SPANNED(va, n) ADDRESS_AND_SIZE_TO_SPAN_PAGES(va, n)
#define IS_PAGE_ALIGNED(va) (BYTE_OFFSET(va) == 0)

#define ALIGN_DOWN_BY(n, size) ((ULONG_PTR)(n) & ~((ULONG_PTR)(size) - 1))
#define ALIGN_UP_BY(n, size) (ALIGN_DOWN_BY(((ULONG_PTR)(n) + (size) - 1), size))
#define ALIGN_DOWN_POINTER_BY(p, size) ((PVOID)ALIGN_DOWN_BY(p, size))
#define ALIGN_UP_POINTER_BY(p, size) ((PVOID)ALIGN_UP_BY(p, size))
#define ALIGN_DOWN(n, t) ALIGN_DOWN_BY(n, sizeof(t))
#define ALIGN_UP(n, t) ALIGN_UP_BY(n, sizeof(t))
#define ALIGN_DOWN_POINTER(p, t) ALIGN_DOWN_POINTER_BY(p, sizeof(t))
#define ALIGN_UP_POINTER(p, t) ALIGN_UP_POINTER_BY(p, sizeof(t))
#ifdef _WIN64
#define POINTER_ALIGNMENT DECLSPEC_ALIGN(8)
#else
#define POINTER_ALIGNMENT
#endif
#define LOWBYTE_MASK 0xff
#define FIRSTBYTE(v) ((v) & LOWBYTE_MASK)
#define SECONDBYTE(v) (((v) >> 8) & LOWBYTE_MASK)
#define THIRDBYTE(v) (((v) >> 16) & LOWBYTE_MASK)
#define FOURTHBYTE(v) (((v) >> 24) & LOWBYTE_MASK)

#define PAGED_CODE() ((void)0)
#define PAGED_CODE_LOCKED() ((void)0)
#define ALLOC_PRAGMA 1
#define ALLOC_DATA_PRAGMA 1

// ---- Access rights.

typedef ULONG ACCESS_MASK, *PACCESS_MASK;
#define DELETE 0x00010000L
#define READ_CONTROL 0x00020000L
#define WRITE_DAC 0x00040000L
#define WRITE_OWNER 0x00080000L
#define SYNCHRONIZE 0x00100000L
#define STANDARD_RIGHTS_REQUIRED 0x000F0000L
#define STANDARD_RIGHTS_READ READ_CONTROL
#define STANDARD_RIGHTS_WRITE READ_CONTROL
#define STANDARD_RIGHTS_EXECUTE READ_CONTROL
#define STANDARD_RIGHTS_ALL 0x001F0000L
#define SPECIFIC_RIGHTS_ALL 0x0000FFFFL
#define ACCESS_SYSTEM_SECURITY 0x01000000L
#define MAXIMUM_ALLOWED 0x02000000L
#define GENERIC_READ 0x80000000L
#define GENERIC_WRITE 0x40000000L
#define GENERIC_EXECUTE 0x20000000L
#define GENERIC_ALL 0x10000000L

#define EVENT_QUERY_STATE 0x0001
#define EVENT_MODIFY_STATE 0x0002
#define EVENT_ALL_ACCESS (STANDARD_RIGHTS_REQUIRED | SYNCHRONIZE | 0x3)
#define SEMAPHORE_QUERY_STATE 0x0001
#define SEMAPHORE_MODIFY_STATE 0x0002
#define SEMAPHORE_ALL_ACCESS (STANDARD_RIGHTS_REQUIRED | SYNCHRONIZE | 0x3)
#define THREAD_TERMINATE 0x0001
#define THREAD_SUSPEND_RESUME 0x0002
#define THREAD_ALERT 0x0004
#define THREAD_GET_CONTEXT 0x0008
#define THREAD_SET_CONTEXT 0x0010
#define THREAD_SET_INFORMATION 0x0020
#define THREAD_QUERY_INFORMATION 0x0040
#define THREAD_ALL_ACCESS (STANDARD_RIGHTS_REQUIRED | SYNCHRONIZE | 0xFFFF)
#define PROCESS_TERMINATE 0x0001
#define PROCESS_DUP_HANDLE 0x0040
#define PROCESS_QUERY_INFORMATION 0x0400
#define PROCESS_ALL_ACCESS (STANDARD_RIGHTS_REQUIRED | SYNCHRONIZE | 0xFFFF)

// ---- Barriers.

NTKERNELAPI VOID KeMemoryBarrier(VOID);
NTKERNELAPI VOID KeMemoryBarrierWithoutFence(VOID);
NTKERNELAPI VOID MemoryBarrier(VOID);
NTKERNELAPI VOID FastFence(VOID);
NTKERNELAPI VOID LoadFence(VOID);
NTKERNELAPI VOID StoreFence(VOID);
NTKERNELAPI VOID YieldProcessor(VOID);
#define YieldProcessor YieldProcessor
#define MemoryBarrier MemoryBarrier

CHAR ReadAcquire8(CHAR const volatile *Source);
CHAR ReadNoFence8(CHAR const volatile *Source);
SHORT ReadAcquire16(SHORT const volatile *Source);
SHORT ReadNoFence16(SHORT const volatile *Source);
LONG ReadAcquire(LONG const volatile *Source);
LONG ReadNoFence(LONG const volatile *Source);
LONG ReadRaw(LONG const volatile *Source);
LONG64 ReadAcquire64(LONG64 const volatile *Source);
LONG64 ReadNoFence64(LONG64 const volatile *Source);
LONG64 ReadRaw64(LONG64 const volatile *Source);
UCHAR ReadUCharAcquire(UCHAR const volatile *Source);
UCHAR ReadUCharNoFence(UCHAR const volatile *Source);
BOOLEAN ReadBooleanAcquire(BOOLEAN const volatile *Source);
BOOLEAN ReadBooleanNoFence(BOOLEAN const volatile *Source);
BOOLEAN ReadBooleanRaw(BOOLEAN const volatile *Source);
USHORT ReadUShortAcquire(USHORT const volatile *Source);
USHORT ReadUShortNoFence(USHORT const volatile *Source);
ULONG ReadULongAcquire(ULONG const volatile *Source);
ULONG ReadULongNoFence(ULONG const volatile *Source);
ULONG ReadULongRaw(ULONG const volatile *Source);
ULONG64 ReadULong64Acquire(ULONG64 const volatile *Source);
ULONG64 ReadULong64NoFence(ULONG64 const volatile *Source);
ULONG_PTR ReadULongPtrAcquire(ULONG_PTR const volatile *Source);
ULONG_PTR ReadULongPtrNoFence(ULONG_PTR const volatile *Source);
SIZE_T ReadSizeTAcquire(SIZE_T const volatile *Source);
SIZE_T ReadSizeTNoFence(SIZE_T const volatile *Source);
INT32 ReadInt32Acquire(INT32 const volatile *Source);
INT32 ReadInt32NoFence(INT32 const volatile *Source);
UINT32 ReadUInt32Acquire(UINT32 const volatile *Source);
UINT32 ReadUInt32NoFence(UINT32 const volatile *Source);
PVOID ReadPointerAcquire(PVOID const volatile *Source);
PVOID ReadPointerNoFence(PVOID const volatile *Source);
PVOID ReadPointerRaw(PVOID const volatile *Source);
VOID WriteRelease8(CHAR volatile *Destination, CHAR Value);
VOID WriteNoFence8(CHAR volatile *Destination, CHAR Value);
VOID WriteRelease16(SHORT volatile *Destination, SHORT Value);
VOID WriteNoFence16(SHORT volatile *Destination, SHORT Value);
VOID WriteRelease(LONG volatile *Destination, LONG Value);
VOID WriteNoFence(LONG volatile *Destination, LONG Value);
VOID WriteRaw(LONG volatile *Destination, LONG Value);
VOID WriteRelease64(LONG64 volatile *Destination, LONG64 Value);
VOID WriteNoFence64(LONG64 volatile *Destination, LONG64 Value);
VOID WriteUCharRelease(UCHAR volatile *Destination, UCHAR Value);
VOID WriteUCharNoFence(UCHAR volatile *Destination, UCHAR Value);
VOID WriteBooleanRelease(BOOLEAN volatile *Destination, BOOLEAN Value);
VOID WriteBooleanNoFence(BOOLEAN volatile *Destination, BOOLEAN Value);
VOID WriteUShortRelease(USHORT volatile *Destination, USHORT Value);
VOID WriteUShortNoFence(USHORT volatile *Destination, USHORT Value);
VOID WriteULongRelease(ULONG volatile *Destination, ULONG Value);
VOID WriteULongNoFence(ULONG volatile *Destination, ULONG Value);
VOID WriteULong64Release(ULONG64 volatile *Destination, ULONG64 Value);
VOID WriteULong64NoFence(ULONG64 volatile *Destination, ULONG64 Value);
VOID WriteULongPtrRelease(ULONG_PTR volatile *Destination, ULONG_PTR Value);
VOID WriteULongPtrNoFence(ULONG_PTR volatile *Destination, ULONG_PTR Value);
VOID WriteSizeTRelease(SIZE_T volatile *Destination, SIZE_T Value);
VOID WriteSizeTNoFence(SIZE_T volatile *Destination, SIZE_T Value);
VOID WriteInt32Release(INT32 volatile *Destination, INT32 Value);
VOID WriteInt32NoFence(INT32 volatile *Destination, INT32 Value);
VOID WriteUInt32Release(UINT32 volatile *Destination, UINT32 Value);
VOID WriteUInt32NoFence(UINT32 volatile *Destination, UINT32 Value);
VOID WritePointerRelease(PVOID volatile *Destination, PVOID Value);
VOID WritePointerNoFence(PVOID volatile *Destination, PVOID Value);

// ---- Interlocked operations.

LONG InterlockedIncrement(LONG volatile *Addend);
LONG InterlockedIncrementAcquire(LONG volatile *Addend);
LONG InterlockedIncrementRelease(LONG volatile *Addend);
LONG InterlockedIncrementNoFence(LONG volatile *Addend);
LONG InterlockedDecrement(LONG volatile *Addend);
LONG InterlockedDecrementAcquire(LONG volatile *Addend);
LONG InterlockedDecrementRelease(LONG volatile *Addend);
LONG InterlockedDecrementNoFence(LONG volatile *Addend);
LONG InterlockedExchange(LONG volatile *Target, LONG Value);
LONG InterlockedExchangeAcquire(LONG volatile *Target, LONG Value);
LONG InterlockedExchangeNoFence(LONG volatile *Target, LONG Value);
LONG InterlockedExchangeAdd(LONG volatile *Addend, LONG Value);
LONG InterlockedExchangeAddAcquire(LONG volatile *Addend, LONG Value);
LONG InterlockedExchangeAddRelease(LONG volatile *Addend, LONG Value);
LONG InterlockedExchangeAddNoFence(LONG volatile *Addend, LONG Value);
LONG InterlockedAdd(LONG volatile *Addend, LONG Value);
LONG InterlockedAddAcquire(LONG volatile *Addend, LONG Value);
LONG InterlockedAddRelease(LONG volatile *Addend, LONG Value);
LONG InterlockedAddNoFence(LONG volatile *Addend, LONG Value);
LONG InterlockedCompareExchange(LONG volatile *Destination, LONG Exchange, LONG Comparand);
LONG InterlockedCompareExchangeAcquire(LONG volatile *Destination, LONG Exchange, LONG Comparand);
LONG InterlockedCompareExchangeRelease(LONG volatile *Destination, LONG Exchange, LONG Comparand);
LONG InterlockedCompareExchangeNoFence(LONG volatile *Destination, LONG Exchange, LONG Comparand);
LONG InterlockedAnd(LONG volatile *Destination, LONG Value);
LONG InterlockedAndAcquire(LONG volatile *Destination, LONG Value);
LONG InterlockedAndRelease(LONG volatile *Destination, LONG Value);
LONG InterlockedAndNoFence(LONG volatile *Destination, LONG Value);
LONG InterlockedOr(LONG volatile *Destination, LONG Value);
LONG InterlockedOrAcquire(LONG volatile *Destination, LONG Value);
LONG InterlockedOrRelease(LONG volatile *Destination, LONG Value);
LONG InterlockedOrNoFence(LONG volatile *Destination, LONG Value);
LONG InterlockedXor(LONG volatile *Destination, LONG Value);
SHORT InterlockedIncrement16(SHORT volatile *Addend);
SHORT InterlockedDecrement16(SHORT volatile *Addend);
SHORT InterlockedExchange16(SHORT volatile *Target, SHORT Value);
SHORT InterlockedCompareExchange16(SHORT volatile *Destination, SHORT Exchange, SHORT Comparand);
SHORT InterlockedOr16(SHORT volatile *Destination, SHORT Value);
SHORT InterlockedAnd16(SHORT volatile *Destination, SHORT Value);
CHAR InterlockedExchange8(CHAR volatile *Target, CHAR Value);
CHAR InterlockedOr8(CHAR volatile *Destination, CHAR Value);
CHAR InterlockedAnd8(CHAR volatile *Destination, CHAR Value);
LONG64 InterlockedIncrement64(LONG64 volatile *Addend);
LONG64 InterlockedIncrementNoFence64(LONG64 volatile *Addend);
LONG64 InterlockedDecrement64(LONG64 volatile *Addend);
LONG64 InterlockedExchange64(LONG64 volatile *Target, LONG64 Value);
LONG64 InterlockedExchangeAdd64(LONG64 volatile *Addend, LONG64 Value);
LONG64 InterlockedAdd64(LONG64 volatile *Addend, LONG64 Value);
LONG64 InterlockedAddNoFence64(LONG64 volatile *Addend, LONG64 Value);
LONG64 InterlockedAnd64(LONG64 volatile *Destination, LONG64 Value);
LONG64 InterlockedOr64(LONG64 volatile *Destination, LONG64 Value);
LONG64 InterlockedXor64(LONG64 volatile *Destination, LONG64 Value);
LONG64 InterlockedCompareExchange64(LONG64 volatile *Destination, LONG64 Exchange,
                                    LONG64 Comparand);
BOOLEAN InterlockedCompareExchange128(LONG64 volatile *Destination, LONG64 ExchangeHigh,
                                      LONG64 ExchangeLow, LONG64 *ComparandResult);
PVOID InterlockedExchangePointer(PVOID volatile *Target, PVOID Value);
PVOID InterlockedExchangePointerAcquire(PVOID volatile *Target, PVOID Value);
PVOID InterlockedExchangePointerNoFence(PVOID volatile *Target, PVOID Value);
PVOID InterlockedCompareExchangePointer(PVOID volatile *Destination, PVOID Exchange,
                                        PVOID Comparand);
PVOID InterlockedCompareExchangePointerAcquire(PVOID volatile *Destination, PVOID Exchange,
                                               PVOID Comparand);
PVOID InterlockedCompareExchangePointerRelease(PVOID volatile *Destination, PVOID Exchange,
                                               PVOID Comparand);
PVOID InterlockedCompareExchangePointerNoFence(PVOID volatile *Destination, PVOID Exchange,
                                               PVOID Comparand);
BOOLEAN InterlockedBitTestAndSet(LONG volatile *Base, LONG Bit);
BOOLEAN InterlockedBitTestAndReset(LONG volatile *Base, LONG Bit);
BOOLEAN InterlockedBitTestAndComplement(LONG volatile *Base, LONG Bit);
BOOLEAN InterlockedBitTestAndSet64(LONG64 volatile *Base, LONG64 Bit);
BOOLEAN InterlockedBitTestAndReset64(LONG64 volatile *Base, LONG64 Bit);
LONG InterlockedSetBits(LONG volatile *Destination, LONG Value);
LONG InterlockedClearBits(LONG volatile *Destination, LONG Value);

#define BitScanForward _BitScanForward
#define BitScanReverse _BitScanReverse
#define BitTest _bittest
#define BitTestAndSet _bittestandset
#define BitTestAndReset _bittestandreset
#define BitTestAndComplement _bittestandcomplement
#ifdef _WIN64
#define BitScanForward64 _BitScanForward64
#define BitScanReverse64 _BitScanReverse64
#define BitTest64 _bittest64
#define BitTestAndSet64 _bittestandset64
#define BitTestAndReset64 _bittestandreset64
#define InterlockedIncrementSizeT(p) InterlockedIncrement64((LONG64 volatile *)(p))
#define InterlockedDecrementSizeT(p) InterlockedDecrement64((LONG64 volatile *)(p))
#define InterlockedExchangeAddSizeT(p, v) InterlockedExchangeAdd64((LONG64 volatile *)(p), (v))
#define InterlockedAddPtr InterlockedAdd64
#define InterlockedIncrementPtr InterlockedIncrement64
#define InterlockedDecrementPtr InterlockedDecrement64
#else
#define InterlockedIncrementSizeT(p) InterlockedIncrement((LONG volatile *)(p))
#define InterlockedDecrementSizeT(p) InterlockedDecrement((LONG volatile *)(p))
#define InterlockedExchangeAddSizeT(p, v) InterlockedExchangeAdd((LONG volatile *)(p), (v))
#define InterlockedAddPtr InterlockedAdd
#define InterlockedIncrementPtr InterlockedIncrement
#define InterlockedDecrementPtr InterlockedDecrement
#endif
#define PreFetchCacheLine(level, address) ((void)(address))
#define PF_TEMPORAL_LEVEL_1 0
#define PF_NON_TEMPORAL_LEVEL_ALL 0
#define ReadForWriteAccess(p) (*(p))

#ifdef __cplusplus
}
#endif

#endif // KM_MODEL_WDM_BASE_H
