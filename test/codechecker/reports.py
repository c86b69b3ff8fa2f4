"""Prints the reports of CodeChecker's JSON, a line for each: reports.py REPORTS.json

A line is `FILE:LINE: SEVERITY: CHECKER: TEXT (N steps)`."""

import json
import os
import sys

with open(sys.argv[1], encoding="utf-8") as file:
    reports = json.load(file)["reports"]
print("\n".join(sorted(
    f"{os.path.basename(report['file']['path'])}:{report['line']:03}: {report['severity']}: "
    f"{report['checker_name']}: {report['message']} ({len(report['bug_path_events'])} steps)"
    for report in reports)))
