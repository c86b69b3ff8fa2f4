//===- intrin.h ------------------------------------------------------------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Model of the WDK header of this name, written for checkers of KMDF drivers: the intrinsic
// functions that kernel-mode drivers use, as plain functions.
//
// Facts (names, signatures): learn.microsoft.com, "Compiler intrinsics".
//
//===------------------------------------------------------------------------------------------===//

#ifndef __INTRIN_H_
#define __INTRIN_H_

#include <stddef.h>

#ifdef __cplusplus
extern "C" {
#endif

void __cdecl __debugbreak(void);
void *__cdecl _ReturnAddress(void);
void *__cdecl _AddressOfReturnAddress(void);
void __cdecl _ReadWriteBarrier(void);
void __cdecl _ReadBarrier(void);
void __cdecl _WriteBarrier(void);

long __cdecl _InterlockedIncrement(long volatile *p);
long __cdecl _InterlockedDecrement(long volatile *p);
long __cdecl _InterlockedExchange(long volatile *p, long value);
long __cdecl _InterlockedExchangeAdd(long volatile *p, long value);
long __cdecl _InterlockedCompareExchange(long volatile *p, long value, long comparand);
long __cdecl _InterlockedAnd(long volatile *p, long value);
long __cdecl _InterlockedOr(long volatile *p, long value);
long __cdecl _InterlockedXor(long volatile *p, long value);
short __cdecl _InterlockedIncrement16(short volatile *p);
short __cdecl _InterlockedDecrement16(short volatile *p);
short __cdecl _InterlockedExchange16(short volatile *p, short value);
short __cdecl _InterlockedCompareExchange16(short volatile *p, short value, short comparand);
char __cdecl _InterlockedExchange8(char volatile *p, char value);
char __cdecl _InterlockedOr8(char volatile *p, char value);
char __cdecl _InterlockedAnd8(char volatile *p, char value);
__int64 __cdecl _InterlockedCompareExchange64(__int64 volatile *p, __int64 value, __int64 old);
#ifdef _WIN64
__int64 __cdecl _InterlockedIncrement64(__int64 volatile *p);
__int64 __cdecl _InterlockedDecrement64(__int64 volatile *p);
__int64 __cdecl _InterlockedExchange64(__int64 volatile *p, __int64 value);
__int64 __cdecl _InterlockedExchangeAdd64(__int64 volatile *p, __int64 value);
__int64 __cdecl _InterlockedAnd64(__int64 volatile *p, __int64 value);
__int64 __cdecl _InterlockedOr64(__int64 volatile *p, __int64 value);
__int64 __cdecl _InterlockedXor64(__int64 volatile *p, __int64 value);
#endif
void *__cdecl _InterlockedExchangePointer(void *volatile *p, void *value);
void *__cdecl _InterlockedCompareExchangePointer(void *volatile *p, void *value, void *comparand);

unsigned char __cdecl _BitScanForward(unsigned long *index, unsigned long mask);
unsigned char __cdecl _BitScanReverse(unsigned long *index, unsigned long mask);
unsigned char __cdecl _bittest(const long *p, long bit);
unsigned char __cdecl _bittestandset(long *p, long bit);
unsigned char __cdecl _bittestandreset(long *p, long bit);
unsigned char __cdecl _bittestandcomplement(long *p, long bit);
unsigned char __cdecl _interlockedbittestandset(long volatile *p, long bit);
unsigned char __cdecl _interlockedbittestandreset(long volatile *p, long bit);
#ifdef _WIN64
unsigned char __cdecl _BitScanForward64(unsigned long *index, unsigned __int64 mask);
unsigned char __cdecl _BitScanReverse64(unsigned long *index, unsigned __int64 mask);
unsigned char __cdecl _bittest64(const __int64 *p, __int64 bit);
unsigned char __cdecl _bittestandset64(__int64 *p, __int64 bit);
unsigned char __cdecl _bittestandreset64(__int64 *p, __int64 bit);
#endif

unsigned short __cdecl _byteswap_ushort(unsigned short value);
unsigned long __cdecl _byteswap_ulong(unsigned long value);
unsigned __int64 __cdecl _byteswap_uint64(unsigned __int64 value);
unsigned int __cdecl _rotl(unsigned int value, int shift);
unsigned int __cdecl _rotr(unsigned int value, int shift);
unsigned __int64 __cdecl _rotl64(unsigned __int64 value, int shift);
unsigned __int64 __cdecl _rotr64(unsigned __int64 value, int shift);

#if defined(_M_IX86) || defined(_M_AMD64)
unsigned char __cdecl __inbyte(unsigned short port);
unsigned short __cdecl __inword(unsigned short port);
unsigned long __cdecl __indword(unsigned short port);
void __cdecl __inbytestring(unsigned short port, unsigned char *buffer, unsigned long count);
void __cdecl __inwordstring(unsigned short port, unsigned short *buffer, unsigned long count);
void __cdecl __indwordstring(unsigned short port, unsigned long *buffer, unsigned long count);
void __cdecl __outbyte(unsigned short port, unsigned char value);
void __cdecl __outword(unsigned short port, unsigned short value);
void __cdecl __outdword(unsigned short port, unsigned long value);
void __cdecl __outbytestring(unsigned short port, unsigned char *buffer, unsigned long count);
void __cdecl __outwordstring(unsigned short port, unsigned short *buffer, unsigned long count);
void __cdecl __outdwordstring(unsigned short port, unsigned long *buffer, unsigned long count);
void __cdecl __cpuid(int info[4], int function);
void __cdecl __cpuidex(int info[4], int function, int subfunction);
unsigned __int64 __cdecl __rdtsc(void);
unsigned __int64 __cdecl __rdtscp(unsigned int *aux);
unsigned __int64 __cdecl __readmsr(unsigned long reg);
void __cdecl __writemsr(unsigned long reg, unsigned __int64 value);
void __cdecl __halt(void);
void __cdecl __wbinvd(void);
void __cdecl __invlpg(void *address);
void __cdecl _enable(void);
void __cdecl _disable(void);
void __cdecl __nop(void);
void __cdecl _mm_pause(void);
void __cdecl _mm_mfence(void);
void __cdecl _mm_sfence(void);
void __cdecl _mm_lfence(void);
#if defined(_M_AMD64)
unsigned __int64 __cdecl __readcr0(void);
unsigned __int64 __cdecl __readcr2(void);
unsigned __int64 __cdecl __readcr3(void);
unsigned __int64 __cdecl __readcr4(void);
unsigned __int64 __cdecl __readcr8(void);
unsigned __int64 __cdecl __readeflags(void);
unsigned __int64 __cdecl __umulh(unsigned __int64 a, unsigned __int64 b);
unsigned char __cdecl __readgsbyte(unsigned long offset);
unsigned long __cdecl __readgsdword(unsigned long offset);
unsigned __int64 __cdecl __readgsqword(unsigned long offset);
#else
unsigned long __cdecl __readcr0(void);
unsigned long __cdecl __readcr2(void);
unsigned long __cdecl __readcr3(void);
unsigned long __cdecl __readcr4(void);
unsigned long __cdecl __readfsdword(unsigned long offset);
#endif
void __cdecl __stosb(unsigned char *to, unsigned char value, size_t count);
void __cdecl __stosd(unsigned long *to, unsigned long value, size_t count);
void __cdecl __movsb(unsigned char *to, const unsigned char *from, size_t count);
void __cdecl __movsd(unsigned long *to, const unsigned long *from, size_t count);
#endif

#if defined(_M_ARM64)
void __cdecl __dmb(unsigned int type);
void __cdecl __dsb(unsigned int type);
void __cdecl __isb(unsigned int type);
void __cdecl __yield(void);
void __cdecl __wfi(void);
void __cdecl __wfe(void);
void __cdecl __sev(void);
#endif

#ifdef __cplusplus
}
#endif

#endif // __INTRIN_H_
