"""Runs a scan and says which sources clang was run on for it, and with whose roles:
again.py EXIT_CODE COMMAND...

It looks into the cache that the scan leaves at XDG_CACHE_HOME."""

import glob
import os
import subprocess
import sys


def main(wanted_code, command):
    with open("/proc/uptime", encoding="ascii") as file:
        begin = float(file.read().split()[0])
    code = subprocess.run(command, stdout=subprocess.DEVNULL, check=False).returncode
    if code != int(wanted_code):
        sys.exit(f"exit code {code}, not {wanted_code}")
    names = []
    for path in glob.glob(os.environ["XDG_CACHE_HOME"] + "/kmdf-scan/scans/*/files/*/*/status"):
        with open(path, encoding="ascii") as file:
            _, start, _ = file.read().split()
        # The time is in hundredths.
        if float(start) >= begin - 0.005:
            names.append(describe(os.path.dirname(path)))
    print("analysed:", " ".join(sorted(names)) or "nothing")


def describe(folder):
    with open(os.path.join(folder, "options"), encoding="utf-8") as file:
        lines = file.read().splitlines()
    name = os.path.basename(lines[lines.index('"-x"') + 2].strip('"'))
    return name if os.path.basename(folder) == "alone" else f"{name} ({os.path.basename(folder)})"


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2:])
