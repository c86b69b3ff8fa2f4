"""Runs kmdf-scan when Python is given this folder."""

import gc
import os
import sys

# Python put this folder itself on the path; the package is found from the one
# above it.
sys.path[0] = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))

# What a scan makes does not refer to itself in circles. Looking for such takes a
# twentieth of the time of a scan where nothing has changed.
gc.disable()

from kmdf_scan import repeat  # noqa: E402

code = repeat.replay(sys.argv[1:])
if code is None:
    witness = repeat.Witness(sys.argv[1:])
    from kmdf_scan import cli  # noqa: E402

    code = cli.main(sys.argv[1:], witness)
sys.exit(code)
