"""Checks the oracle by programs that run.

Each random driver is compiled and run many times with random answers to what it
cannot know (native_host.c). What breaks there must break by the oracle; what the
oracle says is broken should break there sooner or later. So neither the search,
nor the oracle's idea of C, nor the printing is taken on trust.

clang makes LLVM's intermediate form of the driver as for Windows, where a long
has 32 bits, and goes on from there as for this machine."""

import argparse
import os
import re
import subprocess
import sys
import tempfile

from checker import LLVM, Checker
from csource import HEADER, Source
from machine import RULES, Machine
from program import FLAGS, LOCK, OBJECTS, RANGES, Const, walk
from oracle import make_case

HERE = os.path.dirname(os.path.abspath(__file__))
BATCH = 25

SUPPORT = """
int choose_yes(void);
long long choose_value(const long long *values, int count);
void *new_lock(int is_unknown);
void begin_handle(void **place);
void change_handle(void **place);
void give_away(void *handle);
void finish(void);
static int Object;
"""


class Runnable:
    """A program with the functions that it does not have, and a function that
    runs it once."""

    def __init__(self, program):
        self.program = program
        self.source = Source(program, program.name)
        self.machine = Machine(program)
        self.values = self._collect_values()

    def name(self, name):
        return self.source.name(name)

    def _collect_values(self):
        """Numbers on all sides of those that the program knows."""
        values = {0, 1, 2, 0x102, -1, 0xFFFFFFFF, -0x3FFFFFFF}
        for function in self.program.functions:
            for node in walk(function.body):
                if type(node) is Const:
                    values |= {node.value - 1, node.value, node.value + 1}
        return sorted(values)

    def some(self, t):
        """An expression for any value of the integer type T."""
        if t == "BOOLEAN":
            return "(BOOLEAN)choose_yes()"
        if t == "PVOID":
            return "(choose_yes() ? (PVOID)&Object : NULL)"
        low, high = RANGES.get("ULONG" if t == FLAGS else t, RANGES["LONG"])
        values = [value for value in self.values if low <= value <= high]
        if t == FLAGS:
            values = range(16)
        listed = ", ".join(f"{value}LL" for value in values)
        c_type = self.source.type(t).strip()
        return f"({c_type})choose_value((const long long[]){{{listed}}}, {len(values)})"

    def leaves(self, t, place):
        """(type, C's expression) of each scalar in the T at PLACE."""
        if isinstance(t, str) or t[0] == "pointer":
            yield t, place
        elif t[0] == "array":
            for i in range(t[2]):
                yield from self.leaves(t[1], f"{place}[{i}]")
        else:
            for of, field in self.machine.fields(t[1]):
                yield from self.leaves(of, f"{place}.{field}")

    def pointed_to(self):
        """The contexts that are reached by a pointer in memory."""
        used = self.machine.used
        return [name for name in self.machine.context_cells if name in used.structs and not any(
            context == name and accessor in used.calls
            for accessor, (context, _) in self.program.contexts.items())]

    def begin(self):
        """Statements that make the memory what it may be at first."""
        lines = []
        for accessor, (name, _) in self.program.contexts.items():
            if accessor in self.machine.used.calls:
                context = f"(*{self.name(accessor)}((WDFOBJECT)&Object))"
                lines += self._begin(("struct", name), context)
        for name in self.pointed_to():
            lines += self._begin(("struct", name), self.name("The" + name))
        for name, (t, _) in self.program.globals.items():
            if name in self.machine.used.globals:
                lines += self._begin(t, self.name(name))
        return lines

    def _begin(self, t, place):
        for leaf, at in self.leaves(t, place):
            if leaf == LOCK:
                yield f"begin_handle((void **)&{at});"
            elif isinstance(leaf, tuple):
                yield f"{at} = &{self.name('The' + leaf[1][1])};"
            elif leaf in OBJECTS:
                yield f"{at} = ({leaf})&Object;"
            else:
                yield f"{at} = {self.some(leaf)};"

    def change(self, t, place):
        """Statements with which unseen code may change the T at PLACE."""
        for leaf, at in self.leaves(t, place):
            if leaf == LOCK:
                yield f"change_handle((void **)&{at});"
            elif isinstance(leaf, tuple):
                if leaf[1][0] == "struct":
                    yield from self.change(leaf[1], f"(*{at})")
            elif leaf not in OBJECTS:
                yield f"if (choose_yes()) {at} = {self.some(leaf)};"

    def opaque(self, opaque):
        """The definition of a function that the program does not see."""
        params = ", ".join(self.source.declaration(t, f"p{i}")
                           for i, t in enumerate(opaque.params)) or "VOID"
        lines = [f"{self.source.type(opaque.returns)}{self.name(opaque.name)}({params})", "{"]
        for name, (t, static) in self.program.globals.items():
            if name in self.machine.used.globals and not static:
                lines += self.change(t, self.name(name))
        for i, t in enumerate(opaque.params):
            if t == LOCK:
                lines.append(f"give_away(p{i});")
            elif t == ("pointer", LOCK):
                lines += [f"give_away(*p{i});", f"*p{i} = choose_yes() ? new_lock(1) : 0;"]
            elif isinstance(t, tuple):
                lines += self.change(t[1], f"(*p{i})")
        if opaque.returns == LOCK:
            lines.append("return choose_yes() ? new_lock(1) : 0;")
        elif opaque.returns != "VOID":
            lines.append(f"return {self.some(opaque.returns)};")
        return "\n".join(lines + ["}"])

    def text(self):
        parts = [self.source.text()]
        used = self.machine.used
        for name in self.pointed_to():
            parts.append(f"static {self.source.struct(name)} {self.name('The' + name)};")
        parts += [self.opaque(opaque) for opaque in self.program.opaques.values()
                  if opaque.name in used.calls]
        callback = self.program.callback
        args = ", ".join(f"({t})&Object" if t in OBJECTS
                         else self.some(t) for t, _ in callback.params)
        parts.append("\n".join([f"static void {self.name('Run')}(void)", "{", *self.begin(),
                                f"{self.name(callback.name)}({args});", "finish();", "}"]))
        return "\n".join(parts)


