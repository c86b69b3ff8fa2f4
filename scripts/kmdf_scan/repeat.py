"""Says again what the last scan said, where nothing has changed since.

Ninja knows which files have to be analysed again; but to read projects, to find
headers and to write the report takes longer than a glance at every file by which a
scan came to its results. A scan that ends well leaves a record:

    its command, folder and environment
    what it asked of the disk, and what clang read: files, the names in folders or
    those of them that it looked for, and what was not there
    the files of its report
    what it said, and its exit code

The same command then compares the record with the disk. Whatever differs, it scans.
This module is imported before all others, and needs little itself."""

import binascii
import marshal
import os
import stat
import sys
import time

from kmdf_scan.folders import by_lower_case

_FORMAT = 1

# They differ from one command to the next, and nothing asks for them.
_VOLATILE = {"_", "SHLVL", "OLDPWD"}

# How far the time of a file may be behind that of a clock: a kernel's tick.
_TICK = 10_000_000

_SECOND = 1_000_000_000

# What was there before Witness put its own in place.
_stat = os.stat


def replay(arguments):
    """The exit code of the last scan with ARGUMENTS, having said what it said; None
    if there was none, or it may say something else today."""
    record = _read(arguments)
    if not record or not _is_unchanged(record):
        return None
    try:
        # As a scan does, for who removes what has not been used for long.
        for path in (record["lock"], _path(arguments, os.getcwd())):
            os.utime(path)
        sys.stdout.reconfigure(errors="backslashreplace")
        sys.stderr.write(record["notes"])
        sys.stderr.flush()
        sys.stdout.write(record["output"])
        sys.stdout.flush()
    except BrokenPipeError:
        # Whoever closed it has read enough. Python would fail once more at its end.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except OSError:
        return None
    return record["code"]


class Witness:
    """Notes what this process asks of the disk, from now on."""

    def __init__(self, arguments):
        self._arguments = arguments
        self._begin = time.time_ns()
        self._cwd = os.getcwd()
        self._paths = {}  # whether they were seen to be there; None if nothing tells
        self._folders = {}  # the names in them when they were read first
        self._answers = {}  # as folders.Folders has them
        self._notes = []
        # Nothing else tells of these.
        for function in (os.stat, os.lstat):
            noting = self._noting(function)
            setattr(os, function.__name__, noting)
            for capable in (os.supports_dir_fd, os.supports_fd, os.supports_follow_symlinks):
                if function in capable:
                    capable.add(noting)
        sys.addaudithook(self._on_event)

    def add_note(self, text):
        """Something was said beside the results."""
        self._notes.append(text)

    def add_files(self, paths):
        """What is at PATHS was read in another way."""
        self._paths.update((self._full(path), True) for path in paths)

    def add_answers(self, answers):
        """Names were looked for in folders: ANSWERS are as folders.Folders has them."""
        self._answers.update(answers)

    def save(self, code, output, report, cache, lock):
        """Leaves the record of a scan that ends with CODE after it has said OUTPUT.
        Its report is the folder REPORT; CACHE is where scans keep their files, and
        LOCK the file there whose time says when this one was used."""
        parent, name = os.path.split(report)
        around = os.path.join(parent, "")

        def is_own(path):
            return (path == cache or path.startswith(cache + "/") or
                    path.startswith(around) and
                    _is_output(path[len(around):].partition("/")[0], name) or
                    path.endswith(".pyc"))  # it is made of a module

        def is_above_own(path):
            return any(own.startswith(os.path.join(path, "")) for own in (cache, report))

        self.add_files([module.__file__ for module in list(sys.modules.values())
                        if getattr(module, "__file__", None)])
        # Folders to put its own into are made by a scan.
        files = {path: _signature(path) for path in list(self._paths)
                 if not is_own(path) and not is_above_own(path)}
        folders = {path: (_time_if_settled(path), _others(names, path, parent, name))
                   for path, names in list(self._folders.items()) if not is_own(path)}
        if not (all(self._is_as_read(path, signature) for path, signature in files.items()) and
                all(_others(_names(path), path, parent, name) == names
                    for path, (_, names) in folders.items()) and
                all(_has_answers(path, None, known) for path, known in self._answers.items())):
            return
        record = {
            "format": _FORMAT, "key": _key(self._arguments, self._cwd),
            "files": files, "folders": folders, "parent": parent, "name": name,
            "answers": {path: (_time_if_settled(path), known)
                        for path, known in self._answers.items()},
            "report": _report(report), "lock": lock,
            "notes": "".join(self._notes), "output": output, "code": code,
        }
        path = _path(self._arguments, self._cwd)
        os.makedirs(os.path.dirname(path), exist_ok=True)
        partial = f"{path}.{os.getpid()}.partial"
        try:
            with open(partial, "wb") as file:
                marshal.dump(record, file)
            os.replace(partial, path)
        except (OSError, ValueError):
            # The next scan goes without, as after one that was killed.
            if os.path.exists(partial):
                os.unlink(partial)

    def _is_as_read(self, path, signature):
        """Whether what is at PATH, with SIGNATURE, has been so since this process
        began."""
        if signature is None:
            return self._paths[path] is False
        return self._paths[path] is not False and (
            len(signature) == 1 or signature[0] < self._begin - _TICK)

    def _noting(self, function):
        def noting(path, *, dir_fd=None, **options):
            is_there = False
            try:
                status = function(path, dir_fd=dir_fd, **options)
                is_there = True
            finally:
                full = self._full(path) if dir_fd is None else None
                if full:
                    self._paths[full] = is_there or bool(self._paths.get(full))
            return status
        return noting

    def _on_event(self, event, arguments):
        if event == "open":
            path, mode, flags = arguments
            # Without a mode it is os.open(), whose paths may begin in any folder.
            full = self._full(path) if mode else None
            if full and not flags & (os.O_WRONLY | os.O_RDWR):
                self._paths.setdefault(full)
        elif event in ("os.listdir", "os.scandir"):
            full = self._full("." if arguments[0] is None else arguments[0])
            if full and full not in self._folders:
                self._folders[full] = None  # reading it is an event too
                self._folders[full] = _names(full)

    def _full(self, path):
        """PATH from the root; None if it is no path but what is open already."""
        if isinstance(path, (str, bytes, os.PathLike)):
            return os.path.join(self._cwd, os.fsdecode(path))
        return None


