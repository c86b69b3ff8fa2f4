"""Compares the lock calls that a scan lists with those in the text of the sources:
call_sites.py VERDICTS_JSON"""

import json
import os
import re
import sys

CALL = re.compile(r"\b(WdfWaitLockCreate|WdfWaitLockAcquire|WdfWaitLockRelease)\(")


def main(verdicts):
    with open(verdicts, encoding="utf-8") as file:
        drivers = json.load(file)["drivers"]
    count = 0
    for driver in drivers:
        listed = {(site["file"], site["line"], site["ddi"]) for site in driver["call_sites"]}
        written = set(find_calls(driver["root"]))
        if listed != written:
            sys.exit(f"{driver['name']}: listed or written alone: {sorted(listed ^ written)}")
        count += len(written)
    print(f"{count} lock calls in the sources, all listed")


def find_calls(root):
    for folder, _, names in os.walk(root):
        for name in names:
            path = os.path.join(folder, name)
            with open(path, encoding="utf-8") as file:
                for number, line in enumerate(file, 1):
                    for call in CALL.finditer(line):
                        yield os.path.relpath(path, root), number, call[1]


if __name__ == "__main__":
    main(sys.argv[1])
