"""Runs kmdf-scan when Python is given this folder."""

import os
import sys

# Python put this folder itself on the path; the package is found from the one
# above it.
sys.path[0] = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))

from kmdf_scan import cli  # noqa: E402

sys.exit(cli.main(sys.argv[1:]))
