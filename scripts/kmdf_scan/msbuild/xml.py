"""Reads the XML of projects, which may come from anyone."""

import dataclasses
from xml.parsers import expat

from kmdf_scan import ScanError

# Far over what any project has.
_MAX_SIZE = 16 * 1024 * 1024
_MAX_DEPTH = 100


@dataclasses.dataclass
class Element:
    tag: str  # without its namespace
    attributes: dict
    line: int
    text: str = ""
    children: list = dataclasses.field(default_factory=list)

    def child(self, tag):
        """The first child called TAG; None if there is none."""
        return next((child for child in self.children if child.tag == tag), None)


def read(path):
    """The root element of the file at PATH. Raises ScanError, with the line, for
    one that cannot be read, or that is none of MSBuild's making: a document type
    could define entities that grow without bounds, so it is refused."""
    try:
        with open(path, "rb") as file:
            data = file.read(_MAX_SIZE + 1)
    except OSError as error:
        raise ScanError(f"{path}: cannot be read: {error.strerror}") from error
    if len(data) > _MAX_SIZE:
        raise ScanError(f"{path}: larger than any project ({_MAX_SIZE >> 20} MB)")
    return _Reader(path).parse(data)


class _Reader:
    def __init__(self, path):
        self._path = path
        self._root = None
        self._open = []
        self._parser = expat.ParserCreate(namespace_separator=" ")
        self._parser.buffer_text = True
        self._parser.StartElementHandler = self._start
        self._parser.EndElementHandler = self._end
        self._parser.CharacterDataHandler = self._text
        self._parser.StartDoctypeDeclHandler = self._refuse_document_type

    def parse(self, data):
        try:
            self._parser.Parse(data, True)
        except expat.ExpatError as error:
            raise ScanError(f"{self._path}:{error.lineno}: not well-formed XML: "
                            f"{expat.errors.messages[error.code]}") from error
        except (ValueError, LookupError) as error:
            raise ScanError(f"{self._path}: not readable as XML: {error}") from error
        return self._root

    def _start(self, tag, attributes):
        if len(self._open) >= _MAX_DEPTH:
            raise ScanError(f"{self._path}:{self._parser.CurrentLineNumber}: elements nested more "
                            f"than {_MAX_DEPTH} deep")
        element = Element(tag.rpartition(" ")[2], attributes, self._parser.CurrentLineNumber)
        if self._open:
            self._open[-1].children.append(element)
        else:
            self._root = element
        self._open.append(element)

    def _end(self, _):
        self._open.pop()

    def _text(self, text):
        self._open[-1].text += text

    def _refuse_document_type(self, *_):
        raise ScanError(f"{self._path}:{self._parser.CurrentLineNumber}: a document type (DTD) has "
                        f"no place in a project and is not read")
