"""The command line of kmdf-scan."""

import argparse
import io
import json
import os
import sys

from kmdf_scan import (EXIT_CLEAN, EXIT_DEFECTS, EXIT_UNUSABLE, VERSION, ScanError, baseline,
                       inputs, pages, sarif, scan, system_headers, terminal, toolchain, verdicts)
from kmdf_scan.analysis import Analysis, Limits
from kmdf_scan.cache import Cache
from kmdf_scan.interruption import Interrupted, raise_when_told
from kmdf_scan.output import Output
from kmdf_scan.preludes import PreludeFinder

# The address space that the analysis of one file may take. Real files take a
# twentieth of it.
_MEGABYTES = 4096


def main(arguments, witness):
    """Runs kmdf-scan. Returns its exit code. WITNESS is the repeat.Witness of this
    process."""
    # The name of a file may be no text of any encoding.
    sys.stdout.reconfigure(errors="backslashreplace")
    raise_when_told()
    try:
        # A folder of that name is ./prepare.
        if arguments[:1] == ["prepare"]:
            return _prepare(_parse_prepare(arguments[1:]))
        return _run(_parse(arguments), witness)
    except ScanError as error:
        _say(error)
        return EXIT_UNUSABLE
    except Interrupted as error:
        _say("interrupted before anything was finished")
        return error.exit_code
    except OSError as error:
        # Of a copy the second is what was written.
        name = error.filename2 or error.filename
        place = f"{name}: " if name else ""
        _say(f"{place}{error.strerror}; an earlier report is as it was")
        return EXIT_UNUSABLE


def _say(message):
    try:
        sys.stderr.write(_as_said(message))
        sys.stderr.flush()
    except OSError:
        terminal.abandon(sys.stderr)  # nobody is there to be told


def _as_said(message):
    text = "\n".join(terminal.plain(line) for line in str(message).split("\n"))
    return f"kmdf-scan: {text}\n"


class _Parser(argparse.ArgumentParser):
    """An argument parser that knows what a mistyped option may have meant."""

    def error(self, message):
        known = [option for action in self._actions for option in action.option_strings]
        prefix = "unrecognized arguments: "
        if message.startswith(prefix):
            wrong = message[len(prefix):].split()[0].split("=")[0]
            near = _nearest(wrong, known)
            message = f"there is no option {wrong}"
            if near:
                message += f"; did you mean {near}?"
        raise ScanError(message + "\n" + self.format_usage().strip())


def _nearest(name, known):
    """The one of KNOWN that NAME may have been meant for; None if none is near."""
    import difflib  # few scans need it
    return next(iter(difflib.get_close_matches(name, known, 1)), None)


def _parse(arguments):
    parser = _Parser(
        prog="kmdf-scan", allow_abbrev=False,
        description="Proves that the callbacks of KMDF drivers acquire and release their locks "
                    "in balance, or shows where they do not.",
        epilog="Exit code: 0 no defect, 1 defects, 2 nothing could be analysed or bad usage, "
               "130 interrupted. 'kmdf-scan prepare --help' is about declaring callbacks with "
               "their role types.")
    _add_paths(parser)
    parser.add_argument(
        "--out", metavar="DIR", default="kmdf-report",
        help="where the report goes (default: kmdf-report)")
    parser.add_argument(
        "--rules", metavar="LIST",
        help="the rules to check, with commas in between (default: all)")
    _add_analysis_options(parser)
    parser.add_argument(
        "--baseline", metavar="FILE",
        help="the results.sarif of an earlier scan: only what is new counts as a defect")
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


def _parse_prepare(arguments):
    parser = _Parser(
        prog="kmdf-scan prepare", allow_abbrev=False,
        description="Lists the callbacks that are not declared with their role type, or with a "
                    "wrong one, and the declarations to add.",
        epilog="Exit code: 0 nothing is left to do, 1 something is, 2 nothing could be analysed "
               "or bad usage, 130 interrupted.")
    _add_paths(parser)
    parser.add_argument(
        "--apply", action="store_true",
        help="adds the declarations to the sources")
    _add_analysis_options(parser)
    return parser.parse_args(arguments)


def _add_paths(parser):
    parser.add_argument(
        "paths", metavar="PATH", nargs="+",
        help="a driver's folder, a .vcxproj or .sln, a compile_commands.json, or a C or C++ "
             "source")


def _add_analysis_options(parser):
    parser.add_argument(
        "--exclude", metavar="GLOB", action="append", default=[],
        help="leaves out sources by their name, their path in the driver or a folder that they "
             "are in; may be given again")
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
        "--timeout", metavar="SECONDS", type=_positive, default=120,
        help="how long the analysis of one file may take (default: 120)")


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


