"""Sends the results of a scan to a CodeChecker server, by `CodeChecker store`.

Each driver is a run on the server. CodeChecker is given a folder for it, as its own
`analyze` leaves one: a plist with the reports, and metadata.json with what was
analysed and which rules were on (codechecker.readthedocs.io, "Format of the plist
files" and "metadata.json"). It would read results.sarif too, but takes the paths in
there as they are escaped, and so does not find a file with a space in its name."""

import concurrent.futures
import glob
import json
import os
import plistlib
import re
import shutil
import subprocess
import tempfile
import time

from kmdf_scan import VERSION, ScanError, verdicts

# Where scripts/setup-codechecker installs it.
_INSTALLED = os.path.normpath(os.path.join(
    os.path.dirname(os.path.abspath(__file__)), "..", "..", "build", "codechecker", "bin",
    "CodeChecker"))

# What a CodeChecker server calls clang's analyzer.
_ANALYZER = "clangsa"

# How many drivers are sent at a time.
_AT_ONCE = 4

# Of a report's steps in clang's SARIF, those that CodeChecker shows none of.
_UNIMPORTANT = "unimportant"


class Destination:
    """A product on a server."""

    def __init__(self, url, prefix):
        """URL is the product's, [http[s]://]HOST[:PORT]/PRODUCT. The runs are
        named PREFIX/DRIVER if PREFIX is not empty. Raises ScanError."""
        if not re.fullmatch(r"(https?://)?[^/\s]+/[A-Za-z0-9_-]+/?", url):
            raise ScanError(f"--store {url}: not the URL of a product, as "
                            "http://localhost:8001/Default is")
        self._url = url.rstrip("/")
        self._prefix = prefix
        self._codechecker = shutil.which("CodeChecker") or shutil.which(_INSTALLED)
        if not self._codechecker:
            raise ScanError("--store needs CodeChecker, which is not on the PATH; "
                            "scripts/setup-codechecker installs it")

    def send(self, drivers, results, rules, known_rules, clang_version):
        """Sends the reports of the FileResults RESULTS on DRIVERS, made with RULES
        of KNOWN_RULES. Returns sentences on what went where. Raises ScanError."""
        of_source = {id(result.source): result for result in results}
        checkers = {rule: rule in rules for rule in known_rules}

        def send_one(driver):
            name = _as_text(f"{self._prefix}/{driver.name}" if self._prefix else driver.name)
            own = [of_source[id(source)] for source in driver.sources]
            if all(result.status == "failed" for result in own):
                # The server would take what it has of the run for mended.
                return [f"nothing of {driver.name} was analysed, so nothing was sent for {name}"]
            with tempfile.TemporaryDirectory(prefix="kmdf-scan-") as folder:
                lost = _write_folder(folder, own, checkers, clang_version)
                self._store(folder, name, driver)
            notes = [f"stored: {self._url} as {name}"]
            if lost:
                notes.append(f"{lost} of its reports have a path that is no text, and were left "
                             "out")
            return notes

        # Most of the time CodeChecker waits for the server to have done its part.
        with concurrent.futures.ThreadPoolExecutor(_AT_ONCE) as pool:
            return [note for notes in pool.map(send_one, drivers) for note in notes]

    def _store(self, folder, name, driver):
        # The prefix is a pattern. What is above the driver's folder differs from
        # machine to machine, and is left out.
        above = glob.escape(os.path.dirname(driver.root.rstrip("/")) or "/")
        stored = subprocess.run(
            [self._codechecker, "store", folder, "--name", name, "--url", self._url,
             "--trim-path-prefix", above], stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, errors="replace",
            check=False)
        if stored.returncode != 0:
            raise ScanError(f"--store {self._url}: {name} could not be stored: "
                            f"{_explain(stored.stdout)}")


def _explain(output):
    """CodeChecker's error messages, or the last that it said."""
    errors = re.findall(r"^\[ERROR [^\]]*\] - (.+)$", output, re.MULTILINE)
    if errors:
        return " ".join(errors)
    lines = [line for line in output.splitlines() if line.strip()]
    return lines[-1].strip() if lines else "CodeChecker does not say why"


