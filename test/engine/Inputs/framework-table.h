// The shape that the framework's functions have in a real WDK: inline functions
// that call through a table.

#ifdef __cplusplus
#define FRAMEWORK_EXTERN extern "C"
#else
#define FRAMEWORK_EXTERN extern
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

typedef void (*WDFFUNC)(void);
FRAMEWORK_EXTERN const WDFFUNC *WdfFunctions_01033;
FRAMEWORK_EXTERN PVOID WdfDriverGlobals;
#define WdfFunctions WdfFunctions_01033
#define FORCEINLINE static inline __attribute__((always_inline))

typedef NTSTATUS (*PFN_WDFWAITLOCKCREATE)(PVOID, PVOID, WDFWAITLOCK *);
FORCEINLINE NTSTATUS WdfWaitLockCreate(PVOID Attributes, WDFWAITLOCK *Lock)
{
    return ((PFN_WDFWAITLOCKCREATE)WdfFunctions[1])(WdfDriverGlobals, Attributes, Lock);
}

typedef NTSTATUS (*PFN_WDFWAITLOCKACQUIRE)(PVOID, WDFWAITLOCK, PLONGLONG);
FORCEINLINE NTSTATUS WdfWaitLockAcquire(WDFWAITLOCK Lock, PLONGLONG Timeout)
{
    return ((PFN_WDFWAITLOCKACQUIRE)WdfFunctions[2])(WdfDriverGlobals, Lock, Timeout);
}

typedef void (*PFN_WDFWAITLOCKRELEASE)(PVOID, WDFWAITLOCK);
FORCEINLINE void WdfWaitLockRelease(WDFWAITLOCK Lock)
{
    ((PFN_WDFWAITLOCKRELEASE)WdfFunctions[3])(WdfDriverGlobals, Lock);
}

typedef void (*PFN_WDFOBJECTDELETE)(PVOID, WDFOBJECT);
FORCEINLINE void WdfObjectDelete(WDFOBJECT Object)
{
    ((PFN_WDFOBJECTDELETE)WdfFunctions[4])(WdfDriverGlobals, Object);
}

typedef WDFDEVICE (*PFN_WDFIOQUEUEGETDEVICE)(PVOID, WDFQUEUE);
FORCEINLINE WDFDEVICE WdfIoQueueGetDevice(WDFQUEUE Queue)
{
    return ((PFN_WDFIOQUEUEGETDEVICE)WdfFunctions[5])(WdfDriverGlobals, Queue);
}

typedef void (*PFN_WDFREQUESTCOMPLETE)(PVOID, WDFREQUEST, NTSTATUS);
FORCEINLINE void WdfRequestComplete(WDFREQUEST Request, NTSTATUS Status)
{
    ((PFN_WDFREQUESTCOMPLETE)WdfFunctions[6])(WdfDriverGlobals, Request, Status);
}

typedef struct _TYPE_INFO {
    const struct _TYPE_INFO *UniqueType;
} TYPE_INFO;

typedef PVOID (*PFN_WDFOBJECTGETTYPEDCONTEXTWORKER)(PVOID, WDFOBJECT, const TYPE_INFO *);
FORCEINLINE PVOID WdfObjectGetTypedContextWorker(WDFOBJECT Object, const TYPE_INFO *Info)
{
    return ((PFN_WDFOBJECTGETTYPEDCONTEXTWORKER)WdfFunctions[7])(WdfDriverGlobals, Object, Info);
}
