//===- ctype.h -------------------------------------------------------------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Model of the WDK header of this name, written for checkers of KMDF drivers: the classes of
// characters.
//
// Facts (names, signatures): learn.microsoft.com, "C runtime library reference".
//
//===------------------------------------------------------------------------------------------===//

#ifndef _INC_CTYPE
#define _INC_CTYPE

#ifdef __cplusplus
extern "C" {
#endif

int __cdecl isalpha(int c);
int __cdecl isupper(int c);
int __cdecl islower(int c);
int __cdecl isdigit(int c);
int __cdecl isxdigit(int c);
int __cdecl isspace(int c);
int __cdecl ispunct(int c);
int __cdecl isalnum(int c);
int __cdecl isprint(int c);
int __cdecl isgraph(int c);
int __cdecl iscntrl(int c);
int __cdecl toupper(int c);
int __cdecl tolower(int c);
int __cdecl iswalpha(unsigned short c);
int __cdecl iswdigit(unsigned short c);
int __cdecl iswxdigit(unsigned short c);
int __cdecl iswspace(unsigned short c);
unsigned short __cdecl towupper(unsigned short c);
unsigned short __cdecl towlower(unsigned short c);

#ifdef __cplusplus
}
#endif

#endif // _INC_CTYPE
