//===- WppRecorder.h -------------------------------------------------------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Model of the WDK header of this name, written for checkers of KMDF drivers: the recorder of trace
// messages, without effect.
//
// Facts (names): learn.microsoft.com, wpprecorder.h.
//
//===------------------------------------------------------------------------------------------===//

#ifndef KM_MODEL_WPPRECORDER_H
#define KM_MODEL_WPPRECORDER_H

#include <ntdef.h>

#ifdef __cplusplus
extern "C" {
#endif

typedef struct RECORDER_LOG__ *RECORDER_LOG;
typedef struct _RECORDER_LOG_CREATE_PARAMS {
  ULONG Size;
  ULONG LogTypeFlags;
  ULONG TotalBufferSize;
  ULONG ErrorPartitionSize;
  BOOLEAN LogIdentifierSet;
  CHAR LogIdentifier[16];
} RECORDER_LOG_CREATE_PARAMS, *PRECORDER_LOG_CREATE_PARAMS;
typedef struct _RECORDER_CONFIGURE_PARAMS {
  ULONG Size;
  BOOLEAN CreateDefaultLog;
} RECORDER_CONFIGURE_PARAMS, *PRECORDER_CONFIGURE_PARAMS;

#define RECORDER_LOG_CREATE_PARAMS_INIT(p, id)                                                     \
  (memset((p), 0, sizeof(*(p))), (p)->Size = sizeof(*(p)))
#define RECORDER_CONFIGURE_PARAMS_INIT(p)                                                          \
  (memset((p), 0, sizeof(*(p))), (p)->Size = sizeof(*(p)))
NTSTATUS WppRecorderLogCreate(PRECORDER_LOG_CREATE_PARAMS CreateParams, RECORDER_LOG *Log);
VOID WppRecorderLogDelete(RECORDER_LOG Log);
RECORDER_LOG WppRecorderLogGetDefault(VOID);
BOOLEAN WppRecorderIsDefaultLogAvailable(VOID);
VOID WppRecorderConfigure(PRECORDER_CONFIGURE_PARAMS ConfigureParams);

#ifdef __cplusplus
}
#endif

#endif // KM_MODEL_WPPRECORDER_H
