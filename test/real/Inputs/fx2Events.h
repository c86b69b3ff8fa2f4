// Stands in for what mc.exe generates from the driver's manifest: the function
// for the one event that ioctl.c writes.

ULONG EventWriteDeviceReenumerated(const GUID *Activity, PCWSTR DeviceName, PCWSTR Location,
                                   ULONG Status);
