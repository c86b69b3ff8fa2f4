"""The command line of kmdf-scan."""

import argparse
import difflib
import json
import os
import shutil
import sys
import tempfile

from kmdf_scan import (EXIT_CLEAN, EXIT_DEFECTS, EXIT_INTERRUPTED, EXIT_UNUSABLE, VERSION,
                       ScanError, inputs, page, sarif, scan, store, system_headers, terminal,
                       toolchain, verdicts)


def main(arguments):
    """Runs kmdf-scan. Returns its exit code."""
    # The name of a file may be no text of any encoding.
    sys.stdout.reconfigure(errors="backslashreplace")
    try:
        return _run(_parse(arguments))
    except ScanError as error:
        _say(error)
        return EXIT_UNUSABLE
    except KeyboardInterrupt:
        print("kmdf-scan: interrupted before anything was finished", file=sys.stderr)
        return EXIT_INTERRUPTED


def _say(message):
    text = "\n".join(terminal.plain(line) for line in str(message).split("\n"))
    print(f"kmdf-scan: {text}", file=sys.stderr)


class _Parser(argparse.ArgumentParser):
    """An argument parser that knows what a mistyped option may have meant."""

    def error(self, message):
        known = [option for action in self._actions for option in action.option_strings]
        prefix = "unrecognized arguments: "
        if message.startswith(prefix):
            wrong = message[len(prefix):].split()[0].split("=")[0]
            near = difflib.get_close_matches(wrong, known, 1)
            message = f"there is no option {wrong}"
            if near:
                message += f"; did you mean {near[0]}?"
        raise ScanError(message + "\n" + self.format_usage().strip())


def _parse(arguments):
    parser = _Parser(
        prog="kmdf-scan", allow_abbrev=False,
        description="Proves that the callbacks of KMDF drivers acquire and release their locks "
                    "in balance, or shows where they do not.",
        epilog="Exit code: 0 no defect, 1 defects, 2 nothing could be analysed or bad usage, "
               "130 interrupted.")
    parser.add_argument(
        "paths", metavar="PATH", nargs="+",
        help="a driver's folder, a .vcxproj or .sln, a compile_commands.json, or a C or C++ "
             "source")
    parser.add_argument(
        "--out", metavar="DIR", default="kmdf-report",
        help="where the report goes (default: kmdf-report)")
    parser.add_argument(
        "--rules", metavar="LIST",
        help="the rules to check, with commas in between (default: all)")
    parser.add_argument(
        "--wdk", metavar="DIR",
        help="a Windows Driver Kit to take headers from (default: headers of our own that model "
             "it)")
    parser.add_argument(
        "--configuration", metavar="NAME|PLATFORM", type=_configuration,
        help="which configuration of projects to analyse (default: a release for x64, or what "
             "comes nearest)")
    parser.add_argument(
        "--jobs", metavar="N", type=_positive, default=len(os.sched_getaffinity(0)),
        help="how many files to analyse at a time (default: one for each processor)")
    parser.add_argument(
        "--store", metavar="URL",
        help="also send the results to a CodeChecker server, each driver as a run of the product "
             "at URL, as http://localhost:8001/Default")
    parser.add_argument(
        "--store-as", metavar="PREFIX", default="",
        help="with --store: what the runs' names begin with, as PREFIX/DRIVER (default: they are "
             "the drivers' names alone)")
    parser.add_argument("--version", action="version", version=f"kmdf-scan {VERSION}")
    return parser.parse_args(arguments)


def _positive(text):
    try:
        number = int(text)
    except ValueError:
        number = 0
    if number < 1:
        raise argparse.ArgumentTypeError(f"'{text}' is not a number from 1 up")
    return number


def _configuration(text):
    if text.count("|") != 1 or not all(text.split("|")):
        raise argparse.ArgumentTypeError(f"'{text}' is not of the form NAME|PLATFORM, as "
                                         f"'Release|x64' is")
    return text


def _run(options):
    out = _Output(options.out)
    if options.store_as and not options.store:
        raise ScanError("--store-as is for --store, which is not given")
    destination = store.Destination(options.store, options.store_as) if options.store else None
    with tempfile.TemporaryDirectory(prefix="kmdf-scan-") as scratch:
        headers = system_headers.open_headers(options.wdk, scratch)
        found = inputs.find_drivers(options.paths, headers, scratch, options.configuration)
        for note in found.notes:
            _say(note)
        tools = toolchain.find_toolchain(headers)
        rules = _choose_rules(options.rules, tools.rules)
        staging = out.begin()
        try:
            progress = terminal.Progress(sys.stderr)
            outcome = scan.scan(found.drivers, tools, rules, options.jobs, staging, progress.update)
            progress.clear()
            _write_results(outcome, tools, rules, staging)
            out.finish()
        finally:
            out.discard()
    _print(outcome, rules, os.path.join(options.out, "index.html"))
    if destination and not outcome.is_complete:
        _say("nothing is sent to the server: it would take what is missing for mended")
    elif destination:
        for note in destination.send(found.drivers, outcome.results, rules, tools.rules,
                                     tools.version):
            _say(note)
    return _exit_code(outcome)


