"""The headers of Windows and of the framework that a driver is analysed with:
those of a Windows Driver Kit, or the project's own, which model them."""

import os

from kmdf_scan import wdk
from kmdf_scan.cache import digest
from kmdf_scan.overlay import write_names
from kmdf_scan.places import HEADERS

# The headers of C, and what else the compiler brings.
_COMPILER = {f"{name}.h" for name in (
    "assert complex ctype errno fenv float inttypes iso646 limits locale math setjmp signal "
    "stdalign stdarg stdatomic stdbool stddef stdint stdio stdlib stdnoreturn string tgmath "
    "threads time uchar wchar wctype intrin emmintrin immintrin mmintrin xmmintrin malloc "
    "memory vadefs vcruntime").split()}


class SystemHeaders:
    """The folders of headers for each target."""

    def __init__(self, kit, scratch):
        """KIT is a wdk.Kit or None. What has to be written goes to the folder
        SCRATCH."""
        self._kit = kit
        self._scratch = scratch
        self._overlays = {}  # by the folders
        self._paths = {}  # by the folders

    def folders(self, target):
        """The folders for TARGET, in the order in which they are searched."""
        if self._kit:
            return self._kit.choose(target).folders
        return [os.path.join(HEADERS, part) for part in ("wdf", "km", "shared", "um")]

    def options(self, target):
        """What clang is told, beside the folders, to find the headers as
        drivers name them."""
        return ["-ivfsoverlay", self.overlay(target)]

    def overlay(self, target):
        """The path of the overlay with the names of the headers."""
        folders = tuple(self.folders(target))
        if folders not in self._overlays:
            path = os.path.join(self._scratch, f"{digest(*folders)}.json")
            write_names(path, folders)
            self._overlays[folders] = path
        return self._overlays[folders]

    def paths(self, target):
        """The paths of the headers by their names in lower case."""
        folders = tuple(self.folders(target))
        if folders not in self._paths:
            self._paths[folders] = {entry.lower(): os.path.join(folder, entry)
                                    for folder in reversed(folders)
                                    for entry in os.listdir(folder)}
        return self._paths[folders]

    def has(self, name, target):
        """Whether NAME, as an #include has it, is one of the headers, or one of
        the compiler's own."""
        return name.lower() in _COMPILER or name.lower() in self.paths(target)

    def find_elsewhere(self, name, target):
        """The folder of a kit, not among those for TARGET, that has NAME; None if
        there is none."""
        return self._kit.find_elsewhere(name, target) if self._kit else None

    def project_properties(self, target):
        """The properties by which projects name the folders of a kit."""
        return self._kit.properties(target) if self._kit else {}

    def remarks(self, target):
        """Phrases: what TARGET asks for and what it gets instead."""
        return self._kit.choose(target).remarks if self._kit else []


def open_headers(kit, scratch):
    """The headers of the kit in the folder KIT, or the project's own if that is
    None. Raises ScanError."""
    return SystemHeaders(wdk.open_kit(kit) if kit else None, scratch)
