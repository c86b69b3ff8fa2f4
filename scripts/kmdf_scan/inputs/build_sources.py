"""A file called "sources", by which build.exe of the kits up to WDK 7 built a
driver: macros as those of nmake.

Facts: "SOURCES file macros" and "Writing a SOURCES file" of the WDK 7
documentation."""

import os
import re

from kmdf_scan import ScanError
from kmdf_scan.folders import is_windows_absolute
from kmdf_scan.inputs import command_line
from kmdf_scan.inputs.model import Driver, Source, Target, is_source, language_of
from kmdf_scan.inputs.text import decode

_MAX_SIZE = 1024 * 1024
_MAX_INCLUDES = 50
_MAX_LENGTH = 64 * 1024

_MACRO = re.compile(r"\$\((\w+)\)")
_ASSIGNMENT = re.compile(r"\s*(\w+)\s*=\s*(.*)", re.DOTALL)
_DIRECTIVE = re.compile(r"!\s*(\w+)\s*(.*)", re.DOTALL)

_DRIVER_TYPES = {"driver", "driver_library", "export_driver", "miniport", "gdi_driver"}

_INITIAL = {"AMD64": "1", "_BUILDARCH": "AMD64", "TARGETCPU": "AMD64"}


class BuildSources:
    """The macros of a sources file."""

    def __init__(self, path, context):
        """Reads the file at PATH, absolute. Raises ScanError."""
        self.path = path
        self._folder = os.path.dirname(path)
        self._context = context
        self._macros = dict(_INITIAL)
        self._includes = 0
        self._read(path)

    def is_driver(self):
        """Whether it builds a driver that the rules are for."""
        kind = self._value("TARGETTYPE").lower()
        return kind in _DRIVER_TYPES or kind == "dynlink" and self._value(
            "UMDF_VERSION_MAJOR") == "2"

    def driver(self):
        """The driver that it builds."""
        target = Target(user_mode=bool(self._value("UMDF_VERSION_MAJOR")))
        if target.user_mode:
            target.model = "umdf2"
        elif self._value("KMDF_VERSION_MAJOR") or self._value("KMDF_VERSION"):
            minor = self._value("KMDF_VERSION_MINOR")
            # WDK 7 has KMDF 1.9.
            target.model = "kmdf"
            target.framework = (1, int(minor) if re.fullmatch(r"\d{1,3}", minor) else 9)
        options = command_line.parse_cl(command_line.split_windows(
            f"{self._value('C_DEFINES')} {self._value('USER_C_FLAGS')}"))
        folders = self._include_folders()
        sources = []
        names = self._value("SOURCES") + " " + self._value("AMD64_SOURCES")
        for name in dict.fromkeys(names.split()):
            if is_source(name):
                path = self._find(name)
                whole = path or os.path.normpath(
                    os.path.join(self._folder, name.replace("\\", "/")))
                sources.append(Source(
                    whole, self._folder, language_of(whole), target, list(options.defines),
                    list(options.undefines), list(folders), arguments=list(options.arguments),
                    problem="" if path else "SOURCES lists the file, but it is not there"))
        name = self._value("TARGETNAME") or os.path.basename(self._folder)
        return Driver(name, self._folder, sources)

    def _include_folders(self):
        paths = [self._find(name.strip()) for name in self._value("INCLUDES").split(";")
                 if name.strip()]
        return list(dict.fromkeys([self._folder] + [path for path in paths if path]))

    def _find(self, name):
        return None if is_windows_absolute(name) else self._context.folders.find(
            self._folder, name)

    def _value(self, name):
        return self._macros.get(name, "").strip()

    def _read(self, path):
        self._includes += 1
        if self._includes > _MAX_INCLUDES:
            raise ScanError(f"{self.path}: there is no end to the files that it includes")
        try:
            with open(path, "rb") as file:
                text = decode(file.read(_MAX_SIZE))[1]
        except OSError as error:
            raise ScanError(f"{path}: cannot be read: {error.strerror}") from error
        # For each !if that is open, whether its lines hold, and whether a branch
        # of it has held.
        open_ifs = []
        for line in _logical_lines(text):
            directive = _DIRECTIVE.match(line)
            if directive:
                self._direct(directive.group(1).lower(), directive.group(2).strip(), open_ifs)
            elif all(holds for holds, _ in open_ifs):
                assignment = _ASSIGNMENT.match(line)
                if assignment:
                    self._macros[assignment.group(1)] = self._expand(assignment.group(2))

    def _direct(self, name, argument, open_ifs):
        if name in ("if", "ifdef", "ifndef"):
            holds = self._holds(name, argument)
            open_ifs.append((holds, holds))
        elif name in ("else", "elseif") and open_ifs:
            _, has_held = open_ifs.pop()
            inner, _, rest = argument.partition(" ") if name == "else" else ("if", "", argument)
            holds = not has_held and (not argument or self._holds(inner.lower(), rest))
            open_ifs.append((holds, has_held or holds))
        elif name == "endif" and open_ifs:
            open_ifs.pop()
        elif name == "include" and all(holds for holds, _ in open_ifs):
            path = self._find(self._expand(argument).strip('"<>'))
            if path and os.path.isfile(path):
                self._read(path)

    def _holds(self, name, argument):
        """Whether an !if holds. One that is more than a comparison or a macro
        does not."""
        if name in ("ifdef", "ifndef"):
            return (argument in self._macros) == (name == "ifdef")
        comparison = re.fullmatch(r'"?([^"=!<>|&]*)"?\s*(==|!=|<=|>=|<|>)\s*"?([^"=!<>|&]*)"?',
                                  self._expand(argument).strip())
        if not comparison:
            defined = re.fullmatch(r"(!?)\s*defined\s*\(\s*(\w+)\s*\)", argument.strip(),
                                   re.IGNORECASE)
            return bool(defined) and (defined.group(2) in self._macros) != bool(defined.group(1))
        left, operator, right = comparison.groups()
        if operator in ("==", "!="):
            return (left.strip().lower() == right.strip().lower()) == (operator == "==")
        a, b = _number(left), _number(right)
        if a is None or b is None:
            return False
        return {"<": a < b, ">": a > b, "<=": a <= b, ">=": a >= b}[operator]

    def _expand(self, text):
        expanded = _MACRO.sub(lambda match: self._macros.get(match.group(1), ""), text)
        if len(expanded) > _MAX_LENGTH:
            raise ScanError(f"{self.path}: the value of a macro grows without bounds")
        return expanded


def _number(text):
    text = text.strip()
    if re.fullmatch(r"0[xX][0-9A-Fa-f]{1,16}", text):
        return int(text, 16)
    return int(text) if re.fullmatch(r"\d{1,18}", text) else None


def _logical_lines(text):
    """The lines of TEXT without comments, those that end in a backslash joined
    with the next."""
    line = ""
    for part in text.splitlines():
        part = part.split("#")[0].rstrip()
        if part.endswith("\\"):
            line += part[:-1] + " "
        elif line or part:
            yield line + part
            line = ""
    if line:
        yield line
