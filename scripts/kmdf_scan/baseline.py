"""The results of an earlier scan, to tell what is new: --baseline.

The earlier scan's results.sarif has the fingerprint of each defect. In this scan's
each result gets a baselineState: "new", or "unchanged" if the earlier one had it;
what only the earlier one had is there as "absent"."""

import json

from kmdf_scan import ScanError, fingerprints


class Baseline:
    """An earlier results.sarif."""

    def __init__(self, path, results):
        self.path = path
        self._results = results  # by their fingerprint

    def mark(self, entries):
        """Says of each defect in the drivers' ENTRIES of verdicts.json whether it
        is known."""
        for entry in entries:
            for defect in entry["defects"]:
                defect["known"] = defect["fingerprint"] in self._results

    def apply(self, document, unjudged):
        """Gives the results in DOCUMENT, this scan's SARIF, their states. UNJUDGED
        are the files not all of which could be analysed, as SARIF's (uri,
        uriBaseId): what the earlier scan found there may be there still, and is
        unchanged."""
        [run] = document["runs"]
        present = set()
        for result in run["results"]:
            fingerprint = _fingerprint_of(result)
            present.add(fingerprint)
            result["baselineState"] = "unchanged" if fingerprint in self._results else "new"
        rules = [rule["id"] for rule in run["tool"]["driver"]["rules"]]
        for fingerprint, old in self._results.items():
            if fingerprint in present or old["ruleId"] not in rules:
                continue
            artifact = old["locations"][0]["physicalLocation"]["artifactLocation"]
            is_unjudged = (artifact["uri"], artifact.get("uriBaseId")) in unjudged
            run["results"].append({
                **old, "ruleIndex": rules.index(old["ruleId"]),
                "baselineState": "unchanged" if is_unjudged else "absent"})


def read_baseline(path):
    """The Baseline in the results.sarif at PATH. Raises ScanError."""
    try:
        with open(path, encoding="utf-8") as file:
            document = json.load(file)
    except (OSError, ValueError, RecursionError) as error:
        raise ScanError(f"--baseline {path}: cannot be read as SARIF: {error}") from error
    results = {}
    try:
        for run in document["runs"]:
            if run["tool"]["driver"]["name"] != "kmdf-scan":
                raise ScanError(
                    f"--baseline {path}: written by {run['tool']['driver']['name']}; it takes a "
                    f"results.sarif that kmdf-scan wrote")
            for result in run["results"]:
                # What had gone by then is no longer known.
                if result.get("baselineState") != "absent":
                    result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"].strip()
                    result["ruleId"].strip()
                    results[_fingerprint_of(result)] = result
    except (KeyError, TypeError, IndexError, AttributeError) as error:
        raise ScanError(
            f"--baseline {path}: not a results.sarif of this kmdf-scan: each result has a rule, "
            f"a place and a fingerprint {fingerprints.NAME}") from error
    return Baseline(path, results)


def _fingerprint_of(result):
    return result["partialFingerprints"][fingerprints.NAME]
