"""A project of Visual Studio, .vcxproj: what of it is a driver, and how its
sources are compiled.

Facts: "WDK and Visual Studio build environment" and the pages on the properties
of driver projects on learn.microsoft.com."""

import dataclasses
import os
import re

from kmdf_scan import ScanError
from kmdf_scan.folders import common_folder, is_windows_absolute
from kmdf_scan.inputs import command_line, wdk_properties
from kmdf_scan.inputs.model import Driver, Source, Target, is_source, language_of
from kmdf_scan.msbuild.evaluator import Evaluation
from kmdf_scan.msbuild.expressions import split_list, unescape

_C_STANDARDS = {"stdc11": "c11", "stdc17": "c17", "stdclatest": "c23"}
_CXX_STANDARDS = {"stdcpp14": "c++14", "stdcpp17": "c++17", "stdcpp20": "c++20",
                  "stdcpp23": "c++23", "stdcpp23preview": "c++23", "stdcpplatest": "c++23"}

# Properties that the compiler is told as macros.
_VERSION_DEFINES = (
    "KMDF_MINIMUM_VERSION_REQUIRED", "UMDF_MINIMUM_VERSION_REQUIRED",
    "NETADAPTER_VERSION_MAJOR", "NETADAPTER_VERSION_MINOR", "NETADAPTER_MINIMUM_VERSION_REQUIRED")


@dataclasses.dataclass
class Project:
    """A project that was read."""

    path: str  # absolute
    listed: list  # the paths of all sources, those for other configurations too
    driver: Driver  # with all its sources, whether it is a driver or not
    refusal: str  # why it is none, in words that follow "it is"; "" if it is one
    notes: list  # sentences: what about it was not there or not understood


def read_project(path, context, solution=None, configuration=None):
    """The Project at PATH, absolute, for CONFIGURATION, NAME|PLATFORM, or what
    the user or else the project says. SOLUTION is the path of the solution that
    it is read for, or None. Raises ScanError."""
    solution = solution or context.solutions.solution_of(path)

    def evaluate(name, platform):
        properties = {"Configuration": name, "Platform": platform,
                      **wdk_properties.names_of(path, solution)}
        return Evaluation(path, properties, ["ClCompile", "ProjectConfiguration"],
                          context.folders, wdk_properties.imports(context))

    chosen = ("Release", "x64")
    evaluation = evaluate(*chosen)
    known = [tuple(item.name.split("|")) for item in evaluation.items_of("ProjectConfiguration")
             if item.name.count("|") == 1]
    wanted = _choose_configuration(path, known, configuration, context)
    if wanted != chosen:
        evaluation = evaluate(*wanted)
    reader = _Reader(evaluation, wanted, context)
    listed = [item.path for item in evaluation.items_of("ClCompile") if item.path]
    return Project(path, listed, reader.driver(), reader.refusal(), reader.notes())


def _choose_configuration(path, known, wanted, context):
    """Of the configurations KNOWN, pairs of a name and a platform, WANTED or the
    one that the user asked for, or else a release for x64 as near as there is
    one."""
    by_text = {"|".join(pair).lower(): pair for pair in known}
    if wanted and wanted.lower() in by_text:
        return by_text[wanted.lower()]
    if context.configuration:
        pair = by_text.get(context.configuration.lower())
        if not pair and known:
            raise ScanError(
                f"{path}: there is no configuration {context.configuration}; it has "
                f"{', '.join('|'.join(pair) for pair in known)}")
        return pair or tuple(context.configuration.split("|"))

    def rank(pair):
        name, platform = pair[0].lower(), pair[1].lower()
        platforms = ["x64", "arm64", "win32", "x86"]
        return (platforms.index(platform) if platform in platforms else len(platforms),
                0 if name == "release" else 1 if "release" in name else 2)

    if not known:
        return ("Release", "x64")
    best = min(map(rank, known))
    # The last of equals: where they differ by the version of Windows, the newest.
    return max((pair for pair in known if rank(pair) == best),
               key=lambda pair: _with_numbers(pair[0].lower()))


