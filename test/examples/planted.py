"""Compares the scan of an example with what its sources say of it:
planted.py EXAMPLE VERDICTS_JSON

Every line with a comment that begins with DEFECT has one defect, and no other
line has any; the example's README names the same callbacks and rules; every other
callback passes, and every file was analysed."""

import collections
import json
import os
import re
import sys

TABLE_ROW = re.compile(r"^\| [^|]+ \| (\S+) \| (kmdf\.\w+) \| [^|]+ \|$", re.MULTILINE)


def main(example, verdicts):
    with open(verdicts, encoding="utf-8") as file:
        [driver] = json.load(file)["drivers"]
    expect("driver", os.path.realpath(example), os.path.realpath(driver["root"]))

    planted = collections.Counter(find_planted(example))
    found = collections.Counter((defect["file"], defect["line"]) for defect in driver["defects"])
    expect("defects", planted, found)

    listed = collections.Counter(TABLE_ROW.findall(read(os.path.join(example, "README.md"))))
    found = collections.Counter((defect["callback"], defect["rule"])
                                for defect in driver["defects"])
    expect("the README's rows", listed, found)

    for callback in driver["callbacks"]:
        for rule, judged in callback["rules"].items():
            name = callback["function"]
            wanted = "defect" if (name, rule) in found else "pass"
            expect(f"{rule} of {name}", wanted, judged["verdict"])
    expect("driver", "defect" if planted else "pass", driver["verdict"])
    for file in driver["files"]:
        expect(file["path"], "analysed", file["status"])
    print(f"{planted.total()} planted defects, all found and nothing else, "
          f"in {len(driver['callbacks'])} callbacks")


def find_planted(example):
    for folder, _, names in os.walk(example):
        for name in names:
            path = os.path.join(folder, name)
            for number, line in enumerate(read(path).splitlines(), 1):
                if re.search(r"(/\*|//) DEFECT\b", line):
                    yield os.path.relpath(path, example), number


def read(path):
    if not os.path.exists(path):
        return ""
    with open(path, encoding="utf-8") as file:
        return file.read()


def expect(what, wanted, found):
    if wanted != found:
        sys.exit(f"{what}: expected {wanted}\nbut found {found}")


if __name__ == "__main__":
    main(*sys.argv[1:])
