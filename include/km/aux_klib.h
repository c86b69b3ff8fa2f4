//===- aux_klib.h ----------------------------------------------------------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Model of the WDK header of this name, written for checkers of KMDF drivers: the auxiliary library
// of the kernel: loaded modules, firmware tables, the data of a bug check.
//
// Facts (names, signatures): learn.microsoft.com, aux_klib.h.
//
//===------------------------------------------------------------------------------------------===//

#ifndef _AUX_KLIB_H
#define _AUX_KLIB_H

#include <wdm.h>

#ifdef __cplusplus
extern "C" {
#endif

#define AUX_KLIB_MODULE_PATH_LEN 256

typedef struct _AUX_MODULE_BASIC_INFO {
  PVOID ImageBase;
} AUX_MODULE_BASIC_INFO, *PAUX_MODULE_BASIC_INFO;

typedef struct _AUX_MODULE_EXTENDED_INFO {
  AUX_MODULE_BASIC_INFO BasicInfo;
  ULONG ImageSize;
  USHORT FileNameOffset;
  UCHAR FullPathName[AUX_KLIB_MODULE_PATH_LEN];
} AUX_MODULE_EXTENDED_INFO, *PAUX_MODULE_EXTENDED_INFO;

typedef struct _KBUGCHECK_DATA {
  ULONG BugCheckDataSize;
  ULONG BugCheckCode;
  ULONG_PTR Parameter1;
  ULONG_PTR Parameter2;
  ULONG_PTR Parameter3;
  ULONG_PTR Parameter4;
} KBUGCHECK_DATA, *PKBUGCHECK_DATA;

NTSTATUS NTAPI AuxKlibInitialize(VOID);
NTSTATUS NTAPI AuxKlibQueryModuleInformation(PULONG BufferSize, ULONG ElementSize, PVOID QueryInfo);
NTSTATUS NTAPI AuxKlibGetBugCheckData(PKBUGCHECK_DATA BugCheckData);
NTSTATUS NTAPI AuxKlibEnumerateSystemFirmwareTables(ULONG Provider, PVOID Buffer,
                                                    ULONG BufferLength, PULONG ReturnLength);
NTSTATUS NTAPI AuxKlibGetSystemFirmwareTable(ULONG Provider, ULONG TableID, PVOID Buffer,
                                             ULONG BufferLength, PULONG ReturnLength);

#ifdef __cplusplus
}
#endif

#endif // _AUX_KLIB_H
