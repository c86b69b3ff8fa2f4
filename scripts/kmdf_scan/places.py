"""Where the project's other parts are: the plugin, the model headers and the pages
on the rules. A checkout has them where they are made; an installation says where
it put them in places.json, which CMake writes beside this file."""

import json
import os

_PACKAGE = os.path.dirname(os.path.realpath(__file__))
_INSTALLED = os.path.join(_PACKAGE, "places.json")

_IN_CHECKOUT = {
    "plugin": "../../build/lib/KmdfCheckers.so",
    "headers": "../../include",
    "rule_pages": "../../docs/rules",
    "setup": "../setup",
}


def _read():
    """The paths by their names; "setup", which builds the plugin, is of a checkout
    alone."""
    places = _IN_CHECKOUT
    if os.path.exists(_INSTALLED):
        with open(_INSTALLED, encoding="utf-8") as file:
            places = json.load(file)
    return {name: os.path.normpath(os.path.join(_PACKAGE, path))
            for name, path in places.items()}


_PLACES = _read()

PLUGIN = _PLACES["plugin"]
HEADERS = _PLACES["headers"]
RULE_PAGES = _PLACES["rule_pages"]
SETUP = _PLACES.get("setup")
