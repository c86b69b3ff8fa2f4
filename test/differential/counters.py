"""Counts that go on for ever take finitely many values that differ.

Of a variable that only counts up, is set to numbers and is compared, all values
above the largest number that it is compared with are alike. So a loop that ends
nobody knows when has finitely many states."""

from program import Assign, Binary, Call, Const, Do, For, Step, Var, walk
from state import COMPARE


def find_caps(program, function):
    """For each such local of FUNCTION: a number above which all is alike."""
    nodes = list(walk([function.body] + function.locals))
    counted = {node.place.name for node in nodes
               if type(node) is Step and type(node.place) is Var and node.delta > 0}
    return {name: cap for name in counted
            if (cap := _find_cap(program, nodes, name)) is not None}


def _find_cap(program, nodes, name):
    plain, cap, others = _find_uses(nodes, name)
    if not plain:
        return None
    for other in others:
        # What it counts to; a number that is compared with that tells how far it
        # has come, too.
        is_plain, largest, _ = _find_uses(nodes, other.name) if type(other) is Var else (0, 0, 0)
        cap = max(cap, largest if is_plain else _find_largest(program))
    return cap + 1


def _find_uses(nodes, name):
    """Whether the local NAME is only compared, stepped and set, to numbers or to
    what calls return; the largest number that it is compared with; and what else
    it is compared with."""
    def is_local(e):
        return (type(e) is Var and e.name == name) or (type(e) is Step and is_local(e.place))

    uses = sum(type(node) is Var and node.name == name for node in nodes)
    plain, largest, others = 0, 0, []
    for node in nodes:
        if type(node) is Binary and node.op in COMPARE:
            for side, other in ((node.left, node.right), (node.right, node.left)):
                if is_local(side):
                    plain += 1
                    if type(other) is Const:
                        largest = max(largest, other.value)
                    else:
                        others.append(other)
        elif type(node) is Assign and is_local(node.place) and type(node.value) in (Const, Call):
            plain += 1
        elif type(node) is Do:
            plain += type(node.value) is Step and is_local(node.value)
        elif type(node) is For:
            plain += sum(type(part) is Step and is_local(part)
                         for part in (node.first, node.step))
    return plain == uses, largest, others


def _find_largest(program):
    """The largest number that anything is compared with, but for codes."""
    largest = 0
    for function in program.functions:
        for node in walk(function.body):
            if type(node) is Binary and node.op in COMPARE:
                for side in (node.left, node.right):
                    if type(side) is Const and side.text is None:
                        largest = max(largest, side.value)
    return largest
