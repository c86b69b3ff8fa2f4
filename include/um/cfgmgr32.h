//===- cfgmgr32.h -----------------------------------------------------------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Model of the SDK header of this name, written for checkers of UMDF drivers: device nodes and
// their interfaces.
//
// Facts (names, values, signatures): learn.microsoft.com, cfgmgr32.h.
//
//===------------------------------------------------------------------------------------------===//

#ifndef _CFGMGR32_H_
#define _CFGMGR32_H_

#include <devpropdef.h>
#include <windef.h>

#ifdef __cplusplus
extern "C" {
#endif

typedef DWORD RETURN_TYPE, CONFIGRET;
typedef DWORD DEVNODE, DEVINST, *PDEVNODE, *PDEVINST;
typedef WCHAR *DEVNODEID_W, *DEVINSTID_W;
DECLARE_HANDLE(HCMNOTIFICATION);
typedef HCMNOTIFICATION *PHCMNOTIFICATION;

#define CR_SUCCESS 0x00000000
#define CR_BUFFER_SMALL 0x0000001A
#define CM_GET_DEVICE_INTERFACE_LIST_PRESENT 0x00000000

CONFIGRET WINAPI CM_Locate_DevNodeW(PDEVINST Node, DEVINSTID_W Id, ULONG Flags);
CONFIGRET WINAPI CM_Get_Parent(PDEVINST Parent, DEVINST Node, ULONG Flags);
CONFIGRET WINAPI CM_Get_Device_Interface_List_SizeW(ULONG *Size, LPGUID Class, DEVINSTID_W Id,
                                                    ULONG Flags);
CONFIGRET WINAPI CM_Get_Device_Interface_ListW(LPGUID Class, DEVINSTID_W Id, PZZWSTR Buffer,
                                               ULONG Size, ULONG Flags);
CONFIGRET WINAPI CM_Get_DevNode_PropertyW(DEVINST Node, const DEVPROPKEY *Key, DEVPROPTYPE *Type,
                                          PBYTE Buffer, PULONG Size, ULONG Flags);
CONFIGRET WINAPI CM_Unregister_Notification(HCMNOTIFICATION Notification);

#ifdef __cplusplus
}
#endif

#endif // _CFGMGR32_H_
