"""Runs clang with the plugin on source files."""

import concurrent.futures
import dataclasses
import json
import os
import re
import shutil
import signal
import subprocess
import tempfile
import threading
import time

from kmdf_scan import guesses


@dataclasses.dataclass
class FileResult:
    """What came of one source file."""

    source: object  # inputs.model.Source
    status: str  # "analysed", "partial" or "failed"
    seconds: float
    reason: str = ""  # why it is partial or failed
    facts: dict = dataclasses.field(default_factory=dict)  # of the plugin
    sarif: dict = dataclasses.field(default_factory=dict)  # of clang
    pages: list = dataclasses.field(default_factory=list)  # paths of HTML reports


class Analysis:
    """Analyses files, several at a time, until it is stopped."""

    def __init__(self, toolchain, rules, jobs):
        self._toolchain = toolchain
        self._rules = rules
        self._jobs = jobs
        self._running = set()
        self._lock = threading.Lock()
        self._stopped = False

    def run(self, tasks, on_done):
        """Runs TASKS, triples of a source, the folder that its reports go to
        and the roles of its functions that other files give, as the plugin's
        option has them. Calls ON_DONE(result) for each in the order in which
        they end, from this thread. Ctrl-C stops what runs and is raised on."""
        with concurrent.futures.ThreadPoolExecutor(self._jobs) as pool:
            futures = [pool.submit(self._analyse, *task) for task in tasks]
            try:
                for future in concurrent.futures.as_completed(futures):
                    if future.result():
                        on_done(future.result())
            except BaseException:
                self._stop()
                raise

    def _stop(self):
        with self._lock:
            self._stopped = True
            for process in self._running:
                _kill(process)

    def _analyse(self, source, folder, roles):
        """The FileResult, or None if the analysis was stopped."""
        if source.problem:
            return FileResult(source, "failed", 0, source.problem)
        started = time.monotonic()
        shutil.rmtree(folder, ignore_errors=True)
        os.makedirs(folder)
        sarif = os.path.join(folder, "clang.sarif")
        # The value of an option of the analyzer ends at a comma, which the
        # user's folders may have in their names.
        with tempfile.TemporaryDirectory(prefix="kmdf-scan-") as temporary:
            facts = os.path.join(temporary, "facts.json")
            command = self._command(source, sarif, facts, roles)
            code, errors = self._execute(command, source.directory)
            if code is None:
                return None
            result = FileResult(source, "analysed", 0)
            if code == 0:
                result.facts = _read_json(facts)
                result.sarif = _read_json(sarif)
        if os.path.exists(sarif):
            os.remove(sarif)
        if result.facts:
            result.status, result.reason = guesses.status_of(result.facts)
        else:
            result.status = "failed"
            result.reason = _explain_failure(code, errors)
        result.pages = sorted(
            os.path.join(folder, file) for file in os.listdir(folder) if file.endswith(".html"))
        if not result.pages:
            shutil.rmtree(folder)
        result.seconds = round(time.monotonic() - started, 3)
        return result

    def _command(self, source, sarif, facts, roles):
        config = ["kmdf:Tolerant=true", f"kmdf:Facts={facts}"]
        if roles:
            config.append(f"kmdf:Roles={roles}")
        command = self._toolchain.command(source) + [
            "--analyzer-no-default-checks", "--analyzer-output", "sarif-html", "-o", sarif]
        for option in ("-load", self._toolchain.plugin,
                       "-analyzer-checker=" + ",".join(self._rules),
                       "-analyzer-config", ",".join(config)):
            command += ["-Xclang", option]
        return command

    def _execute(self, command, directory):
        """The exit code and the error output. No code if the analysis was
        stopped, negative for a signal."""
        with self._lock:
            if self._stopped:
                return None, ""
            try:
                # In a group of its own, so that Ctrl-C reaches only us.
                process = subprocess.Popen(
                    command, cwd=directory, stdin=subprocess.DEVNULL,
                    stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True,
                    errors="replace", start_new_session=True)
            except OSError as error:
                return 1, f"error: {error}"
            self._running.add(process)
        errors = process.communicate()[1]
        with self._lock:
            self._running.discard(process)
            if self._stopped:
                return None, ""
        return process.returncode, errors


def _kill(process):
    try:
        os.killpg(process.pid, signal.SIGKILL)
    except ProcessLookupError:
        pass


def _read_json(path):
    """The contents of the file; {} if it has none."""
    try:
        with open(path, encoding="utf-8") as file:
            return json.load(file)
    except (OSError, ValueError):
        return {}


def _explain_failure(code, errors):
    crash = re.search(r"clang frontend command failed|PLEASE submit a bug report", errors)
    if crash or code < 0 or code > 128:
        return "the compiler crashed"
    messages = [line for line in errors.splitlines() if re.search(r"\berror: ", line)]
    if not messages:
        return f"the compiler ended with code {code}"
    more = f" (and {len(messages) - 1} more)" if len(messages) > 1 else ""
    return messages[0] + more
