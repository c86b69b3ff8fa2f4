"""A source file by itself."""

import os

from kmdf_scan.inputs.model import Driver, Source, Target, language_of


def read_source(path):
    """The driver that the one source at PATH, absolute, makes."""
    root = os.path.dirname(path)
    return Driver(os.path.splitext(os.path.basename(path))[0], root, plain_sources([path]))


def plain_sources(paths):
    """Sources of one driver, PATHS, of which nothing is known but what is in
    them."""
    target = Target()
    return [Source(path, os.path.dirname(path), language_of(path), target, is_bare=True)
            for path in paths]
