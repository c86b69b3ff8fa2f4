"""run.py, with checkers whose verdicts are made up."""

import contextlib
import io
import tempfile
import unittest
from multiprocessing.pool import ThreadPool
from pathlib import Path
from unittest import mock

import run
from machine import RULES
from oracle import make_case

COUNT = 20
CASES = {}  # name of a program -> its case


class MadeUp:
    """A checker that answers each program with what VERDICT_OF makes of its name
    and a rule."""

    def __init__(self, verdict_of):
        self.verdict_of = verdict_of

    def judge(self, programs):
        return {program.name: {rule: self.verdict_of(program.name, rule) for rule in RULES}
                for program in programs}


def broken_by_oracle(name, rule):
    return ("defect", "") if rule in CASES[name].broken else ("pass", "")


class Run(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        CASES.update({case.program.name: case for case in map(make_case, range(1, COUNT + 1))})
        cls.broken = sum(len(case.broken) for case in CASES.values())
        cls.whole = COUNT * len(RULES) - cls.broken

    def run_with(self, verdict_of, *arguments):
        """The exit code and the last line that is printed."""
        output = io.StringIO()
        # Threads, as other processes know nothing of what is made up here.
        with mock.patch.object(run, "Checker", lambda llvm, plugin: MadeUp(verdict_of)), \
                mock.patch.object(run.multiprocessing, "Pool", ThreadPool), \
                contextlib.redirect_stdout(output):
            code = run.main(["--count", str(COUNT), "--jobs", "1", *arguments])
        return code, output.getvalue().splitlines()[-1]

    def test_the_two_agree(self):
        code, line = self.run_with(broken_by_oracle)
        self.assertEqual(code, 0)
        self.assertIn(f"{COUNT} programs from seed 1, ", line)
        self.assertIn("0 misses, 0 false alarms, 0 (0.00 %) inconclusive", line)

    def test_misses(self):
        code, line = self.run_with(lambda name, rule: ("pass", ""))
        self.assertEqual(code, 1)
        self.assertIn(f" {self.broken} misses, 0 false alarms", line)

    def test_false_alarms(self):
        code, line = self.run_with(lambda name, rule: ("defect", "made up"))
        self.assertEqual(code, 1)
        self.assertIn(f" 0 misses, {self.whole} false alarms", line)

    def test_inconclusive(self):
        def verdict_of(name, rule):
            return ("inconclusive", "made up") if name == "P3_" else broken_by_oracle(name, rule)

        code, line = self.run_with(verdict_of)
        self.assertEqual(code, 1)
        self.assertIn("1 (5.00 %) inconclusive", line)
        code, _ = self.run_with(verdict_of, "--inconclusive", "5")
        self.assertEqual(code, 0)

    def test_a_program_that_the_compiler_does_not_get_through(self):
        def verdict_of(name, rule):
            if name == "P3_":
                raise RuntimeError("clang failed")
            return broken_by_oracle(name, rule)

        with tempfile.TemporaryDirectory() as folder:
            code, line = self.run_with(verdict_of, "--out", folder)
            self.assertEqual([path.name for path in Path(folder).iterdir()], ["3-failed-any.c"])
        self.assertEqual(code, 2)
        self.assertIn("0 misses, 0 false alarms", line)
        self.assertTrue(line.endswith(", 1 failed"))

    def test_no_plugin(self):
        with contextlib.redirect_stderr(io.StringIO()) as errors:
            self.assertEqual(run.main(["--plugin", "/nowhere.so"]), 2)
        self.assertIn("there is no /nowhere.so: run scripts/setup --tests first",
                      errors.getvalue())


if __name__ == "__main__":
    unittest.main()
