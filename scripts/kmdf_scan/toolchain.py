"""The clang that runs the plugin, the plugin, and how a source is compiled."""

import dataclasses
import json
import os
import re
import shutil
import subprocess
import sys

from kmdf_scan import ScanError
from kmdf_scan.cache import digest
from kmdf_scan.kept_file import write_kept
from kmdf_scan.places import PLUGIN, SETUP

# As Plugin.cpp writes it into the plugin.
_PLUGIN_MARK = re.compile(rb"KmdfCheckers for clang (\d+\.\d+\.\d+)")

# For each platform, the target of clang's and what the compiler and the WDK's
# build define.
_PLATFORMS = {
    "x64": ("x86_64-pc-windows-msvc", ["_WIN64", "_AMD64_", "AMD64"]),
    "Win32": ("i386-pc-windows-msvc", ["_X86_=1", "i386=1", "STD_CALL"]),
    "ARM64": ("aarch64-pc-windows-msvc", ["_WIN64", "_ARM64_", "ARM64"]),
    "ARM": ("thumbv7-pc-windows-msvc", ["_ARM_", "ARM"]),
}

# The version of KMDF, of UMDF and of Windows where a build names none: those of
# the model headers.
_KMDF = (1, 33)
_UMDF = (2, 33)
_WINDOWS = 0x0A00
_NTDDI = "0x0A00000C"

_QUIET = ["-fno-crash-diagnostics", "-Qunused-arguments"]

# Where MSVC warns and clang refuses.
_NOT_ERRORS = [
    "-Wno-incompatible-pointer-types", "-Wno-incompatible-function-pointer-types",
    "-Wno-int-conversion", "-Wno-implicit-function-declaration", "-Wno-implicit-int",
    "-Wno-return-type", "-Wno-microsoft", "-Wno-c++11-narrowing",
]


@dataclasses.dataclass
class Toolchain:
    clang: str
    version: str
    plugin: str
    headers: object  # system_headers.SystemHeaders
    rules: dict  # each rule's checker name and what it asks of a driver

    def command(self, source):
        """How to compile SOURCE, an inputs.model.Source, for analysis, up to the
        analyzer's own options."""
        if _names_target(source):
            # What the command does not find by itself, the headers here have.
            options = source.arguments + self._headers(source, "-idirafter")
        else:
            options = self._environment(source)
            for folder in source.include_folders:
                options += ["-I", folder]
            for name in source.forced_includes:
                options += ["-include", name]
            options += self._headers(source, "-isystem")
        for overlay in source.overlays:
            options += ["-ivfsoverlay", overlay]
        return [self.clang, "--analyze", "-w", *_QUIET, *options, "-x", source.language,
                source.path]

    def precompile_command(self, source, header):
        """How to precompile HEADER, a path, for SOURCE, which has no command of its
        own, to begin with it. It has what is the system's alone."""
        return [self.clang, "-Wno-everything", *_QUIET,
                # Defines what --analyze does.
                "-Xclang", "-setup-static-analyzer",
                *self._environment(source), *self._headers(source, "-isystem"),
                "-x", f"{source.language}-header", header]

    @property
    def identity(self):
        """A text that changes with clang and with the plugin."""
        return f"{self.version} {_stamp(self.clang)} {_stamp(self.plugin)}"

    def _environment(self, source):
        return [*_environment(source.target, source.language),
                *(f"-D{define}" for define in source.defines),
                *(f"-U{name}" for name in source.undefines), *source.arguments]

    def _headers(self, source, search):
        options = self.headers.options(source.target)
        for folder in self.headers.folders(source.target):
            options += [search, folder]
        return options


def _environment(target, language):
    """The options that stand for the compiler and the WDK's own settings."""
    triple, defines = _PLATFORMS[target.platform]
    options = [f"--target={triple}", "-fms-extensions", "-fms-compatibility",
               "-fms-compatibility-version=19.38", "-nostdlibinc", *_NOT_ERRORS]
    windows = target.windows or _WINDOWS
    ntddi = target.ntddi or (_NTDDI if windows >= _WINDOWS else f"0x{windows:04X}0000")
    defines = defines + ["WINNT=1", f"_WIN32_WINNT=0x{windows:04X}", f"WINVER=0x{windows:04X}",
                         f"NTDDI_VERSION={ntddi}"]
    if target.user_mode:
        if language == "c++":
            options += ["-fexceptions", "-fcxx-exceptions"]
        if target.model == "umdf2":
            major, minor = target.framework or _UMDF
            defines += [f"UMDF_VERSION_MAJOR={major}", f"UMDF_VERSION_MINOR={minor}",
                        "UMDF_USING_NTSTATUS"]
    else:
        if language == "c++":
            # The compiler's /kernel.
            options += ["-fno-exceptions", "-fno-rtti"]
        major, minor = target.framework or _KMDF
        defines += ["_KERNEL_MODE=1", "POOL_NX_OPTIN=1", f"KMDF_VERSION_MAJOR={major}",
                    f"KMDF_VERSION_MINOR={minor}"]
    return options + [f"-D{define}" for define in defines]


