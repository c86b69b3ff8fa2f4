"""Analyses the examples in a rule's page: rule_page.py PAGE SCRATCH COMMAND...

COMMAND is clang's, without the source. The first C block under 'Examples' goes
before all others. Each C block under 'Wrong' gives what the text block after it
says, of the page's rule; one under 'Right' or 'How to silence it' gives nothing."""

import os
import re
import subprocess
import sys

TOKEN = re.compile(r"^#+ (?P<heading>[^\n]+)$|^```(?P<language>\w+)\n(?P<text>.*?)^```$",
                   re.MULTILINE | re.DOTALL)


def main(page, scratch, command):
    os.makedirs(scratch, exist_ok=True)
    with open(page, encoding="utf-8") as file:
        tokens = list(TOKEN.finditer(file.read()))
    rule = tokens[0]["heading"]
    section, prelude, counts = "", None, {"Wrong": 0, "Right": 0, "How to silence it": 0}
    for token, after in zip(tokens, tokens[1:] + [None]):
        if token["heading"]:
            section = token["heading"]
        elif token["language"] == "c" and section == "Examples":
            prelude = token["text"]
        elif token["language"] == "c":
            counts[section] += 1
            label = f"{section} {counts[section]}"
            source = os.path.join(scratch, f"{label.replace(' ', '-')}.c")
            wanted = [f"{line} [{rule}]" for line in after["text"].splitlines()] \
                if section == "Wrong" else []
            compare(label, source, prelude + "\n" + token["text"], wanted, command)
    print(f"{rule}: {counts['Wrong']} wrong, {counts['Right']} right, "
          f"{counts['How to silence it']} silenced")


def compare(label, source, text, wanted, command):
    with open(source, "w", encoding="utf-8") as file:
        file.write(text)
    run = subprocess.run([*command, source], capture_output=True, text=True, check=False)
    found = re.findall(r": warning: (.*)", run.stderr)
    if run.returncode != 0 or found != wanted:
        sys.exit(f"{label}: expected {wanted}, but clang says\n{run.stderr}")


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], sys.argv[3:])
