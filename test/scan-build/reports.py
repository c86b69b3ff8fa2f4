"""Prints what scan-build's pages say of each report, a line for each:
reports.py FOLDER

FOLDER holds the folder of one run. A line is `FILE:LINE: GROUP: TYPE: TEXT`. The
run's index must list each of them by its group and its type."""

import glob
import html
import os
import re
import sys

folder = sys.argv[1]
runs = os.listdir(folder)
if len(runs) != 1:
    sys.exit(f"{folder}: {len(runs)} runs, not one")
with open(os.path.join(folder, runs[0], "index.html"), encoding="utf-8") as file:
    index = file.read()
lines = []
for path in glob.glob(os.path.join(folder, runs[0], "report-*.html")):
    with open(path, encoding="utf-8") as file:
        facts = dict(re.findall(r"<!-- BUG([A-Z]+) (.*) -->", file.read()))
    group, kind = html.unescape(facts["CATEGORY"]), html.unescape(facts["TYPE"])
    row = rf'<td class="DESC">{group}</td>\s*<td class="DESC">{kind}</td>(?:(?!</tr>).)*' \
          rf'{os.path.basename(path)}'
    if not re.search(row, index, re.DOTALL):
        sys.exit(f"{path} is not in the index as {group}, {kind}")
    lines.append(f"{os.path.basename(facts['FILE'])}:{int(facts['LINE']):03}: {group}: {kind}: "
                 f"{html.unescape(facts['DESC'])}")
print("\n".join(sorted(lines)))