def _key(arguments, cwd):
    environment = {name: value for name, value in os.environ.items() if name not in _VOLATILE}
    return [arguments, cwd, environment, os.path.abspath(__file__), sys.version, os.isatty(1)]


def _folder():
    """Where the records are."""
    # As cache.py has it, which would take longer to import.
    home = os.environ.get("XDG_CACHE_HOME") or os.path.expanduser("~/.cache")
    return os.path.join(os.path.abspath(home), "kmdf-scan", "repeats")


def _path(arguments, cwd):
    text = "\0".join([cwd, *arguments])
    return os.path.join(_folder(), f"{binascii.crc32(os.fsencode(text)):08x}")


def _read(arguments):
    """The record of the last scan with ARGUMENTS in this folder and environment; None
    if there is none."""
    try:
        cwd = os.getcwd()
        with open(_path(arguments, cwd), "rb") as file:
            record = marshal.load(file)
        if record["format"] == _FORMAT and record["key"] == _key(arguments, cwd):
            return record
    except (OSError, EOFError, ValueError, TypeError, KeyError):
        pass
    return None


def _is_unchanged(record):
    return (all(_signature(path) == known for path, known in record["files"].items()) and
            all(_has_names(path, *known, record["parent"], record["name"])
                for path, known in record["folders"].items()) and
            all(_has_answers(path, *known) for path, known in record["answers"].items()) and
            _report(os.path.join(record["parent"], record["name"])) == record["report"])


def _signature(path):
    """What changes with the file at PATH; of anything else, what it is. None if
    nothing is there."""
    try:
        status = _stat(path)
    except (OSError, ValueError):
        return None
    if not stat.S_ISREG(status.st_mode):
        return (stat.S_IFMT(status.st_mode),)
    return (status.st_ctime_ns, status.st_mtime_ns, status.st_size, status.st_ino,
            status.st_mode)


def _time_if_settled(path):
    """The time of the folder at PATH, by which its names are the same; 0 where
    another change might give it the same time."""
    try:
        changed = _stat(path).st_mtime_ns
    except OSError:
        return 0
    return changed if changed < time.time_ns() - _SECOND else 0


def _is_settled(path, changed):
    """Whether the names in the folder at PATH are those of the time CHANGED, as
    _time_if_settled gives it."""
    try:
        return bool(changed) and _stat(path).st_mtime_ns == changed
    except OSError:
        return False


def _has_names(path, changed, names, parent, name):
    return _is_settled(path, changed) or _others(_names(path), path, parent, name) == names


def _has_answers(path, changed, answers):
    if _is_settled(path, changed):
        return True
    found = by_lower_case(_names(path) or [])
    return all(found.get(lower) == name for lower, name in answers.items())


def _names(path):
    """The names in the folder at PATH; None where it cannot be read."""
    try:
        return sorted(os.listdir(path))
    except OSError:
        return None


def _others(names, path, parent, name):
    """NAMES, which are those in the folder at PATH, without the report NAME, which
    a scan puts into the folder PARENT."""
    if names and os.path.realpath(path) == parent:
        return [entry for entry in names if not _is_output(entry, name)]
    return names


def _is_output(entry, name):
    """Whether ENTRY, of the folder that the report NAME is in, is what output.py puts
    there."""
    if entry == name:
        return True
    number, _, kind = entry[len(name) + 1:].partition(".")
    return (entry.startswith(name + ".") and number.isdecimal() and
            kind in ("partial", "replaced"))


def _report(path):
    """The files of the report in the folder at PATH."""
    return sorted((file, _signature(file)) for top, _, names in os.walk(path)
                  for file in (os.path.join(top, name) for name in names))
