"""same-each-time.py COUNT COMMAND...: runs the command COUNT times and fails if
its output differs, there is none, or the command fails. Addresses of memory differ from run to run, and
nothing that is reported may depend on them."""

import subprocess
import sys


def main():
    count, command = int(sys.argv[1]), sys.argv[2:]
    seen = set()
    for _ in range(count):
        run = subprocess.run(command, capture_output=True)
        seen.add((run.returncode, run.stdout, run.stderr))
    if len(seen) != 1 or not all(code == 0 and output + errors for code, output, errors in seen):
        for code, output, errors in seen:
            print(code, (output + errors).decode(errors="replace"))
        return 1
    return 0


sys.exit(main())
