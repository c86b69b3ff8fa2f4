"""The oracle on programs whose answer is plain to see, and its search against
plain enumeration.

oracle_test.py known: programs written here, each with what it breaks.
oracle_test.py enumerate: small random programs, path by path."""

import sys
import unittest

from csource import DECLARED, ROLES
from generator import generate
from machine import WAITLOCK, WAITLOCK_RELEASE
from oracle import judge
from phrases import (FALSE, NULL, SOME_TIME, SUCCESS, TIMEOUT, TRUE, acquire, both, call, create,
                     delete, differ, do, equal, give, let, number, release, succeeded)
from program import (FLAGS, LOCK, AddressOf, Assign, Binary, Break, Case, Choice, Continue, Deref,
                     DoWhile, Field, For, Function, Global, Goto, If, Index, Label, Local, Not,
                     Opaque, Program, Step, Switch, Var, While, array, pointer)
from search import check, enumerate_paths
from state import Unsupported

CONTEXT = ("struct", "CONTEXT")


def write(body, *local_variables, helpers=(), role="EVT_WDF_IO_QUEUE_IO_READ"):
    """A program whose callback has that BODY. It may use what is made here."""
    program = Program("P_")
    program.structs["CONTEXT"] = [(LOCK, "Lock"), (LOCK, "Other"), (array(LOCK, 4), "Locks"),
                                  ("BOOLEAN", "Ready"), ("ULONG", "Count")]
    program.contexts["GetContext"] = ("CONTEXT", "WDFDEVICE")
    program.globals = {"Lock": (LOCK, False), "Other": (LOCK, False),
                       "Locks": (array(LOCK, 4), False), "Enabled": ("BOOLEAN", False),
                       "Private": ("BOOLEAN", True)}
    for name, returns, params in (
            ("Work", "VOID", []), ("UseContext", "VOID", [pointer(CONTEXT)]),
            ("IsReady", "BOOLEAN", []), ("GetCount", "ULONG", []), ("GetFlags", FLAGS, []),
            ("Start", "NTSTATUS", []), ("ReadFlag", "VOID", [pointer("BOOLEAN")]),
            ("FindHandle", LOCK, []), ("UseHandle", "VOID", [LOCK]),
            ("UseHandleAt", "VOID", [pointer(LOCK)])):
        program.opaques[name] = Opaque(name, returns, params)
    returns, params, _ = ROLES[role]
    callback = Function("Callback", returns, params, role, DECLARED)
    callback.locals = list(local_variables)
    callback.body = body
    program.functions = [*helpers, callback]
    # No node stands in two places.
    return program.clone()


def helper(name, params, body, returns="VOID", local_variables=()):
    function = Function(name, returns, list(params))
    function.locals = list(local_variables)
    function.body = body
    return function


L, M = Global("Lock"), Global("Other")
TAKE, DROP = do(acquire(L)), do(release(L))
READY = call("IsReady")
WORK = do(call("Work"))
FLAG = Local("BOOLEAN", "flag", FALSE)
STATUS = Local("NTSTATUS", "status", SUCCESS)
TIME = Local("LONGLONG", "timeout", SOME_TIME)
I = Local("ULONG", "i", number(0))
CREATED = Local(LOCK, "created", NULL)
CONTEXT_LOCAL = Local(pointer(CONTEXT), "context",
                      call("GetContext", call("WdfIoQueueGetDevice", Var("Queue"))))
TRY = acquire(L, AddressOf(Var("timeout")))


def of_context(field):
    return Field(Var("context"), field, True)


def turns(count, body):
    """A loop of COUNT turns, a number or an expression."""
    count = number(count) if isinstance(count, int) else count
    return For(Assign(Var("i"), number(0)), Binary("<", Var("i"), count), Step(Var("i"), 1, False),
               body)


