//===-- role_types.c - The framework's event callbacks ------------*- C -*-===//
//
// Part of the KMDF checkers, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "role_types.h"

#include "named_table.h"

#define ROLE_TYPE_COUNT (sizeof role_types / sizeof role_types[0])

// clang-format off
static const struct kmdf_role_type role_types[] = {
    {"EVT_WDFDEVICE_WDM_IRP_DISPATCH", "device"},
    {"EVT_WDFDEVICE_WDM_IRP_PREPROCESS", "device"},
    {"EVT_WDFDEVICE_WDM_POST_PO_FX_REGISTER_DEVICE", "device"},
    {"EVT_WDFDEVICE_WDM_PRE_PO_FX_UNREGISTER_DEVICE", "device"},
    {"EVT_WDF_CHILD_LIST_ADDRESS_DESCRIPTION_CLEANUP", "child list"},
    {"EVT_WDF_CHILD_LIST_ADDRESS_DESCRIPTION_COPY", "child list"},
    {"EVT_WDF_CHILD_LIST_ADDRESS_DESCRIPTION_DUPLICATE", "child list"},
    {"EVT_WDF_CHILD_LIST_CREATE_DEVICE", "child list"},
    {"EVT_WDF_CHILD_LIST_DEVICE_REENUMERATED", "child list"},
    {"EVT_WDF_CHILD_LIST_IDENTIFICATION_DESCRIPTION_CLEANUP", "child list"},
    {"EVT_WDF_CHILD_LIST_IDENTIFICATION_DESCRIPTION_COMPARE", "child list"},
    {"EVT_WDF_CHILD_LIST_IDENTIFICATION_DESCRIPTION_COPY", "child list"},
    {"EVT_WDF_CHILD_LIST_IDENTIFICATION_DESCRIPTION_DUPLICATE", "child list"},
    {"EVT_WDF_CHILD_LIST_SCAN_FOR_CHILDREN", "child list"},
    {"EVT_WDF_DEVICE_ARM_WAKE_FROM_S0", "device"},
    {"EVT_WDF_DEVICE_ARM_WAKE_FROM_SX", "device"},
    {"EVT_WDF_DEVICE_ARM_WAKE_FROM_SX_WITH_REASON", "device"},
    {"EVT_WDF_DEVICE_CONTEXT_CLEANUP", "device"},
    {"EVT_WDF_DEVICE_CONTEXT_DESTROY", "device"},
    {"EVT_WDF_DEVICE_D0_ENTRY", "device"},
    {"EVT_WDF_DEVICE_D0_ENTRY_POST_HARDWARE_ENABLED", "device"},
    {"EVT_WDF_DEVICE_D0_ENTRY_POST_INTERRUPTS_ENABLED", "device"},
    {"EVT_WDF_DEVICE_D0_EXIT", "device"},
    {"EVT_WDF_DEVICE_D0_EXIT_PRE_HARDWARE_DISABLED", "device"},
    {"EVT_WDF_DEVICE_D0_EXIT_PRE_INTERRUPTS_DISABLED", "device"},
    {"EVT_WDF_DEVICE_DISABLE_WAKE_AT_BUS", "device"},
    {"EVT_WDF_DEVICE_DISARM_WAKE_FROM_S0", "device"},
    {"EVT_WDF_DEVICE_DISARM_WAKE_FROM_SX", "device"},
    {"EVT_WDF_DEVICE_EJECT", "device"},
    {"EVT_WDF_DEVICE_ENABLE_WAKE_AT_BUS", "device"},
    {"EVT_WDF_DEVICE_FILE_CREATE", "file object"},
    {"EVT_WDF_DEVICE_FILTER_RESOURCE_REQUIREMENTS", "device"},
    {"EVT_WDF_DEVICE_PNP_STATE_CHANGE_NOTIFICATION", "device"},
    {"EVT_WDF_DEVICE_POWER_POLICY_STATE_CHANGE_NOTIFICATION", "device"},
    {"EVT_WDF_DEVICE_POWER_STATE_CHANGE_NOTIFICATION", "device"},
    {"EVT_WDF_DEVICE_PREPARE_HARDWARE", "device"},
    {"EVT_WDF_DEVICE_PROCESS_QUERY_INTERFACE_REQUEST", "device"},
    {"EVT_WDF_DEVICE_QUERY_REMOVE", "device"},
    {"EVT_WDF_DEVICE_QUERY_STOP", "device"},
    {"EVT_WDF_DEVICE_RELATIONS_QUERY", "device"},
    {"EVT_WDF_DEVICE_RELEASE_HARDWARE", "device"},
    {"EVT_WDF_DEVICE_REMOVE_ADDED_RESOURCES", "device"},
    {"EVT_WDF_DEVICE_REPORTED_MISSING", "device"},
    {"EVT_WDF_DEVICE_RESOURCES_QUERY", "device"},
    {"EVT_WDF_DEVICE_RESOURCE_REQUIREMENTS_QUERY", "device"},
    {"EVT_WDF_DEVICE_SELF_MANAGED_IO_CLEANUP", "device"},
    {"EVT_WDF_DEVICE_SELF_MANAGED_IO_FLUSH", "device"},
    {"EVT_WDF_DEVICE_SELF_MANAGED_IO_INIT", "device"},
    {"EVT_WDF_DEVICE_SELF_MANAGED_IO_RESTART", "device"},
    {"EVT_WDF_DEVICE_SELF_MANAGED_IO_SUSPEND", "device"},
    {"EVT_WDF_DEVICE_SET_LOCK", "device"},
    {"EVT_WDF_DEVICE_SHUTDOWN_NOTIFICATION", "device"},
    {"EVT_WDF_DEVICE_SURPRISE_REMOVAL", "device"},
    {"EVT_WDF_DEVICE_USAGE_NOTIFICATION", "device"},
    {"EVT_WDF_DEVICE_USAGE_NOTIFICATION_EX", "device"},
    {"EVT_WDF_DEVICE_WAKE_FROM_S0_TRIGGERED", "device"},
    {"EVT_WDF_DEVICE_WAKE_FROM_SX_TRIGGERED", "device"},
    {"EVT_WDF_DMA_ENABLER_DISABLE", "DMA enabler"},
    {"EVT_WDF_DMA_ENABLER_ENABLE", "DMA enabler"},
    {"EVT_WDF_DMA_ENABLER_FILL", "DMA enabler"},
    {"EVT_WDF_DMA_ENABLER_FLUSH", "DMA enabler"},
    {"EVT_WDF_DMA_ENABLER_SELFMANAGED_IO_START", "DMA enabler"},
    {"EVT_WDF_DMA_ENABLER_SELFMANAGED_IO_STOP", "DMA enabler"},
    {"EVT_WDF_DMA_TRANSACTION_CONFIGURE_DMA_CHANNEL", "DMA transaction"},
    {"EVT_WDF_DMA_TRANSACTION_DMA_TRANSFER_COMPLETE", "DMA transaction"},
    {"EVT_WDF_DPC", "DPC"},
    {"EVT_WDF_DRIVER_DEVICE_ADD", "driver"},
    {"EVT_WDF_DRIVER_UNLOAD", "driver"},
    {"EVT_WDF_FILE_CLEANUP", "file object"},
    {"EVT_WDF_FILE_CLOSE", "file object"},
    {"EVT_WDF_FILE_CONTEXT_CLEANUP_CALLBACK", "file object"},
    {"EVT_WDF_FILE_CONTEXT_DESTROY_CALLBACK", "file object"},
    {"EVT_WDF_INTERRUPT_DISABLE", "interrupt"},
    {"EVT_WDF_INTERRUPT_DPC", "interrupt"},
    {"EVT_WDF_INTERRUPT_ENABLE", "interrupt"},
    {"EVT_WDF_INTERRUPT_ISR", "interrupt"},
    {"EVT_WDF_INTERRUPT_SYNCHRONIZE", "interrupt"},
    {"EVT_WDF_INTERRUPT_WORKITEM", "interrupt"},
    {"EVT_WDF_IO_ALLOCATE_REQUEST_RESOURCES", "queue"},
    {"EVT_WDF_IO_ALLOCATE_RESOURCES_FOR_RESERVED_REQUEST", "queue"},
    {"EVT_WDF_IO_IN_CALLER_CONTEXT", "device"},
    {"EVT_WDF_IO_QUEUE_CONTEXT_CLEANUP_CALLBACK", "queue"},
    {"EVT_WDF_IO_QUEUE_CONTEXT_DESTROY_CALLBACK", "queue"},
    {"EVT_WDF_IO_QUEUE_IO_CANCELED_ON_QUEUE", "queue"},
    {"EVT_WDF_IO_QUEUE_IO_DEFAULT", "queue"},
    {"EVT_WDF_IO_QUEUE_IO_DEVICE_CONTROL", "queue"},
    {"EVT_WDF_IO_QUEUE_IO_INTERNAL_DEVICE_CONTROL", "queue"},
    {"EVT_WDF_IO_QUEUE_IO_READ", "queue"},
    {"EVT_WDF_IO_QUEUE_IO_RESUME", "queue"},
    {"EVT_WDF_IO_QUEUE_IO_STOP", "queue"},
    {"EVT_WDF_IO_QUEUE_IO_WRITE", "queue"},
    {"EVT_WDF_IO_QUEUE_STATE", "queue"},
    {"EVT_WDF_IO_TARGET_QUERY_REMOVE", "I/O target"},
    {"EVT_WDF_IO_TARGET_REMOVE_CANCELED", "I/O target"},
    {"EVT_WDF_IO_TARGET_REMOVE_COMPLETE", "I/O target"},
    {"EVT_WDF_IO_WDM_IRP_FOR_FORWARD_PROGRESS", "queue"},
    {"EVT_WDF_OBJECT_CONTEXT_CLEANUP", "object"},
    {"EVT_WDF_OBJECT_CONTEXT_DESTROY", "object"},
    {"EVT_WDF_PROGRAM_DMA", "DMA transaction"},
    {"EVT_WDF_REQUEST_CANCEL", "request"},
    {"EVT_WDF_REQUEST_COMPLETION_ROUTINE", "request"},
    {"EVT_WDF_RESERVE_DMA", "DMA transaction"},
    {"EVT_WDF_TIMER", "timer"},
    {"EVT_WDF_TRACE_CALLBACK", "driver"},
    {"EVT_WDF_USB_READERS_FAILED", "USB pipe"},
    {"EVT_WDF_USB_READER_COMPLETION_ROUTINE", "USB pipe"},
    {"EVT_WDF_WMI_INSTANCE_EXECUTE_METHOD", "WMI instance"},
    {"EVT_WDF_WMI_INSTANCE_QUERY_INSTANCE", "WMI instance"},
    {"EVT_WDF_WMI_INSTANCE_SET_INSTANCE", "WMI instance"},
    {"EVT_WDF_WMI_INSTANCE_SET_ITEM", "WMI instance"},
    {"EVT_WDF_WMI_PROVIDER_FUNCTION_CONTROL", "WMI provider"},
    {"EVT_WDF_WORKITEM", "work item"},
};
// clang-format on

const struct kmdf_role_type *kmdf_find_role_type(const char *name) {
  return (const struct kmdf_role_type *)kmdf_named_row(
      role_types, ROLE_TYPE_COUNT, sizeof role_types[0], name);
}

const struct kmdf_role_type *kmdf_all_role_types(size_t *count) {
  *count = ROLE_TYPE_COUNT;
  return role_types;
}
