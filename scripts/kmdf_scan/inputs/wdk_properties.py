"""What the files of Visual Studio and of the WDK do that a project imports:
the properties by which projects name folders and versions.

Facts: "WDK and Visual Studio build environment", "Driver model settings
properties for driver projects" (with the versions of the frameworks that are
built for where a project names none), "Common macros for MSBuild commands and
properties" and "Customize your build" (Directory.Build.props) on
learn.microsoft.com."""

import os
import re

from kmdf_scan.inputs.model import Target
from kmdf_scan.msbuild.evaluator import NOT_HERE

# What TargetVersion names, as _WIN32_WINNT has it.
_WINDOWS = {"vista": 0x0600, "windows7": 0x0601, "windows8": 0x0602, "windowsv6.3": 0x0603,
            "windows10": 0x0A00}

# The properties that the WDK names these versions by.
_VERSION_PROPERTIES = {"_NT_TARGET_VERSION_VISTA": "0x600", "_NT_TARGET_VERSION_WIN7": "0x601",
                       "_NT_TARGET_VERSION_WIN8": "0x602", "_NT_TARGET_VERSION_WINBLUE": "0x603",
                       "_NT_TARGET_VERSION_WIN10": "0xA00"}


def names_of(path, solution):
    """The properties by which a project and its solution are named."""
    name, extension = os.path.splitext(os.path.basename(path))
    folder = os.path.dirname(path) + "/"
    values = {"ProjectDir": folder, "ProjectName": name, "ProjectPath": path,
              "ProjectFileName": name + extension, "ProjectExt": extension, "OS": "Windows_NT",
              "VisualStudioVersion": "17.0", "VCTargetsPath": NOT_HERE}
    if solution:
        name, extension = os.path.splitext(os.path.basename(solution))
        values.update({"SolutionDir": os.path.dirname(solution) + "/", "SolutionName": name,
                       "SolutionPath": solution, "SolutionFileName": name + extension,
                       "SolutionExt": extension})
    return values


def imports(context):
    """For each file that a project may import from Visual Studio or the WDK, by
    its name in lower case, what it does to an Evaluation."""
    return {
        "preconfiguration.props": _import_converted_sources,
        "microsoft.cpp.default.props": _import_default_properties,
        "microsoft.cpp.props": lambda evaluation: _set_kit(evaluation, context),
        "microsoft.cpp.targets": _import_targets,
    }


def _import_default_properties(evaluation):
    for name, value in _VERSION_PROPERTIES.items():
        evaluation.set_default(name, value)
    platform, configuration = evaluation.property("Platform"), evaluation.property("Configuration")
    for name, value in (("PlatformShortName", platform),
                        ("IntDir", f"{platform}/{configuration}/"),
                        ("TargetName", evaluation.property("ProjectName"))):
        evaluation.set_default(name, value)
    _import_above(evaluation, "Directory.Build.props")


def _import_converted_sources(evaluation):
    """For a project that was converted from the sources file of an older kit."""
    path = evaluation.folders.find(evaluation.folder, "sources.props")
    if path:
        evaluation.import_file(path)


def _import_targets(evaluation):
    _import_above(evaluation, "Directory.Build.targets")
    for name in evaluation.property("SOURCES").split():
        evaluation.add_item("ClSourceFiles", name)


def _import_above(evaluation, name):
    folder = evaluation.folder
    while True:
        path = evaluation.folders.find(folder, name)
        if path:
            evaluation.import_file(path)
            return
        if folder == os.path.dirname(folder):
            return
        folder = os.path.dirname(folder)


def _set_kit(evaluation, context):
    target = Target(kit=kit_version(evaluation))
    for name, value in context.system.project_properties(target).items():
        evaluation.set_default(name, value)
    version = framework_version(evaluation, "KMDF")
    evaluation.set_default("KMDF_VER_PATH", ".".join(map(str, version)))
    evaluation.set_default("SPB_INC_PATH", evaluation.property("DDK_INC_PATH") + "/spb")
    windows = windows_version(evaluation)
    if windows:
        evaluation.set_default("_NT_TARGET_VERSION", hex(windows))


def kit_version(evaluation):
    """The version of the kit that the project names; "" for any."""
    version = evaluation.property("WindowsTargetPlatformVersion")
    return version if re.fullmatch(r"\d{1,9}(\.\d{1,9}){2,3}", version) else ""


def windows_version(evaluation):
    """The version of Windows that the project is for, as _WIN32_WINNT has it;
    None if it does not say."""
    number = hexadecimal(evaluation.property("_NT_TARGET_VERSION"))
    if number:
        return number >> 16 if number > 0xFFFF else number
    return _WINDOWS.get(evaluation.property("TargetVersion").lower())


def hexadecimal(text):
    """The number that TEXT is, as 0x0A00 is one; 0 if it is none."""
    return int(text, 16) if re.fullmatch(r"0[xX][0-9A-Fa-f]{1,8}", text) else 0


def framework_version(evaluation, name):
    """The version of the framework, "KMDF" or "UMDF", that the project is for."""
    major = evaluation.property(f"{name}_VERSION_MAJOR")
    minor = evaluation.property(f"{name}_VERSION_MINOR")
    windows = windows_version(evaluation) or 0x0A00
    if name == "KMDF":
        default = 15 if windows >= 0x0A00 else 11 if windows >= 0x0602 else 9
    else:
        default = 15 if windows >= 0x0A00 else 0
    return (int(major) if re.fullmatch(r"\d{1,3}", major) else 1 if name == "KMDF" else 2,
            int(minor) if re.fullmatch(r"\d{1,3}", minor) else default)
