"""Applies the fixes in a results.sarif to the sources: mend.py FILE"""

import json
import os
import sys
from urllib.parse import unquote, urlsplit

with open(sys.argv[1], encoding="utf-8") as file:
    [run] = json.load(file)["runs"]
replacements = {}
for result in run["results"]:
    for fix in result.get("fixes", []):
        for change in fix["artifactChanges"]:
            artifact = change["artifactLocation"]
            base = run["originalUriBaseIds"][artifact["uriBaseId"]]["uri"]
            path = os.path.join(unquote(urlsplit(base).path), unquote(artifact["uri"]))
            replacements.setdefault(path, []).extend(change["replacements"])
for path, edits in replacements.items():
    with open(path, encoding="utf-8") as file:
        lines = file.read().split("\n")
    places = [((region["startLine"], region["startColumn"]),
               (region["endLine"], region["endColumn"]), edit["insertedContent"]["text"])
              for edit in edits for region in [edit["deletedRegion"]]]
    # From the end, so that the places before it stay what they are.
    for (line, column), (end_line, end_column), text in sorted(places, reverse=True):
        tail = lines[end_line - 1][end_column - 1:]
        lines[line - 1:end_line] = [lines[line - 1][:column - 1] + text + tail]
    with open(path, "w", encoding="utf-8") as file:
        file.write("\n".join(lines))
    print(f"mended {os.path.basename(path)}")
