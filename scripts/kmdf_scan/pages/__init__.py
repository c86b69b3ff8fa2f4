"""The report for people: index.html and, for each defect, a page with its path.

They need no server and no script, and load nothing: each has its style and its
script in itself. Scripts add filters and keys."""

import os

from kmdf_scan.pages import index, path


def write(document, results, rules, folder):
    """Writes the pages to FOLDER. DOCUMENT is verdicts.json's, RESULTS is the
    document of results.sarif, RULES has the summary of each rule that was on."""
    paths = path.Paths(document, results)
    os.makedirs(os.path.join(folder, path.FOLDER), exist_ok=True)
    for name, text in paths.render():
        _write(os.path.join(folder, name), text)
    _write(os.path.join(folder, "index.html"), index.render(document, rules, paths))


def _write(name, text):
    with open(name, "w", encoding="utf-8", errors="backslashreplace") as file:
        file.write(text)
