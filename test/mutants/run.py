"""Makes mistakes in drivers' locking, one at a time, and counts those that are
reported: run.py [--headers FOLDER]... [--survivors FILE] [--jobs N] [--list]
PATH...

Each PATH is one that kmdf-scan takes: a driver's folder, or a folder of drivers'
projects. Headers that are not found, such as those that a driver's build makes, are
searched in the folders of --headers. Prints each mutant that survives, that is, is
not reported, with the reason, and a table by driver and mutation. The reasons that
cannot be determined are written down in survivors.tsv or the file of --survivors. The
exit code is 0 if at least 95 % of those that change what a callback does are reported
and every survivor has its reason."""

import argparse
import collections
import concurrent.futures
import os
import sys
import tempfile

TESTS = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
sys.path.insert(0, os.path.join(os.path.dirname(TESTS), "scripts"))

# pylint: disable=wrong-import-position
import survivors
from driver import Driver
from judge import Verdict, judge
from kmdf_scan import ScanError, inputs, system_headers
from kmdf_scan.toolchain import find_toolchain
from operators import OPERATORS

WANTED = 0.95


def main():
    parser = argparse.ArgumentParser(description="Counts the mutants of drivers that are reported.")
    parser.add_argument("--headers", action="append", default=[], metavar="FOLDER",
                        help="where to find headers that are not found")
    parser.add_argument("--survivors", metavar="FILE",
                        default=os.path.join(os.path.dirname(__file__), "survivors.tsv"))
    parser.add_argument("--jobs", type=int, default=os.cpu_count(), metavar="N")
    parser.add_argument("--list", action="store_true", help="print every mutant")
    parser.add_argument("paths", nargs="+", metavar="PATH")
    options = parser.parse_args()

    known = survivors.Table(options.survivors)
    rows = collections.Counter()  # by the driver, the operator and the verdict
    names = []
    with tempfile.TemporaryDirectory(prefix="mutants-") as scratch, \
            concurrent.futures.ThreadPoolExecutor(options.jobs) as pool:
        headers = system_headers.open_headers(None, scratch)
        toolchain = find_toolchain(headers, scratch)
        for found in inputs.find_drivers(options.paths, headers, scratch).drivers:
            names.append(found.name)
            for source in found.sources:
                for folder in options.headers:
                    source.arguments += ["-idirafter", os.path.abspath(folder)]
            driver = Driver(found, toolchain, lambda run, items: list(pool.map(run, items)))
            for judgement in pool.map(lambda mutant: judge(driver, mutant, toolchain),
                                      driver.find_mutants()):
                known.explain(judgement, driver)
                rows[found.name, judgement.mutant.mutation.operator, judgement.verdict] += 1
                if options.list or judgement.verdict not in (Verdict.REPORTED,
                                                             Verdict.NOT_COMPILED):
                    print(describe(judgement, driver), flush=True)
            for path, line in driver.written_by_macros:
                print(f"{driver.name_of(path)}:{line}: left alone: a macro writes the call")
            for path, error in driver.failures.items():
                print(f"{driver.name_of(path)}: does not parse: {error}")
    unused = list(known.unused(names))
    for row in unused:
        print(f"{os.path.basename(options.survivors)}: no such survivor: {row}")
    return report(rows) and not unused


def describe(judgement, driver):
    mutant, mutation = judgement.mutant, judgement.mutant.mutation
    detail = f" ({mutation.detail})" if mutation.detail else ""
    reason = f": {judgement.reason}" if judgement.reason else ""
    return (f"{driver.name_of(mutant.path)}:{mutant.line}: {mutant.function}: "
            f"{mutation.operator}{detail}: {judgement.verdict.value}{reason}")


def report(rows):
    """Prints the table. Returns whether it is good enough."""
    columns = [verdict.value for verdict in Verdict]
    names = sorted({name for name, _, _ in rows})
    width = max(map(len, [*names, "driver"]))
    print(f"\n{'driver':{width}}  {'mutation':17}  " + "  ".join(columns))
    for name in names:
        for operator in OPERATORS:
            counts = [rows[name, operator, verdict] for verdict in Verdict]
            if any(counts):
                print_row(name, operator, counts, columns, width)
    totals = [sum(count for key, count in rows.items() if key[2] == verdict)
              for verdict in Verdict]
    print_row("all", "", totals, columns, width)
    by_verdict = dict(zip(Verdict, totals))
    found = by_verdict[Verdict.REPORTED]
    changing = found + by_verdict[Verdict.MISSED] + by_verdict[Verdict.UNEXPLAINED]
    if not changing:
        print("no mutant changes what a callback does")
        return False
    print(f"{found} of {changing} mutants that change what a callback does are reported: "
          f"{100 * found / changing:.1f} %")
    return found >= WANTED * changing and not by_verdict[Verdict.UNEXPLAINED]


def print_row(name, operator, counts, columns, width):
    cells = "  ".join(f"{count:{len(column)}}" for count, column in zip(counts, columns))
    print(f"{name:{width}}  {operator:17}  {cells}")


if __name__ == "__main__":
    try:
        sys.exit(0 if main() else 1)
    except ScanError as error:
        sys.exit(f"mutants: {error}")
