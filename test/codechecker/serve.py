"""Runs a script against a server: serve.py SERVER.sh READY SCRIPT.sh

SERVER.sh is a command that runs a server until it is told to end, and READY a part of
the line that it prints when it can be used. Port 8001 stands for a free one in all
three. Ends as SCRIPT.sh does, when the server and all that it has started are gone."""

import os
import signal
import socket
import subprocess
import sys
import threading
import time

# Seconds that the server has to go.
PATIENCE = 180


def main(server, ready, script):
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = str(probe.getsockname()[1])

    def read(path):
        with open(path, encoding="utf-8") as file:
            return file.read().replace("8001", port)

    mark = f"KMDF_SERVE={os.getpid()}.{time.time()}"
    name, value = mark.split("=")
    running = subprocess.Popen(["sh", "-c", "exec " + read(server)], text=True,
                               stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
                               env=dict(os.environ, **{name: value}))
    try:
        wait_for(ready.replace("8001", port), running.stdout)
        code = subprocess.run(["sh", "-e", "-c", read(script)], check=False).returncode
    finally:
        running.terminate()
        running.wait(PATIENCE)
        left = find_processes(mark)
        for number in left:
            os.kill(number, signal.SIGKILL)
    if left:
        sys.exit("serve.py: the server has left processes behind")
    return code


def find_processes(mark):
    """The processes with MARK in their environment."""
    found = []
    for number in filter(str.isdecimal, os.listdir("/proc")):
        try:
            with open(f"/proc/{number}/environ", "rb") as file:
                if mark.encode() in file.read().split(b"\0"):
                    found.append(int(number))
        except OSError:
            continue  # it has ended, or is another user's
    return found


def wait_for(ready, output):
    """Passes OUTPUT on as standard error, now until READY is in a line of it, and
    later in another thread."""
    for line in output:
        sys.stderr.write(line)
        if ready in line:
            break
    else:
        sys.exit("serve.py: the server has ended")
    threading.Thread(target=lambda: sys.stderr.writelines(output), daemon=True).start()


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
