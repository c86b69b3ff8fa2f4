"""Scans drivers: analyses their files and collects what came of them."""

import dataclasses
import os

from kmdf_scan import verdicts
from kmdf_scan.analysis import Analysis


@dataclasses.dataclass
class Scan:
    """What a scan found."""

    drivers: list  # the entries of verdicts.json
    results: list  # the FileResults
    is_complete: bool


def scan(drivers, toolchain, rules, jobs, report_root, on_progress):
    """Analyses the files of DRIVERS with RULES, JOBS at a time; their reports go
    under REPORT_ROOT. Calls ON_PROGRESS(done, total, results) after each file.
    Ctrl-C ends it early, with what is finished."""
    sources = [(driver, source) for driver in drivers for source in driver.sources]
    results = {}  # by the number of the source
    analysis = Analysis(toolchain, rules, jobs)

    def analyse(numbers, roles):
        tasks = [(sources[number][1], os.path.join(report_root, "reports", str(number + 1)),
                  roles.get(number, "")) for number in numbers]
        number_of = {id(sources[number][1]): number for number in numbers}

        def on_done(result):
            results[number_of[id(result.source)]] = result
            on_progress(len(results), len(sources), results.values())

        analysis.run(tasks, on_done)

    is_complete = True
    try:
        analyse(range(len(sources)), {})
        roles = roles_from_other_files(sources, results)
        if roles:
            analyse(sorted(roles), roles)
    except KeyboardInterrupt:
        is_complete = False

    entries = []
    for driver in drivers:
        own = [results[number] for number in sorted(results) if sources[number][0] is driver]
        entries.append(verdicts.judge(driver, own, len(driver.sources), report_root))
    return Scan(entries, [results[number] for number in sorted(results)], is_complete)


def roles_from_other_files(sources, results):
    """For the files with functions that only another file of the driver makes
    callbacks of: what the plugin's option Roles has to be, by their number."""
    given = {}  # by the driver: the roles by the function's name
    for number, result in sorted(results.items()):
        names = given.setdefault(id(sources[number][0]), {})
        for callback in result.facts.get("callbacks", []):
            if not callback["defined"]:
                names.setdefault(callback["function"], callback["role"])
    roles = {}
    for number, result in sorted(results.items()):
        names = given[id(sources[number][0])]
        mine = [name for name in result.facts.get("other_functions", []) if name in names]
        if mine:
            roles[number] = ";".join(f"{name}:{names[name]}" for name in mine)
    return roles
