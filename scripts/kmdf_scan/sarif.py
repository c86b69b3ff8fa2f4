"""Merges clang's SARIF of many files into one run: results.sarif.

SARIF 2.1.0, docs.oasis-open.org/sarif/sarif/v2.1.0."""

import os
from urllib.parse import quote

from kmdf_scan import VERSION, verdicts

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"


def merge(entries, results, rules, is_complete):
    """The SARIF document for the drivers' ENTRIES of verdicts.json and the
    FileResults. RULES has the summary of each rule that was on."""
    names = sorted(rules)
    roots = _Roots(entry["root"] for entry in entries)
    merged = []
    for result in results:
        for run in result.sarif.get("runs", []):
            for report in run.get("results", []):
                merged.append(_adapt(report, names, roots))
    return {
        "$schema": SCHEMA,
        "version": "2.1.0",
        "runs": [{
            "tool": {"driver": {
                "name": "kmdf-scan",
                "version": VERSION,
                "rules": [_rule(name, rules[name]) for name in names],
            }},
            "invocations": [{
                "executionSuccessful": is_complete,
                "toolExecutionNotifications": [_notification(result, roots)
                                               for result in results if result.reason],
            }],
            "columnKind": "unicodeCodePoints",
            "originalUriBaseIds": roots.as_sarif(),
            "results": merged,
        }],
    }


class _Roots:
    """The folders that the paths in the document are relative to."""

    def __init__(self, roots):
        unique = list(dict.fromkeys(roots))
        self._names = {root: "ROOT" if len(unique) == 1 else f"ROOT{number}"
                       for number, root in enumerate(unique, 1)}

    def as_sarif(self):
        return {name: {"uri": "file://" + quote(os.fsencode(root.rstrip("/") + "/"))}
                for root, name in self._names.items()}

    def location(self, path):
        for root, name in self._names.items():
            relative = os.path.relpath(path, root)
            if not relative.startswith(".."):
                return {"uri": quote(os.fsencode(relative)), "uriBaseId": name}
        return {"uri": "file://" + quote(os.fsencode(path))}


def _rule(name, summary):
    return {
        "id": name,
        "name": name.rpartition(".")[2],
        "shortDescription": {"text": summary},
        "defaultConfiguration": {"level": "warning"},
        "properties": {"tags": ["kmdf", "locking"]},
    }


def _notification(result, roots):
    return {
        "level": "error",
        "message": {"text": result.reason},
        "locations": [{"physicalLocation": {
            "artifactLocation": roots.location(result.source.path)}}],
    }


def _adapt(value, names, roots):
    """A result of clang's, with the merged run's paths and rules."""
    if isinstance(value, list):
        return [_adapt(item, names, roots) for item in value]
    if not isinstance(value, dict):
        return value
    adapted = {key: _adapt(item, names, roots) for key, item in value.items()}
    if "ruleId" in adapted:
        adapted["ruleIndex"] = names.index(adapted["ruleId"])
    if "artifactLocation" in adapted:
        adapted["artifactLocation"] = roots.location(
            verdicts.from_uri(value["artifactLocation"]["uri"]))
    return adapted