def make_text(programs):
    table = "\n".join(f'    {{"{p.name}", {p.name}Run}},' for p in programs)
    return "\n".join([HEADER, SUPPORT, *(Runnable(p).text() for p in programs),
                      "struct program { const char *name; void (*run)(void); };",
                      f"const struct program programs[] = {{\n{table}\n    {{0, 0}}}};", ""])


def run_programs(programs, runs, checker, llvm):
    """{name: the rules that some run broke}."""
    clang = os.path.join(llvm, "bin", "clang")
    command = checker.command[:checker.command.index("-load")]
    with tempfile.TemporaryDirectory() as folder:
        source, form, binary = (os.path.join(folder, name)
                                for name in ("native.c", "native.ll", "native"))
        with open(source, "w", encoding="utf-8") as file:
            file.write(make_text(programs))
        subprocess.run(command + ["-O1", "-disable-llvm-passes", "-emit-llvm", source, "-o", form],
                       check=True)
        with open(form, encoding="utf-8") as file:
            text = file.read()
        # What ties it to Windows.
        text = re.sub(r'^target (triple|datalayout) = .*\n', "", text, flags=re.MULTILINE)
        text = re.sub(r'^!llvm.linker.options = .*\n', "", text, flags=re.MULTILINE)
        with open(form, "w", encoding="utf-8") as file:
            file.write(text)
        subprocess.run([clang, "-w", "-O1", "-Wno-override-module", form,
                        os.path.join(HERE, "native_host.c"), "-o", binary], check=True)
        output = subprocess.run([binary, str(runs)], check=True, capture_output=True,
                                text=True).stdout
    result = {}
    for line in output.splitlines():
        name, broken = line.split()
        result[name] = {rule for bit, rule in enumerate(RULES) if int(broken) >> bit & 1}
    return result


def main(arguments):
    parser = argparse.ArgumentParser(prog="native.py", description=__doc__.split("\n\n")[0])
    parser.add_argument("--seed", type=int, default=1, help="of the first program (1)")
    parser.add_argument("--count", type=int, default=200, help="how many programs (200)")
    parser.add_argument("--runs", type=int, default=3000, help="runs of each (3000)")
    parser.add_argument("--llvm", default=LLVM, metavar="DIR", help=f"LLVM's folder ({LLVM})")
    options = parser.parse_args(arguments)
    checker = Checker(options.llvm)
    wrong, broken, unseen = [], 0, []
    seeds = range(options.seed, options.seed + options.count)
    for start in range(0, len(seeds), BATCH):
        cases = [make_case(seed) for seed in seeds[start:start + BATCH]]
        found = run_programs([case.program for case in cases], options.runs, checker, options.llvm)
        # What hides gets more time.
        hiding = [case.program for case in cases if set(case.broken) - found[case.program.name]]
        if hiding:
            again = run_programs(hiding, 30 * options.runs, checker, options.llvm)
            for name, seen in again.items():
                found[name] |= seen
        for case in cases:
            seen = found[case.program.name]
            broken += len(case.broken)
            wrong += [(case.seed, rule) for rule in sorted(seen - set(case.broken))]
            unseen += [(case.seed, rule) for rule in sorted(set(case.broken) - seen)]
    for seed, rule in wrong:
        print(f"seed {seed}: a run breaks {rule}, by the oracle nothing does")
    for seed, rule in unseen:
        print(f"seed {seed}: no run breaks {rule}, by the oracle some path does")
    print(f"{options.count} programs from seed {options.seed}, {options.runs} runs of each: "
          f"{len(wrong)} break what the oracle calls whole, "
          f"{broken - len(unseen)} of {broken} breaches of the oracle seen")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
