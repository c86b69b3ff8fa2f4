"""Calls in the text of a source file: where one ends, and what its arguments are."""

import bisect
import dataclasses
import re

# What is no code, and what stands between the arguments of a call.
_LEXEME = re.compile(
    r"""//[^\n]*|/\*.*?\*/|"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'|[()\[\]{},;]|\w+|\S""",
    re.DOTALL)
_OPENING, _CLOSING = "([{", ")]}"


@dataclasses.dataclass(frozen=True)
class Call:
    """A call as the text has it. Offsets are in characters."""

    name: str
    begin: int  # of the name
    end: int  # after the closing parenthesis
    arguments: tuple
    # The offset after its semicolon if the call is a whole statement that stands
    # in a block or after `else`; otherwise None.
    statement_end: int | None


class SourceText:
    """The text of a file, by the lines and columns in which clang speaks of it."""

    def __init__(self, path):
        # Bytes that are no UTF-8 stay what they are, and clang counts bytes.
        with open(path, encoding="latin-1", newline="") as file:
            self.text = file.read()
        self._lines = [0] + [match.end() for match in re.finditer("\n", self.text)]
        self._lexemes = [match for match in _LEXEME.finditer(self.text)
                         if not match.group().startswith(("//", "/*"))]
        self._offsets = [lexeme.start() for lexeme in self._lexemes]

    def find_call(self, name, line, column):
        """The call of the function NAME that begins in LINE and COLUMN, both from
        1. None if there is none: then a macro has written it."""
        begin = self._lines[line - 1] + column - 1
        first = bisect.bisect_left(self._offsets, begin)
        if self._word(first) != name or self._offsets[first] != begin:
            return None
        if self._word(first + 1) != "(":
            return None
        depth, start, arguments = 0, self._lexemes[first + 1].end(), []
        for index in range(first + 1, len(self._lexemes)):
            lexeme = self._lexemes[index]
            if lexeme.group() in _OPENING:
                depth += 1
            elif lexeme.group() in _CLOSING:
                depth -= 1
            if depth == 0 or (depth == 1 and lexeme.group() == ","):
                arguments.append(self.text[start:lexeme.start()].strip())
                start = lexeme.end()
            if depth == 0:
                is_statement = (self._word(first - 1) in (";", "{", "}", "else") and
                                self._word(index + 1) == ";")
                return Call(name, begin, lexeme.end(), tuple(arguments),
                            self._lexemes[index + 1].end() if is_statement else None)
        return None

    def _word(self, index):
        return self._lexemes[index].group() if 0 <= index < len(self._lexemes) else ""
