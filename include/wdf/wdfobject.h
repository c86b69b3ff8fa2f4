//===- wdfobject.h ----------------------------------------------------------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Model of the KMDF header of this name, written for checkers of KMDF drivers: framework objects,
// their attributes and context types.
//
// Facts (names, types, values): KMDF 1.33,
// https://learn.microsoft.com/windows-hardware/drivers/ddi/wdfobject/
//
//===------------------------------------------------------------------------------------------===//

#ifndef _WDFOBJECT_H_
#define _WDFOBJECT_H_

WDF_EXTERN_C_START

// On which IRQL, and how far one at a time, the framework calls the driver back
typedef enum _WDF_EXECUTION_LEVEL {
    WdfExecutionLevelInvalid = 0x00, WdfExecutionLevelInheritFromParent, WdfExecutionLevelPassive,
    WdfExecutionLevelDispatch
} WDF_EXECUTION_LEVEL;

typedef enum _WDF_SYNCHRONIZATION_SCOPE {
    WdfSynchronizationScopeInvalid = 0x00, WdfSynchronizationScopeInheritFromParent,
    WdfSynchronizationScopeDevice, WdfSynchronizationScopeQueue, WdfSynchronizationScopeNone
} WDF_SYNCHRONIZATION_SCOPE;

typedef VOID NTAPI EVT_WDF_OBJECT_CONTEXT_CLEANUP(WDFOBJECT Object);
typedef EVT_WDF_OBJECT_CONTEXT_CLEANUP *PFN_WDF_OBJECT_CONTEXT_CLEANUP;
typedef VOID NTAPI EVT_WDF_OBJECT_CONTEXT_DESTROY(WDFOBJECT Object);
typedef EVT_WDF_OBJECT_CONTEXT_DESTROY *PFN_WDF_OBJECT_CONTEXT_DESTROY;

// Attributes of an object to create
typedef const struct _WDF_OBJECT_CONTEXT_TYPE_INFO *PCWDF_OBJECT_CONTEXT_TYPE_INFO;

typedef struct _WDF_OBJECT_ATTRIBUTES {
    ULONG Size;
    PFN_WDF_OBJECT_CONTEXT_CLEANUP EvtCleanupCallback;
    PFN_WDF_OBJECT_CONTEXT_DESTROY EvtDestroyCallback;
    WDF_EXECUTION_LEVEL ExecutionLevel;
    WDF_SYNCHRONIZATION_SCOPE SynchronizationScope;
    WDFOBJECT ParentObject;
    size_t ContextSizeOverride;
    PCWDF_OBJECT_CONTEXT_TYPE_INFO ContextTypeInfo;
} WDF_OBJECT_ATTRIBUTES, *PWDF_OBJECT_ATTRIBUTES;

FORCEINLINE VOID WDF_OBJECT_ATTRIBUTES_INIT(_Out_ PWDF_OBJECT_ATTRIBUTES Attributes)
{
    RtlZeroMemory(Attributes, sizeof(*Attributes));
    Attributes->Size = WDF_STRUCTURE_SIZE(WDF_OBJECT_ATTRIBUTES);
    Attributes->ExecutionLevel = WdfExecutionLevelInheritFromParent;
    Attributes->SynchronizationScope = WdfSynchronizationScopeInheritFromParent;
}

#define WDF_OBJECT_ATTRIBUTES_SET_CONTEXT_TYPE(_attributes, _type)                                 \
    (_attributes)->ContextTypeInfo = WDF_GET_CONTEXT_TYPE_INFO(_type)->UniqueType

// Two statements, the last without its semicolon
#define WDF_OBJECT_ATTRIBUTES_INIT_CONTEXT_TYPE(_attributes, _type)                                \
    WDF_OBJECT_ATTRIBUTES_INIT(_attributes);                                                       \
    WDF_OBJECT_ATTRIBUTES_SET_CONTEXT_TYPE(_attributes, _type)

// What the framework knows of a context type; UniqueType is its identity
typedef PCWDF_OBJECT_CONTEXT_TYPE_INFO (__cdecl *PFN_GET_UNIQUE_CONTEXT_TYPE)(void);

typedef struct _WDF_OBJECT_CONTEXT_TYPE_INFO {
    ULONG Size;
    LPCSTR ContextName;
    size_t ContextSize;
    PCWDF_OBJECT_CONTEXT_TYPE_INFO UniqueType;
    PFN_GET_UNIQUE_CONTEXT_TYPE EvtDriverGetUniqueContextType;
} WDF_OBJECT_CONTEXT_TYPE_INFO, *PWDF_OBJECT_CONTEXT_TYPE_INFO;