def _write_folder(folder, results, checkers, clang_version):
    """Writes what CodeChecker's analyze would leave in FOLDER. Returns how many
    reports could not be written."""
    files, diagnostics, lost = [], [], 0
    for result in results:
        for run in result.sarif.get("runs", []):
            for report in run.get("results", []):
                diagnostic = _to_diagnostic(report, files)
                if diagnostic:
                    diagnostics.append(diagnostic)
                else:
                    lost += 1
    with open(os.path.join(folder, "reports.plist"), "wb") as file:
        plistlib.dump({
            "clang_version": f"clang version {clang_version}",
            "diagnostics": diagnostics,
            "files": files,
            "metadata": {"analyzer": {"name": _ANALYZER},
                         "generated_by": {"name": "kmdf-scan", "version": VERSION}},
        }, file)
    paths = {status: [_as_text(result.source.path) for result in results
                      if (result.status == "failed") == (status == "failed")]
             for status in ("failed", "successful")}
    now = time.time()
    metadata = {
        "version": 2,
        "num_of_report_dir": 1,
        "tools": [{
            "name": "kmdf-scan",
            "version": VERSION,
            "command": ["kmdf-scan"],
            "timestamps": {"begin": now - sum(result.seconds for result in results), "end": now},
            "analyzers": {_ANALYZER: {
                "checkers": checkers,
                "analyzer_statistics": {
                    "version": clang_version,
                    "failed": len(paths["failed"]),
                    "failed_sources": paths["failed"],
                    "successful": len(paths["successful"]),
                    "successful_sources": paths["successful"],
                },
            }},
        }],
    }
    with open(os.path.join(folder, "metadata.json"), "w", encoding="utf-8") as file:
        json.dump(metadata, file)
    return lost


def _to_diagnostic(report, files):
    """A result of clang's SARIF as clang's plist has it. FILES, the paths that
    the plist's places are numbers of, gets those that are not in it yet. None if
    a path is no text."""
    path = []
    for flow in report.get("codeFlows", []):
        for thread in flow["threadFlows"]:
            for step in thread["locations"]:
                if step.get("importance") != _UNIMPORTANT:
                    path.append((step["location"]["message"]["text"],
                                 step["location"]["physicalLocation"]))
    places = [place for _, place in path] + [report["locations"][0]["physicalLocation"]]
    names = [verdicts.from_uri(place["artifactLocation"]["uri"]) for place in places]
    if any(_as_text(name) != name for name in names):
        return None
    for name in names:
        if name not in files:
            files.append(name)
    numbers = [files.index(name) for name in names]
    diagnostic = {
        "check_name": report["ruleId"],
        "description": _as_text(report["message"]["text"]),
        "location": _start(places[-1]["region"], numbers[-1]),
        "path": [{
            "kind": "event",
            "depth": 0,
            "location": _start(place["region"], number),
            "ranges": [[_start(place["region"], number), _end(place["region"], number)]],
            "message": _as_text(text),
        } for (text, place), number in zip(path, numbers)],
    }
    fingerprint = report.get("partialFingerprints", {}).get("clang/issueHash/v1")
    if fingerprint:
        # The same that CodeChecker's own analysis has, so that either knows the
        # other's reports again. Without it CodeChecker makes one.
        diagnostic["issue_hash_content_of_line_in_context"] = fingerprint
    return diagnostic


def _start(region, number):
    return {"line": region["startLine"], "col": region.get("startColumn", 1), "file": number}


def _end(region, number):
    # SARIF's ends are past the last character, a plist's are at it.
    line = region.get("endLine", region["startLine"])
    start = region.get("startColumn", 1) if line == region["startLine"] else 1
    return {"line": line, "col": max(region.get("endColumn", start) - 1, start), "file": number}


def _as_text(text):
    """TEXT without what is no character, or none that XML has."""
    return re.sub("[\\x00-\\x08\\x0b\\x0c\\x0e-\\x1f\\ud800-\\udfff\\ufffe\\uffff]", "\ufffd", text)
