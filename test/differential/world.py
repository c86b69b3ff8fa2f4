"""What a driver has at file scope: context types, globals, functions of other
files; and the locks that there are in them."""

from csource import (ASSIGNED, DECLARED, DECLARED_STATIC, INITIALIZER, PASSED, REDECLARED, ROLES)
from program import (FLAGS, LOCK, Call, Field, Function, Global, Index, Opaque, Program, Var, array,
                     pointer)
from phrases import number

PAIR = ("struct", "LOCK_PAIR")
CONTEXT = ("struct", "DEVICE_CONTEXT")
QUEUE_CONTEXT = ("struct", "QUEUE_CONTEXT")
CONTEXT_POINTER = pointer(CONTEXT)
OPERATION = ("struct", "OPERATION")
ARRAY_SIZE = 4
# Of blocks in blocks in one function.
MAX_NESTING = 5

# How the callback comes to its device's context.
GETTER, GLOBAL_DEVICE, GLOBAL_CONTEXT, CHAIN = "getter", "global device", "global context", "chain"


class Place:
    """Where a lock's handle is kept, as a path from a root: the device's context,
    the queue's, or a global."""

    def __init__(self, root, *path):
        self.root = root
        self.path = path  # names of fields and numbers of elements

    def __eq__(self, other):
        return (self.root, self.path) == (other.root, other.path)

    def __hash__(self):
        return hash((self.root, self.path))

    @property
    def kind(self):
        """The feature that a lock in such a place is."""
        if self.root.startswith("Global"):
            return "lock in a global array" if isinstance(self.path[-1:], tuple) and self.path and \
                isinstance(self.path[-1], int) else \
                "lock in a global struct" if self.path else "lock in a global"
        if isinstance(self.path[-1], int):
            return "lock in a context's array"
        if len(self.path) > 1:
            return "lock in a nested struct"
        return "lock in a context"

    def below(self, base, arrow):
        """The expression for the place below the expression BASE of its root."""
        for part in self.path:
            if isinstance(part, int):
                base = Index(base, number(part))
            else:
                base = Field(base, part, arrow)
            arrow = False
        return base


