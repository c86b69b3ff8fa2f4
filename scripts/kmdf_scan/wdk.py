"""An installed, mounted or unpacked Windows Driver Kit: --wdk.

Its layout: "Windows Kits/10/Include" has a folder for each version of Windows,
with km, km/crt, shared, um and ucrt in it, and wdf/kmdf/1.N and wdf/umdf/2.N.
Kits for Windows 8 have the same without a version."""

import dataclasses
import os
import re

from kmdf_scan import ScanError

# The folders on the way to Include: a drive, an installation, a package of NuGet.
_ON_THE_WAY = re.compile(
    r"program files( \(x86\))?|windows kits|10|8\.[01]|c|"
    r"microsoft\.windows\.(wdk|sdk)\..*", re.IGNORECASE)

_VERSION = re.compile(r"\d+(\.\d+)*")

# Where else than in the folders that are always searched a kit has headers.
_MAX_FOLDERS = 2000


@dataclasses.dataclass
class Choice:
    """What of a kit serves a target."""

    folders: list  # of headers, in the order in which they are searched
    remarks: list  # phrases: what the target asks for and what it gets instead


class Kit:
    """A kit, as the folders called Include that it has."""

    def __init__(self, roots):
        self._roots = roots
        self._choices = {}
        self._nested = None

    def is_whole(self):
        """Whether it has what a kernel-mode driver needs."""
        return bool(self._part("km", ())[0] and self._part("shared", ())[0])

    def choose(self, target):
        """The Choice for TARGET."""
        key = (target.model, target.user_mode, target.framework, target.kit)
        if key not in self._choices:
            self._choices[key] = self._choose(target)
        return self._choices[key]

    def _choose(self, target):
        remarks = []
        wanted = _version(target.kit)
        kernel, version = self._part("km", wanted)
        if wanted and version != wanted:
            remarks.append(f"Windows kit {target.kit}; the kit's nearest is "
                           f"{'.'.join(map(str, version)) or 'one without a version'}")
        crt = _child(kernel, "crt")
        shared = self._part("shared", version)[0]
        ucrt = self._part("ucrt", version)[0]
        framework, is_nearest = self._framework(target)
        if is_nearest:
            name = "UMDF" if target.model == "umdf2" else "KMDF"
            remarks.append(f"{name} {'.'.join(map(str, target.framework))}; the kit's nearest is "
                           f"{os.path.basename(framework)}" if framework else
                           f"{name}; the kit has none")
        if target.user_mode:
            # Of the compiler's own headers, the kit has those for the kernel.
            folders = [framework, self._part("um", version)[0], shared, ucrt, crt]
        else:
            folders = [framework, kernel, crt, shared, ucrt]
        return Choice([folder for folder in folders if folder], remarks)

    def _framework(self, target):
        """The folder of the framework's headers, None if there is none, and
        whether it is of another version than TARGET asks for."""
        if target.model == "umdf2":
            kind, major = "umdf", 2
        elif target.user_mode:
            return None, False
        else:
            kind, major = "kmdf", 1
        versions = {}
        for root in self._roots:
            parent = _child(_child(root, "wdf"), kind)
            for name in _entries(parent):
                if _VERSION.fullmatch(name) and _version(name)[0] == major:
                    if _child(os.path.join(parent, name), "wdf.h"):
                        versions.setdefault(_version(name), os.path.join(parent, name))
        wanted = tuple(target.framework or ())
        version = _nearest(wanted, versions)
        return versions.get(version), bool(wanted) and version != wanted

    def _part(self, name, wanted):
        """The folder NAME and its version, nearest to WANTED; (None, ()) if there
        is none."""
        versions = {}
        for root in self._roots:
            for entry in _entries(root):
                if _VERSION.fullmatch(entry):
                    folder = _child(os.path.join(root, entry), name)
                    if folder:
                        versions.setdefault(_version(entry), folder)
            folder = _child(root, name)
            if folder:
                versions.setdefault((), folder)
        version = _nearest(wanted, versions)
        return versions.get(version), version or ()

    def properties(self, target):
        """The properties of projects that name the kit's folders, for TARGET."""
        kernel, version = self._part("km", _version(target.kit))
        user, shared = self._part("um", version)[0], self._part("shared", version)[0]
        crt, ucrt = _child(kernel, "crt"), self._part("ucrt", version)[0]
        root = os.path.dirname(self._roots[0]) + "/"
        values = {"WDKContentRoot": root, "WindowsSdkDir": root, "CRT_INC_PATH": crt,
                  "UniversalCRT_IncludePath": ucrt}
        for name in ("DDK_INC_PATH", "IFSKIT_INC_PATH", "KM_IncludePath"):
            values[name] = kernel
        for name in ("SDK_INC_PATH", "WDK_UM_INC_PATH", "UM_IncludePath"):
            values[name] = user
        for name in ("KIT_SHARED_INC_PATH", "KIT_SHARED_INC_PATH_WDK", "KIT_SHARED_IncludePath"):
            values[name] = shared
        for root in self._roots:
            for kind in ("kmdf", "umdf"):
                folder = _child(_child(root, "wdf"), kind)
                if folder:
                    values.setdefault(f"{kind.upper()}_INC_PATH", folder + "/")
        return {name: value for name, value in values.items() if value}

    def find_elsewhere(self, name, target):
        """The folder from which NAME, as an #include has it, is found for TARGET,
        among those of the kit that are not always searched: where there are
        several, one of the version of Windows that is chosen for TARGET, and of
        the highest version of its own. None if there is none."""
        if self._nested is None:
            self._nested = self._list_nested()
        parts = name.lower().replace("\\", "/").split("/")
        candidates = []
        for folder in self._nested.get(parts[-1], []):
            above = folder.split("/")
            count = len(above) - len(parts) + 1
            if [part.lower() for part in above[count:]] == parts[:-1]:
                candidates.append("/".join(above[:count]))
        windows = os.path.dirname(self._part("km", _version(target.kit))[0])
        return max(candidates, key=lambda folder: (folder.startswith(windows + "/"),
                                                   _versions_in(folder)), default=None)

    def _list_nested(self):
        """The folders of each header but the framework's, by its name in lower
        case."""
        nested, count = {}, 0
        pending = [os.path.join(root, name) for root in self._roots
                   for name in sorted(_entries(root)) if name.lower() != "wdf"]
        while pending and count < _MAX_FOLDERS:
            folder = pending.pop(0)
            count += 1
            try:
                entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
            except OSError:
                continue
            for entry in entries:
                if entry.is_dir(follow_symlinks=False):
                    pending.append(entry.path)
                else:
                    nested.setdefault(entry.name.lower(), []).append(folder)
        return nested


