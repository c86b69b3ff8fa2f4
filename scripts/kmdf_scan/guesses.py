"""What the plugin guessed of a file that lacks something: a file with guesses is
partial."""

import os

# What no build without WPP's and the WDK's own files has, and what changes
# nothing: it does not make a file partial.
_HARMLESS_NAMES = {"header", "annotation", "tracer", "declaration"}


def status_of(facts):
    """The status of a file that has FACTS, and why it is partial or failed."""
    found = facts.get("guesses")
    if not found:
        return "analysed", ""
    errors = _errors(found)
    if errors and not facts["functions"]:
        return "failed", errors
    headers = [header["name"] for header in found["missing_headers"]
               if not header["name"].lower().endswith(".tmh")]
    names = [name for name in found["names"] if name["kind"] not in _HARMLESS_NAMES]
    lost = [place for place in found["mended"] if place["kind"] == "lost"]
    mended = len(found["mended"]) - len(lost)
    parts = []
    if headers:
        parts.append(_count(len(set(headers)), "header") + " missing")
    if names:
        parts.append(_count(len(names), "name") + " guessed")
    if mended:
        parts.append(_count(mended, "expression") + " not understood")
    if lost:
        parts.append(_count(len(lost), "statement") + " left out")
    if found["lost_functions"]:
        parts.append(_count(len(found["lost_functions"]), "function") + " left out")
    if errors:
        parts.append(errors)
    return ("partial", ", ".join(parts)) if parts else ("analysed", "")


def summary(facts, relative):
    """What was guessed, for verdicts.json; None if nothing was. RELATIVE makes a
    path of the facts one of the driver."""
    found = facts.get("guesses")
    if not found or not any(found.values()):
        return None
    return {
        "missing_headers": sorted({header["name"] for header in found["missing_headers"]}),
        "names": [{"name": name["name"], "kind": name["kind"]} for name in found["names"]],
        "mended": [{"kind": place["kind"], "function": place["function"],
                    "file": relative(place["file"]), "line": place["line"],
                    "text": place["text"]} for place in found["mended"]],
        "lost_functions": [{"function": lost["name"], "file": relative(lost["file"]),
                            "line": lost["line"]} for lost in found["lost_functions"]],
        "errors": found["error_count"],
    }


def has_lost_function(facts):
    """Whether a function could not be parsed at all, so that nothing is said of
    it."""
    return bool(facts.get("guesses", {}).get("lost_functions"))


def _errors(found):
    """How many errors clang still finds, and the first; empty if it finds none."""
    if not found["errors"]:
        return ""
    first = found["errors"][0]
    place = f"{os.path.basename(first['file'])}:{first['line']}: " if first["file"] else ""
    return f"{_count(found['error_count'], 'error')}: {place}{first['message']}"


def _count(number, noun):
    return f"{number} {noun}" + ("" if number == 1 else "s")
