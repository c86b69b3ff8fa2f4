"""Whether a mutant is reported; if not, why."""

import dataclasses
import enum

import analysis


class Verdict(enum.Enum):
    REPORTED = "reported"
    # A callback breaks a rule, which is not reported; why, is known.
    MISSED = "missed"
    UNEXPLAINED = "unexplained"
    # The acquire that is affected is reported in the driver as it is: an acquire
    # is reported once, whatever the number of ways on which it leaks.
    KNOWN = "known before"
    # No callback breaks a rule for it.
    HARMLESS = "harmless"
    # Not a program.
    NOT_COMPILED = "not compiled"


@dataclasses.dataclass
class Judgement:
    mutant: object
    verdict: Verdict
    reason: str = ""


def judge(driver, mutant, toolchain):
    """The Judgement on MUTANT of DRIVER."""
    judgements = []
    for unit in mutant.units:
        changed = _analyse(driver, mutant, unit, toolchain)
        if changed.error:
            return Judgement(mutant, Verdict.NOT_COMPILED, changed.error)
        judgements.append(Judgement(mutant, *_judge_in_unit(mutant, unit, changed)))
    order = list(Verdict)
    return min(judgements, key=lambda judgement: order.index(judgement.verdict))


def _analyse(driver, mutant, unit, toolchain):
    text = driver.text(mutant.path).text
    mutation = mutant.mutation
    for replacement in mutation.replacements:
        changed = text[:mutation.begin] + replacement + text[mutation.end:]
        result = analysis.analyse(toolchain, unit.source, unit.roles, (mutant.path, changed))
        if not result.error:
            break
    return result


def _judge_in_unit(mutant, unit, changed):
    runners = _find_runners(mutant.function, unit)
    new = sorted((report for report in changed.reports - unit.result.reports
                  if _function_of(report, changed) in runners), key=lambda report: report.line)
    if new:
        return Verdict.REPORTED, new[0].message

    callbacks = [callback for callback in changed.facts["callbacks"]
                 if callback["defined"] and callback["function"] in runners]
    if not callbacks:
        return Verdict.HARMLESS, "no callback of this file runs the function"
    deadlocks = [report for report in unit.result.reports & changed.reports
                 if "waits for itself forever" in report.message and
                 _function_of(report, unit.result) in runners]
    if deadlocks and not _is_reached(mutant, unit):
        return Verdict.HARMLESS, "every path to the call ends at a deadlock that the driver has"
    for callback in callbacks:
        for rule in callback["rules"].values():
            if rule["verdict"] == "inconclusive":
                return Verdict.MISSED, f"inconclusive: {rule['reason']}"
    return Verdict.UNEXPLAINED, ""


def _is_reached(mutant, unit):
    return any(site["reached"] for site in unit.result.facts["call_sites"]
               if (site["function"], site["line"]) == (mutant.function, mutant.line))


def _find_runners(function, unit):
    """The functions that run FUNCTION in UNIT, itself among them, as reports and
    facts call them."""
    runners = set()
    for name, its_runners in unit.runners.items():
        if _is_called(name, function):
            runners |= its_runners
    names = {callback["function"] for callback in unit.result.facts["callbacks"]}
    names |= {site["function"] for site in unit.result.facts["call_sites"]}
    return {name for name in names if any(_is_called(runner, name) for runner in runners)}


def _is_called(name, short):
    """Whether the function NAME of the call graph is SHORT elsewhere: without the
    namespace of a function that is no member; and lambdas go by their role."""
    if "(lambda)" in name:
        return short.endswith(" lambda")
    return name == short or name.endswith(f"::{short}")


def _function_of(report, result):
    for defect in result.facts["defects"]:
        if (defect["rule"], defect["message"]) == (report.rule, report.message):
            return defect["function"]
    return ""
