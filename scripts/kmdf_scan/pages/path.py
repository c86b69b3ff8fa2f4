"""The page of a defect: its path, step by step in the sources."""

import os
import re
from html import escape
from urllib.parse import quote, unquote_to_bytes, urlsplit

from kmdf_scan import fingerprints
from kmdf_scan.inputs.text import decode
from kmdf_scan.pages.frame import page, short

# In the folder of the report.
FOLDER = "paths"

# How many lines around a step are shown, and the longest gap that is filled.
_AROUND = 8
_SMALL_GAP = 4
# What is behind that is cut off: a line may be a whole program.
_LONGEST_LINE = 2000


class Paths:
    """The pages of all defects."""

    def __init__(self, document, results):
        """DOCUMENT is verdicts.json's, RESULTS that of results.sarif."""
        [run] = results["runs"]
        self._bases = {name: unquote_to_bytes(urlsplit(base["uri"]).path)
                       for name, base in run["originalUriBaseIds"].items()}
        by_fingerprint = {result["partialFingerprints"][fingerprints.NAME]: result
                          for result in run["results"]}
        self._defects = [(defect, by_fingerprint[defect["fingerprint"]])
                         for entry in document["drivers"] for defect in entry["defects"]]
        self._names = {defect["fingerprint"]: f"{FOLDER}/{number}.html"
                       for number, (defect, _) in enumerate(self._defects, 1)}

    def link(self, defect):
        """The address of the page of DEFECT, from index.html."""
        return self._names[defect["fingerprint"]]

    def render(self):
        """The pages, as pairs of a path in the folder of the report and a text."""
        for defect, result in self._defects:
            yield self.link(defect), self._page(defect, result)

    def _page(self, defect, result):
        steps = [_Step(location, self._resolve)
                 for flow in result.get("codeFlows", [])
                 for location in flow["threadFlows"][0]["locations"]]
        parts = [_head(defect), _summary(steps), *_fixes(result)]
        for name in dict.fromkeys(step.name for step in steps):
            parts.append(_source(name, steps))
        parts.append(_foot(defect))
        return page(defect["message"], "\n".join(parts), "path.js")

    def _resolve(self, artifact):
        """The path of a file on disk, as bytes, and its name on the page."""
        path = unquote_to_bytes(urlsplit(artifact["uri"]).path)
        base = self._bases.get(artifact.get("uriBaseId"), b"")
        return os.path.join(base, path), os.fsdecode(path)


class _Step:
    def __init__(self, location, resolve):
        place = location["location"]["physicalLocation"]
        region = place["region"]
        self.path, self.name = resolve(place["artifactLocation"])
        self.line = region["startLine"]
        self.column = region["startColumn"]
        self.end_line = region.get("endLine", self.line)
        self.end_column = region.get("endColumn", self.column)
        self.text = location["location"]["message"]["text"]
        # What clang says of each branch it takes.
        self.is_aside = location.get("importance") == "unimportant"


def _head(defect):
    role = f" in <code>{escape(defect['callback'])}</code>" if defect["callback"] else ""
    return f"""<p><a class="up" href="../index.html">All verdicts</a></p>
<h1>{escape(defect["message"])}</h1>
<p><span class="verdict defect">{escape(short(defect["rule"]))}</span>{role},
<span class="path">{escape(defect["file"])}:{defect["line"]}:{defect["column"]}</span></p>"""


def _summary(steps):
    items = "".join(
        f'<li{_class(step.is_aside, "dim")}><a href="#step{number}">'
        f'<span class="path">{escape(os.path.basename(step.name))}:{step.line}</span></a> '
        f'{escape(step.text)}</li>' for number, step in enumerate(steps, 1))
    return f'<h2>The path</h2>\n<ol class="steps">{items}</ol>'


def _fixes(result):
    for fix in result.get("fixes", []):
        yield (f'<h2>The mend</h2>\n<p>{escape(fix["description"]["text"])}. It is in '
               f'<code>results.sarif</code>, for editors to apply.</p>')


