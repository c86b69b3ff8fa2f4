"""Evaluates the conditions of projects: "MSBuild conditions" in the MSBuild
reference.

    or     := and ("or" and)*
    and    := unary ("and" unary)*
    unary  := "!" unary | "(" or ")" | operand [("==" | "!=" | "<" | ...) operand]
    operand := 'text' | $(...) | %(...) | @(...) | name | number | name(operand)
"""

import re

from kmdf_scan.msbuild.expressions import closing, unescape

_MAX_DEPTH = 50

_SPACE = re.compile(r"\s*")
_OPERATOR = re.compile(r"==|!=|<=|>=|<|>")
_WORD = re.compile(r"[\w.+\-]+")
_TRUE = {"true", "on", "yes", "!false", "!off", "!no"}
_FALSE = {"false", "off", "no", "!true", "!on", "!yes"}


class Malformed(Exception):
    """A condition that does not follow the grammar."""


def holds(text, expand, exists):
    """Whether the condition TEXT holds. EXPAND replaces the references in a
    text, EXISTS tells whether there is a file or folder of a name. What cannot
    be compared does not hold. Raises Malformed."""
    return _Parser(text, expand, exists).parse()


class _Parser:
    def __init__(self, text, expand, exists):
        self._text = text
        self._expand = expand
        self._exists = exists
        self._position = 0
        self._depth = 0

    def parse(self):
        value = self._or()
        if self._peek():
            raise Malformed(f"unexpected '{self._text[self._position:]}'")
        return value

    def _peek(self):
        self._position = _SPACE.match(self._text, self._position).end()
        return self._text[self._position:self._position + 1]

    def _accept_word(self, word):
        self._peek()
        match = _WORD.match(self._text, self._position)
        if match and match.group().lower() == word:
            self._position = match.end()
            return True
        return False

    def _or(self):
        value = self._and()
        while self._accept_word("or"):
            right = self._and()
            value = value or right
        return value

    def _and(self):
        value = self._unary()
        while self._accept_word("and"):
            right = self._unary()
            value = value and right
        return value

    def _unary(self):
        self._depth += 1
        if self._depth > _MAX_DEPTH:
            raise Malformed("nested too deeply")
        character = self._peek()
        if character == "!":
            self._position += 1
            value = not self._unary()
        elif character == "(":
            self._position += 1
            value = self._or()
            if self._peek() != ")":
                raise Malformed("a ) is missing")
            self._position += 1
        else:
            value = self._comparison()
        self._depth -= 1
        return value

    def _comparison(self):
        left = self._operand()
        self._peek()
        operator = _OPERATOR.match(self._text, self._position)
        if not operator:
            return left is True or (left is not False and left.lower() in _TRUE)
        self._position = operator.end()
        return _compare(_text(left), operator.group(), _text(self._operand()))

    def _operand(self):
        """A text, or the truth value of a function."""
        character = self._peek()
        start = self._position
        if character == "'":
            self._position = self._end_of_string(start)
            return unescape(self._expand(self._text[start + 1:self._position - 1]))
        if character and character in "$%@" and self._text[start + 1:start + 2] == "(":
            end = closing(self._text, start + 1)
            if end < 0:
                raise Malformed("a ) is missing")
            self._position = end + 1
            return unescape(self._expand(self._text[start:end + 1]))
        word = _WORD.match(self._text, start)
        if not word:
            raise Malformed(f"'{self._text[start:]}' is no operand" if character else
                            "an operand is missing")
        self._position = word.end()
        if self._peek() == "(":
            return self._call(word.group().lower())
        return word.group()

    def _call(self, name):
        self._position += 1
        argument = _text(self._operand())
        if self._peek() != ")":
            raise Malformed("a ) is missing")
        self._position += 1
        if name == "exists":
            return self._exists(argument)
        if name == "hastrailingslash":
            return argument.endswith(("/", "\\"))
        raise Malformed(f"there is no function {name}")

    def _end_of_string(self, start):
        """The position after the string at START, in which a reference may have
        strings of its own."""
        index = start + 1
        while index < len(self._text):
            if self._text[index] == "'":
                return index + 1
            if self._text[index] in "$%@" and self._text[index + 1:index + 2] == "(":
                end = closing(self._text, index + 1)
                if end > 0:
                    index = end
            index += 1
        raise Malformed("a ' is missing")


def _text(operand):
    return str(operand) if isinstance(operand, bool) else operand


def _compare(left, operator, right):
    a, b = _number(left), _number(right)
    if a is None or b is None:
        a, b = _version(left), _version(right)
    if operator in ("==", "!="):
        if a is None or b is None:
            a, b = _truth(left), _truth(right)
        if a is None or b is None:
            a, b = left.lower(), right.lower()
        return (a == b) == (operator == "==")
    if a is None or b is None:
        return False
    return {"<": a < b, ">": a > b, "<=": a <= b, ">=": a >= b}[operator]


def _number(text):
    text = text.strip()
    if re.fullmatch(r"0[xX][0-9A-Fa-f]+", text):
        return float(int(text[:20], 16))
    return float(text) if re.fullmatch(r"[+-]?\d+(\.\d*)?", text) else None


def _version(text):
    if not re.fullmatch(r"\d{1,9}(\.\d{1,9}){1,3}", text.strip()):
        return None
    return [int(part) for part in text.split(".")]


def _truth(text):
    lower = text.lower()
    return True if lower in _TRUE else False if lower in _FALSE else None
