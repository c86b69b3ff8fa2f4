//===- usbdlib.h -----------------------------------------------------------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Model of the WDK header of this name, written for checkers of KMDF drivers: the library that
// builds URBs: macros, and the routines of USBD with and without a USBD handle.
//
// Facts (names, signatures): learn.microsoft.com, usbdlib.h.
//
//===------------------------------------------------------------------------------------------===//

#ifndef __USBDLIB_H__
#define __USBDLIB_H__

#include <usbdi.h>
#include <wdm.h>

#ifdef __cplusplus
extern "C" {
#endif

typedef struct _USBD_INTERFACE_LIST_ENTRY {
  PUSB_INTERFACE_DESCRIPTOR InterfaceDescriptor;
  PUSBD_INTERFACE_INFORMATION Interface;
} USBD_INTERFACE_LIST_ENTRY, *PUSBD_INTERFACE_LIST_ENTRY;

#define URB_STATUS(urb) ((urb)->UrbHeader.Status)
#define GET_SELECT_CONFIGURATION_REQUEST_SIZE(interfaces, pipes)                                   \
  (sizeof(struct _URB_SELECT_CONFIGURATION) +                                                      \
   (((interfaces)-1) * sizeof(USBD_INTERFACE_INFORMATION)) +                                       \
   (((pipes) - (interfaces)) * sizeof(USBD_PIPE_INFORMATION)))
#define GET_SELECT_INTERFACE_REQUEST_SIZE(pipes)                                                   \
  (sizeof(struct _URB_SELECT_INTERFACE) + (((pipes)-1) * sizeof(USBD_PIPE_INFORMATION)))
#define GET_USBD_INTERFACE_SIZE(endpoints)                                                         \
  (sizeof(USBD_INTERFACE_INFORMATION) + (sizeof(USBD_PIPE_INFORMATION) * (endpoints)) -            \
   sizeof(USBD_PIPE_INFORMATION))
#define GET_ISO_URB_SIZE(n)                                                                        \
  (sizeof(struct _URB_ISOCH_TRANSFER) + sizeof(USBD_ISO_PACKET_DESCRIPTOR) * (n))

#define UsbBuildInterruptOrBulkTransferRequest(urb, length, pipe, buffer, mdl, bufferLength,       \
                                               flags, link)                                        \
  {                                                                                                \
    (urb)->UrbHeader.Function = URB_FUNCTION_BULK_OR_INTERRUPT_TRANSFER;                           \
    (urb)->UrbHeader.Length = (USHORT)(length);                                                    \
    (urb)->UrbBulkOrInterruptTransfer.PipeHandle = (pipe);                                         \
    (urb)->UrbBulkOrInterruptTransfer.TransferBufferLength = (bufferLength);                       \
    (urb)->UrbBulkOrInterruptTransfer.TransferBufferMDL = (mdl);                                   \
    (urb)->UrbBulkOrInterruptTransfer.TransferBuffer = (buffer);                                   \
    (urb)->UrbBulkOrInterruptTransfer.TransferFlags = (flags);                                     \
    (urb)->UrbBulkOrInterruptTransfer.UrbLink = (link);                                            \
  }
#define UsbBuildGetDescriptorRequest(urb, length, type, index, language, buffer, mdl,              \
                                     bufferLength, link)                                           \
  {                                                                                                \
    (urb)->UrbHeader.Function = URB_FUNCTION_GET_DESCRIPTOR_FROM_DEVICE;                           \
    (urb)->UrbHeader.Length = (USHORT)(length);                                                    \
    (urb)->UrbControlDescriptorRequest.TransferBufferLength = (bufferLength);                      \
    (urb)->UrbControlDescriptorRequest.TransferBufferMDL = (mdl);                                  \
    (urb)->UrbControlDescriptorRequest.TransferBuffer = (buffer);                                  \
    (urb)->UrbControlDescriptorRequest.DescriptorType = (type);                                    \
    (urb)->UrbControlDescriptorRequest.Index = (index);                                            \
    (urb)->UrbControlDescriptorRequest.LanguageId = (language);                                    \
    (urb)->UrbControlDescriptorRequest.UrbLink = (link);                                           \
  }
#define UsbBuildGetStatusRequest(urb, op, index, buffer, mdl, link)                                \
  {                                                                                                \
    (urb)->UrbHeader.Function = (op);                                                              \
    (urb)->UrbHeader.Length = (USHORT)(sizeof(struct _URB_CONTROL_GET_STATUS_REQUEST));            \
    (urb)->UrbControlGetStatusRequest.TransferBufferLength = (sizeof(USHORT));                     \
    (urb)->UrbControlGetStatusRequest.TransferBufferMDL = (mdl);                                   \
    (urb)->UrbControlGetStatusRequest.TransferBuffer = (buffer);                                   \
    (urb)->UrbControlGetStatusRequest.Index = (index);                                             \
    (urb)->UrbControlGetStatusRequest.UrbLink = (link);                                            \
  }
