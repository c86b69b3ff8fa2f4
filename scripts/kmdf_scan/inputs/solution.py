"""A solution of Visual Studio: which projects it lists, and in which
configuration it builds them.

.sln: "Solution (.sln) file" on learn.microsoft.com. .slnx: an XML file with a
Project element, wherever it stands, for each project."""

import os
import re

from kmdf_scan import ScanError
from kmdf_scan.folders import is_windows_absolute, repository_of
from kmdf_scan.inputs.text import decode
from kmdf_scan.msbuild import xml

_MAX_SIZE = 16 * 1024 * 1024

# How much of a repository is searched for the solution of a project.
_MAX_FOLDERS = 20_000

_PROJECT = re.compile(
    r'^[ \t]*Project\("[^"]*"\)[ \t]*=[ \t]*"[^"]*"[ \t]*,[ \t]*"([^"]*)"[ \t]*,[ \t]*"([^"]*)"',
    re.MULTILINE)
# {id}.Solution's configuration.ActiveCfg = project's configuration
_CONFIGURATION = re.compile(
    r"^[ \t]*(\{[^}]*\})\.([^=\r\n]*?)\.ActiveCfg[ \t]*=[ \t]*([^\r\n]*?)[ \t]*$", re.MULTILINE)


def read_solution(path, context):
    """The projects for C and C++ that the solution at PATH, absolute, lists:
    pairs of an absolute path and the configuration, NAME|PLATFORM, that the
    solution builds it in for the one that the user asked for or else for
    Release|x64; None where it does not say. A project that is not there is told
    to the user. Raises ScanError."""
    listed = _list(path, context.configuration or "Release|x64")
    projects = []
    for name, found, configuration in _find_projects(path, listed, context):
        if found:
            projects.append((found, configuration))
        else:
            context.note(f"{os.path.basename(path)}: lists {name}, which is not there")
    return projects


class SolutionIndex:
    """The solutions of a checkout, by the projects that they list."""

    def __init__(self, context):
        self._context = context
        self._by_top = {}  # by the folder searched: {project: [solution]}

    def solution_of(self, project):
        """The solution that lists the project at PROJECT, absolute: of the
        repository that it stands in, or else of the folders above it, and of
        several the nearest. None if there is none."""
        folder = os.path.dirname(project)
        solutions = self._in(repository_of(folder) or _above(folder)).get(project, [])
        return min(solutions, key=lambda path: (
            len(os.path.relpath(path, folder).split(os.sep)), path), default=None)

    def _in(self, top):
        if top not in self._by_top:
            by_project = {}
            # A repository may have anything below, other folders anything at all.
            folders = self._context.folders
            tree = folders.walk(top, max_folders=_MAX_FOLDERS) if isinstance(top, str) else [
                (folder, folders.entries(folder)[0]) for folder in top]
            for folder, files in tree:
                for file in files:
                    if file.lower().endswith((".sln", ".slnx")):
                        self._add(os.path.join(folder, file), by_project)
            self._by_top[top] = by_project
        return self._by_top[top]

    def _add(self, path, by_project):
        try:
            listed = _list(path, "")
        except ScanError:
            return  # Nobody has asked for this one.
        for _, found, _ in _find_projects(path, listed, self._context):
            if found:
                by_project.setdefault(found, []).append(path)


def _above(folder):
    """FOLDER and those above it that may have a solution of its project."""
    folders = [folder]
    for _ in range(3):
        folder = os.path.dirname(folder)
        folders.append(folder)
    return tuple(folders)


def _list(path, configuration):
    if path.lower().endswith(".slnx"):
        return [(element.attributes.get("Path", ""), None)
                for element in _projects_below(xml.read(path))]
    return _read_sln(path, configuration)


def _find_projects(path, listed, context):
    """For each project of C and C++ that the solution at PATH has LISTED: its
    name there, its path or None, and its configuration."""
    folder = os.path.dirname(path)
    return [(name, None if is_windows_absolute(name) else context.folders.find(folder, name),
             configuration) for name, configuration in listed
            if name.lower().endswith(".vcxproj")]


def _read_sln(path, configuration):
    try:
        with open(path, "rb") as file:
            data = file.read(_MAX_SIZE)
    except OSError as error:
        raise ScanError(f"{path}: cannot be read: {error.strerror}") from error
    text = decode(data)[1]
    if "Microsoft Visual Studio Solution File" not in text[:1000]:
        raise ScanError(f"{path}: not a solution of Visual Studio: the line that says so is "
                        f"missing")
    configurations = {identity.lower(): project for identity, solution, project in
                      _CONFIGURATION.findall(text) if solution.lower() == configuration.lower()}
    return [(name, configurations.get(identity.lower())) for name, identity in
            _PROJECT.findall(text)]


def _projects_below(element):
    if element.tag == "Project":
        yield element
    for child in element.children:
        yield from _projects_below(child)
