"""Prints programs (program.py) as C."""

from program import (FLAGS, AddressOf, Assign, Binary, Break, Call, Choice, Const, Continue, Deref,
                     Do, DoWhile, Field, For, Global, Goto, If, Index, Label, Local, Node, Not,
                     NtSuccess, Return, Step, Switch, Var, While)
from used import find_used

HEADER = "#include <ntddk.h>\n#include <wdf.h>\n"

# For each role type: what the callback returns and takes, and where it is given
# to the framework (a struct and its field, or a function that fills a struct).
ROLES = {
    "EVT_WDF_IO_QUEUE_IO_READ": (
        "VOID", [("WDFQUEUE", "Queue"), ("WDFREQUEST", "Request"), ("size_t", "Length")],
        ("WDF_IO_QUEUE_CONFIG", "EvtIoRead")),
    "EVT_WDF_IO_QUEUE_IO_WRITE": (
        "VOID", [("WDFQUEUE", "Queue"), ("WDFREQUEST", "Request"), ("size_t", "Length")],
        ("WDF_IO_QUEUE_CONFIG", "EvtIoWrite")),
    "EVT_WDF_IO_QUEUE_IO_DEVICE_CONTROL": (
        "VOID", [("WDFQUEUE", "Queue"), ("WDFREQUEST", "Request"),
                 ("size_t", "OutputBufferLength"), ("size_t", "InputBufferLength"),
                 ("ULONG", "IoControlCode")],
        ("WDF_IO_QUEUE_CONFIG", "EvtIoDeviceControl")),
    "EVT_WDF_IO_QUEUE_IO_STOP": (
        "VOID", [("WDFQUEUE", "Queue"), ("WDFREQUEST", "Request"), (FLAGS, "ActionFlags")],
        ("WDF_IO_QUEUE_CONFIG", "EvtIoStop")),
    "EVT_WDF_DEVICE_D0_EXIT_PRE_INTERRUPTS_DISABLED": (
        "NTSTATUS", [("WDFDEVICE", "Device"), ("WDF_POWER_DEVICE_STATE", "TargetState")],
        ("WDF_PNPPOWER_EVENT_CALLBACKS", "EvtDeviceD0ExitPreInterruptsDisabled")),
    "EVT_WDF_DEVICE_PREPARE_HARDWARE": (
        "NTSTATUS", [("WDFDEVICE", "Device"), ("WDFCMRESLIST", "Raw"),
                     ("WDFCMRESLIST", "Translated")],
        ("WDF_PNPPOWER_EVENT_CALLBACKS", "EvtDevicePrepareHardware")),
    "EVT_WDF_DEVICE_SELF_MANAGED_IO_INIT": (
        "NTSTATUS", [("WDFDEVICE", "Device")],
        ("WDF_PNPPOWER_EVENT_CALLBACKS", "EvtDeviceSelfManagedIoInit")),
    "EVT_WDF_FILE_CLEANUP": (
        "VOID", [("WDFFILEOBJECT", "FileObject")], ("WDF_FILEOBJECT_CONFIG", "EvtFileCleanup")),
    "EVT_WDF_TIMER": ("VOID", [("WDFTIMER", "Timer")], "WDF_TIMER_CONFIG"),
    "EVT_WDF_WORKITEM": ("VOID", [("WDFWORKITEM", "WorkItem")], "WDF_WORKITEM_CONFIG"),
}

# How a callback gets its role.
DECLARED = "declared"  # with the role type
DECLARED_STATIC = "declared static"
REDECLARED = "redeclared"  # with the role type, and by a prototype
ASSIGNED = "assigned"  # to a field of a struct
INITIALIZER = "initializer"  # of such a struct
PASSED = "passed"  # to a function of the framework

_PRECEDENCE = {"*": 10, "%": 10, "+": 9, "-": 9, "<": 7, "<=": 7, ">": 7, ">=": 7, "==": 6,
               "!=": 6, "&": 5, "&&": 2, "||": 1}
_UNARY = 12
_ATOM = 14