def _with_numbers(name):
    """The parts of NAME such that 10 comes after 8."""
    return [int(part) if part.isdecimal() else part for part in re.split(r"(\d{1,9})", name)]


class _Reader:
    """Reads an evaluated project."""

    def __init__(self, evaluation, configuration, context):
        self._evaluation = evaluation
        self._configuration = configuration
        self._context = context
        self._type = evaluation.property("ConfigurationType").lower()
        self._toolset = evaluation.property("PlatformToolset").lower()
        self._driver_type = evaluation.property("DriverType").lower()
        self._sources = None
        self._missing_headers = []

    def refusal(self):
        """Why the project is no driver for the rules, in words that follow "it
        is"; "" if it is one."""
        if self._type == "utility" or self._driver_type == "package":
            return "a package"
        if self._type == "application":
            return "an application"
        if self._toolset.startswith("windowsapplicationfor"):
            return "a library for applications"
        if not self.driver().sources:
            return "a project without C or C++ sources"
        if self._toolset.startswith("windowsusermodedriver") or self._is_user_mode():
            if not self._is_framework("UMDF"):
                return "a library for user mode"
            if wdk_properties.framework_version(self._evaluation, "UMDF")[0] < 2:
                return "a driver for UMDF 1, which has none of the functions that the rules are for"
            return ""
        if self._type == "driver" or self._toolset.startswith("windowskernelmodedriver") or \
                self._driver_type in ("kmdf", "wdm") or \
                self._evaluation.property("TARGETTYPE").lower() == "driver":
            return ""
        paths = [source.path for source in self.driver().sources if not source.problem]
        if any(self._context.is_driver_source(path) for path in paths):
            return ""
        return "a project whose sources include no header of the kernel or of the framework"

    def driver(self):
        """The project's sources as a driver."""
        if self._sources is None:
            target = self._target()
            self._sources = []
            seen = set()
            for item in self._evaluation.items_of("ClCompile"):
                name = item.path or item.name
                excluded = item.metadata.get("excludedfrombuild", "").lower() == "true"
                if is_source(name) and not excluded and name not in seen:
                    seen.add(name)
                    self._sources.append(self._source(item, target))
        folder = self._evaluation.folder
        root = common_folder([folder] + [os.path.dirname(source.path) for source in self._sources])
        name = os.path.splitext(os.path.basename(self._evaluation.path))[0]
        return Driver(name, root, self._sources)

    def notes(self):
        """Sentences: what the project names that is not there, or is not
        understood."""
        name = os.path.basename(self._evaluation.path)
        sheets = [os.path.normpath(sheet.replace("\\", "/"))
                  for sheet in self._evaluation.missing_imports]
        return [f"{name}: imports {sheet}, which is not there"
                for sheet in dict.fromkeys(sheets)] + [
            f"{name}: the forced include {header} is not there"
            for header in dict.fromkeys(self._missing_headers)] + [
            f"{name}: {text} is not understood and taken as empty"
            for text in list(dict.fromkeys(self._evaluation.not_understood))[:3]]

    def _is_user_mode(self):
        if self._toolset.startswith("windowskernelmodedriver") or self._type == "driver":
            return False
        return (self._toolset.startswith(("windowsusermodedriver", "windowsapplicationfor")) or
                self._type == "application" or self._is_framework("UMDF"))

    def _is_framework(self, name):
        return (self._driver_type == name.lower() or
                bool(self._evaluation.property(f"{name}_VERSION_MAJOR")))

    def _target(self):
        evaluation = self._evaluation
        user_mode = self._is_user_mode()
        known = self._toolset.startswith("windows") or self._type in ("driver", "application")
        target = Target(
            user_mode=user_mode if known else None,
            platform=_platform(self._configuration[1]),
            kit=wdk_properties.kit_version(evaluation),
            windows=wdk_properties.windows_version(evaluation),
            ntddi=evaluation.property("NTDDI_VERSION"))
        name = "UMDF" if user_mode else "KMDF"
        version = wdk_properties.framework_version(evaluation, name)
        if self._is_framework(name) and version[0] == (2 if user_mode else 1):
            target.model, target.framework = "umdf2" if user_mode else "kmdf", version
        number = wdk_properties.hexadecimal(evaluation.property("_NT_TARGET_VERSION"))
        if number > 0xFFFF and not target.ntddi:
            target.ntddi = f"0x{number:08X}"
        return target

    def _source(self, item, target):
        path = item.path or os.path.normpath(
            os.path.join(self._evaluation.folder, item.name.replace("\\", "/")))
        options = command_line.parse_cl(command_line.split_windows(
            f"{self._evaluation.property('C_DEFINES')} {_value(item, 'additionaloptions')}"))
        source = Source(path, self._evaluation.folder, self._language(item, path, options), target)
        source.arguments = options.arguments + self._standard(item, source.language)
        source.defines = [_unquoted(define) for define in
                          self._common_defines() + _list(item, "preprocessordefinitions")]
        source.defines += options.defines + _tracing_defines(item)
        source.undefines = _list(item, "undefinepreprocessordefinitions") + options.undefines
        source.include_folders = self._existing_folders(
            _list(item, "additionalincludedirectories") + options.include_folders +
            split_list(self._evaluation.property("IncludePath")) +
            split_list(self._evaluation.property("INCLUDES")))
        source.forced_includes = self._forced_includes(
            _list(item, "forcedincludefiles") + options.forced_includes, source)
        if not item.path:
            source.problem = "the project lists the file, but it is not there"
        return source

    def _language(self, item, path, options):
        if options.language:
            return options.language
        return {"compileasc": "c", "compileascpp": "c++"}.get(
            _value(item, "compileas").lower(), language_of(path))

    def _standard(self, item, language):
        if language == "c":
            standard = _C_STANDARDS.get(_value(item, "languagestandard_c").lower())
        else:
            standard = _CXX_STANDARDS.get(_value(item, "languagestandard").lower())
        return [f"-std={standard}"] if standard else []

    def _common_defines(self):
        """What Visual Studio and the WDK define by a project's properties."""
        defines = []
        if self._evaluation.property("CharacterSet").lower() == "unicode":
            defines += ["UNICODE", "_UNICODE"]
        if self._evaluation.property("UseDebugLibraries").lower() == "true":
            defines.append("DBG=1")
        for name in _VERSION_DEFINES:
            value = self._evaluation.property(name)
            if value:
                defines.append(f"{name}={value}")
        return defines

    def _existing_folders(self, names):
        found = {}
        for name in names:
            name = name.strip('"')
            path = None if is_windows_absolute(name) else self._context.folders.find(
                self._evaluation.folder, name)
            if path and os.path.isdir(path):
                found[path] = True
        return list(found)

    def _forced_includes(self, names, source):
        found = []
        for name in names:
            name = name.strip('"')
            paths = [self._context.folders.find(folder, name)
                     for folder in [source.directory, *source.include_folders]
                     if not is_windows_absolute(name)]
            path = next((path for path in paths if path and os.path.isfile(path)), None)
            if path or self._context.system.has(name, source.target):
                found.append(path or name)
            else:
                self._missing_headers.append(name)
        return found


def _value(item, name):
    return unescape(item.metadata.get(name, ""))


def _list(item, name):
    return [unescape(part) for part in split_list(item.metadata.get(name, ""))]


def _unquoted(define):
    """DEFINE as the compiler's command line leaves it."""
    return '"'.join(part.replace('"', "") for part in define.split('\\"'))


def _tracing_defines(item):
    """What the WPP preprocessor adds where it runs on a source: the functions for
    tracing become macros. Here they do nothing."""
    if _value(item, "wppenabled").lower() != "true":
        return []
    names = [re.match(r"\w+", part) for part in _list(item, "wpptracefunction")]
    return (_list(item, "wpppreprocessordefinitions") +
            [f"{name.group()}(...)=" for name in names if name])


def _platform(name):
    return {"win32": "Win32", "x86": "Win32", "arm64": "ARM64", "arm": "ARM"}.get(
        name.lower(), "x64")
