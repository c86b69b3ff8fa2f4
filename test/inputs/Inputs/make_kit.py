"""Makes a Windows Driver Kit: make_kit.py CORPUS MINGW FOLDER

The framework's headers are those in CORPUS, the others those of mingw-w64 in
MINGW, as links. It has two versions of Windows, of which one is all but empty
and spelt in another case, and two of KMDF."""

import os
import sys

# What mingw's headers ask of the compiler, and what they lack of SAL.
ADAPTER = """#ifndef __GNUC__
#define __GNUC__ 4
#define __GNUC_MINOR__ 2
#define __GNUC_PATCHLEVEL__ 1
#define _IRQL_limited_to_(irql)
#endif
#include_next <_mingw.h>
"""


def link_headers(source, target):
    """Links TARGET's names to the headers in SOURCE."""
    os.makedirs(target, exist_ok=True)
    for entry in os.scandir(source):
        if entry.is_file() and entry.name.endswith((".h", ".inl")):
            os.symlink(entry.path, os.path.join(target, entry.name))


def write(path, text=""):
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "w", encoding="utf-8") as file:
        file.write(text)


def make_windows(folder, kernel):
    write(os.path.join(folder, kernel, "crt", "crt.h"))
    write(os.path.join(folder, kernel, "spb", "1.1", "spbcx.h"))
    for version in ("1.2", "1.10"):
        write(os.path.join(folder, kernel, "ude", version, "udecx.h"))
    write(os.path.join(folder, "shared", "shared.h"))
    write(os.path.join(folder, "um", "um.h"))
    write(os.path.join(folder, "ucrt", "ucrt.h"))


corpus, mingw, kit = sys.argv[1:]
include = os.path.join(kit, "include")
make_windows(os.path.join(include, "10.0.19041.0"), "Km")
whole = os.path.join(include, "10.0.26100.0")
make_windows(whole, "km")
link_headers(os.path.join(mingw, "ddk"), os.path.join(whole, "km"))
write(os.path.join(whole, "km", "_mingw.h"), ADAPTER)
for part in ("", "sec_api", "sdks", "psdk_inc"):
    link_headers(os.path.join(mingw, part), os.path.join(whole, "shared", part))
for version in ("1.31", "1.33"):
    link_headers(os.path.join(corpus, "wdf", "kmdf", "1.33"),
                 os.path.join(include, "wdf", "KMDF", version))
link_headers(os.path.join(corpus, "wdf", "umdf", "2.33"),
             os.path.join(include, "wdf", "umdf", "2.33"))
