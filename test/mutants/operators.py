"""The mutations: what a driver's author may get wrong about a lock."""

import dataclasses
import re

RELEASE, ACQUIRE = "WdfWaitLockRelease", "WdfWaitLockAcquire"

OPERATORS = ["no release", "other lock", "early return", "untested time-out"]

# What the mutants need beside the driver's own names.
_OTHER_LOCK = "MutantsLock"
_CONDITION = "MutantsCondition"
_TIMEOUT = "MutantsTimeout"

_LOCK_DECLARATION = re.compile(r"\bWDFWAITLOCK\s+(\w+)\s*(\[\s*\w+\s*\])?\s*;")
_LAST_NAME = re.compile(r"\w+(?=\s*(?:\[[^\[\]]*\]\s*)?$)")


@dataclasses.dataclass(frozen=True)
class Mutation:
    """A change of one call."""

    operator: str  # one of OPERATORS
    detail: str  # which of the operator's: the other lock
    # The texts that may replace the call, of which the first that compiles is
    # the mutant.
    replacements: tuple
    begin: int  # offsets of what is replaced
    end: int


def find_lock_names(text):
    """The names of the wait locks, members and variables, that TEXT declares."""
    return {name + ("[0]" if dimension else "")
            for name, dimension in _LOCK_DECLARATION.findall(text)}


def mutate(call, lock_names):
    """All mutations of CALL. LOCK_NAMES are the driver's locks."""
    if call.name == RELEASE and len(call.arguments) == 1:
        yield _change(call, "no release", "", ["(void)0"])
        yield from _release_others(call, lock_names)
        yield _change(call, "early return", "", [
            f"extern int {_CONDITION}(void); if ({_CONDITION}()) {way_out}; "
            f"{RELEASE}({call.arguments[0]})"
            for way_out in (_strictly("return"), "return 0", "return {}")])
    if call.name == ACQUIRE and len(call.arguments) == 2:
        lock, timeout = call.arguments
        if timeout in ("NULL", "nullptr"):
            # What it returns is taken for STATUS_SUCCESS, which it no longer is.
            yield _change(call, "untested time-out", "", [
                f"extern LONGLONG {_TIMEOUT}; {ACQUIRE}({lock}, &{_TIMEOUT}); STATUS_SUCCESS"])


def _release_others(call, lock_names):
    [lock] = call.arguments
    own = _LAST_NAME.search(lock)
    for name in sorted(lock_names):
        # Where the lock is no member or variable of that name, this does not
        # compile, or it is the same one.
        if own and own.group() != name.partition("[")[0]:
            other = lock[:own.start()] + name
            yield _change(call, "other lock", name, [f"{RELEASE}({other})"])
    yield _change(call, "other lock", "one of another file", [
        f"extern WDFWAITLOCK {_OTHER_LOCK}; {RELEASE}({_OTHER_LOCK})"])


def _strictly(statement):
    """STATEMENT, which has to be right: without a value in a function that returns
    one it is refused even where clang is told to let that pass."""
    return ('_Pragma("clang diagnostic push") '
            '_Pragma("clang diagnostic error \\"-Wreturn-type\\"") '
            '_Pragma("clang diagnostic error \\"-Wreturn-mismatch\\"") '
            f'{statement}; _Pragma("clang diagnostic pop")')


def _change(call, operator, detail, bodies):
    if call.statement_end:
        return Mutation(operator, detail, tuple(f"{{ {body}; }}" for body in bodies), call.begin,
                        call.statement_end)
    return Mutation(operator, detail, tuple(f"({{ {body}; }})" for body in bodies), call.begin,
                    call.end)
