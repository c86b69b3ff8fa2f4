"""Compares the table of the peers' cases with the tests beside it: table.py FOLDER

Each case names test functions that exist in the files of its section, or says why it
does not apply; each test function is named; the totals are right."""

import os
import re
import sys

ROW = re.compile(r"^\| ([^|]+) \| ([^|]+) \| ([^|]+) \|$", re.MULTILINE)
FILE = re.compile(r"\]\((\S+\.(?:c|cpp))\)")
# What is static is no test but a part of one, and so are members.
TEST = re.compile(r"^(?:CALLBACK\((\w+)\)|(?:_\w+_\(\w+\) )?[A-Z]\w+ \*?(\w+)\([^;]*?\))\n\{",
                  re.MULTILINE)
WHY_NOT = "does not apply: "


def main(folder):
    tests = {name: find_tests(os.path.join(folder, name)) for name in sorted(os.listdir(folder))
             if name.endswith((".c", ".cpp"))}
    text = read(os.path.join(folder, "README.md"))
    named, applying, others = set(), 0, 0
    for section in text.split("\n## ")[1:]:
        files = FILE.findall(section)
        for case, _, here in ROW.findall(section):
            if case in ("case", "---"):
                continue
            names = re.findall(r"`(\w+)`", here)
            if here.startswith(WHY_NOT) == bool(names):
                sys.exit(f"{case}: name its tests, or say why it does not apply")
            applying += bool(names)
            others += not names
            for name in names:
                places = {(file, name) for file in files if name in tests[file]}
                if not places:
                    sys.exit(f"{case}: there is no {name} in {', '.join(files)}")
                named |= places
    for file, functions in tests.items():
        for name in functions:
            if (file, name) not in named:
                sys.exit(f"{file}: {name} is of no case")
    totals = f"{applying + others} cases: {applying} apply, {others} do not."
    if totals not in text:
        sys.exit(f"README.md should say: {totals}")
    print(totals)


def find_tests(path):
    return {callback or function for callback, function in TEST.findall(read(path))}


def read(path):
    with open(path, encoding="utf-8") as file:
        return file.read()


if __name__ == "__main__":
    main(sys.argv[1])
