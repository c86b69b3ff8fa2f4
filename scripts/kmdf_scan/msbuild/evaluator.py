"""Evaluates a project for one configuration, in MSBuild's order: first the
properties, with the files that are imported, then the defaults of items, then
the items."""

import dataclasses
import os

from kmdf_scan import ScanError
from kmdf_scan.folders import is_windows_absolute
from kmdf_scan.msbuild import conditions, expressions, globs, xml

# The value of a property for a folder that other machines have: what is imported
# from it is not missed.
NOT_HERE = "\\not here"

# Far over what any project has.
_MAX_IMPORTS = 1000
_MAX_IMPORT_DEPTH = 50
_MAX_ITEMS = 100_000


@dataclasses.dataclass
class Item:
    """An item: what a project lists, with what it says about it."""

    name: str  # as the project has it, without wildcards
    path: str  # absolute; None if there is no such file
    metadata: dict  # by the name in lower case


class Evaluation:
    """A project as it is in one configuration."""

    def __init__(self, path, properties, wanted, folders, well_known_imports):
        """Evaluates the project at PATH, absolute. PROPERTIES are those that it
        cannot change, by name, as they are meant; WANTED is the types of the
        items that matter. FOLDERS is what is known of the disk. Where the project imports a file
        that is not there but whose name, in lower case, is in
        WELL_KNOWN_IMPORTS, that function is called with the evaluation instead.
        Raises ScanError."""
        self.path = path
        self.folder = os.path.dirname(path)
        self.folders = folders
        self.missing_imports = []  # of the others that are not there, the names
        self.not_understood = []  # the expressions that were taken as empty
        self.items = {}  # by the type in lower case: Items
        self._fixed = {name.lower() for name in properties}
        self._properties = {name.lower(): expressions.escape(value)
                            for name, value in properties.items()}
        self._defaults = {}  # by the type in lower case: metadata
        self._well_known = well_known_imports
        self._wanted = {name.lower() for name in wanted}
        self._groups = []  # of items and of their defaults: (element, file)
        self._import_count = 0
        self._importing = []
        self._item_count = 0
        name, extension = os.path.splitext(os.path.basename(path))
        for key, value in (("file", name + extension), ("fullpath", path), ("name", name),
                           ("extension", extension), ("directory", self.folder)):
            self._properties["msbuildproject" + key] = expressions.escape(value)
        self.import_file(path)
        self._evaluate_groups()

    def property(self, name):
        """The value of the property NAME; "" if it has none."""
        return expressions.unescape(self._properties.get(name.lower(), ""))

    def set_default(self, name, value):
        """Gives the property NAME the VALUE, as it is meant, unless it has one."""
        if not self._properties.get(name.lower()):
            self._properties[name.lower()] = expressions.escape(value)

    def items_of(self, name):
        """The items of the type NAME."""
        return self.items.get(name.lower(), [])

    def add_item(self, kind, name):
        """Adds the file NAME to the items of the type KIND."""
        path = None if is_windows_absolute(name) else self.folders.find(self.folder, name)
        self.items.setdefault(kind.lower(), []).append(Item(name, path, {}))

    def import_file(self, path):
        """Takes in the properties of the project file at PATH, and its groups of
        items for later."""
        self._import_count += 1
        if path in self._importing:
            return
        if self._import_count > _MAX_IMPORTS or len(self._importing) > _MAX_IMPORT_DEPTH:
            raise ScanError(f"{self.path}: there is no end to the files that it imports")
        root = xml.read(path)
        if root.tag != "Project":
            raise ScanError(f"{path}:{root.line}: not a project of MSBuild: its root element is "
                            f"{root.tag}")
        self._importing.append(path)
        self._evaluate_properties(root, path)
        self._importing.pop()

    # Properties

    def _evaluate_properties(self, parent, path):
        for element in parent.children:
            if element.tag in ("ItemGroup", "ItemDefinitionGroup"):
                self._groups.append((element, path))
            elif element.tag == "PropertyGroup":
                if self._holds(element, path):
                    self._set_properties(element, path)
            elif element.tag == "Import":
                if self._holds(element, path):
                    self._import(element, path)
            elif element.tag == "ImportGroup":
                if self._holds(element, path):
                    self._evaluate_properties(element, path)
            elif element.tag == "Choose":
                chosen = self._choose(element, path)
                if chosen:
                    self._evaluate_properties(chosen, path)

    def _set_properties(self, group, path):
        for element in group.children:
            name = element.tag.lower()
            if name not in self._fixed and self._holds(element, path):
                self._properties[name] = self._expand(element.text.strip(), element, path)

    def _choose(self, element, path):
        """The element of the branch to take; None if there is none."""
        for branch in element.children:
            if branch.tag == "When" and self._holds(branch, path) or branch.tag == "Otherwise":
                return branch
        return None

    def _import(self, element, path):
        project = self._expand(element.attributes.get("Project", ""), element, path)
        for name in expressions.split_list(expressions.unescape(project)):
            folder = os.path.dirname(path)
            base = name.replace("\\", "/").rpartition("/")[2].lower()
            if globs.has_wildcards(name):
                found = [] if is_windows_absolute(name) else globs.find(folder, name, self.folders)
            else:
                found = [self._find(folder, name)]
            for file in found:
                if file and os.path.isfile(file):
                    self.import_file(file)
                elif base in self._well_known:
                    self._well_known[base](self)
                elif not name.startswith(NOT_HERE):
                    self.missing_imports.append(name)

    # Items

    def _evaluate_groups(self):
        self._add_referenced_types()
        for element, path in self._groups:
            if element.tag == "ItemDefinitionGroup" and self._holds(element, path):
                for definition in element.children:
                    if self._holds(definition, path):
                        self._add_defaults(definition, path)
        for element, path in self._groups:
            if element.tag == "ItemGroup" and self._holds(element, path):
                for item in element.children:
                    if item.tag.lower() in self._wanted and self._holds(item, path):
                        self._evaluate_item(item, path)

    def _add_referenced_types(self):
        """Items of a type that others are made of matter as well."""
        elements = [item for group, _ in self._groups for item in group.children]
        changed = True
        while changed:
            changed = False
            for item in elements:
                if item.tag.lower() in self._wanted:
                    for text in item.attributes.values():
                        for part in text.split("@(")[1:]:
                            name = part.split(")")[0].split("->")[0].strip().lower()
                            changed |= name not in self._wanted
                            self._wanted.add(name)

    def _add_defaults(self, definition, path):
        kind = definition.tag.lower()
        if kind in self._wanted:
            metadata = self._defaults.setdefault(kind, {})
            self._set_metadata(definition, path, metadata, kind)

    def _evaluate_item(self, element, path):
        kind = element.tag.lower()
        items = self.items.setdefault(kind, [])
        if "Remove" in element.attributes:
            removed = self._patterns(element, "Remove", path)
            items[:] = [item for item in items if not self._is_named(item, removed)]
        elif "Update" in element.attributes:
            updated = self._patterns(element, "Update", path)
            for item in items:
                if self._is_named(item, updated):
                    self._set_metadata(element, path, item.metadata, kind, item)
        elif "Include" in element.attributes:
            excluded = self._patterns(element, "Exclude", path)
            for name in self._patterns(element, "Include", path):
                for item in self._items_named(name, kind):
                    if not self._is_named(item, excluded):
                        self._set_metadata(element, path, item.metadata, kind, item)
                        items.append(item)
                        self._item_count += 1
                        if self._item_count > _MAX_ITEMS:
                            raise ScanError(f"{path}:{element.line}: the project has more than "
                                            f"{_MAX_ITEMS} items")

    def _patterns(self, element, attribute, path):
        text = self._expand(element.attributes.get(attribute, ""), element, path)
        return [expressions.unescape(name) for name in expressions.split_list(text)]

    def _items_named(self, name, kind):
        if globs.has_wildcards(name):
            paths = [] if is_windows_absolute(name) else globs.find(self.folder, name,
                                                                    self.folders)
            names = [(os.path.relpath(path, self.folder), path) for path in paths]
        else:
            names = [(name, self._find(self.folder, name))]
        for one, path in names:
            yield Item(one, path, dict(self._defaults.get(kind, {})))

    def _is_named(self, item, patterns):
        for pattern in patterns:
            if item.name.lower() == pattern.lower():
                return True
            if item.path and not is_windows_absolute(pattern):
                if globs.matches(item.path, self.folder, pattern):
                    return True
        return False

    def _set_metadata(self, element, path, metadata, kind, item=None):
        """Adds to METADATA what ELEMENT says; it may refer to what METADATA has
        already."""
        def value_of(name):
            owner, _, plain = name.lower().rpartition(".")
            if owner and owner != kind:
                return ""
            return metadata.get(plain) or _well_known_metadata(item, plain)

        if item:
            for name, text in element.attributes.items():
                if name not in _ITEM_ATTRIBUTES:
                    metadata[name.lower()] = self._expand(text, element, path, value_of)
        for child in element.children:
            if self._holds(child, path, value_of):
                metadata[child.tag.lower()] = self._expand(child.text.strip(), child, path,
                                                           value_of)

    # What all of them use

    def _holds(self, element, path, metadata=None):
        condition = element.attributes.get("Condition", "")
        if not condition.strip():
            return True
        try:
            return conditions.holds(
                condition, lambda text: self._expand(text, element, path, metadata),
                lambda name: self._exists(name, path))
        except conditions.Malformed as error:
            raise ScanError(f"{path}:{element.line}: the condition \"{condition}\" is malformed: "
                            f"{error}") from error

    def _expand(self, text, element, path, metadata=None):
        if "(" not in text:
            return text
        expander = expressions.Expander(
            lambda name: self._property_in(name.lower(), path), _Files(self, path),
            lambda name: [expressions.escape(item.name) for item in self.items_of(name)],
            metadata)
        try:
            return expander.expand(text)
        except expressions.TooLong as error:
            raise ScanError(f"{path}:{element.line}: the value of {element.tag} grows without "
                            f"bounds") from error
        finally:
            self.not_understood += expander.not_understood

    def _property_in(self, name, path):
        """The value of a property in the file at PATH."""
        if name.startswith("msbuildthisfile"):
            file = os.path.basename(path)
            stem, extension = os.path.splitext(file)
            return expressions.escape({
                "": file,
                "fullpath": path,
                "name": stem,
                "extension": extension,
                "directory": os.path.dirname(path) + "/",
            }.get(name[len("msbuildthisfile"):], ""))
        return self._properties.get(name, "")

    def _find(self, folder, name):
        return None if is_windows_absolute(name) else self.folders.find(folder, name)

    def _exists(self, name, path):
        """Whether there is a file or folder NAME, from the file at PATH or from
        the project."""
        return bool(name) and bool(self._find(os.path.dirname(path), name) or
                                   self._find(self.folder, name))


