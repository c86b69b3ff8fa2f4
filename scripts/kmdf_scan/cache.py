"""What one scan leaves for the next: $XDG_CACHE_HOME/kmdf-scan, or
~/.cache/kmdf-scan.

    toolchains/  what clang said about itself and a plugin
    headers/     overlays of systems' headers
    preludes/    precompiled headers, by what went into them
    scans/       a work folder for each output folder
    repeats/     what scans came to, by their commands

All of it may be deleted at any time when no scan runs."""

import contextlib
import errno
import fcntl
import hashlib
import os
import shutil
import tempfile
import time

# What no scan has used for so long goes.
_MAX_AGE = 30 * 24 * 3600


def digest(*parts):
    """A name for the texts PARTS, which no others have."""
    state = hashlib.sha256()
    for part in parts:
        data = part.encode(errors="surrogateescape")
        state.update(b"%d:" % len(data) + data)
    return state.hexdigest()[:24]


class Cache:
    """To be used in a `with`."""

    def __init__(self):
        self._temporary = None
        self.root = None  # its path
        self.note = ""  # what the user should know about it

    def __enter__(self):
        home = os.environ.get("XDG_CACHE_HOME") or os.path.expanduser("~/.cache")
        self.root = os.path.join(os.path.abspath(home), "kmdf-scan")
        try:
            if "\n" in self.root or "\r" in self.root:
                raise OSError(errno.EINVAL, "there is a line break in its name")
            os.makedirs(self.root, mode=0o700, exist_ok=True)
            # Root may write where nothing can be written.
            with tempfile.TemporaryFile(dir=self.root):
                pass
        except OSError as error:
            self.note = (f"cannot keep results for the next scan in {self.root}: "
                         f"{error.strerror}")
            self._temporary = tempfile.TemporaryDirectory(prefix="kmdf-scan-")
            self.root = self._temporary.name
        return self

    def __exit__(self, *_):
        if self._temporary:
            self._temporary.cleanup()

    def folder(self, name):
        """The path of the folder NAME, which is there from now on."""
        path = os.path.join(self.root, name)
        os.makedirs(path, exist_ok=True)
        return path

    def work_folder(self, output):
        """The WorkFolder of scans whose report goes to the folder OUTPUT."""
        return WorkFolder(os.path.join(self.folder("scans"), digest(output)), output)

    def prune(self):
        """Removes what no scan has used for long."""
        oldest = time.time() - _MAX_AGE
        scans = self.folder("scans")
        for name in os.listdir(scans):
            if _time_of(os.path.join(scans, name, "lock")) < oldest:
                WorkFolder(os.path.join(scans, name)).remove()
        preludes = self.folder("preludes")
        names = os.listdir(preludes)
        stale = {name.partition(".")[0] for name in names
                 if name.endswith(".used") and _time_of(os.path.join(preludes, name)) < oldest}
        for name in names:
            if name.partition(".")[0] in stale:
                os.unlink(os.path.join(preludes, name))
        repeats = self.folder("repeats")
        for name in os.listdir(repeats):
            if _time_of(os.path.join(repeats, name)) < oldest:
                os.unlink(os.path.join(repeats, name))


class WorkFolder:
    """A folder for one scan at a time."""

    def __init__(self, path, output=""):
        self.path = path
        self._output = output
        self._lock = None

    def file(self, name):
        """The path for the file NAME."""
        return os.path.join(self.path, name)

    def folder(self, name):
        """The path of the folder NAME, which is there from now on."""
        os.makedirs(self.file(name), exist_ok=True)
        return self.file(name)

    @property
    def lock_descriptor(self):
        """A process that has this keeps the folder from other scans as long as it
        lives."""
        return self._lock.fileno()

    @contextlib.contextmanager
    def locked(self, on_wait):
        """Waits until no other scan uses the folder, and keeps it. Calls ON_WAIT()
        first if there is one."""
        while True:
            os.makedirs(self.path, exist_ok=True)
            with open(self.file("lock"), "a", encoding="utf-8") as self._lock:
                if not self._try_lock():
                    on_wait()
                    fcntl.flock(self._lock, fcntl.LOCK_EX)
                if not self._is_there():
                    continue  # it was removed while we waited
                # The time is that of the last use; the text is for the reader.
                self._lock.truncate(0)
                self._lock.write(self._output.encode(errors="replace").decode() + "\n")
                self._lock.flush()
                yield self
                return

    def remove(self):
        """Removes the folder, unless a scan uses it."""
        try:
            with open(self.file("lock"), "a", encoding="utf-8") as self._lock:
                if self._try_lock():
                    shutil.rmtree(self.path, ignore_errors=True)
        except OSError:
            pass

    def keep_only(self, folder, names):
        """Removes what is in FOLDER, but for NAMES."""
        for name in set(os.listdir(self.folder(folder))) - set(names):
            shutil.rmtree(os.path.join(self.file(folder), name), ignore_errors=True)

    def _try_lock(self):
        try:
            fcntl.flock(self._lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True

    def _is_there(self):
        try:
            return os.path.samestat(os.stat(self.file("lock")), os.fstat(self._lock.fileno()))
        except FileNotFoundError:
            return False


def _time_of(path):
    try:
        return os.stat(path).st_mtime
    except OSError:
        return time.time()
