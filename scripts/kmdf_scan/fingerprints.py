"""What makes a defect of one scan the same as one of another."""

import collections
import hashlib
import os

# The name says what went into it: a change here is another name.
NAME = "kmdfDefect/v1"


class Fingerprints:
    """Gives the defects of a driver their fingerprints.

    A fingerprint is of the driver's name, the file, the rule, the callback, the
    message, and the text of the reported line without its blanks. So it outlives
    edits elsewhere in the file, and another indentation. Of defects that have all
    that in common, each has its number besides."""

    def __init__(self, driver_name, root):
        self._driver_name = driver_name
        self._root = root
        self._lines = {}  # by the path: the file's lines
        self._counts = collections.Counter()

    def next(self, rule, path, function, message, line):
        """The fingerprint of the next defect, in the order of their places. PATH
        is relative to the driver's root, LINE counts from 1."""
        parts = (self._driver_name, path, rule, function, message, self._text(path, line))
        self._counts[parts] += 1
        text = "\0".join((*parts, str(self._counts[parts])))
        return hashlib.sha256(text.encode("utf-8", "surrogateescape")).hexdigest()[:32]

    def _text(self, path, line):
        if path not in self._lines:
            try:
                with open(os.path.join(self._root, path), "rb") as file:
                    # Of UTF-16 the line breaks are found, too.
                    self._lines[path] = file.read().split(b"\n")
            except OSError:
                self._lines[path] = []
        lines = self._lines[path]
        text = lines[line - 1] if 0 < line <= len(lines) else b""
        return b"".join(text.replace(b"\0", b"").split()).decode("latin-1")
