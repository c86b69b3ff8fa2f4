"""Prints our entries of CodeChecker's list of checkers in full, and two of clang's own for
comparison: checkers.py LIST.json"""

import json
import sys

with open(sys.argv[1], encoding="utf-8") as file:
    checkers = json.load(file)
for checker in checkers:
    name = checker["name"]
    labels = dict(label.split(":", 1) for label in checker["labels"])
    if name in ("alpha.unix.PthreadLock", "core.NullDereference") or name.startswith("kmdf"):
        print(f"{name}: {checker['status']}, {labels['severity']}")
    if name.startswith("kmdf"):
        print(f"  {checker['description']}\n  {labels['doc_url']}")
