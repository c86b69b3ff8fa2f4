"""Prints the verdicts in a file of the plugin's facts, for FileCheck: one line
for each callback and rule."""

import json
import sys

with open(sys.argv[1], encoding="utf-8") as file:
    facts = json.load(file)
for callback in facts["callbacks"]:
    how = "declared" if callback["declared"] else "given"
    if not callback["defined"]:
        print(f"{callback['function']}: {callback['role']}, {how}, defined elsewhere")
        continue
    print(f"{callback['function']}: {callback['role']}, {how}")
    for name, rule in callback["rules"].items():
        reason = f" ({rule['reason']})" if rule["verdict"] == "inconclusive" else ""
        print(f"{callback['function']}: {name}: {rule['verdict']}{reason}")
for site in facts["call_sites"]:
    if not site["reached"]:
        print(f"not reached: {site['ddi']} on line {site['line']}")
