"""Tells an installation of CodeChecker what it cannot learn from the plugin, the
severity of our rules and where to read about them:
codechecker_labels.py CLANG PLUGIN PAGES LABELS

LABELS is CodeChecker's clangsa.json. It holds the labels of all of clang's checkers,
and a second such file would replace them, so ours are put in among them. PAGES has a
page for each rule, with the link [sdv] to Microsoft's page on it."""

import json
import os
import re
import subprocess
import sys

# Of CodeChecker's levels, from STYLE to CRITICAL, the one of clang's own checker of
# locks, alpha.unix.PthreadLock.
SEVERITY = "HIGH"


def main(clang, plugin, pages, path):
    with open(path, encoding="utf-8") as file:
        document = json.load(file)
    labels = {name: value for name, value in document["labels"].items()
              if not name.startswith("kmdf.")}
    for rule in list_rules(clang, plugin):
        labels[rule] = [f"doc_url:{find_link(pages, rule)}", "profile:default",
                        f"severity:{SEVERITY}"]
    document["labels"] = dict(sorted(labels.items()))
    # Put in its place whole: another CodeChecker may be reading it.
    temporary = f"{path}.{os.getpid()}"
    with open(temporary, "w", encoding="utf-8") as file:
        json.dump(document, file, indent=2)
        file.write("\n")
    os.replace(temporary, path)


def list_rules(clang, plugin):
    listing = subprocess.run([clang, "-cc1", "-load", plugin, "-analyzer-checker-help"],
                             capture_output=True, text=True, check=False)
    rules = re.findall(r"^  (kmdf\.\S+)", listing.stdout, re.MULTILINE)
    if not rules:
        sys.exit(f"setup: {clang} cannot load {plugin}: {listing.stderr.strip()}")
    return rules


def find_link(pages, rule):
    path = os.path.join(pages, rule.rpartition(".")[2] + ".md")
    try:
        with open(path, encoding="utf-8") as file:
            link = re.search(r"^\[sdv\]: (\S+)$", file.read(), re.MULTILINE)
    except OSError as error:
        sys.exit(f"setup: {rule} has no page: {path}: {error.strerror}")
    if not link:
        sys.exit(f"setup: {path} has no link [sdv]")
    return link[1]


if __name__ == "__main__":
    main(*sys.argv[1:])
