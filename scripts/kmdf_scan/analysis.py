"""Analyses source files with clang and the plugin, those that have changed since
they were analysed the last time."""

import collections
import contextlib
import dataclasses
import errno
import json
import os
import re
import shlex
import shutil

from kmdf_scan import ScanError, guesses
from kmdf_scan.cache import digest
from kmdf_scan.kept_file import write_kept
from kmdf_scan.ninja import Edge, Ninja, find_ninja, text_of

_JOBS = os.path.join(os.path.dirname(os.path.abspath(__file__)), "jobs")

# How many files have to begin with a prelude for it to be worth a compilation. That
# takes as long as it saves in one to two files.
_ENOUGH_FILES = 2

# How much of what clang says is looked at.
_MAX_ERRORS = 64 * 1024

# The exit code of timeout where the time ran out.
_TIMED_OUT = 124


@dataclasses.dataclass
class Limits:
    """What the analysis of one file may take."""

    seconds: int
    megabytes: int  # of address space


@dataclasses.dataclass
class Task:
    """A source to analyse."""

    number: int  # in the scan
    driver: object  # inputs.model.Driver
    source: object  # inputs.model.Source
    # What other files of the driver say about functions of this one, as the
    # plugin's options of these names have it.
    hints: dict = dataclasses.field(default_factory=dict)

    @property
    def key(self):
        """A name for the results of the source, which no other has."""
        return digest(self.driver.key, self.source.path)


@dataclasses.dataclass
class FileResult:
    """What came of one source file."""

    source: object  # inputs.model.Source
    status: str  # "analysed", "partial" or "failed"
    seconds: float = 0
    reason: str = ""  # why it is partial or failed
    facts: dict = dataclasses.field(default_factory=dict)  # of the plugin
    sarif: dict = dataclasses.field(default_factory=dict)  # of clang
    pages: list = dataclasses.field(default_factory=list)  # paths of HTML reports


