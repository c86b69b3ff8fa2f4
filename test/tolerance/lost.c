// RUN: %verify_kmdf -analyzer-config kmdf:Tolerant=true,kmdf:Facts=%t %s
// RUN: %facts %t | FileCheck %s
// RUN: python3 %S/guesses.py %t | FileCheck --check-prefix=GUESSES --implicit-check-not="{{^}}lost" %s

// Functions that the compiler gives up: nothing is said of them, nor of locks
// after a call of one.

// expected-warning@1{{1 name guessed, 2 statements left out, 3 functions left out, 4 errors ignored}}

#include <ntddk.h>
#include <wdf.h>

WDFWAITLOCK Lock;
VOID Work(VOID);

EVT_WDF_TIMER CallsLost, Whole, Lost, BeforeMissingBrace;

// The compiler goes on after the next semicolon.
VOID Enter(int ))
{ // GUESSES: lost Enter on line [[#@LINE]]
    WdfWaitLockAcquire(Lock, NULL);
}
ULONG Count;

VOID CallsLost(WDFTIMER Timer)
{
    Enter(1);
    WdfWaitLockRelease(Lock); // no-warning
}
// CHECK-DAG: CallsLost: kmdf.WdfWaitlock: inconclusive ('Enter' could not be parsed)

VOID Whole(WDFTIMER Timer)
{
    WdfWaitLockAcquire(Lock, NULL);
    Work();
} // expected-warning{{Whole returns while it still holds the wait lock 'Lock'}}

VOID Lost(WDFTIMER Timer))
{ // GUESSES: lost Lost on line [[#@LINE]]
    WdfWaitLockAcquire(Lock, NULL);
}
struct DECLSPEC_ALIGN(16) { ULONG Member; } NoFunction;
// CHECK-DAG: Lost: kmdf.WdfWaitlock: inconclusive (it could not be parsed)

#if 0
VOID NotThere(int))
{
    WdfWaitLockAcquire(Lock, NULL);
}
#endif

VOID BeforeMissingBrace(WDFTIMER Timer)
{
    if (Timer) {
        WdfWaitLockAcquire(Lock, NULL);
        WdfWaitLockRelease(Lock);
}

VOID Swallowed(WDFTIMER Timer)
{ // GUESSES: lost Swallowed on line [[#@LINE]]
    WdfWaitLockAcquire(Lock, NULL);
}
// CHECK: BeforeMissingBrace: kmdf.WdfWaitlock: inconclusive ('BeforeMissingBrace' could not be parsed as a whole, and the rest may lock or unlock


// CHECK: not reached: WdfWaitLockAcquire on line 21
// CHECK: not reached: WdfWaitLockAcquire on line 40
// CHECK: not reached: WdfWaitLockAcquire on line 61
