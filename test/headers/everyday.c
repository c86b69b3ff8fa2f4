// RUN: %bare_cc1 %model_headers -Wall -Wextra -Werror -Wno-unknown-pragmas -fsyntax-only -x c %s
// RUN: %bare_cc1 %model_headers -Wall -Wextra -Werror -Wno-unknown-pragmas -fsyntax-only -x c++ %s

// What drivers use every day of the kernel around the framework is there, with
// the right types: types, status codes, lists, strings, events, spin locks,
// IRQLs, memory, and the tags of pool memory. LLVM 14 knows no #pragma alloc_text.

#include <ntddk.h>
#include <ntstrsafe.h>
#include <wdf.h>

#define TAG 'tseT'

typedef struct _ENTRY {
    LIST_ENTRY Link;
    SINGLE_LIST_ENTRY SingleLink;
    ULONG Value;
} ENTRY, *PENTRY;

static LIST_ENTRY Entries;
static KSPIN_LOCK EntriesLock;

EXTERN_C DRIVER_INITIALIZE DriverEntry;
DRIVER_UNLOAD Unload;
KDEFERRED_ROUTINE Deferred;
KSTART_ROUTINE Thread;

#ifdef ALLOC_PRAGMA
#pragma alloc_text(INIT, DriverEntry)
#endif

C_ASSERT(sizeof(UCHAR) == 1 && sizeof(CHAR) == 1 && sizeof(BOOLEAN) == 1);
C_ASSERT(sizeof(USHORT) == 2 && sizeof(SHORT) == 2 && sizeof(WCHAR) == 2);
C_ASSERT(sizeof(ULONG) == 4 && sizeof(LONG) == 4 && sizeof(NTSTATUS) == 4);
C_ASSERT(sizeof(ULONG64) == 8 && sizeof(LONGLONG) == 8 && sizeof(LARGE_INTEGER) == 8);
C_ASSERT(sizeof(PVOID) == 8 && sizeof(ULONG_PTR) == 8 && sizeof(SIZE_T) == 8);
C_ASSERT(FIELD_OFFSET(ENTRY, SingleLink) == sizeof(LIST_ENTRY));

C_ASSERT(STATUS_SUCCESS == 0 && STATUS_TIMEOUT == 0x102 && STATUS_PENDING == 0x103);
C_ASSERT(NT_SUCCESS(STATUS_TIMEOUT) && !NT_SUCCESS(STATUS_UNSUCCESSFUL));
C_ASSERT(NT_ERROR(STATUS_INSUFFICIENT_RESOURCES) && NT_ERROR(STATUS_INVALID_PARAMETER));
C_ASSERT(NT_WARNING(STATUS_BUFFER_OVERFLOW) && NT_INFORMATION(STATUS_OBJECT_NAME_EXISTS));
C_ASSERT(!NT_SUCCESS(STATUS_CANCELLED) && !NT_SUCCESS(STATUS_NO_SUCH_DEVICE));
C_ASSERT(!NT_SUCCESS(STATUS_DEVICE_NOT_READY) && !NT_SUCCESS(STATUS_NOT_SUPPORTED));
C_ASSERT(!NT_SUCCESS(STATUS_BUFFER_TOO_SMALL) && !NT_SUCCESS(STATUS_INVALID_DEVICE_REQUEST));

C_ASSERT(PASSIVE_LEVEL == 0 && APC_LEVEL == 1 && DISPATCH_LEVEL == 2 && HIGH_LEVEL == 15);

// Lists
static PENTRY TakeFirst(VOID)
{
    PENTRY entry = NULL;
    KIRQL irql;

    KeAcquireSpinLock(&EntriesLock, &irql);
    if (!IsListEmpty(&Entries)) {
        PLIST_ENTRY link = RemoveHeadList(&Entries);
        entry = CONTAINING_RECORD(link, ENTRY, Link);
    }
    KeReleaseSpinLock(&EntriesLock, irql);
    return entry;
}

