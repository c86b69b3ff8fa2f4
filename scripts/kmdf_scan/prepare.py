"""kmdf-scan prepare: declares callbacks with their role types, the first step of
Static Driver Verifier.

The plugin says which declarations are missing and in front of which line they
belong. Files are changed here, and by nothing but these lines."""

import codecs
import dataclasses
import os
import re
import stat
import tempfile

from kmdf_scan import EXIT_CLEAN, EXIT_DEFECTS, EXIT_UNUSABLE, ScanError, scan, terminal

# As clang counts them.
_LINE = re.compile(r"[^\r\n]*(?:\r\n|\n|\r)|[^\r\n]+")


@dataclasses.dataclass(frozen=True)
class Addition:
    """A declaration that is missing."""

    path: str  # absolute
    line: int  # it belongs in front of this one, from 1
    text: str  # without a line break


@dataclasses.dataclass
class DriverState:
    """How the callbacks of one driver are declared."""

    driver: object  # inputs.model.Driver
    total: int = 0  # callbacks that it defines
    declared: int = 0  # with the role type that they are used in
    additions: dict = dataclasses.field(default_factory=dict)  # Addition: [where it is used]
    # What a person has to change: sentences by (path, line).
    left: dict = dataclasses.field(default_factory=dict)
    unread: list = dataclasses.field(default_factory=list)  # files with no facts, and why


def examine(driver, results):
    """The DriverState of DRIVER, from the FileResults of its files."""
    state = DriverState(driver)
    uses = _uses(results, driver)
    seen = set()
    for result in results:
        if not result.facts:
            state.unread.append(f"{_shown(result.source.path, driver)}: {result.reason}")
        for callback in result.facts.get("callbacks", []):
            path = _absolute(callback["file"], result.source)
            key = (path, callback["line"], callback["function"])
            if callback["defined"] and key not in seen:
                seen.add(key)
                _examine_callback(state, callback, path, result.source, uses)
    return state


def _examine_callback(state, callback, path, source, uses):
    state.total += 1
    name = callback["function"]
    given = {}
    for use in callback["role_uses"]:
        place = _place(use, source, state.driver) or uses.get((name, use["role"]), "another file")
        given[use["role"]] = place
    declared = {entry["role"]: entry for entry in callback["role_declarations"]}
    if declared:
        wrong = {role: place for role, place in given.items() if role not in declared}
        if not wrong:
            state.declared += 1
        for role, place in wrong.items():
            first = next(iter(declared.values()))
            where = (_absolute(first["file"], source), first["line"])
            state.left.setdefault(where, []).append(
                f"{name} is declared as {first['role']}, but {place} makes it one of {role}; "
                f"declare it with that type")
        return
    if "missing_declarations" not in callback:
        state.left.setdefault((path, callback["line"]), []).append(
            f"{name} could not be parsed; declare it as {callback['role']} by hand")
        return
    for missing in callback["missing_declarations"]:
        problem = missing["problem"] or _problem_of_file(path, state.driver)
        if problem:
            state.left.setdefault((path, callback["line"]), []).append(
                f"{name} has no declaration as {missing['role']}: {problem}")
            continue
        addition = Addition(path, missing["line"], missing["text"])
        state.additions.setdefault(addition, []).append(given[missing["role"]])


def _problem_of_file(path, driver):
    """Why the file at PATH is not changed; "" if it may be."""
    if path not in driver.files:
        return "its file is not one of the driver's; add it there"
    if not os.stat(path).st_mode & (stat.S_IWUSR | stat.S_IWGRP | stat.S_IWOTH):
        return "its file is read-only; check it out or make it writable, and try again"
    return ""


def _uses(results, driver):
    """Where functions get their roles in files that do not define them."""
    uses = {}
    for result in results:
        for callback in result.facts.get("callbacks", []):
            for use in callback["role_uses"]:
                place = _place(use, result.source, driver)
                if place and not callback["defined"]:
                    uses.setdefault((callback["function"], use["role"]), place)
    return uses


def _place(entry, source, driver):
    """Where ENTRY of the facts is; "" if it does not say."""
    if not entry["file"]:
        return ""
    return f"{_shown(_absolute(entry['file'], source), driver)}:{entry['line']}"


def _absolute(path, source):
    return os.path.normpath(os.path.join(source.directory, path))


def _shown(path, driver):
    return os.path.relpath(path, driver.root)


def apply(additions):
    """Adds ADDITIONS to their files. No file is changed unless the new text of each
    is on the disk. Raises ScanError."""
    by_path = {}
    for addition in additions:
        by_path.setdefault(os.path.realpath(addition.path), []).append(addition)
    written = []
    try:
        for path, some in sorted(by_path.items()):
            written.append((_write_beside(path, _with_additions(path, some)), path))
        while written:
            os.replace(*written[0])
            written.pop(0)
    except OSError as error:
        raise ScanError(f"{error.filename}: cannot be written: {error.strerror}") from error
    finally:
        for partial, _ in written:
            os.unlink(partial)


