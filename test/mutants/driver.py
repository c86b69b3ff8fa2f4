"""A driver as it is: what of it is analysed, and which calls can be changed."""

import dataclasses
import os

from kmdf_scan.inputs.model import is_header
from kmdf_scan.scan import roles_from_other_files

import analysis
import operators
from calls import SourceText


@dataclasses.dataclass
class Unit:
    """A source file of the driver that was analysed."""

    source: object  # inputs.model.Source
    roles: str  # the plugin's option
    result: analysis.Analysis
    # By the name of each function: those that run it, itself among them.
    runners: dict


@dataclasses.dataclass
class Mutant:
    """A change of the driver that may compile."""

    path: str  # of the changed file, absolute
    function: str  # in which the call is
    number: int  # of the call among those of the function in its DDI, from 1
    line: int
    mutation: operators.Mutation
    units: list  # that contain the call


class Driver:
    """DRIVER, an inputs.model.Driver, analysed by means of RUN_ALL(function, list):
    the results of the function for each of the list."""

    def __init__(self, driver, toolchain, run_all):
        self.failures = {}  # by the path: why a file that locks is not analysed
        self.written_by_macros = []  # (path, line) of the calls that no one can change
        self._driver = driver
        self._texts = {}

        sources = driver.sources
        results = dict(enumerate(run_all(
            lambda source: analysis.analyse(toolchain, source), sources)))
        roles = roles_from_other_files([(driver, source) for source in sources], results)
        results.update(zip(roles, run_all(
            lambda number: analysis.analyse(toolchain, sources[number], roles[number]), roles)))
        for number, source in enumerate(sources):
            if results[number].error and self._mentions_locks(source.path):
                self.failures[source.path] = results[number].error
        locking = [number for number, result in results.items() if self._lock_calls(result)]
        graphs = run_all(lambda number: analysis.read_call_graph(toolchain, sources[number]),
                         locking)
        self.units = [
            Unit(sources[number], roles.get(number, ""), results[number], _find_runners(graph))
            for number, graph in zip(locking, graphs)]

    def name_of(self, path):
        """What PATH, of a file of the driver, is called to the user."""
        return f"{self._driver.name}/{os.path.relpath(path, self._driver.root)}"

    def find_mutants(self):
        """All Mutants, each once however many files contain its call."""
        units = {}  # by the call's place
        for unit in self.units:
            for site in self._lock_calls(unit.result):
                place = (self._path(site, unit), site["line"], site["column"], site["ddi"])
                units.setdefault(place, (site["function"], []))[1].append(unit)
        lock_names = self._find_lock_names()
        counts = {}
        for place, (function, containing) in sorted(units.items()):
            path, line, column, ddi = place
            counts[path, function, ddi] = number = counts.get((path, function, ddi), 0) + 1
            call = self.text(path).find_call(ddi, line, column)
            if not call:
                self.written_by_macros.append((path, line))
                continue
            for mutation in operators.mutate(call, lock_names):
                yield Mutant(path, function, number, line, mutation, containing)

    def text(self, path):
        if path not in self._texts:
            self._texts[path] = SourceText(path)
        return self._texts[path]

    def _lock_calls(self, result):
        """The acquires and releases that the plugin saw."""
        return [site for site in result.facts.get("call_sites", [])
                if site["ddi"] in (operators.ACQUIRE, operators.RELEASE)]

    def _path(self, site, unit):
        return os.path.normpath(os.path.join(unit.source.directory, site["file"]))

    def _mentions_locks(self, path):
        return operators.ACQUIRE in self.text(path).text

    def _find_lock_names(self):
        paths = {source.path for source in self._driver.sources}
        for folder, _, files in os.walk(self._driver.root):
            paths |= {os.path.join(folder, file) for file in files if is_header(file)}
        return {name for path in paths for name in operators.find_lock_names(self.text(path).text)}


def _find_runners(calls):
    """From what each function calls to who runs it, directly or not."""
    callers = {name: set() for name in calls}
    for caller, callees in calls.items():
        for callee in callees:
            callers[callee].add(caller)
            # A destructor runs where its object was made, unseen in the graph.
            scope, _, name = callee.rpartition("::")
            destructor = f"{scope}::~{name}"
            if destructor in callers and scope.rpartition("::")[2] == name:
                callers[destructor].add(caller)
    runners = {}
    for name in calls:
        found, waiting = {name}, [name]
        while waiting:
            new = callers[waiting.pop()] - found
            found |= new
            waiting += new
        runners[name] = found
    return runners
