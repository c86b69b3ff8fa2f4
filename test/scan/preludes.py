"""Compares a scan whose files begin with precompiled headers, wherever they can,
with one in which none does: preludes.py WORK_FOLDER PATH...

Prints how many files began with one. Ends with a message if the results differ."""

import glob
import json
import os
import shutil
import sys

from kmdf_scan import analysis, cli, repeat
from kmdf_scan.preludes import PreludeFinder


def main(work, paths):
    shutil.rmtree(work, ignore_errors=True)
    analysis._ENOUGH_FILES = 1
    with_them = scan(os.path.join(work, "with"), paths)
    users, precompiled = count_users(os.path.join(work, "with"))
    PreludeFinder.find = lambda self, source: ""
    without = scan(os.path.join(work, "without"), paths)
    for left, right in zip(with_them, without):
        for key in left:
            if left[key] != right[key]:
                print_difference(left[key], right[key])
                sys.exit(f"{left['name']}: {key} differ")
    print(f"{users} files began with one of {precompiled} precompiled headers; the results are "
          f"the same for {sum(len(driver['files']) for driver in without)} files, "
          f"{sum(len(driver['defects']) for driver in without)} defects")


def scan(folder, paths):
    """The drivers in verdicts.json, without what may differ from run to run."""
    os.environ["XDG_CACHE_HOME"] = os.path.join(folder, "cache")
    # One at a time: no file begins before its header is precompiled.
    arguments = ["--jobs", "1", "--out", os.path.join(folder, "report"), *paths]
    cli.main(arguments, repeat.Witness(arguments))
    with open(os.path.join(folder, "report", "verdicts.json"), encoding="utf-8") as file:
        drivers = json.load(file)["drivers"]
    for driver in drivers:
        for file in driver["files"]:
            del file["seconds"]
        for defect in driver["defects"]:
            # clang makes up the name.
            defect["report"] = os.path.dirname(defect["report"])
    return drivers


def count_users(folder):
    """How many files began with a precompiled header, and how many there are."""
    users = 0
    for path in glob.glob(os.path.join(folder, "cache/kmdf-scan/scans/*/files/*/*/depfile")):
        raise SystemExit(f"{path} is left")
    for path in glob.glob(os.path.join(folder, "cache/kmdf-scan/scans/*/files/*/alone/prelude")):
        with open(path, encoding="utf-8") as file:
            base = file.read().strip()
        users += bool(base) and os.path.getsize(f"{base}.pch") > 0
    sizes = [os.path.getsize(path)
             for path in glob.glob(os.path.join(folder, "cache/kmdf-scan/preludes/*.pch"))]
    return users, sum(size > 0 for size in sizes)


def print_difference(left, right):
    for one in left:
        if one not in right:
            print("with:", json.dumps(one))
    for one in right:
        if one not in left:
            print("without:", json.dumps(one))


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2:])
