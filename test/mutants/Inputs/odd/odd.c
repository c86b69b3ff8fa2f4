/* What the mutants' script has to tell apart. */

#include <ntddk.h>
#include <wdf.h>

typedef struct _CONTEXT {
    WDFWAITLOCK Lock;
    BOOLEAN Ready;
} CONTEXT, *PCONTEXT;

WDF_DECLARE_CONTEXT_TYPE_WITH_NAME(CONTEXT, GetContext)

#define UNLOCK(context) WdfWaitLockRelease((context)->Lock)

EVT_WDF_TIMER OddEvtTimer;
EVT_WDF_WORKITEM OddEvtWorkItem;

/* Only another file calls it. */
VOID OddReset(PCONTEXT Context)
{
    WdfWaitLockAcquire(Context->Lock, NULL);
    Context->Ready = FALSE;
    WdfWaitLockRelease(Context->Lock);
}

_Use_decl_annotations_
VOID OddEvtTimer(WDFTIMER Timer)
{
    PCONTEXT context = GetContext(WdfTimerGetParentObject(Timer));

    WdfWaitLockAcquire(context->Lock, NULL);
    UNLOCK(context);
}

/* Releases twice, and not once too often without its first release. */
_Use_decl_annotations_
VOID OddEvtWorkItem(WDFWORKITEM WorkItem)
{
    PCONTEXT context = GetContext(WdfWorkItemGetParentObject(WorkItem));

    WdfWaitLockAcquire(context->Lock, NULL);
    if (context->Ready)
        WdfWaitLockRelease(context->Lock);
    WdfWaitLockRelease(context->Lock);
}
