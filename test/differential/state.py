"""Where a path of a program is: what is in its memory, and what is known of what
the program cannot know."""

from program import FLAGS, LOCK, RANGES

# A lock's states. A lock that no state is kept for is free.
FREE, HELD, DELETED, UNKNOWN = "free", "held", "deleted", "unknown"


class Unsupported(Exception):
    """The program does what the oracle has no exact answer for."""


class PathEnds(Exception):
    """Nothing comes after this on the path."""


# Values are Python's int, and objects that are equal only if they are the same.


class _Interned:
    """There is one object for each combination of arguments."""
    __slots__ = ()

    def __new__(cls, *args):
        known = cls.known.get(args)
        if known is None:
            known = cls.known[args] = object.__new__(cls)
            for name, value in zip(cls.__slots__, args, strict=True):
                setattr(known, name, value)
        return known

    def __repr__(self):
        return f"{type(self).__name__}({', '.join(str(getattr(self, s)) for s in self.__slots__)})"


class Lock(_Interned):
    """A lock's handle; one that came from elsewhere may be NULL."""
    __slots__ = ("id", "may_be_null")
    known = {}


class Unknown(_Interned):
    """An integer of which the state's constraints tell what it may be."""
    __slots__ = ("id",)
    known = {}


class Fresh(_Interned):
    """An unknown of a type that nobody has looked at yet."""
    __slots__ = ("type",)
    known = {}


class Pointer(_Interned):
    """The address of a cell."""
    __slots__ = ("cell",)
    known = {}


class Object(_Interned):
    """The handle of the callback's one object of a type."""
    __slots__ = ("type",)
    known = {}


class Many(_Interned):
    """A count above a number that is as large as all that it is compared with. Of
    those that have another id, it is not known how they compare."""
    __slots__ = ("above", "id")
    known = {}


