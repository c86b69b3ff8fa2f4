"""Prints the fenced blocks of a language under a heading of a Markdown file:
blocks.py FILE HEADING LANGUAGE"""

import re
import sys

path, heading, language = sys.argv[1:]
with open(path, encoding="utf-8") as file:
    text = file.read()
section = re.search(rf"^#+ {re.escape(heading)}\n(.*?)(?=^#|\Z)", text, re.MULTILINE | re.DOTALL)
blocks = re.findall(rf"^```{language}\n(.*?)^```$", section[1] if section else "",
                    re.MULTILINE | re.DOTALL)
if not blocks:
    sys.exit(f"{path}: no {language} under '{heading}'")
sys.stdout.write("".join(blocks))
