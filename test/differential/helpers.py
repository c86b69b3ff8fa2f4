"""The driver's own functions that its callback calls, and how locks come to
them."""

from phrases import (FAILURES, FALSE, NULL, SUCCESS, TIMEOUT, TRUE, call, do, equal, give, let,
                     number, succeeded)
from program import (LOCK, AddressOf, Break, Case, Choice, Deref, Field, Function, Global, If, Not,
                     Switch, Var, pointer, walk)
from world import CONTEXT_POINTER, GETTER, MAX_NESTING, PAIR, struct_pointer_of

MAX_DEPTH = 4


class Passing:
    """How a lock, or what leads to it, is passed to a helper."""

    def __init__(self, kind, params, args, equip):
        self.kind = kind
        self.params = params  # of (type, name)
        self.args = args  # expressions of the caller
        self.equip = equip  # tells the helper's writer what the parameters are


class Helpers:
    """A part of Writer (writer.py)."""

    # How a helper gets at a lock.

    def passings(self, place):
        """The ways to give a helper the lock of PLACE."""
        ways = []

        def by_handle():
            def equip(writer):
                writer.given[place] = Var("Lock")
            return Passing("handle", [(LOCK, "Lock")], [self.spell(place)], equip)

        def by_pointer():
            def equip(writer):
                writer.given[place] = Deref(Var("Lock"))
            handle = self.spell(place)
            return Passing("pointer to a handle", [(pointer(LOCK), "Lock")], [AddressOf(handle)],
                           equip)

        def by_pair():
            outer, field = struct_pointer_of(place)

            def equip(writer):
                writer.given[place] = Field(Var("Pair"), field, True)
            base = self.spell(place)
            if base.arrow:
                return Passing("pointer to a nested struct", [(pointer(PAIR), "Pair")],
                               [base.base], equip)
            return Passing("pointer to a nested struct", [(pointer(PAIR), "Pair")],
                           [AddressOf(base.base)], equip)

        def by_context():
            def equip(writer):
                writer.context = "Context"
            return Passing("context", [(CONTEXT_POINTER, "Context")], [self.get_context()], equip)

        def by_queue():
            def equip(writer):
                writer.queue = Var("Queue")
            return Passing("queue", [("WDFQUEUE", "Queue")], [self.queue.clone()], equip)

        def by_device():
            def equip(writer):
                writer.device, writer.device_is_typed = Var("Device"), True
            return Passing("device", [("WDFDEVICE", "Device")], [self.device.clone()], equip)

        def by_nothing():
            return Passing("nothing", [], [], lambda writer: None)

        ways = [by_handle, by_pointer]
        if place.path and place.path[-1] in ("First", "Second") and place not in self.given and \
                place not in self.copies:
            ways += [by_pair] * 2
        if place not in self.given:
            if place.root.startswith("Global"):
                ways += [by_nothing] * 2
            elif place.root == "context":
                if self.get_context() is not None:
                    ways += [by_context] * 4
                if self.world.context_from(None, None) is not None:
                    ways += [by_nothing]
                if self.queue is not None and \
                        self.world.context_from(None, Var("Queue")) is not None:
                    ways += [by_queue]
                if self.world.way == GETTER and self.device is not None and self.device_is_typed:
                    ways += [by_device] * 2
            elif self.queue is not None:
                ways += [by_queue] * 2
        return ways

    def pass_lock(self, place):
        passing = self.random.choice(self.passings(place))()
        self.feature(f"lock passed as {passing.kind}")
        return passing

    def start_helper(self, name, returns, passing, more=()):
        """A writer for a new helper, of the parameters of PASSING and MORE."""
        function = Function(name, returns, passing.params + list(more))
        writer = type(self)(self.world, function, self.depth + 1)
        passing.equip(writer)
        writer.busy = set(self.busy)
        writer.turns = self.turns
        self.feature(f"helpers of {min(self.depth + 1, 4)} levels")
        return writer

    def finish_helper(self, writer, body):
        writer.function.body = body
        self.world.program.functions.append(writer.function)
        return writer.function.name

    def helper(self, what, returns, place, passing, make_body, more=()):
        """The name of a helper that does WHAT to the lock of PLACE: one that
        there is, or a new one whose statements MAKE_BODY makes."""
        # With the handle itself, one helper does for all locks.
        key = (what, passing.kind, None if "handle" in passing.kind else place)
        known = self.world.helpers.get(key)
        if known and self.chance(0.7):
            self.feature("helper called again")
            return known
        writer = self.start_helper(self.world.new_name(what), returns, passing, more)
        name = self.finish_helper(writer, make_body(writer))
        self.world.helpers[key] = name
        return name

    # Helpers that only find a lock or a context.

    def spell_by_helper(self, place):
        """The handle at PLACE as what a helper returns."""
        context = place.root == "context" and self.get_context()
        if context is None:
            return None
        self.feature("helper returns a handle")
        key = ("Find", place)
        if key not in self.world.helpers:
            name = self.world.new_name("PickLock")
            function = Function(name, LOCK, [(CONTEXT_POINTER, "Context")] if context else [])
            base = Var("Context") if context else Global(place.root)
            function.body = [give(place.below(base, bool(context)))]
            self.world.program.functions.append(function)
            self.world.helpers[key] = name
        return call(self.world.helpers[key], *([context] if context else []))

    def fetch_in_helper(self, fetched):
        """FETCHED, an expression for the device's context, from a helper."""
        params = [(t, name) for t, name in (("WDFDEVICE", "Device"), ("WDFQUEUE", "Queue"))
                  if any(type(node) is Var and node.name == name for node in walk(fetched))]
        if len(params) != 1 or (params[0][0] == "WDFDEVICE" and not self.device_is_typed):
            return fetched
        self.feature("helper returns a context")
        key = ("Fetch", params[0])
        if key not in self.world.helpers:
            name = self.world.new_name("FetchContext")
            function = Function(name, CONTEXT_POINTER, params)
            function.body = [give(fetched)]
            self.world.program.functions.append(function)
            self.world.helpers[key] = name
        return call(self.world.helpers[key], Var(params[0][1]))

    # Helpers that acquire for their caller and release for it.

    def enter_helper(self, place):
        """A statement that acquires the lock of PLACE in a helper."""
        passing = self.pass_lock(place)

        def body(writer):
            if writer.depth < MAX_DEPTH and writer.chance(0.35):
                statements = [writer.enter_helper(place)]
            else:
                statements = writer.plain_acquire(place)
            return writer.maybe_work() + statements + writer.maybe_work()

        return do(call(self.helper("Enter", "VOID", place, passing, body), *passing.args))

    def leave_helper(self, place):
        passing = self.pass_lock(place)

        def body(writer):
            if writer.depth < MAX_DEPTH and writer.chance(0.35):
                statements = [writer.leave_helper(place)]
            else:
                statements = writer.release_at(place)
            return writer.maybe_work() + statements + writer.maybe_work()

        return do(call(self.helper("Leave", "VOID", place, passing, body), *passing.args))

    def leave_if_helper(self, place, flag):
        """A statement that calls a helper that releases where FLAG is true."""
        passing = self.pass_lock(place)

        def body(writer):
            if writer.chance(0.5):
                return [If(Not(Var("Held")), [give()], [])] + writer.release_at(place)
            return [If(Var("Held"), writer.release_at(place), [])]

        name = self.helper("LeaveIf", "VOID", place, passing, body, [("BOOLEAN", "Held")])
        return do(call(name, *passing.args, flag))

    def set_helper(self, place, value):
        """A statement that calls a helper that acquires or releases."""
        passing = self.pass_lock(place)
        self.feature("helper that acquires or releases")

        def body(writer):
            return [If(Var("Acquire"), writer.plain_acquire(place), writer.release_at(place))]

        name = self.helper("Set", "VOID", place, passing, body, [("BOOLEAN", "Acquire")])
        return do(call(name, *passing.args, value))

    def section_by_helpers(self, place):
        self.feature("helpers acquire and release")
        if self.depth >= MAX_DEPTH:
            return self.plain_section(place)
        if self.chance(0.15):
            body = self.while_held(place, lambda: [self.set_helper(place, FALSE)])
            return [self.set_helper(place, TRUE)] + body + [self.set_helper(place, FALSE)]
        # One of the two may do without a helper.
        direct = self.random.randrange(5)

        def acquire_it():
            return self.plain_acquire(place) if direct == 0 else [self.enter_helper(place)]

        def release_it():
            return self.release_at(place) if direct == 1 else [self.leave_helper(place)]

        before, test = ([], None)
        if self.chance(0.2):
            before, test = self.stable_condition()
        if test is None:
            body = self.while_held(place, release_it, acquire_it)
            return acquire_it() + body + release_it()
        if self.chance(0.5):
            flag = Var(self.new_local("BOOLEAN", "held", FALSE))
            release_flagged = lambda: [self.leave_if_helper(place, flag)]
            take = [let(flag, Choice(test(), TRUE, FALSE)), If(flag, acquire_it(), [])]
            return before + take + self.while_held(place, release_flagged) + release_flagged()
        release_tested = lambda: [If(test(), release_it(), [])]
        return before + [If(test(), acquire_it(), [])] + \
            self.while_held(place, release_tested) + release_tested()

    # Helpers that tell whether they acquired.

    def section_by_trying_helper(self, place):
        self.feature("helper tells whether it acquired")
        if self.depth >= MAX_DEPTH:
            return self.timed_section(place)
        return self.pick(self.try_by_status, self.try_by_status, self.try_by_boolean,
                         self.try_by_out_parameter, self.try_by_code)(place)

    def release_directly_or_not(self, place):
        if self.chance(0.3):
            return [self.leave_helper(place)]
        return self.release_at(place)

    def try_by_status(self, place):
        self.feature("helper returns a status")
        if self.chance(0.2):
            return self.try_within(place)
        passing = self.pass_lock(place)
        way = self.random.randrange(5)

        def body(writer):
            status = Var(writer.new_local("NTSTATUS", "status", SUCCESS))
            attempt = writer.acquire_at(place, writer.timeout()) if way != 3 else None
            if way == 0:
                return [give(attempt)]
            if way == 1:
                return [let(status, attempt),
                        If(writer.success_test(status)[1], [give(writer.pick(*FAILURES))], []),
                        give(status)]
            if way == 2:
                return [let(status, attempt),
                        If(equal(status, TIMEOUT), [let(status, writer.pick(*FAILURES))], []),
                        give(status)]
            if way == 3:
                return [let(status, writer.opaque_status()),
                        If(Not(succeeded(status)), [give(status)], [])] + \
                    writer.plain_acquire(place) + [give(SUCCESS)]
            return [let(status, writer.opaque_status()),
                    If(succeeded(status),
                       [If(writer.success_test(attempt)[1], [give(TIMEOUT)],
                           [let(status, SUCCESS)])], []),
                    give(status)]

        name = self.helper(f"TryStatus{way}Of", "NTSTATUS", place, passing, body)
        attempt = call(name, *passing.args)
        # Way 1 to 3 return a failure where they did not acquire.
        if way in (1, 2, 3) and self.chance(0.7):
            tests = (lambda v: succeeded(v)), (lambda v: Not(succeeded(v)))
        else:
            tests = (lambda v: equal(v, SUCCESS)), (lambda v: Not(equal(v, SUCCESS)))
        return self.after_attempt(place, attempt, "NTSTATUS", *tests)

    def try_within(self, place):
        """The caller gives the time-out, or none."""
        self.feature("helper takes the time-out")
        passing = self.pass_lock(place)

        def body(writer):
            attempt = writer.acquire_at(place, Var("Timeout"))
            if writer.chance(0.5):
                return [give(attempt)]
            status = Var(writer.new_local("NTSTATUS", "status", SUCCESS))
            return [let(status, attempt)] + writer.maybe_work() + [give(status)]

        name = self.helper("AcquireWithin", "NTSTATUS", place, passing, body,
                           [(pointer("LONGLONG"), "Timeout")])
        timeout = self.timeout()
        way = self.random.randrange(3)
        if way == 0:
            release_it = lambda: self.release_directly_or_not(place)
            return [do(call(name, *passing.args, NULL))] + \
                self.while_held(place, release_it) + release_it()
        if way == 1:
            timeout = Choice(self.condition(), timeout, NULL)
        return self.after_attempt(place, call(name, *passing.args, timeout), "NTSTATUS",
                                  lambda v: equal(v, SUCCESS), lambda v: Not(equal(v, SUCCESS)))

    def after_attempt(self, place, attempt, returns, yes, no):
        """What a caller does with what a helper that may have acquired says."""
        release_it = lambda: self.release_directly_or_not(place)
        value, before = attempt, []
        way = self.random.randrange(4)
        if way:
            zero = SUCCESS if returns == "NTSTATUS" else number(0)
            value = Var(self.new_local(returns, "result", zero))
            before = [let(value, attempt)]
        if way == 3:
            release_tested = lambda: [If(yes(value), release_it(), [])]
            return before + self.while_held(place, release_tested) + release_tested()
        leave = way == 2 and self.leave_somehow()
        if leave:
            return before + [If(no(value), leave, [])] + \
                self.while_held(place, release_it) + release_it()
        otherwise = self.block(1) if self.chance(0.2) else []
        return before + [If(yes(value), self.while_held(place, release_it) + release_it(),
                            otherwise)]

    def try_by_boolean(self, place):
        self.feature("helper returns a boolean")
        passing = self.pass_lock(place)
        way = self.random.randrange(3)

        def body(writer):
            if way == 0:
                test = writer.success_test(writer.acquire_at(place, writer.timeout()))[0]
                return [give(writer.pick(test, Choice(test, TRUE, FALSE)))]
            if way == 1:
                return [If(writer.condition(), [give(FALSE)], [])] + \
                    writer.plain_acquire(place) + [give(TRUE)]
            held = Var(writer.new_local("BOOLEAN", "held", FALSE))
            return [If(writer.condition(), writer.plain_acquire(place) + [let(held, TRUE)], []),
                    give(held)]

        name = self.helper(f"TryFlag{way}Of", "BOOLEAN", place, passing, body)
        return self.after_attempt(place, call(name, *passing.args), "BOOLEAN",
                                  self.flag_test, lambda v: self.flag_test(v, False))

    def try_by_out_parameter(self, place):
        self.feature("helper with an out-parameter")
        passing = self.pass_lock(place)
        way = self.random.randrange(2)

        def body(writer):
            out = Deref(Var("Held"))
            if way == 0:
                return [let(out, FALSE),
                        If(writer.condition(), writer.plain_acquire(place) + [let(out, TRUE)], [])]
            test = writer.success_test(writer.acquire_at(place, writer.timeout()))[0]
            return [If(test, [let(out, TRUE)], [let(out, FALSE)])]

        name = self.helper(f"TryOut{way}Of", "VOID", place, passing, body,
                           [(pointer("BOOLEAN"), "Held")])
        flag = Var(self.new_local("BOOLEAN", "held", FALSE))
        release_it = lambda: [If(self.flag_test(flag), self.release_directly_or_not(place), [])]
        return [do(call(name, *passing.args, AddressOf(flag)))] + \
            self.while_held(place, release_it) + release_it()

    def try_by_code(self, place):
        self.feature("helper returns a number")
        passing = self.pass_lock(place)

        def body(writer):
            return [If(writer.condition(), [give(number(0))], []),
                    If(writer.condition(), writer.plain_acquire(place) + [give(number(1))], []),
                    give(number(2))]

        name = self.helper("TryCodeOf", "ULONG", place, passing, body)
        if self.chance(0.5):
            value = Var(self.new_local("ULONG", "code", number(0)))
            self.breakable.append("switch")
            cases = [Case([number(1)], self.while_held(
                place, lambda: self.release_at(place)) + self.release_at(place) + [Break()]),
                Case([None], self.block(1) + [Break()])]
            self.breakable.pop()
            return [let(value, call(name, *passing.args)), Switch(value, cases)]
        return self.after_attempt(place, call(name, *passing.args), "ULONG",
                                  lambda v: equal(v, number(1)),
                                  lambda v: Not(equal(v, number(1))))

    # Helpers that leave the locks as they were.

    def work_in_helper(self):
        if self.depth >= MAX_DEPTH:
            return [self.plain_statement()]
        ways = [lambda: Passing("nothing", [], [], lambda writer: None)]
        context = self.get_context()
        if context is not None:
            def equip(writer):
                writer.context = "Context"
            ways += [lambda: Passing("context", [(CONTEXT_POINTER, "Context")], [context],
                                     equip)] * 3
        if self.device is not None and self.device_is_typed:
            def equip_device(writer):
                writer.device, writer.device_is_typed = Var("Device"), True
            ways += [lambda: Passing("device", [("WDFDEVICE", "Device")], [self.device.clone()],
                                     equip_device)]
        if self.queue is not None:
            def equip_queue(writer):
                writer.queue = Var("Queue")
            ways += [lambda: Passing("queue", [("WDFQUEUE", "Queue")], [self.queue.clone()],
                                     equip_queue)]
        passing = self.random.choice(ways)()
        returns = self.pick("VOID", "VOID", "NTSTATUS", "BOOLEAN")
        more, args = [], list(passing.args)
        if self.chance(0.35):
            value = self.pick(call("GetMode"), number(self.random.randrange(4)))
            more, args = [("ULONG", "Mode")], args + [value]
        elif self.chance(0.25):
            value = Var(self.random.choice(self.flags)) if self.flags else self.pick(TRUE, FALSE)
            more, args = [("BOOLEAN", "Enabled")], args + [value]
        known = self.world.helpers.get(("Handle", passing.kind, returns, bool(more)))
        if known and self.chance(0.4):
            name, uses, kinds = known
            if not uses & self.busy and kinds == [t for t, _ in more]:
                self.feature("helper called again")
                return self.use_result(call(name, *args), returns)
        writer = self.start_helper(self.world.new_name("Handle"), returns, passing, more)
        if more:
            writer.inputs.append(("code" if more[0][0] == "ULONG" else "truth", Var(more[0][1])))
        writer.prepare()
        if not writer.free_places():
            # What has nothing to do with locks is not worth many words.
            writer.nesting = MAX_NESTING - 1
        body = writer.block()
        if returns != "VOID":
            body.append(give(writer.some_result()))
        name = self.finish_helper(writer, body)
        uses = set(self.world.places) - self.busy
        self.world.helpers["Handle", passing.kind, returns, bool(more)] = (
            name, uses, [t for t, _ in more])
        return self.use_result(call(name, *args), returns)

    def use_result(self, value, returns):
        if returns == "VOID" or self.chance(0.3):
            return [do(value)]
        if returns == "BOOLEAN":
            if self.chance(0.5):
                return [If(self.flag_test(value), self.block(1), [])]
            flag = self.new_local("BOOLEAN", "flag", FALSE)
            self.flags.append(flag)
            return [let(flag, value)]
        status = Var(self.local("NTSTATUS", "status", SUCCESS))
        leave = self.chance(0.4) and self.leave_somehow()
        return [let(status, value),
                If(Not(succeeded(status)), leave or self.block(1), [])]
