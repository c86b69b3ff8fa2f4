//===- concurrencysal.h ----------------------------------------------------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Model of the WDK header of this name, written for checkers of KMDF drivers: the annotations about
// locks. What acquires, releases, requires or excludes a lock becomes an attribute
// annotate("kmdf:<what>:<lock as written>") on the declaration; a checker reads it there. The rest
// of the names expand to nothing. Included by sal.h.
//
// Facts (names): learn.microsoft.com, "Annotating Locking Behavior".
//
//===------------------------------------------------------------------------------------------===//

#ifndef KM_MODEL_CONCURRENCYSAL_H
#define KM_MODEL_CONCURRENCYSAL_H

#define KM_LOCK_FACT(fact) __attribute__((annotate("kmdf:" fact)))

#define _Acquires_lock_(...) KM_LOCK_FACT("acquires:" #__VA_ARGS__)
#define _Acquires_exclusive_lock_(...) KM_LOCK_FACT("acquires:" #__VA_ARGS__)
#define _Acquires_shared_lock_(...) KM_LOCK_FACT("acquires:" #__VA_ARGS__)
#define _Acquires_nonreentrant_lock_(...) KM_LOCK_FACT("acquires:" #__VA_ARGS__)

#define _Releases_lock_(...) KM_LOCK_FACT("releases:" #__VA_ARGS__)
#define _Releases_exclusive_lock_(...) KM_LOCK_FACT("releases:" #__VA_ARGS__)
#define _Releases_shared_lock_(...) KM_LOCK_FACT("releases:" #__VA_ARGS__)
#define _Releases_nonreentrant_lock_(...) KM_LOCK_FACT("releases:" #__VA_ARGS__)

#define _Requires_lock_held_(...) KM_LOCK_FACT("requires:" #__VA_ARGS__)
#define _Requires_exclusive_lock_held_(...) KM_LOCK_FACT("requires:" #__VA_ARGS__)
#define _Requires_shared_lock_held_(...) KM_LOCK_FACT("requires:" #__VA_ARGS__)

#define _Requires_lock_not_held_(...) KM_LOCK_FACT("excludes:" #__VA_ARGS__)
#define _Requires_exclusive_lock_not_held_(...) KM_LOCK_FACT("excludes:" #__VA_ARGS__)
#define _Requires_shared_lock_not_held_(...) KM_LOCK_FACT("excludes:" #__VA_ARGS__)

// Statements.
#define _Analysis_assume_lock_acquired_(...) ((void)0)
#define _Analysis_assume_lock_released_(...) ((void)0)
#define _Analysis_assume_lock_held_(...) ((void)0)
#define _Analysis_assume_lock_not_held_(...) ((void)0)
#define _Analysis_assume_same_lock_(...) ((void)0)
#define _Analysis_suppress_lock_checking_(...) ((void)0)
#define _Benign_race_begin_
#define _Benign_race_end_
#define _No_competing_thread_begin_
#define _No_competing_thread_end_

// Declarations.
#define _Requires_no_locks_held_
#define _Post_same_lock_(...)
#define _Function_ignore_lock_checking_(...)
#define _Guarded_by_(...)
#define _Write_guarded_by_(...)
#define _Has_lock_kind_(...)
#define _Has_lock_level_(...)
#define _Create_lock_level_(...)
#define _Lock_level_order_(...)
#define _Interlocked_
#define _No_competing_thread_
#define _Internal_lock_level_order_(...)
#define __guarded_by(...)
#define __write_guarded_by(...)
#define __lock_level(...)
#define __lock_level_order(...)
#define __declare_lock_level(...)

// The kinds of locks and the locks of the system that annotations name.
#define _Lock_kind_mutex_
#define _Lock_kind_event_
#define _Lock_kind_semaphore_
#define _Lock_kind_spin_lock_
#define _Lock_kind_critical_section_

#endif // KM_MODEL_CONCURRENCYSAL_H
