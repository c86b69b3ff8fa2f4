"""From the paths that the user names to drivers and their source files."""

import dataclasses
import json
import os
import shlex

from kmdf_scan import ScanError

C_SUFFIXES = {".c"}
CXX_SUFFIXES = {".cpp", ".cc", ".cxx"}
HEADER_SUFFIXES = {".h", ".hpp", ".hxx", ".hh", ".inl"}


@dataclasses.dataclass
class Source:
    """One file to analyse, with what its compiler is told about it."""

    path: str  # absolute
    directory: str  # the compiler's working directory, absolute
    arguments: list  # without the compiler's name and the file's
    own_command: bool  # the arguments are those of a real compile command


@dataclasses.dataclass
class Driver:
    """A driver: sources that are judged together."""

    name: str
    root: str  # absolute; paths in the results are relative to it
    sources: list


def find_drivers(paths):
    """The drivers at PATHS, each a folder, a source file or a
    compile_commands.json. Raises ScanError for one that is none of these."""
    return [_find_driver(path) for path in paths]


def _find_driver(path):
    if not os.path.exists(path):
        raise ScanError(f"{path}: no such file or folder")
    absolute = os.path.abspath(path)
    if os.path.isdir(absolute):
        return _from_folder(path, absolute)
    name = os.path.basename(absolute)
    suffix = os.path.splitext(name)[1].lower()
    if suffix == ".json":
        return _from_compile_commands(path, absolute)
    if suffix in C_SUFFIXES | CXX_SUFFIXES:
        root = os.path.dirname(absolute)
        return Driver(os.path.splitext(name)[0], root, [_plain_source(absolute, [root])])
    if suffix in {".vcxproj", ".sln"}:
        raise ScanError(
            f"{path}: project files cannot be read yet; name the driver's folder instead")
    raise ScanError(
        f"{path}: not a folder, a C or C++ source or a compile_commands.json")


def _plain_source(path, include_folders):
    arguments = []
    for folder in include_folders:
        arguments += ["-I", folder]
    return Source(path, os.path.dirname(path), arguments, own_command=False)


def _from_folder(path, root):
    sources, header_folders = [], []
    for folder, subfolders, files in os.walk(root):
        subfolders[:] = sorted(s for s in subfolders if not s.startswith("."))
        suffixes = {os.path.splitext(file)[1].lower() for file in files}
        if suffixes & HEADER_SUFFIXES:
            header_folders.append(folder)
        for file in sorted(files):
            if os.path.splitext(file)[1].lower() in C_SUFFIXES | CXX_SUFFIXES:
                sources.append(os.path.join(folder, file))
    if not sources:
        raise ScanError(f"{path}: no C or C++ source in this folder")
    name = os.path.basename(root) or "root"
    return Driver(
        name, root,
        [_plain_source(source, _nearest_first(source, header_folders)) for source in sources])


def _nearest_first(source, folders):
    """FOLDERS as SOURCE should search them: where two of a tree's drivers have
    a header of one name, each means its own."""
    own = os.path.dirname(source)

    def distance(folder):
        steps = os.path.relpath(folder, own).split(os.sep)
        return (0 if steps == ["."] else len(steps), folder)

    return sorted(folders, key=distance)


def _from_compile_commands(path, absolute):
    try:
        with open(absolute, encoding="utf-8") as file:
            entries = json.load(file)
    except (OSError, ValueError) as error:
        raise ScanError(f"{path}: cannot be read as a compile_commands.json: {error}") from error
    if not isinstance(entries, list):
        raise ScanError(f"{path}: not a compile_commands.json, which is a list of commands")
    root = os.path.dirname(absolute)
    sources = {}
    for number, entry in enumerate(entries, 1):
        try:
            source = _from_compile_command(entry, root)
        except (KeyError, TypeError, ValueError) as error:
            raise ScanError(
                f"{path}: entry {number} is not a compile command: it needs 'directory', 'file' "
                f"and 'command' or 'arguments'") from error
        if os.path.splitext(source.path)[1].lower() in C_SUFFIXES | CXX_SUFFIXES:
            sources.setdefault(source.path, source)
    if not sources:
        raise ScanError(f"{path}: it lists no C or C++ source")
    return Driver(os.path.basename(root) or "root", root, list(sources.values()))


# Options of a compile command that say what to make of the source, and those of
# them that have a value of their own.
_OUTPUT_OPTIONS = {"-c", "-S", "-E", "-MD", "-MMD", "-MP", "-M", "-MM"}
_OUTPUT_OPTIONS_WITH_VALUE = {"-o", "-MF", "-MT", "-MQ"}


def _from_compile_command(entry, root):
    directory = os.path.join(root, entry["directory"])
    path = os.path.normpath(os.path.join(directory, entry["file"]))
    command = entry["arguments"] if "arguments" in entry else shlex.split(entry["command"])
    arguments = []
    rest = iter(command[1:])
    for argument in rest:
        if argument in _OUTPUT_OPTIONS_WITH_VALUE:
            next(rest, None)
        elif argument not in _OUTPUT_OPTIONS and not (
                argument == entry["file"] or
                os.path.normpath(os.path.join(directory, argument)) == path):
            arguments.append(argument)
    return Source(path, directory, arguments, own_command=True)
