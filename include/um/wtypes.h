//===- wtypes.h -------------------------------------------------------------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Model of the SDK header of this name, written for checkers of UMDF drivers: the types of COM and
// of property keys.
//
// Facts (names): learn.microsoft.com, wtypes.h, "Property System".
//
//===------------------------------------------------------------------------------------------===//

#ifndef __wtypes_h__
#define __wtypes_h__

#include <windef.h>
#include <winerror.h>

typedef WCHAR OLECHAR;
typedef OLECHAR *LPOLESTR, *BSTR;
typedef const OLECHAR *LPCOLESTR;
typedef short VARIANT_BOOL;
typedef unsigned short VARTYPE;
typedef double DATE;
typedef LONG SCODE;

#ifndef PROPERTYKEY_DEFINED
#define PROPERTYKEY_DEFINED
typedef struct _tagpropertykey {
  GUID fmtid;
  DWORD pid;
} PROPERTYKEY;
#endif
#ifdef __cplusplus
#define REFPROPERTYKEY const PROPERTYKEY &
#else
#define REFPROPERTYKEY const PROPERTYKEY *
#endif

#endif // __wtypes_h__
