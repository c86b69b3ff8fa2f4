"""Holds a report of kmdf-scan to its contract: contract.py FOLDER

FOLDER has verdicts.json, results.sarif and index.html. Prints how much was held
to it; a breach ends it with a message that says where."""

import html.parser
import json
import os
import sys
from urllib.parse import unquote, urlsplit

VERDICTS = {"pass", "defect", "inconclusive", "not-applicable"}
STATUSES = {"analysed", "partial", "failed"}
LOCK_DDIS = {"WdfWaitLockCreate", "WdfWaitLockAcquire", "WdfWaitLockRelease", "WdfObjectDelete"}


def main(folder):
    with open(os.path.join(folder, "verdicts.json"), encoding="utf-8") as file:
        verdicts = json.load(file)
    with open(os.path.join(folder, "results.sarif"), encoding="utf-8") as file:
        sarif = json.load(file)
    check_verdicts(verdicts)
    check_sarif(sarif, verdicts)
    check_page(folder, verdicts)
    drivers = verdicts["drivers"]
    print(", ".join(f"{sum(len(driver[key]) for driver in drivers)} {key}"
                    for key in ("files", "callbacks", "call_sites", "defects")),
          f"in {len(drivers)} drivers")


def require(condition, what, where):
    if not condition:
        sys.exit(f"{what}: {json.dumps(where)[:1000]}")


def has(entry, **types):
    """ENTRY has these fields with values of these types; more are allowed."""
    for name, wanted in types.items():
        require(name in entry, f"no {name}", entry)
        value = entry[name]
        is_right = isinstance(value, wanted) and isinstance(value, bool) == (wanted is bool)
        require(is_right, f"{name} has the wrong type", entry)


#===- verdicts.json ---------------------------------------------------------===#


def check_verdicts(document):
    has(document, version=int, tool=dict, drivers=list)
    require(document["version"] == 1, "version", document["version"])
    has(document["tool"], name=str, version=str, clang=str)
    require(document["tool"]["name"] == "kmdf-scan", "name of the tool", document["tool"])
    for driver in document["drivers"]:
        has(driver, name=str, root=str, verdict=str, files=list, callbacks=list,
            call_sites=list, defects=list)
        require(driver["verdict"] in VERDICTS, "verdict", driver["verdict"])
        require(os.path.isabs(driver["root"]), "root is not absolute", driver["root"])
        for file in driver["files"]:
            check_file(file, driver["root"])
        for callback in driver["callbacks"]:
            check_callback(callback, driver)
        for site in driver["call_sites"]:
            has(site, ddi=str, function=str, file=str, line=int, reached=bool)
            check_place(site, driver["root"])
            require(site["ddi"] in LOCK_DDIS, "not a lock DDI", site)
        for defect in driver["defects"]:
            has(defect, rule=str, callback=str, file=str, line=int, column=int, message=str)
            check_place(defect, driver["root"])
            require(defect["message"], "no message", defect)
        check_driver_verdict(driver)


def check_file(file, root):
    has(file, path=str, status=str, seconds=(int, float), reason=str)
    require(file["status"] in STATUSES, "status", file)
    require(file["seconds"] >= 0, "seconds", file)
    require(file["status"] == "analysed" or file["reason"], "no reason", file)
    check_path(file["path"], root)


def check_callback(callback, driver):
    has(callback, function=str, role=str, file=str, line=int, rules=dict)
    check_place(callback, driver["root"])
    require(callback["role"].startswith("EVT_WDF"), "role", callback)
    require(callback["rules"], "no rules", callback)
    for name, rule in callback["rules"].items():
        require(name.startswith("kmdf."), "name of the rule", callback)
        has(rule, verdict=str, reason=str)
        require(rule["verdict"] in VERDICTS, "verdict", callback)
        require(rule["verdict"] != "inconclusive" or rule["reason"], "no reason", callback)


def check_driver_verdict(driver):
    """A driver is as bad as the worst of what it has."""
    judged = {rule["verdict"] for callback in driver["callbacks"]
              for rule in callback["rules"].values()}
    verdict = driver["verdict"]
    require((verdict == "defect") == bool(driver["defects"]), "verdict and defects", driver)
    if verdict == "pass":
        require(judged <= {"pass", "not-applicable"} and "pass" in judged, "verdict", driver)
    if verdict in ("pass", "not-applicable"):
        require(all(file["status"] == "analysed" for file in driver["files"]), "verdict", driver)
    if verdict == "not-applicable":
        require(judged <= {"not-applicable"}, "verdict", driver)


def check_place(entry, root):
    require(entry["line"] >= 1 and entry.get("column", 1) >= 1, "place", entry)
    check_path(entry["file"], root)


