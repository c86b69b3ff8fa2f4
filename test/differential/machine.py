"""What a program (program.py) works on and what it calls: its memory, the lock
DDIs, and code that is not seen.

A program is compiled to steps (compiler.py): functions from a state (state.py) to
the number of the step that comes next. A step that depends on something unknown
asks the state to choose; the search (search.py) tries every choice. The README
says what is unknown and what the lock DDIs do."""

from compiler import FunctionCompiler
from program import FLAGS, LOCK, OBJECTS, RANGES
from state import (DELETED, FREE, HELD, UNKNOWN, Fresh, Lock, Object, PathEnds, Pointer,
                   State, Unsupported, anything)
from used import find_used

STATUS_SUCCESS, STATUS_TIMEOUT = 0, 0x102

WAITLOCK = "kmdf.WdfWaitlock"
WAITLOCK_RELEASE = "kmdf.WdfWaitlockRelease"
RULES = (WAITLOCK, WAITLOCK_RELEASE)


class Machine:
    """A compiled program.

    REACH says what unseen code may do. In a "narrow" reach it changes, besides
    the handles, what it is given, what that leads to, and the globals that other
    files see, and a BOOLEAN of it is TRUE or FALSE. In a "wide" one it also
    changes what these globals lead to, static globals, every context, and locals whose address it was once
    given, and a BOOLEAN is any byte. What an author may rely on is in between."""

    def __init__(self, program, reach="narrow"):
        self.program = program
        self.wide = reach == "wide"
        self.steps = []  # functions from a state to the number of the next, or None
        self.chooses = []  # whether the step may ask for a choice
        self.merges = []  # whether paths come together before it
        self.nodes = []  # what it is in the program
        self.dead = []  # the offsets of the locals that nobody reads any more
        self.entries = {}  # function's name -> step
        self.frames = {}  # function's name -> the number of its cells
        self.is_doubtful = False  # whether a lock in an unknown state was used
        self.broken = {}  # rule -> what broke it, in words: the first time
        self.initial_locks = 0
        self._reaches = {}
        self.start = State()
        self.used = find_used(program)
        self._offsets = {name: self._lay_out(name) for name in program.structs}
        self._lay_out_memory()
        for function in program.functions:
            if function is program.callback or function.name in self.used.calls:
                FunctionCompiler(self, function).compile()
        self._enter_callback()

    # Memory: only what the program uses.

    def fields(self, name):
        return [(t, field) for t, field in self.program.structs[name]
                if (name, field) in self.used.fields]

    def size(self, t):
        if isinstance(t, str) or t[0] == "pointer":
            return 1
        if t[0] == "array":
            return t[2] * self.size(t[1])
        return sum(self.size(of) for of, _ in self.fields(t[1]))

    def _lay_out(self, name):
        offsets, offset = {}, 0
        for t, field in self.fields(name):
            offsets[field] = (offset, t)
            offset += self.size(t)
        return offsets

    def field(self, name, field):
        return self._offsets[name][field]

    def leaves(self, t, cell=0):
        """(cell, type) of each scalar in a T that is at CELL."""
        if isinstance(t, str) or t[0] == "pointer":
            yield cell, t
        elif t[0] == "array":
            for i in range(t[2]):
                yield from self.leaves(t[1], cell + i * self.size(t[1]))
        else:
            for of, _ in self.fields(t[1]):
                yield from self.leaves(of, cell)
                cell += self.size(of)

    def initial(self, t):
        """What is in a global or a context's field when the callback starts."""
        if t == LOCK:
            self.initial_locks += 1
            return Lock(self.initial_locks - 1, True)
        if isinstance(t, tuple):
            return Pointer(self.context_cells[t[1][1]])
        if t in OBJECTS:
            return Object(t)
        return self.fresh(t)

    def fresh(self, t):
        """Any value of the integer type T."""
        return Fresh("TRUTH" if t == "BOOLEAN" and not self.wide else t)

    def _lay_out_memory(self):
        program, cells = self.program, self.start.cells
        # For each struct that is a context, where the one context of its type is.
        self.context_cells = {}
        self.global_cells = {}
        size = 0
        for name, _ in program.contexts.values():
            self.context_cells[name] = size
            size += self.size(("struct", name))
        contexts, own, shared = [], [], []
        for name in self.context_cells:
            contexts += self.leaves(("struct", name), len(cells))
            cells += [self.initial(t) for _, t in self.leaves(("struct", name))]
        for name, (t, static) in program.globals.items():
            if name not in self.used.globals:
                continue
            self.global_cells[name] = len(cells)
            (own if static else shared).extend(self.leaves(t, len(cells)))
            cells += [self.initial(leaf) for _, leaf in self.leaves(t)]
        # What unseen code may change though it is given nothing.
        self.within_reach = _Reach(self, shared + (own + contexts if self.wide else []),
                                   follows=self.wide)
        self.start.base = len(cells)

    def _enter_callback(self):
        callback = self.program.callback
        for t, _ in callback.params:
            self.start.cells.append(Object(t) if t in OBJECTS else
                                    self.fresh(t if t in RANGES or t == FLAGS else "LONG"))
        self.start.cells += [0] * (self.frames[callback.name] - len(callback.params))

    def object(self, t):
        return Object(t)

    # What happens.

    def breaks(self, rule, how):
        self.broken.setdefault(rule, how)

    def use(self, state, lock):
        """A DDI is called with LOCK: NULL stops the system."""
        if lock.__class__ is not Lock:
            if lock == 0:
                raise PathEnds
            raise Unsupported("a DDI is called with no handle")
        if lock.may_be_null:
            if state.known.get(lock) is False:
                raise PathEnds
            state.known[lock] = True
        now = state.locks.get(lock, FREE)
        if now == UNKNOWN:
            self.is_doubtful = True
        return now

    def acquire(self, state, lock, timeout):
        now = self.use(state, lock)
        if timeout == 0:
            if now == HELD:
                self.breaks(WAITLOCK, "acquires a lock that it holds")
                raise PathEnds
        elif timeout.__class__ is not Pointer:
            raise Unsupported("a time-out is no address")
        elif now == HELD or state.choose(2):
            return STATUS_TIMEOUT
        if now != DELETED:
            state.locks[lock] = HELD
        return STATUS_SUCCESS

    def release(self, state, lock):
        now = self.use(state, lock)
        if now in (FREE, DELETED):
            self.breaks(WAITLOCK, "releases a lock that it does not hold")
        if now != DELETED:
            state.locks.pop(lock, None)
        return 0

    def delete(self, state, lock):
        if self.use(state, lock) == HELD:
            self.breaks(WAITLOCK, "deletes a lock that it holds")
        state.locks[lock] = DELETED
        return 0

    def create(self, state, place):
        if place.__class__ is not Pointer:
            raise Unsupported("a lock is created nowhere")
        if state.choose(2):
            state.cells[place.cell] = 0
            return state.unknown(((RANGES["NTSTATUS"][0], -1),))
        # What was there is gone before the new one comes.
        state.cells[place.cell] = 0
        state.cells[place.cell] = state.new_lock(self, False)
        return STATUS_SUCCESS

    def leave(self, state):
        if state.leaked or HELD in state.locks.values():
            self.breaks(WAITLOCK_RELEASE, "returns with a lock that it holds")

    def call_framework(self, state, args):
        """A function of the framework that has nothing to do with locks. It may
        call the driver back."""
        for value in args:
            if value.__class__ is Lock:
                self.use(state, value)
        if self.wide:
            self.within_reach.change(state)
        return 0

    def call_opaque(self, state, opaque, args):
        self.within_reach.change(state)
        if self.wide and state.shared:
            _Reach(self, state.shared).change(state)
        for t, value in zip(opaque.params, args, strict=True):
            if t == LOCK:
                if value.__class__ is Lock:
                    state.locks[value] = UNKNOWN
            elif t == ("pointer", LOCK):
                old = state.cells[value.cell]
                if old.__class__ is Lock:
                    state.locks[old] = UNKNOWN
                state.cells[value.cell] = 0
                state.cells[value.cell] = new = state.new_lock(self, True)
                state.locks[new] = UNKNOWN
            elif value.__class__ is Pointer:
                self._reach(value.cell, t[1]).change(state)
                if self.wide and value.cell >= self.start.base:
                    state.shared |= set(self.leaves(t[1], value.cell))
        if opaque.returns == "VOID":
            return 0
        if opaque.returns == LOCK:
            # Of a handle from nowhere nothing is known.
            new = state.new_lock(self, True)
            state.locks[new] = UNKNOWN
            return new
        return state.unknown(anything(self.fresh(opaque.returns).type))

    def _reach(self, cell, t):
        """What is within reach of a pointer to a T at CELL."""
        reach = self._reaches.get((cell, t))
        if reach is None:
            reach = self._reaches[cell, t] = _Reach(self, self.leaves(t, cell))
        return reach


class _Reach:
    """Memory that unseen code may change. Pointers to contexts stay what they
    are. So do handles, also those that are NULL from the start; but where the
    program itself put NULL, a lock may come, if not at once, then later."""

    def __init__(self, machine, leaves, follows=True):
        self.machine = machine
        self.numbers = []  # (cell, what is in it then)
        self.handles = []
        pending, seen = list(leaves), set()
        for cell, t in pending:
            if cell in seen:
                continue
            seen.add(cell)
            if t == LOCK:
                self.handles.append(cell)
            elif isinstance(t, tuple):
                if follows and t[1][0] == "struct":
                    pending += machine.leaves(t[1], machine.context_cells[t[1][1]])
            elif t not in OBJECTS:
                self.numbers.append((cell, machine.fresh(t)))

    def change(self, state):
        cells = state.cells
        for cell, fresh in self.numbers:
            cells[cell] = fresh
        for cell in self.handles:
            handle = cells[cell]
            if handle == 0 or (handle.__class__ is Lock and state.known.get(handle) is False and
                               handle.id >= self.machine.initial_locks):
                cells[cell] = Fresh(LOCK)
