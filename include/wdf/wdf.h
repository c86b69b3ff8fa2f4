//===- wdf.h ----------------------------------------------------------------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Model of the KMDF header of this name, written for checkers of KMDF drivers: umbrella header, the
// one a KMDF driver includes after ntddk.h, wdm.h or ntifs.h, and a UMDF 2 driver after windows.h.
//
// Facts (names, types, values): KMDF 1.33,
// https://learn.microsoft.com/windows-hardware/drivers/ddi/_wdf/
//
//===------------------------------------------------------------------------------------------===//

#ifndef _WDF_H_
#define _WDF_H_

// In the framework a DDI is an inline function that calls through a table of pointers. Here it is
// a plain external function: a checker knows a DDI by its name. All of KMDF 1.33 is declared
// whatever KMDF_VERSION_MAJOR and KMDF_VERSION_MINOR say, so drivers for older versions parse too.
// wdfusb.h, wdfminiport.h, wdfinstaller.h and wdftraceenums.h are for the driver to include.

// In user mode a driver includes windows.h, and this brings the rest; a kernel-mode driver has
// included it before.
#include <wdm.h>

// Basics
#include "wdftypes.h"
#include "wdfglobals.h"
#include "wdfstatus.h"
#include "wdfassert.h"
#include "wdfverifier.h"
#include "wdfpool.h"
#include "wdfobject.h"
#include "wdfsync.h"
#include "wdfcore.h"
#include "wdfdriver.h"

// Objects
#include "wdfqueryinterface.h"
#include "wdfmemory.h"
#include "wdfchildlist.h"
#include "wdffileobject.h"
#include "wdfdevice.h"
#include "wdfcollection.h"
#include "wdfdpc.h"
#include "wdftimer.h"
#include "wdfworkitem.h"
#include "wdfinterrupt.h"
#include "wdfresource.h"

// I/O
#include "wdfrequest.h"
#include "wdfiotarget.h"
#include "wdfio.h"

// Kinds of devices, WMI, registry
#include "wdffdo.h"
#include "wdfpdo.h"
#include "wdfcontrol.h"
#include "wdfwmi.h"
#include "wdfstring.h"
#include "wdfregistry.h"

// DMA
#include "wdfdmaenabler.h"
#include "wdfdmatransaction.h"
#include "wdfcommonbuffer.h"

// The rest
#include "wdfbugcodes.h"
#include "wdfroletypes.h"
#include "wdfhwaccess.h"
#include "wdfcompaniontarget.h"

#endif // _WDF_H_
