"""Finds the files that an item with wildcards names: * and ? within a name, **
for any folders."""

import fnmatch
import re


def has_wildcards(name):
    """Whether NAME is a pattern."""
    return "*" in name or "?" in name


def find(base, pattern, folders):
    """The files, sorted, that PATTERN names from the folder BASE; FOLDERS is what
    is known of the disk."""
    parts = [part for part in pattern.replace("\\", "/").split("/") if part not in ("", ".")]
    fixed = next(index for index, part in enumerate(parts) if has_wildcards(part))
    prefix = ("/" if pattern.startswith("/") else "") + "/".join(parts[:fixed])
    top = folders.find(base, prefix) if prefix else base
    if not top:
        return []
    rest = parts[fixed:]
    if len(rest) == 1 and rest[0] != "**":
        tree = [(top, folders.entries(top)[0])]
    else:
        tree = folders.walk(top)
    found = []
    for folder, files in tree:
        below = [part for part in folder[len(top):].split("/") if part]
        if _matches_folders(below, rest[:-1]):
            # "**" as the last part stands for any file as well.
            name = re.compile(_name_pattern(rest[-1].replace("**", "*")))
            found += [f"{folder}/{file}" for file in files if name.match(file.lower())]
    return sorted(found)


def matches(path, base, pattern):
    """Whether PATTERN, from the folder BASE, names PATH; both are absolute and
    without . and .. parts."""
    whole = pattern if pattern.startswith("/") else f"{base}/{pattern}"
    parts = []
    for part in whole.replace("\\", "/").split("/"):
        if part == "..":
            parts = parts[:-1]
        elif part not in ("", "."):
            parts.append(part)
    return _matches_folders([part for part in path.split("/") if part], parts)


def _matches_folders(names, patterns):
    """Whether PATTERNS match NAMES part by part. The cost is their product,
    whatever the patterns are."""
    reached = {0}  # how many of NAMES the patterns so far may have matched
    for pattern in patterns:
        if pattern == "**":
            reached = set(range(min(reached), len(names) + 1)) if reached else set()
        else:
            name = re.compile(_name_pattern(pattern))
            reached = {index + 1 for index in reached
                       if index < len(names) and name.match(names[index].lower())}
    return len(names) in reached


def _name_pattern(pattern):
    return fnmatch.translate(pattern.lower().replace("[", "[[]"))
