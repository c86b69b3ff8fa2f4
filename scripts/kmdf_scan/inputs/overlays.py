"""Writes the overlays with which clang reads a driver's own files."""

import os

from kmdf_scan import ScanError, overlay
from kmdf_scan.inputs.text import decode


def write_overlays(driver, used, folder, context):
    """Gives the sources of DRIVER overlays, written to FOLDER, by which the names
    of the files USED, and of those beside them, are found in any case, and their
    text is UTF-8. Raises ScanError."""
    folders = {os.path.dirname(path) for path in used}
    for source in driver.sources:
        folders.update(source.include_folders)
    overlays = []
    try:
        os.makedirs(folder, exist_ok=True)
        copies = _transcode(used, folder, context)
        if copies:
            overlays.append(os.path.join(folder, "copies.json"))
            overlay.write_copies(overlays[-1], copies)
        overlays.append(os.path.join(folder, "names.json"))
        overlay.write_names(overlays[-1], sorted(folders))
    except OSError as error:
        raise ScanError(f"{folder}: cannot be written: {error.strerror}") from error
    for source in driver.sources:
        source.overlays = overlays


def _transcode(paths, folder, context):
    """Writes those of PATHS that are not UTF-8 to FOLDER as such, line by line
    the same. Returns the copies by the path."""
    copies = {}
    for path in sorted(paths):
        text = context.text(path)
        if text and text.encoding != "utf-8":
            copies[path] = os.path.join(folder, f"{len(copies)}-{os.path.basename(path)}")
            with open(path, "rb") as file:
                characters = decode(file.read())[1]
            with open(copies[path], "w", encoding="utf-8", newline="") as file:
                file.write(characters)
    return copies