class Known(unittest.TestCase):
    def is_whole(self, *args, **more):
        self.assertEqual(set(judge(write(*args, **more)).broken), set())

    def breaks(self, rules, *args, **more):
        self.assertEqual(set(judge(write(*args, **more)).broken), rules)

    # What the DDIs do.

    def test_balanced(self):
        self.is_whole([TAKE, WORK, DROP, TAKE, DROP])

    def test_left_held(self):
        self.breaks({WAITLOCK_RELEASE}, [TAKE])

    def test_acquired_twice_ends_the_path(self):
        self.breaks({WAITLOCK}, [TAKE, TAKE])

    def test_nothing_comes_after_a_deadlock(self):
        self.breaks({WAITLOCK}, [TAKE, TAKE, do(acquire(M))])

    def test_released_twice(self):
        self.breaks({WAITLOCK}, [TAKE, DROP, DROP])

    def test_a_path_goes_on_after_a_release_too_many(self):
        self.breaks({WAITLOCK, WAITLOCK_RELEASE}, [DROP, TAKE])

    def test_another_lock(self):
        self.breaks({WAITLOCK, WAITLOCK_RELEASE}, [TAKE, do(release(M))])

    def test_deleted_while_held(self):
        self.breaks({WAITLOCK}, [TAKE, do(delete(L))])

    def test_deleted_after_release(self):
        self.is_whole([TAKE, DROP, do(delete(L))])

    def test_released_after_deletion(self):
        self.breaks({WAITLOCK}, [do(delete(L)), DROP])

    def test_timed_and_untested(self):
        self.breaks({WAITLOCK}, [do(TRY), DROP], TIME)

    def test_timed_and_tested(self):
        for test in (equal(TRY, SUCCESS), differ(TRY, TIMEOUT), Not(TRY), equal(TRY, number(0))):
            self.is_whole([If(test, [DROP], [])], TIME)

    def test_timed_and_tested_by_nt_success(self):
        self.breaks({WAITLOCK}, [If(succeeded(TRY), [DROP], [])], TIME)

    def test_timed_and_tested_the_wrong_way(self):
        self.breaks({WAITLOCK, WAITLOCK_RELEASE}, [If(equal(TRY, TIMEOUT), [DROP], [])], TIME)

    def test_a_held_lock_times_out(self):
        self.is_whole([TAKE, If(equal(TRY, SUCCESS), [do(acquire(M))], []), DROP], TIME)

    def test_timed_by_switch(self):
        cases = [Case([SUCCESS], [DROP, Break()]), Case([TIMEOUT], [WORK])]
        self.is_whole([Switch(TRY, cases)], TIME)
        cases = [Case([SUCCESS], [WORK]), Case([None], [DROP])]
        self.breaks({WAITLOCK}, [Switch(TRY, cases)], TIME)

    def test_a_time_out_that_may_be_null(self):
        wait = Local(pointer("LONGLONG"), "wait", NULL)
        choose = If(READY, [let("wait", AddressOf(Var("timeout")))], [])
        try_it = let("status", acquire(L, Var("wait")))
        self.is_whole([choose, try_it, If(equal(Var("status"), SUCCESS), [DROP], [])], TIME, wait,
                      STATUS)
        self.breaks({WAITLOCK}, [choose, try_it, DROP], TIME, wait, STATUS)

    def test_a_created_lock(self):
        made = create(Var("created"))
        use = [do(acquire(Var("created"))), do(release(Var("created")))]
        self.is_whole([If(succeeded(made), use, [])], CREATED)
        self.breaks({WAITLOCK_RELEASE}, [If(succeeded(made), use[:1], [])], CREATED)
        self.breaks({WAITLOCK}, [If(succeeded(made), use[1:], [])], CREATED)

    def test_no_handle_ends_the_path(self):
        # Where the creation failed, there is nothing to acquire.
        self.is_whole([let("status", create(Var("created"))), do(acquire(Var("created"))),
                       If(Not(succeeded(Var("status"))), [DROP], []),
                       do(release(Var("created")))], CREATED, STATUS)

    def test_a_held_lock_whose_last_handle_is_gone(self):
        self.breaks({WAITLOCK_RELEASE}, [
            If(succeeded(create(Var("created"))), [do(acquire(Var("created"))),
                                                   let("created", NULL)], [])], CREATED)

    def test_created_over_a_held_one(self):
        self.breaks({WAITLOCK, WAITLOCK_RELEASE}, [
            TAKE, If(succeeded(create(L)), [DROP], [DROP])])

    def test_two_creations_are_two_locks(self):
        other = Local(LOCK, "other", NULL)
        self.is_whole([
            If(both(succeeded(create(Var("created"))), succeeded(create(Var("other")))), [
                do(acquire(Var("created"))), do(acquire(Var("other"))),
                do(release(Var("created"))), do(release(Var("other")))], [])], CREATED, other)

    # Which lock it is.

    def test_a_copy(self):
        copy = Local(LOCK, "copy", L)
        self.is_whole([TAKE, do(release(Var("copy")))], copy)
        self.breaks({WAITLOCK}, [TAKE, do(acquire(Var("copy")))], copy)

    def test_a_context_fetched_anew(self):
        fetched = call("GetContext", call("WdfIoQueueGetDevice", Var("Queue")))
        self.is_whole([do(acquire(of_context("Lock"))), do(call("UseContext", Var("context"))),
                       do(release(Field(fetched, "Lock", True)))], CONTEXT_LOCAL)
        self.breaks({WAITLOCK, WAITLOCK_RELEASE}, [
            do(acquire(of_context("Lock"))), do(release(Field(fetched, "Other", True)))],
            CONTEXT_LOCAL)

    def test_elements(self):
        def element(i):
            return Index(Global("Locks"), i)
        one, two = element(number(1)), element(number(2))
        self.is_whole([do(acquire(one)), do(acquire(two)), do(release(one)), do(release(two))])
        self.breaks({WAITLOCK}, [do(acquire(one)), do(acquire(one))])
        self.is_whole([turns(4, [do(acquire(element(Var("i"))))]),
                       turns(4, [do(release(element(Var("i"))))])], I)
        self.breaks({WAITLOCK_RELEASE}, [turns(4, [do(acquire(element(Var("i"))))]),
                                         turns(3, [do(release(element(Var("i"))))])], I)

    def test_an_unknown_element(self):
        some = Index(Global("Locks"), Var("Length"))
        guard = If(Binary(">=", Var("Length"), number(4)), [give()], [])
        self.is_whole([guard, do(acquire(some)), do(release(some))])
        self.breaks({WAITLOCK, WAITLOCK_RELEASE}, [
            guard, do(acquire(some)), do(release(Index(Global("Locks"), number(2))))])

    def test_a_handle_that_may_be_null(self):
        self.is_whole([If(differ(L, NULL), [TAKE], []), WORK, If(L, [DROP], [])])
        self.breaks({WAITLOCK_RELEASE}, [If(differ(L, NULL), [TAKE], []), WORK,
                                         If(equal(L, NULL), [DROP], [])])

    def test_a_handle_that_was_acquired_is_not_null(self):
        self.is_whole([TAKE, If(L, [DROP], [])])

    # What is unknown.

    def test_correlated_flag(self):
        flag = Var("flag")
        self.is_whole([let("flag", READY), If(flag, [TAKE], []), WORK, If(flag, [DROP], [])], FLAG)
        self.breaks({WAITLOCK, WAITLOCK_RELEASE}, [
            If(READY, [TAKE], []), If(READY, [DROP], [])])

    def test_correlated_ranges(self):
        length = Var("Length")
        self.is_whole([If(Binary(">", length, number(8)), [TAKE], []),
                       If(Binary(">=", length, number(9)), [DROP], [])])
        self.breaks({WAITLOCK_RELEASE}, [If(Binary(">", length, number(8)), [TAKE], []),
                                         If(Binary(">", length, number(9)), [DROP], [])])
        self.is_whole([If(equal(length, number(8)), [TAKE], []),
                       If(Not(differ(length, number(8))), [DROP], [])])

    def test_correlated_bits(self):
        bits = Local(FLAGS, "bits", call("GetFlags"))
        one, two = (Binary("&", Var("bits"), number(bit)) for bit in (1, 2))
        self.is_whole([If(one, [TAKE], []), If(two, [WORK], []), If(one, [DROP], [])], bits)
        self.breaks({WAITLOCK, WAITLOCK_RELEASE}, [If(one, [TAKE], []), If(two, [DROP], [])], bits)

    def test_unseen_code_changes_what_it_reaches(self):
        enabled = Global("Enabled")
        self.is_whole([If(enabled, [TAKE], []), If(enabled, [DROP], [])])
        self.breaks({WAITLOCK, WAITLOCK_RELEASE}, [If(enabled, [TAKE], []), WORK,
                                                   If(enabled, [DROP], [])])
        use = do(call("UseContext", Var("context")))
        ready = of_context("Ready")
        self.breaks({WAITLOCK, WAITLOCK_RELEASE}, [
            If(ready, [TAKE], []), use, If(ready, [DROP], [])], CONTEXT_LOCAL)
        self.breaks({WAITLOCK}, [
            let("flag", TRUE), If(Var("flag"), [TAKE], []),
            do(call("ReadFlag", AddressOf(Var("flag")))), If(Not(Var("flag")), [TAKE], [DROP])],
            FLAG)

    def test_reach_that_the_answer_depends_on(self):
        for flag in (Global("Private"), of_context("Ready")):
            with self.assertRaises(Unsupported):
                judge(write([If(flag, [TAKE], []), WORK, If(flag, [DROP], [])], CONTEXT_LOCAL))
        with self.assertRaises(Unsupported):
            # TRUE is not the only byte that is true.
            judge(write([let("flag", READY), If(Var("flag"), [TAKE], []),
                         If(equal(Var("flag"), TRUE), [DROP], [])], FLAG))

    def test_unseen_code_with_a_handle(self):
        self.is_whole([TAKE, do(call("UseHandle", L))])
        self.is_whole([do(call("UseHandle", L)), DROP])
        self.breaks({WAITLOCK}, [do(call("UseHandle", L)), DROP, DROP])
        self.is_whole([do(call("UseHandleAt", AddressOf(L))), DROP])
        self.assertTrue(judge(write([do(call("UseHandle", L)), DROP])).is_doubtful)
        self.assertFalse(judge(write([do(call("UseHandle", M)), TAKE, DROP])).is_doubtful)

    def test_a_lock_may_come_where_null_was_put(self):
        self.is_whole([let(L, NULL), WORK, If(L, [TAKE, DROP], [])])
        self.breaks({WAITLOCK}, [let(L, NULL), WORK, If(L, [DROP], [])])
        # Not at once, but later.
        self.breaks({WAITLOCK}, [let(L, NULL), WORK, If(L, [TAKE], []), WORK, DROP])

    # Loops.

    def test_a_thousand_turns(self):
        self.is_whole([turns(1000, [TAKE, If(READY, [WORK], []), DROP])], I)
        self.breaks({WAITLOCK_RELEASE}, [TAKE, turns(1000, [WORK]), If(READY, [DROP], [])], I)
        self.is_whole([TAKE, turns(1000, [If(equal(Var("i"), number(1000)), [TAKE], [])]), DROP], I)
        self.breaks({WAITLOCK}, [TAKE, turns(1000, [If(equal(Var("i"), number(999)), [TAKE], [])]),
                                 DROP], I)

    def test_first_and_last_turn(self):
        self.is_whole([turns(1000, [If(equal(Var("i"), number(0)), [TAKE], []), WORK,
                                    If(equal(Var("i"), number(999)), [DROP], [])])], I)

    def test_nobody_knows_how_many_turns(self):
        self.is_whole([While(READY, [TAKE, DROP])])
        self.breaks({WAITLOCK}, [While(READY, [TAKE]), DROP])
        self.is_whole([turns(Var("Length"), [TAKE, DROP])], Local("size_t", "i", number(0)))
        # Only if it turns twice.
        self.breaks({WAITLOCK}, [
            TAKE, turns(Var("Length"), [If(equal(Var("i"), number(1)), [DROP], [])]),
            If(Binary("<", Var("Length"), number(2)), [DROP], []),
            If(equal(Var("Length"), number(1000)), [DROP], [])], Local("size_t", "i", number(0)))

    def test_endless(self):
        self.is_whole([TAKE, While(number(1), [WORK])])
        self.breaks({WAITLOCK_RELEASE}, [TAKE, While(number(1), [If(READY, [Break()], [])])])

    def test_retried(self):
        self.is_whole([DoWhile([let("status", TRY)], differ(Var("status"), SUCCESS)), DROP],
                      TIME, STATUS)
        self.breaks({WAITLOCK}, [
            let("status", TIMEOUT),
            turns(3, [let("status", TRY), If(equal(Var("status"), SUCCESS), [Break()], [])]),
            DROP], TIME, STATUS, I)

    def test_continue_and_break(self):
        self.is_whole([turns(5, [If(READY, [Continue()], []), TAKE, DROP])], I)
        self.breaks({WAITLOCK, WAITLOCK_RELEASE}, [
            turns(5, [TAKE, If(READY, [Continue()], []), DROP])], I)
        self.breaks({WAITLOCK_RELEASE}, [turns(5, [TAKE, If(READY, [Break()], []), DROP])], I)

    def test_counter_after_a_loop(self):
        length = Local("ULONG", "count", call("GetCount"))
        count, i = Var("count"), Var("i")
        search = turns(count, [If(READY, [TAKE, Break()], [])])
        self.is_whole([search, If(Binary("<", i, count), [DROP], [])], length, I)
        self.is_whole([search, If(equal(i, count), [], [DROP])], length, I)
        self.breaks({WAITLOCK, WAITLOCK_RELEASE},
                    [search, If(equal(i, count), [DROP], [])], length, I)
        self.breaks({WAITLOCK_RELEASE}, [search], length, I)
        # Another length says nothing of this one's turns.
        self.breaks({WAITLOCK, WAITLOCK_RELEASE},
                    [search, If(differ(count, number(1000)), [DROP], [])], length, I)

    def test_goto(self):
        self.is_whole([TAKE, If(READY, [Goto("Exit")], []), WORK, Label("Exit"), DROP])
        self.breaks({WAITLOCK_RELEASE}, [TAKE, If(READY, [Goto("Exit")], []), DROP, Label("Exit")])
        self.is_whole([Label("Again"), TAKE, DROP, If(READY, [Goto("Again")], [])])
        self.breaks({WAITLOCK}, [Label("Again"), TAKE, If(READY, [Goto("Again")], []), DROP])

    def test_switch(self):
        count = Local("ULONG", "count", call("GetCount"))
        cases = [Case([number(1)], [WORK]), Case([number(2), number(3)], [TAKE, Break()]),
                 Case([None], [give()])]
        self.is_whole([Switch(Var("count"), cases), DROP], count)
        self.breaks({WAITLOCK}, [Switch(Var("count"), cases[:2]), DROP], count)

    # Helpers.

    def test_helpers(self):
        enter = helper("Enter", [(LOCK, "Lock")], [do(acquire(Var("Lock")))])
        leave = helper("Leave", [(pointer(LOCK), "Lock")], [do(release(Deref(Var("Lock"))))])
        self.is_whole([do(call("Enter", L)), do(call("Leave", AddressOf(L)))],
                      helpers=[enter, leave])
        self.breaks({WAITLOCK, WAITLOCK_RELEASE}, [
            do(call("Enter", L)), do(call("Leave", AddressOf(M)))], helpers=[enter, leave])

    def test_a_helper_that_tells(self):
        attempt = helper("Try", [], [
            let("status", TRY), If(equal(Var("status"), TIMEOUT), [give(number(0))], []),
            give(number(1))], "ULONG", [TIME, STATUS])
        self.is_whole([If(call("Try"), [DROP], [])], helpers=[attempt])
        self.breaks({WAITLOCK, WAITLOCK_RELEASE}, [If(Not(call("Try")), [DROP], [])],
                    helpers=[attempt])
        self.breaks({WAITLOCK_RELEASE}, [If(both(call("Try"), READY), [DROP], [])],
                    helpers=[attempt])

    def test_a_helper_with_an_out_parameter(self):
        attempt = helper("Try", [(pointer("BOOLEAN"), "Held")], [
            let(Deref(Var("Held")), Choice(equal(TRY, SUCCESS), TRUE, FALSE))], "VOID", [TIME])
        self.is_whole([do(call("Try", AddressOf(Var("flag")))), If(Var("flag"), [DROP], [])], FLAG,
                      helpers=[attempt])

    def test_locals_are_new_in_each_call(self):
        once = helper("Once", [], [If(Var("flag"), [TAKE], []), let("flag", TRUE)], "VOID", [FLAG])
        self.is_whole([do(call("Once")), do(call("Once"))], helpers=[once])


class Enumerated(unittest.TestCase):
    """The search that remembers finds what the one that does not finds."""

    WANTED = 250
    STEPS = 3_000

    def test_random_programs(self):
        compared, broken, seed = 0, 0, 0
        while compared < self.WANTED:
            seed += 1
            program = generate(f"enumerated {seed}", "P_")
            for reach in ("narrow", "wide"):
                try:
                    expected = enumerate_paths(program, reach, self.STEPS)
                    found = check(program, reach)
                except Unsupported:
                    break
                self.assertEqual(set(found.broken), set(expected.broken), f"seed {seed}")
                if len(found.broken) < 2:
                    self.assertEqual(found.is_doubtful, expected.is_doubtful, f"seed {seed}")
                compared += 1
                broken += bool(found.broken)
        # Neither side is empty.
        self.assertGreater(broken, self.WANTED // 10)
        self.assertLess(broken, self.WANTED)


if __name__ == "__main__":
    names = {"known": "Known", "enumerate": "Enumerated"}
    if sys.argv[1:] and sys.argv[1] not in names:
        sys.exit(f"oracle_test.py: there is no {sys.argv[1]}; there are {', '.join(names)}")
    unittest.main(argv=[sys.argv[0], *(names[name] for name in sys.argv[1:])])