def _source(name, steps):
    own = [(number, step) for number, step in enumerate(steps, 1) if step.name == name]
    lines = _read(own[0][1].path)
    parts, shown_to = [], 0
    for first, last in _ranges([step.line for _, step in own], len(lines)):
        if first > shown_to + 1:
            parts.append(_gap(shown_to + 1, first - 1))
        for line in range(first, last + 1):
            here = [step for _, step in own if step.line == line]
            parts.append(f'<div class="line"><span class="number">{line}</span>'
                         f'<code class="text">{_marked(lines[line - 1], here)}</code></div>')
            parts += [_note(number, step, len(steps)) for number, step in own
                      if step.line == line]
        shown_to = last
    if shown_to < len(lines):
        parts.append(_gap(shown_to + 1, len(lines)))
    # The file may have changed, or gone, since it was analysed.
    parts += [_note(number, step, len(steps)) for number, step in own if step.line > len(lines)]
    return (f'<h2 class="path">{escape(name)}</h2>\n<div class="source">\n' +
            "\n".join(parts) + "\n</div>")


def _read(path):
    try:
        with open(path, "rb") as file:
            text = decode(file.read())[1]
    except OSError:
        return []
    lines = re.split(r"\r\n|\n|\r", text)
    if not lines[-1]:
        lines.pop()
    return [line[:_LONGEST_LINE] for line in lines]


def _ranges(places, count):
    """The first and last lines of what is shown around PLACES, lines of COUNT."""
    ranges = []
    for place in sorted(places):
        first, last = place - _AROUND, min(count, place + _AROUND)
        if first <= _SMALL_GAP + 1:
            first = 1
        if count - last <= _SMALL_GAP:
            last = count
        if ranges and first <= ranges[-1][1] + _SMALL_GAP + 1:
            ranges[-1][1] = max(last, ranges[-1][1])
        elif first <= last:
            ranges.append([first, last])
    return ranges


def _gap(first, last):
    lines = f"line {first} is" if first == last else f"lines {first} to {last} are"
    return f'<div class="gap">{lines} not on the path</div>'


def _marked(text, steps):
    """The TEXT of a line, with what the STEPS are about marked."""
    marked = set()
    for step in steps:
        marked.update(range(step.column - 1, _end(text, step)))
    parts, position = [], 0
    while position < len(text):
        end = position
        while end < len(text) and (end in marked) == (position in marked):
            end += 1
        piece = escape(text[position:end])
        parts.append(f"<mark>{piece}</mark>" if position in marked else piece)
        position = end
    return "".join(parts)


def _end(text, step):
    """Where in TEXT, its line, ends what STEP is about: of a step that is a place
    alone, the word that begins there."""
    if step.end_line > step.line:
        return len(text)
    if step.end_column > step.column:
        return min(step.end_column - 1, len(text))
    return step.column - 1 + len(re.match(r"\w*|.?", text[step.column - 1:])[0])


def _note(number, step, count):
    kind = "note end" if number == count else "note aside" if step.is_aside else "note"
    links = []
    if number > 1:
        links.append(f'<a href="#step{number - 1}" title="previous step" '
                     f'aria-label="previous step">&#8592;</a>')
    if number < count:
        links.append(f'<a href="#step{number + 1}" title="next step" '
                     f'aria-label="next step">&#8594;</a>')
    return (f'<div class="{kind}" id="step{number}"><span class="badge">{number}</span>'
            f'<span class="text">{escape(step.text)}</span><nav>{"".join(links)}</nav></div>')


def _foot(defect):
    whole = ""
    if defect["report"]:
        whole = f'<p><a href="../{quote(defect["report"])}">The whole file, as clang draws it</a></p>'
    return f"""{whole}
<div class="stepper" hidden><button type="button">Previous</button><output></output>
<button type="button">Next</button>
<span class="dim">keys: <kbd>p</kbd> <kbd>n</kbd>, up: <kbd>u</kbd></span></div>"""


def _class(condition, name):
    return f' class="{name}"' if condition else ""
