"""Finds the headers that sources include: in the folders that their project
names, and where it names none, or lacks one, in those of the tree that have
them."""

import os
import tempfile

from kmdf_scan.folders import is_windows_absolute, repository_of
from kmdf_scan.inputs.context import list_some
from kmdf_scan.inputs.model import is_header

# Where headers are looked for that a driver's folder lacks: in the folders above
# it, as far as its repository goes or else so many, and so deep in each. What is
# further away is another driver's.
_MAX_ABOVE = 3
_MAX_BELOW = 2

# How much of any folder is looked at.
_MAX_FOLDERS = 20_000


class Tree:
    """The headers in a folder and below, as far as they are not too many."""

    def __init__(self, tree):
        """TREE is what folders.walk yields."""
        self._by_name = {}  # in lower case: the folders that have it
        for folder, files in tree:
            for file in files:
                if is_header(file):
                    self._by_name.setdefault(file.lower(), []).append(folder)

    def find(self, name, near):
        """The folder from which NAME, as an #include has it, is found, the
        nearest to the folder NEAR of several; None if there is none."""
        parts = [part for part in name.lower().replace("\\", "/").split("/")
                 if part not in ("", ".", "..")]
        candidates = []
        for folder in self._by_name.get(parts[-1], []) if parts else []:
            above = folder.split("/")
            count = len(above) - len(parts) + 1
            if [part.lower() for part in above[count:]] == parts[:-1]:
                candidates.append("/".join(above[:count]))
        return min(candidates, key=lambda folder: _distance(folder, near), default=None)


def _distance(folder, near):
    steps = os.path.relpath(folder, near).split(os.sep)
    return (0 if steps == ["."] else len(steps), folder)


class HeaderSearch:
    """Completes the include folders of sources."""

    def __init__(self, context):
        self._context = context
        self._trees = {}

    def complete(self, driver):
        """Adds to the sources of DRIVER the folders that they lack for what they
        include. Returns all files that they include, and the sources, as far as
        they are the driver's own."""
        used, missing = set(), {}
        # Sources that search in the same way are followed together.
        groups = {}
        for source in driver.sources:
            if not source.problem:
                key = (os.path.dirname(source.path), tuple(source.include_folders),
                       source.own_command)
                groups.setdefault(key, []).append(source)
        for sources in groups.values():
            closure = _Closure(self._context, self, driver.root, sources[0])
            used |= closure.follow([source.path for source in sources])
            for source in sources:
                source.include_folders = list(closure.include_folders)
            for name, folder in closure.found_outside.items():
                missing.setdefault(name, folder)
        for folder in sorted(set(missing.values())):
            names = sorted(name for name in missing if missing[name] == folder)
            self._context.note(f"{driver.name}: nothing says where {list_some(names)} is; taken "
                               f"from {folder}")
        return used

    def tree(self, top, *depth):
        """The Tree of the folder TOP and what is up to DEPTH folders below it."""
        key = (top, *depth)
        if key not in self._trees:
            self._trees[key] = Tree(
                self._context.folders.walk(*key, max_folders=_MAX_FOLDERS))
        return self._trees[key]

    def find_above(self, name, is_angled, root):
        """The folder from which NAME is found in those above the folder ROOT;
        None if there is none."""
        repository = repository_of(root)
        folder, level = root, 0
        while folder != repository and (repository or level < _MAX_ABOVE):
            folder, level = os.path.dirname(folder), level + 1
            # Outside of a repository, what is in brackets is rather the system's.
            if not repository and (is_angled or _is_shared(folder)):
                return None
            found = self.tree(folder, _MAX_BELOW).find(name, root)
            if found:
                return found
        return None


def _is_shared(folder):
    """Whether FOLDER is one in which unrelated things stand side by side."""
    return (folder in (os.path.expanduser("~"), os.path.realpath(tempfile.gettempdir())) or
            os.path.ismount(folder))


class _Closure:
    """All that a source includes, directly or not."""

    def __init__(self, context, search, root, source):
        self._context = context
        self._search = search
        self._root = root
        self._source = source
        self._folder = os.path.dirname(source.path)
        self.include_folders = list(source.include_folders)
        self.found_outside = {}  # the folder of each header that is not below the root

    def follow(self, paths):
        """The files that PATHS include, and PATHS."""
        seen, pending, unresolved = set(paths), list(paths), []
        names = [(name, False, self._source.directory) for name in self._source.forced_includes]
        while pending or names:
            if pending:
                path = pending.pop()
                text = self._context.text(path)
                names += [(name, is_angled, os.path.dirname(path))
                          for name, is_angled in text.includes] if text else []
            while names:
                name, is_angled, folder = names.pop()
                found = self._resolve(name, folder)
                if not found:
                    unresolved.append((name, is_angled, folder))
                elif found not in seen:
                    seen.add(found)
                    pending.append(found)
            if not pending:
                # A folder found for one name may serve others.
                folders = self._folders_for(unresolved)
                if folders:
                    self.include_folders += folders
                    names, unresolved = unresolved, []
        return seen

    def _resolve(self, name, folder):
        if is_windows_absolute(name):
            return None
        for base in [folder, self._folder, *self.include_folders]:
            path = self._context.folders.find(base, name)
            if path and os.path.isfile(path):
                return path
        return None

    def _folders_for(self, unresolved):
        """The folders, not searched yet, that have one of the names; nearest
        first."""
        if self._source.own_command:
            return []
        found = {}
        for name, is_angled, _ in unresolved:
            folder = self._folder_for(name, is_angled)
            if folder and folder not in self.include_folders:
                found[folder] = name
        return sorted(found, key=lambda folder: _distance(folder, self._folder))

    def _folder_for(self, name, is_angled):
        system, target = self._context.system, self._source.target
        if is_windows_absolute(name) or name.lower().endswith(".tmh"):
            return None
        known = system.has(name, target)
        # Where a build says which folders it searches, what is in brackets and in
        # none of them is the system's, known or not.
        if not is_angled or self._source.is_bare and not known:
            folder = self._search.tree(self._root).find(name, self._folder)
            if folder:
                return folder
        if known:
            return None
        folder = system.find_elsewhere(name, target)
        if folder or is_angled and not self._source.is_bare:
            return folder
        folder = self._search.find_above(name, is_angled, self._root)
        if folder:
            self.found_outside[name] = folder
        return folder
