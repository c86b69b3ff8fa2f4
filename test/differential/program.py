"""The small part of C in which the random drivers are written.

A program is one callback with its helpers, its context types and its globals.
Names at file scope stand here without the prefix that makes them unique in a
file of many programs (csource.py adds it). Local variables are declared at the
top of their function, each with a value, so that a goto jumps over none."""

# Types are the names of C's scalar types, or one of these tuples.


def pointer(to):
    return ("pointer", to)


def array(of, count):
    return ("array", of, count)


def struct(name):
    return ("struct", name)


LOCK = "WDFWAITLOCK"
# The range of each integer type. FLAGS is a ULONG of which only single bits are
# tested: nothing else is known of it than which bits are set.
RANGES = {
    "BOOLEAN": (0, 0xFF),
    "ULONG": (0, 0xFFFFFFFF),
    "size_t": (0, 0xFFFFFFFFFFFFFFFF),
    "NTSTATUS": (-0x80000000, 0x7FFFFFFF),
    "LONG": (-0x80000000, 0x7FFFFFFF),
    "int": (-0x80000000, 0x7FFFFFFF),
    "LONGLONG": (-0x8000000000000000, 0x7FFFFFFFFFFFFFFF),
    "PVOID": (0, 0xFFFFFFFFFFFFFFFF),  # compared with NULL alone
}
FLAGS = "FLAGS"
# Objects of the framework: what a getter asks, and what it answers with.
OBJECTS = ("WDFDEVICE", "WDFQUEUE", "WDFREQUEST", "WDFTIMER", "WDFWORKITEM", "WDFFILEOBJECT",
           "WDFOBJECT", "WDFCMRESLIST", "WDFDRIVER", "PWDFDEVICE_INIT")

STATUSES = {
    "STATUS_SUCCESS": 0,
    "STATUS_TIMEOUT": 0x102,
    "STATUS_PENDING": 0x103,
    "STATUS_DEVICE_BUSY": 0x80000011 - (1 << 32),
    "STATUS_UNSUCCESSFUL": 0xC0000001 - (1 << 32),
    "STATUS_INVALID_DEVICE_REQUEST": 0xC0000010 - (1 << 32),
    "STATUS_DEVICE_NOT_READY": 0xC00000A3 - (1 << 32),
}

# The lock DDIs, with the type of what they return.
DDIS = {
    "WdfWaitLockCreate": "NTSTATUS",
    "WdfWaitLockAcquire": "NTSTATUS",
    "WdfWaitLockRelease": "VOID",
    "WdfObjectDelete": "VOID",
}
# Other functions of the framework: they leave locks and the driver's memory alone.
FRAMEWORK = ("WdfRequestComplete", "WdfObjectReference", "WdfObjectDereference")
# Getters of the framework, with the object that they answer with.
GETTERS = {
    "WdfIoQueueGetDevice": "WDFDEVICE",
    "WdfFileObjectGetDevice": "WDFDEVICE",
    "WdfTimerGetParentObject": "WDFDEVICE",
    "WdfWorkItemGetParentObject": "WDFDEVICE",
}


class Node:
    """An expression or a statement: its slots are nodes, lists of nodes, or
    plain values."""
    __slots__ = ()

    def __init__(self, *parts):
        for name, part in zip(self.__slots__, parts, strict=True):
            setattr(self, name, part)

    def __repr__(self):
        return f"{type(self).__name__}({', '.join(repr(getattr(self, s)) for s in self.__slots__)})"

    def clone(self):
        return type(self)(*(clone(getattr(self, name)) for name in self.__slots__))


def clone(part):
    if isinstance(part, Node):
        return part.clone()
    if isinstance(part, list):
        return [clone(item) for item in part]
    return part


# Expressions.


class Const(Node):
    __slots__ = ("value", "text")  # the text is None where the number will do


class Var(Node):
    __slots__ = ("name",)


class Global(Node):
    __slots__ = ("name",)


