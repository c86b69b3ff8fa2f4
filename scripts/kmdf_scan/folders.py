"""Finds files by the names that Windows would find them by, and walks folders
that may hold anything."""

import os

from kmdf_scan import ScanError

# More than any source tree has.
_MAX_DEPTH = 100
_MAX_FOLDERS = 200_000


class Folders:
    """The folders on disk, each read once."""

    def __init__(self):
        self._entries = {}  # by the folder: (its files, its subfolders)
        self._names = {}  # by the folder: its entries' names by their lower case
        self.answers = {}  # by the folder: what find() found in it, by the lower case
        self.unreadable = []  # the folders that could not be read
        self.links = []  # to folders, which are not followed

    def entries(self, folder):
        """The names of the files and of the subfolders of FOLDER, sorted. A link
        to a folder is none of them: what it leads to is reached without it, or
        is not the tree's. Both are empty where FOLDER cannot be read."""
        if folder not in self._entries:
            files, subfolders = [], []
            try:
                with os.scandir(folder) as scan:
                    for entry in scan:
                        if entry.is_dir(follow_symlinks=False):
                            subfolders.append(entry.name)
                        elif os.path.isfile(entry.path):
                            files.append(entry.name)
                        elif os.path.isdir(entry.path):
                            self.links.append(entry.path)
            except OSError:
                self.unreadable.append(folder)
            self._entries[folder] = (sorted(files), sorted(subfolders))
        return self._entries[folder]

    def walk(self, top, max_depth=_MAX_DEPTH, max_folders=None):
        """Yields (folder, files) for TOP and what is up to MAX_DEPTH folders below
        it, but for hidden folders. Ends after MAX_FOLDERS; without it raises
        ScanError where there is no end."""
        pending = [(top, 0)]
        count = 0
        while pending:
            folder, depth = pending.pop()
            files, subfolders = self.entries(folder)
            yield folder, files
            count += 1
            if count == max_folders:
                return
            if count > _MAX_FOLDERS:
                raise ScanError(f"{top}: more than {_MAX_FOLDERS} folders; name those of the "
                                f"drivers in it")
            if depth < max_depth:
                pending += [(os.path.join(folder, name), depth + 1)
                            for name in reversed(subfolders) if not name.startswith(".")]

    def find(self, base, name):
        """The path of what a Windows program in the folder BASE means by NAME,
        which may have backslashes and any case. None if there is no such file or
        folder."""
        path = "/" if name.startswith("/") else base
        for part in name.replace("\\", "/").split("/"):
            if part in ("", "."):
                continue
            if part == "..":
                path = os.path.dirname(path)
                continue
            exact = os.path.join(path, part)
            if not os.path.lexists(exact):
                actual = self._lower_names(path).get(part.lower())
                self.answers.setdefault(path, {})[part.lower()] = actual
                if actual is None:
                    return None
                exact = os.path.join(path, actual)
            path = exact
        return path if os.path.exists(path) else None

    def _lower_names(self, folder):
        if folder not in self._names:
            try:
                # What else is in there makes no difference.
                names = list_unnoted(folder)
            except OSError:
                names = []
            self._names[folder] = by_lower_case(names)
        return self._names[folder]


def by_lower_case(names):
    """NAMES by their lower case."""
    return {name.lower(): name for name in sorted(names)}


def list_unnoted(folder):
    """The names in FOLDER. repeat.Witness does not note that it was read: it does not
    note what is open already."""
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        return os.listdir(descriptor)
    finally:
        os.close(descriptor)


def is_windows_absolute(name):
    """Whether NAME is absolute on Windows, as "C:\\x" or "\\x" are."""
    return name.startswith("\\") or (name[1:2] == ":" and name[:1].isalpha())


def common_folder(folders):
    """The deepest folder that holds all of FOLDERS, which are absolute."""
    return os.path.commonpath(folders)


def repository_of(folder):
    """The root of the checkout that FOLDER stands in; None if it is in none."""
    while True:
        if any(os.path.lexists(os.path.join(folder, mark)) for mark in (".git", ".hg", ".svn")):
            return folder
        parent = os.path.dirname(folder)
        if parent == folder:
            return None
        folder = parent
