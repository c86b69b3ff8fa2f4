//===- reshub.h ------------------------------------------------------------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Model of the WDK header of this name, written for checkers of KMDF drivers: the resource hub: the
// paths of connections, and the descriptor of a serial bus.
//
// Facts (names, values): learn.microsoft.com, reshub.h.
//
//===------------------------------------------------------------------------------------------===//

#ifndef _RESHUB_H_
#define _RESHUB_H_

#include <ntstrsafe.h>
#include <wdm.h>

#ifdef __cplusplus
extern "C" {
#endif

#define RESOURCE_HUB_DEVICE_NAME L"\\Device\\RESOURCE_HUB"
#define RESOURCE_HUB_CONNECTION_FILE_SIZE (sizeof(L"0000000000000000"))
#define RESOURCE_HUB_PATH_CHARS                                                                    \
  ((sizeof(RESOURCE_HUB_DEVICE_NAME) + RESOURCE_HUB_CONNECTION_FILE_SIZE) / sizeof(WCHAR))
#define RESOURCE_HUB_PATH_SIZE (RESOURCE_HUB_PATH_CHARS * sizeof(WCHAR))

NTSTATUS RESOURCE_HUB_ID_TO_FILE_NAME(ULONG IdLowPart, ULONG IdHighPart, PWCHAR FileName);
NTSTATUS RESOURCE_HUB_CREATE_PATH_FROM_ID(PUNICODE_STRING PathName, ULONG IdLowPart,
                                          ULONG IdHighPart);

#include <pshpack1.h>
typedef struct _PNP_SERIAL_BUS_DESCRIPTOR {
  UCHAR Tag;
  USHORT Length;
  UCHAR RevisionId;
  UCHAR ResourceSourceIndex;
  UCHAR SerialBusType;
  UCHAR GeneralFlags;
  USHORT TypeSpecificFlags;
  UCHAR TypeSpecificRevisionId;
  USHORT TypeDataLength;
} PNP_SERIAL_BUS_DESCRIPTOR, *PPNP_SERIAL_BUS_DESCRIPTOR;
#include <poppack.h>

typedef struct _RH_QUERY_CONNECTION_PROPERTIES_INPUT_BUFFER {
  ULONG Version;
  ULONG QueryType;
} RH_QUERY_CONNECTION_PROPERTIES_INPUT_BUFFER, *PRH_QUERY_CONNECTION_PROPERTIES_INPUT_BUFFER;
typedef struct _RH_QUERY_CONNECTION_PROPERTIES_OUTPUT_BUFFER {
  ULONG Version;
  ULONG PropertiesLength;
  UCHAR ConnectionProperties[ANYSIZE_ARRAY];
} RH_QUERY_CONNECTION_PROPERTIES_OUTPUT_BUFFER, *PRH_QUERY_CONNECTION_PROPERTIES_OUTPUT_BUFFER;

#ifdef __cplusplus
}
#endif

#endif // _RESHUB_H_
