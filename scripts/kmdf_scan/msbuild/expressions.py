"""Expands $(Property), %(Metadata) and @(Item) in the texts of projects.

What is not known is empty, as a property that nobody set is to MSBuild."""

import re

from kmdf_scan.msbuild import functions

# Longer than any text that an evaluation needs: a few properties can be made to
# double each other without end.
_MAX_LENGTH = 128 * 1024
_MAX_DEPTH = 50

_REFERENCE = re.compile(r"[$%@]\(")
_NAME = re.compile(r"\s*([A-Za-z_][\w\-]*)\s*")
_TYPE = re.compile(r"\s*\[([\w.]+)\]::(\w+)")
_MEMBER = re.compile(r"\s*\.(\w+)")


class TooLong(Exception):
    """The expansion of a text has no end in sight."""


def unescape(text):
    """TEXT with its %XX turned into the characters that they stand for."""
    return re.sub(r"%([0-9A-Fa-f]{2})", lambda match: chr(int(match.group(1), 16)), text)


def escape(text):
    """TEXT such that unescape gives it back, with nothing in it that means
    something in a project: the names of folders may have it."""
    return re.sub(r"[%$@();'\"`*?]", lambda match: f"%{ord(match.group()):02X}", text)


def split_list(text):
    """The parts of a list with semicolons."""
    return [part.strip() for part in text.split(";") if part.strip()]


def closing(text, start):
    """The index of the parenthesis that closes the one at START of TEXT, past
    the strings in between; -1 if there is none."""
    depth, index = 0, start
    while index < len(text):
        character = text[index]
        if character in "'\"`":
            index = text.find(character, index + 1)
            if index < 0:
                return -1
        elif character == "(":
            depth += 1
        elif character == ")":
            depth -= 1
            if depth == 0:
                return index
        index += 1
    return -1


class Expander:
    """Expands texts at one place of a project."""

    def __init__(self, properties, files, items=None, metadata=None):
        """PROPERTIES gives the value of a property by its name, ITEMS the list of
        the items' names by their type, METADATA a value by a name or by
        "Type.Name". FILES answers the functions that look at the disk."""
        self._properties = properties
        self._files = files
        self._items = items or (lambda name: [])
        self._metadata = metadata or (lambda name: "")
        self._depth = 0
        self.not_understood = []  # the expressions that were

    def expand(self, text):
        """TEXT with all references replaced. Raises TooLong."""
        parts, position = [], 0
        self._depth += 1
        if self._depth > _MAX_DEPTH:
            raise TooLong
        for match in iter(lambda: _REFERENCE.search(text, position), None):
            end = closing(text, match.end() - 1)
            if end < 0:
                break
            parts.append(text[position:match.start()])
            parts.append(self._reference(text[match.start()], text[match.end():end]))
            position = end + 1
        parts.append(text[position:])
        self._depth -= 1
        if sum(len(part) for part in parts) > _MAX_LENGTH:
            raise TooLong
        return "".join(parts)

    def _reference(self, kind, body):
        if kind == "%":
            return self._metadata("".join(body.split()))
        if kind == "@":
            # A transformation of the items, Name->'...', is for targets.
            name = body.partition("->")[0].strip()
            return ";".join(self._items(name))
        try:
            return functions.as_text(self._property(body))
        except functions.Unknown:
            self.not_understood.append(f"$({body})")
            return ""

    def _property(self, body):
        static = _TYPE.match(body)
        if static:
            position = static.end()
            arguments, position = self._arguments(body, position)
            value = functions.call_static(static.group(1), static.group(2), arguments,
                                          self._files)
        else:
            name = _NAME.match(body)
            if not name:
                raise functions.Unknown
            if body[name.end():].startswith(":"):  # Registry:...
                return ""
            value, position = self._properties(name.group(1)), name.end()
        while body[position:].strip():
            member = _MEMBER.match(body, position)
            if member:
                arguments, position = self._arguments(body, member.end())
                value = functions.call_member(value, member.group(1), arguments)
            elif body[position] == "[" and "]" in body[position:]:
                end = body.index("]", position)
                value = functions.call_member(value, "get_Item", [body[position + 1:end].strip()])
                position = end + 1
            else:
                raise functions.Unknown
        return value

    def _arguments(self, body, position):
        """The arguments of a call whose parenthesis is at POSITION, None if none
        is, and the position after it."""
        if body[position:position + 1] != "(":
            return None, position
        end = closing(body, position)
        if end < 0:
            raise functions.Unknown
        return [self._argument(part) for part in _split_arguments(body[position + 1:end])], end + 1

    def _argument(self, text):
        text = text.strip()
        if len(text) > 1 and text[0] in "'\"`" and text[-1] == text[0]:
            text = text[1:-1]
        return self.expand(text)


def _split_arguments(text):
    """The arguments in TEXT, which commas outside of strings and parentheses
    separate."""
    parts, start, index = [], 0, 0
    while index < len(text):
        character = text[index]
        if character in "'\"`":
            end = text.find(character, index + 1)
            index = end if end > 0 else len(text)
        elif character == "(":
            end = closing(text, index)
            index = end if end > 0 else len(text)
        elif character == ",":
            parts.append(text[start:index])
            start = index + 1
        index += 1
    if text.strip():
        parts.append(text[start:])
    return parts
