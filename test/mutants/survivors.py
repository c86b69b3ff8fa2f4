"""The table of survivors whose reason cannot be determined: survivors.tsv."""

import csv

from judge import Verdict

_COLUMNS = ["file", "function", "call", "mutation", "detail", "verdict", "reason"]


class Table:
    """The table in the file at PATH. Which of its rows are of any use, it knows
    when all mutants are judged."""

    def __init__(self, path):
        with open(path, encoding="utf-8", newline="") as file:
            rows = csv.DictReader(
                (line for line in file if not line.startswith("#")), _COLUMNS, delimiter="\t")
            self._rows = {self._key(*(row[column] for column in _COLUMNS[:5])):
                          (Verdict(row["verdict"]), row["reason"]) for row in rows}
        self._used = set()

    @staticmethod
    def _key(file, function, call, mutation, detail):
        return file, function, str(call), mutation, detail

    def explain(self, judgement, driver):
        """Gives JUDGEMENT, of a mutant of DRIVER, the verdict and the reason that the
        table has for it."""
        mutant = judgement.mutant
        key = self._key(driver.name_of(mutant.path), mutant.function, mutant.number,
                        mutant.mutation.operator, mutant.mutation.detail)
        if judgement.verdict == Verdict.UNEXPLAINED and key in self._rows:
            judgement.verdict, judgement.reason = self._rows[key]
            self._used.add(key)

    def unused(self, drivers):
        """The rows on files of the drivers named DRIVERS that explain nothing."""
        for key in self._rows.keys() - self._used:
            if key[0].partition("/")[0] in drivers:
                yield "\t".join(key)
