"""What the readers of inputs share."""

import os

from kmdf_scan.folders import Folders
from kmdf_scan.inputs.model import Target
from kmdf_scan.inputs.solution import SolutionIndex
from kmdf_scan.inputs.text import Text


class Context:
    """The disk and the headers as far as they are known, and what to tell the
    user."""

    def __init__(self, system, configuration=None):
        """SYSTEM is the SystemHeaders, CONFIGURATION the NAME|PLATFORM that the
        user asked projects for or None."""
        self.system = system
        self.configuration = configuration
        self.folders = Folders()
        self.solutions = SolutionIndex(self)
        self.notes = []
        self._texts = {}

    def note(self, sentence):
        """Tells the user SENTENCE, once."""
        if sentence not in self.notes:
            self.notes.append(sentence)

    def note_left_out(self, projects):
        """Tells the user which of PROJECTS, those of Visual Studio, are left
        out."""
        by_reason = {}
        for project in projects:
            by_reason.setdefault(project.refusal, []).append("/".join(project.path.split("/")[-2:]))
        for reason, names in by_reason.items():
            is_plural = len(names) > 1
            self.note(f"left out {list_some(names)}: " +
                      (f"each is {reason}" if is_plural else f"it is {reason}"))

    def text(self, path):
        """The Text of the file at PATH; None if it cannot be read."""
        if path not in self._texts:
            try:
                self._texts[path] = Text(path)
            except OSError:
                self._texts[path] = None
        return self._texts[path]

    def is_driver_source(self, path):
        """Whether the file at PATH is by itself a driver's: it includes a header
        of the kernel or of the framework, or calls the framework, and is no
        program."""
        text = self.text(path)
        if not text or text.role.defines_main:
            return False
        return text.role.calls_framework or text.role.defines_entry or any(
            self._base(name) in _DRIVER_HEADERS for name, _ in text.includes)

    def complete(self, target, paths):
        """Finds out what TARGET lacks by what the files at PATHS include: the
        framework's header is the same for both modes, that of Windows is not."""
        names = {self._base(name) for path in paths if self.text(path)
                 for name, _ in self.text(path).includes}
        if target.user_mode is None:
            target.user_mode = "windows.h" in names and not names & _KERNEL_HEADERS
        if target.model == "unknown" and "wdf.h" in names:
            target.model = "umdf2" if target.user_mode else "kmdf"

    def is_for_user_mode(self, path):
        """Whether the file at PATH is by itself one for user mode."""
        target = Target()
        self.complete(target, [path])
        return target.user_mode

    @staticmethod
    def _base(name):
        return os.path.basename(name.replace("\\", "/")).lower()


def list_some(names):
    """The first of NAMES in words, and how many there are more."""
    more = f" and {len(names) - 3} more" if len(names) > 3 else ""
    return ", ".join(names[:3]) + more


_KERNEL_HEADERS = {"ntddk.h", "wdm.h", "ntifs.h", "fltkernel.h", "ndis.h", "storport.h"}
_DRIVER_HEADERS = _KERNEL_HEADERS | {"wdf.h", "wudfwdm.h"}
