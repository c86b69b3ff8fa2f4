//===- kbdmou.h ------------------------------------------------------------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Model of the WDK header of this name, written for checkers of KMDF drivers: the connection
// between the class drivers and the port drivers of keyboards and mice.
//
// Facts (names, values): learn.microsoft.com, kbdmou.h.
//
//===------------------------------------------------------------------------------------------===//

#ifndef _KBDMOU_
#define _KBDMOU_

#include <ntddkbd.h>
#include <ntddmou.h>
#include <wdm.h>

#define DD_KEYBOARD_PORT_BASE_NAME_U L"KeyboardPort"
#define DD_POINTER_PORT_BASE_NAME_U L"PointerPort"
#define DD_KEYBOARD_CLASS_BASE_NAME_U L"KeyboardClass"
#define DD_POINTER_CLASS_BASE_NAME_U L"PointerClass"
#define KM_KEYBOARD_CTL(n) CTL_CODE(FILE_DEVICE_KEYBOARD, n, METHOD_NEITHER, FILE_ANY_ACCESS)
#define KM_MOUSE_CTL(n) CTL_CODE(FILE_DEVICE_MOUSE, n, METHOD_NEITHER, FILE_ANY_ACCESS)
#define IOCTL_INTERNAL_KEYBOARD_CONNECT KM_KEYBOARD_CTL(0x0080)
#define IOCTL_INTERNAL_KEYBOARD_DISCONNECT KM_KEYBOARD_CTL(0x0100)
#define IOCTL_INTERNAL_KEYBOARD_ENABLE KM_KEYBOARD_CTL(0x0200)
#define IOCTL_INTERNAL_KEYBOARD_DISABLE KM_KEYBOARD_CTL(0x0400)
#define IOCTL_INTERNAL_MOUSE_CONNECT KM_MOUSE_CTL(0x0080)
#define IOCTL_INTERNAL_MOUSE_DISCONNECT KM_MOUSE_CTL(0x0100)
#define IOCTL_INTERNAL_MOUSE_ENABLE KM_MOUSE_CTL(0x0200)
#define IOCTL_INTERNAL_MOUSE_DISABLE KM_MOUSE_CTL(0x0400)

typedef struct _CONNECT_DATA {
  PDEVICE_OBJECT ClassDeviceObject;
  PVOID ClassService;
} CONNECT_DATA, *PCONNECT_DATA;

typedef VOID(NTAPI *PSERVICE_CALLBACK_ROUTINE)(PVOID NormalContext, PVOID SystemArgument1,
                                               PVOID SystemArgument2, PVOID SystemArgument3);

#endif // _KBDMOU_
