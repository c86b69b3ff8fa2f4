"""Prints the files and the callbacks of a report: show_files.py FOLDER"""

import json
import os
import sys

sys.stdout.reconfigure(errors="backslashreplace")

with open(os.path.join(sys.argv[1], "verdicts.json"), encoding="utf-8") as report:
    document = json.load(report)
for driver in document["drivers"]:
    for file in driver["files"]:
        print(file["path"], file["status"], file["reason"])
    for callback in driver["callbacks"]:
        print(f"callback {callback['function']} in {callback['file']}:{callback['line']}")
