"""Tries every choice of a program's unknowns.

check() is exact: it goes on from each state once, however many paths lead there,
and states are finite (machine.py). enumerate_paths() is the same without that
memory; it serves to test the first."""

from csource import print_statement
from machine import RULES, Machine
from state import PathEnds, Unsupported

# More steps than any program of the generator needs.
STEP_LIMIT = 80_000


def _run_step(machine, step, state, script):
    """Makes one step, with the choices of SCRIPT first. Returns the next step,
    which is None where the path ends."""
    state.script = script
    state.taken = 0
    state.forks = []
    try:
        return machine.steps[step](state)
    except PathEnds:
        return None


class Judgement:
    """What is to know of a program."""

    def __init__(self, machine):
        self.broken = dict(machine.broken)  # rule -> how
        # Whether it also works with locks that unseen code has its hands on: of
        # these nobody can know in which state they are.
        self.is_doubtful = machine.is_doubtful


def check(program, reach="narrow", wanted=RULES, limit=STEP_LIMIT):
    """The Judgement of all paths of PROGRAM. The search ends as soon as all rules
    that are WANTED are broken."""
    machine = Machine(program, reach)
    steps, chooses, merges = machine.steps, machine.chooses, machine.merges
    broken = machine.broken
    seen = set()
    # Paths that wait: a step, the state before it, and what to choose in it.
    pending = [(machine.entries[program.callback.name], machine.start, ())]
    count = 0
    while pending and not all(rule in broken for rule in wanted):
        step, state, script = pending.pop()
        state = state.copy()
        while step is not None:
            count += 1
            if merges[step]:
                key = state.key(machine, step)
                if key in seen:
                    break
                seen.add(key)
                if count > limit:
                    raise Unsupported("needs too many steps")
                step = steps[step](state)
            elif chooses[step]:
                before = state.copy()
                at, step = step, _run_step(machine, step, state, script)
                script = ()
                for fork in state.forks:
                    pending.append((at, before, fork))
            else:
                try:
                    step = steps[step](state)
                except PathEnds:
                    break
    return Judgement(machine)


def enumerate_paths(program, reach="narrow", limit=STEP_LIMIT):
    """As check(), path by path."""
    machine = Machine(program, reach)
    pending = [(machine.entries[program.callback.name], machine.start, ())]
    count = 0
    while pending:
        step, state, script = pending.pop()
        state = state.copy()
        while step is not None:
            count += 1
            if count > limit:
                raise Unsupported("needs too many steps")
            before = state.copy()
            at, step = step, _run_step(machine, step, state, script)
            script = ()
            for fork in state.forks:
                pending.append((at, before, fork))
    return Judgement(machine)


def explain(program, rule, reach="narrow"):
    """A shortest path on which PROGRAM breaks RULE: the lines that it runs."""
    machine = Machine(program, reach)
    pending = [(machine.entries[program.callback.name], machine.start, (), None)]
    seen = set()
    while pending:
        following = []
        for step, state, script, trace in pending:
            state = state.copy()
            while step is not None:
                if machine.merges[step]:
                    key = state.key(machine, step)
                    if key in seen:
                        break
                    seen.add(key)
                before = state.copy()
                at, step = step, _run_step(machine, step, state, script)
                for fork in state.forks:
                    following.append((at, before, fork, trace))
                function, node = machine.nodes[at]
                if node is not None:
                    chosen = f"    [{', '.join(map(str, state.script))}]" if state.script else ""
                    trace = (trace, f"{function.name}: {print_statement(program, node)}{chosen}")
                script = ()
                if rule in machine.broken:
                    return _unfold(trace) + [machine.broken[rule]]
        pending = following
    return []


def _unfold(trace):
    lines = []
    while trace is not None:
        trace, line = trace
        lines.append(line)
    return lines[::-1]
