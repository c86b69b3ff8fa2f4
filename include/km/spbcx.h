//===- spbcx.h -------------------------------------------------------------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Model of the WDK header of this name, written for checkers of KMDF drivers: the class extension
// for drivers of simple peripheral bus controllers.
//
// Facts (names, signatures): learn.microsoft.com, spbcx.h.
//
//===------------------------------------------------------------------------------------------===//

#ifndef _SPBCX_H_
#define _SPBCX_H_

#include <wdm.h>

#include <spb.h>
#include <wdf.h>

#ifdef __cplusplus
extern "C" {
#endif

DECLARE_HANDLE(SPBTARGET);
DECLARE_HANDLE(SPBREQUEST);

typedef enum _SPB_REQUEST_TYPE {
  SpbRequestTypeUndefined,
  SpbRequestTypeRead,
  SpbRequestTypeWrite,
  SpbRequestTypeSequence,
  SpbRequestTypeLockController,
  SpbRequestTypeUnlockController,
  SpbRequestTypeLockConnection,
  SpbRequestTypeUnlockConnection,
  SpbRequestTypeOther,
  SpbRequestTypeMax
} SPB_REQUEST_TYPE, *PSPB_REQUEST_TYPE;
typedef enum _SPB_REQUEST_SEQUENCE_POSITION {
  SpbRequestSequencePositionInvalid,
  SpbRequestSequencePositionSingle,
  SpbRequestSequencePositionFirst,
  SpbRequestSequencePositionContinue,
  SpbRequestSequencePositionLast,
  SpbRequestSequencePositionMax
} SPB_REQUEST_SEQUENCE_POSITION, *PSPB_REQUEST_SEQUENCE_POSITION;

typedef NTSTATUS NTAPI EVT_SPB_TARGET_CONNECT(WDFDEVICE Controller, SPBTARGET Target);
typedef EVT_SPB_TARGET_CONNECT *PFN_SPB_TARGET_CONNECT;
typedef VOID NTAPI EVT_SPB_TARGET_DISCONNECT(WDFDEVICE Controller, SPBTARGET Target);
typedef EVT_SPB_TARGET_DISCONNECT *PFN_SPB_TARGET_DISCONNECT;
typedef VOID NTAPI EVT_SPB_CONTROLLER_LOCK(WDFDEVICE Controller, SPBTARGET Target,
                                           SPBREQUEST LockRequest);
typedef EVT_SPB_CONTROLLER_LOCK *PFN_SPB_CONTROLLER_LOCK;
typedef VOID NTAPI EVT_SPB_CONTROLLER_UNLOCK(WDFDEVICE Controller, SPBTARGET Target,
                                             SPBREQUEST UnlockRequest);
typedef EVT_SPB_CONTROLLER_UNLOCK *PFN_SPB_CONTROLLER_UNLOCK;
typedef VOID NTAPI EVT_SPB_CONTROLLER_READ(WDFDEVICE Controller, SPBTARGET Target,
                                           SPBREQUEST Request, size_t Length);
typedef EVT_SPB_CONTROLLER_READ *PFN_SPB_CONTROLLER_READ;
typedef VOID NTAPI EVT_SPB_CONTROLLER_WRITE(WDFDEVICE Controller, SPBTARGET Target,
                                            SPBREQUEST Request, size_t Length);
typedef EVT_SPB_CONTROLLER_WRITE *PFN_SPB_CONTROLLER_WRITE;
typedef VOID NTAPI EVT_SPB_CONTROLLER_SEQUENCE(WDFDEVICE Controller, SPBTARGET Target,
                                               SPBREQUEST Request, ULONG TransferCount);
typedef EVT_SPB_CONTROLLER_SEQUENCE *PFN_SPB_CONTROLLER_SEQUENCE;
typedef VOID NTAPI EVT_SPB_CONTROLLER_OTHER(WDFDEVICE Controller, SPBTARGET Target,
                                            SPBREQUEST Request, size_t OutputBufferLength,
                                            size_t InputBufferLength, ULONG IoControlCode);
typedef EVT_SPB_CONTROLLER_OTHER *PFN_SPB_CONTROLLER_OTHER;

typedef struct _SPB_CONTROLLER_CONFIG {
  ULONG Size;
  WDF_IO_QUEUE_DISPATCH_TYPE ControllerDispatchType;
  WDF_TRI_STATE PowerManaged;
  PFN_SPB_TARGET_CONNECT EvtSpbTargetConnect;
  PFN_SPB_TARGET_DISCONNECT EvtSpbTargetDisconnect;
  PFN_SPB_CONTROLLER_LOCK EvtSpbControllerLock;
  PFN_SPB_CONTROLLER_UNLOCK EvtSpbControllerUnlock;
  PFN_SPB_CONTROLLER_READ EvtSpbIoRead;
  PFN_SPB_CONTROLLER_WRITE EvtSpbIoWrite;
  PFN_SPB_CONTROLLER_SEQUENCE EvtSpbIoSequence;
} SPB_CONTROLLER_CONFIG, *PSPB_CONTROLLER_CONFIG;
typedef struct _SPB_CONNECTION_PARAMETERS {
  ULONG Size;
  PVOID ConnectionTag;
  PVOID ConnectionParameters;
} SPB_CONNECTION_PARAMETERS, *PSPB_CONNECTION_PARAMETERS;
typedef struct _SPB_REQUEST_PARAMETERS {
  ULONG Size;
  SPB_REQUEST_TYPE Type;
  SPB_REQUEST_SEQUENCE_POSITION Position;
  size_t Length;
  ULONG SequenceTransferCount;
} SPB_REQUEST_PARAMETERS, *PSPB_REQUEST_PARAMETERS;
typedef struct _SPB_TRANSFER_DESCRIPTOR {
  ULONG Size;
  SPB_TRANSFER_DIRECTION Direction;
  size_t TransferLength;
  ULONG DelayInUs;
} SPB_TRANSFER_DESCRIPTOR, *PSPB_TRANSFER_DESCRIPTOR;

FORCEINLINE VOID SPB_CONTROLLER_CONFIG_INIT(PSPB_CONTROLLER_CONFIG Config) {
  RtlZeroMemory(Config, sizeof(SPB_CONTROLLER_CONFIG));
  Config->Size = sizeof(SPB_CONTROLLER_CONFIG);
  Config->PowerManaged = WdfUseDefault;
  Config->ControllerDispatchType = WdfIoQueueDispatchSequential;
}
FORCEINLINE VOID SPB_CONNECTION_PARAMETERS_INIT(PSPB_CONNECTION_PARAMETERS Parameters) {
  RtlZeroMemory(Parameters, sizeof(SPB_CONNECTION_PARAMETERS));
  Parameters->Size = sizeof(SPB_CONNECTION_PARAMETERS);
}
FORCEINLINE VOID SPB_REQUEST_PARAMETERS_INIT(PSPB_REQUEST_PARAMETERS Parameters) {
  RtlZeroMemory(Parameters, sizeof(SPB_REQUEST_PARAMETERS));
  Parameters->Size = sizeof(SPB_REQUEST_PARAMETERS);
}
FORCEINLINE VOID SPB_TRANSFER_DESCRIPTOR_INIT(PSPB_TRANSFER_DESCRIPTOR Descriptor) {
  RtlZeroMemory(Descriptor, sizeof(SPB_TRANSFER_DESCRIPTOR));
  Descriptor->Size = sizeof(SPB_TRANSFER_DESCRIPTOR);
}

NTSTATUS NTAPI SpbDeviceInitConfig(PWDFDEVICE_INIT DeviceInit);
NTSTATUS NTAPI SpbDeviceInitialize(WDFDEVICE FxDevice, PSPB_CONTROLLER_CONFIG Config);
VOID NTAPI SpbControllerSetTargetAttributes(WDFDEVICE FxDevice,
                                            PWDF_OBJECT_ATTRIBUTES ObjectAttributes);
VOID NTAPI SpbControllerSetRequestAttributes(WDFDEVICE FxDevice,
                                             PWDF_OBJECT_ATTRIBUTES RequestAttributes);
VOID NTAPI SpbControllerSetIoOtherCallback(WDFDEVICE FxDevice,
                                           PFN_SPB_CONTROLLER_OTHER EvtSpbControllerIoOther,
                                           PFN_WDF_IO_IN_CALLER_CONTEXT EvtIoInCallerContext);
VOID NTAPI SpbTargetGetConnectionParameters(SPBTARGET Target,
                                            PSPB_CONNECTION_PARAMETERS ConnectionParameters);
WDFFILEOBJECT NTAPI SpbTargetGetFileObject(SPBTARGET Target);
SPBTARGET NTAPI SpbRequestGetTarget(SPBREQUEST SpbRequest);
WDFDEVICE NTAPI SpbRequestGetController(SPBREQUEST SpbRequest);
VOID NTAPI SpbRequestGetParameters(SPBREQUEST SpbRequest, PSPB_REQUEST_PARAMETERS Parameters);
VOID NTAPI SpbRequestGetTransferParameters(SPBREQUEST SpbRequest, ULONG Index,
                                           PSPB_TRANSFER_DESCRIPTOR TransferDescriptor,
                                           PMDL *TransferBuffer);
NTSTATUS NTAPI SpbRequestCaptureIoOtherTransferList(SPBREQUEST Request);
VOID NTAPI SpbRequestComplete(SPBREQUEST Request, NTSTATUS CompletionStatus);

#ifdef __cplusplus
}
#endif

#endif // _SPBCX_H_
