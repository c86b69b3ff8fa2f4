"""The headers of the system with which a source begins, to be compiled once for
all sources that begin with the same.

Whatever stands in a source, or in what it includes, before its first declaration
is a row of directives. A prelude is that row as far as the last large header of
the system: its #include lines of such headers, and the macros that are defined
before or between them, in their order. A compiler that has been through it comes
to the source's own lines with the same macros, and finds its headers included
already. Where a line could mean something else then, the prelude ends before
it."""

import dataclasses
import os
import re

from kmdf_scan.inputs.text import decode

# Those that are worth it.
_LARGE = {"ntddk.h", "ntifs.h", "wdm.h", "wdf.h", "windows.h", "ntstrsafe.h", "fltkernel.h",
          "ndis.h", "storport.h"}

# Once more they change nothing, though they have no guard.
_REPEATABLE = {"initguid.h", "guiddef.h", "stddef.h", "stdarg.h"}

_MAX_SIZE = 1024 * 1024
_MAX_LINES = 1000
_MAX_LENGTH = 4096
_MAX_DEPTH = 50

_SPACE = re.compile(r"(?:\s|\\\r?\n|//(?:\\\r?\n|[^\n])*|/\*.*?\*/)*", re.DOTALL)
_LINE = re.compile(r"(?:\\\r?\n|[^\n])*")
_STRING_OR_COMMENT = re.compile(r"""("(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*')|/\*.*?\*/|//.*""")
_DIRECTIVE = re.compile(r"#\s*(\w+)\s*(.*)", re.DOTALL)
_INCLUDE = re.compile(r'"([^"]+)"$|<([^>]+)>$')
_NOT_DEFINED = re.compile(r"!\s*defined\s*(?:\(\s*(\w+)\s*\)|(\w+))$")
_LINKAGE = 'extern "C" {'
_LINKAGE_BEGIN = re.compile(r'extern\s*"C"\s*\{')
_NAME = re.compile(r"[A-Za-z_]\w*")


def text_of(lines):
    """The header that a prelude of LINES is. It does not compile where a macro,
    after all headers, is not what the last of LINES about it says: the source's
    own lines, once more after it, would make it that."""
    last = {}
    for line in lines:
        kind, _, rest = line.partition(" ")
        if kind in ("#define", "#undef"):
            last[_NAME.match(rest)[0]] = line
    check = []
    for name, line in last.items():
        is_defined = line.startswith("#define")
        check += [f"#{'ifndef' if is_defined else 'ifdef'} {name}", "#error", "#endif"]
        if is_defined:
            check.append(line)
    if check:
        check.insert(0, '#pragma clang diagnostic error "-Wmacro-redefined"')
    return "".join(line + "\n" for line in lines + check)


@dataclasses.dataclass
class _File:
    """The directives before anything else in a file."""

    # Pairs of a directive's name and its rest. The name is "" for a line of another
    # kind: one that has to do with linkage, or in a block that tells C++ from C.
    lines: list
    is_all: bool  # nothing else comes after them


class _End(Exception):
    """The prelude ends here."""


