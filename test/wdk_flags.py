"""Prints the options by which clang -cc1 finds the framework's real headers and
Debian's mingw-w64 kernel headers, and after them its own:
wdk_flags.py CORPUS MINGW CLANG_HEADERS OVERLAY_TO_WRITE"""

import os
import sys

from kmdf_scan.overlay import write_names

corpus, mingw, clang_headers, overlay = sys.argv[1:]
folders = [os.path.join(corpus, "wdf", "kmdf", "1.33"), os.path.join(mingw, "ddk"), mingw]
write_names(overlay, folders)
# What mingw lacks of SAL.
options = ["-ivfsoverlay", overlay, "-D", "_IRQL_limited_to_(irql)=", "-fgnuc-version=4.2.1",
           "-D", "KMDF_VERSION_MAJOR=1", "-D", "KMDF_VERSION_MINOR=33", "-D", "_AMD64_"]
# mingw's headers declare some functions otherwise than clang's do for Windows:
# they come first.
for folder in [*folders, clang_headers]:
    options += ["-internal-isystem", folder]
print("\n".join(f'"{option}"' for option in options))
