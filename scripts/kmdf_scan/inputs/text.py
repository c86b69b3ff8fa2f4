"""What can be seen in the text of a source or header without a compiler."""

import codecs
import dataclasses
import functools
import re

# More than any source written by hand. What comes after is not looked at.
_MAX_SIZE = 8 * 1024 * 1024
_MAX_INCLUDES = 10_000

_INCLUDE = re.compile(
    r'^[ \t]*#[ \t]*(?:include|include_next|import)[ \t]*(?:"([^"\r\n]+)"|<([^>\r\n]+)>)',
    re.MULTILINE)

# A comment that does not end takes the rest: else each that begins would be
# followed to the end again.
_COMMENT_OR_STRING = re.compile(
    r'//[^\n]*|/\*(?:.*?\*/|.*)|"(?:\\.|[^"\\\n])*"', re.DOTALL)

# The start of a function's body, after parameters of a bounded length.
_BODY = r"\s*\([^;{}]{0,500}\{"
_ENTRY = re.compile(r"\bDriverEntry" + _BODY)
_MAIN = re.compile(r"\b(?:w?main|_tmain|w?WinMain|_tWinMain)" + _BODY)
_NAMES = re.compile(r"\b(?:DriverEntry|w?main|_tmain|w?WinMain|_tWinMain)\b")
# The framework's co-installer, which programs call, has such names as well.
_FRAMEWORK_CALL = re.compile(r"\bWdf(?!Co[iI]nst|PreDevice|PostDevice)[A-Z]\w+\s*\(")


class Text:
    """The text of one file.

    encoding  "utf-8" (with or without a byte order mark), "utf-16", or "8-bit"
              for a code page that the file does not name
    includes  the names in its #include lines: [(name, is_angled)]
    """

    def __init__(self, path):
        """Raises OSError."""
        self._path = path
        self.encoding, text = self._read()
        names = dict.fromkeys((match.group(1) or match.group(2), bool(match.group(2)))
                              for match in _INCLUDE.finditer(text))
        self.includes = list(names)[:_MAX_INCLUDES]

    def _read(self):
        with open(self._path, "rb") as file:
            data = file.read(_MAX_SIZE)
        if len(data) == _MAX_SIZE:
            data = data[:data.rfind(b"\n") + 1] or data
        return decode(data)

    @functools.cached_property
    def role(self):
        """What the file is by what stands in it."""
        try:
            text = self._read()[1]
        except OSError:  # It was readable a moment ago.
            text = ""
        code = _COMMENT_OR_STRING.sub(" ", text) if _NAMES.search(text) else ""
        return Role(defines_entry=bool(_ENTRY.search(code)),
                    defines_main=bool(_MAIN.search(code)),
                    calls_framework=bool(_FRAMEWORK_CALL.search(text)))


@dataclasses.dataclass
class Role:
    """What speaks for a file's being a driver's, or a program's."""

    defines_entry: bool  # it has the body of DriverEntry
    defines_main: bool  # it has the body of a program's main function
    calls_framework: bool  # it calls a function of the framework


def decode(data):
    """The name of the encoding of DATA, as Text has it, and its characters
    without a byte order mark."""
    for mark in (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE):
        if data.startswith(mark):
            return "utf-16", data.decode("utf-16", "replace")
    # Without a mark: C code is mostly ASCII, of which every other byte is 0.
    if b"\0" in data[:64]:
        for name, zeros in (("utf-16-le", data[1:64:2]), ("utf-16-be", data[0:64:2])):
            if zeros.count(0) == len(zeros):
                return "utf-16", data.decode(name, "replace")
    try:
        return "utf-8", data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return "8-bit", decode_8_bit(data)


def decode_8_bit(data):
    """DATA as one of Windows' code pages has it. Which one, it does not say: its
    letters may be wrong, but lines stay lines."""
    # In those of East Asia the second byte of a letter may be a backslash, which
    # must not be taken for one: at the end of a comment it would swallow a line.
    if re.search(rb"[\x81-\xfe]\\", data):
        for name in ("cp932", "gbk", "big5", "cp949"):
            try:
                return data.decode(name)
            except UnicodeDecodeError:
                continue
    try:
        return data.decode("cp1252")
    except UnicodeDecodeError:
        return data.decode("latin-1")
