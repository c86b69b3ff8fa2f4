"""From the paths that the user names to drivers and their sources:

    msbuild -> project, solution, build_sources, compile_commands, folder, single
            -> headers -> overlays

Each reader knows one kind of input and produces what model.py describes."""

import os

from kmdf_scan import ScanError
from kmdf_scan.cache import digest
from kmdf_scan.inputs.compile_commands import read_compile_commands
from kmdf_scan.inputs.context import Context, list_some
from kmdf_scan.inputs.exclusion import exclude
from kmdf_scan.inputs.folder import read_folder
from kmdf_scan.inputs.headers import HeaderSearch
from kmdf_scan.inputs.model import Found, is_source
from kmdf_scan.inputs.overlays import write_overlays
from kmdf_scan.inputs.project import read_project
from kmdf_scan.inputs.single import read_source
from kmdf_scan.inputs.solution import read_solution


def find_drivers(paths, system, scratch, configuration=None, excluded=()):
    """What stands at PATHS, each a folder, a project, a solution, a
    compile_commands.json or a source file. SYSTEM is the SystemHeaders;
    CONFIGURATION the NAME|PLATFORM to read projects for, or None; EXCLUDED are globs
    for sources to leave out. What has to be written goes to the folder SCRATCH.
    Raises ScanError."""
    context = Context(system, configuration)
    drivers = []
    for path in paths:
        drivers += _read(path, context)
    drivers = _once(drivers)
    if excluded:
        drivers = exclude(drivers, excluded, context)
    _name_uniquely(drivers)
    search = HeaderSearch(context)
    keys = set()
    for driver in drivers:
        used = search.complete(driver)
        _complete_target(driver, used, context)
        driver.files = sorted(used)
        driver.key = _key(driver, keys)
        write_overlays(driver, used, os.path.join(scratch, driver.key), context)
    _note_choices(drivers, context)
    return Found(drivers, context.notes, context.folders)


def _read(path, context):
    if not os.path.exists(path):
        raise ScanError(f"{path}: no such file or folder")
    absolute = os.path.abspath(path)
    if os.path.isdir(absolute):
        return read_folder(path, absolute, context)
    suffix = os.path.splitext(absolute)[1].lower()
    if suffix == ".json":
        return read_compile_commands(path, absolute, context)
    if suffix == ".vcxproj":
        return [_explicit_project(path, absolute, context)]
    if suffix in (".sln", ".slnx"):
        return _solution(path, absolute, context)
    if is_source(absolute):
        return [read_source(absolute)]
    raise ScanError(f"{path}: not a folder, a .vcxproj, a .sln, a compile_commands.json or a C or "
                    f"C++ source")


def _explicit_project(path, absolute, context):
    """The driver of a project that the user names: it is analysed even if it is
    for none."""
    project = read_project(absolute, context)
    if not project.driver.sources:
        raise ScanError(f"{path}: it is {project.refusal}")
    if project.refusal:
        context.note(f"{path}: it is {project.refusal}; analysed because it is named")
    for note in project.notes:
        context.note(note)
    return project.driver


def _solution(path, absolute, context):
    drivers, refused = [], []
    for project_path, configuration in read_solution(absolute, context):
        project = read_project(project_path, context, absolute, configuration)
        if project.refusal:
            refused.append(project)
        else:
            drivers.append(project.driver)
            for note in project.notes:
                context.note(note)
    context.note_left_out(refused)
    if not drivers:
        raise ScanError("\n".join([f"{path}: it lists no project of a driver; name a project "
                                   f"itself to have it analysed all the same", *context.notes]))
    return drivers


def _complete_target(driver, used, context):
    """Finds out by the files that DRIVER uses what its build does not say."""
    for source in driver.sources:
        context.complete(source.target, used)


def _key(driver, taken):
    """A key for DRIVER that is the same at the next scan; adds it to TAKEN."""
    count = 0
    while True:
        key = digest(driver.name, driver.root, str(count))
        if key not in taken:
            taken.add(key)
            return key
        count += 1


def _note_choices(drivers, context):
    """Tells the user where the headers are not those that drivers are for."""
    names = {}
    for driver in drivers:
        for source in driver.sources:
            for remark in context.system.remarks(source.target):
                names.setdefault(remark, {})[driver.name] = True
    for remark, asking in names.items():
        context.note(f"{list_some(list(asking))}: for {remark}")


def _once(drivers):
    """DRIVERS without those that two of the user's paths lead to."""
    known = {}
    for driver in drivers:
        key = (driver.root, driver.name, tuple(source.path for source in driver.sources))
        known.setdefault(key, driver)
    return list(known.values())


def _name_uniquely(drivers):
    """Tells drivers of one name apart by the folders that they are in."""
    by_name = {}
    for driver in drivers:
        by_name.setdefault(driver.name, []).append(driver)
    for name, same in by_name.items():
        if len(same) < 2:
            continue
        for driver in same:
            parts = driver.root.split(os.sep)
            count = next((count for count in range(1, len(parts)) if sum(
                other.root.split(os.sep)[-count:] == parts[-count:] for other in same) == 1), None)
            if count:
                folder = "/".join(parts[-count:])
                driver.name = folder if parts[-1] == name else f"{folder}/{name}"
    taken = set()
    for driver in drivers:
        plain, number = driver.name, 1
        while driver.name in taken:
            number += 1
            driver.name = f"{plain} ({number})"
        taken.add(driver.name)
