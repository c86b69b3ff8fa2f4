"""index.html: the verdict table, the defects, what could not be judged and why, and
what to do next."""

from html import escape

from kmdf_scan import VERSION, rule_pages, verdicts
from kmdf_scan.pages.frame import badge, page, place, short


def render(document, rules, paths):
    """The page for verdicts.json's DOCUMENT. RULES has the summary of each rule
    that was on, PATHS is a path.Paths."""
    names = sorted(rules)
    drivers = [_Driver(number, entry, names, paths)
               for number, entry in enumerate(document["drivers"], 1)]
    body = "\n".join([_head(document), _filters(document["drivers"]),
                      *(driver.render() for driver in drivers),
                      _next(document["drivers"]), _rules(rules)])
    return page("kmdf-scan report", body, "index.js")


def _judged(drivers):
    """The verdict of each callback by each rule."""
    return [rule["verdict"] for entry in drivers for callback in entry["callbacks"]
            for rule in callback["rules"].values()]


def _head(document):
    drivers = document["drivers"]
    judged = _judged(drivers)
    counts = "".join(f'<li><b class="{verdict}">{judged.count(verdict)}</b>{verdict}</li>'
                     for verdict in verdicts.RANKING)
    sites = [site for entry in drivers for site in entry["call_sites"]]
    files = [file for entry in drivers for file in entry["files"]]
    whole = sum(file["status"] == "analysed" for file in files)
    banner = ""
    if document.get("incomplete"):
        banner = ('<p class="banner"><strong>Incomplete.</strong> The scan was interrupted; '
                  'this is what was finished until then.</p>')
    return f"""<h1>kmdf-scan report</h1>
<p class="dim">kmdf-scan {escape(VERSION)}, clang {escape(document["tool"]["clang"])}</p>
{banner}
<ul class="counts">{counts}
<li><b>{whole} of {len(files)}</b>files analysed whole</li>
<li><b>{sum(site["reached"] for site in sites)} of {len(sites)}</b>lock calls reached</li></ul>
<p class="dim">The verdicts are one for each callback and rule.</p>"""


def _filters(drivers):
    judged = _judged(drivers)
    boxes = "".join(
        f'<label><input type="checkbox" name="verdict" value="{verdict}" checked>'
        f'{badge(verdict)}</label>' for verdict in verdicts.RANKING if verdict in judged)
    return f"""<form class="filters" hidden>{boxes}
<label class="search">File <input type="search" name="file"></label>
<label class="search">Callback <input type="search" name="name"></label>
<button type="reset">All</button> <output></output></form>"""


