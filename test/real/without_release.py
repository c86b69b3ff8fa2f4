"""Analyses a driver's source as it is, and again with each of its releases of a
wait lock taken out in turn: without_release.py SOURCE SCRATCH COMMAND...

COMMAND is clang's, without the source; the changed sources go to the folder
SCRATCH. Prints what is reported, by the line of the release."""

import os
import re
import subprocess
import sys

RELEASE = re.compile(r"WdfWaitLockRelease\s*\([^()]*\)\s*;")


def main(source, scratch, command):
    os.makedirs(scratch, exist_ok=True)
    # Bytes that are no UTF-8 stay what they are.
    with open(source, encoding="latin-1", newline="") as file:
        text = file.read()
    analyse("as it is", source, text, scratch, command)
    for release in RELEASE.finditer(text):
        line = text.count("\n", 0, release.start()) + 1
        changed = text[:release.start()] + ";" + text[release.end():]
        analyse(f"without line {line}", source, changed, scratch, command)


def analyse(label, source, text, scratch, command):
    path = os.path.join(scratch, os.path.basename(source))
    with open(path, "w", encoding="latin-1", newline="") as file:
        file.write(text)
    # Its own headers are beside the original.
    run = subprocess.run([*command, "-I", os.path.dirname(source), path], text=True,
                         errors="replace", capture_output=True, check=False)
    if run.returncode != 0:
        sys.exit(f"{label}: clang failed\n{run.stderr}")
    reports = re.findall(r": warning: (.*)", run.stderr)
    print(f"{label}: {len(reports)} reported")
    for report in reports:
        print(f"  {report}")


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], sys.argv[3:])
