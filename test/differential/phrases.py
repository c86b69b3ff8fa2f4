"""The phrases that drivers' locking is written in, as nodes of program.py."""

from program import STATUSES, AddressOf, Assign, Binary, Call, Const, Do, NtSuccess, Return, Var

NULL = Const(0, "NULL")
TRUE = Const(1, "TRUE")
FALSE = Const(0, "FALSE")
NO_ATTRIBUTES = Const(0, "WDF_NO_OBJECT_ATTRIBUTES")


def status(name):
    return Const(STATUSES["STATUS_" + name], "STATUS_" + name)


SUCCESS = status("SUCCESS")
TIMEOUT = status("TIMEOUT")
FAILURES = [status(name) for name in ("UNSUCCESSFUL", "DEVICE_BUSY", "DEVICE_NOT_READY",
                                      "INVALID_DEVICE_REQUEST")]
# Some time in the units of a time-out (100 ns), and no time at all.
SOME_TIME = Const(-100000, "WDF_REL_TIMEOUT_IN_MS(10)")
NO_TIME = Const(0, None)


def number(value):
    return Const(value, None)


def call(name, *args):
    return Call(name, list(args))


def acquire(lock, timeout=NULL):
    return Call("WdfWaitLockAcquire", [lock, timeout])


def release(lock):
    return Call("WdfWaitLockRelease", [lock])


def create(place):
    return Call("WdfWaitLockCreate", [NO_ATTRIBUTES, AddressOf(place)])


def delete(lock):
    return Call("WdfObjectDelete", [lock])


def do(value, discarded=False):
    return Do(value, discarded)


def let(place, value):
    """An assignment as a statement, to a place or to the local of that name."""
    return Do(Assign(Var(place) if isinstance(place, str) else place, value), False)


def equal(left, right):
    return Binary("==", left, right)


def differ(left, right):
    return Binary("!=", left, right)


def both(left, right):
    return Binary("&&", left, right)


def either(left, right):
    return Binary("||", left, right)


def succeeded(value):
    return NtSuccess(value)


def give(value=None):
    return Return(value)