class _Driver:
    """The section of a driver. Its reasons and defects are numbered, for links."""

    def __init__(self, number, entry, rules, paths):
        self._id = f"driver{number}"
        self._entry = entry
        self._rules = rules
        self._paths = paths
        self._reasons = {}  # by the reason: the callbacks
        for callback in entry["callbacks"]:
            for rule in callback["rules"].values():
                if rule["verdict"] == "inconclusive":
                    callbacks = self._reasons.setdefault(rule["reason"], [])
                    if callback not in callbacks:
                        callbacks.append(callback)

    def render(self):
        entry = self._entry
        return f"""<section id="{self._id}">
<h2>{escape(entry["name"])}: {badge(entry["verdict"])}</h2>
<p class="path dim">{escape(entry["root"])}</p>
{self._callbacks()}
{self._defects()}
{self._inconclusive()}
{_suppressed(entry["suppressed"])}
{_excluded(entry["excluded"])}
{_files(entry["files"])}
{_call_sites(entry["call_sites"])}
</section>"""

    def _callbacks(self):
        callbacks = self._entry["callbacks"]
        if not callbacks:
            return "<p>No callback of the framework was found here.</p>"
        heads = "".join(f'<th scope="col">{escape(short(rule))}</th>' for rule in self._rules)
        rows = "\n".join(self._row(callback) for callback in callbacks)
        return f"""<h3>Callbacks</h3>
<table class="verdicts">
<thead><tr><th scope="col">Callback</th><th scope="col">Role</th>{heads}</tr></thead>
<tbody>
{rows}
</tbody>
</table>"""

    def _row(self, callback):
        judged = " ".join(dict.fromkeys(rule["verdict"] for rule in callback["rules"].values()))
        cells = "".join(f'<td data-label="{escape(short(rule))}">{self._cell(callback, rule)}</td>'
                        for rule in self._rules)
        undeclared = "" if callback["declared"] else (
            '<span class="why dim">not declared with its role type</span>')
        return (f'<tr data-verdicts="{judged}" data-file="{escape(callback["file"])}" '
                f'data-name="{escape(callback["function"])}">'
                f'<th scope="row"><code>{escape(callback["function"])}</code>'
                f'<span class="why dim">{place(callback)}</span></th>'
                f'<td data-label="Role"><code>{escape(callback["role"])}</code>{undeclared}</td>'
                f'{cells}</tr>')

    def _cell(self, callback, rule):
        judged = callback["rules"][rule]
        if judged["verdict"] == "inconclusive":
            number = list(self._reasons).index(judged["reason"]) + 1
            return f'<a href="#{self._id}-why{number}">{badge("inconclusive")}</a>'
        if judged["verdict"] != "defect":
            return badge(judged["verdict"])
        own = [defect for defect in self._entry["defects"]
               if (defect["callback"], defect["rule"]) == (callback["function"], rule)]
        # One that is a helper's is under the helper's name.
        if not own:
            return badge("defect")
        links = [f'<a href="{self._paths.link(defect)}">'
                 f'{badge("defect", "defect" if number == 1 else str(number))}</a>'
                 for number, defect in enumerate(own, 1)]
        return " ".join(links)

    def _defects(self):
        if not self._entry["defects"]:
            return ""
        items = "\n".join(
            f'<li><a href="{self._paths.link(defect)}">{escape(defect["message"])}</a>'
            f'{_known(defect)}<br>'
            f'<span class="dim">{place(defect)}, {escape(short(defect["rule"]))}</span></li>'
            for defect in self._entry["defects"])
        return f'<h3>Defects</h3>\n<ol class="defects">\n{items}\n</ol>'

    def _inconclusive(self):
        if not self._reasons:
            return ""
        items = "\n".join(
            f'<li id="{self._id}-why{number}">{escape(reason)}:<br><span class="dim">'
            + ", ".join(f'<code>{escape(callback["function"])}</code> ({place(callback)})'
                        for callback in callbacks) + "</span></li>"
            for number, (reason, callbacks) in enumerate(self._reasons.items(), 1))
        return f'<h3>Inconclusive, and why</h3>\n<ul>\n{items}\n</ul>'


def _known(defect):
    return ' <span class="dim">(known)</span>' if defect.get("known") else ""


def _suppressed(defects):
    if not defects:
        return ""
    items = "\n".join(f'<li>{escape(defect["message"])}<br><span class="dim">{place(defect)}, '
                      f'{escape(short(defect["rule"]))}{_why(defect)}</span></li>'
                      for defect in defects)
    return f'<h3>Silenced in the source</h3>\n<ul>\n{items}\n</ul>'


def _excluded(paths):
    if not paths:
        return ""
    items = "\n".join(f'<li class="path">{escape(path)}</li>' for path in paths)
    return f'<h3>Left out by --exclude</h3>\n<ul>\n{items}\n</ul>'


def _why(defect):
    return f': {escape(defect["reason"])}' if defect["reason"] else ""


def _files(files):
    rows = []
    for file in files:
        status = "pass" if file["status"] == "analysed" else "inconclusive"
        rows.append(f'<tr><th scope="row" class="path">{escape(file["path"])}</th>'
                    f'<td data-label="Status">{badge(status, file["status"])}</td>'
                    f'<td data-label="Time">{file["seconds"]:.2f} s</td>'
                    f'<td data-label="Reason">{_reason(file)}</td></tr>')
    body = "\n".join(rows)
    return f"""<h3>Files</h3>
<table class="verdicts">
<thead><tr><th scope="col">File</th><th scope="col">Status</th><th scope="col">Time</th>
<th scope="col">Reason</th></tr></thead>
<tbody>
{body}
</tbody>
</table>"""


