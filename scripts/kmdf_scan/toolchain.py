"""The clang that runs the plugin, the plugin, and the headers for a driver."""

import dataclasses
import os
import re
import shutil
import subprocess
import sys

from kmdf_scan import ScanError, wdk

PROJECT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
PLUGIN = os.path.join(PROJECT, "build", "lib", "KmdfCheckers.so")

# As Plugin.cpp writes it into the plugin.
_PLUGIN_MARK = re.compile(rb"KmdfCheckers for clang (\d+\.\d+\.\d+)")

# What the build of a KMDF driver for x64 defines.
_KERNEL_DEFINES = [
    "_WIN64", "_AMD64_", "AMD64", "WINNT=1", "_KERNEL_MODE=1", "_WIN32_WINNT=0x0A00",
    "WINVER=0x0A00", "NTDDI_VERSION=0x0A00000C", "KMDF_VERSION_MAJOR=1",
    "KMDF_VERSION_MINOR=33", "POOL_NX_OPTIN=1",
]

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
    system_headers: list  # folders, searched in this order
    header_options: list  # what else finding them takes
    rules: dict  # each rule's checker name and what it asks of a driver

    def command(self, source):
        """How to compile SOURCE for analysis, up to the analyzer's own
        options."""
        command = [self.clang, "--analyze", "-fno-crash-diagnostics", "-Qunused-arguments", "-w"]
        if source.own_command:
            # What the command does not find by itself, the headers here have.
            command += source.arguments + self.header_options
            for folder in self.system_headers:
                command += ["-idirafter", folder]
            return command + [source.path]
        is_c = source.path.lower().endswith(".c")
        command += ["--target=x86_64-pc-windows-msvc", "-fms-extensions", "-fms-compatibility",
                    "-fms-compatibility-version=19.38", "-nostdlibinc", *_NOT_ERRORS]
        if not is_c:
            # The compiler's /kernel.
            command += ["-fno-exceptions", "-fno-rtti"]
        command += [f"-D{define}" for define in _KERNEL_DEFINES]
        command += source.arguments + self.header_options
        for folder in self.system_headers:
            command += ["-isystem", folder]
        return command + ["-x", "c" if is_c else "c++", source.path]


def find_toolchain(kit, scratch):
    """The toolchain of this checkout, with the headers of the Windows Driver Kit
    in the folder KIT, or its own model headers if that is None. Builds the
    plugin first if it is missing. What it has to write goes to the folder
    SCRATCH."""
    if kit:
        headers = wdk.find_headers(kit)
        overlay = os.path.join(scratch, "overlay.json")
        wdk.write_overlay(overlay, headers)
        header_options = ["-ivfsoverlay", overlay]
    else:
        headers = [os.path.join(PROJECT, "include", part) for part in ("wdf", "km", "shared")]
        header_options = []
    if not os.path.exists(PLUGIN):
        _build()
    wanted = _plugin_version(PLUGIN)
    clang = _find_clang(wanted.split(".")[0])
    version = _clang_version(clang)
    if version != wanted:
        raise ScanError(
            f"{PLUGIN} is built for clang {wanted}, but {clang} is version {version}; "
            f"remove it to have it built anew, or install clang {wanted}")
    return Toolchain(clang, version, PLUGIN, headers, header_options,
                     _list_rules(clang, PLUGIN))


def _build():
    print("kmdf-scan: the plugin is not built yet; doing that first", file=sys.stderr)
    setup = os.path.join(PROJECT, "scripts", "setup")
    if subprocess.run([setup], stdout=sys.stderr, check=False).returncode != 0:
        raise ScanError(f"the plugin could not be built; {setup} says why")


def _plugin_version(plugin):
    try:
        with open(plugin, "rb") as file:
            mark = _PLUGIN_MARK.search(file.read())
    except OSError as error:
        raise ScanError(f"{plugin}: {error.strerror}") from error
    if not mark:
        raise ScanError(f"{plugin} is not a build of this project; remove it to have it built")
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
