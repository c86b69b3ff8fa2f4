//===- TraceLoggingProvider.h ----------------------------------------------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Model of the WDK header of this name, written for checkers of KMDF drivers: self-describing
// events, without effect: nothing is evaluated.
//
// Facts (names): learn.microsoft.com, TraceLoggingProvider.h.
//
//===------------------------------------------------------------------------------------------===//

#ifndef _traceloggingprovider_
#define _traceloggingprovider_

#include <evntprov.h>

typedef struct KM_TRACELOGGING_PROVIDER const *TraceLoggingHProvider;
#define TRACELOGGING_DECLARE_PROVIDER(h) EXTERN_C const TraceLoggingHProvider h
#define TRACELOGGING_DEFINE_PROVIDER(h, ...) EXTERN_C const TraceLoggingHProvider h
#define TRACELOGGING_DEFINE_PROVIDER_STORAGE(h, ...) EXTERN_C const TraceLoggingHProvider h
#define TraceLoggingRegister(h) ((NTSTATUS)0)
#define TraceLoggingRegisterEx(h, ...) ((NTSTATUS)0)
#define TraceLoggingUnregister(h) ((void)0)
#define TraceLoggingWrite(...) ((void)0)
#define TraceLoggingWriteActivity(...) ((void)0)
#define TraceLoggingProviderEnabled(h, ...) (0)

#endif // _traceloggingprovider_
