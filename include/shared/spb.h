//===- spb.h ---------------------------------------------------------------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Model of the WDK header of this name, written for checkers of KMDF drivers: the control codes of
// devices on simple peripheral buses (I2C, SPI) and lists of transfers. The values of the codes are
// not documented: the ones here are only different from each other.
//
// Facts (names, values): learn.microsoft.com, spb.h.
//
//===------------------------------------------------------------------------------------------===//

#ifndef _SPB_H_
#define _SPB_H_

#include <devioctl.h>
#include <ntdef.h>

#ifdef __cplusplus
extern "C" {
#endif

#define SPB_IOCTL(n, m) CTL_CODE(FILE_DEVICE_CONTROLLER, n, m, FILE_ANY_ACCESS)
typedef enum SpbIoctl {
  IOCTL_SPB_LOCK_CONTROLLER = SPB_IOCTL(0x0400, METHOD_BUFFERED),
  IOCTL_SPB_UNLOCK_CONTROLLER = SPB_IOCTL(0x0401, METHOD_BUFFERED),
  IOCTL_SPB_EXECUTE_SEQUENCE = SPB_IOCTL(0x0402, METHOD_BUFFERED),
  IOCTL_SPB_LOCK_CONNECTION = SPB_IOCTL(0x0403, METHOD_BUFFERED),
  IOCTL_SPB_UNLOCK_CONNECTION = SPB_IOCTL(0x0404, METHOD_BUFFERED),
  IOCTL_SPB_FULL_DUPLEX = SPB_IOCTL(0x0405, METHOD_BUFFERED),
  IOCTL_SPB_MULTI_SPI_TRANSFER = SPB_IOCTL(0x0406, METHOD_BUFFERED)
} SPB_IOCTL_CODE;

typedef enum _SPB_TRANSFER_DIRECTION {
  SpbTransferDirectionNone,
  SpbTransferDirectionFromDevice,
  SpbTransferDirectionToDevice,
  SpbTransferDirectionMax
} SPB_TRANSFER_DIRECTION, *PSPB_TRANSFER_DIRECTION;
typedef enum _SPB_TRANSFER_BUFFER_FORMAT {
  SpbTransferBufferFormatInvalid,
  SpbTransferBufferFormatSimple,
  SpbTransferBufferFormatList,
  SpbTransferBufferFormatSimpleNonPaged,
  SpbTransferBufferFormatMdl,
  SpbTransferBufferFormatMax
} SPB_TRANSFER_BUFFER_FORMAT, *PSPB_TRANSFER_BUFFER_FORMAT;
typedef struct _SPB_TRANSFER_BUFFER_LIST_ENTRY {
  PVOID Buffer;
  ULONG BufferCb;
} SPB_TRANSFER_BUFFER_LIST_ENTRY, *PSPB_TRANSFER_BUFFER_LIST_ENTRY;
typedef struct SPB_TRANSFER_BUFFER {
  SPB_TRANSFER_BUFFER_FORMAT Format;
  union {
    SPB_TRANSFER_BUFFER_LIST_ENTRY Simple;
    struct {
      PSPB_TRANSFER_BUFFER_LIST_ENTRY List;
      ULONG ListCe;
    } BufferList;
    struct _MDL *Mdl;
  };
} SPB_TRANSFER_BUFFER, *PSPB_TRANSFER_BUFFER;
typedef struct SPB_TRANSFER_LIST_ENTRY {
  SPB_TRANSFER_DIRECTION Direction;
  ULONG DelayInUs;
  SPB_TRANSFER_BUFFER Buffer;
} SPB_TRANSFER_LIST_ENTRY, *PSPB_TRANSFER_LIST_ENTRY;
typedef struct SPB_TRANSFER_LIST {
  USHORT Size;
  USHORT Reserved;
  ULONG TransferCount;
  SPB_TRANSFER_LIST_ENTRY Transfers[ANYSIZE_ARRAY];
} SPB_TRANSFER_LIST, *PSPB_TRANSFER_LIST;

#define SPB_TRANSFER_LIST_AND_ENTRIES(n)                                                           \
  struct {                                                                                         \
    SPB_TRANSFER_LIST List;                                                                        \
    SPB_TRANSFER_LIST_ENTRY KmTransfers[(n)-1];                                                    \
  }

FORCEINLINE VOID SPB_TRANSFER_LIST_INIT(PSPB_TRANSFER_LIST TransferList, ULONG TransferCount) {
  memset(TransferList, 0, sizeof(*TransferList));
  TransferList->Size = sizeof(SPB_TRANSFER_LIST);
  TransferList->TransferCount = TransferCount;
}
SPB_TRANSFER_LIST_ENTRY SPB_TRANSFER_LIST_ENTRY_INIT_SIMPLE(SPB_TRANSFER_DIRECTION Direction,
                                                            ULONG DelayInUs, PVOID Buffer,
                                                            ULONG BufferCb);
SPB_TRANSFER_LIST_ENTRY SPB_TRANSFER_LIST_ENTRY_INIT_NON_PAGED(SPB_TRANSFER_DIRECTION Direction,
                                                               ULONG DelayInUs, PVOID Buffer,
                                                               ULONG BufferCb);
SPB_TRANSFER_LIST_ENTRY SPB_TRANSFER_LIST_ENTRY_INIT_MDL(SPB_TRANSFER_DIRECTION Direction,
                                                         ULONG DelayInUs, struct _MDL *Mdl);
SPB_TRANSFER_LIST_ENTRY
SPB_TRANSFER_LIST_ENTRY_INIT_BUFFER_LIST(SPB_TRANSFER_DIRECTION Direction, ULONG DelayInUs,
                                         PSPB_TRANSFER_BUFFER_LIST_ENTRY BufferList,
                                         ULONG BufferListCe);

#ifdef __cplusplus
}
#endif

#endif // _SPB_H_