def check_path(path, root):
    require(not os.path.isabs(path), "path is not relative", path)
    require(os.path.isfile(os.path.join(root, path)), "no such file", os.path.join(root, path))


#===- results.sarif ---------------------------------------------------------===#


def check_sarif(sarif, verdicts):
    require(sarif["version"] == "2.1.0", "version of SARIF", sarif["version"])
    require("sarif-schema-2.1.0" in sarif["$schema"], "schema of SARIF", sarif["$schema"])
    [run] = sarif["runs"]
    driver = run["tool"]["driver"]
    require(driver["name"] == "kmdf-scan", "name of the tool", driver["name"])
    rules = [rule["id"] for rule in driver["rules"]]
    bases = {name: unquote(urlsplit(base["uri"]).path)
             for name, base in run["originalUriBaseIds"].items()}
    found = set()
    fingerprints = set()
    for result in run["results"]:
        fingerprint = result["partialFingerprints"]["kmdfDefect/v1"]
        require(fingerprint not in fingerprints, "two results with one fingerprint", result)
        fingerprints.add(fingerprint)
        if result.get("suppressions") or result.get("baselineState") == "absent":
            continue
        require(rules[result["ruleIndex"]] == result["ruleId"], "index of the rule", result)
        [location] = result["locations"]
        path, line, column = place_of(location, bases)
        found.add((result["ruleId"], path, line, column, result["message"]["text"]))
        [flow] = result["codeFlows"]
        [thread] = flow["threadFlows"]
        require(thread["locations"], "no steps", result)
        for step in thread["locations"]:
            place_of(step["location"], bases)
    wanted = {(defect["rule"], os.path.realpath(os.path.join(entry["root"], defect["file"])),
               defect["line"], defect["column"], defect["message"])
              for entry in verdicts["drivers"] for defect in entry["defects"]}
    require(found == wanted, "SARIF and verdicts differ", sorted(found ^ wanted))


def place_of(location, bases):
    """The file, line and column of a location of SARIF; the file exists."""
    place = location["physicalLocation"]
    artifact = place["artifactLocation"]
    path = os.path.join(bases.get(artifact.get("uriBaseId"), ""),
                        unquote(urlsplit(artifact["uri"]).path))
    require(os.path.isfile(path), "no such file", location)
    return os.path.realpath(path), place["region"]["startLine"], place["region"]["startColumn"]


#===- index.html ------------------------------------------------------------===#


class Page(html.parser.HTMLParser):
    """What a page links to and loads, and its text; all that is opened in it is
    closed in turn."""

    VOID = {"meta", "br", "link", "img", "hr", "input"}

    def __init__(self, path):
        super().__init__()
        self.links, self.loads, self.ids, self.text = [], [], set(), ""
        self._open = []
        with open(path, encoding="utf-8") as file:
            self.feed(file.read())
        require(not self._open, "left open", self._open)

    def handle_starttag(self, tag, attrs):
        attributes = dict(attrs)
        self.ids.add(attributes.get("id"))
        if tag == "a":
            self.links.append(attributes.get("href", ""))
        self.loads += [attributes[name] for name in ("src", "data") if name in attributes]
        if tag == "link":
            self.loads.append(attributes.get("href", ""))
        if tag not in self.VOID:
            self._open.append(tag)

    def handle_endtag(self, tag):
        require(self._open and self._open.pop() == tag, "not closed in turn", tag)

    def handle_data(self, data):
        self.text += data


def open_page(path):
    """The page at PATH, which loads nothing and has only links that lead
    somewhere, and the paths of the pages that it links to."""
    page = Page(path)
    require(not page.loads, "loads from elsewhere", page.loads)
    targets = []
    for link in page.links:
        parts = urlsplit(link)
        if parts.scheme:
            continue
        target = os.path.normpath(os.path.join(os.path.dirname(path), unquote(parts.path)))
        require(not parts.path or os.path.isfile(target), "link leads nowhere", link)
        require(not parts.fragment or parts.path or parts.fragment in page.ids,
                "link leads nowhere", link)
        if parts.path:
            targets.append(target)
    return page, targets


def check_page(folder, verdicts):
    page, targets = open_page(os.path.join(folder, "index.html"))
    # The path of each defect has a page of its own.
    paths = [open_page(target)[0] for target in targets]
    for driver in verdicts["drivers"]:
        for callback in driver["callbacks"]:
            require(callback["function"] in page.text, "callback is not shown", callback)
        for defect in driver["defects"]:
            require(defect["message"] in page.text, "defect is not shown", defect)
            place = f"{defect['file']}:{defect['line']}:{defect['column']}"
            require(any(defect["message"] in path.text and place in path.text and
                        "step1" in path.ids for path in paths), "no page for the defect", defect)


if __name__ == "__main__":
    main(sys.argv[1])