_ITEM_ATTRIBUTES = {"Include", "Exclude", "Remove", "Update", "Condition", "Label",
                    "KeepMetadata", "RemoveMetadata", "KeepDuplicates", "MatchOnMetadata"}


def _well_known_metadata(item, name):
    """"MSBuild well-known item metadata" in the MSBuild reference."""
    if not item:
        return ""
    folder, _, file = item.name.replace("\\", "/").rpartition("/")
    stem, dot, extension = file.rpartition(".")
    return expressions.escape({
        "identity": item.name,
        "fullpath": item.path or item.name,
        "filename": stem if dot else file,
        "extension": dot + extension if dot else "",
        "relativedir": folder + "/" if folder else "",
    }.get(name, ""))


class _Files:
    """What the property functions ask about the disk. Names come and go as the
    texts of a project have them."""

    def __init__(self, evaluation, path):
        self._evaluation = evaluation
        self._path = path

    def full_path(self, name):
        return expressions.escape(self._full_path(name))

    def _full_path(self, name):
        name = expressions.unescape(name).replace("\\", "/")
        return os.path.normpath(os.path.join(self._evaluation.folder, name))

    def exists(self, name):
        evaluation, name = self._evaluation, expressions.unescape(name)
        return (bool(name) and not is_windows_absolute(name) and
                bool(evaluation.folders.find(evaluation.folder, name)))

    def folder_above(self, folder, name):
        folder = self._full_path(folder) if folder else os.path.dirname(self._path)
        while not self._evaluation.folders.find(folder, expressions.unescape(name)):
            parent = os.path.dirname(folder)
            if parent == folder:
                return None
            folder = parent
        return expressions.escape(folder)
