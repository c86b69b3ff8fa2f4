"""What the readers of inputs produce: drivers, and the sources to analyse with
all that their compiler is told about them."""

import dataclasses
import os

C_SUFFIXES = {".c"}
CXX_SUFFIXES = {".cpp", ".cc", ".cxx"}
HEADER_SUFFIXES = {".h", ".hpp", ".hxx", ".hh", ".inl", ".inc"}


def is_source(path):
    """Whether the name of PATH is that of a C or C++ source."""
    return os.path.splitext(path)[1].lower() in C_SUFFIXES | CXX_SUFFIXES


def is_header(path):
    """Whether the name of PATH is that of a header."""
    return os.path.splitext(path)[1].lower() in HEADER_SUFFIXES


def language_of(path):
    """"c" or "c++", by the name of PATH."""
    return "c" if os.path.splitext(path)[1].lower() in C_SUFFIXES else "c++"


@dataclasses.dataclass
class Target:
    """What a driver is built for. What its build does not say is None or ""."""

    model: str = "unknown"  # "kmdf", "umdf2" or "unknown"
    user_mode: bool = None  # kernel mode if false
    framework: tuple = None  # of KMDF or UMDF: (1, 33)
    platform: str = "x64"  # "x64", "Win32", "ARM64" or "ARM"
    kit: str = ""  # the version of the Windows kit, as "10.0.26100.0"
    windows: int = None  # _WIN32_WINNT
    ntddi: str = ""  # NTDDI_VERSION, a number or a name


@dataclasses.dataclass
class Source:
    """One file to analyse, with what its compiler is told about it."""

    path: str  # absolute
    directory: str  # the compiler's working directory, absolute
    language: str  # "c" or "c++"
    target: Target
    defines: list = dataclasses.field(default_factory=list)  # NAME or NAME=VALUE
    undefines: list = dataclasses.field(default_factory=list)  # NAME
    include_folders: list = dataclasses.field(default_factory=list)  # absolute
    forced_includes: list = dataclasses.field(default_factory=list)  # as #include has them
    arguments: list = dataclasses.field(default_factory=list)  # more, as clang takes them
    is_bare: bool = False  # nothing is known of how it is built
    own_command: bool = False  # arguments is a whole command of clang's or gcc's
    overlays: list = dataclasses.field(default_factory=list)  # files for -ivfsoverlay
    problem: str = ""  # why the file cannot be analysed, if that is known already


@dataclasses.dataclass
class Driver:
    """A driver: sources that are judged together."""

    name: str
    root: str  # absolute; paths in the results are relative to it
    sources: list
    files: list = dataclasses.field(default_factory=list)  # the sources and their own headers
    excluded: list = dataclasses.field(default_factory=list)  # sources that are left out
    key: str = ""  # names files that are made of the driver; no other one has it


@dataclasses.dataclass
class Found:
    """What stands at the paths that the user named."""

    drivers: list
    notes: list  # sentences: what was guessed, and what was left out
    folders: object  # folders.Folders: what is known of the disk
