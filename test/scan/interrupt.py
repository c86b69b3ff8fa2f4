"""Runs kmdf-scan on a terminal and ends it when the first of its two files is done:
interrupt.py SIGNAL EXIT_CODE SLOW_SOURCE COMMAND...

SIGNAL is INT, which the terminal sends for Ctrl-C, HUP, which the system sends when
the terminal goes away, TERM or KILL. Writes SLOW_SOURCE, which takes clang minutes.
Prints what the scan says, and whether a compiler of it is left."""

import os
import pty
import re
import signal
import subprocess
import sys
import time

SLOW = """
constexpr unsigned spin(unsigned n)
{
    for (unsigned i = 0; i < 300000; i++)
        n += i;
    return n;
}
#define ONE(n) static_assert(spin(n) != n, "");
#define TEN(n) ONE(n##0) ONE(n##1) ONE(n##2) ONE(n##3) ONE(n##4) \\
    ONE(n##5) ONE(n##6) ONE(n##7) ONE(n##8) ONE(n##9)
#define HUNDRED(n) TEN(n##0) TEN(n##1) TEN(n##2) TEN(n##3) TEN(n##4) \\
    TEN(n##5) TEN(n##6) TEN(n##7) TEN(n##8) TEN(n##9)
HUNDRED(1) HUNDRED(2) HUNDRED(3) HUNDRED(4) HUNDRED(5)
"""


def main(name, wanted_code, slow, command):
    with open(slow, "w", encoding="utf-8") as file:
        file.write(SLOW)
    pid, terminal = pty.fork()
    if pid == 0:
        # Whoever runs the tests may have them ignored.
        for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
            signal.signal(number, signal.SIG_DFL)
        os.execvp(command[0], command)
    shown = read_until(terminal, re.compile(rb"\b1\b\D{1,10}\b2\b"))
    if name == "HUP":
        os.close(terminal)
    elif name == "INT":
        os.killpg(os.getpgid(pid), signal.SIGINT)
    else:
        os.kill(pid, signal.Signals[f"SIG{name}"])
    if name != "HUP":
        shown += read_until(terminal, None)
    code = os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])
    print(re.sub(r"\x1b\[[0-9;]*[A-Za-z]", "", shown.decode(errors="replace")))
    if code != int(wanted_code):
        sys.exit(f"exit code {code}, not {wanted_code}")
    # A process that was killed takes a moment to be gone.
    for _ in range(50):
        left = find_compilers()
        if not left:
            print("no compiler is left")
            return
        time.sleep(0.1)
    sys.exit("left running: " + "; ".join(left))


def find_compilers():
    """The compilers that work for the scan: the cache is the test's own."""
    listing = subprocess.run(["ps", "-eo", "args"], capture_output=True, text=True,
                             check=True).stdout
    cache = os.environ["XDG_CACHE_HOME"]
    return [line for line in listing.splitlines() if cache in line and "clang" in line]


def read_until(terminal, pattern):
    """What the terminal shows until PATTERN, or until it closes."""
    shown = b""
    while not (pattern and pattern.search(shown)):
        try:
            piece = os.read(terminal, 4096)
        except OSError:  # so Linux says that the other side has closed
            break
        if not piece:
            break
        shown += piece
    return shown


if __name__ == "__main__":
    main(*sys.argv[1:4], sys.argv[4:])
