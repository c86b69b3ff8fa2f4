"""From the results of files to the verdicts on callbacks and drivers: the
contents of verdicts.json."""

import os
import re
from urllib.parse import unquote_to_bytes, urlsplit

from kmdf_scan import VERSION, guesses
from kmdf_scan.fingerprints import Fingerprints

# From the worst to the best: what a driver, or a callback that several files
# have, amounts to.
RANKING = ["defect", "inconclusive", "pass", "not-applicable"]


def worst(verdicts):
    """The worst of VERDICTS; not-applicable if there is none."""
    return min(verdicts, key=RANKING.index, default="not-applicable")


def build_document(clang_version, drivers, incomplete):
    """The contents of verdicts.json. INCOMPLETE says that the scan was
    interrupted."""
    document = {
        "version": 1,
        "tool": {"name": "kmdf-scan", "version": VERSION, "clang": clang_version},
        "drivers": drivers,
    }
    if incomplete:
        document["incomplete"] = True
    return document


def new_defects(entry):
    """The defects in the ENTRY of a driver that no earlier scan had."""
    return [defect for defect in entry["defects"] if not defect.get("known")]


def judge(driver, results, expected, report_root):
    """The entry of DRIVER in verdicts.json, from the FileResults of its files.
    EXPECTED is how many there would be, had the scan not been interrupted.
    Links to pages are relative to REPORT_ROOT."""
    files, callbacks, call_sites, defects, suppressed = [], {}, {}, {}, {}
    for result in results:
        file = {
            "path": _relative(result.source.path, driver.root),
            "status": result.status,
            "seconds": result.seconds,
            "reason": result.reason,
        }
        found = guesses.summary(
            result.facts,
            lambda path, source=result.source: _relative(_absolute(path, source), driver.root))
        if found:
            file["guesses"] = found
        files.append(file)
        for callback in result.facts.get("callbacks", []):
            if callback["defined"]:
                _add_callback(callbacks, callback, result.source, driver.root)
        for site in result.facts.get("call_sites", []):
            _add_call_site(call_sites, site, result.source, driver.root)
        # A defect in a header is found in each file that includes it.
        for defect in _defects(result, driver.root, report_root):
            defects.setdefault((defect["rule"], *_place(defect)), defect)
        for defect in _suppressed(result, driver.root):
            suppressed.setdefault((defect["rule"], *_place(defect)), defect)
    entry = {
        "name": driver.name,
        "root": driver.root,
        "verdict": "",
        "files": sorted(files, key=lambda file: file["path"]),
        "callbacks": sorted(callbacks.values(), key=_place),
        "call_sites": sorted(call_sites.values(), key=_place),
        "defects": sorted(defects.values(), key=_place),
        "suppressed": sorted(suppressed.values(), key=_place),
        "excluded": sorted(_relative(path, driver.root) for path in driver.excluded),
    }
    fingerprints = Fingerprints(driver.name, driver.root)
    for defect in entry["defects"] + entry["suppressed"]:
        defect["fingerprint"] = fingerprints.next(
            defect["rule"], defect["file"], defect["callback"], defect["message"],
            defect["line"])
    # What was not looked at may hold anything.
    is_incomplete = len(results) < expected or any(
        result.status == "failed" or guesses.has_lost_function(result.facts)
        for result in results)
    entry["verdict"] = _judge_driver(entry, is_incomplete)
    return entry


def _judge_driver(entry, is_incomplete):
    if entry["defects"]:
        return "defect"
    if is_incomplete:
        return "inconclusive"
    return worst(rule["verdict"] for callback in entry["callbacks"]
                 for rule in callback["rules"].values())


def _add_callback(callbacks, callback, source, root):
    path = _relative(_absolute(callback["file"], source), root)
    key = (callback["function"], path, callback["line"])
    entry = callbacks.setdefault(key, {
        "function": callback["function"],
        "role": callback["role"],
        "file": path,
        "line": callback["line"],
        "declared": callback["declared"],
        "rules": {},
    })
    # A callback in a header is judged in each file that includes it.
    for name, rule in callback["rules"].items():
        known = entry["rules"].get(name)
        if not known or RANKING.index(rule["verdict"]) < RANKING.index(known["verdict"]):
            entry["rules"][name] = rule


def _add_call_site(call_sites, site, source, root):
    path = _relative(_absolute(site["file"], source), root)
    entry = call_sites.setdefault((path, site["line"], site["column"], site["ddi"]), {
        "ddi": site["ddi"],
        "function": site["function"],
        "file": path,
        "line": site["line"],
        "column": site["column"],
        "reached": False,
    })
    entry["reached"] |= site["reached"]


def _defects(result, root, report_root):
    """The defects of one file: where they are, clang says; in which callback,
    the plugin."""
    functions = {(defect["rule"], defect["message"]): defect["function"]
                 for defect in result.facts.get("defects", [])}
    pages = _pages_by_place(result.pages)
    for run in result.sarif.get("runs", []):
        for report in run.get("results", []):
            rule, path, line, column, message = key_of(report)
            page = pages.get((path, line, column, message))
            yield {
                "rule": rule,
                "callback": functions.get((rule, message), ""),
                "file": _relative(path, root),
                "line": line,
                "column": column,
                "message": message,
                "report": os.path.relpath(page, report_root) if page else "",
            }


def _suppressed(result, root):
    """The defects of one file that its text silences."""
    for report in result.facts.get("reports", []):
        if report["suppressed"]:
            yield {
                "rule": report["rule"],
                "callback": report["function"],
                "file": _relative(_absolute(report["file"], result.source), root),
                "line": report["line"],
                "column": report["column"],
                "message": report["message"],
                "reason": report["reason"],
            }


def silencing_problems(results):
    """Sentences on the comments, in the files of RESULTS, that are meant to silence a
    report and do not."""
    return list(dict.fromkeys(
        f"{_absolute(problem['file'], result.source)}:{problem['line']}: {problem['message']}"
        for result in results for problem in result.facts.get("silencing_problems", [])))


def key_of(report):
    """What tells a result of clang's SARIF from others: its rule, its path, line,
    column and message."""
    place = report["locations"][0]["physicalLocation"]
    return (report["ruleId"], from_uri(place["artifactLocation"]["uri"]),
            place["region"]["startLine"], place["region"]["startColumn"],
            report["message"]["text"])


def _pages_by_place(pages):
    """The HTML reports by (file, line, column, message), which clang writes
    into each for scan-build."""
    by_place = {}
    for page in pages:
        # A carriage return may be in a name.
        with open(page, encoding="utf-8", errors="replace", newline="") as file:
            tags = dict(re.findall(r"^<!-- (BUG\w+) (.*) -->$", file.read(), re.MULTILINE))
        by_place[(tags.get("BUGFILE"), int(tags.get("BUGLINE", 0)),
                  int(tags.get("BUGCOLUMN", 0)), tags.get("BUGDESC"))] = page
    return by_place


def from_uri(uri):
    """The path that clang wrote as URI."""
    return os.fsdecode(unquote_to_bytes(urlsplit(uri).path))


def _absolute(path, source):
    return os.path.normpath(os.path.join(source.directory, path))


def _relative(path, root):
    return os.path.relpath(path, root)


def _place(entry):
    return (entry["file"], entry["line"], entry.get("column", 0), entry.get("message", ""))