static VOID Put(PENTRY Entry)
{
    KLOCK_QUEUE_HANDLE handle;

    KeAcquireInStackQueuedSpinLock(&EntriesLock, &handle);
    InsertTailList(&Entries, &Entry->Link);
    RemoveEntryList(&Entry->Link);
    InsertHeadList(&Entries, &Entry->Link);
    (VOID)RemoveTailList(&Entries);
    KeReleaseInStackQueuedSpinLock(&handle);

    KeAcquireSpinLockAtDpcLevel(&EntriesLock);
    ExInterlockedInsertTailList(&Entries, &Entry->Link, &EntriesLock);
    KeReleaseSpinLockFromDpcLevel(&EntriesLock);
}

// Strings
static NTSTATUS Strings(PUNICODE_STRING Path)
{
    UNICODE_STRING name, upper;
    ANSI_STRING ansi;
    WCHAR buffer[64];
    CHAR text[64];
    size_t length;
    NTSTATUS status;
    DECLARE_CONST_UNICODE_STRING(constant, L"\\Device\\Everyday");
    DECLARE_UNICODE_STRING_SIZE(sized, 32);

    RtlInitUnicodeString(&name, L"\\DosDevices\\Everyday");
    RtlInitAnsiString(&ansi, "everyday");
    RtlInitEmptyUnicodeString(&upper, buffer, sizeof(buffer));
    RtlCopyUnicodeString(&upper, Path);
    status = RtlAppendUnicodeToString(&upper, L"!");
    if (NT_SUCCESS(status))
        status = RtlUpcaseUnicodeString(&sized, &name, FALSE);
    if (NT_SUCCESS(status) && RtlCompareUnicodeString(&upper, &constant, TRUE) == 0)
        status = RtlAnsiStringToUnicodeString(&name, &ansi, TRUE);
    if (NT_SUCCESS(status) && !RtlEqualUnicodeString(&upper, &constant, TRUE))
        RtlFreeUnicodeString(&name);
    status = RtlStringCbPrintfA(text, sizeof(text), "%s: %d", "everyday", 1);
    if (NT_SUCCESS(status))
        status = RtlStringCchCopyW(buffer, RTL_NUMBER_OF(buffer), L"everyday");
    if (NT_SUCCESS(status))
        status = RtlStringCbLengthW(buffer, sizeof(buffer), &length);
    return status;
}

// Events, timers, DPCs, threads, waiting
typedef struct _WORKER {
    KEVENT Event;
    KTIMER Timer;
    KDPC Dpc;
    KMUTEX Mutex;
    FAST_MUTEX FastMutex;
    ERESOURCE Resource;
    KSEMAPHORE Semaphore;
    HANDLE Thread;
} WORKER, *PWORKER;

_Use_decl_annotations_
VOID Deferred(PKDPC Dpc, PVOID Context, PVOID First, PVOID Second)
{
    PWORKER worker = (PWORKER)Context;

    UNREFERENCED_PARAMETER(Dpc);
    UNREFERENCED_PARAMETER(First);
    UNREFERENCED_PARAMETER(Second);
    NT_ASSERT(KeGetCurrentIrql() == DISPATCH_LEVEL);
    KeSetEvent(&worker->Event, IO_NO_INCREMENT, FALSE);
}

_Use_decl_annotations_
VOID Thread(PVOID Context)
{
    PWORKER worker = (PWORKER)Context;
    LARGE_INTEGER timeout, now, interval;

    timeout.QuadPart = WDF_REL_TIMEOUT_IN_MS(10);
    interval.QuadPart = -10 * 1000;
    KeQuerySystemTime(&now);
    (VOID)KeDelayExecutionThread(KernelMode, FALSE, &interval);
    if (KeWaitForSingleObject(&worker->Event, Executive, KernelMode, FALSE, &timeout) ==
        STATUS_TIMEOUT)
        KeClearEvent(&worker->Event);
    if (KeReadStateEvent(&worker->Event) != 0)
        KeResetEvent(&worker->Event);
    KeStallExecutionProcessor(10);
    PsTerminateSystemThread(STATUS_SUCCESS);
}

