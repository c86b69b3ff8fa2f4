"""What a program's callback uses of what stands at file scope."""

from program import Call, Field, Global, walk


class Used:
    def __init__(self):
        self.calls, self.globals, self.structs, self.fields = set(), set(), set(), set()


def find_used(program):
    """What the callback uses of what stands at file scope."""
    used = Used()
    pending, seen = [program.callback], set()
    names = set()
    while pending:
        function = pending.pop()
        if function.name in seen:
            continue
        seen.add(function.name)
        _use_types(program, used, [function.returns] + [t for t, _ in function.params] +
                   [local.type for local in function.locals])
        for part in [function.body] + function.locals:
            for node in walk(part):
                if type(node) is Call:
                    used.calls.add(node.name)
                    callee = program.find(node.name)
                    if callee:
                        pending.append(callee)
                    elif node.name in program.opaques:
                        opaque = program.opaques[node.name]
                        _use_types(program, used, [opaque.returns] + opaque.params)
                    elif node.name in program.contexts:
                        used.structs.add(program.contexts[node.name][0])
                elif type(node) is Global:
                    used.globals.add(node.name)
                    _use_types(program, used, [program.globals[node.name][0]])
                elif type(node) is Field:
                    names.add(node.name)
    # Field names are unique in all structs of a program.
    for name, fields in program.structs.items():
        for t, field in fields:
            if field in names:
                used.fields.add((name, field))
    for name in list(used.structs):
        _use_struct(program, used, name)
    return used


def _use_types(program, used, types):
    for t in types:
        while isinstance(t, tuple) and t[0] != "struct":
            t = t[1]
        if isinstance(t, tuple):
            used.structs.add(t[1])


def _use_struct(program, used, name):
    used.structs.add(name)
    for t, field in program.structs[name]:
        if (name, field) in used.fields:
            while isinstance(t, tuple) and t[0] != "struct":
                t = t[1]
            if isinstance(t, tuple) and t[1] not in used.structs:
                _use_struct(program, used, t[1])
