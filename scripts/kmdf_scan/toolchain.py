"""The clang that runs the plugin, the plugin, and how a source is compiled."""

import dataclasses
import os
import re
import shutil
import subprocess
import sys

from kmdf_scan import ScanError
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
        target = source.target
        command = [self.clang, "--analyze", "-fno-crash-diagnostics", "-Qunused-arguments", "-w"]
        # A command that names no target is for the system that it runs on, which no
        # driver is for.
        names_target = source.own_command and any(
            argument.lstrip("-").startswith("target") for argument in source.arguments)
        if not names_target:
            command += _environment(target, source.language)
        command += [f"-D{define}" for define in source.defines]
        command += [f"-U{name}" for name in source.undefines]
        for folder in source.include_folders:
            command += ["-I", folder]
        for name in source.forced_includes:
            command += ["-include", name]
        command += source.arguments
        # What a whole command does not find by itself, the headers here have.
        search = "-idirafter" if names_target else "-isystem"
        command += self.headers.options(target)
        for overlay in source.overlays:
            command += ["-ivfsoverlay", overlay]
        for folder in self.headers.folders(target):
            command += [search, folder]
        return command + ["-x", source.language, source.path]


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


def find_toolchain(headers):
    """The toolchain with HEADERS. In a checkout the plugin is built first if it is
    missing. Raises ScanError."""
    if not os.path.exists(PLUGIN):
        _build()
    wanted = _plugin_version(PLUGIN)
    clang = _find_clang(wanted.split(".")[0])
    version = _clang_version(clang)
    if version != wanted:
        raise ScanError(
            f"{PLUGIN} is built for clang {wanted}, but {clang} is version {version}; "
            f"{_how_to_renew()}, or install clang {wanted}")
    return Toolchain(clang, version, PLUGIN, headers, _list_rules(clang, PLUGIN))


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