static NTSTATUS StartWorker(PWORKER Worker)
{
    OBJECT_ATTRIBUTES attributes;
    LARGE_INTEGER due;
    KIRQL irql;

    PAGED_CODE();
    KeInitializeEvent(&Worker->Event, NotificationEvent, FALSE);
    KeInitializeTimer(&Worker->Timer);
    KeInitializeDpc(&Worker->Dpc, Deferred, Worker);
    KeInitializeMutex(&Worker->Mutex, 0);
    KeInitializeSemaphore(&Worker->Semaphore, 0, 1);
    ExInitializeFastMutex(&Worker->FastMutex);
    ExAcquireFastMutex(&Worker->FastMutex);
    ExReleaseFastMutex(&Worker->FastMutex);
    (VOID)ExInitializeResourceLite(&Worker->Resource);
    KeEnterCriticalRegion();
    (VOID)ExAcquireResourceExclusiveLite(&Worker->Resource, TRUE);
    ExReleaseResourceLite(&Worker->Resource);
    KeLeaveCriticalRegion();
    due.QuadPart = WDF_REL_TIMEOUT_IN_SEC(1);
    KeSetTimer(&Worker->Timer, due, &Worker->Dpc);
    KeCancelTimer(&Worker->Timer);
    KeRaiseIrql(DISPATCH_LEVEL, &irql);
    KeLowerIrql(irql);
    InitializeObjectAttributes(&attributes, NULL, OBJ_KERNEL_HANDLE, NULL, NULL);
    return PsCreateSystemThread(&Worker->Thread, THREAD_ALL_ACCESS, &attributes, NULL, NULL,
                                Thread, Worker);
}

// Memory, registers, interlocked operations
static NTSTATUS Memory(PHYSICAL_ADDRESS Address, SIZE_T Length)
{
    volatile LONG count = 0;
    PVOID registers = MmMapIoSpace(Address, Length, MmNonCached);
    PENTRY entry = (PENTRY)ExAllocatePool2(POOL_FLAG_NON_PAGED, sizeof(ENTRY), TAG);
    PENTRY old = (PENTRY)ExAllocatePoolWithTag(NonPagedPoolNx, sizeof(ENTRY), TAG);

    if (registers == NULL || entry == NULL || old == NULL)
        return STATUS_INSUFFICIENT_RESOURCES;
    RtlZeroMemory(entry, sizeof(*entry));
    RtlCopyMemory(old, entry, sizeof(*entry));
    RtlFillMemory(old, sizeof(*old), 0xff);
    RtlMoveMemory(old, entry, sizeof(*entry));
    if (RtlCompareMemory(old, entry, sizeof(*entry)) == sizeof(*entry))
        InterlockedIncrement(&count);
    InterlockedDecrement(&count);
    (VOID)InterlockedExchange(&count, 1);
    (VOID)InterlockedCompareExchange(&count, 2, 1);
    WRITE_REGISTER_ULONG((volatile ULONG *)registers,
                         READ_REGISTER_ULONG((volatile ULONG *)registers));
    MmUnmapIoSpace(registers, Length);
    ExFreePoolWithTag(entry, TAG);
    ExFreePool(old);
    return STATUS_SUCCESS;
}

_Use_decl_annotations_
VOID Unload(PDRIVER_OBJECT DriverObject)
{
    UNREFERENCED_PARAMETER(DriverObject);
    KdPrint(("unloaded\n"));
    DbgPrintEx(DPFLTR_IHVDRIVER_ID, DPFLTR_INFO_LEVEL, "%p\n", DriverObject);
}

_Use_decl_annotations_
NTSTATUS DriverEntry(PDRIVER_OBJECT DriverObject, PUNICODE_STRING RegistryPath)
{
    static WORKER worker;
    PHYSICAL_ADDRESS address;
    PENTRY entry;
    NTSTATUS status;

    InitializeListHead(&Entries);
    KeInitializeSpinLock(&EntriesLock);
    DriverObject->DriverUnload = Unload;
    address.QuadPart = 0x1000;
    status = Memory(address, PAGE_SIZE);
    if (NT_SUCCESS(status))
        status = Strings(RegistryPath);
    if (NT_SUCCESS(status))
        status = StartWorker(&worker);
    if ((entry = TakeFirst()) != NULL)
        Put(entry);
    return status;
}
