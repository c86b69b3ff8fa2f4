"""Merges clang's SARIF of many files into one run: results.sarif.

SARIF 2.1.0, docs.oasis-open.org/sarif/sarif/v2.1.0."""

import os
from urllib.parse import quote

from kmdf_scan import VERSION, fingerprints, rule_pages, verdicts

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"

# A driver that waits for itself is out of order until the machine is started
# again, and whoever may open its device can bring that about. That is the score of
# CVSS 3.1 for AV:L/AC:L/PR:L/UI:N/S:U/C:N/I:N/A:H.
_LEVEL = "error"
_SCORE = "5.5"


def merge(entries, results, rules, is_complete):
    """The SARIF document for the drivers' ENTRIES of verdicts.json and the
    FileResults. RULES has the summary of each rule that was on."""
    names = sorted(rules)
    roots = _Roots(entry["root"] for entry in entries)
    known = _Fingerprints(entries)
    merged = []
    for result in results:
        merged += _reports(result, names, roots, known)
    for entry in entries:
        merged += [_suppressed(defect, entry["root"], names, roots)
                   for defect in entry["suppressed"]]
    return {
        "$schema": SCHEMA,
        "version": "2.1.0",
        "runs": [{
            "tool": {"driver": {
                "name": "kmdf-scan",
                "version": VERSION,
                "semanticVersion": VERSION,
                "rules": [_rule(name, rules[name]) for name in names],
            }},
            "invocations": [{
                "executionSuccessful": is_complete,
                "toolExecutionNotifications":
                    [_notification(result, roots) for result in results if result.reason] +
                    [note for entry in entries for note in _unjudged(entry, roots)],
            }],
            "automationDetails": {"id": "kmdf-scan/"},
            "columnKind": "unicodeCodePoints",
            "originalUriBaseIds": roots.as_sarif(),
            "results": merged,
        }],
    }


def unjudged_files(entries, results):
    """The files not all of which could be analysed, as SARIF's (uri, uriBaseId)."""
    roots = _Roots(entry["root"] for entry in entries)
    locations = [roots.location(result.source.path) for result in results
                 if result.status != "analysed"]
    return {(location["uri"], location.get("uriBaseId")) for location in locations}


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


class _Fingerprints:
    """Those of the defects in verdicts.json, by where and what they are."""

    def __init__(self, entries):
        self._waiting = {}
        for entry in entries:
            for defect in entry["defects"]:
                path = os.path.normpath(os.path.join(entry["root"], defect["file"]))
                key = (defect["rule"], path, defect["line"], defect["column"], defect["message"])
                self._waiting.setdefault(key, []).append(defect["fingerprint"])

    def take(self, report):
        """The fingerprint of clang's REPORT; None if its defect has been there, as
        one in a header is in each file that includes it."""
        rule, path, *place = verdicts.key_of(report)
        waiting = self._waiting.get((rule, os.path.normpath(path), *place))
        return waiting.pop(0) if waiting else None


def _rule(name, summary):
    page = rule_pages.read_page(name)
    tags = ["kmdf", "locking", "concurrency", "reliability", "security"]
    rule = {
        "id": name,
        "name": name.rpartition(".")[2],
        "shortDescription": {"text": summary},
        "defaultConfiguration": {"level": _LEVEL},
        "properties": {
            "tags": tags,
            "precision": "very-high",
            "problem.severity": _LEVEL,
            "security-severity": _SCORE,
        },
    }
    if page:
        rule["fullDescription"] = {"text": page.meaning}
        rule["help"] = {"text": page.text, "markdown": page.markdown}
        tags += [f"external/cwe/cwe-{number}" for number in page.weaknesses]
    return rule


def _notification(result, roots):
    return {
        "level": "warning" if result.facts else "error",
        "message": {"text": result.reason},
        "locations": [{"physicalLocation": {
            "artifactLocation": roots.location(result.source.path)}}],
    }


def _unjudged(entry, roots):
    """A notification for each callback that is inconclusive, and each reason."""
    for callback in entry["callbacks"]:
        reasons = {rule["reason"]: None for rule in callback["rules"].values()
                   if rule["verdict"] == "inconclusive"}
        for reason in reasons:
            yield {
                "level": "note",
                "message": {"text": f"{callback['function']} is inconclusive: {reason}"},
                "locations": [{"physicalLocation": {
                    "artifactLocation": roots.location(
                        os.path.join(entry["root"], callback["file"])),
                    "region": {"startLine": callback["line"]},
                }}],
            }


def _reports(result, names, roots, known):
    fixes = {(report["rule"], report["message"], report["line"], report["column"]): report["fixes"]
             for report in result.facts.get("reports", []) if report["fixes"]}
    for run in result.sarif.get("runs", []):
        for report in run.get("results", []):
            fingerprint = known.take(report)
            if not fingerprint:
                continue
            adapted = _adapt(report, names, roots)
            adapted["level"] = _LEVEL
            adapted.setdefault("partialFingerprints", {})[fingerprints.NAME] = fingerprint
            rule, _, line, column, message = verdicts.key_of(report)
            edits = fixes.get((rule, message, line, column))
            if edits:
                place = adapted["locations"][0]["physicalLocation"]
                adapted["fixes"] = [_fix(edits, place["artifactLocation"])]
            yield adapted


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
    if adapted.get("endLine") == 0:
        # Where a piece of a path has no end, clang writes one on line 0.
        del adapted["endLine"], adapted["endColumn"]
    return adapted


def _fix(edits, artifact):
    texts = [" ".join(edit["text"].split()) for edit in edits]
    is_insertion = all((edit["start_line"], edit["start_column"]) ==
                       (edit["end_line"], edit["end_column"]) for edit in edits)
    return {
        "description": {"text": ("Insert '" if is_insertion else "Replace it by '") +
                                " ... ".join(texts) + "'"},
        "artifactChanges": [{
            "artifactLocation": artifact,
            "replacements": [{
                "deletedRegion": {
                    "startLine": edit["start_line"], "startColumn": edit["start_column"],
                    "endLine": edit["end_line"], "endColumn": edit["end_column"],
                },
                "insertedContent": {"text": edit["text"]},
            } for edit in edits],
        }],
    }


def _suppressed(defect, root, names, roots):
    suppression = {"kind": "inSource"}
    if defect["reason"]:
        suppression["justification"] = defect["reason"]
    return {
        "ruleId": defect["rule"],
        "ruleIndex": names.index(defect["rule"]),
        "level": _LEVEL,
        "message": {"text": defect["message"]},
        "locations": [{"physicalLocation": {
            "artifactLocation": roots.location(os.path.join(root, defect["file"])),
            "region": {"startLine": defect["line"], "startColumn": defect["column"]},
        }}],
        "partialFingerprints": {fingerprints.NAME: defect["fingerprint"]},
        "suppressions": [suppression],
    }
