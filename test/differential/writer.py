"""Writes the body of one function: blocks of statements that leave the locks as
they found them. The sections in which a lock is held are in sections.py, helpers
in helpers.py, loops in loops.py."""

from helpers import Helpers
from loops import Loops
from phrases import (FAILURES, FALSE, SUCCESS, TRUE, both, call, differ, do, equal, give, let,
                     number, succeeded)
from program import (FLAGS, LOCK, AddressOf, Assign, Binary, Break, Call, Case, Choice, Continue,
                     Field, Global, Goto, If, Local, Not, Switch, Var, pointer)
from sections import Sections
from world import CONTEXT_POINTER, MAX_NESTING, PAIR, struct_pointer_of


class Writer(Sections, Loops, Helpers):
    def __init__(self, world, function, depth):
        self.world = world
        self.random = world.random
        self.function = function
        self.depth = depth  # calls below the callback
        self.context = None  # the local that is the device's context
        self.device = None  # expressions, where the function has such objects
        self.device_is_typed = False
        self.queue = None
        self.given = {}  # Place -> the expression for a lock that was passed
        self.copies = {}  # Place -> a local with a copy of its handle
        self.pairs = {}  # Place of a LOCK_PAIR -> a local that points to it
        self.inputs = []  # (kind, expression) of unknown parameters
        self.flags = []  # locals of type BOOLEAN, of whatever value
        self.busy = set()  # places that are held here or by a caller, or dead
        self.held = []
        self.loops = []  # for each loop around: how many locks were held before it
        self.breakable = []  # "loop" or "switch", for each around
        self.exits = []  # (label, how many locks are held there), to jump to
        self.nesting = 0
        self.turns = 1  # of the loops around
        self.may_return = True
        self.has_counted_length = False

    # Words.

    def chance(self, p):
        return self.random.random() < p

    def pick(self, *choices):
        return self.random.choice(choices)

    def feature(self, name):
        self.world.feature(name)

    def spend(self, count=1):
        self.world.budget -= count

    def new_local(self, t, base, value):
        names = {local.name for local in self.function.locals} | {
            name for _, name in self.function.params}
        name, number_ = base, 1
        while name in names:
            number_ += 1
            name = f"{base}{number_}"
        self.function.locals.append(Local(t, name, value))
        return name

    def local(self, t, base, value):
        """A local of that name and type: one that is there, or a new one."""
        if self.chance(0.5):
            for local in self.function.locals:
                if local.name == base and local.type == t:
                    return base
        return self.new_local(t, base, value)

    # Contexts and locks.

    def get_context(self):
        """An expression for the device's context; None if there is none here."""
        fetched = self.world.context_from(self.device, self.queue)
        if fetched is not None and self.chance(0.03):
            fetched = self.fetch_in_helper(fetched)
        if self.context and (fetched is None or self.chance(0.8)):
            return Var(self.context)
        if fetched is not None and self.context:
            self.feature("context fetched anew")
        return fetched

    def spell(self, place):
        """An expression for the handle at PLACE; None if it cannot be reached
        from here."""
        if place in self.copies and self.chance(0.5):
            self.feature("copy of a handle")
            return Var(self.copies[place])
        if place in self.given:
            return self.given[place].clone()
        if place.path:
            outer, field = struct_pointer_of(place)
            if outer in self.pairs and self.chance(0.6):
                self.feature("pointer to a nested struct")
                return Field(Var(self.pairs[outer]), field, True)
        if place.root.startswith("Global"):
            return place.below(Global(place.root), False)
        if place.root == "queue":
            return self.queue and place.below(call("GetQueueContext", self.queue.clone()), True)
        context = self.get_context()
        return context and place.below(context, True)

    def handle_of(self, place):
        """As spell(), for its value alone."""
        if self.chance(0.04) and place not in self.given and \
                place.root in ("context", "GlobalLock", "GlobalOtherLock"):
            return self.spell_by_helper(place)
        return self.spell(place)

    def reaches(self, place):
        return place in self.given or place.root.startswith("Global") or \
            (place.root == "queue" and self.queue is not None) or \
            (place.root == "context" and
             (self.context or self.world.context_from(self.device, self.queue)) is not None)

    def free_places(self):
        return [place for place in self.world.places
                if place not in self.busy and self.reaches(place)]

    def prepare(self):
        """Declares what the function begins with."""
        if self.context is None and self.chance(0.85):
            fetched = self.world.context_from(self.device, self.queue)
            if fetched is not None:
                self.context = self.new_local(CONTEXT_POINTER, "context", fetched)
        for place in self.world.places:
            if not self.reaches(place):
                continue
            if self.chance(0.12):
                value = self.spell(place)
                self.copies[place] = self.new_local(LOCK, "lock", value)
            if place.path and place.path[-1] in ("First", "Second") and self.chance(0.3):
                outer, field = struct_pointer_of(place)
                if outer not in self.pairs and place not in self.given:
                    base = self.spell(place)
                    if type(base) is Field and not base.arrow:
                        self.pairs[outer] = self.new_local(pointer(PAIR), "pair",
                                                           AddressOf(base.base))

    # Conditions.

    def condition(self, nesting=0):
        """Some condition, most often an unknown one."""
        makers = [self.opaque_condition] * 4
        if self.inputs:
            makers += [self.input_condition] * 3
        if self.flags:
            makers += [lambda: self.flag_test(Var(self.random.choice(self.flags)))] * 2
        makers += [self.memory_condition, self.status_condition]
        if nesting < 2:
            makers += [lambda: self.compound_condition(nesting)]
        return self.random.choice(makers)()

    def opaque_condition(self):
        context = self.get_context()
        makers = [lambda: call("IsReady"),
                  lambda: Binary(self.pick("==", "!=", ">", "<"), call("GetMode"),
                                 number(self.random.randrange(1, 5)))]
        if context is not None:
            makers.append(lambda: call("CheckContext", context))
        test = self.random.choice(makers)()
        return test if self.chance(0.7) else Not(test)

    def input_condition(self):
        kind, expression = self.random.choice(self.inputs)
        return self.input_test(kind, expression.clone())

    def input_test(self, kind, e):
        if kind == "bits":
            test = Binary("&", e, number(1 << self.random.randrange(3)))
            return test if self.chance(0.5) else differ(test, number(0))
        if kind == "truth":
            return self.flag_test(e)
        if isinstance(kind, int):
            # The counter of a loop of so many turns.
            return Binary(self.pick("==", "==", "!=", "<", ">="), e,
                          number(self.random.choice([0, 1, kind // 2, kind - 1, kind])))
        if kind == "code":
            return Binary(self.pick("==", "!="), e, number(self.random.randrange(1, 6)))
        return Binary(self.pick("==", "!=", "<", "<=", ">", ">="), e,
                      number(self.pick(1, 2, 4, 8, 64)))

    def flag_test(self, e, value=True):
        """A test of the BOOLEAN E for VALUE."""
        if value:
            return self.pick(e, e, e, differ(e, FALSE), Not(equal(e, FALSE)), equal(e, TRUE))
        return self.pick(Not(e), Not(e), equal(e, FALSE))

    def memory_condition(self):
        """Of what unseen code may change."""
        context = self.get_context()
        self.feature("condition on memory")
        makers = [lambda: self.flag_test(Global("GlobalEnabled")),
                  lambda: Binary(self.pick(">", "=="), Global("GlobalCount"), number(2))]
        if context is not None:
            makers += [lambda: self.flag_test(Field(context, "Ready", True)),
                       lambda: Binary(self.pick(">", "=="), Field(context, "Count", True),
                                      number(3)),
                       lambda: Binary("&", Field(context, "Flags", True), number(self.pick(1, 2))),
                       lambda: succeeded(Field(context, "LastStatus", True))]
        return self.random.choice(makers)()

    def status_condition(self):
        start = self.opaque_status()
        if self.chance(0.5):
            return self.pick(succeeded(start), Not(succeeded(start)), equal(start, SUCCESS),
                             differ(start, SUCCESS))
        status = Var(self.local("NTSTATUS", "status", SUCCESS))
        test = Assign(status, start)
        return self.pick(succeeded(test), Not(succeeded(test)), equal(test, SUCCESS),
                         Binary("<", test, number(0)))

    def opaque_status(self):
        context = self.get_context()
        if context is not None and self.chance(0.4):
            return call("StartContext", context)
        return call("Start")

    def compound_condition(self, nesting):
        left, right = self.condition(nesting + 1), self.condition(nesting + 1)
        return self.pick(both(left, right), Binary("||", left, right), Not(left))

    def stable_condition(self):
        """Statements, and a maker of tests that give the same each time where
        nobody changes what they read."""
        makers = [self.stable_flag] * 4 + [self.stable_status, self.stable_mode, self.stable_flags,
                                           self.stable_memory, self.stable_pair]
        if self.inputs:
            makers += [self.stable_input] * 3
        return self.random.choice(makers)()

    def stable_flag(self):
        self.feature("correlated flag")
        value = self.pick(call("IsReady"), call("IsReady"), self.condition())
        if type(value) is Call and self.chance(0.3) and not value.args and self.turns == 1:
            name = self.new_local("BOOLEAN", "flag", value)
            before = []
        else:
            name = self.new_local("BOOLEAN", "flag", FALSE)
            before = self.set_flag(name, value)
        self.flags.append(name)
        return before, lambda: self.flag_test(Var(name))

    def set_flag(self, name, value):
        """Makes the BOOLEAN local tell whether VALUE is true."""
        if type(value) is Call:
            return [let(name, value)]
        way = self.random.randrange(3)
        if way == 0:
            return [let(name, Choice(value, TRUE, FALSE))]
        if way == 1:
            return [If(value, [let(name, TRUE)], [let(name, FALSE)])]
        return [let(name, FALSE), If(value, [let(name, TRUE)], [])]

    def stable_status(self):
        self.feature("correlated status")
        name = self.new_local("NTSTATUS", "result", SUCCESS)
        test = self.pick(succeeded, lambda s: equal(s, SUCCESS), lambda s: differ(s, SUCCESS))
        return [let(name, self.opaque_status())], lambda: test(Var(name))

    def stable_mode(self):
        self.feature("correlated number")
        name = self.new_local("ULONG", "mode", number(0))
        value, op = number(self.random.randrange(1, 4)), self.pick("==", ">", "!=")
        return [let(name, call("GetMode"))], lambda: Binary(op, Var(name), value)

    def stable_flags(self):
        self.feature("correlated bit")
        name = self.new_local(FLAGS, "bits", number(0))
        bit = number(1 << self.random.randrange(4))
        return [let(name, call("GetFlags"))], lambda: Binary("&", Var(name), bit)

    def stable_memory(self):
        test = self.memory_condition()
        return [], test.clone

    def stable_pair(self):
        before, one = self.stable_flag()
        more, two = self.stable_flag()
        op = self.pick("&&", "||")
        return before + more, lambda: Binary(op, one(), two())

    def stable_input(self):
        self.feature("correlated input")
        kind, expression = self.random.choice(self.inputs)
        test = self.input_test(kind, expression.clone())
        if kind != "number" or type(test) is not Binary:
            return [], test.clone
        # The same, said in another way.
        other = {">": ">=", "<=": "<"}.get(test.op)
        return [], lambda: test.clone() if not other or self.chance(0.6) else Binary(
            other, test.left.clone(), number(test.right.value + 1))

    # Blocks.

    def block(self, pieces=None):
        """Statements that leave the locks as they were."""
        count = pieces or self.pick(1, 1, 2, 2, 3)
        self.nesting += 1
        statements = []
        for _ in range(count):
            if self.world.budget <= 0:
                break
            statements += self.piece()
        self.nesting -= 1
        return statements or [self.plain_statement()]

    def piece(self):
        makers = [(3, lambda: [self.plain_statement()]), (2, self.change_memory),
                  (1, self.change_flag)]
        if self.nesting <= MAX_NESTING:
            makers += [(4, self.branch), (2, self.switch), (4, self.loop), (3, self.work_in_helper)]
            if self.free_places():
                makers += [(26, self.section)]
        if self.held and self.nesting <= MAX_NESTING:
            makers += [(2, self.drop_for_a_while), (1, self.try_what_is_held)]
        if self.may_return and (self.nesting > 1 or self.depth):
            makers += [(3, self.early_return)]
        if self.loops and self.loop_is_innermost():
            makers += [(3, self.leave_turn)]
        weights = [weight for weight, _ in makers]
        maker = self.random.choices([maker for _, maker in makers], weights)[0]
        self.spend()
        return maker()

    def loop_is_innermost(self):
        return self.breakable and self.breakable[-1] == "loop"

    def plain_statement(self):
        context = self.get_context()
        makers = [lambda: do(call("Work"))] * 2
        if context is not None:
            makers += [lambda: do(call("UseContext", context))] * 2
        if self.device is not None and self.device_is_typed:
            makers += [lambda: do(call("UseDevice", self.device.clone()))]
        if self.chance(0.1):
            return self.framework_statement()
        statement = self.random.choice(makers)()
        self.feature("opaque call that gets the context" if statement.value.args
                     else "opaque call that gets nothing")
        return statement

    def framework_statement(self):
        """A call of the framework that is about other things."""
        self.feature("other call of the framework")
        places = [place for place in self.world.places if self.reaches(place)]
        if places and self.chance(0.5):
            return do(call(self.pick("WdfObjectReference", "WdfObjectDereference"),
                           self.spell(self.random.choice(places))))
        requests = [Var(name) for t, name in self.function.params if t == "WDFREQUEST"]
        if not requests:
            return do(call("Work"))
        return do(call("WdfRequestComplete", requests[0], self.pick(SUCCESS, *FAILURES)))

    def change_memory(self):
        context = self.get_context()
        makers = [lambda: let(Global("GlobalEnabled"), self.pick(TRUE, FALSE)),
                  lambda: let(Global("GlobalCount"), number(self.pick(0, 2, 3)))]
        if context is not None:
            makers += [lambda: let(Field(context, "Ready", True), self.pick(TRUE, FALSE)),
                       lambda: let(Field(context, "Count", True), number(self.pick(0, 3))),
                       lambda: let(Field(context, "LastStatus", True), self.opaque_status())]
        return [self.random.choice(makers)()]

    def change_flag(self):
        if not self.flags or self.chance(0.3):
            self.flags.append(self.new_local("BOOLEAN", "flag", self.pick(TRUE, FALSE)))
        name = self.random.choice(self.flags)
        if self.chance(0.25):
            self.feature("local given to an opaque call")
            return [do(call("ReadFlag", AddressOf(Var(name))))]
        return self.set_flag(name, self.pick(TRUE, FALSE, call("IsReady"), self.condition()))

    def branch(self):
        self.feature("branch")
        condition = self.condition()
        then = self.block()
        otherwise = self.block() if self.chance(0.4) else []
        return [If(condition, then, otherwise)]

    def switch(self):
        self.feature("switch")
        codes = [e for kind, e in self.inputs if kind in ("code", "number")]
        if codes and self.chance(0.6):
            value = self.random.choice(codes).clone()
        elif self.chance(0.5):
            value = call("GetMode")
        else:
            value = Var(self.new_local("ULONG", "mode", number(0)))
            return [let(value, call("GetMode")), Switch(value.clone(), self.cases())]
        return [Switch(value, self.cases())]

    def cases(self):
        self.breakable.append("switch")
        labels = self.random.sample(range(1, 8), self.random.randrange(1, 4))
        cases = []
        for label in labels:
            case = Case([number(label)], self.block(1))
            if self.chance(0.15):
                case.labels.append(number(label + 10))
            cases.append(case)
            if self.chance(0.75) or self.ends(case.body):
                case.body.append(Break())
            else:
                self.feature("fallthrough")
        if self.chance(0.6):
            cases.insert(self.pick(len(cases), len(cases), 0), Case([None], self.block(1)))
            if self.chance(0.8):
                cases[-1 if cases[-1].labels == [None] else 0].body.append(Break())
        self.breakable.pop()
        return cases

    @staticmethod
    def ends(body):
        return bool(body) and type(body[-1]) in (Break, Continue, Goto)

    # Ways out.

    def release_since(self, count):
        """Statements that release what is held above the first COUNT locks."""
        statements = []
        for held in reversed(self.held[count:]):
            statements += held.release()
        return statements

    def leave_function(self):
        """Statements that release all and return."""
        self.feature("early return")
        return self.release_since(0) + [give(self.some_result())]

    def some_result(self):
        returns = self.function.returns
        if returns == "VOID":
            return None
        if returns == "BOOLEAN":
            return self.pick(TRUE, FALSE)
        if returns == "ULONG":
            return number(self.random.randrange(3))
        statuses = [Var(local.name) for local in self.function.locals
                    if local.type == "NTSTATUS"]
        return self.pick(SUCCESS, *FAILURES, *statuses * 3)

    def early_return(self):
        leave = self.leave_somehow() if self.exits else self.leave_function()
        return [If(self.condition(), self.maybe_work() + leave, [])]

    def maybe_work(self):
        return [self.plain_statement()] if self.chance(0.3) else []

    def leave_turn(self):
        self.feature("break" if (leaves := self.chance(0.5)) else "continue")
        return [If(self.condition(), self.maybe_work() + self.release_since(self.loops[-1]) +
                   [Break() if leaves else Continue()], [])]

    def leave_somehow(self):
        """Statements that leave the innermost loop or the function; None if
        neither may be left here."""
        ways = []
        if self.loops and self.loop_is_innermost():
            ways += [lambda: self.release_since(self.loops[-1]) + [self.pick(Break(), Continue())]]
        if self.may_return:
            ways += [self.leave_function]
        if self.exits:
            label, count = self.random.choice(self.exits)
            ways += [lambda: self.release_since(count) + [Goto(label)]] * 2
        return self.random.choice(ways)() if ways else None

    # The pieces in which a held lock is not held.

    def drop_for_a_while(self):
        """Releases what is held, and acquires it again."""
        held = self.held[-1]
        if held.acquire is None:
            return [self.plain_statement()]
        self.feature("released and acquired again")
        statements = held.release() + [self.plain_statement()] + held.acquire()
        if self.chance(0.4):
            return [If(self.condition(), statements, [])]
        return statements
