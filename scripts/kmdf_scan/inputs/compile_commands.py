"""compile_commands.json: the sources that a build compiles, with their
commands, of cl, clang-cl, clang or gcc.

Facts: "JSON Compilation Database Format Specification" of clang's
documentation."""

import json
import ntpath
import os
import re

from kmdf_scan import ScanError
from kmdf_scan.folders import common_folder
from kmdf_scan.inputs import command_line
from kmdf_scan.inputs.model import Driver, Source, Target, is_source, language_of

# Where CMake puts the objects of a target.
_CMAKE_TARGET = re.compile(r"CMakeFiles[/\\]([^/\\]+)\.dir[/\\]")

_ARCHITECTURES = {"_ARM64_": "ARM64", "_X86_": "Win32", "_ARM_": "ARM"}


def read_compile_commands(path, absolute, context):
    """The drivers in the compile_commands.json that the user calls PATH: those
    targets of CMake that have a DriverEntry each, where there are several, or
    one of all sources. A file that is listed more than once is analysed by its
    first command. Raises ScanError."""
    entries = _read_entries(path, absolute)
    root = os.path.dirname(absolute)
    relocation = _Relocation(root, entries)
    sources, targets = {}, {}
    for number, entry in enumerate(entries, 1):
        try:
            source, output = _Command(entry, root, relocation, context).read()
        except (KeyError, TypeError, ValueError, AttributeError) as error:
            raise ScanError(
                f"{path}: entry {number} is not a compile command: it needs 'directory', 'file' "
                f"and 'command' or 'arguments'") from error
        if source and source.path not in sources:
            sources[source.path] = source
            target = _CMAKE_TARGET.search(output)
            targets.setdefault(target.group(1) if target else "", []).append(source)
    if not sources:
        raise ScanError(f"{path}: it lists no C or C++ source")
    with_entry = [name for name in targets if any(
        _defines_entry(source, context) for source in targets[name])]
    if len(with_entry) < 2:
        folder = common_folder([os.path.dirname(source) for source in sources])
        if common_folder([folder, root]) == root:
            folder = root
        return [Driver(os.path.basename(folder) or "root", folder, list(sources.values()))]
    for name in targets.keys() - set(with_entry):
        context.note(f"{path}: left out {name or 'sources of no target'}, which has no DriverEntry")
    return [Driver(name, common_folder([os.path.dirname(source.path) for source in targets[name]]),
                   targets[name]) for name in targets if name in with_entry]


def _defines_entry(source, context):
    text = context.text(source.path)
    return bool(text) and text.role.defines_entry


def _read_entries(path, absolute):
    try:
        with open(absolute, "rb") as file:
            entries = json.loads(file.read().decode("utf-8-sig"))
    except (OSError, ValueError, RecursionError) as error:
        raise ScanError(f"{path}: cannot be read as a compile_commands.json: {error}") from error
    if not isinstance(entries, list):
        raise ScanError(f"{path}: not a compile_commands.json, which is a list of commands")
    return entries


class _Relocation:
    """Where the folders of the machine that wrote the commands are on this one."""

    def __init__(self, root, entries):
        self._from = self._to = None
        for entry in entries:
            if isinstance(entry, dict) and isinstance(entry.get("file"), str) and isinstance(
                    entry.get("directory"), str):
                name = ntpath.join(entry["directory"], entry["file"])
                if ntpath.splitdrive(name)[0]:
                    self._match(name.replace("\\", "/"), root)
                    break

    def _match(self, name, root):
        """Matches NAME with the files in ROOT and above it by the longest end
        that they share."""
        parts = name.split("/")
        for count in range(len(parts) - 1, 0, -1):
            folder = root
            while True:
                if os.path.isfile(os.path.join(folder, *parts[-count:])):
                    self._from, self._to = "/".join(parts[:-count]) + "/", folder + "/"
                    return
                if folder == os.path.dirname(folder):
                    break
                folder = os.path.dirname(folder)

    def apply(self, name):
        """NAME, on this machine if it is an absolute one of the other."""
        plain = name.replace("\\", "/")
        if self._from and plain.lower().startswith(self._from.lower()):
            return self._to + plain[len(self._from):]
        return plain if ntpath.splitdrive(name)[0] else name