#define UsbBuildFeatureRequest(urb, op, selector, index, link)                                     \
  {                                                                                                \
    (urb)->UrbHeader.Function = (op);                                                              \
    (urb)->UrbHeader.Length = (USHORT)(sizeof(struct _URB_CONTROL_FEATURE_REQUEST));               \
    (urb)->UrbControlFeatureRequest.FeatureSelector = (selector);                                  \
    (urb)->UrbControlFeatureRequest.Index = (index);                                               \
    (urb)->UrbControlFeatureRequest.UrbLink = (link);                                              \
  }
#define UsbBuildSelectConfigurationRequest(urb, length, descriptor)                                \
  {                                                                                                \
    (urb)->UrbHeader.Function = URB_FUNCTION_SELECT_CONFIGURATION;                                 \
    (urb)->UrbHeader.Length = (USHORT)(length);                                                    \
    (urb)->UrbSelectConfiguration.ConfigurationDescriptor = (descriptor);                          \
  }
#define UsbBuildSelectInterfaceRequest(urb, length, configuration, number, setting)                \
  {                                                                                                \
    (urb)->UrbHeader.Function = URB_FUNCTION_SELECT_INTERFACE;                                     \
    (urb)->UrbHeader.Length = (USHORT)(length);                                                    \
    (urb)->UrbSelectInterface.Interface.AlternateSetting = (setting);                              \
    (urb)->UrbSelectInterface.Interface.InterfaceNumber = (number);                                \
    (urb)->UrbSelectInterface.Interface.Length =                                                   \
        (USHORT)((length) - sizeof(struct _URB_HEADER) - sizeof(PVOID));                           \
    (urb)->UrbSelectInterface.ConfigurationHandle = (configuration);                               \
  }
#define UsbBuildVendorRequest(urb, cmd, length, flags, reserved, request, value, index, buffer,    \
                              mdl, bufferLength, link)                                             \
  {                                                                                                \
    (urb)->UrbHeader.Function = (cmd);                                                             \
    (urb)->UrbHeader.Length = (USHORT)(length);                                                    \
    (urb)->UrbControlVendorClassRequest.TransferBufferLength = (bufferLength);                     \
    (urb)->UrbControlVendorClassRequest.TransferBufferMDL = (mdl);                                 \
    (urb)->UrbControlVendorClassRequest.TransferBuffer = (buffer);                                 \
    (urb)->UrbControlVendorClassRequest.RequestTypeReservedBits = (reserved);                      \
    (urb)->UrbControlVendorClassRequest.Request = (request);                                       \
    (urb)->UrbControlVendorClassRequest.Value = (value);                                           \
    (urb)->UrbControlVendorClassRequest.Index = (index);                                           \
    (urb)->UrbControlVendorClassRequest.TransferFlags = (flags);                                   \
    (urb)->UrbControlVendorClassRequest.UrbLink = (link);                                          \
  }
#define UsbBuildOsFeatureDescriptorRequest(urb, length, interface_, index, buffer, mdl,            \
                                           bufferLength, link)                                     \
  {                                                                                                \
    (urb)->UrbHeader.Function = URB_FUNCTION_GET_MS_FEATURE_DESCRIPTOR;                            \
    (urb)->UrbHeader.Length = (USHORT)(length);                                                    \
    (urb)->UrbOSFeatureDescriptorRequest.TransferBufferLength = (bufferLength);                    \
    (urb)->UrbOSFeatureDescriptorRequest.TransferBufferMDL = (mdl);                                \
    (urb)->UrbOSFeatureDescriptorRequest.TransferBuffer = (buffer);                                \
    (urb)->UrbOSFeatureDescriptorRequest.InterfaceNumber = (interface_);                           \
    (urb)->UrbOSFeatureDescriptorRequest.MS_FeatureDescriptorIndex = (index);                      \
    (urb)->UrbOSFeatureDescriptorRequest.UrbLink = (link);                                         \
  }
#define UsbBuildOpenStaticStreamsRequest(urb, pipe, count, streams)                                \
  {                                                                                                \
    (urb)->UrbHeader.Function = URB_FUNCTION_OPEN_STATIC_STREAMS;                                  \
    (urb)->UrbHeader.Length = (USHORT)(sizeof(struct _URB_OPEN_STATIC_STREAMS));                   \
    (urb)->UrbOpenStaticStreams.PipeHandle = (pipe);                                               \
    (urb)->UrbOpenStaticStreams.NumberOfStreams = (count);                                         \
    (urb)->UrbOpenStaticStreams.StreamInfoVersion = (URB_OPEN_STATIC_STREAMS_VERSION_100);         \
    (urb)->UrbOpenStaticStreams.StreamInfoSize = (sizeof(USBD_STREAM_INFORMATION));                \
    (urb)->UrbOpenStaticStreams.Streams = (streams);                                               \
  }