class Analysis:
    """Analyses files, several at a time."""

    def __init__(self, toolchain, rules, cache, work, finder, limits, jobs):
        """RULES are the names of those to check. Results are kept in WORK, a
        WorkFolder, and precompiled headers, which FINDER finds, in CACHE. JOBS
        files are analysed at a time, each within LIMITS."""
        self._toolchain = toolchain
        self._rules = rules
        self._work = work
        self._preludes = cache.folder("preludes")
        self._finder = finder
        self._limits = limits
        self._jobs = jobs
        self._done = []  # the Tasks
        self._ninja = find_ninja()

    def run(self, tasks):
        """Yields a Task of TASKS, its FileResult, and how many are left, in the order
        in which they end. Either all TASKS have hints or none has. Raises
        ScanError."""
        possible = [task for task in tasks if not task.source.problem]
        for task in tasks:
            if task.source.problem:
                result = FileResult(task.source, "failed", reason=task.source.problem)
                yield task, result, len(possible)
        if not possible:
            return
        for task in possible:
            self._forget_if_headers_came(task)
        build_file = f"{_round(possible[0])}.ninja"
        write_kept(self._work.file(build_file), self._build_file(possible))
        pending = {str(number): task for number, task in enumerate(possible)}
        environment = {"KMDF_CLANG": self._toolchain.clang,
                       "KMDF_SECONDS": str(self._limits.seconds),
                       "KMDF_MEGABYTES": str(self._limits.megabytes)}
        with Ninja(self._ninja, self._work.path, build_file, self._jobs, environment,
                   [self._work.lock_descriptor]) as ninja:
            for event in ninja.events():
                if event.label in pending:
                    task = pending.pop(event.label)
                    yield task, self._read_result(task, ninja), min(event.left, len(pending))
        # What had not to be done again.
        for task in pending.values():
            yield task, self._read_result(task, ninja), 0

    def forget(self, task):
        """Has the source of TASK analysed again, whether it has changed or not."""
        shutil.rmtree(self._work.file(os.path.join("files", task.key)), ignore_errors=True)

    def files_read(self):
        """The paths of what clang read for the sources that are done."""
        paths = set()
        for task in self._done:
            paths.add(task.source.path)
            folder = self._folder(task)
            prelude = _read_text(os.path.join(folder, "prelude")).rstrip("\n")
            for record in [os.path.join(folder, "out", "headers"),
                           *([f"{prelude}.headers"] if prelude else [])]:
                paths.update(os.path.join(task.source.directory, header)
                             for header in _read_headers(record))
            # Nor must those be there that it did not find.
            self._headers_that_came(task)
        return paths

    def _headers_that_came(self, task):
        """The paths of headers that the source of TASK lacked and that are there."""
        facts = _read_json(os.path.join(self._folder(task), "out", "facts.json"))
        bases = [task.source.directory, *task.source.include_folders]
        came = []
        for header in facts.get("guesses", {}).get("missing_headers", []):
            near = os.path.join(task.source.directory, os.path.dirname(header["file"]))
            path = self._finder.find_own(header["name"], [near, *bases])
            if path:
                came.append(path)
        return came

    def _forget_if_headers_came(self, task):
        """Has the source of TASK analysed again if a header that it lacked is there
        now: ninja knows of files that were read."""
        folder = self._folder(task)
        came = self._headers_that_came(task)
        # What clang does not take although it is there is no reason for another time.
        record = os.path.join(folder, "came.json")
        known = _read_json(record) or []
        if not set(came) <= set(known):
            with contextlib.suppress(FileNotFoundError):
                os.unlink(os.path.join(folder, "status"))
        if came != known:
            write_kept(record, json.dumps(came))

    def keep_only(self, tasks):
        """Removes the results of all but TASKS."""
        self._work.keep_only("files", [task.key for task in tasks])

    def _folder(self, task):
        return self._work.file(os.path.join("files", task.key, _round(task)))

    def _build_file(self, tasks):
        rules = {
            "analyse": {
                # What comes after # is for ninja to see a change of it.
                "command": f"{_job('analyse')} $folder $directory $source "
                           f"# {digest(self._toolchain.identity, *map(_read_text, _job_files()))}",
                "depfile": "$depfile",
                "deps": "gcc",
            },
            "precompile": {
                "command": f"{_job('precompile')} $path",
                "depfile": "$depfile",
                # It is up to date if it is newer than its headers, whichever scan
                # made it.
                "generator": "1",
            },
        }
        edges = []
        waiting = self._preludes_of(tasks, edges)
        for number, task in enumerate(tasks):
            edges.append(self._edge(number, task, waiting.get(number)))
        return text_of(rules, edges)

    def _preludes_of(self, tasks, edges):
        """Tells the TASKS which prelude to begin with. Adds to EDGES those that
        make them. Returns by a task's number what it has to wait for."""
        users = collections.defaultdict(list)
        for number, task in enumerate(tasks):
            os.makedirs(os.path.join(self._folder(task), "out"), exist_ok=True)
            text = self._finder.find(task.source)
            base = self._prelude(task.source, text) if text else ""
            users[base].append(number)
        waiting = {}
        for base, numbers in users.items():
            is_used = base and (len(numbers) >= _ENOUGH_FILES or os.path.exists(f"{base}.pch"))
            if is_used:
                edges.append(Edge("precompile", f"{base}.pch", [f"{base}.h", f"{base}.options"],
                                  {"path": shlex.quote(base), "depfile": f"{base}.depfile"},
                                  "prelude"))
                with open(f"{base}.used", "w", encoding="utf-8"):
                    pass  # its time tells when
            for number in numbers:
                write_kept(os.path.join(self._folder(tasks[number]), "prelude"),
                           f"{base}\n" if is_used else "\n")
            # One that began without it would often take longer than to wait for it.
            for number in numbers if is_used else ():
                waiting[number] = f"{base}.pch"
        return waiting

    def _prelude(self, source, text):
        """The path, without a suffix, of the prelude with TEXT for SOURCE."""
        command = self._toolchain.precompile_command(source, "")
        base = os.path.join(self._preludes, digest(self._toolchain.identity, text, *command))
        if not os.path.exists(f"{base}.options"):
            write_kept(f"{base}.h", text)
            command = self._toolchain.precompile_command(source, f"{base}.h")
            write_kept(f"{base}.options", _as_response_file(command[1:]))
        return base

    def _edge(self, number, task, waits_for):
        folder = self._folder(task)
        options = os.path.join(folder, "options")
        write_kept(options, _as_response_file(self._command(task)[1:]))
        overlays = [*task.source.overlays, self._toolchain.headers.overlay(task.source.target)]
        return Edge("analyse", os.path.join(folder, "status"), [options, *overlays],
                    {"folder": shlex.quote(folder), "directory": _in_shell(task.source.directory),
                     "source": _in_shell(task.source.path),
                     "depfile": os.path.join(folder, "depfile")},
                    str(number), [waits_for] if waits_for else [])

    def _command(self, task):
        out = os.path.join(self._folder(task), "out")
        config = ["kmdf:Tolerant=true", f"kmdf:Facts={self._facts(out)}"]
        config += [f"kmdf:{name}={value}" for name, value in task.hints.items() if value]
        command = self._toolchain.command(task.source) + [
            "--analyzer-no-default-checks", "--analyzer-output", "sarif-html",
            "-o", os.path.join(out, "clang.sarif")]
        for option in ("-load", self._toolchain.plugin,
                       "-analyzer-checker=" + ",".join(self._rules),
                       "-analyzer-config", ",".join(config),
                       "-sys-header-deps",
                       "-header-include-file", os.path.join(out, "headers")):
            command += ["-Xclang", option]
        return command

    def _facts(self, out):
        """What the plugin is told to write the facts to that go to OUT. Raises
        ScanError."""
        # The job has it open. An option's value ends at a comma.
        if os.path.exists("/dev/fd"):
            return "/dev/fd/3"
        if "," in out:
            raise ScanError(f"{out}: a comma in this path needs /proc, which is not mounted; mount "
                            f"it or have XDG_CACHE_HOME name another folder")
        return os.path.join(out, "facts.json")

    def _read_result(self, task, ninja):
        folder = self._folder(task)
        status = _read_text(os.path.join(folder, "status")).split()
        if len(status) != 3:
            raise self._breakdown(task, ninja.complaint())
        self._done.append(task)
        code, out = int(status[0]), os.path.join(folder, "out")
        result = FileResult(task.source, "analysed",
                            round(float(status[2]) - float(status[1]), 2))
        if code == 0:
            result.facts = _read_json(os.path.join(out, "facts.json"))
            result.sarif = _read_json(os.path.join(out, "clang.sarif"))
        if result.facts:
            result.status, result.reason = guesses.status_of(result.facts)
        else:
            result.status = "failed"
            result.reason = self._explain_failure(
                code, _read_text(os.path.join(out, "errors"), _MAX_ERRORS))
        result.pages = sorted(
            os.path.join(out, file) for file in os.listdir(out) if file.endswith(".html"))
        return result

    def _breakdown(self, task, complaint):
        """The ScanError for a TASK that was not done."""
        if os.strerror(errno.ENOSPC) in complaint:
            return ScanError(f"{self._work.path}: {os.strerror(errno.ENOSPC)}; what is finished "
                             f"is kept for the next scan")
        return ScanError(f"{task.source.path} could not be analysed:\n{complaint}")

    def _explain_failure(self, code, errors):
        if code == _TIMED_OUT:
            return (f"it took longer than the {self._limits.seconds} seconds that --timeout gives "
                    f"a file")
        if re.search(r"out of memory|bad_alloc", errors, re.IGNORECASE):
            return f"it needs more memory than the {self._limits.megabytes} MB that a file may take"
        crash = re.search(r"clang frontend command failed|PLEASE submit a bug report", errors)
        if crash or code > 2:
            return "the compiler crashed"
        messages = [line for line in errors.splitlines() if re.search(r"\berror: ", line)]
        if not messages:
            return f"the compiler ended with code {code}"
        more = f" (and {len(messages) - 1} more)" if len(messages) > 1 else ""
        return messages[0] + more


