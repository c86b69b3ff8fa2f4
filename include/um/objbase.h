//===- objbase.h ------------------------------------------------------------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Model of the SDK header of this name, written for checkers of UMDF drivers: the basics of COM.
//
// Facts (names, values, signatures): learn.microsoft.com, objbase.h, combaseapi.h, unknwn.h.
//
//===------------------------------------------------------------------------------------------===//

#ifndef _OBJBASE_H_
#define _OBJBASE_H_

#include <wtypes.h>

#define STDMETHODCALLTYPE __stdcall
#define STDAPICALLTYPE __stdcall
#define STDAPI EXTERN_C HRESULT STDAPICALLTYPE
#define STDAPI_(t) EXTERN_C t STDAPICALLTYPE
#define STDMETHODIMP HRESULT STDMETHODCALLTYPE
#define STDMETHODIMP_(t) t STDMETHODCALLTYPE
#define interface struct

#ifdef __cplusplus
#define STDMETHOD(m) virtual HRESULT STDMETHODCALLTYPE m
#define STDMETHOD_(t, m) virtual t STDMETHODCALLTYPE m
#define PURE = 0
#define DECLARE_INTERFACE(i) struct DECLSPEC_NOVTABLE i
#define DECLARE_INTERFACE_(i, b) struct DECLSPEC_NOVTABLE i : public b

struct IUnknown {
  virtual HRESULT STDMETHODCALLTYPE QueryInterface(REFIID Id, void **Object) = 0;
  virtual ULONG STDMETHODCALLTYPE AddRef() = 0;
  virtual ULONG STDMETHODCALLTYPE Release() = 0;
};
#else
typedef struct IUnknown IUnknown;
#endif
typedef IUnknown *LPUNKNOWN;

#ifdef __cplusplus
extern "C" {
#endif

typedef enum tagCOINIT {
  COINIT_MULTITHREADED = 0x0,
  COINIT_APARTMENTTHREADED = 0x2
} COINIT;
#define CLSCTX_INPROC_SERVER 0x1
#define CLSCTX_LOCAL_SERVER 0x4
#define CLSCTX_ALL 0x17

HRESULT WINAPI CoInitialize(LPVOID Reserved);
HRESULT WINAPI CoInitializeEx(LPVOID Reserved, DWORD Flags);
void WINAPI CoUninitialize(void);
HRESULT WINAPI CoCreateInstance(REFCLSID Class, LPUNKNOWN Outer, DWORD Context, REFIID Id,
                                LPVOID *Object);
HRESULT WINAPI CoCreateGuid(GUID *Guid);
LPVOID WINAPI CoTaskMemAlloc(SIZE_T Size);
void WINAPI CoTaskMemFree(LPVOID Memory);
HRESULT WINAPI CLSIDFromString(LPCOLESTR Text, CLSID *Class);
int WINAPI StringFromGUID2(REFGUID Guid, LPOLESTR Text, int Size);

#ifdef __cplusplus
}
#endif

#endif // _OBJBASE_H_
