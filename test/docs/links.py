"""Checks that what the project's Markdown files link to is there, and that the
README's tree names what there is: links.py PROJECT"""

import os
import re
import sys
from urllib.parse import urlsplit

LINK = re.compile(r"\[[^\]]+\]\(([^)]+)\)|^\[[^\]]+\]: (\S+)$", re.MULTILINE)


def main(project):
    count = 0
    for path in find_pages(project):
        with open(path, encoding="utf-8") as file:
            for inline, reference in LINK.findall(file.read()):
                target = urlsplit(inline or reference)
                count += 1
                if not target.scheme and not os.path.exists(
                        os.path.join(os.path.dirname(path), target.path)):
                    sys.exit(f"{path}: {inline or reference} leads nowhere")
    print(f"{count} links lead somewhere")
    with open(os.path.join(project, "README.md"), encoding="utf-8") as file:
        tree = re.findall(r"^([\w/]+/)  +\S", file.read(), re.MULTILINE)
    for folder in tree:
        if not os.path.isdir(os.path.join(project, folder)):
            sys.exit(f"README.md: there is no {folder}")
    tops = {folder.split("/")[0] for folder in tree}
    for name in os.listdir(project):
        if os.path.isdir(os.path.join(project, name)) and name not in tops and \
                name not in ("build", "kmdf-report") and not name.startswith((".", "build-")):
            sys.exit(f"README.md: {name} is not in the tree")
    print(f"{len(tree)} folders in the tree")


def find_pages(project):
    for folder in ("", "docs", "examples"):
        for parent, folders, names in os.walk(os.path.join(project, folder)):
            if not folder:
                folders.clear()
            yield from (os.path.join(parent, name) for name in names if name.endswith(".md"))


if __name__ == "__main__":
    main(sys.argv[1])