def open_kit(path):
    """The kit at PATH or in a folder on the way to it, as "Windows Kits" is.
    Raises ScanError if there is none."""
    if not os.path.isdir(path):
        raise ScanError(f"--wdk {path}: no such folder")
    roots, pending, seen = [], [os.path.abspath(path)], set()
    while pending:
        folder = pending.pop(0)
        if os.path.realpath(folder) in seen:
            continue
        seen.add(os.path.realpath(folder))
        include = folder if _is_include(folder) else _child(folder, "Include")
        if include and _is_include(include):
            roots.append(include)
        else:
            pending += [os.path.join(folder, name) for name in sorted(_entries(folder))
                        if _ON_THE_WAY.fullmatch(name)]
    kit = Kit(roots)
    if not kit.is_whole():
        raise ScanError(
            f"--wdk {path}: no Windows Driver Kit; it must hold Include/VERSION/km and "
            f"Include/wdf/kmdf/VERSION/wdf.h, as 'Windows Kits/10' does")
    return kit


def _is_include(folder):
    """Whether FOLDER is an Include folder of a kit, or a part of one that NuGet
    has in a package of its own."""
    return any(_child(folder, name) for name in ("wdf", "km", "shared")) or any(
        _VERSION.fullmatch(name) and any(
            _child(os.path.join(folder, name), part) for part in ("km", "um", "shared", "ucrt"))
        for name in _entries(folder))


def _entries(folder):
    try:
        return os.listdir(folder) if folder else []
    except OSError:
        return []


def _child(folder, name):
    """The entry NAME of FOLDER in whatever case; None if there is none."""
    return next((os.path.join(folder, entry) for entry in _entries(folder)
                 if entry.lower() == name.lower()), None)


def _version(text):
    return tuple(int(part) for part in text.split(".")) if _VERSION.fullmatch(text) else ()


def _versions_in(path):
    return [_version(part) for part in path.split("/") if _VERSION.fullmatch(part)]


def _nearest(wanted, versions):
    """Of VERSIONS the one nearest to WANTED: itself, the next above it, or else
    the highest; the highest as well without a wish. None if there is none."""
    above = [version for version in versions if wanted and version >= wanted]
    return min(above, default=max(versions, default=None))
