"""Scans drivers: analyses their files and collects what came of them."""

import dataclasses
import json
import os
import shutil

from kmdf_scan import verdicts
from kmdf_scan.analysis import Task
from kmdf_scan.interruption import Interrupted
from kmdf_scan.kept_file import write_kept


@dataclasses.dataclass
class Scan:
    """What a scan found."""

    drivers: list  # the entries of verdicts.json
    results: list  # the FileResults
    interruption: object  # the Interrupted that ended it early, or None


def scan(drivers, analysis, work, report_root, on_progress):
    """Has the files of DRIVERS analysed by ANALYSIS; their reports go under
    REPORT_ROOT. WORK is the WorkFolder. Calls ON_PROGRESS(left, results) with the
    number of files that are left and the FileResults so far. A signal to end ends
    it early, with what is finished."""
    tasks = [Task(number, driver, source) for number, (driver, source) in enumerate(
        (driver, source) for driver in drivers for source in driver.sources)]
    _forget_what_got_older(tasks, analysis, work)
    results = {}  # by the number of the task

    def analyse(some):
        for task, result, left in analysis.run(some):
            results[task.number] = result
            on_progress(left, results.values())

    interruption = None
    try:
        analyse(tasks)
        analyse(_with_roles_from_other_files(tasks, results))
        analysis.keep_only(tasks)
        work.keep_only("drivers", [driver.key for driver in drivers])
    except Interrupted as error:
        interruption = error

    for number, result in results.items():
        _copy_pages(result, os.path.join(report_root, "reports", str(number + 1)))
    entries = []
    for driver in drivers:
        own = [results[task.number] for task in tasks
               if task.driver is driver and task.number in results]
        entries.append(verdicts.judge(driver, own, len(driver.sources), report_root))
    return Scan(entries, [results[number] for number in sorted(results)], interruption)


def _with_roles_from_other_files(tasks, results):
    """Those of TASKS again that have functions which only another file of the
    driver makes callbacks of, with what it says about them."""
    roles = roles_from_other_files([(task.driver, task.source) for task in tasks], results)
    return [dataclasses.replace(tasks[number], hints={"Roles": text})
            for number, text in roles.items()]


def roles_from_other_files(sources, results):
    """For the files with functions that only another file of the driver makes
    callbacks of: what the plugin's option Roles has to be, by their number. SOURCES
    are pairs of an inputs.model.Driver and a source, RESULTS what came of them, by
    their number."""
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


def _forget_what_got_older(tasks, analysis, work):
    """Has those of TASKS done again of whose driver a file was replaced by an older
    one since the last scan: ninja looks for newer ones."""
    record = work.file("files.json")
    try:
        with open(record, encoding="utf-8") as file:
            before = json.load(file)
        recorded = os.stat(record).st_mtime_ns
    except (OSError, ValueError):
        before, recorded = {}, 0
    now, changed = {}, set()
    for driver in {task.driver.key: task.driver for task in tasks}.values():
        for path in driver.files:
            try:
                status = os.stat(path)
            except OSError:
                continue
            now[path] = [status.st_size, status.st_mtime_ns, status.st_ino]
            if status.st_mtime_ns < recorded and before.get(path, now[path]) != now[path]:
                changed.add(driver.key)
    for task in tasks:
        if task.driver.key in changed:
            analysis.forget(task)
    write_kept(record, json.dumps(now))


def _copy_pages(result, folder):
    """Copies the pages of RESULT to FOLDER."""
    if result.pages:
        os.makedirs(folder)
        result.pages = [shutil.copy(page, folder) for page in result.pages]
