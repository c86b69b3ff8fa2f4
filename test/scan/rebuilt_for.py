"""Copies the plugin, with another version of clang named in it:
rebuilt_for.py PLUGIN VERSION COPY"""

import re
import sys

plugin, version, copy = sys.argv[1:]
with open(plugin, "rb") as file:
    contents = file.read()
changed, count = re.subn(
    rb"(KmdfCheckers for clang )(\d+\.\d+\.\d+)",
    lambda match: match[1] + version.encode().ljust(len(match[2]), b"\0"), contents)
if count != 1 or len(changed) != len(contents):
    sys.exit(f"{plugin}: {count} marks, or one of another length")
with open(copy, "wb") as file:
    file.write(changed)