PVOID WdfObjectGetTypedContextWorker(WDFOBJECT Handle, PCWDF_OBJECT_CONTEXT_TYPE_INFO TypeInfo);
NTSTATUS WdfObjectAllocateContext(WDFOBJECT Handle, PWDF_OBJECT_ATTRIBUTES ContextAttributes,
    _Out_opt_ PVOID *Context);
WDFOBJECT WdfObjectContextGetObject(PVOID ContextPointer);

// Names made from the name of a context type
#define WDF_TYPE_NAME_TO_TYPE_INFO(_type) _WDF_##_type##_TYPE_INFO
#define WDF_TYPE_NAME_TO_EXTERNAL_INIT(_type) _WDF_##_type##_EXTERNAL_INIT
#define WDF_TYPE_NAME_TO_EXTERNAL_INIT_FUNCTION(_type) _type##_EXTERNAL_INIT_FUNCTION
#define WDF_TYPE_NAME_POINTER_TYPE(_type) WDF_POINTER_TYPE_##_type
#define WDF_GET_CONTEXT_TYPE_INFO(_type) (&WDF_TYPE_NAME_TO_TYPE_INFO(_type))

// Sections: kept as names, the model puts nothing into a section
#define WDF_TYPE_INIT_BASE_SECTION_NAME ".kmdftypeinit"
#define WDF_TYPE_INIT_SECTION_NAME ".kmdftypeinit$b"
#ifndef WDF_TYPE_DEFAULT_SECTION_NAME
#define WDF_TYPE_DEFAULT_SECTION_NAME ".data"
#endif

// A context type: the pointer type, the type's information (one object in the program, however many
// files see it), and the accessor, which takes the handle of an object and returns its context.
#define WDF_DECLARE_TYPE_AND_GLOBALS(_type, _uniqueType, _getUniqueType, _section)                 \
    typedef _type *WDF_TYPE_NAME_POINTER_TYPE(_type);                                              \
    WDF_EXTERN_C const __declspec(selectany)                                                       \
    WDF_OBJECT_CONTEXT_TYPE_INFO WDF_TYPE_NAME_TO_TYPE_INFO(_type) = {                             \
        sizeof(WDF_OBJECT_CONTEXT_TYPE_INFO), #_type, sizeof(_type), _uniqueType, _getUniqueType   \
    };

#define WDF_DECLARE_CASTING_FUNCTION(_type, _castingFunction)                                      \
    WDF_EXTERN_C FORCEINLINE WDF_TYPE_NAME_POINTER_TYPE(_type) _castingFunction(WDFOBJECT Handle)  \
    {                                                                                              \
        return (WDF_TYPE_NAME_POINTER_TYPE(_type))WdfObjectGetTypedContextWorker(                  \
            Handle, WDF_GET_CONTEXT_TYPE_INFO(_type)->UniqueType);                                 \
    }

#define WDF_DECLARE_CONTEXT_TYPE_WITH_NAME(_type, _castingFunction)                                \
    WDF_DECLARE_TYPE_AND_GLOBALS(_type, WDF_GET_CONTEXT_TYPE_INFO(_type), NULL,                    \
                                 WDF_TYPE_DEFAULT_SECTION_NAME)                                    \
    WDF_DECLARE_CASTING_FUNCTION(_type, _castingFunction)