class World:
    """A program that is being written, and what its functions may use."""

    def __init__(self, random, name):
        self.random = random
        self.program = Program(name)
        self.budget = 0  # how many statements may still be written, roughly
        self.long_loops = random.choice((0, 1, 1, 1, 2))  # that may still be written
        self.helper_count = 0
        self.helpers = {}  # what a helper does -> its name
        self._choose_role()
        self._choose_context()
        self._add_globals()
        self._add_opaques()
        self._choose_locks()

    def feature(self, name):
        self.program.features.add(name)

    def _choose_role(self):
        random = self.random
        self.role = random.choice(list(ROLES))
        returns, params, where = ROLES[self.role]
        how = random.choice([DECLARED, DECLARED, DECLARED, DECLARED_STATIC, REDECLARED,
                             PASSED if isinstance(where, str) else random.choice(
                                 [ASSIGNED, INITIALIZER])])
        self.feature(f"callback {how}")
        name = self.role.removeprefix("EVT_WDF_").title().replace("_", "")
        self.callback = Function("Evt" + name, returns, params, self.role, how)

    def _choose_context(self):
        random, program = self.random, self.program
        program.structs["LOCK_PAIR"] = [(LOCK, "First"), (LOCK, "Second")]
        program.structs["DEVICE_CONTEXT"] = [
            (LOCK, "Lock"), (LOCK, "StateLock"), (PAIR, "Pair"), (array(LOCK, ARRAY_SIZE), "Locks"),
            ("BOOLEAN", "Ready"), ("ULONG", "Count"), (FLAGS, "Flags"), ("NTSTATUS", "LastStatus")]
        program.structs["QUEUE_CONTEXT"] = [(LOCK, "QueueLock"), (CONTEXT_POINTER, "Device")]
        program.structs["OPERATION"] = [("NTSTATUS", "Status"), ("BOOLEAN", "Held"),
                                        (LOCK, "Guard")]
        program.contexts["GetDeviceContext"] = ("DEVICE_CONTEXT", "WDFDEVICE")
        program.contexts["GetQueueContext"] = ("QUEUE_CONTEXT", "WDFQUEUE")
        self.has_queue = self.callback.params[0][0] == "WDFQUEUE"
        ways = [GETTER] * 5 + [GLOBAL_DEVICE, GLOBAL_CONTEXT] + [CHAIN] * self.has_queue
        self.way = random.choice(ways)
        self.feature(f"context by {self.way}")

    def _add_globals(self):
        static = self.random.random() < 0.3
        globals_ = self.program.globals
        globals_["GlobalLock"] = (LOCK, static)
        globals_["GlobalOtherLock"] = (LOCK, False)
        globals_["GlobalLocks"] = (array(LOCK, ARRAY_SIZE), static)
        globals_["GlobalPair"] = (PAIR, static)
        globals_["GlobalEnabled"] = ("BOOLEAN", static)
        globals_["GlobalCount"] = ("ULONG", False)
        globals_["GlobalDevice"] = ("WDFDEVICE", False)
        globals_["GlobalContext"] = (CONTEXT_POINTER, False)
        globals_["GlobalTimeout"] = ("LONGLONG", True)

    def _add_opaques(self):
        for name, returns, params in (
                ("Work", "VOID", []), ("UseContext", "VOID", [CONTEXT_POINTER]),
                ("UseDevice", "VOID", ["WDFDEVICE"]),
                ("IsReady", "BOOLEAN", []), ("CheckContext", "BOOLEAN", [CONTEXT_POINTER]),
                ("GetCount", "ULONG", []), ("GetMode", "ULONG", []), ("GetFlags", FLAGS, []),
                ("Start", "NTSTATUS", []), ("StartContext", "NTSTATUS", [CONTEXT_POINTER]),
                ("ReadFlag", "VOID", [pointer("BOOLEAN")]),
                ("ReadCount", "NTSTATUS", [pointer("ULONG")]),
                ("UseOperation", "VOID", [pointer(OPERATION)]),
                ("NextEntry", "PVOID", []),
                ("FindHandle", LOCK, []), ("UseHandle", "VOID", [LOCK]),
                ("UseHandleAt", "VOID", [pointer(LOCK)])):
            self.program.opaques[name] = Opaque(name, returns, params)

    def _choose_locks(self):
        random = self.random
        element = random.randrange(ARRAY_SIZE)
        places = [Place("GlobalLock"), Place("GlobalOtherLock"), Place("GlobalLocks", element),
                  Place("GlobalPair", "First"), Place("GlobalPair", "Second"),
                  Place("context", "Lock"), Place("context", "Lock"),
                  Place("context", "StateLock"), Place("context", "Pair", "First"),
                  Place("context", "Pair", "Second"), Place("context", "Locks", element),
                  Place("context", "Locks", (element + 1) % ARRAY_SIZE)]
        if self.has_queue:
            places.append(Place("queue", "QueueLock"))
        # Few of them, so that they meet.
        count = random.choice([1, 1, 2, 2, 2, 3, 4])
        self.places = list(dict.fromkeys(random.sample(places, count)))
        self.array = "GlobalLocks" if random.random() < 0.5 else "context"

    # Expressions that the callback itself may use; what a helper has is its own.

    def device_of_callback(self):
        """The device, and whether the expression has its type."""
        t, name = self.callback.params[0]
        if t == "WDFDEVICE":
            return Var(name), True
        getter = {"WDFQUEUE": "WdfIoQueueGetDevice", "WDFFILEOBJECT": "WdfFileObjectGetDevice",
                  "WDFTIMER": "WdfTimerGetParentObject",
                  "WDFWORKITEM": "WdfWorkItemGetParentObject"}[t]
        return Call(getter, [Var(name)]), t in ("WDFQUEUE", "WDFFILEOBJECT")

    def context_from(self, device, queue):
        """The device's context, fetched from a device or queue that the function
        has; None where it has neither and needs one."""
        if self.way == GLOBAL_CONTEXT:
            return Global("GlobalContext")
        if self.way == GLOBAL_DEVICE:
            return Call("GetDeviceContext", [Global("GlobalDevice")])
        if self.way == CHAIN:
            return queue and Field(Call("GetQueueContext", [queue]), "Device", True)
        if device:
            return Call("GetDeviceContext", [device])
        return queue and Call("GetDeviceContext", [Call("WdfIoQueueGetDevice", [queue])])

    def new_name(self, what):
        """A name for a helper."""
        self.helper_count += 1
        return f"{what}{self.helper_count}"


def struct_pointer_of(place):
    """For a place in a struct in a struct: the outer place and the field."""
    return Place(place.root, *place.path[:-1]), place.path[-1]


