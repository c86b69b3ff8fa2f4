"""Runs jobs with ninja, which knows what has to be done again.

Facts: "The Ninja build system" (its manual)."""

import dataclasses
import os
import shutil
import signal
import subprocess

from kmdf_scan import ScanError

_MARK = "\x01"  # begins the lines of ninja that we have asked for


@dataclasses.dataclass
class Edge:
    """Something that ninja does where an input is newer than an output."""

    rule: str
    output: str
    inputs: list
    variables: dict  # of the rule's command
    label: str  # what is said when it is done; without line breaks
    after: list = dataclasses.field(default_factory=list)  # outputs that have to be there before


@dataclasses.dataclass
class Event:
    """An edge is done."""

    label: str
    left: int  # how many edges are still to do


def find_ninja():
    """The path of ninja. Raises ScanError."""
    path = shutil.which("ninja") or shutil.which("ninja-build")
    if not path:
        raise ScanError("the scan needs ninja, which is not installed; on Debian: apt-get install "
                        "ninja-build")
    return path


def text_of(rules, edges):
    """The build file with RULES, texts of rules by their names, and EDGES."""
    lines = ["ninja_required_version = 1.11"]
    for name, variables in rules.items():
        lines.append(f"rule {name}")
        lines += [f"  {key} = {value}" for key, value in variables.items()]
    for edge in edges:
        inputs = "".join(" " + _path(name) for name in edge.inputs)
        after = "".join(" " + _path(name) for name in edge.after)
        lines.append(f"build {_path(edge.output)}: {edge.rule}{inputs}" +
                     (f" ||{after}" if after else ""))
        lines += [f"  {key} = {_value(value)}" for key, value in edge.variables.items()]
        lines.append(f"  description = {_MARK}{edge.label}")
    return "\n".join(lines) + "\n"


def _value(text):
    return text.replace("$", "$$")


def _path(text):
    return text.replace("$", "$$").replace(" ", "$ ").replace(":", "$:")


class Ninja:
    """One run of ninja. To be used in a `with`, which ends what still runs."""

    def __init__(self, path, folder, file, jobs, environment, keep_open):
        """Does what FILE in FOLDER says, JOBS edges at a time. What it starts has
        the ENVIRONMENT beside ours, and inherits the descriptors KEEP_OPEN."""
        environment = {**os.environ, **environment, "NINJA_STATUS": "%f/%t "}
        environment.pop("CLICOLOR_FORCE", None)
        command = [path, "-f", file, "-j", str(jobs), "-k", "0"]
        # Where there is this program of util-linux, it does not outlive us.
        setpriv = shutil.which("setpriv")
        if setpriv:
            command = [setpriv, "--pdeathsig", "TERM", *command]
        try:
            # In a group of its own, so that Ctrl-C reaches only us.
            self._process = subprocess.Popen(
                command, cwd=folder,
                stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
                text=True, errors="replace", env=environment, start_new_session=True,
                pass_fds=keep_open)
        except OSError as error:
            raise ScanError(f"{path} cannot be run: {error.strerror}") from error
        self._other = []

    def __enter__(self):
        return self

    def __exit__(self, *_):
        if self._process.poll() is None:
            # It hands this on to what it has started, and waits for that.
            self._process.send_signal(signal.SIGTERM)
        self._process.stdout.close()
        self._process.wait()

    def events(self):
        """Yields an Event for each edge that it did, as they end."""
        for line in () if self._process.stdout.closed else self._process.stdout:
            head, mark, label = line.rstrip("\n").partition(_MARK)
            done, slash, total = head.strip().partition("/")
            if mark and slash:
                yield Event(label, int(total) - int(done))
            else:
                self._other.append(line)
        self._process.wait()

    def complaint(self):
        """Ends it. What it and its commands said beside."""
        # What it says of an edge that failed comes after the edge's own line.
        if self._process.poll() is None:
            self._process.send_signal(signal.SIGTERM)
        for _ in self.events():
            pass
        return "".join(self._other).strip()