def _round(task):
    """The name of the round that TASK is of."""
    return "together" if task.hints else "alone"


def _in_shell(path):
    """PATH for the shell, in what is one line to ninja."""
    if "\n" not in path and "\r" not in path:
        return shlex.quote(path)
    text = path.replace("\\", "\\\\").replace("\n", "\\n").replace("\r", "\\r")
    # Line breaks at the end of a substitution are lost.
    return f'"$(printf %b {shlex.quote(text + "/." if os.path.isdir(path) else text)})"'


def _job(name):
    """How ninja calls one of the programs that do the work."""
    return shlex.quote(os.path.join(_JOBS, name)).replace("$", "$$")


def _job_files():
    return [os.path.join(_JOBS, name) for name in ("analyse", "precompile", "depfile.awk")]


def _as_response_file(arguments):
    """The text of a file with ARGUMENTS, one in a line, as clang reads it."""
    lines = []
    for argument in arguments:
        # This would be another such file, which may come from anyone.
        if argument.startswith("@"):
            argument = "./" + argument
        lines.append('"' + re.sub(r'(["\\])', r"\\\1", argument) + '"\n')
    return "".join(lines)


def _read_text(path, size=-1):
    """The first SIZE characters of the file at PATH; "" if it cannot be read."""
    try:
        with open(path, encoding="utf-8", errors="replace") as file:
            return file.read(size)
    except OSError:
        return ""


def _read_headers(path):
    """The paths in the list of headers at PATH, which clang has written."""
    return [re.sub(r"\\(.)", r"\1", line)
            for line in _read_text(path).splitlines() if line != "<guessed>"]


def _read_json(path):
    """The contents of the file at PATH; {} if it has none."""
    try:
        with open(path, encoding="utf-8") as file:
            return json.load(file)
    except (OSError, ValueError):
        return {}