def _with_additions(path, additions):
    with open(path, "rb") as file:
        data = file.read()
    encoding = _encoding(data)
    lines = _LINE.findall(data.decode(encoding))
    ending = next(iter(re.findall(r"[\r\n]+\Z", lines[0])), "\n") if lines else "\n"
    # From the end, so that the numbers of the lines before stay.
    for number in sorted({addition.line for addition in additions}, reverse=True):
        texts = [addition.text + ending for addition in additions if addition.line == number]
        index = number - 1
        # The last line of a directive may be an empty one.
        while 0 < index < len(lines) and lines[index - 1].rstrip("\r\n").endswith("\\"):
            index += 1
        if index < len(lines) and not lines[index].strip():
            texts.insert(0, ending)
        # A byte order mark stays in front of all.
        mark = index == 0 and lines and lines[0].startswith("\ufeff")
        if mark:
            lines[0] = lines[0][1:]
            texts[0] = "\ufeff" + texts[0]
        lines[index:index] = texts
    try:
        return "".join(lines).encode(encoding)
    except UnicodeEncodeError as error:
        raise ScanError(f"{path}: its encoding is not known, and a name to add is not ASCII; add "
                        f"the declarations by hand") from error


def _encoding(data):
    """A codec that reads DATA and writes the same bytes again; a byte order mark is
    a character of it."""
    candidates = ["utf-8", "latin-1"]
    if data.startswith(codecs.BOM_UTF16_LE) or data[1:2] == b"\0":
        candidates.insert(0, "utf-16-le")
    elif data.startswith(codecs.BOM_UTF16_BE) or data[:1] == b"\0":
        candidates.insert(0, "utf-16-be")
    for name in candidates:
        try:
            if data.decode(name).encode(name) == data:
                return name
        except UnicodeError:
            continue
    return "latin-1"


def _write_beside(path, data):
    """Writes DATA to a new file beside PATH, with its mode. Returns its path."""
    descriptor, partial = tempfile.mkstemp(
        prefix=f".{os.path.basename(path)}.", suffix=".partial", dir=os.path.dirname(path))
    try:
        with open(descriptor, "wb") as file:
            file.write(data)
            file.flush()
            os.fchmod(file.fileno(), stat.S_IMODE(os.stat(path).st_mode))
            os.fsync(file.fileno())
    except OSError:
        os.unlink(partial)
        raise
    return partial


def prepare(found, analysis, work, is_applied, progress):
    """Prints what the drivers in FOUND, an inputs.model.Found, lack, and adds it
    if IS_APPLIED. WORK is the WorkFolder. Returns the exit code."""
    with tempfile.TemporaryDirectory(prefix="kmdf-scan-") as pages:
        outcome = scan.scan(found.drivers, analysis, work, pages, progress.update)
    progress.clear()
    if outcome.interruption:
        raise outcome.interruption
    states = []
    for driver in found.drivers:
        mine = {id(source) for source in driver.sources}
        states.append(examine(driver, [result for result in outcome.results
                                       if id(result.source) in mine]))
    additions = list(dict.fromkeys(addition for state in states for addition in state.additions))
    if is_applied:
        apply(additions)
    for state in states:
        _print(state, is_applied)
    if all(not result.facts for result in outcome.results):
        return EXIT_UNUSABLE
    is_done = is_applied or not additions
    return EXIT_CLEAN if is_done and not any(
        state.left or state.unread for state in states) else EXIT_DEFECTS


def _print(state, is_applied):
    missing = "added" if is_applied else "to add"
    lines = [f"{state.driver.name}: {_count(state.total, 'callback')}, {state.declared} declared "
             f"with the role type, {_count(len(state.additions), 'declaration')} {missing}, "
             f"{sum(map(len, state.left.values()))} to change by hand"]
    for addition, places in sorted(state.additions.items(),
                                   key=lambda item: (item[0].path, item[0].line)):
        lines.append(f"  {_shown(addition.path, state.driver)}:{addition.line}: {addition.text}  "
                     f"(used at {places[0]})")
    for (path, line), sentences in sorted(state.left.items()):
        lines += [f"  {_shown(path, state.driver)}:{line}: {sentence}" for sentence in sentences]
    lines += [f"  not looked at: {text}" for text in state.unread]
    for line in lines:
        print(terminal.plain(line))


def _count(number, noun):
    return f"{number} {noun}" + ("" if number == 1 else "s")
