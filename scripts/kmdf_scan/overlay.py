"""What clang sees in place of the files on disk: names in any case, as Windows
has them, and text as UTF-8, the only encoding that clang reads.

Both are files for clang's -ivfsoverlay."""

import json
import os

from kmdf_scan.kept_file import write_kept


def write_names(path, folders, wanted=None):
    """Writes to PATH an overlay by which a name in one of FOLDERS, absolute, is
    found in whatever case; if WANTED is given, only names that are in it in lower
    case. Results have the names on disk."""
    _write(path, False, {folder: _files(folder, wanted) for folder in folders})


def write_copies(path, copies):
    """Writes to PATH an overlay by which the files whose paths are in COPIES have
    the contents of those that it gives for them. Results have the files' own
    names, if an overlay of names comes after this one."""
    by_folder = {}
    for file, copy in copies.items():
        entry = {"type": "file", "name": os.path.basename(file), "external-contents": copy,
                 "use-external-name": False}
        by_folder.setdefault(os.path.dirname(file), []).append(entry)
    _write(path, True, by_folder)


def _write(path, case_sensitive, by_folder):
    overlay = {
        "version": 0,
        "case-sensitive": case_sensitive,
        "roots": [{"type": "directory", "name": folder, "contents": contents}
                  for folder, contents in by_folder.items()],
    }
    write_kept(path, json.dumps(overlay))


def _files(folder, wanted):
    """An entry for each file in FOLDER, of those WANTED."""
    try:
        names = sorted(entry.name for entry in os.scandir(folder)
                       if (wanted is None or entry.name.lower() in wanted) and entry.is_file())
    except OSError:
        names = []
    by_lower = {}
    for name in names:
        by_lower.setdefault(name.lower(), []).append(name)
    # Of names that differ in case alone, each is found as it is. One that is not
    # UTF-8 cannot be written.
    return [{"type": "file", "name": name, "external-contents": os.path.join(folder, name)}
            for name, *others in by_lower.values()
            if not others and _can_be_written(os.path.join(folder, name))]


def _can_be_written(path):
    try:
        return path.encode() and path.isprintable()
    except UnicodeEncodeError:
        return False
