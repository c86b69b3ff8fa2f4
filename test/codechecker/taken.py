"""Runs a command with --port N added, N being a port that is in use:
taken.py COMMAND..."""

import socket
import subprocess
import sys

with socket.socket() as taken:
    taken.bind(("127.0.0.1", 0))
    taken.listen()
    sys.exit(subprocess.run([*sys.argv[1:], "--port", str(taken.getsockname()[1])],
                            check=False).returncode)
