"""What ends a scan early: Ctrl-C, or the system's wish that it ends.

A scan keeps what is finished then, and leaves no process behind."""

import signal

_SIGNALS = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)


class Interrupted(BaseException):
    """A signal came. Like KeyboardInterrupt no Exception: nothing may take it for
    a failure of its own."""

    def __init__(self, number):
        super().__init__(number)
        self.signal = number

    @property
    def exit_code(self):
        """The shell's for a program that the signal ended."""
        return 128 + self.signal


def raise_when_told():
    """From here on a signal to end raises Interrupted. One that whoever started
    this program wants ignored stays so, as nohup does with SIGHUP."""
    for number in _SIGNALS:
        if signal.getsignal(number) != signal.SIG_IGN:
            signal.signal(number, _raise)


def _raise(number, _):
    raise Interrupted(number)
