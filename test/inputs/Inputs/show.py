"""Prints what kmdf-scan reads at paths: show.py [--configuration NAME|PLATFORM]
[--wdk DIR] FOLDER PATH...

Paths in FOLDER are printed from there on, the PATHs are relative to it."""

import argparse
import os
import sys
import tempfile

from kmdf_scan import ScanError, inputs, system_headers


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--configuration")
    parser.add_argument("--wdk")
    parser.add_argument("folder")
    parser.add_argument("paths", nargs="+")
    options = parser.parse_args()
    top = os.path.abspath(options.folder)
    with tempfile.TemporaryDirectory() as scratch:
        try:
            headers = system_headers.open_headers(options.wdk, scratch)
            found = inputs.find_drivers(
                [os.path.normpath(os.path.join(top, path)) for path in options.paths], headers,
                scratch, options.configuration)
        except ScanError as error:
            print("error:", str(error).replace(top + "/", ""))
            return 2
    for driver in found.drivers:
        show_driver(driver, top)
    for note in found.notes:
        print("note:", note.replace(top + "/", ""))
    return 0


def show_driver(driver, top):
    print(f"driver {driver.name} in {os.path.relpath(driver.root, top)}")
    for source in driver.sources:
        target = source.target
        version = ".".join(map(str, target.framework or ()))
        mode = "user" if target.user_mode else "kernel"
        print(f"  {os.path.relpath(source.path, top)} [{source.language}] {target.model} {version} "
              f"{mode} {target.platform}")
        for name in ("defines", "undefines", "include_folders", "forced_includes", "arguments"):
            values = getattr(source, name)
            if values:
                print(f"    {name}:", *(show_value(value, top) for value in values))
        if source.problem:
            print("    problem:", source.problem.replace(top + "/", ""))


def show_value(value, top):
    return os.path.relpath(value, top) if value.startswith(top) else value


sys.exit(main())
