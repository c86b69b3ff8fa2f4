//===- wdfminiport.h --------------------------------------------------------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Model of the KMDF header of this name, written for checkers of KMDF drivers: the framework inside
// a miniport driver.
//
// Facts (names, types, values): KMDF 1.33,
// https://learn.microsoft.com/windows-hardware/drivers/ddi/wdfminiport/
//
//===------------------------------------------------------------------------------------------===//

#ifndef _WDFMINIPORT_H_
#define _WDFMINIPORT_H_

WDF_EXTERN_C_START

NTSTATUS WdfDeviceMiniportCreate(WDFDRIVER Driver, _In_opt_ PWDF_OBJECT_ATTRIBUTES Attributes,
    PDEVICE_OBJECT DeviceObject, _In_opt_ PDEVICE_OBJECT AttachedDeviceObject,
    _In_opt_ PDEVICE_OBJECT Pdo, _Out_ WDFDEVICE *Device);
VOID WdfDriverMiniportUnload(WDFDRIVER Driver);

WDF_EXTERN_C_END

#endif // _WDFMINIPORT_H_
