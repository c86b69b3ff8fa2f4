"""Reads every project and solution in a folder: check_projects.py FOLDER

Prints what each project is, and how many sources, folders and headers are not
where they are said to be."""

import os
import sys
import tempfile

from kmdf_scan import ScanError, inputs, system_headers
from kmdf_scan.inputs.context import Context
from kmdf_scan.inputs.headers import HeaderSearch
from kmdf_scan.inputs.project import read_project

top = sys.argv[1]
wrong = []


def check_driver(driver, context):
    """Adds to WRONG what of DRIVER is not there."""
    in_tree = {file.lower() for _, files in context.folders.walk(top) for file in files}
    used = HeaderSearch(context).complete(driver)
    for source in driver.sources:
        wrong.extend(path for path in [source.path, *source.include_folders]
                     if not os.path.exists(path))
    folders = {folder for source in driver.sources for folder in source.include_folders}
    folders.update(os.path.dirname(source.path) for source in driver.sources)
    for path in used:
        for name, _ in context.text(path).includes:
            found = any(context.folders.find(folder, name)
                        for folder in [os.path.dirname(path), *folders])
            base = name.replace("\\", "/").rpartition("/")[2].lower()
            if not found and base in in_tree:
                wrong.append(f"{path}: {name}")


def main(scratch):
    projects = drivers = 0
    context = Context(system_headers.open_headers(None, scratch))
    for folder, files in context.folders.walk(top):
        for file in files:
            path = os.path.join(folder, file)
            name = os.path.relpath(path, top)
            if file.lower().endswith(".vcxproj"):
                projects += 1
                project = read_project(path, context)
                if project.refusal:
                    print(f"{name}: left out: {project.refusal}")
                    continue
                drivers += 1
                check_driver(project.driver, context)
                target = project.driver.sources[0].target
                sources = [os.path.basename(source.path) for source in project.driver.sources]
                version = ".".join(map(str, target.framework or ()))
                print(f"{name}: {target.model} {version}, {' '.join(sources)}")
            elif file.lower().endswith(".sln"):
                try:
                    inputs.find_drivers([path], context.system, scratch)
                except ScanError as error:
                    if "lists no project of a driver" not in str(error):
                        wrong.append(str(error))
    print(f"{projects} projects, {drivers} drivers")
    print("wrong:", len(wrong), *wrong, sep="\n  " if wrong else " ")


with tempfile.TemporaryDirectory() as folder:
    main(folder)
