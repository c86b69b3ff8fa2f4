"""Writes files that the next scan compares times with.

What comes out the same is left alone: ninja goes by the time of a file."""

import os
import threading


def write_kept(path, text):
    """Makes TEXT the contents of the file at PATH, which is never seen half
    written."""
    data = text.encode(errors="surrogateescape")
    try:
        with open(path, "rb") as file:
            if file.read(len(data) + 1) == data:
                return
    except OSError:
        pass
    partial = f"{path}.{os.getpid()}.{threading.get_ident()}.partial"
    try:
        with open(partial, "wb") as file:
            file.write(data)
        os.replace(partial, path)
    except OSError as error:
        try:
            os.unlink(partial)
        except OSError:
            pass
        raise OSError(error.errno, error.strerror, path) from error
