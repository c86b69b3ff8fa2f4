"""Runs lit and counts: run.py LLVM_FOLDER RUN...

LLVM_FOLDER has bin/lit and bin/FileCheck. Each RUN is +VERSION, or -VERSION to
skip it, and the folders of test/ that are meant, all if there are none: VERSION
is that of the LLVM whose plugin is tested. The last line is `N passed, N failed,
N skipped`, of all runs together. The exit code is not 0 if a test failed or none
ran."""

import json
import os
import subprocess
import sys
import tempfile

TESTS = os.path.dirname(os.path.abspath(__file__))

# The version that lit can be set up for where another one is missing.
BASE = "22"

PASSED = {"PASS", "XFAIL", "FLAKYPASS"}
SKIPPED = {"UNSUPPORTED", "SKIPPED", "EXCLUDED"}


def find_runs(words):
    """The runs that WORDS name: lists of [sign, version, folders]."""
    runs = []
    for word in words:
        if word[:1] in "+-" and word[1:].isdigit():
            runs.append((word[0], word[1:], []))
        elif not runs:
            sys.exit(f"test: {word} comes before the version that it is for")
        else:
            folder = os.path.join(TESTS, word)
            if not os.path.exists(folder):
                sys.exit(f"test: there is no {folder}")
            runs[-1][2].append(folder)
    return [(sign, version, folders or [TESTS]) for sign, version, folders in runs]


def call_lit(llvm, version, folders, *options, **settings):
    return subprocess.run(
        [os.path.join(llvm, "bin", "lit"), *options, "--param", f"llvm={llvm}",
         "--param", f"version={version}", *folders], check=False, **settings)


def run_lit(llvm, version, folders):
    """The result codes of the tests in FOLDERS. That there are none is a failure."""
    with tempfile.TemporaryDirectory() as temporary:
        results = os.path.join(temporary, "results.json")
        call_lit(llvm, version, folders, "-v", "--show-unsupported", "--output", results)
        try:
            with open(results, encoding="utf-8") as file:
                codes = [test["code"] for test in json.load(file)["tests"]]
        except (OSError, ValueError):
            codes = []
    return codes or ["UNRESOLVED"]


def list_tests(llvm, folders):
    """A result code for each test in FOLDERS, none of which is run."""
    listed = call_lit(llvm, BASE, folders, "--show-tests", capture_output=True, text=True)
    return ["SKIPPED" for line in listed.stdout.splitlines() if " :: " in line]


def main(llvm, words):
    codes = []
    runs = find_runs(words)
    for sign, version, folders in runs:
        if len(runs) > 1:
            print(f"test: LLVM {version}" + (" is skipped" if sign == "-" else ""), flush=True)
        codes += (run_lit(llvm, version, folders) if sign == "+" else list_tests(llvm, folders))
    passed = sum(code in PASSED for code in codes)
    skipped = sum(code in SKIPPED for code in codes)
    failed = len(codes) - passed - skipped
    print(f"{passed} passed, {failed} failed, {skipped} skipped")
    return 0 if passed and not failed else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], sys.argv[2:]))
