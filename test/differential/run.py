"""Compares the plugin's verdicts on random drivers with an oracle's.

Each program is judged by the oracle (search.py), which tries every choice of the
program's unknowns, and by the plugin. The exit code is 0 if they agree on all but
the few programs that --inconclusive allows, 1 if not, and 2 if something did not
work."""

import argparse
import collections
import multiprocessing
import os
import subprocess
import sys
import time

from checker import LLVM, PLUGIN, Checker
from csource import HEADER, print_program
from machine import RULES
from oracle import Case, judge, make_case
from reducer import reduce_program
from search import explain
from state import Unsupported

BATCH = 100

# The long run: so many programs, from a seed that no other run is near.
LONG_COUNT, LONG_SEED = 50_000, 100_001

MISS, FALSE_ALARM, INCONCLUSIVE = "miss", "false alarm", "inconclusive"
# The compiler did not get through it.
FAILED = "failed"
# Inconclusive where the oracle has its doubts, too.
DOUBTFUL = "doubtful"


def compare(case, verdicts):
    """[(kind, rule, reason)] where the plugin's VERDICTS are not what there is to
    know of CASE."""
    found = []
    for rule in RULES:
        verdict, reason = verdicts[rule]
        if verdict == "inconclusive":
            found.append((DOUBTFUL if case.is_doubtful else INCONCLUSIVE, rule, reason))
        elif verdict == "defect" and rule not in case.broken:
            found.append((FALSE_ALARM, rule, reason))
        elif verdict != "defect" and rule in case.broken:
            found.append((MISS, rule, case.broken[rule]))
    return found


class Result:
    """What came of a batch of programs."""

    def __init__(self):
        self.counts = collections.Counter()
        self.reasons = collections.Counter()
        self.discarded = collections.Counter()
        self.features = collections.Counter()
        self.findings = []  # (seed, kind, rule, reason, C)

    def add(self, other):
        self.counts += other.counts
        self.reasons += other.reasons
        self.discarded += other.discarded
        self.features += other.features
        self.findings += other.findings


def describe(program, seed, kind, rule, reason):
    """A program and what is wrong, as a C file."""
    lines = [f"// {kind}, {rule}, seed {seed}: {reason}"]
    if kind == MISS:
        try:
            steps = explain(program, rule)
            lines += ["//", "// A path that breaks the rule:"]
        except Unsupported as why:
            # One of the others that the search looks at goes beyond it.
            steps = [f"No path is told: it {why}."]
        if len(steps) > 60:
            steps = steps[:20] + ["..."] + steps[-40:]
        lines += [f"//   {step}" for step in steps]
    return "\n".join(lines) + "\n\n" + HEADER + "\n" + print_program(program, "")


def run_batch(job):
    """Judges the programs of some seeds. JOB has the seeds, the checker and
    whether to reduce."""
    seeds, checker, reduces = job
    result = Result()
    started = time.process_time()
    cases = [make_case(seed) for seed in seeds]
    result.counts["oracle ms"] = round(1000 * (time.process_time() - started))
    for case in cases:
        result.features.update(case.program.features)
        result.discarded.update(case.discarded)
        result.counts["programs"] += 1
        for rule in RULES:
            result.counts[f"broken {rule}"] += rule in case.broken
    started = time.monotonic()
    verdicts, failures = judge_all([case.program for case in cases], checker)
    result.counts["plugin ms"] = round(1000 * (time.monotonic() - started))
    for case in cases:
        if case.program.name in failures:
            reason = failures[case.program.name]
            result.counts[FAILED] += 1
            result.findings.append((case.seed, FAILED, "any", reason, describe(
                case.program, case.seed, FAILED, "any", reason.splitlines()[0])))
            continue
        differences = compare(case, verdicts[case.program.name])
        kinds = {kind for kind, _, _ in differences}
        result.counts["inconclusive programs"] += INCONCLUSIVE in kinds
        result.counts["doubtful programs"] += DOUBTFUL in kinds
        for kind, rule, reason in differences:
            result.counts[kind] += 1
            if kind == DOUBTFUL:
                continue
            if kind == INCONCLUSIVE:
                result.reasons[f"{reason}"] += 1
            result.findings.append(investigate(case, kind, rule, reason, checker, reduces))
    return result


def judge_all(programs, checker):
    """The plugin's verdicts on the programs that the compiler gets through, and
    {name: what it says} for the others."""
    try:
        return checker.judge(programs), {}
    except (RuntimeError, subprocess.TimeoutExpired) as error:
        if len(programs) == 1:
            return {}, {programs[0].name: str(error)}
    verdicts, failures = {}, {}
    for program in programs:
        found, failed = judge_all([program], checker)
        verdicts |= found
        failures |= failed
    return verdicts, failures


def investigate(case, kind, rule, reason, checker, reduces):
    """A finding, with its program alone and made small."""
    alone = compare(case, checker.judge([case.program])[case.program.name])
    if (kind, rule) not in [(k, r) for k, r, _ in alone]:
        return case.seed, kind + " in company only", rule, reason, \
            describe(case.program, case.seed, kind, rule, reason)
    program = case.program
    if reduces:
        program = reduce_program(
            program, lambda p: still_differs(p, kind, rule, reason, checker))
    return case.seed, kind, rule, reason, describe(program, case.seed, kind, rule, reason)


