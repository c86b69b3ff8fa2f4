"""What the pages in docs/rules say of each rule, for those who meet a defect in
another tool."""

import dataclasses
import os
import re

from kmdf_scan.places import RULE_PAGES

# [text](target) and [text][reference]; what the references are, at a line's start.
_LINK = re.compile(r"\[([^\]]+)\](?:\(([^)\s]+)\)|\[([^\]]+)\])")
_REFERENCE = re.compile(r"^\[([^\]]+)\]: +(\S+)\n?", re.MULTILINE)

_WEAKNESS = re.compile(r"\bCWE-(\d+)\b")


@dataclasses.dataclass
class RulePage:
    markdown: str  # without its title; its links lead somewhere outside of the project too
    text: str  # the same without marks
    meaning: str  # what is under "What it means", as plain text
    weaknesses: list  # numbers of the Common Weakness Enumeration


def read_page(rule):
    """The RulePage of RULE, a checker's name. None if the pages are not here."""
    path = os.path.join(RULE_PAGES, rule.rpartition(".")[2] + ".md")
    try:
        with open(path, encoding="utf-8") as file:
            page = file.read()
    except OSError:
        return None
    references = dict(_REFERENCE.findall(page))
    body = _REFERENCE.sub("", page).partition("\n")[2].strip() + "\n"
    markdown = _LINK.sub(lambda match: _absolute_link(match, references), body)
    meaning = re.search(r"^## What it means\n(.*?)(?=^## |\Z)", body, re.MULTILINE | re.DOTALL)
    return RulePage(markdown, _plain(body), _plain(meaning[1]).strip() if meaning else "",
                    sorted(set(_WEAKNESS.findall(page)), key=int))


def _absolute_link(match, references):
    """The link with its target, or its text alone if that is a file of the
    project's."""
    text, target, reference = match.groups()
    target = target or references.get(reference, "")
    return f"[{text}]({target})" if re.match(r"https?:", target) else text


def _plain(markdown):
    text = _LINK.sub(r"\1", markdown)
    text = re.sub(r"^```.*\n", "", text, flags=re.MULTILINE)
    return re.sub(r"^#+ ", "", text.replace("`", ""), flags=re.MULTILINE)
