"""Looks at a report in a browser and prints what it finds: look.py REPORT PICTURES

REPORT is the folder of the report; PICTURES gets the pages as they look, wide and
narrow, light and dark. A page that can be scrolled sideways, or has text too faint
to read (a contrast under 4.5, the limit of WCAG 2.1's criterion 1.4.3), is said to
be so."""

import os
import sys
from urllib.parse import quote

from browser import Browser

# In CSS pixels: a desktop's window, and a phone's screen.
WIDTHS = {"desktop": (1280, 900), "phone": (390, 844)}

FAINT = """
function rgb(text) { return text.match(/[\\d.]+/g).map(Number); }
function luminance(color) {
  const [r, g, b] = color.slice(0, 3).map((part) => part / 255).map(
    (part) => part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4);
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
function background(element) {
  for (let e = element; e; e = e.parentElement) {
    const color = rgb(getComputedStyle(e).backgroundColor);
    if (color.length < 4 || color[3] > 0) return color;
  }
  return [255, 255, 255];
}
const faint = new Set();
for (const element of document.querySelectorAll("body *")) {
  const own = Array.from(element.childNodes).some((n) => n.nodeType === 3 && n.data.trim());
  // What is disabled need not be read.
  if (!own || element.disabled || !element.checkVisibility()) continue;
  const [one, other] = [luminance(rgb(getComputedStyle(element).color)),
    luminance(background(element))].sort((a, b) => b - a);
  if ((one + 0.05) / (other + 0.05) < 4.5) faint.add(element.tagName + "." + element.className);
}
return Array.from(faint);
"""


def main(report, pictures):
    os.makedirs(pictures, exist_ok=True)
    address = "file://" + quote(os.path.abspath(report))
    index, path = f"{address}/index.html", f"{address}/paths/1.html"
    with Browser() as browser:
        for name, url in (("index", index), ("path", path)):
            appearances(browser, name, url, pictures)
        browser.protocol("Emulation.clearDeviceMetricsOverride")
        filters(browser, index)
        keys(browser, path)
        without_scripts(browser, index, path)


def appearances(browser, name, url, pictures):
    backgrounds = set()
    for scheme in ("light", "dark"):
        browser.protocol("Emulation.setEmulatedMedia", features=[
            {"name": "prefers-color-scheme", "value": scheme}])
        for width, (across, down) in WIDTHS.items():
            browser.protocol("Emulation.setDeviceMetricsOverride", width=across, height=down,
                             deviceScaleFactor=1, mobile=width == "phone")
            browser.open(url)
            browser.screenshot(os.path.join(pictures, f"{name}-{width}-{scheme}.png"))
            wide = browser.run("return document.documentElement.scrollWidth - innerWidth")
            if wide > 0:
                print(f"{name}, {width}: {wide} pixels too wide")
            if name == "path":
                browser.press("n")
            for what in browser.run(FAINT):
                print(f"{name}, {width}, {scheme}: {what} is too faint")
        backgrounds.add(browser.run("return getComputedStyle(document.body).backgroundColor"))
        loaded = browser.run("return performance.getEntriesByType('resource').map((e) => e.name)")
        print(f"{name}, {scheme}: {len(loaded)} loaded")
    print(f"{name}: {len(backgrounds)} backgrounds")


def filters(browser, url):
    browser.open(url)
    browser.run("const box = document.querySelector('input[value=pass]'); box.click();")
    print("without pass:", *shown(browser))
    browser.run("document.querySelector('button[type=reset]').click()")
    browser.run("""const field = document.querySelector('input[name=name]');
        field.value = arguments[0];
        field.dispatchEvent(new Event('input', {bubbles: true}));""", "LEAK")
    print("called leak:", *shown(browser))
    browser.run("document.querySelector('button[type=reset]').click()")
    browser.run("""const field = document.querySelector('input[name=file]');
        field.value = arguments[0];
        field.dispatchEvent(new Event('input', {bubbles: true}));""", "other")
    print("in other:", *shown(browser))


def shown(browser):
    return browser.run("""return Array.from(document.querySelectorAll('tr[data-name]'))
        .filter((row) => row.checkVisibility()).map((row) => row.dataset.name)
        .concat([document.querySelector('output').textContent]);""")


def keys(browser, url):
    browser.open(url)
    for pressed in (["n"], ["j", "j"], ["p"], ["Right"], ["Left"], ["End"], ["n"], ["k"],
                    ["Home"], ["p"]):
        browser.press(*pressed)
        here = browser.run("return Array.from(document.querySelectorAll('.here'), (e) => e.id)")
        seen = browser.run("""const box = document.querySelector('.here').getBoundingClientRect();
            return box.top >= 0 && box.bottom <= innerHeight;""")
        label = browser.run("return document.querySelector('output').textContent")
        print(f"{' '.join(pressed)}: {' '.join(here)}, {'in' if seen else 'out of'} sight, {label}")
    browser.press("u")
    print("u:", os.path.basename(browser.run("return location.pathname")))


def without_scripts(browser, *urls):
    browser.protocol("Emulation.setScriptExecutionDisabled", value=True)
    for url in urls:
        browser.protocol("Page.navigate", url=url)
        for selector in (".filters", ".stepper", "tr[data-name]", ".note a"):
            print(f"without scripts, {os.path.basename(url)}: {selector}:",
                  is_drawn(browser, selector))


def is_drawn(browser, selector):
    root = browser.protocol("DOM.getDocument")["root"]["nodeId"]
    node = browser.protocol("DOM.querySelector", nodeId=root, selector=selector)["nodeId"]
    if not node:
        return "not there"
    try:
        browser.protocol("DOM.getBoxModel", nodeId=node)
    except RuntimeError:
        return "hidden"
    return "shown"


if __name__ == "__main__":
    main(*sys.argv[1:])
