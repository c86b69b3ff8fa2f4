"""Compares the model headers with the framework's real ones, and with the rules'
table of role types: compare.py ROLE_TYPES_C REAL_COMMAND MODEL_COMMAND

Each command is a clang -cc1 in one argument. Prints what the model lacks or has
otherwise - functions by the types of their parameters, structures by their
fields, enumerations by their values, macros by their parameters - and then how
much was compared."""

import json
import re
import shlex
import subprocess
import sys

# What a KMDF driver can include, with what has to come before.
SOURCE = """
#include <ntddk.h>
#include <wdf.h>
#include <usb.h>
#include <usbdlib.h>
#include <wdfusb.h>
#include <wdfminiport.h>
"""
# Every name of the framework's has one of these in it, in this case.
NAMES = ("WDF", "Wdf")
# The framework's own, behind its functions: WDFFUNC is the type of an entry of
# their table, WDFFUNCENUM and WDFSTRUCTENUM number its entries.
INTERNAL = {"WDFFUNC", "WDFFUNCENUM", "_WDFFUNCENUM", "WDFSTRUCTENUM", "_WDFSTRUCTENUM"}
INTEGERS = {"CHAR": "char", "UCHAR": "unsigned char", "USHORT": "unsigned short",
            "LONG": "long", "ULONG": "unsigned long", "LONGLONG": "long long"}


def main(role_types, real_command, model_command):
    real, model = Headers(real_command), Headers(model_command)
    for kind in ("function", "structure", "enumeration", "type", "macro"):
        report(kind, real.named[kind], model.named[kind])
    with open(role_types, encoding="utf-8") as file:
        table = set(re.findall(r'^\s*\{"(EVT_\w+)", "', file.read(), re.MULTILINE))
    roles = {name for name in real.named["type"] if name.startswith("EVT_WDF")}
    for name in sorted(roles ^ table):
        print(f"role type {name}: only in {'the headers' if name in roles else 'the table'}")
    print(", ".join(f"{len(real.named[kind])} {kind}s" for kind in real.named), "and",
          len(roles), "role types compared")


def report(kind, real, model):
    for name in sorted(real):
        if name not in model:
            print(f"{kind} {name}: missing")
        elif real[name] != model[name]:
            print(f"{kind} {name}: {real[name]} in the real headers, {model[name]} here")


class Headers:
    """What the headers declare, by kind and name."""

    def __init__(self, command):
        self._command = shlex.split(command)
        self.named = {"function": {}, "structure": {}, "enumeration": {}, "type": {}, "macro": {}}
        for name in NAMES:
            text = self._run("-ast-dump=json", f"-ast-dump-filter={name}")
            for declaration in read_all(text):
                self._add(declaration)
        self._add_macros(self._run("-E", "-dD"))

    def _run(self, *options):
        run = subprocess.run([*self._command, *options, "-x", "c", "-"], input=SOURCE,
                             capture_output=True, text=True, check=False)
        if run.returncode != 0:
            sys.exit(run.stderr)
        return run.stdout

    def _add(self, node):
        kind, name = node["kind"], node.get("name", "")
        # A handle is a pointer to a structure that nobody looks into.
        if name in INTERNAL or name.endswith("__"):
            return
        inner = node.get("inner", [])
        if kind == "FunctionDecl":
            self.named["function"][name] = [
                type_of(child) for child in inner if child["kind"] == "ParmVarDecl"]
        elif kind == "RecordDecl" and inner:
            self.named["structure"][name] = fields_of(node)
        elif kind == "EnumDecl":
            self.named["enumeration"][name] = enumerators_of(node)
        # PFN_WDFSOMETHING is the type of a function's entry in the table.
        elif kind == "TypedefDecl" and not re.match(r"PFN_WDF[^_]", name):
            self.named["type"][name] = type_of(node)

    def _add_macros(self, text):
        """Macros with WDF in their name, from the framework's headers."""
        folder = ""
        for line in text.splitlines():
            if marker := re.match(r'# \d+ "(.*)[/\\]', line):
                folder = marker[1]
            elif macro := re.match(r"#define (\w*(?:WDF|Wdf)\w*)(\([^)]*\))?", line):
                if "wdf" in folder.lower() and not re.fullmatch(r"_\w+_H_", macro[1]):
                    parameters = macro[2].count(",") + 1 if macro[2] else None
                    self.named["macro"][macro[1]] = parameters


def read_all(text):
    """The JSON documents that stand one after the other in TEXT."""
    decoder, position = json.JSONDecoder(), 0
    while match := re.compile(r"\S").search(text, position):
        document, position = decoder.raw_decode(text, match.start())
        yield document


def type_of(node):
    """The type of a parameter or a field, with no typedef of an integer in it and
    no place in the source."""
    text = node["type"].get("desugaredQualType", node["type"]["qualType"])
    text = re.sub(r"\b(\w+) \*", lambda match: f"{INTEGERS.get(match[1], match[1])} *", text)
    return re.sub(r" at [^)]*", "", text)


def fields_of(record):
    fields = []
    for child in record.get("inner", []):
        if child["kind"] == "FieldDecl":
            fields.append(f"{child.get('name', '')}: {type_of(child)}")
        elif child["kind"] == "RecordDecl":
            fields.append(fields_of(child))
    return fields


def enumerators_of(enumeration):
    values, value = {}, -1
    for child in enumeration.get("inner", []):
        if child["kind"] == "EnumConstantDecl":
            given = child.get("inner", [{}])[0].get("value")
            value = int(given) if given is not None else value + 1
            values[child["name"]] = value
    return values


if __name__ == "__main__":
    main(*sys.argv[1:])
