// The other shape: plain extern functions.

#ifdef __cplusplus
extern "C" {
#endif

typedef long NTSTATUS;
typedef long long *PLONGLONG;
typedef void *PVOID;
typedef void *HANDLE;
typedef HANDLE WDFOBJECT;
#ifdef STRICT
#define DECLARE_HANDLE(name) struct name##__ { int unused; }; typedef struct name##__ *name
#else
#define DECLARE_HANDLE(name) typedef HANDLE name
#endif
DECLARE_HANDLE(WDFWAITLOCK);
DECLARE_HANDLE(WDFQUEUE);
DECLARE_HANDLE(WDFDEVICE);
DECLARE_HANDLE(WDFREQUEST);

typedef struct _TYPE_INFO {
    const struct _TYPE_INFO *UniqueType;
} TYPE_INFO;

NTSTATUS WdfWaitLockCreate(PVOID Attributes, WDFWAITLOCK *Lock);
NTSTATUS WdfWaitLockAcquire(WDFWAITLOCK Lock, PLONGLONG Timeout);
void WdfWaitLockRelease(WDFWAITLOCK Lock);
void WdfObjectDelete(WDFOBJECT Object);
WDFDEVICE WdfIoQueueGetDevice(WDFQUEUE Queue);
void WdfRequestComplete(WDFREQUEST Request, NTSTATUS Status);
PVOID WdfObjectGetTypedContextWorker(WDFOBJECT Object, const TYPE_INFO *Info);

#ifdef __cplusplus
}
#endif