class _Command:
    """One entry of the file."""

    def __init__(self, entry, root, relocation, context):
        self._relocation = relocation
        self._context = context
        directory = os.path.normpath(os.path.join(root, relocation.apply(entry["directory"])))
        self._directory = directory if os.path.isdir(directory) else root
        self._file = entry["file"]
        self._output = entry.get("output", "")
        if "arguments" in entry:
            self._arguments = [str(argument) for argument in entry["arguments"]]
        else:
            self._arguments = _split(entry["command"])
        if not self._arguments:
            raise ValueError

    def read(self):
        """The Source, None if the file is not one of C or C++, and the name of
        what is made of it."""
        arguments = command_line.without_launchers(self._arguments)
        is_cl = command_line.is_cl(arguments)
        name = self._relocation.apply(self._file)
        path = self._find(name.replace("\\", "/") if is_cl else name)
        whole = path or os.path.normpath(os.path.join(self._directory, name))
        if not is_source(whole):
            return None, ""
        source = Source(whole, self._directory, language_of(whole), Target())
        if not path:
            source.problem = "the file is not there"
        try:
            rest = command_line.expand_response_files(
                arguments[1:], self._directory,
                command_line.split_windows if is_cl else command_line.split_posix)
        except command_line.Unreadable as error:
            source.problem = source.problem or str(error)
            rest = []
        if is_cl:
            self._read_cl(rest, source)
        else:
            self._read_gcc(command_line.program_name(arguments[0]), rest, source)
        return source, self._output

    def _find(self, name):
        path = self._context.folders.find(self._directory, name)
        return path if path and os.path.isfile(path) else None

    def _read_cl(self, arguments, source):
        options = command_line.parse_cl(arguments)
        self._output = self._output or options.output
        source.language = options.language or source.language
        source.defines = options.defines
        source.undefines = options.undefines
        source.arguments = options.arguments
        for name in options.include_folders:
            path = self._context.folders.find(self._directory, self._relocation.apply(name))
            if path and os.path.isdir(path):
                source.include_folders.append(path)
        for name in options.forced_includes:
            source.forced_includes.append(self._find(self._relocation.apply(name)) or name)
        target = source.target
        values = dict(define.partition("=")[::2] for define in options.defines)
        target.platform = next((platform for name, platform in _ARCHITECTURES.items()
                                if name in values), "x64")
        for model, name in (("kmdf", "KMDF"), ("umdf2", "UMDF")):
            version = [values.get(f"{name}_VERSION_{part}", "") for part in ("MAJOR", "MINOR")]
            if all(re.fullmatch(r"\d{1,3}", part) for part in version):
                target.model, target.framework = model, tuple(map(int, version))
                target.user_mode = model == "umdf2"

    def _read_gcc(self, program, arguments, source):
        options = command_line.parse_gcc(arguments)
        self._output = self._output or options.output
        source.own_command = True
        source.language = options.language or source.language
        source.arguments = options.arguments
        triple = re.match(r"(.+-mingw32(?:ucrt)?)-(?:gcc|g\+\+|c\+\+|cc|clang)", program)
        if triple:
            source.arguments.insert(0, f"--target={triple.group(1)}")


def _split(command):
    """The arguments in COMMAND, by the rules of the system that it is for."""
    try:
        first = command_line.split_posix(command)[:1]
    except ValueError:
        first = []
    windows = command_line.split_windows(command)
    program = (windows or [""])[0]
    if not first or "\\" in program or program.lower().endswith(".exe") or \
            command_line.is_cl(command_line.without_launchers(windows)):
        return windows
    return command_line.split_posix(command)