def _print(outcome, rules, page):
    try:
        terminal.print_results(outcome.drivers, rules, sys.stdout)
        print(f"report: {page}", flush=True)
    except OSError as error:
        # What Python still has to print at its end must not fail once more.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        # Whoever closed the pipe has read enough.
        if not isinstance(error, BrokenPipeError):
            raise ScanError(
                f"cannot print the results: {error.strerror}; they are in {page}") from error


def _choose_rules(text, known):
    """The rules of KNOWN that TEXT names, with or without the package's
    name."""
    if text is None:
        return known
    chosen = {}
    for name in filter(None, (part.strip() for part in text.split(","))):
        full = name if "." in name else f"kmdf.{name}"
        if full not in known:
            # Case is what is mistyped most.
            by_lower = {rule.lower(): rule for rule in known}
            near = difflib.get_close_matches(full.lower(), by_lower, 1)
            hint = (f"did you mean {by_lower[near[0]]}?" if near else
                    f"the rules are {', '.join(sorted(known))}")
            raise ScanError(f"there is no rule {name}; {hint}")
        chosen[full] = known[full]
    if not chosen:
        raise ScanError("--rules names no rule")
    return chosen


def _write_results(outcome, tools, rules, folder):
    document = verdicts.build_document(tools.version, outcome.drivers, not outcome.is_complete)
    _write_json(os.path.join(folder, "verdicts.json"), document)
    _write_json(os.path.join(folder, "results.sarif"),
                sarif.merge(outcome.drivers, outcome.results, rules, outcome.is_complete))
    with open(os.path.join(folder, "index.html"), "w", encoding="utf-8",
              errors="backslashreplace") as file:
        file.write(page.render(document, rules))


def _write_json(path, document):
    # What is no text becomes an escape, as JSON has them.
    with open(path, "w", encoding="utf-8", errors="backslashreplace") as file:
        json.dump(document, file, indent=1, ensure_ascii=False)
        file.write("\n")


def _exit_code(outcome):
    if not outcome.is_complete:
        print("kmdf-scan: interrupted; the report has what was finished", file=sys.stderr)
        return EXIT_INTERRUPTED
    if any(entry["defects"] for entry in outcome.drivers):
        return EXIT_DEFECTS
    if all(result.status == "failed" for result in outcome.results):
        print("kmdf-scan: no file could be analysed", file=sys.stderr)
        return EXIT_UNUSABLE
    return EXIT_CLEAN


class _Output:
    """The output folder. The report is made beside it and put in its place when
    it is whole, so that there is never half of one."""

    def __init__(self, path):
        if not path:
            raise ScanError("--out names no folder")
        self._final = os.path.realpath(path)
        self._staging = f"{self._final}.{os.getpid()}.partial"
        if os.path.exists(self._final) and not os.path.isdir(self._final):
            raise ScanError(f"--out {path}: not a folder")
        if os.path.isdir(self._final) and os.listdir(self._final) and not self._is_report():
            raise ScanError(
                f"--out {path}: holds other files than an earlier report; name another folder")

    def _is_report(self):
        try:
            with open(os.path.join(self._final, "verdicts.json"), encoding="utf-8") as file:
                return json.load(file)["tool"]["name"] == "kmdf-scan"
        except (OSError, ValueError, KeyError, TypeError):
            return False

    def begin(self):
        """The folder to write to."""
        try:
            os.makedirs(self._staging)
        except OSError as error:
            raise ScanError(f"--out: cannot write {self._final}: {error.strerror}") from error
        return self._staging

    def finish(self):
        """Makes what was written the report."""
        try:
            if os.path.isdir(self._final):
                shutil.rmtree(self._final)
            os.rename(self._staging, self._final)
        except OSError as error:
            raise ScanError(f"--out: cannot write {self._final}: {error.strerror}") from error

    def discard(self):
        """Removes what did not become the report."""
        shutil.rmtree(self._staging, ignore_errors=True)
