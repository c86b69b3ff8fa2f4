"""Writes the overlays with which clang reads a driver's own files."""

import os

from kmdf_scan import ScanError, overlay
from kmdf_scan.cache import digest
from kmdf_scan.inputs.text import decode
from kmdf_scan.kept_file import write_kept


def write_overlays(driver, used, folder, context):
    """Gives the sources of DRIVER overlays, written to FOLDER, by which what the
    files USED include is found in any case, beside them too, and their text is
    UTF-8. Raises ScanError."""
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
        # A file that nothing asks for must not change the overlay.
        overlay.write_names(overlays[-1], sorted(folders), _included_names(driver, used, context))
    except OSError as error:
        raise ScanError(f"{folder}: cannot be written: {error.strerror}") from error
    for source in driver.sources:
        source.overlays = overlays


def _included_names(driver, used, context):
    """The names, in lower case, that the files USED and the headers of the system
    may include."""
    names = set()
    for path in used:
        text = context.text(path)
        names.update(name for name, _ in (text.includes if text else ()))
    for source in driver.sources:
        names.update(source.forced_includes)
    names = {os.path.basename(name.replace("\\", "/")).lower() for name in names}
    system = [context.system.paths(source.target) for source in driver.sources]
    return names.union(*{id(paths): paths for paths in system}.values())


def _transcode(paths, folder, context):
    """Writes those of PATHS that are not UTF-8 to FOLDER as such, line by line
    the same. Returns the copies by the path."""
    copies = {}
    for path in sorted(paths):
        text = context.text(path)
        if text and text.encoding != "utf-8":
            copies[path] = os.path.join(folder, digest(path) + os.path.splitext(path)[1])
            with open(path, "rb") as file:
                write_kept(copies[path], decode(file.read())[1])
    return copies
