"""Prints what a CodeChecker server has of a run: runs.py PRODUCT_URL RUN

Its counts, the reports that are not resolved, and the checkers of those that were
left out because their checker was off."""

import json
import subprocess
import sys

# By their numbers in CodeChecker's interface.
STATUSES = ["new", "resolved", "unresolved", "reopened", "off", "unavailable"]
SEVERITIES = {0: "UNSPECIFIED", 40: "HIGH"}


def ask(*arguments):
    answer = subprocess.run(["CodeChecker", "cmd", *arguments, "--url", sys.argv[1],
                             "-o", "json"], capture_output=True, text=True, check=True)
    return json.loads(answer.stdout)


def main(run):
    found = [entry[run] for entry in ask("runs") if run in entry]
    if not found:
        print(f"{run}: no run")
        return
    reports = ask("results", run, "--detection-status", *STATUSES)
    of_status = {name: [] for name in STATUSES}
    for report in reports:
        of_status[STATUSES[report["detectionStatus"]]].append(report)
    open_ones = of_status["new"] + of_status["unresolved"] + of_status["reopened"]
    counts = found[0]["analyzerStatistics"]["clangsa"]
    print(f"{run}: {len(open_ones)} unresolved, {len(of_status['resolved'])} resolved, "
          f"files {counts['successful']} analysed {counts['failed']} failed")
    for report in sorted(open_ones, key=lambda report: (report["checkedFile"], report["line"])):
        print(f"{report['checkedFile']}:{report['line']} {report['checkerId']} "
              f"{SEVERITIES[report['severity']]} {report['bugPathLength']} steps")
    for report in of_status["off"]:
        print(f"off: {report['checkerId']}")


if __name__ == "__main__":
    main(sys.argv[2])