class State:
    """Where a path is: its memory and what is known of the unknown."""
    __slots__ = ("cells", "base", "stack", "locks", "known", "leaked", "shared", "beyond", "script",
                 "taken", "forks")

    def __init__(self):
        self.cells = []  # globals and contexts, then the frames of the functions that run
        self.base = 0  # of the innermost frame
        self.stack = ()  # of (step to return to, base of the frame, cell for the result)
        self.locks = {}  # Lock -> its state, where it is not free
        self.known = {}  # Unknown -> its ranges or bits; Lock -> whether it is not NULL
        self.leaked = False  # whether a lock is held that no handle is left of
        self.shared = frozenset()  # (cell, type) of locals whose address unseen code was given
        self.beyond = frozenset()  # (Unknown, Many): the one is known to be above the other
        self.script = ()  # the choices that this step is to make
        self.taken = 0  # how many it has made
        self.forks = []  # scripts that make the other choices

    def copy(self):
        new = State.__new__(State)
        new.cells = self.cells[:]
        new.base = self.base
        new.stack = self.stack
        new.locks = self.locks.copy()
        new.known = self.known.copy()
        new.leaked = self.leaked
        new.shared = self.shared
        new.beyond = self.beyond
        new.script = ()
        new.taken = 0
        new.forks = []
        return new

    def choose(self, count):
        """One of range(COUNT). All are tried."""
        taken = self.taken
        self.taken = taken + 1
        if taken < len(self.script):
            return self.script[taken]
        for other in range(1, count):
            self.forks.append(self.script + (other,))
        self.script += (0,)
        return 0

    def key(self, machine, step):
        """Equal for states from which the same can happen."""
        self._forget_dead_locals(machine, step)
        self._forget_lost_locks()
        if self.beyond:
            self.beyond = frozenset(pair for pair in self.beyond
                                    if pair[0] in self.cells and pair[1] in self.cells)
        if self.known:
            self._rename_unknowns()
        self._rename_counts()
        return (step, self.base, self.stack, tuple(self.cells), frozenset(self.locks.items()),
                frozenset(self.known.items()), self.leaked, self.shared, self.beyond)

    def _forget_dead_locals(self, machine, step):
        cells, dead = self.cells, machine.dead
        for offset in dead[step]:
            cells[self.base + offset] = 0
        for back, base, _ in self.stack:
            for offset in dead[back]:
                cells[base + offset] = 0

    def _forget_lost_locks(self):
        if not self.locks:
            return
        cells = self.cells
        for lock, state in list(self.locks.items()):
            if lock not in cells:
                if state == HELD:
                    self.leaked = True
                del self.locks[lock]

    def _rename_unknowns(self):
        """Names the unknowns in the order of their cells, and forgets those that
        are in none."""
        cells, known = self.cells, self.known
        places = [cell for cell, value in enumerate(cells) if value.__class__ is Unknown]
        self.known = {handle: known[handle] for handle in known
                      if handle.__class__ is Lock and handle in cells}
        if not places:
            return
        values = [cells[cell] for cell in places]
        compared = {unknown for unknown, _ in self.beyond}
        names = {}
        for cell, value in zip(places, values):
            what = known[value]
            if what in ANYTHING and values.count(value) == 1 and value not in compared:
                cells[cell] = ANYTHING[what]
                continue
            name = names.get(value)
            if name is None:
                name = names[value] = Unknown(len(names))
                self.known[name] = what
            cells[cell] = name
        if self.beyond:
            self.beyond = frozenset((names[unknown], many) for unknown, many in self.beyond)

    def _rename_counts(self):
        """Numbers the counts of many in the order of their cells."""
        cells, names = self.cells, {}
        for cell, value in enumerate(cells):
            if value.__class__ is Many:
                cells[cell] = names.setdefault(value, Many(value.above, len(names)))
        if self.beyond:
            self.beyond = frozenset((unknown, names[many]) for unknown, many in self.beyond)

    # Unknowns.

    def new_many(self, above):
        """A count of many that nothing is known of but what it is above."""
        number = 0
        while Many(above, number) in self.cells:
            number += 1
        new = Many(above, number)
        if self.beyond:
            self.beyond = frozenset(pair for pair in self.beyond if pair[1] is not new)
        return new

    def unknown(self, what):
        number = len(self.known)
        while Unknown(number) in self.known:
            number += 1
        new = Unknown(number)
        self.known[new] = what
        return new

    def new_lock(self, machine, may_be_null):
        self._forget_lost_locks()
        number = machine.initial_locks
        while Lock(number, True) in self.cells or Lock(number, False) in self.cells:
            number += 1
        lock = Lock(number, may_be_null)
        self.known.pop(Lock(number, True), None)
        return lock

    def name(self, cell, fresh, machine):
        """What is in CELL, where a FRESH unknown is and somebody looks at it."""
        if fresh.type == LOCK:
            value = self.new_lock(machine, True)
        else:
            value = self.unknown(anything(fresh.type))
        self.cells[cell] = value
        return value

    def narrow(self, unknown, ranges):
        self.known[unknown] = ranges
        if len(ranges) == 1 and ranges[0][0] == ranges[0][1]:
            value = ranges[0][0]
            self.cells = [value if cell is unknown else cell for cell in self.cells]

    def compare(self, op, left, right):
        """Whether LEFT OP RIGHT, in mathematics' sense: programs compare nothing
        that C would convert to another value."""
        if left.__class__ is int:
            if right.__class__ is int:
                return COMPARE[op](left, right)
            left, right, op = right, left, _MIRRORED[op]
        if left.__class__ is Unknown:
            if right.__class__ is int:
                return self._compare_unknown(op, left, right)
            if right.__class__ is Many:
                return self._compare_unknown_with_many(op, left, right)
        elif left.__class__ is Many:
            if right.__class__ is int and right <= left.above:
                return op in (">", ">=", "!=")
            if right.__class__ is Unknown:
                return self._compare_unknown_with_many(_MIRRORED[op], right, left)
            if left is right:
                return op in ("==", "<=", ">=")
            raise Unsupported("compares a count of many")
        elif left.__class__ is Lock and right == 0 and op in ("==", "!="):
            return self.is_lock(left) == (op == "!=")
        elif left.__class__ in (Pointer, Object) and right == 0 and op in ("==", "!="):
            return op == "!="
        if left is right and op in ("==", "!="):
            return op == "=="
        if left.__class__ is Lock and right.__class__ is Lock and op in ("==", "!="):
            # Two handles are two locks, unless both are NULL.
            if self.known.get(left) is False or self.known.get(right) is False:
                raise Unsupported("compares two handles, one of which is NULL")
            return op == "!="
        raise Unsupported(f"compares {left} {op} {right}")

    def _compare_unknown(self, op, unknown, value):
        ranges = self.known[unknown]
        if ranges[0] == "bits":
            raise Unsupported("compares a word of flags")
        yes, no = _split(ranges, op, value)
        if not no:
            return True
        if not yes or self.choose(2):
            if yes:
                self.narrow(unknown, no)
            return False
        self.narrow(unknown, yes)
        return True

    def _compare_unknown_with_many(self, op, unknown, many):
        if (unknown, many) in self.beyond:
            return op in (">", ">=", "!=")
        # A loop whose turns are counted up to the unknown: it ends after some
        # turn, and may do so after any. Then the two are equal, and the unknown
        # is many, too.
        ranges = self.known[unknown]
        is_end = op == ">" or (op == "!=" and ranges[0][0] == many.above + 1)
        if not is_end or ranges[0] == "bits" or ranges[-1][1] < 0xFFFFFFFF:
            raise Unsupported(f"compares an unknown {op} a count of many")
        if not self.choose(2):
            self.beyond |= {(unknown, many)}
            return True
        self.cells = [many if cell is unknown else cell for cell in self.cells]
        return False

    def is_lock(self, lock):
        """Whether the handle is not NULL."""
        if not lock.may_be_null:
            return True
        known = self.known.get(lock)
        if known is None:
            known = self.known[lock] = not self.choose(2)
        return known

    def truth(self, value):
        if value.__class__ is int:
            return value != 0
        if value.__class__ is Unknown:
            ranges = self.known[value]
            if ranges[0] == "bits":
                raise Unsupported("tests a word of flags as a whole")
            return self._compare_unknown("!=", value, 0)
        if value.__class__ is Lock:
            return self.is_lock(value)
        return True

    def test_bit(self, flags, bit):
        """FLAGS & BIT, where BIT is one bit."""
        if flags.__class__ is int:
            return flags & bit
        kind, known, value = self.known[flags]
        if kind != "bits":
            raise Unsupported("tests a bit of a number")
        if not known & bit:
            known |= bit
            value |= 0 if self.choose(2) else bit
            self.known[flags] = ("bits", known, value)
        return value & bit

    def number(self, value, low, high):
        """VALUE, which must be from LOW to HIGH."""
        if value.__class__ is int:
            if not low <= value <= high:
                raise Unsupported("an index is out of its range")
            return value
        if value.__class__ is not Unknown or self.known[value][0] == "bits":
            raise Unsupported("an index is no number")
        numbers = [n for first, last in self.known[value]
                   for n in range(max(first, low), min(last, high) + 1)]
        if not numbers:
            raise PathEnds
        chosen = numbers[self.choose(len(numbers))] if len(numbers) > 1 else numbers[0]
        self.narrow(value, ((chosen, chosen),))
        return chosen