#define WDF_DECLARE_CONTEXT_TYPE(_type)                                                            \
    WDF_DECLARE_CONTEXT_TYPE_WITH_NAME(_type, WdfObjectGet_##_type)

// A type that another driver owns: its identity comes from <type>_EXTERNAL_INIT_FUNCTION
#define WDF_DECLARE_SHARED_CONTEXT_TYPE_WITH_NAME(_type, _castingFunction)                         \
    WDF_DECLARE_TYPE_AND_GLOBALS(_type, NULL, WDF_TYPE_NAME_TO_EXTERNAL_INIT_FUNCTION(_type),      \
                                 WDF_TYPE_INIT_SECTION_NAME)                                       \
    WDF_DECLARE_CASTING_FUNCTION(_type, _castingFunction)

// The context by type instead of by accessor
#define WdfObjectGetTypedContext(_handle, _type)                                                   \
    (_type *)WdfObjectGetTypedContextWorker((WDFOBJECT)(_handle),                                  \
                                            WDF_GET_CONTEXT_TYPE_INFO(_type)->UniqueType)

// Custom types: marks, with a word of data, that a driver sets on objects
#define WDF_CUSTOM_TYPE_CONTEXT_NAME(_type) WdfCustomType_##_type
#define WDF_GET_CUSTOM_TYPE_FUNCTION_NAME(_type) WdfObjectGetCustomType_##_type
#define WDF_ADD_CUSTOM_TYPE_FUNCTION_NAME(_type) WdfObjectAddCustomType_##_type

typedef struct _WDF_CUSTOM_TYPE_CONTEXT {
    ULONG Size;
    ULONG_PTR Data;
} WDF_CUSTOM_TYPE_CONTEXT, *PWDF_CUSTOM_TYPE_CONTEXT;

#define WDF_DECLARE_CUSTOM_TYPE(_type)                                                             \
    typedef WDF_CUSTOM_TYPE_CONTEXT WDF_CUSTOM_TYPE_CONTEXT_NAME(_type);                           \
    WDF_DECLARE_CONTEXT_TYPE_WITH_NAME(WDF_CUSTOM_TYPE_CONTEXT_NAME(_type),                        \
                                       WDF_GET_CUSTOM_TYPE_FUNCTION_NAME(_type))                   \
    WDF_EXTERN_C FORCEINLINE NTSTATUS WDF_ADD_CUSTOM_TYPE_FUNCTION_NAME(_type)(                    \
        WDFOBJECT Handle, ULONG_PTR Data, PFN_WDF_OBJECT_CONTEXT_CLEANUP EvtCleanupCallback,       \
        PFN_WDF_OBJECT_CONTEXT_DESTROY EvtDestroyCallback)                                         \
    {                                                                                              \
        WDF_OBJECT_ATTRIBUTES attributes;                                                          \
        PVOID context;                                                                             \
        NTSTATUS status;                                                                           \
        WDF_OBJECT_ATTRIBUTES_INIT_CONTEXT_TYPE(&attributes, WDF_CUSTOM_TYPE_CONTEXT_NAME(_type)); \
        attributes.EvtCleanupCallback = EvtCleanupCallback;                                        \
        attributes.EvtDestroyCallback = EvtDestroyCallback;                                        \
        status = WdfObjectAllocateContext(Handle, &attributes, &context);                          \
        if (NT_SUCCESS(status)) {                                                                  \
            ((PWDF_CUSTOM_TYPE_CONTEXT)context)->Size = sizeof(WDF_CUSTOM_TYPE_CONTEXT);           \
            ((PWDF_CUSTOM_TYPE_CONTEXT)context)->Data = Data;                                      \
        }                                                                                          \
        return status;                                                                             \
    }

#define WdfObjectIsCustomType(_handle, _type)                                                      \
    (WdfObjectGetTypedContext(_handle, WDF_CUSTOM_TYPE_CONTEXT_NAME(_type)) == NULL ? FALSE : TRUE)
#define WdfObjectAddCustomType(_handle, _type)                                                     \
    WdfObjectAddCustomTypeWithData(_handle, _type, 0, NULL, NULL)
#define WdfObjectAddCustomTypeWithData(_handle, _type, _data, _cleanup, _destroy)                  \
    WDF_ADD_CUSTOM_TYPE_FUNCTION_NAME(_type)(_handle, _data, _cleanup, _destroy)
#define WdfObjectGetCustomTypeData(_handle, _type)                                                 \
    (WDF_GET_CUSTOM_TYPE_FUNCTION_NAME(_type)(_handle)->Data)

// Lifetime
VOID WdfObjectReferenceActual(WDFOBJECT Handle, _In_opt_ PVOID Tag, LONG Line, PCCH File);
VOID WdfObjectDereferenceActual(WDFOBJECT Handle, _In_opt_ PVOID Tag, LONG Line, PCCH File);
NTSTATUS WdfObjectCreate(_In_opt_ PWDF_OBJECT_ATTRIBUTES Attributes, _Out_ WDFOBJECT *Object);
VOID WdfObjectDelete(WDFOBJECT Object);
NTSTATUS WdfObjectQuery(WDFOBJECT Object, const GUID *Guid, ULONG QueryBufferLength,
    _Out_ PVOID QueryBuffer);

#define WdfObjectReference(_handle) WdfObjectReferenceWithTag(_handle, NULL)
#define WdfObjectReferenceWithTag(_handle, _tag)                                                   \
    WdfObjectReferenceActual(_handle, _tag, __LINE__, __FILE__)
#define WdfObjectDereference(_handle) WdfObjectDereferenceWithTag(_handle, NULL)
#define WdfObjectDereferenceWithTag(_handle, _tag)                                                 \
    WdfObjectDereferenceActual(_handle, _tag, __LINE__, __FILE__)

WDF_EXTERN_C_END

#endif // _WDFOBJECT_H_
