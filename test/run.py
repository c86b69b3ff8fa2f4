"""Runs lit and counts: run.py LLVM_FOLDER VERSION [FOLDER...]

LLVM_FOLDER has bin/lit and bin/FileCheck; VERSION is that of the LLVM whose plugin
is tested; each FOLDER is one of test/. The last
line is `N passed, N failed, N skipped`. The exit code is not 0 if a test failed
or none ran."""

import json
import os
import subprocess
import sys
import tempfile

TESTS = os.path.dirname(os.path.abspath(__file__))

PASSED = {"PASS", "XFAIL", "FLAKYPASS"}
SKIPPED = {"UNSUPPORTED", "SKIPPED", "EXCLUDED"}


def main(llvm, version, folders):
    folders = [os.path.join(TESTS, folder) for folder in folders] or [TESTS]
    for folder in folders:
        if not os.path.exists(folder):
            sys.exit(f"test: there is no {folder}")
    with tempfile.TemporaryDirectory() as temporary:
        results = os.path.join(temporary, "results.json")
        subprocess.run(
            [os.path.join(llvm, "bin", "lit"), "-v", "--show-unsupported", "--output", results,
             "--param", f"llvm={llvm}", "--param", f"version={version}", *folders], check=False)
        try:
            with open(results, encoding="utf-8") as file:
                codes = [test["code"] for test in json.load(file)["tests"]]
        except (OSError, ValueError):
            codes = []
    passed = sum(code in PASSED for code in codes)
    skipped = sum(code in SKIPPED for code in codes)
    failed = len(codes) - passed - skipped
    print(f"{passed} passed, {failed} failed, {skipped} skipped")
    return 0 if passed and not failed else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], sys.argv[2], sys.argv[3:]))
