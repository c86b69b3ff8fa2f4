"""From a function (program.py) to steps (machine.py)."""

from counters import find_caps
from liveness import find_dead
from program import (DDIS, FRAMEWORK, GETTERS, RANGES, AddressOf, Assign, Binary, Break, Call,
                     Choice, Const, Continue, Deref, Do, DoWhile, Field, For, Global, Goto, If,
                     Index, Label, Not, NtSuccess, Return, Step, Switch, Var, While, walk)
from state import COMPARE, Fresh, Many, Pointer, Unsupported

_ARITHMETIC = {"+": lambda a, b: a + b, "-": lambda a, b: a - b, "*": lambda a, b: a * b,
               "%": lambda a, b: a % b}


def _may_choose(e):
    """Whether E may depend on something unknown."""
    return any(type(node) in (Not, NtSuccess, Choice, Binary, Index) or
               (type(node) is Call and node.name in ("WdfWaitLockCreate", "WdfWaitLockAcquire"))
               for node in walk(e))


def follow(pointer):
    if pointer.__class__ is not Pointer:
        raise Unsupported("what is no pointer is followed")
    return pointer.cell


class FunctionCompiler:
    """Adds the steps of one function to a machine that has those of its callees.

    The places that steps jump to are targets: numbers that are given out before
    it is known which step they are."""

    def __init__(self, machine, function):
        self.machine = machine
        self.program = machine.program
        self.function = function
        self.slots = {}  # local's name -> (offset in the frame, type)
        self.size = 0
        self.labels = {}  # goto's label -> target
        self.targets = []  # target -> step
        self.breaks, self.continues = [], []
        self.caps = find_caps(self.program, function)
        self.first = len(machine.steps)
        # For each step: the expressions that it evaluates, the local that it sets
        # after, and the targets that may follow; None is the next step.
        self.flow = []

    def add_slot(self, name, t):
        self.slots[name] = (self.size, t)
        self.size += self.machine.size(t)

    def compile(self):
        machine, function = self.machine, self.function
        for t, name in function.params:
            self.add_slot(name, t)
        for local in function.locals:
            self.add_slot(local.name, local.type)
        machine.entries[function.name] = self.first
        for local in function.locals:
            # Arrays and structs begin with zeros, as all cells do.
            if local.value is not None:
                self.do(Assign(Var(local.name), local.value), local)
        self.block(function.body)
        self.emit_return(None, None)
        if any(self.targets[target] is None for target in self.labels.values()):
            raise Unsupported("a goto has no label")
        machine.frames[function.name] = self.size
        flow = [(runs, sets, [self.first + i + 1 if target is None else self.targets[target]
                              for target in to])
                for i, (runs, sets, to) in enumerate(self.flow)]
        machine.dead += find_dead(flow, self.first, self.slots, machine.size)

    # Steps.

    def emit(self, step, node=None, chooses=True, runs=(), sets=None, to=(None,)):
        machine = self.machine
        machine.steps.append(step)
        machine.chooses.append(chooses)
        machine.merges.append(False)
        machine.nodes.append((self.function, node))
        self.flow.append((runs, sets, to))
        return len(machine.steps) - 1

    def new_target(self):
        self.targets.append(None)
        return len(self.targets) - 1

    def place_target(self, target, merge=True):
        """The next step is where jumps to TARGET go. Where only one does, and
        nothing comes there from above, there is no MERGE."""
        self.targets[target] = step = len(self.machine.steps)
        if not merge:
            return
        # A step that does nothing, for the merge to be at.
        self.emit(lambda state: step + 1, chooses=False)
        self.machine.merges[step] = True

    def emit_jump(self, target, node=None):
        targets = self.targets
        self.emit(lambda state: targets[target], node, chooses=False, to=(target,))

    def emit_return(self, e, node):
        machine = self.machine
        value = self.expression(e)[0] if e is not None else None
        falls_off = node is None and self.function.returns != "VOID"

        def step(state):
            if falls_off:
                raise Unsupported("a function ends without its value")
            result = value(state) if value else 0
            if not state.stack:
                machine.leave(state)
                return None
            back, base, offset = state.stack[-1]
            if state.shared:
                state.shared = frozenset(s for s in state.shared if s[0] < state.base)
            del state.cells[state.base:]
            state.base = base
            state.stack = state.stack[:-1]
            if offset is not None:
                state.cells[base + offset] = result
            return back

        self.emit(step, node, runs=() if e is None else (e,), to=())

    def emit_call(self, e, local, node):
        """Calls a function of the program. LOCAL is the name of the variable for
        what it returns, or None."""
        machine, name = self.machine, e.name
        if name not in machine.frames:
            raise Unsupported(f"{name} is called before it is defined")
        args = [self.without_calls(arg) for arg in e.args]
        values = [self.expression(arg)[0] for arg in args]
        offset = None if local is None else self.slots[local][0]
        entry, size = machine.entries[name], machine.frames[name]
        back = len(machine.steps) + 1

        def step(state):
            given = [value(state) for value in values]
            state.stack += ((back, state.base, offset),)
            state.base = len(state.cells)
            state.cells += given
            state.cells += [0] * (size - len(given))
            return entry

        self.emit(step, node, runs=args, sets=local)
        # After the call paths come together.
        self.emit(lambda state: back + 1, chooses=False)
        machine.merges[back] = True

    # Statements.

    def block(self, body):
        for statement in body:
            self.statement(statement)

    def do(self, e, node):
        """A step that evaluates E for its effect."""
        if type(e) is Call and self.program.find(e.name):
            self.emit_call(e, None, node)
            return
        if type(e) is Assign and type(e.value) is Call and self.program.find(e.value.name) and \
                type(e.place) is Var:
            self.emit_call(e.value, e.place.name, node)
            return
        e = self.without_calls(e)
        value, _ = self.expression(e)
        after = len(self.machine.steps) + 1

        def step(state):
            value(state)
            return after

        self.emit(step, node, _may_choose(e), runs=(e,))

    def statement(self, s):
        kind = type(s)
        if kind is Do:
            self.do(s.value, s)
        elif kind is If:
            yes, no, end = self.new_target(), self.new_target(), self.new_target()
            self.branch(s.condition, yes, no)
            self.place_target(yes, merge=False)
            self.block(s.then)
            self.emit_jump(end)
            self.place_target(no, merge=False)
            self.block(s.otherwise)
            self.place_target(end)
        elif kind is Switch:
            self.switch(s)
        elif kind is While:
            head, body, end = self.new_target(), self.new_target(), self.new_target()
            self.place_target(head)
            self.branch(s.condition, body, end)
            self.place_target(body, merge=False)
            self.loop_body(s.body, head, end)
            self.emit_jump(head)
            self.place_target(end)
        elif kind is DoWhile:
            head, again, end = self.new_target(), self.new_target(), self.new_target()
            self.place_target(head)
            self.loop_body(s.body, again, end)
            self.place_target(again)
            self.branch(s.condition, head, end)
            self.place_target(end)
        elif kind is For:
            head, body = self.new_target(), self.new_target()
            again, end = self.new_target(), self.new_target()
            if s.first is not None:
                self.do(s.first, s.first)
            self.place_target(head)
            if s.condition is not None:
                self.branch(s.condition, body, end)
            self.place_target(body, merge=False)
            self.loop_body(s.body, again, end)
            self.place_target(again)
            if s.step is not None:
                self.do(s.step, s.step)
            self.emit_jump(head)
            self.place_target(end)
        elif kind is Break:
            if not self.breaks:
                raise Unsupported("a break is in no loop")
            self.emit_jump(self.breaks[-1], s)
        elif kind is Continue:
            if not self.continues:
                raise Unsupported("a continue is in no loop")
            self.emit_jump(self.continues[-1], s)
        elif kind is Goto:
            self.emit_jump(self.label(s.label), s)
        elif kind is Label:
            target = self.label(s.name)
            if self.targets[target] is not None:
                raise Unsupported("a label is there twice")
            self.place_target(target)
        elif kind is Return:
            if (s.value is None) != (self.function.returns == "VOID"):
                raise Unsupported("a return does not fit its function")
            self.emit_return(None if s.value is None else self.without_calls(s.value), s)
        else:
            raise TypeError(f"not a statement: {s!r}")

    def label(self, name):
        if name not in self.labels:
            self.labels[name] = self.new_target()
        return self.labels[name]

    def loop_body(self, body, again, end):
        self.continues.append(again)
        self.breaks.append(end)
        self.block(body)
        self.continues.pop()
        self.breaks.pop()

    def switch(self, s):
        e = self.without_calls(s.value)
        value, _ = self.expression(e)
        end = self.new_target()
        places = [self.new_target() for _ in s.cases]
        default, labels = end, []
        for case, place in zip(s.cases, places):
            for label in case.labels:
                if label is None:
                    default = place
                else:
                    labels.append((label.value, place))
        if len({number for number, _ in labels}) < len(labels):
            raise Unsupported("a case is there twice")
        targets = self.targets

        def step(state):
            now = value(state)
            for number, place in labels:
                if state.compare("==", now, number):
                    return targets[place]
            return targets[default]

        self.emit(step, s.value, runs=(e,), to=(default, *(place for _, place in labels)))
        self.breaks.append(end)
        for case, place in zip(s.cases, places):
            self.place_target(place)
            self.block(case.body)
        self.breaks.pop()
        self.place_target(end)

    def branch(self, condition, yes, no):
        """Goes to the target YES or NO."""
        if self.calls(condition):
            if type(condition) is Not:
                self.branch(condition.value, no, yes)
                return
            if type(condition) is Binary and condition.op in ("&&", "||"):
                middle = self.new_target()
                if condition.op == "&&":
                    self.branch(condition.left, middle, no)
                else:
                    self.branch(condition.left, yes, middle)
                self.place_target(middle)
                self.branch(condition.right, yes, no)
                return
        e = self.without_calls(condition)
        value, _ = self.expression(e)
        targets = self.targets
        self.emit(lambda state: targets[yes] if state.truth(value(state)) else targets[no],
                  condition, runs=(e,), to=(yes, no))

    # Calls of the program's own functions are steps, before what uses them.

    def calls(self, e):
        return any(type(node) is Call and self.program.find(node.name) for node in walk(e))

    def without_calls(self, e):
        """E, with such calls made before it."""
        if not self.calls(e):
            return e
        kind = type(e)
        if kind is Call and self.program.find(e.name):
            name = f"result {self.size}"
            self.add_slot(name, self.program.find(e.name).returns)
            self.emit_call(e, name, e)
            return Var(name)
        if kind is Choice or (kind is Binary and e.op in ("&&", "||")):
            name = f"result {self.size}"
            self.add_slot(name, "int")
            yes, no, end = self.new_target(), self.new_target(), self.new_target()
            self.branch(e.condition if kind is Choice else e, yes, no)
            self.place_target(yes)
            self.do(Assign(Var(name), e.yes if kind is Choice else Const(1, None)), e)
            self.emit_jump(end)
            self.place_target(no)
            self.do(Assign(Var(name), e.no if kind is Choice else Const(0, None)), e)
            self.place_target(end)
            return Var(name)
        if kind is Call:
            return Call(e.name, [self.without_calls(arg) for arg in e.args])
        return kind(*(self.without_calls(part) if hasattr(part, "clone") else part
                      for part in (getattr(e, name) for name in kind.__slots__)))

    # Expressions without such calls: functions from a state to a value, and the
    # type of it.

    def place(self, e):
        """A function from a state to a cell, and the type of what is in it."""
        kind = type(e)
        if kind is Var:
            offset, t = self.slots[e.name]
            return lambda state: state.base + offset, t
        if kind is Global:
            cell = self.machine.global_cells[e.name]
            return lambda state: cell, self.program.globals[e.name][0]
        if kind is Field:
            if e.arrow:
                base, t = self.expression(e.base)
                offset, of = self.machine.field(t[1][1], e.name)
                return lambda state: follow(base(state)) + offset, of
            base, t = self.place(e.base)
            offset, of = self.machine.field(t[1], e.name)
            return lambda state: base(state) + offset, of
        if kind is Index:
            base, t = self.place(e.base)
            if t[0] != "array":
                raise Unsupported("what is no array is indexed")
            index, _ = self.expression(e.index)
            size, last = self.machine.size(t[1]), t[2] - 1
            return lambda state: base(state) + size * state.number(index(state), 0, last), t[1]
        if kind is Deref:
            address, t = self.expression(e.pointer)
            return lambda state: follow(address(state)), t[1]
        raise TypeError(f"not a place: {e!r}")

    def read(self, e):
        machine = self.machine
        if type(e) is Var:
            offset, t = self.slots[e.name]

            def read_local(state):
                value = state.cells[state.base + offset]
                if value.__class__ is Fresh:
                    return state.name(state.base + offset, value, machine)
                return value

            return read_local, t
        place, t = self.place(e)

        def read(state):
            cell = place(state)
            value = state.cells[cell]
            if value.__class__ is Fresh:
                return state.name(cell, value, machine)
            return value

        return read, t

    def expression(self, e):
        kind = type(e)
        if kind is Const:
            number = e.value
            return lambda state: number, "int"
        if kind in (Var, Global, Field, Index, Deref):
            return self.read(e)
        if kind is AddressOf:
            place, t = self.place(e.place)
            return lambda state: Pointer(place(state)), ("pointer", t)
        if kind is Not:
            value, _ = self.expression(e.value)
            return lambda state: int(not state.truth(value(state))), "int"
        if kind is NtSuccess:
            value, _ = self.expression(e.status)
            return lambda state: int(state.compare(">=", value(state), 0)), "int"
        if kind is Choice:
            condition, _ = self.expression(e.condition)
            yes, t = self.expression(e.yes)
            no, t_no = self.expression(e.no)
            return lambda state: (yes if state.truth(condition(state)) else no)(state), \
                t_no if t == "int" else t
        if kind is Binary:
            return self.binary(e)
        if kind is Assign:
            place, t = self.place(e.place)
            value, _ = self.expression(e.value)

            def assign(state):
                now = value(state)
                state.cells[place(state)] = now
                return now

            return assign, t
        if kind is Step:
            return self.step(e)
        if kind is Call:
            return self.call(e)
        raise TypeError(f"not an expression: {e!r}")

    def binary(self, e):
        left, t = self.expression(e.left)
        right, _ = self.expression(e.right)
        op = e.op
        if op == "&&":
            return lambda state: int(state.truth(left(state)) and state.truth(right(state))), "int"
        if op == "||":
            return lambda state: int(state.truth(left(state)) or state.truth(right(state))), "int"
        if op in COMPARE:
            return lambda state: int(state.compare(op, left(state), right(state))), "int"
        if op == "&" and type(e.right) is Const:
            bit = e.right.value
            return lambda state: state.test_bit(left(state), bit), "ULONG"
        compute = _ARITHMETIC[op]

        def arithmetic(state):
            a, b = left(state), right(state)
            if a.__class__ is not int or b.__class__ is not int:
                raise Unsupported("calculates with an unknown")
            return compute(a, b)

        return arithmetic, t

    def step(self, e):
        place, t = self.place(e.place)
        delta, prefix = e.delta, e.prefix
        low, high = RANGES[t]
        cap = self.caps.get(e.place.name) if type(e.place) is Var else None

        def step(state):
            cell = place(state)
            now = state.cells[cell]
            if now.__class__ is Many:
                if delta < 0:
                    raise Unsupported("counts down from many")
                state.cells[cell] = new = state.new_many(now.above)
                return new if prefix else now
            if now.__class__ is not int:
                raise Unsupported("counts from an unknown")
            new = now + delta
            if not low <= new <= high:
                if low < 0:
                    raise Unsupported("a signed number overflows")
                new = high if new < low else low
            if cap is not None and new > cap:
                new = state.new_many(cap)
            state.cells[cell] = new
            return new if prefix else now

        return step, t

    def call(self, e):
        name, machine = e.name, self.machine
        args = [self.expression(arg)[0] for arg in e.args]
        if name == "WdfWaitLockAcquire":
            lock, timeout = args
            return lambda state: machine.acquire(state, lock(state), timeout(state)), DDIS[name]
        if name == "WdfWaitLockRelease":
            lock, = args
            return lambda state: machine.release(state, lock(state)), DDIS[name]
        if name == "WdfWaitLockCreate":
            _, out = args
            return lambda state: machine.create(state, out(state)), DDIS[name]
        if name == "WdfObjectDelete":
            lock, = args
            return lambda state: machine.delete(state, lock(state)), DDIS[name]
        if name in FRAMEWORK:
            return lambda state: machine.call_framework(state, [a(state) for a in args]), "VOID"
        if name in GETTERS:
            answer = machine.object(GETTERS[name])
            return lambda state: answer, GETTERS[name]
        if name in self.program.contexts:
            context = self.program.contexts[name][0]
            pointer = Pointer(machine.context_cells[context])
            return lambda state: pointer, ("pointer", ("struct", context))
        if name in self.program.opaques:
            opaque = self.program.opaques[name]
            return lambda state: machine.call_opaque(state, opaque, [a(state) for a in args]), \
                opaque.returns
        raise Unsupported(f"there is no {name}")
