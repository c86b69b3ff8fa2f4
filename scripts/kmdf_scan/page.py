"""Renders index.html: the verdict table, the defects and what could not be
judged. One file, that needs no server, no script and nothing from elsewhere."""

from html import escape
from urllib.parse import quote

from kmdf_scan import VERSION, verdicts

_STYLE = """
:root { color-scheme: light dark; --text: #1b1f24; --dim: #59636e; --back: #fff; --line: #d1d9e0;
  --panel: #f6f8fa; --link: #0550ae; --defect: #b3261e; --inconclusive: #8a5300;
  --pass: #116329; --not-applicable: #59636e; }
@media (prefers-color-scheme: dark) { :root { --text: #e6edf3; --dim: #9198a1; --back: #0d1117;
  --line: #3d444d; --panel: #151b23; --link: #79b8ff; --defect: #ff7b72;
  --inconclusive: #e3b341; --pass: #56d364; --not-applicable: #9198a1; } }
* { box-sizing: border-box; }
body { margin: 0 auto; padding: 1.5rem 1rem 4rem; max-width: 75rem; color: var(--text);
  background: var(--back); font: 1rem/1.5 system-ui, sans-serif; }
h1 { font-size: 1.5rem; margin: 0 0 .25rem; }
h2 { font-size: 1.25rem; margin: 2.5rem 0 .5rem; border-bottom: 1px solid var(--line); }
h3 { font-size: 1rem; margin: 1.5rem 0 .5rem; }
a { color: var(--link); }
code, .path { font-family: ui-monospace, monospace; font-size: .9em; overflow-wrap: anywhere; }
.dim { color: var(--dim); }
.counts { display: flex; flex-wrap: wrap; gap: .5rem; padding: 0; margin: 1rem 0; list-style: none; }
.counts li { padding: .25rem .75rem; border: 1px solid var(--line); border-radius: .5rem;
  background: var(--panel); }
.scroll { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; }
th, td { padding: .35rem .75rem; text-align: left; vertical-align: top;
  border-bottom: 1px solid var(--line); }
th { background: var(--panel); font-weight: 600; }
.verdict { font-weight: 600; white-space: nowrap; }
.defect { color: var(--defect); } .inconclusive { color: var(--inconclusive); }
.pass { color: var(--pass); } .not-applicable { color: var(--not-applicable); font-weight: 400; }
.banner { padding: .75rem 1rem; border: 1px solid var(--inconclusive); border-radius: .5rem; }
ol.defects { padding-left: 1.5rem; } ol.defects li { margin: .5rem 0; }
"""


def render(document, rules):
    """The page for verdicts.json's DOCUMENT. RULES has the summary of each rule
    that was on."""
    names = sorted(rules)
    parts = [_head(document), *(_driver(entry, names) for entry in document["drivers"]),
             _rules(rules)]
    return f"""<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>kmdf-scan report</title>
<style>{_STYLE}</style>
</head>
<body>
{"".join(parts)}
</body>
</html>
"""


def _head(document):
    judged = [rule["verdict"] for entry in document["drivers"] for callback in entry["callbacks"]
              for rule in callback["rules"].values()]
    counts = "".join(f'<li>{_verdict(verdict)} {judged.count(verdict)}</li>'
                     for verdict in verdicts.RANKING)
    banner = ""
    if document.get("incomplete"):
        banner = ('<p class="banner"><strong>Incomplete.</strong> The scan was interrupted; '
                  'this is what was finished until then.</p>')
    return f"""<h1>kmdf-scan report</h1>
<p class="dim">kmdf-scan {escape(VERSION)}, clang {escape(document["tool"]["clang"])}</p>
{banner}
<p>Verdicts, one for each callback and rule:</p>
<ul class="counts">{counts}</ul>
"""


def _driver(entry, rules):
    return f"""<section>
<h2>{escape(entry["name"])}: {_verdict(entry["verdict"])}</h2>
<p class="path dim">{escape(entry["root"])}</p>
{_defects(entry["defects"])}
{_callbacks(entry["callbacks"], rules)}
{_files(entry["files"])}
{_call_sites(entry["call_sites"])}
</section>
"""


def _defects(defects):
    if not defects:
        return ""
    items = []
    for defect in defects:
        text = escape(defect["message"])
        if defect["report"]:
            text = f'<a href="{quote(defect["report"])}">{text}</a>'
        items.append(f'<li>{text}<br><span class="dim">{_place(defect)}, '
                     f'{escape(defect["rule"])}</span></li>')
    return f'<h3>Defects</h3>\n<ol class="defects">{"".join(items)}</ol>'


def _callbacks(callbacks, rules):
    if not callbacks:
        return "<p>No callback of the framework was found here.</p>"
    heads = "".join(f"<th>{escape(rule.rpartition('.')[2])}</th>" for rule in rules)
    rows = []
    for callback in callbacks:
        cells = "".join(f"<td>{_verdict_cell(callback['rules'][rule])}</td>" for rule in rules)
        undeclared = "" if callback["declared"] else (
            '<br><span class="dim">not declared with its role type</span>')
        rows.append(f'<tr><td><code>{escape(callback["function"])}</code><br>'
                    f'<span class="dim">{_place(callback)}</span></td>'
                    f'<td><code>{escape(callback["role"])}</code>{undeclared}</td>{cells}</tr>')
    return f"""<h3>Callbacks</h3>
<div class="scroll"><table>
<thead><tr><th>Callback</th><th>Role</th>{heads}</tr></thead>
<tbody>{"".join(rows)}</tbody>
</table></div>"""


def _verdict_cell(rule):
    reason = ""
    if rule["verdict"] == "inconclusive":
        reason = f'<br><span class="dim">{escape(rule["reason"])}</span>'
    return _verdict(rule["verdict"]) + reason


def _files(files):
    rows = []
    for file in files:
        status = "pass" if file["status"] == "analysed" else "inconclusive"
        rows.append(f'<tr><td class="path">{escape(file["path"])}</td>'
                    f'<td><span class="verdict {status}">{escape(file["status"])}</span></td>'
                    f'<td>{file["seconds"]:.2f} s</td>'
                    f'<td class="path">{escape(file["reason"])}</td></tr>')
    return f"""<h3>Files</h3>
<div class="scroll"><table>
<thead><tr><th>File</th><th>Status</th><th>Time</th><th>Reason</th></tr></thead>
<tbody>{"".join(rows)}</tbody>
</table></div>"""


def _call_sites(call_sites):
    missed = [site for site in call_sites if not site["reached"]]
    text = f"{len(call_sites) - len(missed)} of {len(call_sites)} lock calls were reached."
    if not missed:
        return f"<p>{text}</p>"
    items = "".join(f'<li><code>{escape(site["ddi"])}</code> in '
                    f'<code>{escape(site["function"])}</code>, {_place(site)}</li>'
                    for site in missed)
    return f"<p>{text} These were not:</p><ul>{items}</ul>"


def _rules(rules):
    items = "".join(f"<dt><strong>{escape(name)}</strong></dt><dd>{escape(rules[name])}</dd>"
                    for name in sorted(rules))
    return f"<h2>Rules</h2>\n<dl>{items}</dl>\n"


def _verdict(verdict):
    return f'<span class="verdict {verdict}">{verdict}</span>'


def _place(entry):
    return f'<span class="path">{escape(entry["file"])}:{entry["line"]}</span>'