def _names_target(source):
    """Whether SOURCE has a command of its own that says what it is for. One that
    names no target is for the system that it runs on, which no driver is for."""
    return source.own_command and any(
        argument.lstrip("-").startswith("target") for argument in source.arguments)


def find_toolchain(headers, memories):
    """The toolchain with HEADERS. In a checkout the plugin is built first if it is
    missing. What clang says is kept in the folder MEMORIES. Raises ScanError."""
    if not os.path.exists(PLUGIN):
        _build()
    memory = os.path.join(memories, f"{digest(PLUGIN)}.json")
    known = _recall(memory)
    if known:
        return Toolchain(known["clang"], known["version"], PLUGIN, headers, known["rules"])
    wanted = _plugin_version(PLUGIN)
    clang = _find_clang(wanted.split(".")[0])
    version = _clang_version(clang)
    if version != wanted:
        raise ScanError(
            f"{PLUGIN} is built for clang {wanted}, but {clang} is version {version}; "
            f"{_how_to_renew()}, or install clang {wanted}")
    tools = Toolchain(clang, version, PLUGIN, headers, _list_rules(clang, PLUGIN))
    write_kept(memory, json.dumps({
        "clang": clang, "version": version, "rules": tools.rules,
        "stamps": {path: _stamp(path) for path in (clang, PLUGIN)}}))
    return tools


def _recall(memory):
    """What is in the file MEMORY, a path, if it is about this plugin and clang."""
    try:
        with open(memory, encoding="utf-8") as file:
            known = json.load(file)
        is_same = PLUGIN in known["stamps"] and all(
            _stamp(path) == stamp for path, stamp in known["stamps"].items())
        return known if is_same else None
    except (OSError, ValueError, KeyError, TypeError):
        return None


def _stamp(path):
    """A text that changes with the file at PATH."""
    status = os.stat(path)
    return f"{os.path.realpath(path)} {status.st_size} {status.st_mtime_ns}"


def _build():
    if not SETUP:
        raise ScanError(f"{PLUGIN} is missing; {_how_to_renew()}")
    print("kmdf-scan: the plugin is not built yet; doing that first", file=sys.stderr)
    if subprocess.run([SETUP], stdout=sys.stderr, check=False).returncode != 0:
        raise ScanError(f"the plugin could not be built; {SETUP} says why")


def _how_to_renew():
    return "remove it to have it built anew" if SETUP else "install kmdf-scan anew"


def _plugin_version(plugin):
    try:
        with open(plugin, "rb") as file:
            mark = _PLUGIN_MARK.search(file.read())
    except OSError as error:
        raise ScanError(f"{plugin}: {error.strerror}") from error
    if not mark:
        raise ScanError(f"{plugin} is not a build of this project; {_how_to_renew()}")
    return mark.group(1).decode()


def _find_clang(major):
    for candidate in (f"clang-{major}", f"/usr/lib/llvm-{major}/bin/clang"):
        path = shutil.which(candidate)
        if path:
            return path
    raise ScanError(
        f"the plugin needs clang {major}, which is not installed; "
        f"on Debian: apt-get install clang-{major}")


def _clang_version(clang):
    try:
        text = subprocess.run([clang, "--version"], capture_output=True, text=True,
                              check=True).stdout
    except (OSError, subprocess.CalledProcessError) as error:
        raise ScanError(f"{clang} cannot be run: {error}") from error
    version = re.search(r"version (\d+\.\d+\.\d+)", text)
    if not version:
        raise ScanError(f"{clang} does not tell its version")
    return version.group(1)


def _list_rules(clang, plugin):
    """The checkers that clang finds in the plugin, with their descriptions."""
    listing = subprocess.run([clang, "-cc1", "-load", plugin, "-analyzer-checker-help"],
                             capture_output=True, text=True, check=False)
    rules = dict(re.findall(r"^  (kmdf\.\S+)\s+(.+)$", listing.stdout, re.MULTILINE))
    if not rules:
        raise ScanError(f"{clang} cannot load {plugin}:\n{listing.stderr.strip()}")
    return rules
