"""What all pages have in common."""

import base64
import hashlib
import os
from html import escape

_HERE = os.path.dirname(os.path.abspath(__file__))


def page(title, body, script):
    """A page. BODY is HTML; SCRIPT is the name of the script beside this file."""
    style, code = _asset("style.css"), _asset(script)
    # Nothing is loaded, and no script but this one runs, whatever the names in
    # the sources are.
    policy = (f"default-src 'none'; style-src {_hash(style)}; script-src {_hash(code)}; "
              f"base-uri 'none'; form-action 'none'")
    return f"""<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="{policy}">
<title>{escape(title)}</title>
<style>{style}</style>
</head>
<body>
{body}
<script>{code}</script>
</body>
</html>
"""


def badge(verdict, text=None):
    """A verdict, in its colour."""
    return f'<span class="verdict {verdict}">{escape(text or verdict)}</span>'


def place(entry):
    """Where an entry of verdicts.json stands."""
    return f'<span class="path">{escape(entry["file"])}:{entry["line"]}</span>'


def short(rule):
    """The name of a rule without the package's."""
    return rule.rpartition(".")[2]


def _asset(name):
    with open(os.path.join(_HERE, name), encoding="utf-8") as file:
        return file.read()


def _hash(text):
    digest = hashlib.sha256(text.encode()).digest()
    return f"'sha256-{base64.b64encode(digest).decode()}'"
