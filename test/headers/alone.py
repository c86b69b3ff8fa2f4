"""Parses each model header by itself: alone.py INCLUDE LANGUAGE COMMAND...

By itself is after no other header than those that it says it comes after. A part
of wdm.h or wdf.h is parsed with its umbrella, which has to include it. COMMAND
is clang's, without the source. Prints what clang says and how many headers there
are; the exit code is 1 if clang says anything."""

import concurrent.futures
import os
import re
import subprocess
import sys

UMBRELLAS = {"km": "wdm.h", "wdf": "wdf.h"}
PARTS = {"km": re.compile(r"wdm_\w+\.h"),
         "wdf": re.compile(r"wdf(?!(usb|miniport|installer|traceenums)?\.h)\w+\.h")}
AFTER = {
    "wdf.h": ["ntddk.h"],
    "wdfusb.h": ["ntddk.h", "wdf.h", "usb.h", "usbdlib.h"],
    "wdfminiport.h": ["ntddk.h", "wdf.h"],
    # It is for user mode, after windows.h, of which these have what it needs.
    "wdfinstaller.h": ["ntddk.h", "windef.h"],
    "poppack.h": ["pshpack1.h"],
}


def main(include, language, command):
    whole, missing = [], []
    for folder in sorted(os.listdir(include)):
        parts = PARTS.get(folder)
        for name in sorted(os.listdir(os.path.join(include, folder))):
            if not parts or not parts.fullmatch(name):
                whole.append(name)
            elif not includes(os.path.join(include, folder, UMBRELLAS[folder]), name):
                missing.append(f"{UMBRELLAS[folder]} does not include {name}")
    with concurrent.futures.ThreadPoolExecutor() as pool:
        said = list(pool.map(lambda name: parse(name, language, command), whole))
    wrong = missing + [text for text in said if text]
    print("\n".join(wrong))
    print(f"{len(whole)} headers as {language}, {len(wrong)} of them wrong")
    return 1 if wrong else 0


def includes(umbrella, name):
    with open(umbrella, encoding="utf-8") as file:
        return re.search(rf'^#include [<"]{re.escape(name)}[>"]', file.read(), re.MULTILINE)


def parse(name, language, command):
    source = "".join(f"#include <{header}>\n" for header in [*AFTER.get(name, []), name])
    run = subprocess.run([*command, "-fsyntax-only", "-x", language, "-"], input=source,
                         capture_output=True, text=True, check=False)
    said = run.stdout + run.stderr
    return f"{name}:\n{said}" if said or run.returncode else ""


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], sys.argv[2], sys.argv[3:]))
