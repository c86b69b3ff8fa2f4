"""Asks the plugin for its verdicts on programs."""

import json
import os
import subprocess
import tempfile

from csource import print_file

PROJECT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
PLUGIN = os.path.join(PROJECT, "build", "lib", "KmdfCheckers.so")
LLVM = "/usr/lib/llvm-22"


class Checker:
    """The plugin PLUGIN in the clang of the folder LLVM."""

    def __init__(self, llvm=LLVM, plugin=PLUGIN, timeout=600):
        clang = os.path.join(llvm, "bin", "clang")
        for needed in (clang, plugin):
            if not os.path.exists(needed):
                raise FileNotFoundError(f"there is no {needed}: run scripts/setup --tests first")
        resource = subprocess.run([clang, "-print-resource-dir"], capture_output=True, text=True,
                                  check=True).stdout.strip()
        self.timeout = timeout
        self.command = [
            clang, "-cc1", "-resource-dir", resource, "-triple", "x86_64-pc-windows-msvc",
            "-fms-extensions", "-fms-compatibility", "-fms-compatibility-version=19.38",
            *(option for part in ("wdf", "km", "shared")
              for option in ("-internal-isystem", os.path.join(PROJECT, "include", part))),
            "-internal-isystem", os.path.join(resource, "include"), "-w", "-load", plugin,
            "-analyze", "-analyzer-checker=kmdf", "-analyzer-output=text"]

    def judge(self, programs):
        """{program's name: {rule: (verdict, reason)}}, for programs of different
        names."""
        return self.judge_source(print_file(programs), {
            program.name + program.callback.name: program.name for program in programs})

    def judge_source(self, source, callbacks):
        """The same for C: CALLBACKS maps each callback to the name to answer with."""
        with tempfile.TemporaryDirectory() as folder:
            path = os.path.join(folder, "programs.c")
            facts = os.path.join(folder, "facts.json")
            with open(path, "w", encoding="utf-8") as file:
                file.write(source)
            run = subprocess.run(
                self.command + ["-analyzer-config", f"kmdf:Facts={facts}", "-o", os.devnull, path],
                capture_output=True, text=True, timeout=self.timeout, check=False)
            if run.returncode != 0 or not os.path.exists(facts):
                raise RuntimeError(f"clang failed ({run.returncode}):\n{run.stderr[-4000:]}")
            with open(facts, encoding="utf-8") as file:
                found = json.load(file)["callbacks"]
        verdicts = {}
        for callback in found:
            if callback["function"] in callbacks:
                verdicts[callbacks[callback["function"]]] = {
                    rule: (what["verdict"], what["reason"])
                    for rule, what in callback["rules"].items()}
        missing = set(callbacks.values()) - set(verdicts)
        if missing:
            raise RuntimeError(f"the plugin knows no role of {', '.join(sorted(missing))}")
        return verdicts
