"""Starts a scan, and another while it runs: two_scans.py BIN FIRST SECOND COMMAND...

BIN has a ninja that waits for the file MAY_GO_ON. COMMAND is run with FIRST and with
SECOND, which are drivers. Prints what the second says as it has to wait, then what
each ends with."""

import os
import subprocess
import sys
import time


def main(programs, first, second, command):
    may_go_on = os.path.join(programs, "go-on")
    environment = {**os.environ, "PATH": f"{programs}:{os.environ['PATH']}",
                   "MAY_GO_ON": may_go_on}

    def start(driver):
        return subprocess.Popen([*command, driver], env=environment, stdout=subprocess.PIPE,
                                stderr=subprocess.PIPE, text=True)

    scans = [start(first)]
    # It has the folder from the time on when it has written a build file.
    while not any("alone.ninja" in names for _, _, names in os.walk(os.environ["XDG_CACHE_HOME"])):
        if scans[0].poll() is not None:
            sys.exit("the first scan did not wait: " + scans[0].stderr.read())
        time.sleep(0.01)
    scans.append(start(second))
    print("the second:", scans[1].stderr.readline(), end="")
    with open(may_go_on, "w", encoding="utf-8"):
        pass
    for name, scan in zip(("first", "second"), scans):
        out, errors = scan.communicate(timeout=300)
        print(f"the {name} ended with {scan.returncode}: {out}{errors}", end="")


if __name__ == "__main__":
    main(*sys.argv[1:4], sys.argv[4:])