def anything(t):
    """What is known of a value of type T, which is an integer type or TRUTH."""
    if t == FLAGS:
        return ("bits", 0, 0)
    return ((0, 1),) if t == "TRUTH" else (RANGES[t],)


ANYTHING = {anything(t): Fresh(t) for t in ("TRUTH", "BOOLEAN", "ULONG", "size_t", "LONG",
                                            "LONGLONG", FLAGS)}
COMPARE = {
    "==": lambda a, b: a == b, "!=": lambda a, b: a != b, "<": lambda a, b: a < b,
    "<=": lambda a, b: a <= b, ">": lambda a, b: a > b, ">=": lambda a, b: a >= b,
}
_MIRRORED = {"==": "==", "!=": "!=", "<": ">", "<=": ">=", ">": "<", ">=": "<="}


def _split(ranges, op, value):
    """The parts of RANGES for which OP VALUE is true and false."""
    if op == "!=":
        yes, no = _split(ranges, "==", value)
        return no, yes
    if op == ">":
        yes, no = _split(ranges, "<=", value)
        return no, yes
    if op == ">=":
        yes, no = _split(ranges, "<", value)
        return no, yes
    if op == "==":
        low = high = value
    else:
        low, high = float("-inf"), value - (op == "<")
    yes, no = [], []
    for first, last in ranges:
        if first < low:
            no.append((first, min(last, low - 1)))
        if max(first, low) <= min(last, high):
            yes.append((max(first, low), min(last, high)))
        if last > high:
            no.append((max(first, high + 1), last))
    return tuple(yes), tuple(no)
