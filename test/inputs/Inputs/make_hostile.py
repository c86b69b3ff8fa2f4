"""Makes a folder that a reader could hang in, or be harmed by:
make_hostile.py FOLDER"""

import os
import sys

DRIVER = """#include <ntddk.h>
#include <wdf.h>
EVT_WDF_TIMER EvtTimer;
void EvtTimer(WDFTIMER Timer) { WdfTimerStop(Timer, FALSE); }
"""

top = sys.argv[1]
os.makedirs(top)
os.chdir(top)


def write(name, text):
    with open(name, "w", encoding="utf-8") as file:
        file.write(text)


# Links to themselves, to each other, to what holds them, and to nothing.
os.symlink("self.c", "self.c")
os.symlink("other", "one")
os.symlink("one", "other")
os.symlink(".", "here")
os.symlink("/", "root.h")
os.symlink("nowhere.c", "dangling.c")

# What never ends when it is read.
os.mkfifo("pipe.c")
os.mkfifo("pipe.h")
os.symlink("/dev/zero", "zero.c")

# Headers that include themselves, each other, and what is no header.
write("loop.h", '#include "loop.h"\n#include "back.h"\n#include "pipe.h"\n#include "zero.c"\n')
write("back.h", '#include "loop.h"\n#include "here/here/here/loop.h"\n')
write("loop.c", '#if 0\n#include "loop.h"\n#endif\n' + DRIVER)

# Large, with what begins everywhere and ends nowhere.
with open("large.c", "w", encoding="utf-8") as file:
    file.write(DRIVER + "//")
    for _ in range(50):
        file.write(("DriverEntry( /* " * (64 * 1024)))
    file.write("\n")

# A name that is not UTF-8, and names that a terminal or a page would obey.
for name in (b"latin-\xe9.c", b"red-\x1b[31m.c", b"line\nbreak.c", b"<b>&amp;.c"):
    with open(name, "w", encoding="utf-8") as file:
        file.write(DRIVER)

# Deeper than a path can be named. The source at the end is too deep to be found.
for _ in range(300):
    os.mkdir("deeper-and-deeper")
    os.chdir("deeper-and-deeper")
write("deep.c", DRIVER)
