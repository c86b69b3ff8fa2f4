//===-- getters.c - DDIs that always give the same answer ---------*- C -*-===//
//
// Part of the KMDF checkers, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "getters.h"

#include "named_table.h"

#define GETTER_COUNT (sizeof getters / sizeof getters[0])

// clang-format off
static const struct kmdf_getter getters[] = {
    {"IoGetCurrentProcess", KMDF_GETTER_OF_THREAD, 0},
    {"KeGetCurrentThread", KMDF_GETTER_OF_THREAD, 0},
    {"PsGetCurrentProcess", KMDF_GETTER_OF_THREAD, 0},
    {"PsGetCurrentProcessId", KMDF_GETTER_OF_THREAD, 0},
    {"PsGetCurrentThread", KMDF_GETTER_OF_THREAD, 0},
    {"PsGetCurrentThreadId", KMDF_GETTER_OF_THREAD, 0},
    {"WdfChildListGetDevice", KMDF_GETTER_OF_OBJECT, 1},
    {"WdfCommonBufferGetAlignedVirtualAddress", KMDF_GETTER_OF_OBJECT, 1},
    {"WdfDeviceGetDefaultQueue", KMDF_GETTER_OF_OBJECT, 1},
    {"WdfDeviceGetDriver", KMDF_GETTER_OF_OBJECT, 1},
    {"WdfDeviceGetFileObject", KMDF_GETTER_OF_OBJECT, 2},
    {"WdfDeviceGetIoTarget", KMDF_GETTER_OF_OBJECT, 1},
    {"WdfDeviceWdmGetAttachedDevice", KMDF_GETTER_OF_OBJECT, 1},
    {"WdfDeviceWdmGetDeviceObject", KMDF_GETTER_OF_OBJECT, 1},
    {"WdfDeviceWdmGetPhysicalDevice", KMDF_GETTER_OF_OBJECT, 1},
    {"WdfDmaTransactionGetDevice", KMDF_GETTER_OF_OBJECT, 1},
    {"WdfDmaTransactionGetRequest", KMDF_GETTER_OF_OBJECT, 1},
    {"WdfDpcGetParentObject", KMDF_GETTER_OF_OBJECT, 1},
    {"WdfDpcWdmGetDpc", KMDF_GETTER_OF_OBJECT, 1},
    {"WdfDriverWdmGetDriverObject", KMDF_GETTER_OF_OBJECT, 1},
    {"WdfFdoGetDefaultChildList", KMDF_GETTER_OF_OBJECT, 1},
    {"WdfFileObjectGetDevice", KMDF_GETTER_OF_OBJECT, 1},
    {"WdfFileObjectWdmGetFileObject", KMDF_GETTER_OF_OBJECT, 1},
    {"WdfGetDriver", KMDF_GETTER_OF_THREAD, 0},
    {"WdfInterruptGetDevice", KMDF_GETTER_OF_OBJECT, 1},
    {"WdfIoQueueGetDevice", KMDF_GETTER_OF_OBJECT, 1},
    {"WdfIoTargetGetDevice", KMDF_GETTER_OF_OBJECT, 1},
    {"WdfObjectContextGetObject", KMDF_GETTER_OF_CONTEXT, 1},
    {"WdfObjectGetTypedContextWorker", KMDF_GETTER_OF_OBJECT, 2},
    {"WdfPdoGetParent", KMDF_GETTER_OF_OBJECT, 1},
    {"WdfRequestGetFileObject", KMDF_GETTER_OF_OBJECT, 1},
    {"WdfRequestGetIoQueue", KMDF_GETTER_OF_OBJECT, 1},
    {"WdfRequestWdmGetIrp", KMDF_GETTER_OF_OBJECT, 1},
    {"WdfTimerGetParentObject", KMDF_GETTER_OF_OBJECT, 1},
    {"WdfUsbTargetDeviceGetInterface", KMDF_GETTER_OF_OBJECT, 2},
    {"WdfUsbTargetDeviceGetIoTarget", KMDF_GETTER_OF_OBJECT, 1},
    {"WdfUsbTargetPipeGetIoTarget", KMDF_GETTER_OF_OBJECT, 1},
    {"WdfWdmDeviceGetWdfDeviceHandle", KMDF_GETTER_OF_OBJECT, 1},
    {"WdfWdmDriverGetWdfDriverHandle", KMDF_GETTER_OF_OBJECT, 1},
    {"WdfWmiInstanceGetDevice", KMDF_GETTER_OF_OBJECT, 1},
    {"WdfWmiInstanceGetProvider", KMDF_GETTER_OF_OBJECT, 1},
    {"WdfWmiProviderGetDevice", KMDF_GETTER_OF_OBJECT, 1},
    {"WdfWorkItemGetParentObject", KMDF_GETTER_OF_OBJECT, 1},
};
// clang-format on

const struct kmdf_getter *kmdf_find_getter(const char *name) {
  return (const struct kmdf_getter *)kmdf_named_row(getters, GETTER_COUNT,
                                                    sizeof getters[0], name);
}

const struct kmdf_getter *kmdf_all_getters(size_t *count) {
  *count = GETTER_COUNT;
  return getters;
}