class PreludeFinder:
    """Finds the preludes of sources."""

    def __init__(self, system, folders):
        """SYSTEM is the SystemHeaders, FOLDERS what is known of the disk."""
        self._system = system
        self._folders = folders
        self._files = {}  # by the path: its _File, None if it cannot be read
        self._guarded = {}  # by the path of a system header: whether it may come again
        self._own_names = {}  # by the folder: whether it has names of the system's

    def find(self, source):
        """The text of the prelude of SOURCE, an inputs.model.Source; "" if it has
        none. The text ends in a check that it is one."""
        # What a whole command of another compiler finds where is not known here.
        if source.own_command or source.problem or self._hides_system_headers(source):
            return ""
        walk = _Walk(self, source)
        try:
            for name in source.forced_includes:
                walk.include(name, [source.directory])
            walk.file(source.path)
        except _End:
            pass
        return text_of(walk.up_to_last_large())

    def directives(self, path):
        """The _File at PATH; None if it cannot be read."""
        if path not in self._files:
            try:
                with open(path, "rb") as file:
                    data = file.read(_MAX_SIZE)
                self._files[path] = _read_directives(decode(data)[1], len(data) < _MAX_SIZE)
            except OSError:
                self._files[path] = None
        return self._files[path]

    def find_own(self, name, bases):
        """The path of the driver's header NAME, in the first of the folders BASES
        that has it; None if none has."""
        for base in bases:
            path = self._folders.find(base, name)
            if path and os.path.isfile(path):
                return path
        return None

    def may_come_again(self, name, target):
        """Whether NAME is a header of the system that changes nothing where it is
        included a second time."""
        if name.lower() in _REPEATABLE:
            return True
        path = self._system.paths(target).get(name.lower())
        if not path:
            return False
        if path not in self._guarded:
            self._guarded[path] = _is_guarded(self.directives(path))
        return self._guarded[path]

    def _hides_system_headers(self, source):
        """Whether the driver has headers of its own by names of the system's, which
        the headers of the system might then get."""
        folders = {os.path.dirname(source.path), source.directory, *source.include_folders}
        return any(self._has_system_names(folder, source.target) for folder in folders)

    def _has_system_names(self, folder, target):
        system = self._system.paths(target)
        key = (folder, id(system))
        if key not in self._own_names:
            self._own_names[key] = any(name.lower() in system
                                       for name in self._folders.entries(folder)[0])
        return self._own_names[key]


class _Walk:
    """Goes through the directives of one source in the compiler's order."""

    def __init__(self, finder, source):
        self._finder = finder
        self._source = source
        self._lines = []  # the prelude
        self._seen = set()  # the driver's files that were entered
        # What may be defined by now.
        self._macros = {define.partition("=")[0] for define in source.defines}
        self._folders = []  # those of the files that are open

    def up_to_last_large(self):
        """The lines of the prelude that are worth it."""
        for count in range(len(self._lines), 0, -1):
            match = re.match(r"#include <(.+)>$", self._lines[count - 1])
            if match and match[1] in _LARGE:
                return self._lines[:count] + ["}"] * _open_linkages(self._lines[:count])
        return []

    def include(self, name, near):
        """Goes through the header NAME, which is looked for in the folders NEAR
        first. Raises _End."""
        path = self._finder.find_own(name, [*near, *self._source.include_folders])
        if path:
            self.file(path)
        elif "/" not in name and "\\" not in name and \
                self._finder.may_come_again(name, self._source.target):
            self._add(f"#include <{name.lower()}>")
        else:
            raise _End

    def file(self, path):
        """Goes through the driver's file at PATH. Raises _End."""
        if path in self._seen:
            return
        self._seen.add(path)
        file = self._finder.directives(path)
        if not file or len(self._folders) >= _MAX_DEPTH:
            raise _End
        self._folders.append(os.path.dirname(path))
        self._directives(file)
        self._folders.pop()
        if not file.is_all:
            raise _End

    def _directives(self, file):
        guard = None  # how long the prelude was before the guard of the whole file
        open_blocks = 0  # conditions that are true
        position = 0
        while position < len(file.lines):
            name, rest = file.lines[position]
            position += 1
            if name == "include":
                match = _INCLUDE.match(rest)
                if not match:
                    raise _End
                # What is in quotes is looked for beside all files that are open.
                self.include(match[1] or match[2], self._folders[::-1] if match[1] else [])
            elif name in ("define", "undef"):
                self._define(name, rest)
            elif name == "endif" and open_blocks:
                open_blocks -= 1
            elif name == "else" and open_blocks:
                position = _end_of_block(file.lines, position)
                open_blocks -= 1
            elif name == "endif" and guard is not None:
                if position < len(file.lines) or not file.is_all:
                    # It was no guard: what it defines counts.
                    del self._lines[guard:]
                    raise _End
            elif guard is None and self._enter_guard(file.lines, position - 1):
                guard = len(self._lines)
                position += 1
            elif (name, rest) == ("ifdef", "__cplusplus") and self._source.language == "c++":
                open_blocks += 1
            elif name in ("if", "ifdef", "ifndef"):
                position = self._skip(file.lines, position - 1)
            elif name == "":
                self._linkage(rest)
            elif name != "pragma" or not _is_harmless(rest):
                raise _End

    def _linkage(self, text):
        """The begin or end of a block of declarations with C's linkage."""
        if self._source.language != "c++" or not (
                text == _LINKAGE or text == "}" and _open_linkages(self._lines)):
            raise _End
        self._add(text)

    def _enter_guard(self, lines, position):
        """Whether an include guard stands at POSITION that lets the compiler in."""
        macro = _guard_at(lines, position)
        if not macro or macro in self._macros:
            return False
        self._macros.add(macro)
        return True

    def _define(self, kind, rest):
        name = _NAME.match(rest)
        if not name:
            raise _End
        self._macros.add(name[0])
        self._add(f"#{kind} {rest}")

    def _add(self, line):
        if len(self._lines) >= _MAX_LINES:
            raise _End
        self._lines.append(line)

    def _skip(self, lines, position):
        """The position after the block that begins with the #if at POSITION, if
        it does nothing. Raises _End if it may."""
        end = _end_of_block(lines, position + 1)
        is_off = lines[position] == ("ifdef", "__cplusplus") and not any(
            name == "else" for name, _ in lines[position:end])
        for name, rest in lines[position:end]:
            if not is_off and name not in ("if", "ifdef", "ifndef", "else", "endif") and \
                    not (name == "pragma" and _is_harmless(rest)):
                raise _End
        return end


