"""Which locals nobody reads any more: paths that differ only in these are one."""

from program import AddressOf, Assign, Binary, Choice, Node, Var, walk


def find_dead(flow, first, slots, size_of):
    """For each step the offsets of the cells of dead locals before it.

    FLOW has for each step, from number FIRST on, the expressions that it
    evaluates, the local that it sets after that, and the steps that follow."""
    kept = _find_kept(flow, slots)
    effects = []
    for runs, sets, to in flow:
        reads, writes = set(), set()
        for e in runs:
            _find_accesses(e, reads, writes, True)
        if sets is not None:
            writes.add(sets)
        effects.append((reads, writes, [step - first for step in to]))
    live = [set() for _ in flow]
    changed = True
    while changed:
        changed = False
        for i in range(len(flow) - 1, -1, -1):
            reads, writes, to = effects[i]
            now = set().union(*(live[step] for step in to)) if to else set()
            now -= writes
            now |= reads
            if now != live[i]:
                live[i] = now
                changed = True
    cells = {name: range(offset, offset + size_of(t)) for name, (offset, t) in slots.items()}
    names = set(slots) - kept
    return [tuple(offset for name in names - alive for offset in cells[name]) for alive in live]


def _find_kept(flow, slots):
    """Locals that are read in ways that cannot be told apart: through pointers,
    or part by part."""
    kept = {name for name, (_, t) in slots.items()
            if isinstance(t, tuple) and t[0] != "pointer"}
    for runs, _, _ in flow:
        for e in runs:
            for node in walk(e):
                if type(node) is AddressOf:
                    kept |= {inner.name for inner in walk(node.place) if type(inner) is Var}
    return kept


def _find_accesses(e, reads, writes, always):
    """Adds the locals that E reads before it writes them to READS, and those that
    it writes in any case to WRITES. E itself is evaluated ALWAYS or sometimes."""
    kind = type(e)
    if kind is Var:
        if e.name not in writes:
            reads.add(e.name)
    elif kind is Assign:
        _find_accesses(e.value, reads, writes, always)
        if type(e.place) is Var:
            if always:
                writes.add(e.place.name)
        else:
            _find_accesses(e.place, reads, writes, always)
    elif kind is Binary and e.op in ("&&", "||"):
        _find_accesses(e.left, reads, writes, always)
        _find_accesses(e.right, reads, writes, False)
    elif kind is Choice:
        _find_accesses(e.condition, reads, writes, always)
        _find_accesses(e.yes, reads, writes, False)
        _find_accesses(e.no, reads, writes, False)
    elif isinstance(e, Node):
        for name in kind.__slots__:
            _find_accesses(getattr(e, name), reads, writes, always)
    elif isinstance(e, list):
        for item in e:
            _find_accesses(item, reads, writes, always)