def _reason(file):
    reason = f'<span class="path">{escape(file["reason"])}</span>' if file["reason"] else ""
    items = "".join(f"<li>{item}</li>" for item in _guesses(file.get("guesses")))
    if not items:
        return reason
    return f"{reason}<details><summary>What was guessed</summary><ul>{items}</ul></details>"


def _guesses(found):
    """What had to be guessed of a file, in HTML, from its "guesses" in
    verdicts.json."""
    if not found:
        return
    if found["missing_headers"]:
        yield "no header " + ", ".join(f"<code>{escape(name)}</code>"
                                       for name in found["missing_headers"])
    for name in found["names"]:
        yield f'<code>{escape(name["name"])}</code> as a {escape(name["kind"])}'
    for piece in found["mended"]:
        verb = "left out" if piece["kind"] == "lost" else "not understood"
        yield f'{verb}: <code>{escape(piece["text"])}</code>, {place(piece)}'
    for lost in found["lost_functions"]:
        yield f'left out: the function <code>{escape(lost["function"])}</code>, {place(lost)}'


def _call_sites(call_sites):
    missed = [site for site in call_sites if not site["reached"]]
    text = f"{len(call_sites) - len(missed)} of {len(call_sites)} lock calls were reached."
    if not missed:
        return f"<p>{text}</p>"
    items = "\n".join(f'<li><code>{escape(site["ddi"])}</code> in '
                      f'<code>{escape(site["function"])}</code>, {place(site)}</li>'
                      for site in missed)
    return f"<p>{text} These were not:</p>\n<ul>\n{items}\n</ul>"


def _next(drivers):
    """What to do about what was found."""
    advice = []
    callbacks = [callback for entry in drivers for callback in entry["callbacks"]]
    if any(verdicts.new_defects(entry) for entry in drivers):
        advice.append(
            "Open each defect and follow its path. Mend it, or, if it cannot happen, silence it "
            "with a reason: <code>// kmdf-suppress RULE: REASON</code> in front of the statement. "
            "What is left for later is known to the next scan by "
            "<code>--baseline results.sarif</code>.")
    if any(rule["verdict"] == "inconclusive" for callback in callbacks
           for rule in callback["rules"].values()):
        advice.append(
            "What is inconclusive is not proven: read these callbacks as you would without the "
            "tool. A function of another file that takes or gives back a lock says so by "
            "<code>_Acquires_lock_</code> or <code>_Releases_lock_</code> on its declaration; "
            "a long function with many branches and loops is judged more often when it is "
            "two.")
    if any(file["status"] != "analysed" for entry in drivers for file in entry["files"]):
        advice.append(
            "Files that are not whole lack headers, or what the build defines: scan the "
            "<code>.vcxproj</code> or a <code>compile_commands.json</code> in place of the "
            "folder, and name a Windows Driver Kit by <code>--wdk DIR</code>.")
    undeclared = list(dict.fromkeys(f"{callback['role']} {callback['function']};"
                                    for callback in callbacks if not callback["declared"]))
    if undeclared:
        lines = "\n".join(escape(line) for line in undeclared)
        advice.append("Declare the callbacks that have no role type, so that other files' "
                      f"analysis and other tools know them, too:<pre>{lines}</pre>")
    if not advice:
        advice.append("Nothing is left to do here. A scan in continuous integration keeps it "
                      "so: <code>kmdf-scan</code> ends with 1 if there is a defect.")
    items = "\n".join(f"<li>{text}</li>" for text in advice)
    return f"<h2>What to do next</h2>\n<ul>\n{items}\n</ul>"


def _rules(rules):
    items = []
    for name in sorted(rules):
        about = rule_pages.read_page(name)
        meaning = "".join(f"<p>{escape(part)}</p>" for part in about.meaning.split("\n\n")) \
            if about else ""
        items.append(f"<dt><strong>{escape(name)}</strong></dt><dd>{escape(rules[name])}"
                     f"<details><summary>What it means</summary>{meaning}</details></dd>"
                     if meaning else
                     f"<dt><strong>{escape(name)}</strong></dt><dd>{escape(rules[name])}</dd>")
    return f'<h2>Rules</h2>\n<dl>{"".join(items)}</dl>'
