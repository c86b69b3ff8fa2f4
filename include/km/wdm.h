//===- wdm.h ---------------------------------------------------------------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Model of the WDK header of this name, written for checkers of KMDF drivers: what every kernel-
// mode driver may use. The topics are in the files it includes.
//
// Facts: learn.microsoft.com, wdm.h.
//
//===------------------------------------------------------------------------------------------===//

#ifndef _WDMDDK_
#define _WDMDDK_

#define _WDM_
#define _WDM_INCLUDED_
#define _DDK_DRIVER_
#define _NTDRIVER_
#if !defined(_KERNEL_MODE) && !defined(_WINDOWS_)
#define _KERNEL_MODE 1
#endif

#include <ntdef.h>
#include <ntstatus.h>
#include <ntiologc.h>
#include <bugcodes.h>
#include <devioctl.h>
#include <intrin.h>
#include <suppress.h>

#include <wdm_base.h>
#include <wdm_debug.h>
#include <wdm_rtl.h>
#include <wdm_ke.h>
#include <wdm_ex.h>
#include <wdm_mm.h>
#include <wdm_se.h>
#include <wdm_power.h>
#include <wdm_pnp.h>
#include <wdm_hal.h>
#include <wdm_file.h>
#include <wdm_irp.h>
#include <wdm_io.h>
#include <wdm_zw.h>
#include <wdm_pci.h>
#include <wdm_etw.h>

#endif // _WDMDDK_
