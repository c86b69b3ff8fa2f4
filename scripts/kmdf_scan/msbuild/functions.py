"""The property functions that projects use: "Property functions" in the MSBuild
reference.

Values are texts, numbers, truth values and lists of texts."""


class Unknown(Exception):
    """A function that is none of those here, or that is called in another way."""


def as_text(value):
    """VALUE as MSBuild puts it into a text."""
    if isinstance(value, bool):
        return str(value)
    if isinstance(value, list):
        return ";".join(value)
    return str(value)


def call_member(value, name, arguments):
    """Calls the member NAME of VALUE; ARGUMENTS is None for a member that is no
    function."""
    if arguments is None:
        if name.lower() == "length" and isinstance(value, (str, list)):
            return len(value)
        raise Unknown
    if name.lower() == "get_item" and isinstance(value, (str, list)):
        return _guard(lambda: value[_index(arguments[0], value)])
    function = _MEMBERS.get(name.lower())
    if not function or not isinstance(value, str):
        raise Unknown
    return _guard(lambda: function(value, *arguments))


def call_static(type_name, name, arguments, files):
    """Calls the static function NAME of the type TYPE_NAME. FILES answers those
    that look at the disk:

    full_path(name)         the absolute path
    exists(path)            whether there is such a file or folder
    folder_above(folder, name)  the nearest folder from FOLDER upwards that has
                            the file NAME; None if none has
    """
    key = f"{type_name}::{name}".lower()
    if key in _FILE_FUNCTIONS:
        return _guard(lambda: _FILE_FUNCTIONS[key](files, *(arguments or [])))
    if key in _STATIC:
        return _guard(lambda: _STATIC[key](*(arguments or [])))
    raise Unknown


def _guard(call):
    """What CALL returns; arguments that do not fit make it Unknown."""
    try:
        return call()
    except (TypeError, ValueError, IndexError, ArithmeticError) as error:
        raise Unknown from error


def _index(text, value):
    index = int(text)
    if not 0 <= index < len(value):
        raise IndexError
    return index


def _replace(text, old, new):
    # Without the check the result can be longer by the square.
    if old and text.count(old) * len(new) > 128 * 1024:
        raise ValueError
    return text.replace(old, new) if old else text


def _substring(text, start, length=None):
    begin = int(start)
    end = len(text) if length is None else begin + int(length)
    if not 0 <= begin <= end <= len(text):
        raise IndexError
    return text[begin:end]


def _split(text, *separators):
    for separator in separators[1:]:
        text = text.replace(separator, separators[0])
    return text.split(separators[0]) if separators and separators[0] else [text]


_MEMBERS = {
    "replace": _replace,
    "startswith": lambda text, part, *_: text.startswith(part),
    "endswith": lambda text, part, *_: text.endswith(part),
    "contains": lambda text, part, *_: part in text,
    "equals": lambda text, other, *_: text == other,
    "indexof": lambda text, part, *_: text.find(part),
    "lastindexof": lambda text, part, *_: text.rfind(part),
    "substring": _substring,
    "remove": lambda text, start, length=None: (
        text.replace(_substring(text, start, length), "", 1) if length is None else
        text[:int(start)] + text[int(start) + int(length):]),
    "split": _split,
    "trim": lambda text, *characters: text.strip("".join(characters) or None),
    "trimstart": lambda text, *characters: text.lstrip("".join(characters) or None),
    "trimend": lambda text, *characters: text.rstrip("".join(characters) or None),
    "tolower": str.lower,
    "tolowerinvariant": str.lower,
    "toupper": str.upper,
    "toupperinvariant": str.upper,
    "tostring": lambda text, *_: text,
}


def _number(text):
    text = text[:20]  # as much as a number of 64 bits takes
    number = float(int(text, 16)) if text.lower().startswith("0x") else float(text)
    return int(number) if number.is_integer() else number


def _version(text):
    return [int(part) for part in text.lstrip("vV").split(".")]


def _format(text, *arguments):
    for number, argument in enumerate(arguments):
        text = _replace(text, "{" + str(number) + "}", argument)
    return text


def _last(path):
    return path.replace("\\", "/").rpartition("/")[2]


def _folder(path):
    return path.replace("\\", "/").rpartition("/")[0]


def _is_rooted(path):
    return path[:1] in ("/", "\\") or path[1:2] == ":"


def _combine(*parts):
    path = ""
    for part in parts:
        if _is_rooted(part) or not path:
            path = part
        else:
            path = path.rstrip("/\\") + "/" + part
    return path


def _with_slash(path):
    return path if not path or path[-1] in "/\\" else path + "/"


_STATIC = {
    "msbuild::add": lambda a, b: _number(a) + _number(b),
    "msbuild::subtract": lambda a, b: _number(a) - _number(b),
    "msbuild::multiply": lambda a, b: _number(a) * _number(b),
    "msbuild::divide": lambda a, b: _number(a) / _number(b),
    "msbuild::modulo": lambda a, b: _number(a) % _number(b),
    "msbuild::valueordefault": lambda value, default: value or default,
    "msbuild::ensuretrailingslash": _with_slash,
    "system.runtime.interopservices.runtimeinformation::osarchitecture": lambda: "X64",
    "msbuild::isosplatform": lambda name: name.lower() == "windows",
    "msbuild::versionequals": lambda a, b: _version(a) == _version(b),
    "msbuild::versionnotequals": lambda a, b: _version(a) != _version(b),
    "msbuild::versiongreaterthan": lambda a, b: _version(a) > _version(b),
    "msbuild::versiongreaterthanorequals": lambda a, b: _version(a) >= _version(b),
    "msbuild::versionlessthan": lambda a, b: _version(a) < _version(b),
    "msbuild::versionlessthanorequals": lambda a, b: _version(a) <= _version(b),
    "system.string::format": _format,
    "system.string::concat": lambda *parts: "".join(parts),
    "system.string::copy": lambda text: text,
    "system.string::new": lambda text="": text,
    "system.string::isnullorempty": lambda text: not text,
    "system.string::isnullorwhitespace": lambda text: not text.strip(),
    "system.io.path::combine": _combine,
    "system.io.path::getfilename": _last,
    "system.io.path::getfilenamewithoutextension": lambda path: (
        _last(path).rpartition(".")[0] or _last(path)),
    "system.io.path::getextension": lambda path: (
        "." + _last(path).rpartition(".")[2] if "." in _last(path) else ""),
    "system.io.path::getdirectoryname": _folder,
    "system.io.path::ispathrooted": _is_rooted,
}

_FILE_FUNCTIONS = {
    "system.io.path::getfullpath": lambda files, path: files.full_path(path),
    "system.io.file::exists": lambda files, path: files.exists(path),
    "system.io.directory::exists": lambda files, path: files.exists(path),
    "msbuild::normalizepath": lambda files, *parts: files.full_path(_combine(*parts)),
    "msbuild::normalizedirectory": lambda files, *parts: _with_slash(
        files.full_path(_combine(*parts))),
    "msbuild::getpathoffileabove": lambda files, name, folder="": (
        _combine(files.folder_above(folder, name), name)
        if files.folder_above(folder, name) else ""),
    "msbuild::getdirectorynameoffileabove": lambda files, folder, name: (
        files.folder_above(folder, name) or ""),
}