class Source:
    """The C text of one program, all its names at file scope beginning with
    PREFIX."""

    def __init__(self, program, prefix):
        self.program = program
        self.prefix = prefix
        self.lines = []
        self.used = find_used(program)

    # Names and types.

    def name(self, name):
        return self.prefix + name

    def struct(self, name):
        return f"{self.prefix.upper()}_{name}" if self.prefix else name

    def type(self, t):
        """T as it is written before a name, with its trailing space or star."""
        if t == FLAGS:
            return "ULONG "
        if isinstance(t, str):
            return t + " "
        kind, of = t[0], t[1]
        if kind == "struct":
            return self.struct(of) + " "
        if kind == "array":
            return self.type(of)
        if of[0] == "struct":
            return "P" + self.struct(of[1]) + " "
        return {"LONGLONG": "PLONGLONG "}.get(of, self.type(of) + "*")

    def declaration(self, t, name):
        dimension = f"[{t[2]}]" if t[0] == "array" else ""
        return f"{self.type(t)}{name}{dimension}"

    # Expressions.

    def expression(self, e, outer=0):
        text, precedence = self._expression(e)
        return f"({text})" if precedence < outer else text

    def _expression(self, e):
        kind = type(e)
        if kind is Const:
            return e.text or str(e.value), _ATOM if e.text or e.value >= 0 else _UNARY
        if kind is Var:
            return e.name, _ATOM
        if kind is Global:
            return self.name(e.name), _ATOM
        if kind is Field:
            return f"{self.expression(e.base, _ATOM)}{'->' if e.arrow else '.'}{e.name}", _ATOM
        if kind is Index:
            return f"{self.expression(e.base, _ATOM)}[{self.expression(e.index)}]", _ATOM
        if kind is Deref:
            return f"*{self.expression(e.pointer, _UNARY)}", _UNARY
        if kind is AddressOf:
            return f"&{self.expression(e.place, _UNARY)}", _UNARY
        if kind is Not:
            return f"!{self.expression(e.value, _UNARY)}", _UNARY
        if kind is NtSuccess:
            return f"NT_SUCCESS({self.expression(e.status)})", _ATOM
        if kind is Binary:
            own = _PRECEDENCE[e.op]
            left, right = self.expression(e.left, own), self.expression(e.right, own + 1)
            # As people write them.
            if own < 3 or e.op == "&":
                left, right = (self._bracketed(side, own) for side in (e.left, e.right))
            return f"{left} {e.op} {right}", own if e.op != "&" else 0
        if kind is Choice:
            parts = (self.expression(part, 1) for part in (e.condition, e.yes, e.no))
            return "{} ? {} : {}".format(*parts), 0.5
        if kind is Assign:
            return f"{self.expression(e.place)} = {self.expression(e.value)}", 0.2
        if kind is Step:
            sign = "++" if e.delta > 0 else "--"
            place = self.expression(e.place, _UNARY)
            return (sign + place if e.prefix else place + sign), _UNARY
        if kind is Call:
            return f"{self.callee(e.name)}({', '.join(self.expression(a) for a in e.args)})", _ATOM
        raise TypeError(f"not an expression: {e!r}")

    def _bracketed(self, e, own):
        text, precedence = self._expression(e)
        return f"({text})" if precedence < _UNARY and precedence != own else text

    def callee(self, name):
        program = self.program
        own = name in program.opaques or name in program.contexts or program.find(name)
        return self.name(name) if own else name

    # Statements.

    def line(self, indent, text):
        self.lines.append("    " * indent + text)

    def block(self, body, indent):
        for statement in body:
            self.statement(statement, indent)

    def braces(self, head, body, indent, tail=None):
        self.line(indent, head + " {")
        self.block(body, indent + 1)
        self.line(indent, "}" if tail is None else "} " + tail)

    def statement(self, s, indent):
        kind = type(s)
        if kind is Do:
            self.line(indent, f"{'(VOID)' if s.discarded else ''}{self.expression(s.value)};")
        elif kind is If:
            head = f"if ({self.expression(s.condition)})"
            self.braces(head, s.then, indent)
            if s.otherwise:
                self.lines[-1] += " else {"
                self.block(s.otherwise, indent + 1)
                self.line(indent, "}")
        elif kind is Switch:
            self.line(indent, f"switch ({self.expression(s.value)}) {{")
            for case in s.cases:
                for label in case.labels:
                    self.line(indent, "default:" if label is None
                              else f"case {self.expression(label)}:")
                self.block(case.body, indent + 1)
                if not case.body or type(case.body[-1]) is Label:
                    self.line(indent + 1, ";")
            self.line(indent, "}")
        elif kind is While:
            self.braces(f"while ({self.expression(s.condition)})", s.body, indent)
        elif kind is DoWhile:
            self.braces("do", s.body, indent, f"while ({self.expression(s.condition)});")
        elif kind is For:
            parts = ["" if part is None else self.expression(part)
                     for part in (s.first, s.condition, s.step)]
            head = "for ({}; {}; {})".format(*parts)
            self.braces(head.replace("; ;", ";;").replace("; )", ";)"), s.body, indent)
        elif kind is Break:
            self.line(indent, "break;")
        elif kind is Continue:
            self.line(indent, "continue;")
        elif kind is Goto:
            self.line(indent, f"goto {s.label};")
        elif kind is Label:
            # With a statement of its own: none need follow.
            self.line(0, f"{s.name}:;")
        elif kind is Return:
            self.line(indent, "return;" if s.value is None
                      else f"return {self.expression(s.value)};")
        else:
            raise TypeError(f"not a statement: {s!r}")

    # Files' parts.

    def signature(self, function):
        params = ", ".join(self.declaration(t, name) for t, name in function.params) or "VOID"
        static = function.role is None or function.how == DECLARED_STATIC or \
            function.how in (ASSIGNED, INITIALIZER, PASSED)
        return f"{'static ' if static else ''}{self.type(function.returns)}" \
               f"{self.name(function.name)}({params})"

    def function(self, function):
        name = self.name(function.name)
        if function.how in (DECLARED, REDECLARED):
            self.line(0, f"{function.role} {name};")
        elif function.how == DECLARED_STATIC:
            self.line(0, f"static {function.role} {name};")
        if function.how == REDECLARED:
            self.line(0, self.signature(function) + ";")
        self.line(0, self.signature(function))
        self.line(0, "{")
        for local in function.locals:
            if local.value is not None:
                value = self.expression(local.value)
            else:
                value = "{0}"
            self.line(1, f"{self.declaration(local.type, local.name)} = {value};")
        if function.locals and function.body:
            self.line(0, "")
        self.block(function.body, 1)
        self.line(0, "}")
        self.line(0, "")

    def registration(self, function):
        """The code that gives the callback its role."""
        if function.how not in (ASSIGNED, INITIALIZER, PASSED):
            return
        where = ROLES[function.role][2]
        name, setup = self.name(function.name), self.name("Setup")
        if function.how == PASSED:
            body = [f"{where} config;", "", f"{where}_INIT(&config, {name});"]
        elif function.how == ASSIGNED:
            body = [f"{where[0]} config = {{0}};", "", f"config.{where[1]} = {name};"]
        else:
            body = [f"static {where[0]} config = {{.{where[1]} = {name}}};", "",
                    "config.Size = sizeof(config);"]
        self.line(0, f"VOID {setup}(VOID)")
        self.line(0, "{")
        for text in body:
            self.line(1 if text else 0, text)
        self.line(0, "}")
        self.line(0, "")

    def structs(self):
        for name, fields in self.program.structs.items():
            fields = [(t, field) for t, field in fields if (name, field) in self.used.fields]
            if name not in self.used.structs:
                continue
            tag = self.struct(name)
            self.line(0, f"typedef struct _{tag} {{")
            for t, field in fields or [("ULONG", "Unused")]:
                self.line(1, self.declaration(t, field) + ";")
            self.line(0, f"}} {tag}, *P{tag};")
            self.line(0, "")
        for accessor, (name, _) in self.program.contexts.items():
            if accessor in self.used.calls:
                self.line(0, f"WDF_DECLARE_CONTEXT_TYPE_WITH_NAME({self.struct(name)}, "
                             f"{self.name(accessor)})")
                self.line(0, "")

    def declarations(self):
        start = len(self.lines)
        for name, (t, static) in self.program.globals.items():
            if name in self.used.globals:
                self.line(0, f"{'static ' if static else ''}"
                             f"{self.declaration(t, self.name(name))};")
        for opaque in self.program.opaques.values():
            if opaque.name in self.used.calls:
                params = ", ".join(self.type(t).strip() for t in opaque.params) or "VOID"
                self.line(0, f"{self.type(opaque.returns)}{self.name(opaque.name)}({params});")
        if len(self.lines) > start:
            self.line(0, "")

    def text(self):
        self.structs()
        self.declarations()
        for function in self.program.functions:
            if function.name in self.used.calls or function is self.program.callback:
                self.function(function)
        self.registration(self.program.callback)
        return "\n".join(self.lines)


def print_program(program, prefix=None):
    """The C of PROGRAM without the headers. PREFIX is the program's own name
    where it is not given."""
    return Source(program, program.name if prefix is None else prefix).text()


def print_file(programs):
    return HEADER + "\n" + "\n".join(print_program(program) for program in programs)


def print_statement(program, part):
    """One line for what a step of a path does."""
    source = Source(program, "")
    if type(part) is Local:
        return f"{source.declaration(part.type, part.name)} = {source.expression(part.value)};"
    if isinstance(part, Node) and type(part) in (Do, Return, Goto, Break, Continue, Label):
        source.statement(part, 0)
        return source.lines[-1].strip()
    return source.expression(part)