def still_differs(program, kind, rule, reason, checker):
    """Whether the two disagree on PROGRAM in the same way."""
    try:
        case = Case(0, program, judge(program))
    except Unsupported:
        return False
    if kind != INCONCLUSIVE and (rule in case.broken) != (kind == MISS):
        return False
    found = compare(case, checker.judge([program])[program.name])
    return any(k == kind and r == rule and (k != INCONCLUSIVE or why == reason)
               for k, r, why in found)


def parse(arguments):
    parser = argparse.ArgumentParser(
        prog="run.py", description=__doc__.split("\n\n")[0],
        epilog="The last line of the output sums up; with --out each disagreement is a file.")
    parser.add_argument("--long", action="store_true",
                        help=f"{LONG_COUNT} programs from seed {LONG_SEED}, unless told otherwise")
    parser.add_argument("--seed", type=int, help="of the first program (1)")
    parser.add_argument("--count", type=int, help="how many programs (2000)")
    parser.add_argument("--inconclusive", type=float, default=0.5, metavar="PERCENT",
                        help="so many programs may be inconclusive, and so many that nobody "
                             "can know (0.5)")
    parser.add_argument("--jobs", type=int, default=os.cpu_count(),
                        help="how many at once (the number of processors)")
    parser.add_argument("--batch", type=int, default=BATCH,
                        help=f"programs in one file ({BATCH})")
    parser.add_argument("--out", metavar="DIR", help="where to write the disagreements")
    parser.add_argument("--reduce", action="store_true",
                        help="make each program that they disagree on as small as it can be")
    parser.add_argument("--plugin", default=PLUGIN, help="the plugin (the one in build)")
    parser.add_argument("--llvm", default=LLVM, metavar="DIR", help=f"LLVM's folder ({LLVM})")
    parser.add_argument("--features", action="store_true",
                        help="tell how many programs have which feature")
    options = parser.parse_args(arguments)
    if options.seed is None:
        options.seed = LONG_SEED if options.long else 1
    if options.count is None:
        options.count = LONG_COUNT if options.long else 2000
    if options.count < 1 or options.jobs < 1 or options.batch < 1:
        parser.error("--count, --jobs and --batch are at least 1")
    return options


def write_finding(folder, finding):
    seed, kind, rule, _, text = finding
    name = f"{seed}-{kind.replace(' ', '-')}-{rule.split('.')[-1]}.c"
    with open(os.path.join(folder, name), "w", encoding="utf-8") as file:
        file.write(text)


def main(arguments):
    options = parse(arguments)
    try:
        checker = Checker(options.llvm, options.plugin)
        if options.out:
            os.makedirs(options.out, exist_ok=True)
    except OSError as error:
        print(f"run.py: {error}", file=sys.stderr)
        return 2
    seeds = range(options.seed, options.seed + options.count)
    jobs = [(seeds[i:i + options.batch], checker, options.reduce)
            for i in range(0, options.count, options.batch)]
    total = Result()
    started = time.monotonic()
    with multiprocessing.Pool(options.jobs) as pool:
        for done, result in enumerate(pool.imap_unordered(run_batch, jobs), 1):
            total.add(result)
            if options.out:
                for finding in result.findings:
                    write_finding(options.out, finding)
            if sys.stderr.isatty():
                show_progress(total, options.count, time.monotonic() - started)
    if sys.stderr.isatty():
        print(file=sys.stderr)
    report(total, options)
    counts = total.counts
    inconclusive = max(counts["inconclusive programs"], counts["doubtful programs"])
    if counts[MISS] or counts[FALSE_ALARM] or \
            100 * inconclusive > options.inconclusive * counts["programs"]:
        return 1
    return 2 if counts[FAILED] else 0


def show_progress(total, count, seconds):
    done = total.counts["programs"]
    left = seconds / done * (count - done)
    print(f"\r{done} of {count} programs, {total.counts[MISS]} misses, "
          f"{total.counts[FALSE_ALARM]} false alarms, {left:.0f} s left ", end="",
          file=sys.stderr, flush=True)


def report(total, options):
    counts = total.counts
    for seed, kind, rule, reason, _ in sorted(total.findings, key=lambda finding: finding[:3]):
        if not kind.startswith(INCONCLUSIVE):
            print(f"seed {seed}: {kind}, {rule}: {reason}")
    for reason, count in total.reasons.most_common():
        print(f"inconclusive {count} times: {reason}")
    for reason, count in total.discarded.most_common():
        print(f"not taken {count} times: {reason}")
    if options.features:
        for feature, count in sorted(total.features.items()):
            print(f"{count} programs: {feature}")
    programs = counts["programs"]
    broken = ", ".join(f"{counts['broken ' + rule]} break {rule}" for rule in RULES)
    print(f"time for a program: oracle {counts['oracle ms'] / programs:.1f} ms, "
          f"plugin {counts['plugin ms'] / programs:.1f} ms")
    print(f"{programs} programs from seed {options.seed}, "
          f"{broken}: "
          f"{counts[MISS]} misses, {counts[FALSE_ALARM]} false alarms, "
          f"{share(counts['inconclusive programs'], programs)} inconclusive, "
          f"{share(counts['doubtful programs'], programs)} that nobody can know, "
          f"{counts[FAILED]} failed")


def share(count, programs):
    return f"{count} ({100 * count / programs:.2f} %)"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