def _end_of_block(lines, position):
    """The position after the #endif of the block in which POSITION is. Raises _End
    if there is none."""
    depth = 1
    for end in range(position, len(lines)):
        name = lines[end][0]
        depth += name in ("if", "ifdef", "ifndef")
        depth -= name == "endif"
        if depth == 0:
            return end + 1
    raise _End


def _open_linkages(lines):
    return lines.count(_LINKAGE) - lines.count("}")


def _is_harmless(pragma):
    return re.match(r"(?:once|warning)\b", pragma)


def _guard_at(lines, position):
    """The macro of the include guard that stands at POSITION of LINES, a test that
    it is not defined and then its definition; "" if none does."""
    name, rest = lines[position]
    if name == "ifndef":
        macro = rest
    else:
        match = _NOT_DEFINED.match(rest) if name == "if" else None
        macro = match[1] or match[2] if match else ""
    is_guard = bool(macro) and position + 1 < len(lines) and \
        lines[position + 1][0] == "define" and lines[position + 1][1].split()[:1] == [macro]
    return macro if is_guard else ""


def _is_guarded(file):
    """Whether the directives of a header keep it from being included twice."""
    return bool(file and file.lines) and (
        bool(_guard_at(file.lines, 0)) or ("pragma", "once") in file.lines)


def _read_directives(text, is_whole):
    """The _File that TEXT is; IS_WHOLE says that no more of it was left out."""
    lines = []
    depth = 0  # of conditions, from one on that tells C++ from C
    position = _SPACE.match(text).end()
    while position < len(text):
        linkage = _LINKAGE_BEGIN.match(text, position)
        line = linkage or _LINE.match(text, position)
        plain = _LINKAGE if linkage else _plain(line.group())
        match = _DIRECTIVE.match(plain)
        if match:
            name, rest = match[1], match[2].strip()
            if depth or (name, rest) == ("ifdef", "__cplusplus"):
                depth += name in ("if", "ifdef", "ifndef")
                depth -= name == "endif"
            lines.append((name, rest))
        elif depth or plain in (_LINKAGE, "}"):
            lines.append(("", plain))
        elif plain != "#":
            return _File(lines, False)
        position = _SPACE.match(text, line.end()).end()
    return _File(lines, is_whole)


def _plain(line):
    """LINE without comments, and as one where backslashes join several; "?" for
    one that is not what it seems."""
    if len(line) > _MAX_LENGTH:
        return "?"
    plain = _STRING_OR_COMMENT.sub(lambda match: match[1] or " ",
                                   re.sub(r"\\\r?\n", " ", line)).strip()
    # The rest of a comment is on the lines that follow.
    return "?" if "/*" in re.sub(r'"[^"]*"', "", plain) else plain
