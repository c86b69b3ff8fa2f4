//===- ntiologc.h ----------------------------------------------------------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Model of the WDK header of this name, written for checkers of KMDF drivers: the codes of entries
// in the error log.
//
// Facts (names, values): learn.microsoft.com, "Writing to the System Event Log".
//
//===------------------------------------------------------------------------------------------===//

#ifndef _NTIOLOGC_
#define _NTIOLOGC_

#define IO_ERR_RETRY_SUCCEEDED ((NTSTATUS)0x00040001L)
#define IO_ERR_INSUFFICIENT_RESOURCES ((NTSTATUS)0xC0040002L)
#define IO_ERR_CONFIGURATION_ERROR ((NTSTATUS)0xC0040003L)
#define IO_ERR_DRIVER_ERROR ((NTSTATUS)0xC0040004L)
#define IO_ERR_PARITY ((NTSTATUS)0xC0040005L)
#define IO_ERR_SEEK_ERROR ((NTSTATUS)0xC0040006L)
#define IO_ERR_BAD_BLOCK ((NTSTATUS)0xC0040007L)
#define IO_ERR_OVERRUN_ERROR ((NTSTATUS)0xC0040008L)
#define IO_ERR_TIMEOUT ((NTSTATUS)0xC0040009L)
#define IO_ERR_SEQUENCE ((NTSTATUS)0xC004000AL)
#define IO_ERR_CONTROLLER_ERROR ((NTSTATUS)0xC004000BL)
#define IO_ERR_BAD_FIRMWARE ((NTSTATUS)0xC004000CL)
#define IO_ERR_INVALID_REQUEST ((NTSTATUS)0xC004000DL)
#define IO_ERR_LAYERED_FAILURE ((NTSTATUS)0xC004000EL)
#define IO_ERR_RESET ((NTSTATUS)0xC004000FL)
#define IO_ERR_PROTOCOL ((NTSTATUS)0xC0040010L)
#define IO_ERR_MEMORY_CONFLICT_DETECTED ((NTSTATUS)0xC0040014L)
#define IO_ERR_PORT_CONFLICT_DETECTED ((NTSTATUS)0xC0040015L)
#define IO_ERR_DMA_CONFLICT_DETECTED ((NTSTATUS)0xC0040016L)
#define IO_ERR_IRQ_CONFLICT_DETECTED ((NTSTATUS)0xC0040017L)
#define IO_WRN_BAD_FIRMWARE ((NTSTATUS)0x8004001FL)
#define IO_WRN_FAILURE_PREDICTED ((NTSTATUS)0x80040034L)

#endif // _NTIOLOGC_