def _run(options, witness):
    out = Output(options.out)

    def note(message):
        _say(message)
        witness.add_note(_as_said(message))

    if options.store_as and not options.store:
        raise ScanError("--store-as is for --store, which is not given")
    destination = _destination(options)
    # It may be in the folder that this scan's report goes to.
    earlier = baseline.read_baseline(options.baseline) if options.baseline else None
    with Cache() as cache, cache.work_folder(out.path).locked(
            lambda: _say(f"another scan writes to {options.out}; waiting for it")) as work:
        if cache.note:
            _say(cache.note)
        found, tools, analyse_for = _open(options, cache, work, note)
        rules = _choose_rules(options.rules, tools.rules)
        analysis = analyse_for(rules)
        staging = out.begin()
        try:
            progress = terminal.Progress(sys.stderr, found.drivers)
            outcome = scan.scan(found.drivers, analysis, work, staging, progress.update)
            progress.clear()
            if earlier:
                earlier.mark(outcome.drivers)
            try:
                _write_results(outcome, tools, rules, earlier, staging)
            except OSError as error:
                raise out.error(error) from error
            out.finish()
        finally:
            out.discard()
        cache.prune()
        for problem in verdicts.silencing_problems(outcome.results):
            note(problem)
        output = _text_of(outcome, rules, os.path.join(options.out, "index.html"))
        # What failed may go better the next time.
        if outcome.results and not (
                destination or outcome.interruption or cache.note or
                any(result.status == "failed" for result in outcome.results)):
            witness.add_files(analysis.files_read())
            witness.add_answers(found.folders.answers)
            witness.save(_exit_code(outcome), output, out.path, cache.root, work.file("lock"))
    _print(output, outcome)
    if destination and outcome.interruption:
        _say("nothing is sent to the server: it would take what is missing for mended")
    elif destination:
        for message in destination.send(found.drivers, outcome.results, rules, tools.rules,
                                        tools.version):
            _say(message)
    return _exit_code(outcome)


def _open(options, cache, work, note):
    """Finds what OPTIONS name. Returns the drivers, the tools, and what makes the
    Analysis for a list of rules. CACHE is the Cache, WORK the WorkFolder. Calls
    NOTE(message) with what the user should know."""
    headers = system_headers.open_headers(options.wdk, cache.folder("headers"))
    found = inputs.find_drivers(
        options.paths, headers, work.folder("drivers"), options.configuration, options.exclude)
    for message in found.notes:
        note(message)
    tools = toolchain.find_toolchain(headers, cache.folder("toolchains"))

    def analyse_for(rules):
        return Analysis(tools, rules, cache, work, PreludeFinder(headers, found.folders),
                        Limits(options.timeout, _MEGABYTES), options.jobs)

    return found, tools, analyse_for


def _destination(options):
    """Where the results are sent to; None where the user names no server."""
    if not options.store:
        return None
    # What it imports takes longer than all that a scan has to do where nothing has
    # changed.
    from kmdf_scan import store
    return store.Destination(options.store, options.store_as)


def _prepare(options):
    # A scan has no use for it.
    from kmdf_scan import prepare
    with Cache() as cache, cache.work_folder(
            "\n".join(["prepare", *map(os.path.realpath, options.paths)])).locked(
                lambda: _say("another call prepares the same; waiting for it")) as work:
        found, tools, analyse_for = _open(options, cache, work, _say)
        analysis = analyse_for(tools.rules)
        return prepare.prepare(found, analysis, work, options.apply,
                               terminal.Progress(sys.stderr, found.drivers))


def _text_of(outcome, rules, page):
    text = io.StringIO()
    terminal.print_results(outcome.drivers, rules, text, sys.stdout.isatty())
    return f"{text.getvalue()}report: {page}\n"


def _print(text, outcome):
    try:
        sys.stdout.write(text)
        sys.stdout.flush()
    except OSError as error:
        terminal.abandon(sys.stdout)
        # Whoever closed the pipe has read enough. The terminal may be what ended it.
        if not isinstance(error, BrokenPipeError) and not outcome.interruption:
            page = text.rstrip("\n").rpartition("report: ")[2]
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
            near = _nearest(full.lower(), by_lower)
            hint = (f"did you mean {by_lower[near]}?" if near else
                    f"the rules are {', '.join(sorted(known))}")
            raise ScanError(f"there is no rule {name}; {hint}")
        chosen[full] = known[full]
    if not chosen:
        raise ScanError("--rules names no rule")
    return chosen


def _write_results(outcome, tools, rules, earlier, folder):
    document = verdicts.build_document(tools.version, outcome.drivers, bool(outcome.interruption))
    _write_json(os.path.join(folder, "verdicts.json"), document)
    results = sarif.merge(outcome.drivers, outcome.results, rules, not outcome.interruption)
    if earlier:
        earlier.apply(results, sarif.unjudged_files(outcome.drivers, outcome.results))
    _write_json(os.path.join(folder, "results.sarif"), results)
    pages.write(document, results, rules, folder)


def _write_json(path, document):
    # What is no text becomes an escape, as JSON has them.
    with open(path, "w", encoding="utf-8", errors="backslashreplace") as file:
        json.dump(document, file, indent=1, ensure_ascii=False)
        file.write("\n")


def _exit_code(outcome):
    if outcome.interruption:
        _say("interrupted; the report has what was finished")
        return outcome.interruption.exit_code
    if any(verdicts.new_defects(entry) for entry in outcome.drivers):
        return EXIT_DEFECTS
    if all(result.status == "failed" for result in outcome.results):
        _say("no file could be analysed")
        return EXIT_UNUSABLE
    return EXIT_CLEAN
