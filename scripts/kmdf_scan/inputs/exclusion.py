"""Sources that the user leaves out: --exclude."""

import fnmatch
import os

from kmdf_scan import ScanError
from kmdf_scan.inputs.context import list_some


def exclude(drivers, globs, context):
    """Those of DRIVERS that have a source left, without the sources that one of
    GLOBS matches. Raises ScanError."""
    unused = list(globs)
    left = []
    for driver in drivers:
        kept = []
        for source in driver.sources:
            matching = [glob for glob in globs if _matches(source.path, driver.root, glob)]
            unused = [glob for glob in unused if glob not in matching]
            if matching:
                driver.excluded.append(source.path)
            else:
                kept.append(source)
        if driver.excluded:
            names = [os.path.relpath(path, driver.root) for path in driver.excluded]
            context.note(f"{driver.name}: left out by --exclude: {list_some(names)}")
        driver.sources = kept
        if kept:
            left.append(driver)
    for glob in unused:
        context.note(f"--exclude {glob} matches no source")
    if drivers and not left:
        raise ScanError("--exclude leaves no source to analyse")
    return left


def _matches(path, root, glob):
    """Whether GLOB is for the source at PATH in ROOT, by its name, its path in ROOT, a
    folder that it is in, or its whole path. Case does not count, as on Windows."""
    glob = glob.replace("\\", "/").rstrip("/").lower()
    parts = os.path.relpath(path, root).lower().split(os.sep)
    inner = ["/".join(parts[:count]) for count in range(1, len(parts) + 1)]
    names = [parts[-1], path.lower(), *inner]
    if "/" not in glob:
        names += parts[:-1]
    return any(fnmatch.fnmatchcase(name, glob) for name in names)
