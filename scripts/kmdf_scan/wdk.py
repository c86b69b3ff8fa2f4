"""An installed, mounted or unpacked Windows Driver Kit: --wdk."""

import json
import os
import re

from kmdf_scan import ScanError


def find_headers(kit):
    """The folders of the kit's headers for a KMDF driver, in the order in which
    they are searched: of the newest version of Windows and of KMDF in it."""
    root = _child(os.path.abspath(kit), "Include")
    windows = _newest(root, r"\d+(?:\.\d+)*", lambda folder: _child(folder, "km"))
    framework = _newest(_child(_child(root, "wdf"), "kmdf"), r"\d+(?:\.\d+)*",
                        lambda folder: _child(folder, "wdf.h"))
    if not windows or not framework:
        raise ScanError(
            f"--wdk {kit}: no Windows Driver Kit; it must hold Include/VERSION/km and "
            f"Include/wdf/kmdf/VERSION/wdf.h, as 'Windows Kits/10' does")
    kernel = _child(windows, "km")
    folders = [framework, kernel, _child(kernel, "crt"), _child(windows, "shared"),
               _child(windows, "ucrt")]
    return [folder for folder in folders if folder]


def _child(folder, name):
    """The entry NAME of FOLDER in whatever case; None if there is none."""
    if folder and os.path.isdir(folder):
        for entry in os.listdir(folder):
            if entry.lower() == name.lower():
                return os.path.join(folder, entry)
    return None


def _newest(folder, pattern, is_whole):
    """The subfolder of FOLDER with the highest version for its name for which
    IS_WHOLE; None if there is none."""
    if not folder or not os.path.isdir(folder):
        return None
    versions = [name for name in os.listdir(folder) if re.fullmatch(pattern, name) and
                is_whole(os.path.join(folder, name))]
    versions.sort(key=lambda name: [int(part) for part in name.split(".")])
    return os.path.join(folder, versions[-1]) if versions else None


def write_overlay(path, folders):
    """Writes to PATH a file for clang's -ivfsoverlay by which names in FOLDERS
    are found in whatever case: headers of Windows are included as anyone
    likes to spell them."""
    overlay = {"version": 0, "case-sensitive": False,
               "roots": [_overlay_of(os.path.abspath(folder)) for folder in folders]}
    with open(path, "w", encoding="utf-8") as file:
        json.dump(overlay, file)


def _overlay_of(folder):
    files = [entry for entry in os.scandir(folder) if entry.is_file()]
    return {"type": "directory", "name": folder,
            "contents": [{"type": "file", "name": entry.name, "external-contents": entry.path}
                         for entry in sorted(files, key=lambda entry: entry.name)]}
