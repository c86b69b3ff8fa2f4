"""Runs clang with the plugin on a source file as it is, or with another text in
the place of one of its files."""

import dataclasses
import json
import os
import re
import subprocess
import tempfile

_REPORT = re.compile(r"^(.+?):(\d+):\d+: warning: (.*) \[(kmdf\.\w+)\]$", re.MULTILINE)
_CALLS = re.compile(r"^  Function: (.+?) calls:(.*)$", re.MULTILINE)


@dataclasses.dataclass(frozen=True)
class Report:
    rule: str
    message: str
    file: str
    line: int


@dataclasses.dataclass
class Analysis:
    """What came of one run of clang."""

    error: str  # why the file could not be analysed; empty if it was
    reports: frozenset  # of Report
    facts: dict  # as the plugin writes them


def analyse(toolchain, source, roles="", instead=None):
    """Analyses SOURCE, an inputs.model.Source, with all rules. ROLES is the plugin's
    option. INSTEAD is a path and the text that the file there is to have."""
    if source.problem:
        return Analysis(source.problem, frozenset(), {})
    with tempfile.TemporaryDirectory(prefix="mutants-") as scratch:
        facts = os.path.join(scratch, "facts.json")
        config = [f"kmdf:Facts={facts}"] + ([f"kmdf:Roles={roles}"] if roles else [])
        run = _run(toolchain, source, scratch, instead, [
            "-load", toolchain.plugin, "-analyzer-checker=" + ",".join(toolchain.rules),
            "-analyzer-config", ",".join(config)])
        if run.returncode == 1:
            return Analysis(re.search(r"\berror: (.*)", run.stderr).group(1), frozenset(), {})
        if run.returncode != 0:
            raise RuntimeError(f"{source.path}: clang ended with {run.returncode}:\n{run.stderr}")
        with open(facts, encoding="utf-8") as file:
            return Analysis("", frozenset(
                Report(rule, message, path, int(line))
                for path, line, message, rule in _REPORT.findall(run.stderr)), json.load(file))


def read_call_graph(toolchain, source):
    """The names of the functions of SOURCE, with what each of them calls: by
    clang's own account, which knows nothing of locks."""
    with tempfile.TemporaryDirectory(prefix="mutants-") as scratch:
        run = _run(toolchain, source, scratch, None, ["-analyzer-checker=debug.DumpCallGraph"])
    # Names of lambdas and conversions have spaces in them, so the callees are
    # found by their names and not by what is between them.
    lines = dict(_CALLS.findall(run.stderr))
    lines.pop("< root >", None)
    return {caller: {callee for callee in lines if f" {callee} " in f"{callees} "}
            for caller, callees in lines.items()}


def _run(toolchain, source, scratch, instead, analyzer_options):
    command = toolchain.command(source) + [
        "--analyzer-no-default-checks", "--analyzer-output", "text", "-o", os.devnull]
    for option in analyzer_options:
        command += ["-Xclang", option]
    if instead:
        path, text = instead
        changed = os.path.join(scratch, "changed")
        with open(changed, "w", encoding="latin-1", newline="") as file:
            file.write(text)
        overlay = os.path.join(scratch, "overlay.json")
        with open(overlay, "w", encoding="utf-8") as file:
            json.dump({"version": 0, "use-external-names": False,
                       "roots": [{"type": "file", "name": path, "external-contents": changed}]},
                      file)
        command += ["-ivfsoverlay", overlay]
    return subprocess.run(command, cwd=source.directory, text=True, errors="replace",
                          stdin=subprocess.DEVNULL, capture_output=True, check=False)
