// RUN: %bare_cc1 %model_headers -Wall -Wextra -Werror -fsyntax-only -x c %s
// RUN: %bare_cc1 %model_headers -Wall -Wextra -Werror -fsyntax-only -x c++ %s

// The framework's locks, and one function of each kind of object that drivers
// use every day, with their signatures. (compare.test compares all of them, where
// the real headers are.)

#include <ntddk.h>
#include <wdf.h>
#include <usb.h>
#include <usbdlib.h>
#include <wdfusb.h>

#define HAS(result, name, parameters) extern result(*const Has##name) parameters; \
    result(*const Has##name) parameters = name

#ifdef __cplusplus
extern "C" {
#endif

HAS(NTSTATUS, WdfWaitLockCreate, (PWDF_OBJECT_ATTRIBUTES, WDFWAITLOCK *));
HAS(NTSTATUS, WdfWaitLockAcquire, (WDFWAITLOCK, PLONGLONG));
HAS(VOID, WdfWaitLockRelease, (WDFWAITLOCK));
HAS(NTSTATUS, WdfSpinLockCreate, (PWDF_OBJECT_ATTRIBUTES, WDFSPINLOCK *));
HAS(VOID, WdfSpinLockAcquire, (WDFSPINLOCK));
HAS(VOID, WdfSpinLockRelease, (WDFSPINLOCK));
HAS(VOID, WdfInterruptAcquireLock, (WDFINTERRUPT));
HAS(VOID, WdfInterruptReleaseLock, (WDFINTERRUPT));
HAS(BOOLEAN, WdfInterruptTryToAcquireLock, (WDFINTERRUPT));
HAS(VOID, WdfObjectAcquireLock, (WDFOBJECT));
HAS(VOID, WdfObjectReleaseLock, (WDFOBJECT));

HAS(VOID, WdfObjectDelete, (WDFOBJECT));
HAS(PVOID, WdfObjectGetTypedContextWorker, (WDFOBJECT, PCWDF_OBJECT_CONTEXT_TYPE_INFO));
HAS(NTSTATUS, WdfDriverCreate, (PDRIVER_OBJECT, PCUNICODE_STRING, PWDF_OBJECT_ATTRIBUTES,
                                PWDF_DRIVER_CONFIG, WDFDRIVER *));
HAS(NTSTATUS, WdfDeviceCreate, (PWDFDEVICE_INIT *, PWDF_OBJECT_ATTRIBUTES, WDFDEVICE *));
HAS(NTSTATUS, WdfIoQueueCreate, (WDFDEVICE, PWDF_IO_QUEUE_CONFIG, PWDF_OBJECT_ATTRIBUTES,
                                 WDFQUEUE *));
HAS(VOID, WdfRequestComplete, (WDFREQUEST, NTSTATUS));
HAS(NTSTATUS, WdfTimerCreate, (PWDF_TIMER_CONFIG, PWDF_OBJECT_ATTRIBUTES, WDFTIMER *));
HAS(NTSTATUS, WdfWorkItemCreate, (PWDF_WORKITEM_CONFIG, PWDF_OBJECT_ATTRIBUTES, WDFWORKITEM *));
HAS(WDFDEVICE, WdfFileObjectGetDevice, (WDFFILEOBJECT));
HAS(PVOID, WdfMemoryGetBuffer, (WDFMEMORY, size_t *));
HAS(NTSTATUS, WdfCollectionAdd, (WDFCOLLECTION, WDFOBJECT));
HAS(NTSTATUS, WdfIoTargetOpen, (WDFIOTARGET, PWDF_IO_TARGET_OPEN_PARAMS));
HAS(NTSTATUS, WdfInterruptCreate, (WDFDEVICE, PWDF_INTERRUPT_CONFIG, PWDF_OBJECT_ATTRIBUTES,
                                   WDFINTERRUPT *));
HAS(NTSTATUS, WdfDpcCreate, (PWDF_DPC_CONFIG, PWDF_OBJECT_ATTRIBUTES, WDFDPC *));
HAS(NTSTATUS, WdfRegistryQueryULong, (WDFKEY, PCUNICODE_STRING, PULONG));
HAS(NTSTATUS, WdfStringCreate, (PCUNICODE_STRING, PWDF_OBJECT_ATTRIBUTES, WDFSTRING *));
HAS(NTSTATUS, WdfUsbTargetDeviceCreate, (WDFDEVICE, PWDF_OBJECT_ATTRIBUTES, WDFUSBDEVICE *));
HAS(NTSTATUS, WdfWmiInstanceCreate, (WDFDEVICE, PWDF_WMI_INSTANCE_CONFIG, PWDF_OBJECT_ATTRIBUTES,
                                     WDFWMIINSTANCE *));

#ifdef __cplusplus
}
#endif
