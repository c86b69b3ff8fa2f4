"""The output folder. The report is made beside it and put in its place when it
is whole, so that there is never half of one."""

import fcntl
import json
import os
import shutil

from kmdf_scan import ScanError
from kmdf_scan.folders import list_unnoted


class Output:
    """The folder that the user named for the report."""

    def __init__(self, name):
        """Raises ScanError for what no report may replace."""
        if not name:
            raise ScanError("--out names no folder")
        self.path = os.path.realpath(name)
        self._staging = f"{self.path}.{os.getpid()}.partial"
        self._replaced = f"{self.path}.{os.getpid()}.replaced"
        self._descriptor = None
        if os.path.exists(self.path) and not os.path.isdir(self.path):
            raise ScanError(f"--out {name}: not a folder")
        if os.path.isdir(self.path) and os.listdir(self.path) and not _is_report(self.path):
            raise ScanError(
                f"--out {name}: holds other files than an earlier report; name another folder")

    def begin(self):
        """The folder to write to. Mends first what a scan that was killed has
        left."""
        try:
            os.makedirs(self._staging)
            self._descriptor = _lock(self._staging)
            self._mend()
        except OSError as error:
            raise self.error(error) from error
        return self._staging

    def finish(self):
        """Makes what was written the report."""
        try:
            if os.path.isdir(self.path):
                os.rename(self.path, self._replaced)
            try:
                os.rename(self._staging, self.path)
            except OSError:
                if os.path.isdir(self._replaced):
                    os.rename(self._replaced, self.path)
                raise
        except OSError as error:
            raise self.error(error) from error
        shutil.rmtree(self._replaced, ignore_errors=True)

    def discard(self):
        """Removes what did not become the report."""
        shutil.rmtree(self._staging, ignore_errors=True)
        if self._descriptor is not None:
            os.close(self._descriptor)
            self._descriptor = None

    def error(self, error):
        """The ScanError for an OSError that something in the folder led to."""
        return ScanError(f"--out: cannot write {self.path}: {error.strerror}")

    def _mend(self):
        folder, name = os.path.split(self.path)
        for entry in list_unnoted(folder):
            path = os.path.join(folder, entry)
            middle, _, kind = entry[len(name) + 1:].partition(".")
            if not entry.startswith(name + ".") or not middle.isdecimal():
                continue
            if kind == "partial":
                _remove_abandoned(path)
            elif kind == "replaced" and _is_report(path):
                # It was killed between taking this away and putting the new one
                # there, or before it removed this.
                if not os.path.exists(self.path):
                    os.rename(path, self.path)
                else:
                    shutil.rmtree(path, ignore_errors=True)


def _is_report(path):
    try:
        with open(os.path.join(path, "verdicts.json"), encoding="utf-8") as file:
            return json.load(file)["tool"]["name"] == "kmdf-scan"
    except (OSError, ValueError, KeyError, TypeError):
        return False


def _lock(folder):
    """Marks FOLDER as that of a process that lives. The descriptor to close in the
    end; None where it is marked already."""
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        os.close(descriptor)
        return None
    return descriptor


def _remove_abandoned(folder):
    descriptor = _lock(folder)
    if descriptor is not None:
        shutil.rmtree(folder, ignore_errors=True)
        os.close(descriptor)
