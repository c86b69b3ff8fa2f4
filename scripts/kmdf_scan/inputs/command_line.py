"""Command lines of compilers: splits them, reads response files, and takes from
the options of cl what an analysis needs.

Facts: "Parsing C++ command-line arguments", "Compiler options listed by
category" and "@ (Specify a compiler response file)" on learn.microsoft.com;
"Overall options" (for @file) of gcc's manual."""

import codecs
import dataclasses
import ntpath
import os
import re
import shlex

from kmdf_scan.inputs.text import decode_8_bit

# A response file may name others.
_MAX_DEPTH = 10
_MAX_ARGUMENTS = 100_000

# Programs that run the compiler that comes after them.
_LAUNCHERS = {"ccache", "sccache", "distcc", "icecc", "buildcache", "env"}


class Unreadable(Exception):
    """A response file that cannot be read; the text says which and why."""


def split_windows(text):
    """The arguments in TEXT by the rules of Windows programs: a backslash is
    itself but before a quote."""
    arguments = []
    current = None  # the characters of an argument that has begun
    quoted, position = False, 0
    while position < len(text):
        character = text[position]
        if current is None and not character.isspace():
            current = []
        if character == "\\":
            end = position
            while text[end:end + 1] == "\\":
                end += 1
            count = end - position
            if text[end:end + 1] == '"':
                current.append("\\" * (count // 2))
                if count % 2:
                    current.append('"')
                    end += 1
            else:
                current.append("\\" * count)
            position = end
            continue
        if character == '"':
            if quoted and text[position + 1:position + 2] == '"':
                current.append('"')
                position += 1
            else:
                quoted = not quoted
        elif character.isspace() and not quoted:
            if current is not None:
                arguments.append("".join(current))
            current = None
        else:
            current.append(character)
        position += 1
    if current is not None:
        arguments.append("".join(current))
    return arguments


def split_posix(text):
    """The arguments in TEXT by the rules of POSIX shells. Raises ValueError."""
    return shlex.split(text)


def program_name(argument):
    """The name of the program at the path ARGUMENT, without its extension."""
    name = ntpath.basename(argument).lower()
    return name[:-4] if name.endswith(".exe") else name


def without_launchers(arguments):
    """ARGUMENTS from the compiler on."""
    index = 0
    while index + 1 < len(arguments) and program_name(arguments[index]) in _LAUNCHERS:
        index += 1
    return arguments[index:]


def is_cl(arguments):
    """Whether the command ARGUMENTS has options as cl takes them."""
    program, rest = program_name(arguments[0]), arguments[1:]
    if "--driver-mode=cl" in rest:
        return True
    if program in ("cl", "clang-cl", "icl", "icx-cl"):
        return True
    if any(part in program for part in ("clang", "gcc", "g++", "c++")) or program == "cc":
        return False
    return any(argument[:2] in ("/I", "/D", "/c", "/F", "/W", "/Z", "/O") and
               not os.path.exists(argument) for argument in rest)


def expand_response_files(arguments, directory, split, depth=0):
    """ARGUMENTS with the contents of the files that @NAME stands for, from the
    folder DIRECTORY; SPLIT takes their text apart. Raises Unreadable."""
    expanded = []
    for argument in arguments:
        if argument.startswith("@") and len(argument) > 1:
            if depth >= _MAX_DEPTH:
                raise Unreadable(f"{argument}: response files nested more than {_MAX_DEPTH} deep")
            text = _read_response_file(
                os.path.join(directory, argument[1:].strip('"').replace("\\", "/")))
            expanded += expand_response_files(split(text), directory, split, depth + 1)
        else:
            expanded.append(argument)
        if len(expanded) > _MAX_ARGUMENTS:
            raise Unreadable(f"{argument}: more than {_MAX_ARGUMENTS} arguments")
    return expanded


def _read_response_file(path):
    try:
        with open(path, "rb") as file:
            data = file.read()
    except OSError as error:
        raise Unreadable(f"the response file {path} cannot be read: {error.strerror}") from error
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return data.decode("utf-16", "replace")
    if b"\0" in data:
        return data.decode("utf-16-le", "replace")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return decode_8_bit(data)


@dataclasses.dataclass
class Options:
    """What the options of a compiler say about a source. Of gcc and clang's,
    defines and what follows are in arguments, in their order."""

    language: str = ""  # "c" or "c++"; "" if the file's name says it
    defines: list = dataclasses.field(default_factory=list)
    undefines: list = dataclasses.field(default_factory=list)
    include_folders: list = dataclasses.field(default_factory=list)  # as they are named
    forced_includes: list = dataclasses.field(default_factory=list)
    arguments: list = dataclasses.field(default_factory=list)  # more, as clang takes them
    output: str = ""  # the name of the object file


# Options whose value may stand in the next argument, the longest first.
_WITH_VALUE = ("external:I", "imsvc", "isystem", "Tc", "Tp", "FI", "Fo", "I", "D", "U")

# What clang takes as it is, and what it takes another name for.
_STANDARDS = {
    "c11": "c11", "c17": "c17", "clatest": "c23", "c++14": "c++14", "c++17": "c++17",
    "c++20": "c++20", "c++23preview": "c++23", "c++latest": "c++23",
}


def parse_cl(arguments):
    """The Options in ARGUMENTS of cl or clang-cl. What an analysis does not need
    is left out."""
    options = Options()
    for_clang = []
    rest = iter(arguments)
    for argument in rest:
        if argument[:1] not in ("/", "-"):
            continue
        name = argument[1:]
        with_value = next((known for known in _WITH_VALUE if name.startswith(known)), None)
        if name == "link":
            break
        if name.startswith("clang:"):
            for_clang.append(name[len("clang:"):])
        elif with_value:
            value = name[len(with_value):].lstrip() or next(rest, "")
            _take(options, with_value, value.lstrip(":") if with_value == "Fo" else value)
        elif name in ("TC", "TP"):
            options.language = "c" if name == "TC" else "c++"
        elif name == "J":
            options.arguments.append("-funsigned-char")
        elif name.startswith("std:"):
            standard = _STANDARDS.get(name[len("std:"):])
            if standard:
                options.arguments.append(f"-std={standard}")
        elif name[:2] == "Zp" and name[2:] in ("1", "2", "4", "8", "16"):
            options.arguments.append(f"-fpack-struct={name[2:]}")
        elif argument.startswith("-"):
            for_clang.append(argument)
    options.arguments += parse_gcc(for_clang).arguments
    return options


def _take(options, name, value):
    if name == "D":
        # Of the two ways to give a value the shells understand one.
        head, mark, tail = value.partition("#")
        options.defines.append(f"{head}={tail}" if mark and "=" not in head else value)
    elif name == "U":
        options.undefines.append(value)
    elif name == "FI":
        options.forced_includes.append(value)
    elif name == "Fo":
        options.output = value
    elif name in ("Tc", "Tp"):
        options.language = "c" if name == "Tc" else "c++"
    else:
        options.include_folders.append(value)


# The options of gcc and clang that change what a source means. Only these are
# taken from a command: others would make files, load code or mean nothing here.
_GCC_WITH_VALUE = ("-idirafter", "-include", "-imacros", "-isystem", "-isysroot", "-iquote",
                   "-iprefix", "-iwithprefixbefore", "-iwithprefix", "-cxx-isystem", "-target",
                   "--sysroot", "-D", "-U", "-I")
_GCC_FLAGS = re.compile(
    r"--?std=.*|--target=.*|--sysroot=.*|-nostd(inc|libinc|inc\+\+)|-ansi|-undef|-m(32|64)|"
    r"-pthread|"
    r"-f(no-)?(ms-extensions|ms-compatibility|delayed-template-parsing|declspec|blocks|builtin|"
    r"short-wchar|short-enums|signed-char|unsigned-char|exceptions|cxx-exceptions|rtti|char8_t|"
    r"operator-names|gnu89-inline|permissive)|-ffreestanding|-f(pack-struct|gnuc-version|"
    r"ms-compatibility-version)=.*")


def parse_gcc(arguments):
    """The Options in ARGUMENTS of gcc or clang."""
    options = Options()
    rest = iter(arguments)
    for argument in rest:
        with_value = next((known for known in _GCC_WITH_VALUE if argument.startswith(known)), None)
        if _GCC_FLAGS.fullmatch(argument):
            options.arguments.append(argument)
        elif with_value:
            options.arguments.append(argument)
            if argument == with_value:
                options.arguments.append(next(rest, ""))
        elif argument.startswith("-x"):
            language = argument[2:] or next(rest, "")
            options.language = language if language in ("c", "c++") else ""
        elif argument.startswith("-o"):
            options.output = argument[2:] or next(rest, "")
        elif argument in ("-MF", "-MT", "-MQ", "-Xclang", "-mllvm"):
            next(rest, "")
    return options