VOID NTAPI USBD_GetUSBDIVersion(PUSBD_VERSION_INFORMATION VersionInformation);
PUSB_INTERFACE_DESCRIPTOR NTAPI USBD_ParseConfigurationDescriptor(
    PUSB_CONFIGURATION_DESCRIPTOR ConfigurationDescriptor, UCHAR InterfaceNumber,
    UCHAR AlternateSetting);
PUSB_INTERFACE_DESCRIPTOR NTAPI USBD_ParseConfigurationDescriptorEx(
    PUSB_CONFIGURATION_DESCRIPTOR ConfigurationDescriptor, PVOID StartPosition,
    LONG InterfaceNumber, LONG AlternateSetting, LONG InterfaceClass, LONG InterfaceSubClass,
    LONG InterfaceProtocol);
PUSB_COMMON_DESCRIPTOR NTAPI USBD_ParseDescriptors(PVOID DescriptorBuffer, ULONG TotalLength,
                                                   PVOID StartPosition, LONG DescriptorType);
PURB NTAPI USBD_CreateConfigurationRequest(PUSB_CONFIGURATION_DESCRIPTOR ConfigurationDescriptor,
                                           PUSHORT Siz);
PURB NTAPI USBD_CreateConfigurationRequestEx(PUSB_CONFIGURATION_DESCRIPTOR ConfigurationDescriptor,
                                             PUSBD_INTERFACE_LIST_ENTRY InterfaceList);
ULONG NTAPI USBD_GetInterfaceLength(PUSB_INTERFACE_DESCRIPTOR InterfaceDescriptor,
                                    PUCHAR BufferEnd);
NTSTATUS NTAPI USBD_QueryBusTime(PDEVICE_OBJECT RootHubPdo, PULONG CurrentFrame);
USBD_STATUS NTAPI USBD_ValidateConfigurationDescriptor(PUSB_CONFIGURATION_DESCRIPTOR ConfigDesc,
                                                       ULONG BufferLength, USHORT Level,
                                                       PUCHAR *Offset, ULONG Tag);

// ---- With a USBD handle.

typedef struct USBD_HANDLE__ *USBD_HANDLE;
#define USBD_CLIENT_CONTRACT_VERSION_INVALID 0xFFFFFFFF
#define USBD_CLIENT_CONTRACT_VERSION_602 0x602
#define USBD_INTERFACE_VERSION_600 0x600
#define USBD_INTERFACE_VERSION_602 0x602
#define USBD_INTERFACE_VERSION_603 0x603
NTSTATUS NTAPI USBD_CreateHandle(PDEVICE_OBJECT DeviceObject, PDEVICE_OBJECT TargetDeviceObject,
                                 ULONG USBDClientContractVersion, ULONG PoolTag,
                                 USBD_HANDLE *USBDHandle);
VOID NTAPI USBD_CloseHandle(USBD_HANDLE USBDHandle);
BOOLEAN NTAPI USBD_IsInterfaceVersionSupported(USBD_HANDLE USBDHandle, ULONG InterfaceVersion);
NTSTATUS NTAPI USBD_QueryUsbCapability(USBD_HANDLE USBDHandle, const GUID *CapabilityType,
                                       ULONG OutputBufferLength, PUCHAR OutputBuffer,
                                       PULONG ResultLength);
NTSTATUS NTAPI USBD_UrbAllocate(USBD_HANDLE USBDHandle, PURB *Urb);
NTSTATUS NTAPI USBD_IsochUrbAllocate(USBD_HANDLE USBDHandle, ULONG NumberOfIsochPackets, PURB *Urb);
NTSTATUS NTAPI USBD_SelectConfigUrbAllocateAndBuild(
    USBD_HANDLE USBDHandle, PUSB_CONFIGURATION_DESCRIPTOR ConfigurationDescriptor,
    PUSBD_INTERFACE_LIST_ENTRY InterfaceList, PURB *Urb);
NTSTATUS NTAPI USBD_SelectInterfaceUrbAllocateAndBuild(
    USBD_HANDLE USBDHandle, USBD_CONFIGURATION_HANDLE ConfigurationHandle,
    PUSBD_INTERFACE_LIST_ENTRY InterfaceListEntry, PURB *Urb);
VOID NTAPI USBD_UrbFree(USBD_HANDLE USBDHandle, PURB Urb);
VOID NTAPI USBD_AssignUrbToIoStackLocation(USBD_HANDLE USBDHandle,
                                           PIO_STACK_LOCATION IoStackLocation, PURB Urb);

#ifdef __cplusplus
}
#endif

#endif // __USBDLIB_H__
