"""Prints a results.sarif for FileCheck: show.py FILE

A line for each result, with its state and what silences it, and one for each of
its steps; then the rules and the notifications."""

import json
import sys

with open(sys.argv[1], encoding="utf-8") as file:
    [run] = json.load(file)["runs"]


def place(location):
    physical = location["physicalLocation"]
    region = physical.get("region", {})
    return ":".join(str(part) for part in (
        physical["artifactLocation"]["uri"], region.get("startLine", ""),
        region.get("startColumn", "")) if part)


for result in run["results"]:
    marks = [result["level"]] + [result[name] for name in ("baselineState",) if name in result]
    marks += [suppression["kind"] for suppression in result.get("suppressions", [])]
    print(f"{place(result['locations'][0])}: {result['ruleId']}: {result['message']['text']} "
          f"[{', '.join(marks)}]")
    for fix in result.get("fixes", []):
        print(f"  fix: {fix['description']['text']}")
    for flow in result.get("codeFlows", []):
        for step in flow["threadFlows"][0]["locations"]:
            print(f"  step: {place(step['location'])}: {step['location']['message']['text']}")
for rule in run["tool"]["driver"]["rules"]:
    print(f"rule {rule['id']}: {rule['defaultConfiguration']['level']}, "
          f"{' '.join(rule['properties']['tags'])}")
    print(f"  short: {rule['shortDescription']['text']}")
    print(f"  full: {rule['fullDescription']['text'].splitlines()[0]}")
    print(f"  help: {len(rule['help']['markdown'].splitlines())} lines")
for note in run["invocations"][0]["toolExecutionNotifications"]:
    print(f"notification: {note['level']}: {place(note['locations'][0])}: "
          f"{note['message']['text']}")
