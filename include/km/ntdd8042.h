//===- ntdd8042.h ----------------------------------------------------------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Model of the WDK header of this name, written for checkers of KMDF drivers: the hooks of the
// driver of PS/2 keyboards and mice.
//
// Facts (names, values): learn.microsoft.com, ntdd8042.h.
//
//===------------------------------------------------------------------------------------------===//

#ifndef _NTDD8042_
#define _NTDD8042_

#include <kbdmou.h>

#ifdef __cplusplus
extern "C" {
#endif

#define IOCTL_INTERNAL_I8042_HOOK_KEYBOARD KM_KEYBOARD_CTL(0x0FF0)
#define IOCTL_INTERNAL_I8042_HOOK_MOUSE KM_MOUSE_CTL(0x0FF0)
#define IOCTL_INTERNAL_I8042_KEYBOARD_WRITE_BUFFER KM_KEYBOARD_CTL(0x0FF1)
#define IOCTL_INTERNAL_I8042_MOUSE_WRITE_BUFFER KM_MOUSE_CTL(0x0FF1)
#define IOCTL_INTERNAL_I8042_CONTROLLER_WRITE_BUFFER KM_KEYBOARD_CTL(0x0FF2)
#define IOCTL_INTERNAL_I8042_KEYBOARD_START_INFORMATION KM_KEYBOARD_CTL(0x0FF3)
#define IOCTL_INTERNAL_I8042_MOUSE_START_INFORMATION KM_MOUSE_CTL(0x0FF3)

typedef enum _TRANSMIT_STATE {
  Idle = 0,
  SendingBytes
} TRANSMIT_STATE;
typedef enum _KEYBOARD_SCAN_STATE {
  Normal,
  GotE0,
  GotE1
} KEYBOARD_SCAN_STATE, *PKEYBOARD_SCAN_STATE;
typedef enum _MOUSE_STATE {
  MouseIdle,
  XMovement,
  YMovement,
  ZMovement,
  MouseExpectingACK,
  MouseResetting
} MOUSE_STATE, *PMOUSE_STATE;
typedef enum _MOUSE_RESET_SUBSTATE {
  ExpectingReset,
  ExpectingResetId,
  ExpectingGetDeviceIdACK,
  ExpectingGetDeviceIdValue,
  ExpectingSetResolutionDefaultACK,
  ExpectingSetResolutionDefaultValueACK,
  ExpectingSetResolutionDefaultToo,
  ExpectingSetScaling1to1ACK,
  ExpectingSetScaling1to1ACK2,
  ExpectingSetScaling1to1ACK3,
  ExpectingReadMouseStatusACK,
  ExpectingReadMouseStatusByte1,
  ExpectingReadMouseStatusByte2,
  ExpectingReadMouseStatusByte3,
  StartPnPIdDetection,
  QueueingMouseReset,
  QueueingMousePolling,
  MouseResetFailed,
  CustomHookStateMinimum = 100,
  CustomHookStateMaximum = 999
} MOUSE_RESET_SUBSTATE, *PMOUSE_RESET_SUBSTATE;
typedef struct _OUTPUT_PACKET {
  PUCHAR Bytes;
  ULONG CurrentByte;
  ULONG ByteCount;
  TRANSMIT_STATE State;
} OUTPUT_PACKET, *POUTPUT_PACKET;

typedef VOID(NTAPI *PI8042_ISR_WRITE_PORT)(PVOID Context, UCHAR Value);
typedef VOID(NTAPI *PI8042_QUEUE_PACKET)(PVOID Context);
typedef NTSTATUS(NTAPI *PI8042_SYNCH_READ_PORT)(PVOID Context, PUCHAR Value, BOOLEAN WaitForACK);
typedef NTSTATUS(NTAPI *PI8042_SYNCH_WRITE_PORT)(PVOID Context, UCHAR Value, BOOLEAN WaitForACK);
typedef NTSTATUS NTAPI I8042_KEYBOARD_INITIALIZATION_ROUTINE(
    PVOID InitializationContext, PVOID SynchFuncContext, PI8042_SYNCH_READ_PORT ReadPort,
    PI8042_SYNCH_WRITE_PORT WritePort, PBOOLEAN TurnTranslationOn);
typedef I8042_KEYBOARD_INITIALIZATION_ROUTINE *PI8042_KEYBOARD_INITIALIZATION_ROUTINE;
typedef BOOLEAN NTAPI I8042_KEYBOARD_ISR(PVOID IsrContext, PKEYBOARD_INPUT_DATA CurrentInput,
                                         POUTPUT_PACKET CurrentOutput, UCHAR StatusByte,
                                         PUCHAR Byte, PBOOLEAN ContinueProcessing,
                                         PKEYBOARD_SCAN_STATE ScanState);
typedef I8042_KEYBOARD_ISR *PI8042_KEYBOARD_ISR;
typedef BOOLEAN NTAPI I8042_MOUSE_ISR(PVOID IsrContext, PMOUSE_INPUT_DATA CurrentInput,
                                      POUTPUT_PACKET CurrentOutput, UCHAR StatusByte, PUCHAR Byte,
                                      PBOOLEAN ContinueProcessing, PMOUSE_STATE MouseState,
                                      PMOUSE_RESET_SUBSTATE ResetSubState);
typedef I8042_MOUSE_ISR *PI8042_MOUSE_ISR;
typedef struct _INTERNAL_I8042_HOOK_KEYBOARD {
  PVOID Context;
  PI8042_KEYBOARD_INITIALIZATION_ROUTINE InitializationRoutine;
  PI8042_KEYBOARD_ISR IsrRoutine;
  PI8042_ISR_WRITE_PORT IsrWritePort;
  PI8042_QUEUE_PACKET QueueKeyboardPacket;
  PVOID CallContext;
} INTERNAL_I8042_HOOK_KEYBOARD, *PINTERNAL_I8042_HOOK_KEYBOARD;
typedef struct _INTERNAL_I8042_HOOK_MOUSE {
  PVOID Context;
  PI8042_MOUSE_ISR IsrRoutine;
  PI8042_ISR_WRITE_PORT IsrWritePort;
  PI8042_QUEUE_PACKET QueueMousePacket;
  PVOID CallContext;
} INTERNAL_I8042_HOOK_MOUSE, *PINTERNAL_I8042_HOOK_MOUSE;
typedef struct _INTERNAL_I8042_START_INFORMATION {
  ULONG Size;
  PKINTERRUPT InterruptObject;
  ULONG Reserved[8];
} INTERNAL_I8042_START_INFORMATION, *PINTERNAL_I8042_START_INFORMATION;

#ifdef __cplusplus
}
#endif

#endif // _NTDD8042_
