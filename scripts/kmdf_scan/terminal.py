"""What kmdf-scan says on the terminal: progress, the table, the defects."""

import os
import re
import shutil
import time

from kmdf_scan import verdicts

_COLOURS = {"defect": "31;1", "inconclusive": "33", "pass": "32", "not-applicable": "2"}


def plain(text):
    """TEXT with nothing in it that a terminal would act upon, or by which it shows
    text in another order: names come from the files that are scanned."""
    return re.sub(r"[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]", "?", text)


def abandon(stream):
    """Has what is still to be written to STREAM, which failed, go nowhere: Python
    would fail once more at its end."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


class Progress:
    """One line that tells how far the scan is, on a terminal; elsewhere
    nothing."""

    def __init__(self, stream, drivers):
        self._stream = stream
        self._is_on = stream.isatty()
        self._total = sum(len(driver.sources) for driver in drivers)
        self._begin = time.monotonic()
        self._first = None  # how many files were left at first

    def update(self, left, results):
        if not self._is_on:
            return
        self._first = max(self._first or left, left)
        defects = sum(len(result.facts.get("defects", [])) for result in results)
        text = f"kmdf-scan: {self._total - left} of {self._total} files, " \
               f"{_count(defects, 'defect')} so far{self._time_left(left)}"
        self._show(text[:shutil.get_terminal_size().columns - 1])

    def clear(self):
        if self._is_on:
            self._show("")

    def _show(self, text):
        try:
            self._stream.write("\r\033[K" + text)
            self._stream.flush()
        except OSError:
            self._is_on = False  # the terminal is gone
            abandon(self._stream)

    def _time_left(self, left):
        """As long for each file as for those before it."""
        done = self._first - left
        seconds = (time.monotonic() - self._begin) * left / done if done else 0
        if seconds < 1:
            return ""
        minutes, seconds = divmod(round(seconds), 60)
        return f", about {minutes} min {seconds} s left" if minutes else f", about {seconds} s left"


def print_results(entries, rules, stream, is_terminal):
    """Prints each driver's table and defects, for a terminal or not."""
    printer = _Printer(stream, is_terminal)
    for entry in entries:
        printer.driver(entry, sorted(rules))


class _Printer:
    def __init__(self, stream, is_terminal):
        self._stream = stream
        self._has_colour = is_terminal and "NO_COLOR" not in os.environ

    def line(self, text=""):
        print(text, file=self._stream)

    def verdict(self, verdict, width=0):
        text = verdict.ljust(width)
        if not self._has_colour:
            return text
        return f"\033[{_COLOURS[verdict]}m{verdict}\033[0m" + " " * (len(text) - len(verdict))

    def driver(self, entry, rules):
        new = verdicts.new_defects(entry)
        known = len(entry["defects"]) - len(new)
        self.line(f"{plain(entry['name'])}: {self.verdict(entry['verdict'])} "
                  f"({_count(len(entry['files']), 'file')}, "
                  f"{_count(len(entry['callbacks']), 'callback')}, "
                  f"{_count(len(entry['defects']), 'defect')}"
                  f"{f', {known} of them known' if known else ''})")
        self._table(entry["callbacks"], rules)
        self._reasons(entry["callbacks"])
        for file in entry["files"]:
            if file["status"] != "analysed":
                self.line(f"  {file['status']}: {plain(file['path'])}: {plain(file['reason'])}")
        for defect in new:
            self.line(f"  {plain(defect['file'])}:{defect['line']}:{defect['column']}: "
                      f"{plain(defect['message'])} [{defect['rule']}]")
        self.line()

    def _table(self, callbacks, rules):
        if not callbacks:
            return
        heads = ["callback", "role"] + [rule.rpartition(".")[2] for rule in rules]
        rows = [[plain(callback["function"]), callback["role"]] +
                [callback["rules"][rule]["verdict"] for rule in rules] for callback in callbacks]
        widths = [max(len(row[i]) for row in [heads] + rows) for i in range(len(heads))]
        self.line("  " + "  ".join(head.ljust(width) for head, width in zip(heads, widths)).rstrip())
        for row in rows:
            cells = [cell.ljust(width) for cell, width in zip(row[:2], widths)]
            cells += [self.verdict(cell, width) for cell, width in zip(row[2:], widths[2:])]
            self.line("  " + "  ".join(cells).rstrip())

    def _reasons(self, callbacks):
        for callback in callbacks:
            reasons = {rule["reason"] for rule in callback["rules"].values()
                       if rule["verdict"] == "inconclusive"}
            for reason in sorted(reasons):
                self.line(f"  inconclusive: {plain(callback['function'])}: {plain(reason)}")


def _count(number, noun):
    return f"{number} {noun}{'' if number == 1 else 's'}"
