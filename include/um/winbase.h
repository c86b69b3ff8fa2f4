//===- winbase.h ------------------------------------------------------------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Model of the SDK header of this name, written for checkers of UMDF drivers: processes, threads
// and what they wait for, memory, files, errors, modules, the thread pool.
//
// Facts (names, values, signatures): learn.microsoft.com, the pages of winbase.h and of the API
// sets' headers, synchapi.h, fileapi.h and so on.
//
//===------------------------------------------------------------------------------------------===//

#ifndef _WINBASE_
#define _WINBASE_

#include <winnt.h>

#ifdef __cplusplus
extern "C" {
#endif

#define WINBASEAPI
#define WINADVAPI

#define INFINITE 0xFFFFFFFF
#define WAIT_OBJECT_0 0
#define WAIT_ABANDONED 0x80
#define WAIT_ABANDONED_0 0x80
#define WAIT_TIMEOUT 258L
#define WAIT_FAILED ((DWORD)0xFFFFFFFF)
#define WAIT_IO_COMPLETION 0xC0
#define STILL_ACTIVE 259

#ifndef ZeroMemory
#define ZeroMemory RtlZeroMemory
#define CopyMemory RtlCopyMemory
#define MoveMemory RtlMoveMemory
#define FillMemory RtlFillMemory
#define SecureZeroMemory RtlSecureZeroMemory
#endif

typedef struct _SECURITY_ATTRIBUTES {
  DWORD nLength;
  LPVOID lpSecurityDescriptor;
  BOOL bInheritHandle;
} SECURITY_ATTRIBUTES, *PSECURITY_ATTRIBUTES, *LPSECURITY_ATTRIBUTES;

typedef struct _OVERLAPPED {
  ULONG_PTR Internal;
  ULONG_PTR InternalHigh;
  union {
    struct {
      DWORD Offset;
      DWORD OffsetHigh;
    };
    PVOID Pointer;
  };
  HANDLE hEvent;
} OVERLAPPED, *LPOVERLAPPED;

typedef struct _SYSTEMTIME {
  WORD wYear;
  WORD wMonth;
  WORD wDayOfWeek;
  WORD wDay;
  WORD wHour;
  WORD wMinute;
  WORD wSecond;
  WORD wMilliseconds;
} SYSTEMTIME, *PSYSTEMTIME, *LPSYSTEMTIME;

typedef RTL_CRITICAL_SECTION CRITICAL_SECTION, *PCRITICAL_SECTION, *LPCRITICAL_SECTION;
typedef RTL_SRWLOCK SRWLOCK, *PSRWLOCK;
#define SRWLOCK_INIT RTL_SRWLOCK_INIT
typedef RTL_CONDITION_VARIABLE CONDITION_VARIABLE, *PCONDITION_VARIABLE;
#define CONDITION_VARIABLE_INIT RTL_CONDITION_VARIABLE_INIT

typedef INT_PTR(WINAPI *FARPROC)();
typedef DWORD(WINAPI *PTHREAD_START_ROUTINE)(LPVOID Parameter);
typedef PTHREAD_START_ROUTINE LPTHREAD_START_ROUTINE;
typedef VOID(CALLBACK *PTP_WORK_CALLBACK)(PTP_CALLBACK_INSTANCE Instance, PVOID Context,
                                          PTP_WORK Work);
typedef VOID(CALLBACK *PTP_TIMER_CALLBACK)(PTP_CALLBACK_INSTANCE Instance, PVOID Context,
                                           PTP_TIMER Timer);
typedef VOID(CALLBACK *PTP_WAIT_CALLBACK)(PTP_CALLBACK_INSTANCE Instance, PVOID Context,
                                          PTP_WAIT Wait, TP_WAIT_RESULT Result);
typedef VOID(CALLBACK *WAITORTIMERCALLBACK)(PVOID Context, BOOLEAN HasTimedOut);

// ---- Errors, handles, debugging.

WINBASEAPI DWORD WINAPI GetLastError(void);
WINBASEAPI VOID WINAPI SetLastError(DWORD Code);
WINBASEAPI BOOL WINAPI CloseHandle(HANDLE Object);
WINBASEAPI BOOL WINAPI DuplicateHandle(HANDLE SourceProcess, HANDLE Source, HANDLE TargetProcess,
                                       LPHANDLE Target, DWORD Access, BOOL IsInherited,
                                       DWORD Options);
WINBASEAPI VOID WINAPI OutputDebugStringA(LPCSTR Text);
WINBASEAPI VOID WINAPI OutputDebugStringW(LPCWSTR Text);
WINBASEAPI VOID WINAPI DebugBreak(void);
WINBASEAPI BOOL WINAPI IsDebuggerPresent(void);
WINBASEAPI DWORD WINAPI FormatMessageA(DWORD Flags, LPCVOID Source, DWORD Id, DWORD Language,
                                       LPSTR Buffer, DWORD Size, va_list *Arguments);
WINBASEAPI DWORD WINAPI FormatMessageW(DWORD Flags, LPCVOID Source, DWORD Id, DWORD Language,
                                       LPWSTR Buffer, DWORD Size, va_list *Arguments);

// ---- Waiting.

WINBASEAPI DWORD WINAPI WaitForSingleObject(HANDLE Handle, DWORD Milliseconds);
WINBASEAPI DWORD WINAPI WaitForSingleObjectEx(HANDLE Handle, DWORD Milliseconds, BOOL IsAlertable);
WINBASEAPI DWORD WINAPI WaitForMultipleObjects(DWORD Count, const HANDLE *Handles, BOOL AreAll,
                                               DWORD Milliseconds);
WINBASEAPI HANDLE WINAPI CreateEventA(LPSECURITY_ATTRIBUTES Attributes, BOOL IsManual, BOOL IsSet,
                                      LPCSTR Name);
WINBASEAPI HANDLE WINAPI CreateEventW(LPSECURITY_ATTRIBUTES Attributes, BOOL IsManual, BOOL IsSet,
                                      LPCWSTR Name);
WINBASEAPI BOOL WINAPI SetEvent(HANDLE Event);
WINBASEAPI BOOL WINAPI ResetEvent(HANDLE Event);
WINBASEAPI HANDLE WINAPI CreateMutexA(LPSECURITY_ATTRIBUTES Attributes, BOOL IsOwned, LPCSTR Name);
WINBASEAPI HANDLE WINAPI CreateMutexW(LPSECURITY_ATTRIBUTES Attributes, BOOL IsOwned, LPCWSTR Name);
WINBASEAPI BOOL WINAPI ReleaseMutex(HANDLE Mutex);
WINBASEAPI HANDLE WINAPI CreateSemaphoreW(LPSECURITY_ATTRIBUTES Attributes, LONG Count,
                                          LONG Maximum, LPCWSTR Name);
WINBASEAPI BOOL WINAPI ReleaseSemaphore(HANDLE Semaphore, LONG Count, LONG *Previous);
WINBASEAPI VOID WINAPI Sleep(DWORD Milliseconds);
WINBASEAPI DWORD WINAPI SleepEx(DWORD Milliseconds, BOOL IsAlertable);

WINBASEAPI VOID WINAPI InitializeCriticalSection(LPCRITICAL_SECTION Section);
WINBASEAPI BOOL WINAPI InitializeCriticalSectionAndSpinCount(LPCRITICAL_SECTION Section,
                                                             DWORD Count);
WINBASEAPI BOOL WINAPI InitializeCriticalSectionEx(LPCRITICAL_SECTION Section, DWORD Count,
                                                   DWORD Flags);
WINBASEAPI VOID WINAPI EnterCriticalSection(LPCRITICAL_SECTION Section);
WINBASEAPI BOOL WINAPI TryEnterCriticalSection(LPCRITICAL_SECTION Section);
WINBASEAPI VOID WINAPI LeaveCriticalSection(LPCRITICAL_SECTION Section);
WINBASEAPI VOID WINAPI DeleteCriticalSection(LPCRITICAL_SECTION Section);
WINBASEAPI VOID WINAPI InitializeSRWLock(PSRWLOCK Lock);
WINBASEAPI VOID WINAPI AcquireSRWLockExclusive(PSRWLOCK Lock);
WINBASEAPI VOID WINAPI AcquireSRWLockShared(PSRWLOCK Lock);
WINBASEAPI VOID WINAPI ReleaseSRWLockExclusive(PSRWLOCK Lock);
WINBASEAPI VOID WINAPI ReleaseSRWLockShared(PSRWLOCK Lock);
WINBASEAPI BOOLEAN WINAPI TryAcquireSRWLockExclusive(PSRWLOCK Lock);
WINBASEAPI BOOLEAN WINAPI TryAcquireSRWLockShared(PSRWLOCK Lock);
WINBASEAPI VOID WINAPI InitializeConditionVariable(PCONDITION_VARIABLE Variable);
WINBASEAPI BOOL WINAPI SleepConditionVariableCS(PCONDITION_VARIABLE Variable,
                                                PCRITICAL_SECTION Section, DWORD Milliseconds);
WINBASEAPI BOOL WINAPI SleepConditionVariableSRW(PCONDITION_VARIABLE Variable, PSRWLOCK Lock,
                                                 DWORD Milliseconds, ULONG Flags);
WINBASEAPI VOID WINAPI WakeConditionVariable(PCONDITION_VARIABLE Variable);
WINBASEAPI VOID WINAPI WakeAllConditionVariable(PCONDITION_VARIABLE Variable);

// ---- Processes, threads, the thread pool.

WINBASEAPI HANDLE WINAPI GetCurrentProcess(void);
WINBASEAPI HANDLE WINAPI GetCurrentThread(void);
WINBASEAPI DWORD WINAPI GetCurrentProcessId(void);
WINBASEAPI DWORD WINAPI GetCurrentThreadId(void);
WINBASEAPI HANDLE WINAPI CreateThread(LPSECURITY_ATTRIBUTES Attributes, SIZE_T StackSize,
                                      LPTHREAD_START_ROUTINE Start, LPVOID Parameter, DWORD Flags,
                                      LPDWORD Id);
WINBASEAPI BOOL WINAPI TerminateThread(HANDLE Thread, DWORD Code);
WINBASEAPI BOOL WINAPI GetExitCodeThread(HANDLE Thread, LPDWORD Code);
WINBASEAPI BOOL WINAPI SetThreadPriority(HANDLE Thread, int Priority);
WINBASEAPI DWORD WINAPI ResumeThread(HANDLE Thread);
WINBASEAPI DECLSPEC_NORETURN VOID WINAPI ExitThread(DWORD Code);
WINBASEAPI DECLSPEC_NORETURN VOID WINAPI ExitProcess(UINT Code);
WINBASEAPI BOOL WINAPI TerminateProcess(HANDLE Process, UINT Code);
WINBASEAPI BOOL WINAPI QueueUserWorkItem(LPTHREAD_START_ROUTINE Function, PVOID Context,
                                         ULONG Flags);
WINBASEAPI PTP_WORK WINAPI CreateThreadpoolWork(PTP_WORK_CALLBACK Callback, PVOID Context,
                                                PVOID Environment);
WINBASEAPI VOID WINAPI SubmitThreadpoolWork(PTP_WORK Work);
WINBASEAPI VOID WINAPI WaitForThreadpoolWorkCallbacks(PTP_WORK Work, BOOL IsCancelling);
WINBASEAPI VOID WINAPI CloseThreadpoolWork(PTP_WORK Work);
WINBASEAPI PTP_TIMER WINAPI CreateThreadpoolTimer(PTP_TIMER_CALLBACK Callback, PVOID Context,
                                                  PVOID Environment);
WINBASEAPI VOID WINAPI SetThreadpoolTimer(PTP_TIMER Timer, FILETIME *Due, DWORD Period,
                                          DWORD Window);
WINBASEAPI VOID WINAPI WaitForThreadpoolTimerCallbacks(PTP_TIMER Timer, BOOL IsCancelling);
WINBASEAPI VOID WINAPI CloseThreadpoolTimer(PTP_TIMER Timer);
WINBASEAPI BOOL WINAPI RegisterWaitForSingleObject(HANDLE *NewWait, HANDLE Object,
                                                   WAITORTIMERCALLBACK Callback, PVOID Context,
                                                   ULONG Milliseconds, ULONG Flags);
WINBASEAPI BOOL WINAPI UnregisterWait(HANDLE Wait);
WINBASEAPI BOOL WINAPI UnregisterWaitEx(HANDLE Wait, HANDLE Event);

// ---- Memory.

#define HEAP_ZERO_MEMORY 0x00000008
#define LMEM_FIXED 0x0000
#define LMEM_ZEROINIT 0x0040
#define LPTR (LMEM_FIXED | LMEM_ZEROINIT)
#define GMEM_FIXED 0x0000
#define GMEM_ZEROINIT 0x0040
#define GPTR (GMEM_FIXED | GMEM_ZEROINIT)

WINBASEAPI HANDLE WINAPI GetProcessHeap(void);
WINBASEAPI LPVOID WINAPI HeapAlloc(HANDLE Heap, DWORD Flags, SIZE_T Bytes);
WINBASEAPI BOOL WINAPI HeapFree(HANDLE Heap, DWORD Flags, LPVOID Memory);
WINBASEAPI LPVOID WINAPI VirtualAlloc(LPVOID Address, SIZE_T Size, DWORD Type, DWORD Protect);
WINBASEAPI BOOL WINAPI VirtualFree(LPVOID Address, SIZE_T Size, DWORD Type);
WINBASEAPI HLOCAL WINAPI LocalAlloc(UINT Flags, SIZE_T Bytes);
WINBASEAPI HLOCAL WINAPI LocalFree(HLOCAL Memory);
WINBASEAPI HGLOBAL WINAPI GlobalAlloc(UINT Flags, SIZE_T Bytes);
WINBASEAPI HGLOBAL WINAPI GlobalFree(HGLOBAL Memory);

// ---- Files and devices.

#define CREATE_NEW 1
#define CREATE_ALWAYS 2
#define OPEN_EXISTING 3
#define OPEN_ALWAYS 4
#define TRUNCATE_EXISTING 5
#define FILE_FLAG_OVERLAPPED 0x40000000
#define FILE_FLAG_NO_BUFFERING 0x20000000
#define FILE_FLAG_WRITE_THROUGH 0x80000000
#define FILE_BEGIN 0
#define FILE_CURRENT 1
#define FILE_END 2

WINBASEAPI HANDLE WINAPI CreateFileA(LPCSTR Name, DWORD Access, DWORD Share,
                                     LPSECURITY_ATTRIBUTES Attributes, DWORD Disposition,
                                     DWORD Flags, HANDLE Template);
WINBASEAPI HANDLE WINAPI CreateFileW(LPCWSTR Name, DWORD Access, DWORD Share,
                                     LPSECURITY_ATTRIBUTES Attributes, DWORD Disposition,
                                     DWORD Flags, HANDLE Template);
WINBASEAPI BOOL WINAPI ReadFile(HANDLE File, LPVOID Buffer, DWORD Size, LPDWORD Read,
                                LPOVERLAPPED Overlapped);
WINBASEAPI BOOL WINAPI WriteFile(HANDLE File, LPCVOID Buffer, DWORD Size, LPDWORD Written,
                                 LPOVERLAPPED Overlapped);
WINBASEAPI BOOL WINAPI DeviceIoControl(HANDLE Device, DWORD Code, LPVOID Input, DWORD InputSize,
                                       LPVOID Output, DWORD OutputSize, LPDWORD Returned,
                                       LPOVERLAPPED Overlapped);
WINBASEAPI BOOL WINAPI GetOverlappedResult(HANDLE File, LPOVERLAPPED Overlapped,
                                           LPDWORD Transferred, BOOL IsWaiting);
WINBASEAPI BOOL WINAPI CancelIo(HANDLE File);
WINBASEAPI BOOL WINAPI CancelIoEx(HANDLE File, LPOVERLAPPED Overlapped);
WINBASEAPI DWORD WINAPI GetFileSize(HANDLE File, LPDWORD High);
WINBASEAPI DWORD WINAPI SetFilePointer(HANDLE File, LONG Distance, LONG *High, DWORD Method);
WINBASEAPI BOOL WINAPI DeleteFileW(LPCWSTR Name);

// ---- Time.

WINBASEAPI DWORD WINAPI GetTickCount(void);
WINBASEAPI ULONGLONG WINAPI GetTickCount64(void);
WINBASEAPI VOID WINAPI GetSystemTime(LPSYSTEMTIME Time);
WINBASEAPI VOID WINAPI GetLocalTime(LPSYSTEMTIME Time);
WINBASEAPI VOID WINAPI GetSystemTimeAsFileTime(LPFILETIME Time);
WINBASEAPI VOID WINAPI GetSystemTimePreciseAsFileTime(LPFILETIME Time);
WINBASEAPI BOOL WINAPI SystemTimeToFileTime(const SYSTEMTIME *Time, LPFILETIME Result);
WINBASEAPI BOOL WINAPI FileTimeToSystemTime(const FILETIME *Time, LPSYSTEMTIME Result);
WINBASEAPI BOOL WINAPI QueryPerformanceCounter(LARGE_INTEGER *Count);
WINBASEAPI BOOL WINAPI QueryPerformanceFrequency(LARGE_INTEGER *Frequency);

// ---- Modules, strings, the system.

WINBASEAPI HMODULE WINAPI LoadLibraryA(LPCSTR Name);
WINBASEAPI HMODULE WINAPI LoadLibraryW(LPCWSTR Name);
WINBASEAPI BOOL WINAPI FreeLibrary(HMODULE Module);
WINBASEAPI HMODULE WINAPI GetModuleHandleA(LPCSTR Name);
WINBASEAPI HMODULE WINAPI GetModuleHandleW(LPCWSTR Name);
WINBASEAPI DWORD WINAPI GetModuleFileNameW(HMODULE Module, LPWSTR Name, DWORD Size);
WINBASEAPI FARPROC WINAPI GetProcAddress(HMODULE Module, LPCSTR Name);
WINBASEAPI BOOL WINAPI DisableThreadLibraryCalls(HMODULE Module);
WINBASEAPI int WINAPI MultiByteToWideChar(UINT CodePage, DWORD Flags, LPCSTR Source,
                                          int SourceSize, LPWSTR Target, int TargetSize);
WINBASEAPI int WINAPI WideCharToMultiByte(UINT CodePage, DWORD Flags, LPCWSTR Source,
                                          int SourceSize, LPSTR Target, int TargetSize,
                                          LPCSTR Default, BOOL *IsDefaultUsed);
WINBASEAPI int WINAPI lstrlenA(LPCSTR Text);
WINBASEAPI int WINAPI lstrlenW(LPCWSTR Text);
#define CP_ACP 0
#define CP_UTF8 65001

#ifdef UNICODE
#define CreateEvent CreateEventW
#define CreateFile CreateFileW
#define CreateMutex CreateMutexW
#define CreateSemaphore CreateSemaphoreW
#define DeleteFile DeleteFileW
#define FormatMessage FormatMessageW
#define GetModuleHandle GetModuleHandleW
#define LoadLibrary LoadLibraryW
#define OutputDebugString OutputDebugStringW
#define lstrlen lstrlenW
#else
#define CreateEvent CreateEventA
#define CreateFile CreateFileA
#define CreateMutex CreateMutexA
#define FormatMessage FormatMessageA
#define GetModuleHandle GetModuleHandleA
#define LoadLibrary LoadLibraryA
#define OutputDebugString OutputDebugStringA
#define lstrlen lstrlenA
#endif

#ifdef __cplusplus
}
#endif

#endif // _WINBASE_
