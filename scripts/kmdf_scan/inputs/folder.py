"""A folder: the projects in it, or else what its sources look like.

Where there are projects, each that is for a driver is a driver; where there are
none, each folder with a DriverEntry is. A source that belongs to none of them is
analysed if it is a driver's by its own text, and left out, which the user is
told, if not."""

import collections
import os

from kmdf_scan import ScanError
from kmdf_scan.folders import common_folder
from kmdf_scan.inputs.build_sources import BuildSources
from kmdf_scan.inputs.context import list_some
from kmdf_scan.inputs.model import Driver, is_source
from kmdf_scan.inputs.project import read_project
from kmdf_scan.inputs.single import plain_sources


def read_folder(path, root, context):
    """The drivers in the folder ROOT, absolute, that the user calls PATH. Raises
    ScanError."""
    sources, projects, build_files = [], [], []
    for folder, files in context.folders.walk(root):
        for file in files:
            whole = os.path.join(folder, file)
            if is_source(file):
                sources.append(whole)
            elif file.lower().endswith(".vcxproj"):
                projects.append(whole)
            elif file.lower() == "sources":
                build_files.append(whole)
    for folder in context.folders.unreadable:
        context.note(f"{folder}: cannot be read")
    links = [os.path.relpath(link, root) for link in context.folders.links
             if link.startswith(root + os.sep)]
    if links:
        context.note(f"{root}: links to folders are not followed: {list_some(links)}")
    drivers, taken = _read_projects(projects, context)
    drivers += _read_build_files(build_files, taken, context)
    included = _included_sources(sources, context)
    rest = [source for source in sources if source not in taken | included]
    drivers += _bare_drivers(rest, root, bool(taken), context)
    if not drivers and not sources:
        raise ScanError(f"{path}: no C or C++ source in this folder")
    if not drivers:
        raise ScanError("\n".join([f"{path}: no driver in this folder; name a project or a source "
                                   f"itself to have it analysed all the same", *context.notes]))
    return drivers


def _included_sources(sources, context):
    """Those of SOURCES that others include: they are parts of these."""
    included = set()
    for source in sources:
        text = context.text(source)
        for name, _ in text.includes if text else ():
            if is_source(name):
                included.add(context.folders.find(os.path.dirname(source), name))
    return included


def _read_projects(projects, context):
    """The drivers among PROJECTS, and all sources of all of them."""
    drivers, taken, refused = [], set(), []
    for path in projects:
        try:
            project = read_project(path, context)
        except ScanError as error:
            context.note(f"{error}; the project is taken for its sources alone")
            continue
        taken.update(project.listed)
        if project.refusal:
            refused.append(project)
        else:
            drivers.append(project.driver)
            for note in project.notes:
                context.note(note)
    context.note_left_out(refused)
    return drivers, taken


def _read_build_files(build_files, taken, context):
    """The drivers among those of BUILD_FILES whose sources no project has; adds
    their sources to TAKEN."""
    drivers = []
    for path in build_files:
        try:
            build = BuildSources(path, context)
        except ScanError as error:
            context.note(f"{error}; the sources beside it are taken for themselves")
            continue
        driver = build.driver()
        paths = {source.path for source in driver.sources}
        if not paths or paths & taken:
            continue
        if build.is_driver():
            drivers.append(driver)
        else:
            context.note(f"left out {path}: it does not build a driver")
        taken |= paths
    return drivers


def _bare_drivers(sources, root, has_projects, context):
    """The drivers that SOURCES, which belong to no project, make. HAS_PROJECTS
    says that others of the folder do."""
    entries = [source for source in sources if _defines_entry(source, context)]
    if not has_projects and not any(
            context.is_driver_source(source) for source in sources):
        # Whatever it is, it is all that the user has named.
        entries, kept = [], sources
    else:
        kept = _leave_out(sources, root, has_projects, context)
    groups = _group(kept, entries, root)
    return [Driver(os.path.basename(folder) or "root", folder, plain_sources(paths))
            for folder, paths in groups]


def _leave_out(sources, root, has_projects, context):
    """SOURCES without those that are no driver's."""
    kept, left_out = [], []
    for source in sources:
        text = context.text(source)
        if not text or context.is_driver_source(source):
            keep = True
        elif text.role.defines_main or has_projects:
            keep = False
        else:
            # A driver's source may include all that it needs by a header of its
            # own; a program's is for user mode.
            keep = not context.is_for_user_mode(source)
        (kept if keep else left_out).append(source)
    if left_out:
        names = list_some([os.path.relpath(source, root) for source in left_out])
        context.note(f"left out {names}: by their text no driver's, and in no driver's project")
    return kept


def _defines_entry(source, context):
    text = context.text(source)
    return bool(text) and text.role.defines_entry


def _group(sources, entries, root):
    """SOURCES by driver: pairs of its folder and its sources. Where several
    folders have one of ENTRIES, each is a driver's, with what is below the
    highest folder that no other shares; other sources are one of their own."""
    if not sources:
        return []
    entry_folders = sorted({os.path.dirname(entry) for entry in entries})
    if len(entry_folders) < 2:
        return [(root, sources)]
    shared = collections.Counter()  # how many of them each folder holds
    for folder in entry_folders:
        while folder != root:
            shared[folder] += 1
            folder = os.path.dirname(folder)
        shared[root] += 1
    groups = {}
    for folder in entry_folders:
        while folder != root and shared[os.path.dirname(folder)] == 1:
            folder = os.path.dirname(folder)
        groups[folder] = []
    rest = []
    for source in sources:
        folder = os.path.dirname(source)
        while folder not in groups and folder != root:
            folder = os.path.dirname(folder)
        groups.get(folder, rest).append(source)
    pairs = [(folder, paths) for folder, paths in groups.items() if paths]
    return pairs + ([(common_folder([os.path.dirname(path) for path in rest]), rest)]
                    if rest else [])