class Field(Node):
    __slots__ = ("base", "name", "arrow")


class Index(Node):
    __slots__ = ("base", "index")


class Deref(Node):
    __slots__ = ("pointer",)


class AddressOf(Node):
    __slots__ = ("place",)


class Not(Node):
    __slots__ = ("value",)


class NtSuccess(Node):
    __slots__ = ("status",)


class Binary(Node):
    __slots__ = ("op", "left", "right")


class Choice(Node):
    __slots__ = ("condition", "yes", "no")


class Assign(Node):
    __slots__ = ("place", "value")


class Step(Node):
    __slots__ = ("place", "delta", "prefix")  # ++ and --


class Call(Node):
    __slots__ = ("name", "args")


# Statements.


class Do(Node):
    __slots__ = ("value", "discarded")  # (VOID) before it


class If(Node):
    __slots__ = ("condition", "then", "otherwise")


class Switch(Node):
    __slots__ = ("value", "cases")


class Case(Node):
    __slots__ = ("labels", "body")  # a label is a Const, or None for default


class While(Node):
    __slots__ = ("condition", "body")


class DoWhile(Node):
    __slots__ = ("body", "condition")


class For(Node):
    __slots__ = ("first", "condition", "step", "body")  # each may be None, but not the body


class Break(Node):
    __slots__ = ()


class Continue(Node):
    __slots__ = ()


class Goto(Node):
    __slots__ = ("label",)


class Label(Node):
    __slots__ = ("name",)


class Return(Node):
    __slots__ = ("value",)


# Files' parts.


class Local(Node):
    __slots__ = ("type", "name", "value")  # arrays and structs have no value: all zero


class Function:
    def __init__(self, name, returns, params, role=None, how=None):
        self.name = name
        self.returns = returns
        self.params = params  # of (type, name)
        self.role = role  # a role type's name, for the callback
        self.how = how  # the way in which it gets the role
        self.locals = []
        self.body = []

    def clone(self):
        copy = Function(self.name, self.returns, list(self.params), self.role, self.how)
        copy.locals = clone(self.locals)
        copy.body = clone(self.body)
        return copy


class Opaque:
    """A function without a body."""

    def __init__(self, name, returns, params):
        self.name = name
        self.returns = returns
        self.params = params  # of types


class Program:
    def __init__(self, name):
        self.name = name
        self.structs = {}  # name -> [(type, field)], in the order of their declaration
        self.contexts = {}  # accessor -> (struct, object type that has it)
        self.globals = {}  # name -> (type, is static)
        self.opaques = {}  # name -> Opaque
        self.functions = []  # callees before callers, the callback last
        self.features = set()

    @property
    def callback(self):
        return self.functions[-1]

    def find(self, name):
        for function in self.functions:
            if function.name == name:
                return function
        return None

    def clone(self):
        copy = Program(self.name)
        copy.structs = {name: list(fields) for name, fields in self.structs.items()}
        copy.contexts = dict(self.contexts)
        copy.globals = dict(self.globals)
        copy.opaques = dict(self.opaques)
        copy.functions = [function.clone() for function in self.functions]
        copy.features = set(self.features)
        return copy


def walk(part):
    """All nodes in PART, which is a node or a list, the outer ones first."""
    if isinstance(part, Node):
        yield part
        for name in part.__slots__:
            yield from walk(getattr(part, name))
    elif isinstance(part, list):
        for item in part:
            yield from walk(item)


def blocks(part):
    """All lists of statements in PART, a list of statements: it first."""
    yield part
    for statement in part:
        yield from blocks_below(statement)


def blocks_below(statement):
    if isinstance(statement, If):
        yield from blocks(statement.then)
        yield from blocks(statement.otherwise)
    elif isinstance(statement, Switch):
        for case in statement.cases:
            yield from blocks(case.body)
    elif isinstance(statement, (While, DoWhile, For)):
        yield from blocks(statement.body)
