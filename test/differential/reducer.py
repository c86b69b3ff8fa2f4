"""Makes a program smaller for as long as it keeps a property."""

from program import (Binary, Case, Choice, Const, Do, DoWhile, For, If, Not, NtSuccess, Return,
                     Switch, While, blocks, walk)

MAX_ROUNDS = 12


def reduce_program(program, is_interesting):
    """A program as small as can be made of PROGRAM by leaving parts out, of
    which IS_INTERESTING is still true. The property costs much: what takes most
    away is tried first."""
    for _ in range(MAX_ROUNDS):
        before = program
        for change in (_without_chunks, _unwrapped, _with_plainer_parts, _without_locals):
            program = change(program, is_interesting)
        if program is before:
            return program
    return program


def _without_chunks(program, is_interesting):
    """Delta debugging on each list of statements: leaves out half, a quarter, ..."""
    changed = True
    while changed:
        changed = False
        for f, function in enumerate(program.functions):
            for b in range(len(list(blocks(function.body)))):
                found = list(blocks(program.functions[f].body))
                if b >= len(found):
                    break
                size = len(found[b])
                while size:
                    start = 0
                    while start < len(list(blocks(program.functions[f].body))[b]):
                        smaller = program.clone()
                        block = list(blocks(smaller.functions[f].body))[b]
                        if _is_needed(block[start:start + size], smaller.functions[f], block):
                            start += size
                            continue
                        del block[start:start + size]
                        if _try(smaller, is_interesting):
                            program, changed = smaller, True
                        else:
                            start += size
                    size //= 2
                    if b >= len(list(blocks(program.functions[f].body))):
                        break
    return program


def _is_needed(statements, function, block):
    """The last return of a function that returns something."""
    return function.returns != "VOID" and block is function.body and statements and \
        statements[-1] is block[-1] and type(block[-1]) is Return


def _try(program, is_interesting):
    try:
        return is_interesting(program)
    except (KeyError, TypeError, AttributeError, RuntimeError):
        # What is left makes no sense.
        return False


def _places(program):
    """For each statement: the path to it."""
    for f, function in enumerate(program.functions):
        for b, block in enumerate(blocks(function.body)):
            for i, statement in enumerate(block):
                yield f, b, i, statement


def _unwrapped(program, is_interesting):
    """Puts what is in a statement in its place."""
    changed = True
    while changed:
        changed = False
        for f, b, i, statement in list(_places(program)):
            for parts in _inner_blocks(statement):
                smaller = program.clone()
                block = list(blocks(smaller.functions[f].body))[b]
                block[i:i + 1] = parts(block[i])
                if _try(smaller, is_interesting):
                    program, changed = smaller, True
                    break
            if changed:
                break
    return program


def _inner_blocks(statement):
    kind = type(statement)
    if kind is If:
        return [lambda s: s.then, lambda s: s.otherwise]
    if kind in (While, DoWhile, For):
        return [lambda s: s.body]
    if kind is Switch:
        return [lambda s: [inner for case in s.cases for inner in case.body]] + [
            lambda s, n=n: s.cases[n].body for n in range(len(statement.cases))]
    return []


def _replacements(node):
    """Plainer nodes that may stand for NODE."""
    kind = type(node)
    if kind is Binary and node.op in ("&&", "||"):
        return [node.left, node.right]
    if kind is Not:
        return [node.value]
    if kind is Choice:
        return [node.yes, node.no]
    if kind is Const and node.text is None and node.value > 1:
        return [Const(value, None) for value in sorted({1, 2, node.value // 2, node.value - 1})
                if value < node.value]
    if kind is If and node.otherwise:
        return [If(node.condition, node.then, []), If(Not(node.condition), node.otherwise, [])]
    if kind is Do and node.discarded:
        return [Do(node.value, False)]
    if kind is Switch and len(node.cases) > 1:
        return [Switch(node.value, node.cases[:i] + node.cases[i + 1:])
                for i in range(len(node.cases))]
    if kind is Case and len(node.labels) > 1:
        return [Case(node.labels[:1], node.body), Case(node.labels[1:], node.body)]
    if kind is NtSuccess:
        return [node.status]
    return []


def _with_plainer_parts(program, is_interesting):
    start = 0
    while True:
        nodes = [node for function in program.functions for node in walk(function.body)]
        for n in range(start, len(nodes)):
            for replacement in _replacements(nodes[n]):
                smaller = program.clone()
                target = [node for function in smaller.functions
                          for node in walk(function.body)][n]
                _replace(smaller, target, replacement.clone())
                if _try(smaller, is_interesting):
                    program, start = smaller, n
                    break
            else:
                continue
            break
        else:
            return program


def _replace(program, old, new):
    for function in program.functions:
        for node in walk(function.body):
            for name in type(node).__slots__:
                part = getattr(node, name)
                if part is old:
                    setattr(node, name, new)
                elif isinstance(part, list):
                    for i, item in enumerate(part):
                        if item is old:
                            part[i] = new
        for block in blocks(function.body):
            for i, item in enumerate(block):
                if item is old:
                    block[i] = new


def _without_locals(program, is_interesting):
    for f, function in enumerate(program.functions):
        for local in list(function.locals):
            smaller = program.clone()
            smaller.functions[f].locals = [other for other in smaller.functions[f].locals
                                           if other.name != local.name]
            if _try(smaller, is_interesting):
                program = smaller
    return program


